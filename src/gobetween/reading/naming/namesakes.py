"""Persons who bear a surname that the lexicon lists for somebody else, told by another given name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve
from spacy.symbols import PROPN
from spacy.tokens import Doc, Token

from gobetween.reading.naming.given_names import OF_MEN, OF_WOMEN
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import HONORIFICS, PARTICLES, RANKS, TITLES

_NAMED_ALIKE = ("person", "organisation")
_NO_GIVEN = TITLES | HONORIFICS | RANKS | PARTICLES


def without_namesakes(doc: Doc, listed: Iterable[Mention]) -> Iterator[Mention]:
    """The listed mentions, but no lone surname of one whose namesake the text names in full, unless it names the listed one, too.

    A given name with the same first letter is a form of the listed one ('Joseph' and 'Joe'), and becomes part of the mention. A lone
    surname is that of the one listed person whom the text names in full by it. A firm's name behind a given name is a surname, too.
    Linear in the number of mentions.
    """
    kept: list[Mention] = []
    in_full: dict[str, Mention] = {}
    bearers: dict[str, dict[str, Mention]] = {}  # of each surname, those whom the text names in full
    others: set[str] = set()
    for mention in listed:
        given = _given_name(doc, mention) if mention.kind in _NAMED_ALIKE and not mention.is_adjective else None
        if given is None or (mention.is_person and given.text[0] == mention.name[0]):
            named = mention if given is None else evolve(mention, start=given.i)
            kept.append(named)
            if named.end - named.start > 1 and doc[named.start].lower_ not in HONORIFICS:
                in_full[named.name] = named
                if named.is_person:
                    bearers.setdefault(doc[named.end - 1].text, {})[named.name] = named
        else:
            others.add(mention.name)
    apart = others - set(in_full)
    for mention in kept:
        if mention.name in in_full or not mention.is_person:
            if mention.name not in apart:
                yield mention
            continue
        named_so = list(bearers.get(doc[mention.end - 1].text, {}).values())
        if len(named_so) == 1:
            yield evolve(mention, name=named_so[0].name, actor=named_so[0].actor)
        elif mention.name not in apart:
            yield mention


def _given_name(doc: Doc, surname: Mention) -> Token | None:
    """The given name that stands before a listed surname; `None` behind a title, a land, a genitive, at the head of a sentence."""
    if surname.start == 0 or doc[surname.start].is_sent_start or surname.end - surname.start > 1:
        return None
    first = None
    at = surname.start - 1
    if at > 0 and doc[at].text == "-" and doc[at - 1].lower_ in PARTICLES:
        at -= 2  # 'Najib al-Hariri'
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
