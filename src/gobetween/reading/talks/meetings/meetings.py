"""Meetings, rounds of talks, visits and contacts: who, where, when, and whether they are behind, under way or ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve
from spacy.attrs import POS
from spacy.symbols import AUX, NOUN, PROPN, VERB
from spacy.tokens import Token

from gobetween.model.dates import When
from gobetween.model.evidence import MeetingMention, MeetingStatus
from gobetween.reading.concordance import forms
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, subject_of
from gobetween.reading.talks.meetings.courses.adjournments import find_adjournments
from gobetween.reading.talks.meetings.courses.cancellations import find_cancellations, is_taken_back
from gobetween.reading.talks.meetings.courses.hearings import find_hearings
from gobetween.reading.talks.meetings.courses.phrases import find_phrases
from gobetween.reading.talks.meetings.courses.proceedings import find_proceedings
from gobetween.reading.talks.meetings.courses.rounds import find_rounds
from gobetween.reading.talks.meetings.encounters.contacts import find_contacts
from gobetween.reading.talks.meetings.encounters.gatherings import find_gatherings
from gobetween.reading.talks.meetings.encounters.signings import find_signings
from gobetween.reading.talks.meetings.encounters.sittings import find_sittings
from gobetween.reading.talks.meetings.headlines import told_below
from gobetween.reading.talks.meetings.parts import Part, is_dated, is_only_thought_of
from gobetween.reading.talks.meetings.travels.journeys import find_journeys
from gobetween.reading.talks.meetings.words import CALL_NOUNS, TALKS, VISITS
from gobetween.reading.talks.positions.modality.conditions import condition_near

_TALKS = TALKS | CALL_NOUNS
_OPEN = frozenset({"would", "could", "might"})
_POSSIBLE = frozenset({"could", "might", "may", "can", "should", "must"})
_LINK_LENGTH, _LEAST = 3, 4  # tokens from a meeting back to what links it to another; and of that other, at least
_WEEKDAYS = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_TELLING = frozenset({VERB, AUX, NOUN, PROPN})


def find_meetings(scene: Scene, published: When) -> tuple[MeetingMention, ...]:
    """All meetings in reading order; two readings of the same words are one."""
    found: list[Part] = []
    kinds, words = scene.doc.to_array(POS).tolist(), forms(scene.doc)
    for token in (scene.doc[i] for i, kind in enumerate(kinds) if kind in _TELLING or words[i] == "due"):
        if token.pos != NOUN and _is_of_speaker(scene, token):
            continue
        if found and is_taken_back(token, found[-1]):
            found[-1] = evolve(found[-1], mention=evolve(found[-1].mention, status=MeetingStatus.CALLED_OFF))
            continue
        for part in _of_token(scene, token):
            if part.is_known and any(_may_be_one(part, earlier) for earlier in found):
                continue
            new: Part | None = part
            if found and part.first < found[-1].last and part.last > found[-1].first:
                found[-1], new = _apart(scene, token, found[-1], part)
            if new is not None and (full := _with_all(scene, new, found, published)) is not None:
                found.append(full)
    return tuple(part.mention for part in told_below(scene, found))


def _with_all(scene: Scene, part: Part, found: list[Part], published: When) -> Part | None:
    """The meeting with all who take part, and as its day has it; none where neither words nor people nor place show that it is one."""
    both, mention = _both(scene, part, found), part.mention
    if not (part.is_sure or len(both) + len(mention.participants) > 1 or mention.place or mention.kind == "contact"):
        return None
    others = (each for each in mention.participants if not both or each not in scene.pair)
    full = evolve(mention, participants=tuple(dict.fromkeys((*both, *others))))
    return evolve(part, mention=_told_by_date(full, published))


def _apart(scene: Scene, token: Token, earlier: Part, part: Part) -> tuple[Part, Part | None]:
    """Two whose words overlap, the earlier ended before what links it to the other; the earlier alone where nothing does.

    A verb of which the earlier is subject or object tells the same meeting with more words.
    """
    if earlier.is_aside and token.pos_ == "VERB" and _is_said_of(token, earlier):
        people = tuple(dict.fromkeys((*earlier.mention.participants, *part.mention.participants)))
        return evolve(part, first=min(part.first, earlier.first), mention=evolve(part.mention, participants=people)), None
    if earlier.is_aside and token.pos_ == "VERB" and token.i >= earlier.last:
        return earlier, _from(scene, _first_of(token, earlier.last), part)
    cut = _link_before(scene, token, part, earlier)
    before = scene.passage(earlier.first, cut) if cut is not None else None
    if cut is None or before is None:
        return earlier, None
    day = scene.when(part.first, part.last)
    return evolve(earlier, last=cut, mention=evolve(earlier.mention, passage=before)), evolve(
        part, mention=evolve(part.mention, when=day)
    )


def _is_said_of(verb: Token, earlier: Part) -> bool:
    """'A meeting scheduled for Tuesday has been moved to Friday'."""
    noun = child(verb, "nsubj", "nsubjpass")
    return noun is not None and earlier.first <= noun.i < earlier.last and noun.lemma_.lower() in TALKS


def _first_of(verb: Token, least: int) -> int:
    """Where what is told of a verb behind a phrase begins: 'in the talks in Oslo, and | agreed to meet'."""
    at = verb
    while at.dep_ in ("xcomp", "ccomp") and least <= at.head.i < at.i:
        at = at.head
    return max(least, at.i)


def _from(scene: Scene, first: int, part: Part) -> Part | None:
    passage = scene.passage(first, part.last) if first < part.last else None
    return None if passage is None else evolve(part, first=first, mention=evolve(part.mention, passage=passage))


def _link_before(scene: Scene, token: Token, part: Part, earlier: Part) -> int | None:
    """Where the earlier meeting ends if this one is told behind it: 'will visit Oslo, | following her meetings with the union'."""
    if token.pos_ == "NOUN" and token.lemma_.lower() not in TALKS | VISITS:
        return None
    links = range(part.first, max(earlier.first, part.first - _LINK_LENGTH), -1)
    first = next((i for i in links if _is_link(scene.doc[i - 1], is_visit=part.mention.kind == "visit")), None)
    if first is None or part.first - first > 1 or first - 1 - earlier.first < _LEAST or part.last < earlier.last - 1:
        return None
    return first - 1


def _is_link(token: Token, *, is_visit: bool = False) -> bool:
    if is_visit and token.lower_ in ("on", "about", "to"):
        return True  # 'briefed the union on his visit to Oslo'
    return token.lower_ in ("after", "following", "before") or (token.lower_ == "of" and token.nbor(-1).lower_ == "ahead")


def _is_of_speaker(scene: Scene, token: Token) -> bool:
    """Whether it stands in a quotation and is said of 'us', 'you' or nobody named: 'we will meet them halfway'."""
    if scene.quoted.at(token) < 0:
        return False
    subject = subject_of(token) if token.pos_ in ("VERB", "AUX") else None
    return subject is None or (subject.pos_ not in ("NOUN", "PROPN") and subject.lower_ not in ("he", "she"))


def _of_token(scene: Scene, token: Token) -> Iterator[Part]:
    if token.pos_ in ("VERB", "AUX"):
        if has_auxiliary(token, _OPEN) and condition_near(token) is not None:
            return  # 'would return to the table only once they stopped': where a party stands, and no plan
        if any(c.lower_ in ("if", "unless") for goal in children(token, "advcl") for c in children(goal, "mark")):
            return  # 'will open talks with the greens if the liberals refuse'
        if has_auxiliary(token, _POSSIBLE) and not is_dated(scene, (token.i, token.right_edge.i + 1)):
            return  # 'they should meet': nobody has fixed a day
        if is_only_thought_of(token):
            return  # 'is empowered to negotiate', 'asked to see the minister'
        for find in (
            find_cancellations,
            find_adjournments,
            find_gatherings,
            find_sittings,
            find_journeys,
            find_contacts,
            find_proceedings,
            find_signings,
            find_hearings,
        ):
            yield from find(scene, token)
    elif token.lower_ == "due":
        yield from find_journeys(scene, token)
    elif token.pos_ in ("NOUN", "PROPN"):
        is_lecture = token.lemma_ == "talk" and token.tag_ == "NN"  # 'the professor's talk on Tuesday'
        if token.lemma_.lower() in _TALKS and token.dep_ != "compound" and not is_lecture:
            yield from find_rounds(scene, token)
            yield from find_proceedings(scene, token)
            yield from find_phrases(scene, token)
        yield from find_journeys(scene, token)


def _both(scene: Scene, part: Part, found: list[Part]) -> tuple[str, ...]:
    """'The two delegations' are those who met in the meeting before."""
    opening = {t.lower_ for t in scene.doc[part.first : min(part.first + 4, part.last)]}
    people = {"delegations", "sides", "parties", "teams", "leaders", "officials", "men", "women"}
    return found[-1].mention.participants if found and opening & {"two", "both"} and opening & people else ()


def _may_be_one(part: Part, earlier: Part) -> bool:
    """Whether a meeting spoken of as known may be the earlier one, and adds neither day nor place nor weekday to it."""
    one, other = part.mention, earlier.mention
    days = one.when.earliest, other.when.earliest
    is_same_day = days[0] in (days[1], None) and _is_of_weekdays(_weekdays(one), _weekdays(other))
    is_of_same = len(one.participants) > 1 and set(one.participants) <= set(other.participants)
    is_same_day = is_same_day or (is_of_same and (other.when.is_unknown or _is_within(one.when, other.when)))
    is_same_place = one.place in (other.place, None)
    is_either_ahead = MeetingStatus.PLANNED in (one.status, other.status) and one.status is not other.status
    if one.kind == "contact" and not set(one.participants) <= set(other.participants):
        return False
    is_visit = other.kind == "visit" and not (set(one.participants) & set(other.participants) and days[0] is not None)
    return not is_visit and is_same_day and is_same_place and not is_either_ahead


def _is_within(one: When, other: When) -> bool:
    """'next week' and a day of it."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return other.earliest <= one.earliest and one.latest <= other.latest


def _weekdays(meeting: MeetingMention) -> set[str]:
    return set(_WEEKDAYS.findall(meeting.passage.text))


def _is_of_weekdays(one: set[str], other: set[str]) -> bool:
    return one <= other or bool(one & other)


def _told_by_date(meeting: MeetingMention, published: When) -> MeetingMention:
    """A meeting told in the present whose day is yet to come is planned, and a visit for that very day too."""
    day, today = meeting.when.earliest, published.latest
    if meeting.status is not MeetingStatus.ONGOING or day is None or today is None:
        return meeting
    if day > today or (day == today and meeting.kind == "visit"):
        return evolve(meeting, status=MeetingStatus.PLANNED)
    return meeting
