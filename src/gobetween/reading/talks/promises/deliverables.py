"""What is owed to the talks: plans, lists and answers that were asked for, promised or are still to come; who owes them, to whom."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.symbols import AUX, VERB
from spacy.tokens import Token

from gobetween.model.evidence import DeliverableMention
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import child, child_called, children, has_child, is_negated, tokens_of
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import issue_words
from gobetween.reading.talks.parties import owner_of
from gobetween.reading.talks.pressure.pressed import others_than
from gobetween.reading.talks.promises.bound import afterwards, find_bound
from gobetween.reading.talks.promises.dues import find_due
from gobetween.reading.talks.promises.keeping import find_kept
from gobetween.reading.talks.promises.late import find_late
from gobetween.reading.talks.promises.obligations import find_obligation
from gobetween.reading.talks.promises.owed import (
    ANSWERING,
    ASKING,
    DELIVERING,
    LACKING,
    LONGEST,
    PROMISING,
    THINGS,
    WAITING,
    Owed,
    asker_of,
    deadline_of,
    due_of,
    goal_of,
    is_asked_for,
    is_hypothetical,
    is_outstanding,
    named,
    owers,
    phrase_of,
    promised_thing,
    sides,
    thing_asked_for,
    whole_clause,
)


def find_deliverables(scene: Scene, voices: Voices) -> tuple[DeliverableMention, ...]:
    """All that is owed, in reading order; one for each who owes it."""
    found: dict[tuple[int, str], DeliverableMention] = {}
    for token in tokens_of(scene.doc, VERB, AUX):
        if scene.quoted.at(token) >= 0:
            continue
        for owed in _of_verb(scene, token):
            passage, what = scene.passage(*owed.tokens), issue_words(scene, *owed.what)
            if passage is None or not what:
                continue
            for name in owed.by:
                to = next((each for each in owed.to if each != name), None)
                mention = DeliverableMention(
                    passage, name, what, owed_to=to, due=owed.due, is_delivered=owed.is_delivered, via=voices.at(token.idx)
                )
                found.setdefault((token.sent.start, name), mention)
    return tuple(sorted(found.values(), key=lambda each: (each.passage.start, each.passage.end)))


def _of_verb(scene: Scene, verb: Token) -> Iterator[Owed]:
    lemma = verb.lemma_.lower()
    found: Owed | None = None
    if lemma == "owe":
        found = _of_owing(scene, verb)
    elif lemma in WAITING:
        found = _of_waiting(scene, verb)
    elif lemma in PROMISING and (thing := promised_thing(verb)) is not None:
        found = _of_promise(scene, verb, thing)
    elif lemma in DELIVERING:
        found = _of_delivering(scene, verb)
    elif lemma in ANSWERING and is_outstanding(verb):
        found = _of_answering(scene, verb)
    elif lemma == "ask" and (thing := thing_asked_for(verb)) is not None:
        found = _of_request(scene, verb, thing)
    if found is None or not found.by:
        found = (
            find_obligation(scene, verb)
            or find_kept(scene, verb)
            or find_due(scene, verb)
            or find_bound(scene, verb)
            or find_late(scene, verb)
        )
    if found is not None and found.by:
        yield evolve(found, is_delivered=afterwards(verb)) if found.is_delivered is None else found


# --- still owed -------------------------------------------------------------------------------------------------------------------


def _of_owing(scene: Scene, verb: Token) -> Owed | None:
    thing, to = child(verb, "dobj"), child(verb, "dative")
    if thing is None or is_negated(verb) or thing.lemma_.lower() not in THINGS:
        return None
    goal = child(to, "pobj") if to is not None and to.lower_ == "to" else to
    return Owed(
        owers(scene, verb), named(scene, goal), phrase_of(thing), whole_clause(verb), is_delivered=False, due=due_of(scene, verb)
    )


def _of_waiting(scene: Scene, verb: Token) -> Owed | None:
    """'is still waiting for the report that the ministry promised', 'awaits the union's answer'."""
    prep = child_called(verb, ("for",), "prep")
    thing = child(verb, "dobj") if prep is None else child(prep, "pobj")
    if thing is None or thing.lemma_.lower() not in THINGS or is_negated(verb):
        return None
    clause = child(thing, "relcl", "acl")
    source = next((child(p, "pobj") for p in children(thing, "prep") if p.lower_ == "from"), None)
    by = agents_of(scene, clause) if clause is not None else named(scene, source)
    owner = owner_of(scene, thing)
    by = by or ((owner,) if owner else ())
    return Owed(by, agents_of(scene, verb), phrase_of(thing), whole_clause(verb), is_delivered=False, due=due_of(scene, verb))


