"""Parties called by their members or by their first words: 'the Social Democrats', 'Centre leader Ada Berg'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve
from spacy.tokens import Doc

from gobetween.reading.concordance import spelled
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import TITLES
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_MEMBERED = ("ist", "al", "ive", "ican", "green")
_BEFORE = TITLES | words("leaders ministers negotiators lawmakers deputies members officials mp mps")


def party_members(doc: Doc, names: Names) -> Iterator[Mention]:
    """Mentions of a party that the text names in full, by what its members are called, where one party alone is called so.

    'The Social Democrats' are the Social Democratic Party of the text, whatever other party the world calls so. Linear in the text.
    """
    by_words: dict[tuple[str, ...], set[Mention]] = {}
    stems: dict[tuple[str, ...], set[Mention]] = {}
    for mention in names.mentions():
        *stem, last = mention.name.split()
        if last == "Party" and stem and mention.kind == "organisation" and mention.actor == mention.name:
            party = evolve(mention, start=0, end=0, is_adjective=False)
            stems.setdefault(tuple(stem), set()).add(party)
            if (called := _member(stem[-1])) is not None:
                by_words.setdefault((*stem[:-1], called), set()).add(party)
    if not stems:
        return
    spelling = spelled(doc)
    for form, parties in (*by_words.items(), *stems.items()):
        is_bare = form in stems
        for at in (i for i, word in enumerate(spelling) if word == form[0]) if len(parties) == 1 else ():
            end = at + len(form)
            if tuple(spelling[at:end]) != form or (is_bare and not (end < len(doc) and doc[end].lower_ in _BEFORE)):
                continue
            known = {m.name for i in range(at, end) if (m := names.at(i)) is not None}
            if not known or known == {" ".join(form)}:
                yield evolve(next(iter(parties)), start=at, end=end, is_adjective=is_bare)


def _member(word: str) -> str | None:
    """What the members of a party are called by the last word before 'Party': 'Democrats' of 'Democratic', 'Liberals' of 'Liberal'."""
    if word == "Democratic":
        return "Democrats"
    return f"{word}s" if word.lower().endswith(_MEMBERED) else None
