"""Rounds, meetings and delegations, as the reports have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from gobetween.briefs.accounts.actors import delegations
from gobetween.briefs.accounts.coverage import Coverage, days_apart
from gobetween.briefs.accounts.meetings import meeting_groups, when_of
from gobetween.briefs.phrasing import when_in_words
from gobetween.model.actors import Delegation
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.model.evidence import MeetingForm, MeetingMention, Report
from gobetween.model.happenings import Meeting, Round
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.drafts import Name, Question, Remark
from gobetween.reading.proposing.evidence import Shelf, reported
from gobetween.reading.proposing.ids import Ids, slug

DAYS_OF_ROUND = 10  # reports of talks at one place no further apart than this are about one round
_TALKS = frozenset({"talks", "meeting", "delegation"})
_PAIR = 2
_ABOUT_PLACE = r"\b(?:truce|cease-?fire|war|deal|pause|fighting|peace|calm|hostilities|conflict) (?:in|for|on|over) (?:the )?"
_NO_TOWN = re.compile(r"(?:the |its |their )?(?:\w+ )?(?:capital|city|town|country|region|area)", re.IGNORECASE)
_BARGAINING = re.compile(r"\b(?:talks|negotiat\w+|mediat\w+|conciliat\w+|round|bargain\w+|delegations?|proposal)\b", re.IGNORECASE)
_WILLING = re.compile(
    r"\b(?:prepared|ready|willing|committed|open|eager|refus\w+|unable|unwilling|hop\w+|wants?|wish\w*|urg\w+|call(?:s|ed)) "
    r"(?:and \w+ )?(?:to|for|on) ",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:previous|earlier|last|former|past) (?:\w+ )?(?:rounds?|talks|negotiations|meetings?|sessions?)\b", re.IGNORECASE
)


@frozen
class Occasions:
    """Rounds, meetings and delegations with remarks, and the round of each report by its name."""

    rounds: tuple[Round, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    of_report: Mapping[str, str] = field(factory=dict)
    remarks: Mapping[Name, Remark] = field(factory=dict)
    questions: tuple[Question, ...] = ()


def draft_occasions(shelf: Shelf, cast: Cast, persons: frozenset[str]) -> Occasions:
    """Everything that is told of rounds, meetings and delegations; `persons` are the ids of the persons that were drafted."""
    rounds, of_report, remarks = _rounds(shelf)
    meetings, on_meetings = _meetings(shelf, cast, persons, of_report)
    sent, on_delegations = _delegations(shelf, cast, persons, of_report)
    questions = tuple(
        Question(
            f"The round '{each.id}' is drafted from reports that were published within {DAYS_OF_ROUND} days. Is it one?",
            (("rounds", each.id),),
        )
        for each in rounds
        if len({name for name, found in of_report.items() if found == each.id}) > 1
    )
    undated = [each.id for each in rounds if each.when.is_unknown]
    if len(undated) > 1 or (undated and len(rounds) > 1):
        names = ", ".join(f"'{each}'" for each in undated)
        questions += (
            Question(
                f"Undated: {names}. When were they, and is one of them another round's?", tuple(("rounds", each) for each in undated)
            ),
        )
    return Occasions(rounds, meetings, sent, of_report, remarks | on_meetings | on_delegations, questions)


def _rounds(shelf: Shelf) -> tuple[tuple[Round, ...], dict[str, str], dict[Name, Remark]]:
    """Reports that tell of talks, by place and time; an undated one is about a round of its own, unless it copies another's story."""
    coverage, ids = shelf.coverage, Ids()
    groups: list[list[Report]] = []
    for report in coverage.reports:
        if not any(_is_of_round(each) for each in report.document.meetings):
            continue
        home = next((group for group in groups if _is_same_round(coverage, group, report)), None)
        if home is None:
            groups.append([report])
        else:
            home.append(report)
    rounds, of_report, remarks = list[Round](), dict[str, str](), dict[Name, Remark]()
    for group in groups:
        told = [each for each in coverage.found("meetings") if each.report in group and _is_of_round(each.item)]
        place, when = _place(group), _when(group)
        month = when.earliest.strftime("%B %Y") if when.earliest else ""
        first = shelf.of_report[group[0].name]
        name = ids.new(f"{place or 'talks'} {month}" if month else first, first)
        remark = shelf.conclusion(told[:4], *(() if month else ("no report of it has a date",)))
        title = f"Talks{f' in {place}' if place else ''}, {month or f'date unknown ({first})'}"
        if any(each.name == title for each in rounds):
            title = f"Talks{f' in {place}' if place else ''}, {when_in_words(when)}"
        rounds.append(Round(name, name=title, place=place, when=when, **shelf.common(told[:4], remark)))
        remarks["rounds", name] = remark
        of_report |= {report.name: name for report in group}
    return tuple(rounds), of_report, remarks


