"""Searching one's own view: what is not in it is not searched, so hits, their number and their order tell of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import fields, frozen, has

from gobetween.model.cases import Case

_NOT_WORDS = frozenset({"id", "holders", "owner"})


@frozen
class Hit:
    """An entry in which all the words stand, and the text of it where the first of them does."""

    collection: str
    id: str
    text: str


def find_words(case: Case, words: str) -> tuple[Hit, ...]:
    """The entries of the case in which each of the words stands, in capitals or not, in the order of the case.

    A word is found within longer ones ("strike" in "strikes"); no words find nothing.
    """
    wanted = words.casefold().split()
    if not wanted:
        return ()
    found = []
    for collection, item in case.items():
        texts = tuple(_texts(item))
        everything = " ".join((item.id, *texts)).casefold()
        if all(word in everything for word in wanted):
            shown = next((text for text in texts if wanted[0] in text.casefold()), texts[0] if texts else "")
            found.append(Hit(collection, item.id, shown))
    return tuple(found)


def _texts(item: Any) -> Iterator[str]:
    """Every text of an entry and of its parts; names of kinds and ids of others are not words of it."""
    for attribute in fields(type(item)):
        value = getattr(item, attribute.name)
        if attribute.name in _NOT_WORDS:
            continue
        if type(value) is str and value:
            yield value
        for part in value if isinstance(value, tuple) else ():
            if has(type(part)):
                yield from _texts(part)
            elif type(part) is str:
                yield part
