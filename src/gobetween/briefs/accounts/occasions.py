"""Which stories tell of one event without copying each other, such as two agencies' reports of one round.

Word runs do not show this, and likeness of meaning does not tell one round of talks from the next: what counts is that two reports of
one day open with the same words, that the same people meet in the same place, say the same words, and that the same numbers are given.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import combinations, product

from attrs import frozen

from gobetween.briefs.accounts.coverage import Coverage, coverage_of, days_apart
from gobetween.briefs.accounts.likeness import overlap, stems
from gobetween.briefs.accounts.openings import are_years_apart, days_of_opening_apart, likeness_of_openings, weekdays_shared
from gobetween.model.dates import When
from gobetween.model.evidence import Account, FigureMention, MeetingMention, MeetingStatus, Mode, Occasion, Report, SourceType

ENOUGH = 5
"""Points from which on two stories are of one event, where both are dated."""

UNDATED = 8
"""The same where one of them is not: what is said of one round may be said of the next."""

NOT_UNLIKE = 0.7
"""The part of these points that each two stories of one event have, however they came to be joined."""

FAR = 2  # days between two reports of one event at most
TELLING = 10  # a smaller whole number may be met twice by chance
LIKE = 0.6  # the part of the shorter's words that two wordings of one thing share
FEWEST = 3  # words that carry meaning; shorter wordings tell nothing
MOST_COMPARED = 40_000  # pairs of stories, those published nearest to each other first: some seconds
FEW, MANY = 2, 4  # people whom both name: the talks are the same, though perhaps not the round
OPENINGS = ((0.30, 6), (0.25, 5), (0.18, 4), (0.10, 2))
"""Points for openings that are at least so alike; see `openings`."""

RUNS = 3  # of words, which two texts share at least if both give the same quotation
_DIGITS = re.compile(r"\d")


@frozen
class Likeness:
    """What two stories share, in points, each with its reason."""

    points: int
    reasons: tuple[str, ...]


def find_occasions(account: Account) -> tuple[Occasion, ...]:
    """The events of which more than one story of the account tells; see `occasions_of`."""
    return occasions_of(coverage_of(account))


def occasions_of(coverage: Coverage) -> tuple[Occasion, ...]:
    """The events of which more than one story tells, by first name.

    Stories are compared in pairs, those whose dates lie more than `FAR` days apart not at all; pairs that are alike enough are joined,
    the most alike first, where no two of those joined are unlike. The reason is that of the pair that is most alike.
    """
    return coverage.once("occasions", lambda: _find(coverage))


def _find(coverage: Coverage) -> tuple[Occasion, ...]:
    compared = [(likeness_of(coverage, first, second), first, second) for first, second in _pairs(coverage)]
    parts = {_key(first, second): likeness.points / _needed(coverage, first, second) for likeness, first, second in compared}
    homes = {report.name: _Event((report,), "") for report in coverage.reports}
    for likeness, first, second in sorted(compared, key=_most_alike):
        mine, theirs = homes[first.name], homes[second.name]
        if mine is theirs or parts[_key(first, second)] < 1:
            continue
        if all(parts.get(_key(*pair), 0) >= NOT_UNLIKE for pair in product(mine.reports, theirs.reports)):
            joined = _Event((*mine.reports, *theirs.reports), mine.reason or theirs.reason or "; ".join(likeness.reasons))
            homes |= dict.fromkeys((report.name for report in joined.reports), joined)
    members: dict[str, list[str]] = {}
    for report in coverage.reports:
        members.setdefault(homes[coverage.stories[report.name]].reports[0].name, []).append(report.name)
    found = (Occasion(tuple(sorted(members[each.reports[0].name])), each.reason) for each in set(homes.values()) if each.reason)
    return tuple(sorted(found, key=lambda each: each.names))


@frozen(eq=False)
class _Event:
    """Stories joined so far, and what speaks for the two of them that are most alike."""

    reports: tuple[Report, ...]
    reason: str


def _key(first: Report, second: Report) -> tuple[str, str]:
    return (first.name, second.name) if first.name < second.name else (second.name, first.name)


def _needed(coverage: Coverage, first: Report, second: Report) -> int:
    return ENOUGH if _are_dated(coverage, first, second) else UNDATED


def _most_alike(pair: tuple[Likeness, Report, Report]) -> tuple[int, str, str]:
    return -pair[0].points, pair[1].name, pair[2].name


def likeness_of(coverage: Coverage, first: Report, second: Report) -> Likeness:
    """What speaks for it that two reports tell of one event."""
    if are_years_apart(coverage, first, second):
        return Likeness(0, ())
    found = [
        *_same_opening(coverage, first, second),
        *_same_meeting(coverage, first, second),
        *_same_words(coverage, first, second),
        *_same_numbers(first, second),
        *_same_moves(coverage, first, second),
        *_same_plans(coverage, first, second),
    ]
    if not found:
        return Likeness(0, ())
    found += _same_people(coverage, first, second)
    if (shared := len(_about(coverage, first) & _about(coverage, second))) >= 3:
        found.append((1, f"{shared} actors in common"))
    if days_apart(first.document.published, second.document.published) in (0, 1):
        found.append((1, "published within a day of each other"))
    elif days_of_opening_apart(coverage, first, second) in (0, 1):
        found.append((1, "the same day named at the head of both"))
    elif not _are_dated(coverage, first, second) and (days := weekdays_shared(coverage, first, second)):
        found.append((2, f"the same weekday named at the head of both: {min(days).capitalize()}day"))
    return Likeness(sum(points for points, _ in found), tuple(reason for _, reason in found))


def _pairs(coverage: Coverage) -> list[tuple[Report, Report]]:
    heads = {coverage.stories[report.name] for report in coverage.reports}
    stories = [report for report in coverage.reports if report.name in heads and report.document.language == "en"]
    near: list[tuple[int, Report, Report]] = []
    for first, second in combinations(stories, 2):
        apart = days_apart(first.document.published, second.document.published)
        if apart is None or apart <= FAR:
            near.append((FAR + 1 if apart is None else apart, first, second))
    near.sort(key=_distance)
    return [(first, second) for _, first, second in near[:MOST_COMPARED]]


def _are_dated(coverage: Coverage, first: Report, second: Report) -> bool:
    apart = days_apart(first.document.published, second.document.published)
    return apart is not None or days_of_opening_apart(coverage, first, second) in (0, 1)


def _same_opening(coverage: Coverage, first: Report, second: Report) -> Iterator[tuple[int, str]]:
    likeness = likeness_of_openings(coverage, first, second)
    points = next((points for least, points in OPENINGS if likeness >= least), 0)
    if points:
        yield points, "the same told at the head of both" if points > OPENINGS[-1][1] else "much the same words at the head of both"


def _same_meeting(coverage: Coverage, first: Report, second: Report) -> Iterator[tuple[int, str]]:
    for mine, who in _meetings(coverage, first):
        for theirs, others in _meetings(coverage, second):
            shared = who & others
            is_elsewhere = mine.place and theirs.place and mine.place != theirs.place
            if len(shared) < 2 or is_elsewhere or not _is_one_day(_day(mine, first), _day(theirs, second)):
                continue
            is_placed = mine.place is not None and mine.place == theirs.place
            yield (4 if is_placed else 3), f"the same meeting: {', '.join(sorted(shared))}{f' in {mine.place}' if is_placed else ''}"
            return


def _meetings(coverage: Coverage, report: Report) -> list[tuple[MeetingMention, frozenset[str]]]:
    """Each meeting with the actors who take part, themselves or by their people."""
    return coverage.once(
        ("meetings", report.name),
        lambda: [(each, coverage.names.sides_of(each.participants)) for each in report.document.meetings],
    )


def _day(meeting: MeetingMention, report: Report) -> When:
    """When it was, as far as the text says; a day without a date in an undated text says nothing."""
    return report.document.published if meeting.when.is_unknown else meeting.when


def _is_one_day(mine: When, theirs: When) -> bool:
    apart = days_apart(mine, theirs)
    return apart is not None and apart <= 1


def _same_words(coverage: Coverage, first: Report, second: Report) -> Iterator[tuple[int, str]]:
    """Words between quotation marks that both give: nothing is surer."""
    if len(_runs(coverage, first) & _runs(coverage, second)) < RUNS:
        return
    for mine in first.document.statements:
        for theirs in second.document.statements:
            if Mode.INDIRECT in (mine.mode, theirs.mode) or not _is_like(mine.content.text, theirs.content.text):
                continue
            if coverage.names.actor_of(mine.speaker.name) == coverage.names.actor_of(theirs.speaker.name):
                yield 4, f"the same words of {coverage.names.of(mine.speaker.name)}"
                return


def _same_numbers(first: Report, second: Report) -> Iterator[tuple[int, str]]:
    theirs = {(each.value, each.unit) for each in second.document.figures if _is_telling(each)}
    shared = [each for each in first.document.figures if (each.value, each.unit) in theirs]
    told = list(dict.fromkeys(each.passage.text for each in shared if _DIGITS.search(each.passage.text)))
    for text in told[:3]:
        yield 2, f"the same number: {text}"


def _is_telling(figure: FigureMention) -> bool:
    return figure.value >= TELLING or figure.value != int(figure.value)


def _same_moves(coverage: Coverage, first: Report, second: Report) -> Iterator[tuple[int, str]]:
    """The same step of the same actor: a position or an act in much the same words."""
    theirs = _moves(coverage, second)
    shared = [
        who
        for (who, what), texts in _moves(coverage, first).items()
        if any(_is_like(mine, other) for mine in texts for other in theirs.get((who, what), ()))
    ]
    for who in list(dict.fromkeys(shared))[:2]:
        yield 2, f"the same step of {who}"


def _same_plans(coverage: Coverage, first: Report, second: Report) -> Iterator[tuple[int, str]]:
    """The same day to come for which talks are set, or were: each report of a round names the next."""
    days = sorted(_days_to_come(first) & _days_to_come(second))
    if days and _about(coverage, first) & _about(coverage, second):
        yield 2, f"the same day set for a meeting: {days[0]}"


def _days_to_come(report: Report) -> frozenset[dt.date]:
    today = report.document.published.day
    days = {each.when.day for each in report.document.meetings if each.status in {MeetingStatus.PLANNED, MeetingStatus.CALLED_OFF}}
    return frozenset(day for day in days if day is not None and today is not None and day > today)


def _same_people(coverage: Coverage, first: Report, second: Report) -> Iterator[tuple[int, str]]:
    shared = len(_people(coverage, first) & _people(coverage, second))
    if shared >= FEW:
        yield (2 if shared >= MANY else 1), f"{shared} people in common"


def _people(coverage: Coverage, report: Report) -> frozenset[str]:
    """The people named with a post, or as speaking, by their whole names."""
    document = report.document
    speakers = (each.speaker.name for each in document.statements if each.speaker.source_type is SourceType.NAMED_PERSON)
    named = (*speakers, *(each.person for each in document.offices))
    return coverage.once(("people", report.name), lambda: frozenset(each.casefold() for each in named if " " in each))


def _moves(coverage: Coverage, report: Report) -> dict[tuple[str, str], list[str]]:
    """The wordings of all positions and acts, by actor and stance."""
    return coverage.once(("moves", report.name), lambda: _find_moves(coverage, report))


def _find_moves(coverage: Coverage, report: Report) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for position in report.document.positions:
        found.setdefault((coverage.names.of(position.party), position.stance.value), []).append(position.passage.text)
    for act in report.document.acts:
        found.setdefault((coverage.names.of(act.actor), "act"), []).append(act.passage.text)
    return found


def _runs(coverage: Coverage, report: Report) -> frozenset[int]:
    return coverage.once(("runs", report.name), lambda: frozenset(report.document.fingerprint))


def _is_like(first: str, second: str) -> bool:
    mine, theirs = stems(first), stems(second)
    return min(len(mine), len(theirs)) >= FEWEST and overlap(mine, theirs) >= LIKE


def _about(coverage: Coverage, report: Report) -> frozenset[str]:
    return coverage.once(("about", report.name), lambda: coverage.names.actors_of(report.document.actors))


def _distance(pair: tuple[int, Report, Report]) -> int:
    return pair[0]
