"""Meetings that a phrase tells by the way: 'during a meeting with Berg', 'their talks in Oslo on 6 October', 'Monday's round'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from attrs import evolve
from spacy.tokens import Doc, Token

from gobetween.model.evidence import MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import Range, child, children, has_left, is_negated, noun_phrase
from gobetween.reading.talks.meetings.courses.cancellations import called_off
from gobetween.reading.talks.meetings.courses.occasions import is_given, is_mere_thought, names_occasion, whole_of
from gobetween.reading.talks.meetings.courses.own_affairs import is_of_own, is_within_one_side
from gobetween.reading.talks.meetings.courses.wishes import is_wished
from gobetween.reading.talks.meetings.encounters.two_sides import are_people, is_posted
from gobetween.reading.talks.meetings.participants import company, place_among, place_of, who
from gobetween.reading.talks.meetings.parts import Part, is_dated, kind_of, make_part
from gobetween.reading.talks.meetings.words import HAPPENING, HOLDING, MEETING, PLANNING
from gobetween.reading.word_lists import words

_BEHIND = words("during after following at amid amidst")
_AHEAD = words("before ahead prior")
_NEXT = 3  # tokens behind the phrase in which its day may stand
_LONGEST = 60  # tokens of a phrase on either side of its noun, which bounds the time that a sentence without end takes
_STEPS = 8  # from a meeting up to the verbs over it
_FAR = 30  # tokens from a meeting to where it is called off
_ONE = frozenset({"meeting", "summit", "session", "round", "conference", "encounter"})
_AROUND = frozenset({"after", "following", "before", "during"})
_EDGES = words("start beginning end opening close conclusion sidelines margins middle midst ahead course day eve outset")
_EARLIER = words("previous past earlier former prior numerous countless many several various")
_LONG = words("month week year")
_JOINING = frozenset({"with", "between"})
_LEADING = words("lead produce yield result bring include reach deliver succeed make achieve bear")
_TELLING = (
    HOLDING
    | HAPPENING
    | words("mediate broker facilitate arrange organise organize moderate oversee chair agree announce schedule plan set expect")
)


def find_phrases(scene: Scene, noun: Token) -> Iterator[Part]:
    """The meeting of which only a phrase tells: with whom and, or whose, and where or when; not one that is only wished for."""
    whole = whole_of(noun)
    if (
        is_wished(whole)
        or is_wished(noun)
        or is_of_own(whole)
        or is_of_own(noun)
        or is_within_one_side(noun)
        or _is_denied(whole)
        or _is_off(whole)
    ):
        return
    if whole.dep_ == "pobj" and whole.head.lower_ == "in" and whole.head.head.lemma_ in MEETING | {"sit", "convene"}:
        return  # 'met in emergency session': the verb tells it
    words_of = _phrase(whole)
    if is_mere_thought(whole) or not _is_told(scene, noun, whole, words_of):
        return
    words_of = words_of[0], _day_behind(scene, words_of[1], whole)
    owner = child(whole, "poss")
    heads = (noun,) if whole.i == noun.i else (noun, whole)
    people = [*(who(scene, owner) if owner is not None else []), *(name for head in heads for name in company(scene, head))]
    part = make_part(scene, noun, words_of, people, kind_of(noun), noun=noun)
    if part is not None:
        status = _status(scene, whole, part.mention.status)
        yield evolve(
            part,
            mention=evolve(part.mention, status=status),
            is_sure=True,
            is_aside=True,
            is_known=is_given(whole) or _is_of_day(owner),
        )


def _is_told(scene: Scene, noun: Token, whole: Token, words_of: Range) -> bool:
    """Whether the phrase says enough: two of with whom, whose, where, when, of what sort, or that it was held."""
    owner = child(whole, "poss")
    is_placed = any(_place(scene, head) is not None for head in (whole, noun)) or place_among(scene, words_of) is not None
    is_near = is_placed or (whole.dep_ == "pobj" and _is_on_day_behind(whole, words_of[1]))
    is_on_a_day = is_dated(scene, (whole.i, min(words_of[1] + _NEXT, len(whole.doc)) if is_near else words_of[1]))
    is_fixed, is_by_the_way = is_placed or is_on_a_day, whole.dep_ == "pobj" and _is_by_the_way(whole)
    if _is_of_day(owner) or (_is_with(scene, noun) and (is_by_the_way or is_fixed)):
        return True
    if not is_fixed:
        return names_occasion(scene, noun, whole)
    is_theirs = owner is not None and owner.lower_ not in ("its", "my", "your", "our")
    is_new = not is_given(whole) and ((is_placed and is_on_a_day) or (is_by_the_way and whole.head.lower_ in _AROUND))
    is_one = has_left(whole, ("a", "an")) and whole.tag_ == "NN" and whole.lemma_.lower() in _ONE
    is_new = is_new or (is_on_a_day and is_one)
    is_held = any(_is_telling(c) for head in (whole, noun) for c in children(head, "acl", "relcl"))
    is_held = is_held or _held_behind(whole, whole.right_edge.i + 1) > whole.right_edge.i + 1
    return (
        is_theirs
        or is_new
        or is_held
        or (whole.dep_ == "pobj" and _is_of_posts(whole))
        or names_occasion(scene, noun, whole, is_on_a_day=is_near and is_on_a_day)
    )


def _is_of_day(owner: Token | None) -> bool:
    """'Monday's talks'."""
    return owner is not None and owner.ent_type_ in ("DATE", "TIME") and owner.tag_ in ("NNP", "NN")