def _is_same_round(coverage: Coverage, group: Sequence[Report], report: Report) -> bool:
    if coverage.stories[group[0].name] == coverage.stories[report.name]:
        return True
    apart = days_apart(group[-1].document.published, report.document.published)
    places = {_place(group), _place([report])} - {""}
    return apart is not None and apart <= DAYS_OF_ROUND and len(places) < 2


def _place(group: Sequence[Report]) -> str:
    met = (each for report in group for each in report.document.meetings if _is_of_round(each))
    places = Counter(each.place for each in met if each.place and _is_where(each))
    return min(places, key=lambda place: (-places[place], place)) if places else ""


def _is_of_round(meeting: MeetingMention) -> bool:
    """Whether it is one of the talks: not one that somebody is only willing to hold, nor an earlier one, nor a side's own meeting."""
    words = meeting.passage.text
    if meeting.kind not in _TALKS or _WILLING.search(words) or _EARLIER.search(words):
        return False
    return meeting.kind != "meeting" or len(meeting.participants) >= _PAIR or _BARGAINING.search(words) is not None


def _is_where(meeting: MeetingMention) -> bool:
    """Whether the place says in which town it was: not "the capital", nor the place that a truce is for."""
    place = meeting.place or ""
    return not _NO_TOWN.fullmatch(place) and not re.search(_ABOUT_PLACE + re.escape(place), meeting.passage.text, re.IGNORECASE)


def _when(group: Sequence[Report]) -> When:
    days = sorted(report.document.published.day for report in group if report.document.published.day)
    if not days:
        return reported(group[0].document.published)
    return When(days[0], days[-1], basis=DateBasis.INFERRED, inference="The time of the reports.")


def _meetings(
    shelf: Shelf, cast: Cast, persons: frozenset[str], rounds: Mapping[str, str]
) -> tuple[tuple[Meeting, ...], dict[Name, Remark]]:
    ids, meetings, remarks = Ids(), list[Meeting](), dict[Name, Remark]()
    for group in meeting_groups(shelf.coverage):
        first = group[0]
        present = _present(cast, persons, first.item.participants)
        if not present:
            continue
        forms = {found.item.form for found in group} - {MeetingForm.UNSAID}
        remark = shelf.remark(group, *(("who else was there is not said",) if len(cast.ids(first.item.participants)) < 2 else ()))
        name = ids.new(f"{first.item.kind} {' '.join(present[:2])}", first.item.place or "", shelf.of_report[first.report.name])
        meetings.append(
            Meeting(
                name,
                round=rounds.get(first.report.name),
                participants=present,
                place=first.item.place or "",
                status=first.item.status,
                form=next(iter(forms)) if len(forms) == 1 else MeetingForm.UNSAID,
                text=f"{first.item.kind[:1].upper()}{first.item.kind[1:]}, in the report's words: “{first.passage.text}”",
                when=when_of(first),
                **shelf.common(group, remark),
            )
        )
        remarks["meetings", name] = remark
    return tuple(meetings), remarks


def _present(cast: Cast, persons: frozenset[str], names: Sequence[str]) -> tuple[str, ...]:
    """The ids of those who meet: actors, and the persons who are there for them."""
    found: dict[str, None] = {}
    for name in names:
        if (member := cast.of(name)) is not None:
            found.setdefault(member.id)
        person = cast.person(name)
        if person is not None and slug(person) in persons:
            found.setdefault(slug(person))
    return tuple(found)


def _delegations(
    shelf: Shelf, cast: Cast, persons: frozenset[str], rounds: Mapping[str, str]
) -> tuple[tuple[Delegation, ...], dict[Name, Remark]]:
    ids, drafted, remarks = Ids(), list[Delegation](), dict[Name, Remark]()
    for group in delegations(shelf.coverage):
        first = group[0]
        member = cast.of(first.item.actor)
        if member is None:
            continue
        head = cast.person(first.item.head)
        size = next((found.item.size for found in group if found.item.size), None)
        remark = shelf.remark(group)
        name = ids.new(f"{member.id} delegation", shelf.of_report[first.report.name])
        movement = ", ".join(part for part in (first.item.movement, first.item.place) if part)
        published = first.report.document.published
        drafted.append(
            Delegation(
                name,
                actor=member.id,
                round=rounds.get(first.report.name),
                head=slug(head) if head and slug(head) in persons else None,
                size=size,
                text=f"A delegation of {member.name}{f': {movement}' if movement else ''}.",
                when=reported(published) if not published.is_unknown else UNKNOWN_DATE,
                **shelf.common(group, remark),
            )
        )
        remarks["delegations", name] = remark
    return tuple(drafted), remarks
