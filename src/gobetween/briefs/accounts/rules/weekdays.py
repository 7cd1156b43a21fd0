"""One report in which the same day of talks lies both ahead and behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.phrasing import listed
from gobetween.model.evidence import MeetingMention, MeetingStatus

WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
COLLECTIVE = re.compile(r"\b(sessions|talks|negotiations|meetings|round|hearings|discussions)\b", re.IGNORECASE)
TOOK_PLACE = re.compile(
    rf"{COLLECTIVE.pattern}[^.;]{{0,60}}\b(?:took place|were held|was held|ended|concluded)\b[^.;]{{0,60}}day\b",
    re.IGNORECASE,
)
SAME_DAY_BUT_LATER = re.compile(r"\b(later|again|evening|afternoon|tonight|last|next|previous)\b", re.IGNORECASE)


def find_weekday_clashes(coverage: Coverage) -> Iterator[Clash]:
    """A meeting planned for a day on which the same report has the talks already held. "Later on Friday" is no clash with Friday."""
    told = set()
    held = tuple(_held(coverage))
    for ahead in (each for each in coverage.found("meetings") if each.item.status is MeetingStatus.PLANNED):
        for behind in (each for each in held if each.report is ahead.report):
            days = _days_ahead(ahead) & _days(behind)
            if days and _same_talks(coverage, ahead, behind) and (ahead.report.name, days) not in told:
                told.add((ahead.report.name, days))
                yield _clash(coverage, days, ahead, behind)


def _clash(coverage: Coverage, days: frozenset[str], ahead: Found[Any], behind: Found[Any]) -> Clash:
    sides = (Side(f"{coverage.label(ahead.report)}: ahead", (ahead,)), Side(f"{coverage.label(behind.report)}: behind", (behind,)))
    why = "One report has the talks of that day both still to come and already held."
    return Clash(f"Whether {listed(sorted(days))} lies ahead or behind", why, sides)


def _held(coverage: Coverage) -> Iterator[Found[Any]]:
    """Meetings held, and whatever else was read whose words have talks take place on a day of the week."""
    for found in coverage.found("meetings"):
        if found.item.status is MeetingStatus.HELD and COLLECTIVE.search(found.passage.text):
            yield found
    for found in (*coverage.found("assessments"), *coverage.found("acts"), *coverage.statements()):
        if TOOK_PLACE.search(found.passage.text):
            yield found


def _days_ahead(found: Found[MeetingMention]) -> frozenset[str]:
    return frozenset() if SAME_DAY_BUT_LATER.search(found.passage.text) else _days(found)


def _days(found: Found[Any]) -> frozenset[str]:
    return frozenset(match[0] for match in WEEKDAY.finditer(found.passage.text))


def _same_talks(coverage: Coverage, ahead: Found[MeetingMention], behind: Found[Any]) -> bool:
    if not isinstance(behind.item, MeetingMention):
        return True
    places = {coverage.names.of(each.item.place) for each in (ahead, behind) if each.item.place}
    mine, theirs = (coverage.names.actors_of(each.item.participants) for each in (ahead, behind))
    return len(places) < 2 and (not mine or not theirs or bool(mine & theirs) or not places)
