"""The forms in which a sentence shows a saying: verbs, nouns, passives, asides, and how far what is said runs."""
