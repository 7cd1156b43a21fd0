"""One account has the sides sit together, another has the same talks indirect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart
from gobetween.briefs.accounts.likeness import stems
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.accounts.rules.same_talks import are_of_same_talks
from gobetween.briefs.phrasing import listed
from gobetween.model.evidence import MeetingForm, MeetingMention, MeetingStatus, Statement, StatementKind

SAME_TALKS = 3  # days within which meetings of the same sides in the same place are of the same talks
NEXT_DAY = 1  # the same where one of the reports names no place
MEET = re.compile(r"\b(?:meet|meets|met|meeting) (?:\w+ ){0,5}?with\b|\bface[- ]to[- ]face\b|\bsat down with\b")
ONE_ROOM = re.compile(r"\bface[- ]to[- ]face\b|\b(?:one|same) (?:table|room)\b|\bdirect(?:ly)?\b|\btogether\b", re.IGNORECASE)
DENIED = re.compile(rf"\b(?:met|meet(?:ing|s)?|talked|sat|held (?:\w+ )?talks)\b|{ONE_ROOM.pattern}", re.IGNORECASE)
NOT_MET = (MeetingStatus.PLANNED, MeetingStatus.CALLED_OFF)
BOTH = re.compile(r"\b(?:two|both|the) (?:delegations|sides|parties|teams|leaders)\b|\bthey\b|\beach other\b", re.IGNORECASE)


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


def find_denied_meetings(coverage: Coverage) -> Iterator[Clash]:
    """Meetings that one tells of and another denies, of the same sides and days: each denial once."""
    denials = [each for each in coverage.statements() if each.item.kind is StatementKind.DENIAL and DENIED.search(each.passage.text)]
    meetings = [each for each in coverage.found("meetings") if each.item.status not in NOT_MET]
    meetings = [each for each in meetings if not any(_holds(denial, each) for denial in denials)]
    for denial in denials:
        told = tuple(each for each in meetings if _is_denied(coverage, denial, each))
        if told:
            who = coverage.source(denial.item.speaker)
            sides = [Side(label, tuple(own)) for label, own in _by_label(coverage, told).items()]
            why = "A meeting that one tells of is denied by another, within the same days; that it is the same meeting is concluded."
            yield Clash("Whether the sides met", why, (*sides, Side(f"{who}, {coverage.label(denial.report)}", (denial,))))


def _by_label(coverage: Coverage, told: tuple[Found[MeetingMention], ...]) -> dict[str, list[Found[MeetingMention]]]:
    labels: dict[str, list[Found[MeetingMention]]] = {}
    for each in told:
        labels.setdefault(coverage.label(each.report), []).append(each)
    return labels


def _holds(denial: Found[Statement], meeting: Found[MeetingMention]) -> bool:
    return denial.report is meeting.report and any(
        mine.overlaps(theirs) for mine in denial.passage.spans for theirs in meeting.passage.spans
    )


def _is_denied(coverage: Coverage, denial: Found[Statement], meeting: Found[MeetingMention]) -> bool:
    if len(meeting.item.participants) < 2:
        return False
    words = denial.passage.text
    if ONE_ROOM.search(words) and not _is_direct(meeting):
        return False
    apart = days_apart(coverage.when(denial), coverage.when(meeting))
    if denial.report is not meeting.report and (apart is None or apart > SAME_TALKS):
        return False
    sides = _sides(coverage, meeting)
    named = frozenset(side for side in sides if stems(side) and stems(side) <= stems(words))
    if len(named) > 1:
        return True
    is_same = sides <= coverage.names.sides_of(denial.report.document.actors)
    is_same = is_same or are_of_same_talks(coverage, denial.report, meeting.report)
    return is_same and bool(BOTH.search(words)) and not coverage.names.actors_of(_others_named(coverage, words, sides))


def _others_named(coverage: Coverage, words: str, sides: frozenset[str]) -> list[str]:
    """Actors that the denial names and that did not meet."""
    return [actor for actor in coverage.names.actors if actor not in sides and re.search(rf"\b{re.escape(actor)}\b", words)]


def _clash(coverage: Coverage, both: frozenset[str], found: tuple[Found[MeetingMention], ...]) -> Clash:
    why = "One report calls talks between these sides indirect; the other has them meet, within the same days."
    sides = tuple(Side(coverage.label(each.report), (each,)) for each in found)
    return Clash(f"Whether {listed(sorted(both))} sit together", why, sides)


def _sides(coverage: Coverage, found: Found[MeetingMention]) -> frozenset[str]:
    return coverage.names.sides_of(found.item.participants)


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
    if coverage.origin(first) == coverage.origin(second) or (mine and theirs and coverage.names.of(mine) != coverage.names.of(theirs)):
        return False
    apart = days_apart(coverage.when(first), coverage.when(second))
    return apart is not None and apart <= (SAME_TALKS if mine and theirs else NEXT_DAY)
