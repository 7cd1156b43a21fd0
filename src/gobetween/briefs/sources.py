"""The reports that a brief cites: counted, with outlet, title, date, and which of them tell one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from attrs import AttrsInstance, fields, has

from gobetween.briefs.blocks import Section, SourceLine
from gobetween.briefs.names import outlet_of
from gobetween.briefs.phrasing import joined, sentence
from gobetween.model.cases import Case, Source
from gobetween.model.dates import DateBasis
from gobetween.model.passages import Citation


def source_lines(case: Case) -> tuple[SourceLine, ...]:
    """The sources of a view, counted in order of publication; undated ones come last."""
    sources = sorted(case.sources, key=lambda each: each.published.sort_key)
    first: dict[str, int] = {}
    told = _told_again(case)
    lines = []
    for number, source in enumerate(sources, start=1):
        root = first.setdefault(_origin(source.id, told), number)
        lines.append(_line(source, number, root if root != number else None))
    return tuple(lines)


def _line(source: Source, number: int, origin: int | None) -> SourceLine:
    inferred = source.published.basis is DateBasis.INFERRED
    return SourceLine(
        source.id,
        number,
        label=joined(outlet_of(source), f"“{source.title}”" if source.title else "", by=", "),
        published=source.published,
        origin=origin,
        detail=joined(f"Date inferred: {sentence(source.published.inference)}" if inferred else "", sentence(source.note), by=" "),
    )


def _told_again(case: Case) -> dict[str, str | None]:
    """Whose story each source tells again, if anybody's."""
    return {source.id: source.same_story_as for source in case.sources}


def _origin(source_id: str, told: Mapping[str, str | None]) -> str:
    """The source whose story this one tells, or itself: copies of one story share it."""
    seen = {source_id}
    while (further := told.get(source_id)) and further not in seen:
        source_id = further
        seen.add(source_id)
    return source_id


def origins_of(case: Case, citations: Iterable[Citation]) -> frozenset[str]:
    """The independent origins behind citations: reports that tell one story count once."""
    told = _told_again(case)
    return frozenset(_origin(citation.source, told) for citation in citations)


def cited_in(sections: Iterable[Section]) -> frozenset[str]:
    """The ids of the sources that anything in these sections cites."""
    return frozenset(_cited(tuple(sections)))


def _cited(value: object) -> Iterator[str]:
    if isinstance(value, Citation):
        yield value.source
    elif isinstance(value, tuple):
        for part in value:
            yield from _cited(part)
    elif has(type(value)):
        for attribute in fields(cast("type[AttrsInstance]", type(value))):
            yield from _cited(getattr(value, attribute.name))
