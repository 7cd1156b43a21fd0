"""Rounds of talks, as far as reports tell them apart: by place, time and number ("the third round")."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from gobetween.briefs.accounts.coverage import days_apart
from gobetween.briefs.phrasing import when_in_words
from gobetween.model.dates import DateBasis, When
from gobetween.model.evidence import MeetingMention, MeetingStatus, Report
from gobetween.model.happenings import Round
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.casting.sides import Sides
from gobetween.reading.proposing.drafts import Name, Question, Remark
from gobetween.reading.proposing.evidence import Shelf, reported
from gobetween.reading.proposing.ids import Ids

DAYS_OF_ROUND = 10  # reports of talks at one place no further apart than this are about one round
BESIDE_ROUND = dt.timedelta(days=3)  # a meeting so near is one of the round's
LONGEST_BEFORE = dt.timedelta(days=45)  # talks longer before a report are looked back on by it
LONGEST_AHEAD = dt.timedelta(days=120)  # a day further ahead of a report is hardly that of the talks which it announces
_TALKS = frozenset({"talks", "meeting", "delegation"})
_PAIR = 2
_ABOUT_PLACE = r"\b(?:truce|cease-?fire|war|deal|pause|fighting|peace|calm|hostilities|conflict) (?:in|for|on|over) (?:the )?"
_NO_TOWN = re.compile(r"(?:the |its |their )?(?:\w+ )?(?:capital|city|town|country|region|area)", re.IGNORECASE)
_BARGAINING = re.compile(r"\b(?:talks|negotiat\w+|mediat\w+|conciliat\w+|round|bargain\w+|delegations?|proposal)\b", re.IGNORECASE)
JOINT = re.compile(
    r"\b(?:joint|(?:both|the two|two|all) (?:sides|parties|delegations|camps|teams)|face to face|the two met|each other)\b",
    re.IGNORECASE,
)
"""Words by which those who meet are all the sides of the talks."""

_WILLING = re.compile(
    r"\b(?:prepared|ready|willing|committed|open|eager|refus\w+|unable|unwilling|hop\w+|wants?|wish\w*|urg\w+|call(?:s|ed)) "
    r"(?:and \w+ )?(?:to|for|on) ",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:previous|earlier|last|former|past) (?:\w+ )?(?:rounds?|talks|negotiations|meetings?|sessions?)\b"
    r"|(?<!began a )(?<!began two )(?<!began three )(?<!started a )\b(?:months?|years?) (?:ago|earlier)\b"
    r"|\blast (?:year|month|spring|summer|autumn|winter)(?:['’]s)?\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"\b(?:could|might|may|would) (?:\w+ )?(?:be (?:held|hosted)|take place|meet|host|resume|follow|happen)\b", re.IGNORECASE
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMBERED = re.compile(rf"\b(?P<number>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)) (?:[\w-]+ ){{0,2}}?rounds?\b", re.IGNORECASE)


@frozen
class Rounds:
    """Rounds with their remarks, the round of each report by its name, and what is to be asked."""

    rounds: tuple[Round, ...] = ()
    of_report: Mapping[str, str] = field(factory=dict)
    remarks: Mapping[Name, Remark] = field(factory=dict)
    questions: tuple[Question, ...] = ()

    def of(self, meeting: MeetingMention, report: Report) -> str | None:
        """The round of a meeting: that of its report, unless its own day or, where it lies ahead, its place is another's."""
        found = next((each for each in self.rounds if each.id == self.of_report.get(report.name)), None)
        if found is None or _is_apart(meeting.when, found.when):
            return None
        is_elsewhere = bool(meeting.place and found.place) and meeting.place != found.place and _is_where(meeting)
        return None if meeting.status is MeetingStatus.PLANNED and is_elsewhere else found.id


def _is_apart(one: When, other: When) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return one.latest < other.earliest - BESIDE_ROUND or one.earliest > other.latest + BESIDE_ROUND


@frozen
class _Telling:
    """A report that tells of talks, with its meetings that are such."""

    report: Report
    talks: tuple[MeetingMention, ...]

    @property
    def number(self) -> int | None:
        """The number of the round that it tells of, if it says one."""
        told = [each for each in self.talks if each.status is not MeetingStatus.PLANNED] or self.talks
        numbers = {_number(found["number"]) for each in told if (found := _NUMBERED.search(each.passage.text))}
        return numbers.pop() if len(numbers) == 1 else None


