"""One account has talks held on a day, another has the talks of that day called off, or not held."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.accounts.rules.same_talks import are_of_same_talks
from gobetween.briefs.phrasing import listed
from gobetween.model.evidence import MeetingMention, MeetingStatus

TALKS = re.compile(r"\b(?:sessions?|talks|negotiations|meetings?|rounds?|hearings?|discussions|summit|met|meet)\b", re.IGNORECASE)
CALLED_OFF = re.compile(r"\b(?:called off|cancell?ed|scrapped|postponed|put off)\b", re.IGNORECASE)
NOT_HELD = re.compile(
    r"\b(?:(?:did|has|have|had) (?:not|never) (?:take|taken) place|never took place|(?:was|were) (?:not|never) held"
    r"|did not meet|(?:had |have )?never met)\b",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
CLAUSE = re.compile(
    r"[,;:…]|\b(?:but|after|before|when|while)\b|\band (?=(?:then |later )?(?:called|put|postponed|cancell?ed|scrapped)\b)"
)
NEW_DAY = re.compile(r"\b(?:to|until|till) (?:the )?(?:next |following )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SAME_WEEK = 6  # days between a report and the day of the week that it names
JUST_BEFORE = 1  # days between talks and a report that says, without naming a day, that they were not held


def find_cancellations(coverage: Coverage) -> Iterator[Clash]:
    """Talks of one day that one report has held and another called off or not held: each telling of the latter once.

    That talks were planned, and then called off, is a course of events and no clash; nor is a telling of both in one report.
    """
    held = [each for each in coverage.found("meetings") if each.item.status is MeetingStatus.HELD and not _is_off(each)]
    told = set()
    for off in _off(coverage):
        against = next((each for each in held if _is_of_same_day(coverage, off, each)), None)
        key = (coverage.origin(off), coverage.origin(against), _days(off)) if against else None
        if against and key not in told:
            told.add(key)
            yield _clash(coverage, against, off)


def _clash(coverage: Coverage, held: Found[MeetingMention], off: Found[Any]) -> Clash:
    who = listed(sorted(_sides(coverage, held)))
    why = "One report has talks of these sides held on a day on which another has them not held; they may have been taken up after all."
    sides = tuple(Side(coverage.label(each.report), (each,)) for each in (held, off))
    return Clash(f"Whether talks of {who} were held", why, sides)


def _off(coverage: Coverage) -> Iterator[Found[Any]]:
    for found in (*coverage.statements(), *coverage.found("meetings"), *coverage.found("acts"), *coverage.found("assessments")):
        if _is_off(found):
            yield found


def _is_off(found: Found[Any]) -> bool:
    words = found.passage.text
    return bool(TALKS.search(words)) and bool(CALLED_OFF.search(words) or NOT_HELD.search(words))


def _is_of_same_day(coverage: Coverage, off: Found[Any], held: Found[MeetingMention]) -> bool:
    if coverage.origin(off) == coverage.origin(held) or not _same_sides(coverage, off, held):
        return False
    days = _days(off)
    when = coverage.when(held)
    if days:
        return when.earliest is not None and when.earliest == when.latest and when.earliest in days
    apart = days_apart(off.report.document.published, when)
    return bool(NOT_HELD.search(off.passage.text)) and apart is not None and apart <= JUST_BEFORE


def _same_sides(coverage: Coverage, off: Found[Any], held: Found[MeetingMention]) -> bool:
    sides = _sides(coverage, held)
    named = _named(coverage, off.passage.text)
    if len(sides) < 2:
        return False
    return len(sides & named) > 1 or (named <= sides and are_of_same_talks(coverage, off.report, held.report))


def _sides(coverage: Coverage, held: Found[MeetingMention]) -> frozenset[str]:
    """Those who met: as read, or as the words have them where fewer than two were read."""
    sides = coverage.names.sides_of(held.item.participants)
    return sides if len(sides) > 1 else sides | _named(coverage, held.passage.text)


def _named(coverage: Coverage, words: str) -> frozenset[str]:
    return frozenset(actor for actor in coverage.names.actors if re.search(rf"\b{re.escape(actor)}\b", words, re.IGNORECASE))


def _days(off: Found[Any]) -> frozenset[dt.date]:
    """The days within a week of the report on the weekday of which the words tell, unless it is that to which talks are put off."""
    published = off.report.document.published
    if published.earliest is None or published.earliest != published.latest:
        return frozenset()
    clauses = [
        clause for clause in CLAUSE.split(NEW_DAY.sub(" ", off.passage.text)) if CALLED_OFF.search(clause) or NOT_HELD.search(clause)
    ]
    wanted = {WEEKDAYS.index(match[1]) for clause in clauses for match in WEEKDAY.finditer(clause)}
    near = (published.earliest + dt.timedelta(days=step) for step in range(-SAME_WEEK, SAME_WEEK + 1))
    return frozenset(day for day in near if day.weekday() in wanted)
