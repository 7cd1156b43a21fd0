"""Months that stand before a name without being part of it: 'In April Norvan threatened to leave'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.word_lists import words

_MONTHS = words("january february march april may june july august september october november december")
_BEFORE = words("in since until till by from of during last this next early late mid")


def is_time_of_year(token: Token) -> bool:
    """Whether `token` is a month after a word that puts it in time."""
    return token.lower_ in _MONTHS and token.i > 0 and token.doc[token.i - 1].lower_ in _BEFORE