def draft_rounds(shelf: Shelf, cast: Cast, sides: Sides) -> Rounds:
    """Reports that tell of talks, by number, place and time; an undated one is about a round of its own, unless it copies another's.

    Talks are no round that somebody is only ready to hold, that may come or that are looked back on; nor is a side's own meeting, or
    a mediator's with one side. A round takes its time from the days of the talks themselves where they are told.
    """
    ids, groups = Ids(), list[list[_Telling]]()
    for report in shelf.coverage.reports:
        told = _Telling(report, tuple(each for each in report.document.meetings if _is_of_round(each, report, cast, sides)))
        if not told.talks:
            continue
        home = next((group for group in groups if _is_same_round(shelf, group, told)), None)
        if home is None:
            groups.append([told])
        else:
            home.append(told)
    rounds, of_report, remarks = list[Round](), dict[str, str](), dict[Name, Remark]()
    for group in groups:
        names = [each.report.name for each in group]
        mentions = [each for each in shelf.coverage.found("meetings") if any(each.item is one for told in group for one in told.talks)]
        place, when = _place(group), _when(group)
        month = when.earliest.strftime("%B %Y") if when.earliest else ""
        first = shelf.of_report[names[0]]
        name = ids.new(f"{place or 'talks'} {month}" if month else first, first)
        remark = shelf.conclusion(mentions[:4], *(() if month else ("no report of it has a date",)))
        title = f"Talks{f' in {place}' if place else ''}, {month or f'date unknown ({first})'}"
        if any(each.name == title for each in rounds):
            title = f"Talks{f' in {place}' if place else ''}, {when_in_words(when)}"
        rounds.append(Round(name, name=title, place=place, when=when, **shelf.common(mentions[:4], remark)))
        remarks["rounds", name] = remark
        of_report |= dict.fromkeys(names, name)
    return Rounds(tuple(rounds), of_report, remarks, _questions(rounds, of_report))


def _questions(rounds: Sequence[Round], of_report: Mapping[str, str]) -> tuple[Question, ...]:
    questions = tuple(
        Question(
            f"The round '{each.id}' is drafted from reports that were published within {DAYS_OF_ROUND} days of each other. Is it one?",
            (("rounds", each.id),),
        )
        for each in rounds
        if len({name for name, found in of_report.items() if found == each.id}) > 1
    )
    undated = [each.id for each in rounds if each.when.is_unknown]
    if len(undated) > 1 or (undated and len(rounds) > 1):
        names = ", ".join(f"'{each}'" for each in undated)
        text = f"Undated: {names}. When were they, and is one of them another round's?"
        questions += (Question(text, tuple(("rounds", each) for each in undated)),)
    return questions


def _number(word: str) -> int:
    return _ORDINALS.index(word.casefold()) + 1 if word.casefold() in _ORDINALS else int(re.sub(r"\D", "", word))


def _is_same_round(shelf: Shelf, group: Sequence[_Telling], told: _Telling) -> bool:
    stories = shelf.coverage.stories
    if stories[group[0].report.name] == stories[told.report.name]:
        return True
    numbers = {each.number for each in (*group, told)} - {None}
    apart = days_apart(group[-1].report.document.published, told.report.document.published)
    places = {_place(group), _place([told])} - {""}
    return len(numbers) < _PAIR and apart is not None and apart <= DAYS_OF_ROUND and len(places) < _PAIR


def _place(group: Sequence[_Telling]) -> str:
    """Where most of the talks were; where somebody met somebody counts only if no talks have a place."""
    placed = [each for told in group for each in told.talks if each.place and _is_where(each)]
    placed = [each for each in placed if each.kind == "talks"] or [each for each in placed if len(each.participants) != 1]
    places = Counter(each.place for each in placed if each.place)
    return min(places, key=lambda place: (-places[place], place)) if places else ""


def _is_of_round(meeting: MeetingMention, report: Report, cast: Cast, sides: Sides) -> bool:
    """Whether it is one of the talks that the report tells of."""
    words = meeting.passage.text
    if (
        meeting.kind not in _TALKS
        or _WILLING.search(words)
        or _EARLIER.search(words)
        or _MAYBE.search(words)
        or is_far(meeting, report)
    ):
        return False
    if meeting.kind == "talks" or JOINT.search(words):
        return True
    present = cast.ids(meeting.participants)
    parties = [actor for actor in present if actor in sides.parties]
    if len(sides.parties) >= _PAIR and len(parties) < len(present):
        return len(parties) >= _PAIR
    return len(present) >= _PAIR or _BARGAINING.search(words) is not None


def is_far(meeting: MeetingMention, report: Report) -> bool:
    """Whether its day is so far from the report's that the talks are looked back on, or the day was misread."""
    published, when = report.document.published.day, meeting.when
    if published is None or when.earliest is None or when.latest is None:
        return False
    return when.latest < published - LONGEST_BEFORE or when.earliest > published + LONGEST_AHEAD


def _is_where(meeting: MeetingMention) -> bool:
    """Whether the place says in which town it was: not "the capital", nor the place that a truce is for."""
    place = meeting.place or ""
    return not _NO_TOWN.fullmatch(place) and not re.search(_ABOUT_PLACE + re.escape(place), meeting.passage.text, re.IGNORECASE)


def _when(group: Sequence[_Telling]) -> When:
    """From the first day to the last: of the talks where they are told, of a report that tells none or tells of them as under way."""
    days = sorted(day for told in group for day in _days(told))
    if not days:
        return reported(group[0].report.document.published)
    return When(days[0], days[-1], basis=DateBasis.INFERRED, inference="The days of the talks, else of the reports.")


def _days(told: _Telling) -> tuple[dt.date, ...]:
    published = told.report.document.published.day
    own = [each.when.day for each in told.talks if each.when.day is not None]
    is_under_way = any(each.status is MeetingStatus.ONGOING for each in told.talks) or not own
    return tuple(own) + ((published,) if published is not None and is_under_way else ())
