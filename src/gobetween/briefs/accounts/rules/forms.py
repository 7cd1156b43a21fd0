"""One account has the sides sit together, another has the same talks indirect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.phrasing import listed
from gobetween.model.evidence import MeetingForm, MeetingMention

SAME_TALKS = 3  # days within which meetings of the same sides in the same place are of the same talks
MEET = re.compile(r"\b(?:meet|meets|met|meeting) (?:\w+ ){0,5}?with\b|\bface[- ]to[- ]face\b|\bsat down with\b")


def find_form_clashes(coverage: Coverage) -> Iterator[Clash]:
    """Talks said to be indirect in one report, and sides of them said to sit together, there and then, in another; once a month."""
    meetings: tuple[Found[MeetingMention], ...] = coverage.found("meetings")
    direct = [each for each in meetings if _is_direct(each)]
    told = set()
    for indirect in (each for each in meetings if each.item.form is MeetingForm.INDIRECT):
        for together in direct:
            both = _sides(coverage, indirect) & _sides(coverage, together)
            key = (both, _month(coverage, indirect))
            if len(both) > 1 and key not in told and _is_same(coverage, indirect, together):
                told.add(key)
                yield _clash(coverage, both, (indirect, together))


def _clash(coverage: Coverage, both: frozenset[str], found: tuple[Found[MeetingMention], ...]) -> Clash:
    why = "One report calls talks between these sides indirect; the other has them meet, in the same place and days."
    sides = tuple(Side(coverage.label(each.report), (each,)) for each in found)
    return Clash(f"Whether {listed(sorted(both))} sit together", why, sides)


def _sides(coverage: Coverage, found: Found[MeetingMention]) -> frozenset[str]:
    return coverage.names.actors_of(found.item.participants)


def _month(coverage: Coverage, found: Found[MeetingMention]) -> tuple[int, int] | None:
    day = coverage.when(found).earliest
    return (day.year, day.month) if day else None


def _is_direct(found: Found[MeetingMention]) -> bool:
    meeting = found.item
    if meeting.form is not MeetingForm.UNSAID:
        return meeting.form is MeetingForm.DIRECT
    return bool(MEET.search(found.passage.text)) and "indirect" not in found.passage.text.casefold()


def _is_same(coverage: Coverage, first: Found[MeetingMention], second: Found[MeetingMention]) -> bool:
    mine, theirs = first.item.place, second.item.place
    if (
        coverage.origin(first) == coverage.origin(second)
        or not mine
        or not theirs
        or coverage.names.of(mine) != coverage.names.of(theirs)
    ):
        return False
    apart = days_apart(coverage.when(first), coverage.when(second))
    return apart is not None and apart <= SAME_TALKS
