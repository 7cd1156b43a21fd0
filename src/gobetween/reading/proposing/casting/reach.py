"""Who reaches whom: by a channel or a carrier that a text names, or because a mediator meets one of the sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gobetween.briefs.accounts.coverage import Found
from gobetween.model.actors import Access
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.casting.role_mentions import RolesRead
from gobetween.reading.proposing.casting.sides import BOTH_SIDES, Sides
from gobetween.reading.proposing.drafts import Name, Remark
from gobetween.reading.proposing.evidence import Shelf
from gobetween.reading.proposing.ids import slug

_Route = tuple[str, str]


def draft_access(
    shelf: Shelf, cast: Cast, sides: Sides, wanted: frozenset[str], read: Mapping[str, RolesRead]
) -> tuple[tuple[Access, ...], dict[Name, Remark]]:
    """Access among those who are `wanted`; what only a meeting shows is doubtful, as one meeting makes no channel."""
    found: dict[_Route, list[Found[Any]]] = {}
    for route, mention in _told(shelf, cast, read):
        if set(route) <= wanted:
            found.setdefault(route, []).append(mention)
    told = frozenset(found)
    for route, mention in _met(shelf, cast, sides):
        found.setdefault(route, []).append(mention)
    remarks: dict[Name, Remark] = {}
    access = []
    for (one, other), mentions in found.items():
        is_told = (one, other) in told
        name, remark = slug(f"{one} to {other}"), shelf.conclusion(mentions, *(() if is_told else ("concluded from a meeting",)))
        text = "A channel that the report names." if is_told else "They meet, by the report."
        when = shelf.when(mentions[0])
        access.append(Access(name, mediator=one, to=other, text=text, when=when, **shelf.common(mentions, remark)))
        remarks["access", name] = remark
    return tuple(access), remarks


def _told(shelf: Shelf, cast: Cast, read: Mapping[str, RolesRead]) -> Iterator[tuple[_Route, Found[Any]]]:
    for report in shelf.coverage.reports:
        for mention in read.get(report.name, RolesRead()).reach:
            one, other = cast.of(mention.mediator), cast.of(mention.to)
            if one is not None and other is not None and one is not other:
                yield (one.id, other.id), Found(report, mention, mention.passage)


def _met(shelf: Shelf, cast: Cast, sides: Sides) -> Iterator[tuple[_Route, Found[Any]]]:
    for meeting in shelf.coverage.found("meetings"):
        present = cast.ids(meeting.item.participants)
        if len(present) == 1 and BOTH_SIDES.search(meeting.passage.text):
            present = (*present, *sides.parties)
        reached = [actor for actor in present if actor in sides.parties]
        mediators = [actor for actor in present if actor in sides.mediators and actor not in sides.parties]
        if len(mediators) == 1 and len(reached) + 1 == len(present):
            yield from (((mediators[0], other), meeting) for other in reached)