def _is_by_the_way(whole: Token) -> bool:
    """'during talks with', 'in a meeting with'; 'in talks with' and 'after months of talks' may be no meeting at all."""
    prep = whole.head.lower_
    if has_left(whole, _EARLIER) or (whole.lemma_.lower() in _LONG and whole.tag_ == "NNS"):
        return False
    is_relative = prep == "to" and whole.head.head.lower_ in ("subsequent", "prior")
    return is_relative or prep in _BEHIND | _AHEAD or (prep == "in" and whole.tag_ == "NN") or _is_edge(whole.head)


def _is_edge(prep: Token) -> bool:
    """'at the start of', 'on the sidelines of', 'ahead of'."""
    return prep.lower_ == "of" and prep.head.lower_ in _EDGES


def _phrase(whole: Token) -> Range:
    """The noun with all that hangs on it, without a clause that tells of something else."""
    joint = next((c.i + 1 for c in whole.lefts if c.dep_ == "cc"), whole.left_edge.i)  # 'between now and the next meeting'
    first, last = max(joint, whole.i - _LONGEST), min(whole.right_edge.i + 1, whole.i + _LONGEST)
    for late in whole.rights:
        is_own = _is_telling(late)
        if late.dep_ in ("acl", "relcl", "advcl", "appos", "conj", "cc") and not is_own and late.left_edge.i > whole.i:
            last = min(last, late.left_edge.i)
    apart = (t for t in whole.doc[whole.i + 1 : last] if t.dep_ in ("acl", "relcl") and t.lemma_ not in _TELLING)
    last = next((late.left_edge.i for late in apart if late.left_edge.i > whole.i), last)
    return (first, _held_behind(whole, last)) if last > whole.i else noun_phrase(whole)


def _held_behind(whole: Token, last: int) -> int:
    """The end of the phrase with ', held on 3 May,' behind it, wherever the parser hung that."""
    doc = whole.doc
    if last + 1 >= whole.sent.end or doc[last].text != "," or doc[last + 1].tag_ != "VBN" or doc[last + 1].lemma_ not in HOLDING:
        return last
    return int(doc[last + 1].right_edge.i) + 1


def _day_behind(scene: Scene, end: int, whole: Token) -> int:
    """The end of the phrase, with a day that stands right behind it: 'meetings in Toronto from May 8 to 16'."""
    last = min(end + _NEXT, len(whole.doc))
    if end < last and (end := _bare_day_behind(whole.doc, end, last)) >= last:
        return end
    if end >= last or scene.doc[end].pos_ != "ADP" or not is_dated(scene, (end, last)) or is_dated(scene, (whole.i, end)):
        return end
    return max(scene.doc[end].right_edge.i + 1, end)


