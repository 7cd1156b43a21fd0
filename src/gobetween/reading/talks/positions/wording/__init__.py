"""The words that show a stance: verbs, nouns, adjectives, turns of phrase, and the frames that they stand in."""
