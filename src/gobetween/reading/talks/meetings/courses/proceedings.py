"""Meetings told by what was done at them: 'made progress in talks on Thursday', 'failed to agree on Tuesday', 'the fourth broke up'."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, has_left, is_negated, noun_phrase, subject_of
from gobetween.reading.talks.meetings.participants import company, place_of, who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, kind_of, make_part, surely
from gobetween.reading.talks.meetings.words import LASTING, OWN_MEETINGS, TALKS
from gobetween.reading.talks.parties import is_both
from gobetween.reading.word_lists import words

_AT = frozenset({"at", "during"})
_SIDES = words(
    """union management company airline employer worker government opposition rebel negotiator mediator team carrier operator hospital
    railway board minister unions pilot nurse doctor teacher driver striker ministry council army militia"""
)
_RUNNING = words("resume continue start begin end conclude last reconvene open finish commence restart")
_OUTCOMES = words("make reach agree fail narrow clash gain settle bridge move inch score record remain")
_AGREEING = words("agree reach settle conclude strike bridge clinch seal overcome resolve finalise finalize produce find")
_ENDING = words("break collapse end fail last finish run founder adjourn hold take begin start open host convene")
_ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth last")
_ROUNDS = words("round session meeting talk sitting")
_LAST = frozenset({"last", "latest", "previous", "preceding"})
_FUTURE = frozenset({"will", "would", "shall", "may", "might", "could", "can", "should", "must", "to"})
_HOURS = LASTING | words("hour hours")
_SINCE = frozenset({"since", "after", "following"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "any", "no", "every", "each"})
_LONG_CLAUSE = 25  # tokens: of a longer one what was done is no longer the meeting
_FAR = 5  # steps from the talks up to the verb


def find_proceedings(scene: Scene, token: Token) -> Iterator[Part]:
    """The meeting at which the words say that something was done; none where it is yet to be, or where no day is told."""
    found: Part | None = None
    if token.pos_ == "VERB":
        lemma = token.lemma_.lower()
        if lemma in _RUNNING and (pronoun := child(token, "nsubj")) is not None and pronoun.lower_ in ("they", "it"):
            found = _of_pronoun(scene, token, pronoun)
        elif lemma == "fail" and child(token, "xcomp") is not None:
            found = _of_failing(scene, token)
        elif lemma in _ENDING:
            found = _of_ordinal(scene, token)
    elif token.pos_ == "AUX" and token.lemma_ == "be":
        found = _of_last(scene, token)
    elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in TALKS:
        found = _at_talks(scene, token)
    if found is not None:
        yield found


def _is_past(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBN") and not has_auxiliary(verb, _FUTURE) and not is_negated(verb)


def _of_failing(scene: Scene, verb: Token) -> Part | None:
    """'Norway and Canada failed to agree on Tuesday': they talked, and got nowhere."""
    subject, goal = subject_of(verb), child(verb, "xcomp")
    if subject is None or goal is None or goal.lemma_ not in _AGREEING or not _is_past(verb) or _is_by_deadline(verb):
        return None
    people = who(scene, subject)
    tokens = clause_of(scene, verb, subject)
    are_two = subject.lemma_.lower() in _SIDES and any(t.lemma_.lower() in _SIDES for t in subject.conjuncts)
    if not (len(people) > 1 or are_two or is_both(subject) or subject.lower_ == "they") or not is_dated(scene, tokens):
        return None
    return surely(_held(make_part(scene, verb, tokens, people, "talks")))


def _is_by_deadline(verb: Token) -> bool:
    """'failed to agree by the first deadline': until when, and not when they sat."""
    return any(t.lower_ == "by" and any(g.lemma_ in ("deadline", "date") for g in t.subtree) for t in verb.subtree if t.dep_ == "prep")


def _of_pronoun(scene: Scene, verb: Token, pronoun: Token) -> Part | None:
    """'They will continue in Oslo on Friday', said of the talks right before."""
    tokens = clause_of(scene, verb, pronoun)
    if is_negated(verb) or child(verb, "dobj", "xcomp") is not None or not is_dated(scene, (verb.i, tokens[1])):
        return None
    before = scene.doc[max(0, pronoun.sent.start - 30) : pronoun.i]
    subjects = [t for t in before if t.dep_ in ("nsubj", "nsubjpass", "dobj") and t.pos_ in ("NOUN", "PROPN")]
    is_plural = pronoun.lower_ == "they"
    last = next((t for t in reversed(subjects) if (t.tag_ in ("NNS", "NNPS")) == is_plural), None)
    if last is None or last.lemma_.lower() not in TALKS or _is_of_own(scene, last):
        return None
    return surely(make_part(scene, verb, tokens, company(scene, last), "talks" if is_plural else "meeting"))


def _of_ordinal(scene: Scene, verb: Token) -> Part | None:
    """'The fourth broke up on 7 November', where a round was told of before."""
    subject = child(verb, "nsubj", "nsubjpass")
    is_ordinal = subject is not None and subject.lower_ in _ORDINALS and has_left(subject, ("the",))
    if subject is None or not is_ordinal or not _is_past(verb):
        return None
    start = max(0, verb.sent.start - 40)
    tokens = clause_of(scene, verb, subject)
    if not any(t.lemma_.lower() in _ROUNDS for t in scene.doc[start : verb.i]) or not is_dated(scene, tokens):
        return None
    return surely(_held(make_part(scene, verb, tokens, scene.pair, "talks")))


def _of_last(scene: Scene, copula: Token) -> Part | None:
    """'the last session had been a waste of time'."""
    subject = child(copula, "nsubj")
    is_last = subject is not None and subject.lemma_.lower() in _ROUNDS and has_left(subject, _LAST)
    is_told = child(copula, "attr", "acomp") is not None and _is_past(copula)
    if subject is None or not is_last or not is_told or _is_of_own(scene, subject):
        return None
    people = [*scene.pair, *company(scene, subject)]
    return surely(_held(make_part(scene, copula, clause_of(scene, copula, subject), people, "meeting", noun=subject)))


def _at_talks(scene: Scene, noun: Token) -> Part | None:
    """'set up the commission at a meeting in June 2030', 'made progress on Thursday in talks on transit'."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _HOURS else noun
    prep = whole.head
    if whole.dep_ not in ("pobj", "npadvmod") or prep.dep_ not in ("prep", "mark", "advmod") or _is_of_own(scene, noun):
        return None
    own = whole.left_edge.i, whole.right_edge.i + 1
    is_indefinite = not any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in whole.lefts)
    if prep.lower_ in _SINCE and is_indefinite and is_dated(scene, own):  # 'not since a hearing on 17 June'
        return surely(_held(make_part(scene, noun, noun_phrase(whole), company(scene, noun), "meeting", noun=noun)))
    verb = _verb_over(prep)
    subject = subject_of(verb) if verb is not None else None
    if verb is None or subject is None or not _is_past(verb) or not _is_where(prep, whole, verb):
        return None
    tokens = clause_of(scene, verb, subject)
    tokens = min(tokens[0], prep.i), max(tokens[1], own[1])
    if prep.i < verb.i and tokens[1] - tokens[0] > _LONG_CLAUSE and is_indefinite and (is_dated(scene, own) or place_of(scene, whole)):
        return surely(_held(make_part(scene, noun, own, _people_of(scene, subject, noun), kind_of(noun), noun=noun)))
    is_of_day = is_dated(scene, own) or ((prep.lower_ in ("in", "after") or is_indefinite) and is_dated(scene, tokens))
    people = _people_of(scene, subject, noun)
    is_with = (
        len(set(people)) > 1
        or is_both(subject)
        or _are_of_both(subject)
        or (is_indefinite and bool(people) and (is_dated(scene, own) or prep.i < verb.i))
    )
    if not is_of_day or not is_with:
        return None
    kind = "talks" if noun.tag_ == "NNS" else "meeting"
    part = surely(_held(make_part(scene, verb, tokens, people, kind, noun=noun)))
    return None if part is None else evolve(part, is_known=is_dated(scene, own))  # what was told of that day before


