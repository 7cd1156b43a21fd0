"""What is to be delivered: announced, agreed, expected or due; and what of it came or is missing."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.concordance import forms, sentence_of
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import Range, child, child_called, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.parties import owner_of
from gobetween.reading.talks.promises.owed import (
    ANSWERING,
    DELIVERING,
    THINGS,
    Owed,
    due_of,
    goal_of,
    is_hypothetical,
    named,
    owers,
    phrase_of,
    whole_clause,
)
from gobetween.reading.word_lists import words

_AGREEING = words("agree promise pledge vow undertake offer plan intend commit prepare schedule")
_DUE = words("due set scheduled expected supposed obliged bound required")
_WILL = frozenset({"will", "would", "shall", "'ll", "’ll"})
_EXPECTING = words("expect await owe schedule")
_OUTSTANDING = words("due overdue outstanding pending missing awaited")
_TO_COME = _OUTSTANDING | {"come"}
_AWAITED = words("awaited promised overdue agreed requested expected")
_ARRIVING = words("arrive reach come appear follow surface materialise materialize emerge")
_MISSING = words("missing outstanding overdue unseen absent")
_PROMISED = words("promise pledge agree announce owe request demand")
_TIMES = frozenset({"DATE", "TIME"})
_REPLIES = words("reply answer respond response")
_IN_DOUBT = frozenset({"if", "unless", "once", "when", "until", "whether", "after", "provided", "should"})


def find_due(scene: Scene, verb: Token) -> Owed | None:
    """What the verb says is to be delivered, or of a thing that was to be; `None` if it says nothing of the kind."""
    if is_hypothetical(verb) or any(_is_condition(c) for c in children(verb, "advcl")):
        return None
    lemma = verb.lemma_.lower()
    if lemma in DELIVERING and (found := _to_deliver(scene, verb) or _delivered_at_last(scene, verb)):
        return found
    if lemma in _REPLIES and (found := _to_reply(scene, verb)):
        return found
    if lemma == "have":
        return _has_time(scene, verb)
    if lemma == "miss" and child(verb, "dobj") is not None:
        return _missed(scene, verb)
    if lemma == "wait":
        return _waits_for(scene, verb)
    if lemma == "withhold":
        thing = _thing_of(verb)
        is_kept = thing is not None and not is_negated(verb)
        return _owed(scene, verb, thing, owers(scene, verb), is_delivered=False) if is_kept and thing is not None else None
    if lemma == "commit":
        return _committed(scene, verb)
    return _still_to_come(scene, verb) or _expected(scene, verb) or _told_of(scene, verb)


def _is_condition(clause: Token) -> bool:
    return has_child(clause, _IN_DOUBT, "mark", "advmod")


def _owed(
    scene: Scene, verb: Token, thing: Token, by: tuple[str, ...], *, is_delivered: bool | None, tokens: Range | None = None
) -> Owed:
    return Owed(
        by,
        named(scene, goal_of(verb)),
        phrase_of(thing),
        tokens or whole_clause(verb),
        is_delivered=is_delivered,
        due=due_of(scene, verb),
    )


def _thing_of(verb: Token) -> Token | None:
    thing = child(verb, "dobj")
    return thing if thing is not None and thing.lemma_.lower() in THINGS else None


def _has_day(verb: Token) -> bool:
    """Whether the clause itself says when: 'on Tuesday', 'within a week', 'next month'."""
    return any(
        goal.ent_type_ in _TIMES or any(t.ent_type_ in _TIMES for t in goal.lefts)
        for goal in (*children(verb, "npadvmod"), *(g for p in children(verb, "prep") for g in children(p, "pobj")))
    )


def _to_deliver(scene: Scene, verb: Token) -> Owed | None:
    """'is to submit a draft', 'agreed to hand over its records', 'will present a plan on Tuesday', 'was due to reply'."""
    thing = _thing_of(verb)
    if thing is None or is_negated(verb):
        return None
    governor = verb.head
    is_bound = verb.dep_ == "xcomp" and not is_negated(governor) and _binds(governor)
    is_announced = has_auxiliary(verb, _WILL) and (_has_day(verb) or goal_of(verb) is not None) and not _is_condition(verb)
    if not (is_bound or is_announced):
        return None
    by = owers(scene, verb) if not is_bound else owers(scene, governor) or owers(scene, verb)
    return _owed(scene, verb, thing, by, is_delivered=None, tokens=whole_clause(governor if is_bound else verb))


def _binds(governor: Token) -> bool:
    if any(_is_condition(c) for c in children(governor, "advcl")) or has_auxiliary(governor, frozenset({"might", "could", "may"})):
        return False
    if governor.lower_ in _DUE and (governor.head.lemma_ == "be" or child(governor, "auxpass") is not None):
        return True
    is_active = child(governor, "auxpass") is None
    return (governor.lemma_.lower() in _AGREEING and is_active) or (governor.lemma_ == "be" and governor.pos_ in ("AUX", "VERB"))


def _delivered_at_last(scene: Scene, verb: Token) -> Owed | None:
    """'delivered its long-awaited answer', 'handed over the list, as it had promised'."""
    is_passive = child(verb, "auxpass") is not None
    thing = child(verb, "nsubjpass") if is_passive else _thing_of(verb)
    is_done = verb.tag_ in ("VBD", "VBN") and not is_negated(verb) and not has_auxiliary(verb, _WILL | {"could", "must", "to"})
    if thing is None or thing.lemma_.lower() not in THINGS or not is_done:
        return None
    was_awaited = has_child(thing, _AWAITED, "amod")
    as_promised = any(c.lemma_ in _PROMISED and has_left(c, ("as",)) for c in children(verb, "advcl"))
    was_asked = any(c.lemma_ in ("ask", "request", "demand") for c in children(thing, "relcl"))
    is_own_answer = thing.lemma_.lower() in _REPLIES and has_child(thing, ("its", "their", "his", "her"), "poss")
    if not (was_awaited or as_promised or is_own_answer or (is_passive and was_asked)):
        return None
    owner = owner_of(scene, thing)
    by = ((owner,) if owner else ()) if is_passive else owers(scene, verb)
    return _owed(scene, verb, thing, by, is_delivered=True)


def _to_reply(scene: Scene, verb: Token) -> Owed | None:
    """'would reply within a week'."""
    if not has_auxiliary(verb, _WILL) or is_negated(verb) or not _has_day(verb):
        return None
    by = owers(scene, verb)
    return Owed(by, (), (verb.i, verb.i + 1), whole_clause(verb), is_delivered=False, due=due_of(scene, verb)) if by else None


def _has_time(scene: Scene, verb: Token) -> Owed | None:
    """'has 48 hours to answer the proposal'."""
    time = child(verb, "dobj")
    goal = child(time, "relcl", "acl") or child(verb, "advcl") if time is not None and time.ent_type_ in _TIMES else None
    if goal is None or is_negated(verb) or goal.lemma_ not in DELIVERING | ANSWERING:
        return None
    what = goal.i, goal.right_edge.i + 1
    return Owed(owers(scene, verb), (), what, whole_clause(verb), is_delivered=None, due=due_of(scene, verb))


def _missed(scene: Scene, verb: Token) -> Owed | None:
    """'missed the deadline for submitting its plan'."""
    deadline = child(verb, "dobj")
    prep = child_called(deadline, ("for",), "prep") if deadline is not None else None
    goal = child(prep, "pcomp") if prep is not None else None
    thing = _thing_of(goal) if goal is not None and goal.lemma_ in DELIVERING else None
    if deadline is None or deadline.lemma_ != "deadline" or thing is None or is_negated(verb):
        return None
    return _owed(scene, verb, thing, owers(scene, verb), is_delivered=False)


def _waits_for(scene: Scene, verb: Token) -> Owed | None:
    """'is waiting for Norway to send the figures'."""
    goal = next((c for c in children(verb, "advcl", "ccomp", "xcomp") if c.lemma_ in DELIVERING), None)
    thing, subject = (_thing_of(goal), child(goal, "nsubj")) if goal is not None else (None, None)
    if goal is None or thing is None or subject is None or is_negated(verb):
        return None
    to = agents_of(scene, verb)
    return Owed(named(scene, subject), to, phrase_of(thing), whole_clause(verb), is_delivered=False, due=due_of(scene, goal))


def _committed(scene: Scene, verb: Token) -> Owed | None:
    """'committed itself to a timetable by March'."""
    prep = child_called(verb, ("to",), "prep")
    thing = child(prep, "pobj") if prep is not None else None
    if thing is None or thing.lemma_.lower() not in THINGS or is_negated(verb):
        return None
    return Owed(owers(scene, verb), (), phrase_of(thing), whole_clause(verb), is_delivered=None, due=due_of(scene, verb))


def _expected(scene: Scene, verb: Token) -> Owed | None:
    """'Canada's response is expected on Thursday', 'a reply from Canada is overdue'."""
    is_expected = verb.lemma_ in _EXPECTING and child(verb, "auxpass") is not None and child(verb, "xcomp") is None
    is_overdue = verb.lemma_ in ("be", "remain") and has_child(verb, _OUTSTANDING, "acomp")
    thing = child(verb, "nsubjpass", "nsubj") if is_expected or is_overdue else None
    if thing is None or thing.lemma_.lower() not in THINGS or is_negated(verb):
        return None
    return _owed(scene, verb, thing, _source_of(scene, thing), is_delivered=False)


