"""Which other entries an entry names, its parts and citations counted: whoever holds it knows of these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, TypeAlias

from attrs import fields, has

from gobetween.model.items import Item
from gobetween.model.positions import Position
from gobetween.model.preferences import Preferences

Name: TypeAlias = tuple[str, str]
"""A collection and an id in it; an option's id is `issue/option`."""

WORDS = frozenset({
    "text", "note", "title", "name", "term", "question", "inference", "words", "place",
    "aliases", "adjectives", "outlet", "sha256", "file",
})  # fmt: skip
"""Attributes that never hold an id."""

_NAMED = ("sources", "actors", "persons", "rounds", "issues", "proposals", "phases", "obligations")
_ITS_OWN = frozenset({"id", "holders", "pooled_for", "options", "versions"}) | WORDS


def named_by(entry: Item | Preferences) -> Iterator[Name]:
    """All that the entry names, and perhaps more: a word that could be an id is taken for one, in every collection."""
    for each in fields(type(entry)):
        if each.name not in _ITS_OWN:
            yield from _named_within(getattr(entry, each.name))
    if isinstance(entry, Position):
        yield from (("options", f"{entry.issue}/{option}") for option in entry.options)


def _named_within(value: Any) -> Iterator[Name]:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield from ((collection, value) for collection in _NAMED)
    elif isinstance(value, Mapping):
        for issue, options in value.items():
            yield from _named_within(issue)
            if not isinstance(options, int):
                yield from (("options", f"{issue}/{option}") for option in options)
    elif isinstance(value, tuple | frozenset):
        for each in value:
            yield from _named_within(each)
    elif has(type(value)):
        for attribute in fields(type(value)):
            if attribute.name not in WORDS:
                yield from _named_within(getattr(value, attribute.name))
