"""How alike the openings of two reports are, and on which day they say that it happened.

News says in its first words what happened, to whom, and when; what follows is background and much the same in every report of some
talks. The likeness is a cosine of word stems (Salton and Buckley 1988), each weighed by how few reports have it; everyday words of
news weigh little from the first report on.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache

from gobetween.briefs.accounts.coverage import Coverage
from gobetween.briefs.accounts.likeness import stems
from gobetween.model.evidence import Report

OTHER_NEWS = 80
"""Reports of other matters, added in thought, so that a word is weighed soundly where there are few reports, too."""

COMMON = 0.3  # the part of those that have an everyday word
FIRST_DAYS = 2  # days named in an opening that may be that of the event; the next ones are plans and background
FARTHEST = 60  # days between two days named of one event at most
_EVERYDAY = """
two side talk offer week year union accord people minister state three month delegation percent close government administer day
deny deal meet want back first report demand office hold member night hour put chief negotiator go pay accept paper group next
agree reject number least four promise threaten end five second lead propose president hand nine mediator round comment give open
bill figure part remain insist head sign foreign word see come work keep company six reach refuse dispute ten count receive half
time accuse share oppose seven general wait condition step send stay spokesman spokeswoman prepare decline chair estimate matter
long third point return speak line read provide join name warn near raise rise text strike vote team stop market plan employ board
answer request release bring council short main person country neighbour arrive another set morning session house turn separate
conference capital job envoy telephone cross secretary follow kill draft ballot believe date place blame miss confirm carry public
adviser withdraw guarantee leave camp police command begin pass resume take expect together army move force discuss settle staff
manage announce announcement settlement negotiation negotiate statement tell leader monday tuesday wednesday thursday friday
saturday sunday january february march april june july august september october november december photo agency today yesterday
tomorrow war peace pressure issue progress hope compromise committee record old high big large hard good early late parliament
court law federal international national security economic political party world million billion thousand hundred cent dollar
include continue way final start support help need try show know ask add become happen
"""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DAYS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH} {_DAY}\b(?:,? (?P<year>(?:19|20)\d\d)\b)?",
        rf"\b{_DAY} {_MONTH}(?:,? (?P<year>(?:19|20)\d\d)\b)?",
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b",
    )
)
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_YEAR = 372  # days, each month taken as 31 long: near enough to tell one event from another
_MONTH_DAYS = 31


def likeness_of_openings(coverage: Coverage, first: Report, second: Report) -> float:
    """From 0, no word in common, to 1, the same words."""
    mine, theirs = _weights(coverage, first), _weights(coverage, second)
    shared = math.fsum(weight * theirs[stem] for stem, weight in mine.items() if stem in theirs)
    return shared / (_length(mine) * _length(theirs)) if shared else 0.0


def days_of_opening_apart(coverage: Coverage, first: Report, second: Report) -> int | None:
    """The least number of days between a day that one report names at its head, or was published on, and one of the other.

    `None` where one names none, or where they are so far apart that the years, or what the days are of, differ.
    """
    apart = [_apart(mine, theirs) for mine in _days(coverage, first) for theirs in _days(coverage, second)]
    return min((days for days in apart if days <= FARTHEST), default=None)


def are_years_apart(coverage: Coverage, first: Report, second: Report) -> bool:
    """Whether all full dates of the one are further from all of the other than those of one event can be."""
    mine, theirs = ([day for day in _days(coverage, each) if day[0]] for each in (first, second))
    return bool(mine) and bool(theirs) and all(_apart(one, other) > FARTHEST for one in mine for other in theirs)


def weekdays_shared(coverage: Coverage, first: Report, second: Report) -> frozenset[str]:
    """The weekdays that both openings name."""
    return _weekdays(coverage, first) & _weekdays(coverage, second)


def _weights(coverage: Coverage, report: Report) -> dict[str, float]:
    return coverage.once(("weights of opening", report.name), lambda: _weigh(coverage, report))


def _weigh(coverage: Coverage, report: Report) -> dict[str, float]:
    common = _everyday()
    held = coverage.once("stems of openings", lambda: _holders(coverage))
    reports = len(coverage.reports) + OTHER_NEWS + 1
    return {
        stem: math.log(reports / (held[stem] + (OTHER_NEWS * COMMON if stem in common else 0) + 0.5)) for stem in sorted(_stems(report))
    }


def _holders(coverage: Coverage) -> Counter[str]:
    """In how many reports each stem stands."""
    return Counter(stem for report in coverage.reports for stem in _stems(report))


def _stems(report: Report) -> frozenset[str]:
    return stems(report.document.opening)


@cache
def _everyday() -> frozenset[str]:
    return stems(_EVERYDAY)


def _length(weights: dict[str, float]) -> float:
    return math.sqrt(math.fsum(weight * weight for weight in weights.values()))


def _days(coverage: Coverage, report: Report) -> tuple[tuple[int, int, int], ...]:
    return coverage.once(("days of opening", report.name), lambda: _find_days(report))


def _find_days(report: Report) -> tuple[tuple[int, int, int], ...]:
    """The day of publication, or else the first days named; the year is 0 where it is not said."""
    if (day := report.document.published.day) is not None:
        return ((day.year, day.month, day.day),)
    found: dict[int, tuple[int, int, int]] = {}
    for form in _DAYS:
        for match in form.finditer(report.document.opening):
            named = match.groupdict()
            month = int(named["number"]) if named.get("number") else _MONTHS.index(named["month"][:3].lower()) + 1
            found.setdefault(match.start(), (int(named["year"] or 0), month, int(named["day"])))
    return tuple(found[at] for at in sorted(found)[:FIRST_DAYS])


def _apart(first: tuple[int, int, int], second: tuple[int, int, int]) -> int:
    days = (second[1] - first[1]) * _MONTH_DAYS + second[2] - first[2]
    if first[0] and second[0]:
        return abs(days + (second[0] - first[0]) * _YEAR)
    return min(abs(days), _YEAR - abs(days))


def _weekdays(coverage: Coverage, report: Report) -> frozenset[str]:
    named = _WEEKDAY.findall(report.document.opening)
    return coverage.once(("weekdays of opening", report.name), lambda: frozenset(each.lower() for each in named))
