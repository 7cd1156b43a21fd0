"""Entries that are sound each by itself, and yet likely not as they were meant, as they do not fit what they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from gobetween.casefiles.decoding.places import Name
from gobetween.casefiles.documents.case_file import CASE_FILE
from gobetween.model.cases import Case
from gobetween.model.dates import When
from gobetween.model.evidence import MeetingStatus, Stance
from gobetween.model.positions import Position

_SLACK = 1  # days: what is a day off may be so by the clocks of two places
_MOST_OF_A_DAY = 20  # demands that are compared with each other


def likely_slips(case: Case, lines: Mapping[Name, int]) -> Iterator[str]:
    """A line for each, with where it stands and what may be meant; `lines` are those of the entries of `case.yaml`.

    Only what hardly anybody means is told: a held meeting that was known before it took place, one outside its round, an answer
    before its proposal, demands of one day that exclude each other, a demand for any option at all.
    """
    found = (*_meetings(case), *_answers(case), *_demands(case))
    for (kind, entry), said in sorted(found, key=lambda each: lines.get(each[0], 0)):
        yield f"{CASE_FILE}:{lines.get((kind, entry), 1)}: {said}"


def _meetings(case: Case) -> Iterator[tuple[Name, str]]:
    rounds = {each.id: each for each in case.rounds}
    for meeting in case.meetings:
        name = ("meeting", meeting.id)
        if meeting.status is MeetingStatus.HELD and _is_before(meeting.known, meeting.when):
            yield name, f"a held meeting of {meeting.when} was known on {meeting.known}, before it; is one of these days another?"
        whole = rounds.get(meeting.round or "")
        if whole is not None and (_is_before(meeting.when, whole.when) or _is_before(whole.when, meeting.when)):
            yield name, f"a meeting of {meeting.when} in the round '{whole.id}', which is of {whole.when}; is one of these another?"


def _answers(case: Case) -> Iterator[tuple[Name, str]]:
    made = {each.id: each for each in case.proposals}
    for answer in case.answers:
        proposal = made.get(answer.proposal)
        if proposal is not None and _is_before(answer.when, proposal.when):
            said = f"an answer of {answer.when} to the proposal '{proposal.id}' of {proposal.when}, before it was made"
            yield ("answer", answer.id), f"{said}; is one of these days another?"


def _demands(case: Case) -> Iterator[tuple[Name, str]]:
    options = {issue.id: {option.id for option in issue.options} for issue in case.issues}
    by_day: dict[tuple[object, ...], list[Position]] = {}
    for each in case.positions:
        if each.stance is not Stance.DEMAND or each.owner is not None or each.after_deal or not each.options or each.issue is None:
            continue
        if len(each.options) > 1 and each.options == options[each.issue]:
            what = f"a demand that names all options of '{each.issue}' asks for nothing; name those alone that would do"
            yield ("position", each.id), what
        if each.when.day is not None:
            by_day.setdefault((each.actor, each.issue, each.series, each.when.day), []).append(each)
    for same in by_day.values():
        for first, second in combinations(same[:_MOST_OF_A_DAY], 2):
            if not first.options & second.options:
                said = f"'{second.actor}' demands {_named(second)} on '{second.issue}', and on the same day {_named(first)}"
                yield ("position", second.id), f"{said}: no package has both; is a stance or a day another?"


def _named(position: Position) -> str:
    return " or ".join(sorted(position.options))


def _is_before(one: When, other: When) -> bool:
    """Whether the one surely ended some days before the other began."""
    return one.latest is not None and other.earliest is not None and (other.earliest - one.latest).days > _SLACK
