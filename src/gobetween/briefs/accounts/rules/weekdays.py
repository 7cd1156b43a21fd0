"""One report in which the same day of talks lies both ahead and behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.accounts.wording import listed
from gobetween.model.evidence import Meeting, MeetingStatus

WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
COLLECTIVE = re.compile(r"\b(sessions|talks|negotiations|meetings|round|hearings|discussions)\b", re.IGNORECASE)
SAME_DAY_BUT_LATER = re.compile(r"\b(later|again|evening|afternoon|tonight|last|next|previous)\b", re.IGNORECASE)


def find_weekday_clashes(coverage: Coverage) -> Iterator[Clash]:
    """A meeting planned for a day on which the same report has the talks already held. "Later on Friday" is no clash with Friday."""
    meetings: tuple[Found[Meeting], ...] = coverage.found("meetings")
    told = set()
    for ahead in (each for each in meetings if each.item.status is MeetingStatus.PLANNED):
        for behind in (each for each in meetings if each.item.status is MeetingStatus.HELD):
            days = _days(ahead) & _days(behind)
            if (
                ahead.report is behind.report
                and days
                and _same_talks(coverage, ahead, behind)
                and (ahead.report.name, days) not in told
            ):
                told.add((ahead.report.name, days))
                sides = (
                    Side(f"{coverage.label(ahead.report)}: ahead", (ahead,)),
                    Side(f"{coverage.label(behind.report)}: behind", (behind,)),
                )
                why = "One report has the talks of that day both still to come and already held."
                yield Clash(f"Whether {listed(sorted(days))} lies ahead or behind", why, sides)


def _days(found: Found[Meeting]) -> frozenset[str]:
    words = found.passage.text
    if found.item.status is MeetingStatus.PLANNED and SAME_DAY_BUT_LATER.search(words):
        return frozenset()
    return frozenset(match[0] for match in WEEKDAY.finditer(words))


def _same_talks(coverage: Coverage, ahead: Found[Meeting], behind: Found[Meeting]) -> bool:
    if COLLECTIVE.search(behind.passage.text) is None:
        return False
    places = {coverage.names.of(each.item.place) for each in (ahead, behind) if each.item.place}
    mine, theirs = (coverage.names.actors_of(each.item.participants) for each in (ahead, behind))
    return len(places) < 2 and (not mine or not theirs or bool(mine & theirs) or not places)