def _bare_day_behind(doc: Doc, end: int, last: int) -> int:
    """'the talks | next week', 'the last round | earlier this month'."""
    first = end + 1 if doc[end].lower_ in ("earlier", "later") and end + 1 < last else end
    after = first
    while after < last and doc[after].ent_type_ == "DATE":
        after += 1
    return after if after > first else end


def _is_telling(clause: Token) -> bool:
    """'held in Oslo', 'which began on Monday', 'to take place', 'to be held'; 'to end the fighting' says what for."""
    if clause.dep_ not in ("acl", "relcl") or clause.lemma_ not in _TELLING:
        return False
    thing = child(clause, "dobj")
    return not (clause.tag_ == "VB" and thing is not None and thing.lower_ != "place")


def _place(scene: Scene, noun: Token) -> str | None:
    inner = next((c for c in children(noun, "acl", "relcl") if _is_telling(c)), None)
    return place_of(scene, noun) or (place_of(scene, inner) if inner is not None else None)


def _is_with(scene: Scene, noun: Token) -> bool:
    """Whether somebody is named or called by a post behind 'with' or 'between'."""
    for prep in children(noun, "prep"):
        other = child(prep, "pobj") if prep.lower_ in _JOINING else None
        if other is not None and other.pos_ != "PRON" and (are_people(scene, other) or is_posted(other)):
            return True
    return False


def _is_denied(whole: Token) -> bool:
    """'held no talks', 'did not take place'; the round that 'did not lead to a deal' was held."""
    verb = whole.head if whole.dep_ in ("dobj", "nsubj", "nsubjpass") else None
    is_held = verb is not None and whole.dep_ == "nsubj" and verb.lemma_ in _LEADING
    return verb is not None and is_negated(verb) and not is_held


def _is_on_day_behind(whole: Token, end: int) -> bool:
    """'at their meeting | on Thursday', where the parser hung the day on the verb."""
    doc = whole.doc
    return end + 1 < whole.sent.end and doc[end].lower_ in ("on", "in") and doc[end + 1].ent_type_ == "DATE"


def _is_of_posts(whole: Token) -> bool:
    """'the meeting of the negotiators', 'the summit of the leaders'."""
    goals = [goal for p in children(whole, "prep") if p.lower_ == "of" for goal in children(p, "pobj")]
    return any(goal.tag_ == "NNS" and is_posted(goal) for goal in goals)


def _is_off(whole: Token) -> bool:
    """Whether the verb that it is subject or object of calls it off."""
    heads = [whole.head, *(t for t in (whole.head.head,) if whole.head.dep_ in ("relcl", "acl"))]
    if any(verb.pos_ in ("VERB", "AUX") and called_off(verb) is not None for verb in heads):
        return True
    near = whole.doc[whole.i : min(whole.i + _FAR, len(whole.doc))]
    off = (called_off(verb) for verb in near if verb.pos_ in ("VERB", "AUX"))
    return any(noun is not None and noun.i == whole.i for noun in off)


_AHEAD_WORDS = re.compile(r"\b(?:next|upcoming|forthcoming|planned|scheduled|later|tomorrow|coming)\b", re.IGNORECASE)


def _status(scene: Scene, whole: Token, given: MeetingStatus) -> MeetingStatus:
    """By the word before it, by words for what is to come, else as its verb has it."""
    head = whole.head
    is_ahead = whole.dep_ == "pobj" and (head.lower_ in _AHEAD or (head.lower_ == "of" and head.head.lower_ == "ahead"))
    if is_ahead and not any(t.tag_ == "VBD" for t in islice(whole.ancestors, _STEPS)):
        return MeetingStatus.PLANNED
    if _AHEAD_WORDS.search(scene.doc[slice(*_phrase(whole))].text):
        return MeetingStatus.PLANNED
    if any(c.lemma_ in PLANNING for c in children(whole, "acl")):
        return MeetingStatus.PLANNED
    return MeetingStatus.HELD if given is MeetingStatus.ONGOING and whole.dep_ == "pobj" else given
