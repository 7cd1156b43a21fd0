"""Texts: the one-text, its versions and brackets, non-papers."""
