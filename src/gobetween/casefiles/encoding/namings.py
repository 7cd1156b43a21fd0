"""Which other entries an entry names, its parts and citations counted: whoever holds it knows of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from gobetween.disclosure.references import SOMEBODY, references_of
from gobetween.model.cases import Release, Source
from gobetween.model.happenings import Contradiction, FactualDispute, Track
from gobetween.model.issues import Link
from gobetween.model.items import Item
from gobetween.model.passages import Citation
from gobetween.model.positions import Position
from gobetween.model.preferences import Preferences
from gobetween.model.proposals import Proposal, Version

Name: TypeAlias = tuple[str, str]
"""A collection and an id in it; an option's id is `issue/option`."""


def named_by(entry: Item | Preferences) -> Iterator[Name]:
    """All that the entry names, perhaps more than once."""
    if isinstance(entry, Preferences):
        yield from _named_by_numbers(entry)
        return
    for reference in references_of(entry):
        for collection in ("actors", "persons") if reference.collection == SOMEBODY else (reference.collection,):
            yield collection, reference.id
    if entry.owner is not None:
        yield "actors", entry.owner
    yield from _cited(entry.citations)
    yield from _named_within(entry)


def _named_within(entry: Item) -> Iterator[Name]:
    match entry:
        case Source(same_story_as=str(other)):
            yield "sources", other
        case Release():
            yield from (("actors", actor) for actor in (entry.by, *entry.to, *entry.draws_on))
        case Position(issue=str(issue)):
            yield from (("options", f"{issue}/{option}") for option in entry.options)
        case Link():
            yield from _options(entry.if_chosen)
            yield from _options(entry.requires)
        case Proposal():
            yield from _options(entry.terms)
        case Version():
            yield from _named_by_clauses(entry)
        case FactualDispute() | Contradiction():
            for side in entry.sides:
                yield from _cited(side.citations)
                if isinstance(entry, FactualDispute):
                    yield "actors", side.actor
        case Track():
            for text in entry.texts:
                yield from _cited(text.citations)
                yield from _actors(text.by)


def _named_by_clauses(version: Version) -> Iterator[Name]:
    for clause in version.clauses:
        if clause.issue is not None:
            yield "issues", clause.issue
        for alternative in clause.alternatives:
            yield from _actors(alternative.by)


def _named_by_numbers(preferences: Preferences) -> Iterator[Name]:
    yield "actors", preferences.party
    yield from _options(preferences.option_values)
    for link in preferences.links:
        yield from _options(link.if_chosen)


def _options(sets: Mapping[str, Iterable[str]]) -> Iterator[Name]:
    for issue, options in sets.items():
        yield "issues", issue
        yield from (("options", f"{issue}/{option}") for option in options)


def _cited(citations: Iterable[Citation]) -> Iterator[Name]:
    return (("sources", citation.source) for citation in citations)


def _actors(actor: str | None) -> Iterator[Name]:
    if actor is not None:
        yield "actors", actor