def _people_of(scene: Scene, subject: Token, noun: Token) -> list[str]:
    """Those who did it and those who were there."""
    return [*who(scene, subject), *company(scene, noun)]


def _are_of_both(subject: Token) -> bool:
    """'the presidents of the two countries'."""
    return any(is_both(goal) for p in children(subject, "prep") if p.lower_ == "of" for goal in children(p, "pobj"))


def _is_where(prep: Token, whole: Token, verb: Token) -> bool:
    """Whether the words put what was done into the talks: 'at', 'in' with an outcome, 'after nine hours of'."""
    word = prep.lower_
    return (
        word in _AT
        or (word == "in" and verb.lemma_ in _OUTCOMES)
        or (word == "after" and whole.lemma_.lower() in _HOURS and prep.i < verb.i)
    )


def _verb_over(prep: Token) -> Token | None:
    at = prep.head
    for _ in range(_FAR):
        if at.pos_ in ("VERB", "AUX"):
            return at
        if at.dep_ not in ("dobj", "pobj", "prep", "attr"):
            return None
        at = at.head
    return None


def _is_of_own(scene: Scene, noun: Token) -> bool:
    """'a board meeting', 'the last session of parliament': where no parties meet."""
    is_own = any(c.lemma_.lower() in OWN_MEETINGS for c in children(noun, "compound", "amod", "poss"))
    of = next((goal for p in children(noun, "prep") if p.lower_ == "of" for goal in children(p, "pobj")), None)
    return is_own or (of is not None and (of.lemma_.lower() in OWN_MEETINGS or not who(scene, of)) and of.lemma_.lower() not in TALKS)


def _held(part: Part | None) -> Part | None:
    return None if part is None else evolve(part, mention=evolve(part.mention, status=MeetingStatus.HELD))
