"""Events after what they were coded from was judged: coded again where it was changed, left as they were where it was not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

from attrs import evolve

from gobetween.model.evidence.documents import Document
from gobetween.model.evidence.kinds import ItemKind, Standing
from gobetween.model.evidence.mentions import EventMention
from gobetween.model.passages import Span

Coding: TypeAlias = Callable[[Document], tuple[EventMention, ...]]
"""Gives the events of a document, coded from its other items."""

Words: TypeAlias = tuple[str, tuple[Span, ...]]
"""The kind of an item, in a word, and where its words stand."""


def recoded(read: Document, judged: Document, code: Coding, struck: Collection[Words]) -> tuple[EventMention, ...]:
    """The events of a document as it was read, by its items as they were judged.

    What is coded alike from both stays as it was read, confidence and id included. An event that is coded from the judged items no more
    gives way to one on the same words, if one is coded now; those coded from `struck` items stay, to be struck with them. What is coded
    from added items is new. Cost: the document coded twice.
    """
    before = {_said(each) for each in code(read)}
    now = {_said(each): each for each in code(judged)}
    known = {*before, *map(_said, read.events)}
    fresh = [each for said, each in now.items() if said not in known]
    events: list[EventMention] = []
    for event in read.events:
        said = _said(event)
        if said in now:
            events.append(evolve(event, read_from=now[said].read_from))
        elif said not in before or origin_of(event) in struck:
            events.append(event)
        elif (place := _place_of_same_words(event, fresh)) is not None:
            events.append(evolve(fresh.pop(place), id=event.id))
    for event in fresh:
        _insert(event, events)
    return tuple(events)


def origin_of(event: EventMention) -> Words | None:
    """The item from which the event was coded, or `None` if it does not say."""
    if not event.read_from:
        return None
    read_from = event.read_from.replace("_", "-").replace(" ", "-")
    word = next((kind.word for kind in ItemKind if read_from in (kind.word, kind.value.replace("_", "-"))), read_from)
    return word, event.passage.spans


def _said(event: EventMention) -> EventMention:
    """The event without what does not tell it from another."""
    return evolve(event, id="", confidence=None, standing=Standing.READ, read_from="")


def _place_of_same_words(event: EventMention, fresh: Sequence[EventMention]) -> int | None:
    return next((place for place, each in enumerate(fresh) if origin_of(each) == origin_of(event)), None)


def _insert(event: EventMention, events: list[EventMention]) -> None:
    """Puts the event where its words stand."""
    after = next((place for place, each in enumerate(events) if each.passage.start > event.passage.start), len(events))
    events.insert(after, event)
