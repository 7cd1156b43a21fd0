"""Whom a text names: the lexicon, names by their form, and the posts of persons."""
