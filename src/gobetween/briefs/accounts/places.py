"""Which demands belong to a sticking point far from its words: right after the name of one of its places, or for its contrary."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.model.evidence import PositionMention, Report, StickingPointMention
from gobetween.model.passages import Passage

REMEMBERED = 10_000  # texts, each looked at for many demands
KINDS = "Corridor|Crossing|Gate|Pier|Dock|Bridge|Road|Strait|Bank|Heights|Valley|Zone|Port|Strip|Quay|Yard"
PLACE = re.compile(rf"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)* (?:{KINDS})\b")
POINTS_BACK = re.compile(r"\b(?:there|area|region|zone|place|site|stretch|territory|strip|position|it)\b", re.IGNORECASE)
FORCES = r"(?:troops|forces|soldiers|guards|army|military)"
STAY = re.compile(rf"\b{FORCES}\b.*\b(?:station\w+|presence|remain\w*|stay\w*)\b", re.IGNORECASE)
LEAVE = re.compile(r"\b(?:withdraw\w*|pull-?outs?|pull(?:s|ed|ing)? out|evacuat\w+|vacat\w+)\b", re.IGNORECASE)
SENTENCE = 250  # characters back from a demand that its sentence and the one before may take


def is_the_contrary(point: Found[StickingPointMention], position: Found[PositionMention]) -> bool:
    """Whether the point and the demand are both about forces that stay or leave: one that they leave answers one that they stay."""
    return _is_about_forces(point.passage.text) and _is_about_forces(position.passage.text)


def place_just_before(coverage: Coverage, point: Found[StickingPointMention], position: Found[PositionMention]) -> str:
    """The place of the point that a demand's "there", "the area" means: the last one named right before it; else empty."""
    if point.report is not position.report or _overlap(point.passage, position.passage):
        return ""
    places = _places_in(point.passage.text)
    if not places or not POINTS_BACK.search(position.passage.text) or any(place in position.passage.text for place in places):
        return ""
    passages, starts = coverage.once(("passages", point.report.name), lambda: _passages(point.report))
    start = position.passage.start
    near = passages[bisect_left(starts, start - SENTENCE) : bisect_right(starts, start)]
    named = (place for each in reversed(near) if each.end <= start for place in places if place in each.text)
    return next(named, "")


@lru_cache(maxsize=REMEMBERED)
def _places_in(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(PLACE.findall(text)))


@lru_cache(maxsize=REMEMBERED)
def _is_about_forces(text: str) -> bool:
    return bool(STAY.search(text) or LEAVE.search(text))


def _overlap(first: Passage, second: Passage) -> bool:
    return any(mine.overlaps(theirs) for mine in first.spans for theirs in second.spans)


def _passages(report: Report) -> tuple[tuple[Passage, ...], tuple[int, ...]]:
    document = report.document
    every = {
        *(act.passage for act in document.acts),
        *(position.passage for position in document.positions),
        *(meeting.passage for meeting in document.meetings),
        *(judgement.passage for judgement in document.assessments),
        *(statement.content for statement in document.statements),
    }
    ordered = tuple(sorted(every, key=lambda each: (each.start, each.end)))
    return ordered, tuple(each.start for each in ordered)
