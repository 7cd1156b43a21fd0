"""Persons who bear a surname that the lexicon lists for somebody else, told by another given name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve
from spacy.symbols import PROPN
from spacy.tokens import Doc, Token

from gobetween.reading.naming.given_names import OF_MEN, OF_WOMEN
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import HONORIFICS, PARTICLES, RANKS, TITLES

_NO_GIVEN = TITLES | HONORIFICS | RANKS | PARTICLES


def without_namesakes(doc: Doc, listed: Iterable[Mention]) -> Iterator[Mention]:
    """The listed mentions, but no lone surname of one whose namesake the text names in full, unless it names the listed one, too.

    A given name with the same first letter is a form of the listed one ('Joseph' and 'Joe'), and becomes part of the mention.
    Linear in the number of mentions.
    """
    kept: list[Mention] = []
    in_full: set[str] = set()
    others: set[str] = set()
    for mention in listed:
        given = _given_name(doc, mention) if mention.is_person else None
        if given is None:
            if mention.is_person and mention.end - mention.start > 1 and doc[mention.start].lower_ not in HONORIFICS:
                in_full.add(mention.name)
            kept.append(mention)
        elif given.text[0] == mention.name[0]:
            in_full.add(mention.name)
            kept.append(evolve(mention, start=given.i))
        else:
            others.add(mention.name)
    apart = others - in_full
    return (each for each in kept if each.name not in apart)


def _given_name(doc: Doc, surname: Mention) -> Token | None:
    """The given name that stands before a listed surname; `None` behind a title, a land, a genitive, at the head of a sentence."""
    if surname.start == 0 or doc[surname.start].is_sent_start or surname.end - surname.start > 1:
        return None
    first = None
    at = surname.start - 1
    while at >= 0 and _may_be_given(doc[at], doc[at + 1]):
        first = doc[at]
        at -= 1
    return first


def _may_be_given(token: Token, following: Token) -> bool:
    if token.pos != PROPN or not token.text[:1].isupper() or not token.whitespace_ or token.lower_ in _NO_GIVEN:
        return False
    if not token.is_title and len(token) > 1:
        return False
    is_joined = token.ent_type_ == "PERSON" == following.ent_type_ and following.ent_iob_ == "I"
    return is_joined or token.lower_ in OF_MEN | OF_WOMEN