def _still_to_come(scene: Scene, verb: Token) -> Owed | None:
    """'Still to come is the map, which Norway undertook to hand over', 'Still missing is a list from Canada'."""
    thing = child(verb, "attr", "nsubj") if verb.lemma_ == "be" else None
    if thing is None or thing.i < verb.i or thing.lemma_.lower() not in THINGS:
        return None
    opening = forms(verb.doc)[sentence_of(verb)[0] : verb.i]
    is_to_come = "still" in opening and not _TO_COME.isdisjoint(opening)
    if not is_to_come:
        return None
    clause = next((t for t in thing.subtree if t.dep_ == "relcl" and t.lemma_ in _AGREEING | _PROMISED), None)
    by = (agents_of(scene, clause) if clause is not None else ()) or _source_of(scene, thing)
    return _owed(scene, verb, thing, by, is_delivered=False, tokens=(verb.sent.start, verb.right_edge.i + 1)) if by else None


def _source_of(scene: Scene, thing: Token) -> tuple[str, ...]:
    """Whose it is, or from whom: 'Canada's reply', 'a reply from Canada', 'a list promised by Canada', 'that Canada was to send'."""
    for clause in children(thing, "acl", "relcl"):
        agent = child(clause, "agent")
        if agent is not None and clause.lemma_ in _PROMISED - {"request", "demand"}:
            return named(scene, child(agent, "pobj"))
        subject = child(clause, "nsubj")
        if subject is not None and (_is_to_send(clause) or clause.lemma_ in ("promise", "pledge", "announce", "owe")):
            return named(scene, subject)
    for prep in children(thing, "prep"):
        if prep.lower_ == "from":
            return named(scene, child(prep, "pobj"))
    owner = owner_of(scene, thing)
    return (owner,) if owner else ()


def _is_to_send(clause: Token) -> bool:
    goal = child(clause, "xcomp")
    return clause.lemma_ == "be" and goal is not None and goal.lemma_ in DELIVERING


def _told_of(scene: Scene, verb: Token) -> Owed | None:
    """'the list promised by Norway never came', 'the report that Norway was to send has not arrived'."""
    thing = child(verb, "nsubj", "nsubjpass")
    if thing is None or thing.lemma_.lower() not in THINGS:
        return None
    is_missing = verb.lemma_ == "miss" or has_child(verb, _MISSING, "acomp")
    if verb.lemma_ not in _ARRIVING and not is_missing:
        return None
    clause = next((c for c in children(thing, "acl", "relcl") if _is_to_send(c) or c.lemma_ in _PROMISED), None)
    is_due = is_missing and any(t.lower_ in _OUTSTANDING for t in thing.subtree)  # 'the tables, due since March, are still missing'
    by = _source_of(scene, thing) if clause is not None or is_due else ()
    if not by:
        return None
    tokens = thing.left_edge.i, verb.right_edge.i + 1
    return _owed(scene, verb, thing, by, is_delivered=not (is_missing or is_negated(verb)), tokens=tokens)
