"""Talks as a thing: 'indirect negotiations in X between A and B', 'talks resumed on Saturday', 'a round is planned'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, has_child, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.meetings.courses.cancellations import called_off
from gobetween.reading.talks.meetings.courses.occasions import is_given, whole_of
from gobetween.reading.talks.meetings.courses.own_affairs import is_of_own, is_within_one_side
from gobetween.reading.talks.meetings.courses.wishes import is_wished
from gobetween.reading.talks.meetings.participants import company, place_of, who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, kind_of, make_part, object_behind, surely
from gobetween.reading.talks.meetings.status import is_planned
from gobetween.reading.talks.meetings.words import (
    CALL_NOUNS,
    DUE,
    ENDING,
    HAPPENING,
    HOLDING,
    LASTING,
    PLACING,
    PLANNING,
    STALLED,
    TALKS,
    WITH,
)

_CHAIRING = frozenset({"chair", "host", "attend", "mediate", "moderate", "facilitate", "oversee", "lead"})
_CLOSING = frozenset({"end", "conclude", "finish", "break", "collapse", "close", "wrap", "adjourn", "grind"})
_DECADE = re.compile(r"\b(?:1[89]|20)\d0['’]?s\b")
_NEXT = frozenset({"another", "next", "further", "second", "third", "new", "final", "fresh"})
_OPEN = frozenset({"would", "could", "might"})
_WANTING = frozenset({"want", "wish", "like", "prefer", "need", "urge", "ask", "demand", "let"})
_FAILING = frozenset({"collapse", "fail", "break", "founder"})
_BROKEN = frozenset({"halt", "pause", "suspend", "adjourn", "interrupt", "extend", "prolong"})
_WALLS = frozenset({"wall", "snag", "impasse", "deadlock", "obstacle", "buffer", "trouble", "stalemate", "sand", "difficulty"})
_EARLIER = frozenset({"earlier", "previous", "last", "first", "second", "third", "fourth"})


def find_rounds(scene: Scene, noun: Token) -> Iterator[Part]:
    """The meeting that the noun for talks stands for, if the words say that it is, was or will be."""
    whole = whole_of(noun)
    if called_off(whole.head) is not None:
        return
    people = company(scene, noun) + [name for owner in children(noun, "poss") for name in who(scene, owner)]
    verb, is_subject = _verb_of(whole)
    is_chaired = _is_chaired(whole) or _is_held_by(whole)
    happens = is_subject and (is_chaired or _happens(whole, verb))
    if is_chaired or (happens and not people):
        people += company(scene, verb)
    if (
        is_of_own(whole)
        or is_within_one_side(noun)
        or is_wished(whole)
        or (is_subject and (_is_not_planned(whole, verb) or _is_only_possible(verb)))
    ):
        return
    place = place_of(scene, noun) or (place_of(scene, verb) if happens else None)
    is_told = happens and _is_told_in_full(scene, verb, whole)
    part: Part | None = None
    is_of_two = len(people) > 1 or (bool(people) and _are_between(noun))
    is_by_host = is_chaired and not company(scene, noun)
    if is_of_two and (place or is_subject) and not is_told and not is_by_host:
        part = surely(_as_thing(scene, noun, verb, people, happens=happens), is_subject and happens)
    elif is_told or (happens and (place or (is_chaired and people)) and verb.lemma_ != "be"):
        first, last = clause_of(scene, verb, whole)
        last = verb.right_edge.i + 1 if _is_since(verb) else last
        there = next((c.i for c in children(verb, "expl")), first)
        tokens = min(whole.left_edge.i, first, there), max(last, whole.right_edge.i + 1)
        part = surely(make_part(scene, verb, tokens, people, kind_of(noun), noun=noun), is_told or is_chaired or len(people) > 1)
    elif not _is_called_off(whole):
        part = _as_planned(scene, noun, whole, people)
    if part is not None:
        yield evolve(part, is_known=part.is_known or is_given(whole))


def _as_planned(scene: Scene, noun: Token, whole: Token, people: list[str]) -> Part | None:
    """'a further meeting scheduled for Tuesday'."""
    clause = child(whole, "acl")
    if clause is None or clause.tag_ != "VBN" or clause.lemma_ not in PLANNING:
        return None
    tokens = whole.left_edge.i, clause.right_edge.i + 1
    if not is_dated(scene, (whole.i, tokens[1])):
        return None
    part = surely(make_part(scene, clause, tokens, people, kind_of(noun), noun=noun))
    return None if part is None else evolve(part, mention=evolve(part.mention, status=MeetingStatus.PLANNED))


def _verb_of(noun: Token) -> tuple[Token, bool]:
    """The verb that the talks do something by, and whether they are its subject."""
    if (clause := child(noun, "acl")) is not None and clause.tag_ == "VBG" and clause.lemma_ in HAPPENING:
        return clause, True
    if clause is None and noun.dep_ == "ROOT":
        clause = _clause_within(noun)
    if clause is not None and noun.dep_ == "ROOT" and clause.tag_ in ("VBN", "VBD") and clause.lemma_ in HAPPENING:
        return clause, True  # 'Two days of talks wrapped up on Tuesday', taken for a phrase
    verb = noun.head
    is_there = noun.dep_ == "attr" and has_child(verb, ("there",), "expl")  # 'there has been a series of talks'
    is_led_by = noun.dep_ in ("npadvmod", "dep") and verb.lemma_ in HAPPENING and noun.i < verb.i
    return verb, noun.dep_ in ("nsubj", "nsubjpass") or is_led_by or is_there


def _clause_within(noun: Token) -> Token | None:
    """'This series of talks, long awaited, commenced on Thursday', where the parser hung the verb on the talks within."""
    inner = next((goal for p in children(noun, "prep") if p.lower_ == "of" for goal in children(p, "pobj")), None)
    return child(inner, "acl") if inner is not None else None


def _happens(noun: Token, verb: Token) -> bool:
    is_set = noun.dep_ == "nsubjpass" and (verb.lemma_ in PLANNING or verb.lemma_ in HOLDING)
    if noun.lemma_.lower() in CALL_NOUNS:
        is_held = verb.lemma_ in ("last", "end", "begin", "take") and bool(child(noun, "prep"))
        return (is_held or (is_set and verb.lemma_ in PLANNING)) and not is_negated(verb)
    if verb.lemma_ == "go" and any(p.lower_ in ("into", "past", "beyond") for p in children(verb, "prep")):
        return not is_negated(verb)  # 'went into a third day'
    if noun.dep_ == "nsubjpass" and verb.lemma_ in STALLED | _BROKEN:
        return _is_on_a_day(verb)  # 'were halted on Friday', 'was still deadlocked on Friday night'
    near = {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 4]}
    is_on = verb.lemma_ == "be" and (bool(near & {"way", "underway", "progress", "on", "ongoing", "track"}) or _is_due(verb))
    is_ahead = verb.lemma_ == "go" and has_child(verb, ("ahead", "forward"), "advmod", "prt")
    if is_ahead and not is_negated(verb):
        return True  # 'will go ahead tomorrow'
    if _is_yet_to_end(verb) or (_runs_aground(verb) and not is_negated(verb)) or _has_been(noun, verb):
        return True
    is_without_end = is_negated(verb) and any(t.lemma_ in ENDING for t in verb.subtree)
    return (
        (verb.lemma_ in HAPPENING or is_set or is_on or is_without_end)
        and (not is_negated(verb) or is_without_end)
        and not _is_called_off(noun)
    )


def _are_between(noun: Token) -> bool:
    """'between the airline and its pilots': two, also where not both have a name."""
    goal = next((g for p in children(noun, "prep") if p.lower_ == "between" for g in children(p, "pobj")), None)
    return goal is not None and (goal.tag_ in ("NNS", "NNPS") or any(True for _ in goal.conjuncts))


def _has_end(verb: Token) -> bool:
    return any(
        p.lower_ in ("without", "with", "in", "to") and any(t.lemma_ in ENDING for t in p.subtree) for p in children(verb, "prep")
    )


def _runs_aground(verb: Token) -> bool:
    """'fell apart', 'hit a wall', 'reached a deadlock', 'ran into trouble'."""
    if verb.lemma_ == "fall" and has_child(verb, ("apart",)):
        return True
    goal = child(verb, "dobj") if verb.lemma_ in ("hit", "reach") else object_behind(verb, "into") if verb.lemma_ == "run" else None
    return goal is not None and goal.lemma_ in _WALLS


def _has_been(noun: Token, verb: Token) -> bool:
    """'there has been a series of talks', 'there were talks on Friday'; 'there is no dialogue' tells of none."""
    is_there = noun.dep_ == "attr" and has_child(verb, ("there",), "expl")
    return is_there and not is_negated(verb) and (verb.tag_ in ("VBD", "VBN") or has_auxiliary(verb, frozenset({"will"})))


def _is_due(copula: Token) -> bool:
    """'were due to begin', 'is likely to resume'."""
    dues = [c for c in children(copula, "acomp") if c.lower_ in DUE]
    return any(goal.lemma_ in HAPPENING for c in dues for goal in children(c, "xcomp"))


def _is_on_a_day(verb: Token) -> bool:
    is_past = verb.tag_ in ("VBD", "VBN") and not any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    own = [*verb.rights, *(goal for p in children(verb, "prep") for goal in children(p, "pobj"))]
    return is_past and any(t.ent_type_ in ("DATE", "TIME") and t.i > verb.i for t in own)


def _is_chaired(noun: Token) -> bool:
    """'was chaired by the mediator', 'were hosted by Norway'."""
    verb = noun.head
    return noun.dep_ == "nsubjpass" and verb.lemma_ in _CHAIRING and child(verb, "agent") is not None and not is_negated(verb)


def _is_held_by(noun: Token) -> bool:
    """'are being held by the ministers'."""
    verb = noun.head
    return noun.dep_ == "nsubjpass" and verb.lemma_ in HOLDING and child(verb, "agent") is not None and not is_negated(verb)


def _is_not_planned(noun: Token, verb: Token) -> bool:
    """'any meeting is not planned', 'no talks are planned'."""
    is_none = any(c.lower_ in ("no", "any", "neither") for c in noun.lefts)
    return is_none or (noun.dep_ == "nsubjpass" and verb.lemma_ in PLANNING and is_negated(verb))


def _is_only_possible(verb: Token) -> bool:
    """'Talks could take years', 'wants talks to begin'; with a day, 'could resume on Friday', they are planned."""
    if verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in _WANTING:
        return True
    return has_auxiliary(verb, _OPEN) and not any(t.ent_type_ in ("DATE", "TIME") for t in verb.subtree if t.tag_ == "NNP")


def _is_called_off(noun: Token) -> bool:
    """'was called off', 'has been postponed': no meeting, or none yet."""
    verb = noun.head
    is_off = verb.lemma_ in ("cancel", "postpone", "scrap", "shelve", "delay") or (
        verb.lemma_ in ("call", "put") and any(c.lower_ == "off" for c in children(verb, "prt"))
    )
    return noun.dep_ == "nsubjpass" and is_off


def _is_told_in_full(scene: Scene, verb: Token, noun: Token) -> bool:
    """Whether verb and day tell of one round: 'talks resumed on Sunday'; not where 'they are' only."""
    if is_planned(verb) and any(c.lower_ in _NEXT for c in noun.lefts):
        return True  # 'another meeting will be held', wherever and whenever
    if _has_been(noun, verb) and noun.lemma_.lower() in LASTING - TALKS:
        return True
    if verb.lemma_ == "be" and not is_dated(scene, (verb.i, verb.right_edge.i + 1)):
        return False
    if _DECADE.search(scene.doc[verb.i : verb.right_edge.i + 1].text):
        return False  # 'were first held in the 1970s'
    if _is_taken_up(noun, verb):
        return False
    if noun.lemma_.lower() in LASTING and noun.lemma_.lower() not in TALKS:
        return True
    if _is_over(noun, verb) or _is_going_on(noun, verb):
        return True
    if verb.lemma_ in _CLOSING and verb.tag_ in ("VBD", "VBN") and _has_end(verb):
        return True  # 'have ended without an agreement'
    if verb.lemma_ in ("begin", "start", "resume") and child(verb, "advcl") is not None and is_planned(verb):
        return True  # 'will begin once the prisoners are free'
    if verb.dep_ == "relcl" and verb.head.ent_type_ == "DATE" and verb.tag_ == "VBD":
        return True  # 'not since February, when a meeting ended in shouting'
    if verb.lemma_ in ("end", "fail", "collapse", "break") and any(c.dep_ == "nummod" or c.lower_ in _EARLIER for c in noun.lefts):
        return True  # 'two earlier meetings ended in blows'
    return is_dated(scene, (noun.left_edge.i, max(clause_tokens(verb)[1], noun.i + 1)))


def _is_yet_to_end(verb: Token) -> bool:
    """'have yet to yield results'."""
    is_yet = verb.lemma_ == "have" and any(c.lower_ == "yet" for c in verb.children)
    return is_yet and any(goal.lemma_ in ("yield", "produce", "lead", "bring", "result") for goal in children(verb, "xcomp"))


def _is_over(noun: Token, verb: Token) -> bool:
    """'Talks with management collapsed', 'talks over pay broke down': they were held; 'the talks failed' may be known already."""
    is_past = verb.tag_ in ("VBD", "VBN") and not has_auxiliary(verb, _OPEN | {"will", "may"})
    is_of_two = any(p.lower_ in ("with", "between") for p in children(noun, "prep"))
    if verb.lemma_ == "break" and not any(c.lower_ in ("down", "off", "up") for c in verb.children):
        return False
    is_bare = noun.tag_ == "NNS" and not any(c.dep_ in ("det", "poss") for c in noun.lefts) and any(noun.rights)
    return is_past and (verb.lemma_ in _FAILING or _runs_aground(verb)) and (is_of_two or is_bare)


def _is_going_on(noun: Token, verb: Token) -> bool:
    """'have been ongoing since the strike', 'are under way between Norway and Canada', 'talks with Norway have yet to yield a deal'."""
    is_between = any(p.lower_ == "between" for p in children(verb, "prep")) and verb.lemma_ in HAPPENING | PLANNING | {"be"}
    is_with = any(p.lower_ in ("with", "between") for p in children(noun, "prep"))
    return _is_since(verb) or is_between or (is_with and (_is_yet_to_end(verb) or verb.lemma_ == "continue"))


def _is_since(verb: Token) -> bool:
    """'have been ongoing since the strike in May'."""
    return verb.lemma_ in ("be", "continue") and any(t.lower_ == "since" and t.i > verb.i for t in verb.subtree)


def _is_taken_up(noun: Token, verb: Token) -> bool:
    """'since the talks began', 'the sessions that took place': talks that the text takes as told already."""
    is_definite = any(c.lower_ == "the" for c in noun.lefts)
    is_background = any(c.lower_ in ("since", "before", "until") for c in children(verb, "mark"))
    return is_definite and (is_background or child(noun, "relcl") is not None)


def _as_thing(scene: Scene, noun: Token, verb: Token, people: list[str], *, happens: bool) -> Part | None:
    last = max([noun.i + 1, *(p.right_edge.i + 1 for p in children(noun, "prep") if p.lower_ in WITH | PLACING)])
    part = make_part(scene, noun, (noun.left_edge.i, last), people, "talks", noun=noun)
    if part is None or not happens or not part.mention.when.is_unknown:
        return part
    return evolve(part, mention=evolve(part.mention, when=scene.when(noun.i, clause_tokens(verb)[1])))