def _of_promise(scene: Scene, verb: Token, thing: Token) -> Owed | None:
    """A promise; not kept where the sentence says so: 'but came without one', 'and has missed that date'."""
    if is_negated(verb) or is_hypothetical(verb):
        return None
    behind = verb.doc[max(verb.i, thing.i) + 1 : verb.sent.end]
    is_broken = any(t.lower_ in LACKING for t in behind)
    last = verb.sent.end if is_broken else whole_clause(verb)[1]
    tokens = whole_clause(verb)[0], min(last, verb.i + LONGEST)
    to = named(scene, child(verb, "dobj", "dative"))
    return Owed(owers(scene, verb), to, phrase_of(thing), tokens, is_delivered=False if is_broken else None, due=due_of(scene, verb))


def _of_answering(scene: Scene, verb: Token) -> Owed | None:
    """'has not yet answered the paper', 'has yet to answer': an answer is owed to whoever put the paper."""
    prep = child_called(verb, ("to",), "prep")
    thing = child(verb, "dobj") if prep is None else child(prep, "pobj")
    if thing is None and prep is None and child(verb, "ccomp", "xcomp", "nsubjpass") is None and child(verb, "nsubj") is None:
        return Owed(owers(scene, verb), (), (verb.i, verb.i + 1), whole_clause(verb), is_delivered=False, due=due_of(scene, verb))
    if thing is None or thing.lemma_ in ("question", "request", "call", "reporter", "comment", "inquiry", "enquiry"):
        return None
    clause = child(thing, "relcl")
    owner = owner_of(scene, thing)
    to = agents_of(scene, clause) if clause is not None else (owner,) if owner else ()
    return Owed(
        owers(scene, verb), to, (verb.i, thing.right_edge.i + 1), whole_clause(verb), is_delivered=False, due=due_of(scene, verb)
    )


def _of_delivering(scene: Scene, verb: Token) -> Owed | None:
    """'has yet to hand over a list', 'has not submitted the plan that was asked for', 'will send its answer by Friday'."""
    is_passive = child(verb, "nsubjpass") is not None
    thing = child(verb, "nsubjpass") if is_passive else child(verb, "dobj")
    if thing is None or thing.lemma_.lower() not in THINGS or is_hypothetical(verb):
        return None
    asked = next((c for c in children(verb, "ccomp") if c.lemma_ in ASKING and c.i > thing.i and child(c, "dobj") is None), None)
    is_missing = is_outstanding(verb) or (is_negated(verb) and (asked is not None or is_asked_for(thing)))
    if is_passive:
        return _of_lacking(scene, verb, thing) if is_missing else None
    to = asker_of(scene, thing) or named(scene, goal_of(verb)) or (agents_of(scene, asked) if asked is not None else ())
    if is_missing:
        return Owed(owers(scene, verb), to, phrase_of(thing), whole_clause(verb), is_delivered=False, due=due_of(scene, verb))
    if (deadline := deadline_of(verb)) is not None:
        by = agents_of(scene, deadline)
        return Owed(by, to, phrase_of(thing), whole_clause(deadline), is_delivered=None, due=due_of(scene, deadline))
    is_to_come = has_child(verb, ("will", "would", "shall"), "aux") and thing.lemma_ in (
        "answer",
        "reply",
        "response",
    )
    if is_to_come and not is_negated(verb):
        return Owed(owers(scene, verb), to, phrase_of(thing), whole_clause(verb), is_delivered=False, due=due_of(scene, verb))
    return None


def _of_lacking(scene: Scene, verb: Token, thing: Token) -> Owed | None:
    """'the names, which the army has asked for, have not been handed over': owed by the other side."""
    agent = child(verb, "agent")
    to = asker_of(scene, thing)
    owner = owner_of(scene, thing)
    by = named(scene, child(agent, "pobj")) if agent is not None else (owner,) if owner else ()
    others = sides(scene)
    if not by and len(to) == 1 and to[0] in others:
        by = tuple(each for each in others if each != to[0])
    if not by and len(to) == 1:
        by = others_than(scene, verb, to[0])
    return Owed(by, to, phrase_of(thing), whole_clause(verb), is_delivered=False, due=due_of(scene, verb))


def _of_request(scene: Scene, verb: Token, thing: Token) -> Owed | None:
    """'asked the company for its records': owed, and the text leaves open whether it came."""
    asked = child(verb, "dobj")
    if asked is None or is_negated(verb) or is_hypothetical(verb):
        return None
    return Owed(
        named(scene, asked), agents_of(scene, verb), phrase_of(thing), whole_clause(verb), is_delivered=None, due=due_of(scene, verb)
    )
