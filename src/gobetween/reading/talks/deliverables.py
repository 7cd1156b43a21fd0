"""What is owed to the talks: plans, lists and answers that were asked for, promised or are still to come; who owes them, to whom."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from spacy.tokens import Token

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.evidence import DeliverableMention
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, Range, child, children, is_negated, subject_of
from gobetween.reading.talks.agents import agents_of, clause_tokens, is_both, issue_words, owner_of, parties_of
from gobetween.reading.word_lists import words

# what talks run on: texts, numbers, names, answers
THINGS = words(
    """plan list answer reply response proposal counterproposal draft text map record records data report roster rosters figure figures
    name names document documents file files paper pledge offer calculation estimate study analysis schedule timetable budget
    breakdown inventory register minutes letter comment comments amendment position statement account accounts evidence proof
    accounting assessment chapter annex outline roadmap calendar inspection mandate authorisation authorization confirmation
    guarantee guarantees assurance assurances payment instalment contribution"""
)
_DELIVERING = words(
    """deliver submit provide present hand send supply produce furnish table bring share give publish release transmit disclose
    forward return file convey"""
)
_ANSWERING = words("answer reply respond")
_ASKING = words("ask request demand require seek want promise pledge announce agree commit owe expect")
_PROMISING = words("promise pledge undertake commit")
_LACKING = frozenset({"without", "nobody", "nothing", "not", "never", "n't", "n’t", "missed", "failed", "late"})
_WAITING = words("wait await")
_LONGEST = 45  # tokens of a mention


@frozen
class _Owed:
    """What is owed before its words are made: who owes, to whom, the tokens of the thing and of the whole."""

    by: tuple[str, ...]
    to: tuple[str, ...]
    what: Range
    tokens: Range
    is_delivered: bool | None
    due: When = UNKNOWN_DATE


def find_deliverables(scene: Scene, voices: Voices) -> tuple[DeliverableMention, ...]:
    """All that is owed, in reading order; one for each who owes it."""
    found: dict[tuple[int, str], DeliverableMention] = {}
    for token in scene.doc:
        if token.pos_ not in ("VERB", "AUX") or scene.quoted.at(token) >= 0:
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


def _of_verb(scene: Scene, verb: Token) -> Iterator[_Owed]:
    lemma = verb.lemma_.lower()
    found: _Owed | None = None
    if lemma == "owe":
        found = _of_owing(scene, verb)
    elif lemma in _WAITING:
        found = _of_waiting(scene, verb)
    elif lemma in _PROMISING and (thing := _thing_of(verb)) is not None:
        found = _of_promise(scene, verb, thing)
    elif lemma in _DELIVERING:
        found = _of_delivering(scene, verb)
    elif lemma in _ANSWERING and _is_outstanding(verb):
        found = _of_answering(scene, verb)
    elif lemma == "ask" and (thing := _asked_for(verb)) is not None:
        found = _of_request(scene, verb, thing)
    if found is not None and found.by:
        yield found


# --- still owed -------------------------------------------------------------------------------------------------------------------


def _of_owing(scene: Scene, verb: Token) -> _Owed | None:
    thing, to = child(verb, "dobj"), child(verb, "dative")
    if thing is None or is_negated(verb) or thing.lemma_.lower() not in THINGS:
        return None
    goal = child(to, "pobj") if to is not None and to.lower_ == "to" else to
    return _Owed(agents_of(scene, verb), _named(scene, goal), _phrase(thing), _whole(verb), is_delivered=False, due=_due(scene, verb))


def _of_waiting(scene: Scene, verb: Token) -> _Owed | None:
    """'is still waiting for the report that the ministry promised', 'awaits the union's answer'."""
    prep = next((c for c in children(verb, "prep") if c.lower_ == "for"), None)
    thing = child(verb, "dobj") if prep is None else child(prep, "pobj")
    if thing is None or thing.lemma_.lower() not in THINGS or is_negated(verb):
        return None
    clause = child(thing, "relcl", "acl")
    source = next((child(p, "pobj") for p in children(thing, "prep") if p.lower_ == "from"), None)
    by = agents_of(scene, clause) if clause is not None else _named(scene, source)
    owner = owner_of(scene, thing)
    by = by or ((owner,) if owner else ())
    return _Owed(by, agents_of(scene, verb), _phrase(thing), _whole(verb), is_delivered=False, due=_due(scene, verb))


def _of_promise(scene: Scene, verb: Token, thing: Token) -> _Owed | None:
    """A promise; not kept where the sentence says so: 'but came without one', 'and has missed that date'."""
    if is_negated(verb) or _is_if(verb):
        return None
    behind = verb.doc[max(verb.i, thing.i) + 1 : verb.sent.end]
    is_broken = any(t.lower_ in _LACKING for t in behind)
    last = verb.sent.end if is_broken else _whole(verb)[1]
    tokens = _whole(verb)[0], min(last, verb.i + _LONGEST)
    to = _named(scene, child(verb, "dobj", "dative"))
    return _Owed(_agents(scene, verb), to, _phrase(thing), tokens, is_delivered=False if is_broken else None, due=_due(scene, verb))


def _of_answering(scene: Scene, verb: Token) -> _Owed | None:
    """'has not yet answered the paper': an answer is owed to whoever put the paper."""
    prep = next((c for c in children(verb, "prep") if c.lower_ == "to"), None)
    thing = child(verb, "dobj") if prep is None else child(prep, "pobj")
    if thing is None or thing.lemma_ in ("question", "request", "call", "reporter", "comment", "inquiry", "enquiry"):
        return None
    clause = child(thing, "relcl")
    owner = owner_of(scene, thing)
    to = agents_of(scene, clause) if clause is not None else (owner,) if owner else ()
    return _Owed(_agents(scene, verb), to, (verb.i, thing.right_edge.i + 1), _whole(verb), is_delivered=False, due=_due(scene, verb))


def _of_delivering(scene: Scene, verb: Token) -> _Owed | None:
    """'has yet to hand over a list', 'has not submitted the plan that was asked for', 'will send its answer by Friday'."""
    is_passive = child(verb, "nsubjpass") is not None
    thing = child(verb, "nsubjpass") if is_passive else child(verb, "dobj")
    if thing is None or thing.lemma_.lower() not in THINGS or _is_if(verb):
        return None
    is_asked_for = _is_asked_for(thing)
    is_outstanding = _is_outstanding(verb) or (is_negated(verb) and is_asked_for)
    if is_passive:
        return _of_lacking(scene, verb, thing) if is_outstanding else None
    to = _asker(scene, thing) or _named(scene, _goal(verb))
    if is_outstanding:
        return _Owed(_agents(scene, verb), to, _phrase(thing), _whole(verb), is_delivered=False, due=_due(scene, verb))
    if (deadline := _deadline(verb)) is not None:
        by = agents_of(scene, deadline)
        return _Owed(by, to, _phrase(thing), _whole(deadline), is_delivered=None, due=_due(scene, deadline))
    is_to_come = any(c.lower_ in ("will", "would", "shall") for c in children(verb, "aux")) and thing.lemma_ in (
        "answer",
        "reply",
        "response",
    )
    if is_to_come and not is_negated(verb):
        return _Owed(_agents(scene, verb), to, _phrase(thing), _whole(verb), is_delivered=False, due=_due(scene, verb))
    return None


def _of_lacking(scene: Scene, verb: Token, thing: Token) -> _Owed | None:
    """'the names, which the army has asked for, have not been handed over': owed by the other side."""
    agent = child(verb, "agent")
    to = _asker(scene, thing)
    owner = owner_of(scene, thing)
    by = _named(scene, child(agent, "pobj")) if agent is not None else (owner,) if owner else ()
    others = _sides(scene)
    if not by and len(to) == 1 and to[0] in others:
        by = tuple(each for each in others if each != to[0])
    return _Owed(by, to, _phrase(thing), _whole(verb), is_delivered=False, due=_due(scene, verb))


def _of_request(scene: Scene, verb: Token, thing: Token) -> _Owed | None:
    """'asked the company for its records': owed, and the text leaves open whether it came."""
    asked = child(verb, "dobj")
    if asked is None or is_negated(verb) or _is_if(verb):
        return None
    return _Owed(_named(scene, asked), agents_of(scene, verb), _phrase(thing), _whole(verb), is_delivered=None, due=_due(scene, verb))


# --- parts of a sentence ----------------------------------------------------------------------------------------------------------


def _thing_of(verb: Token) -> Token | None:
    """What is promised: the object, or that of 'to bring'."""
    goal = child(verb, "xcomp")
    thing = child(verb, "dobj") if goal is None else child(goal, "dobj") if goal.lemma_ in _DELIVERING else None
    return thing if thing is not None and thing.lemma_.lower() in THINGS else None


def _asked_for(verb: Token) -> Token | None:
    prep = next((c for c in children(verb, "prep") if c.lower_ == "for"), None)
    thing = child(prep, "pobj") if prep is not None else None
    if thing is None and (goal := child(verb, "xcomp")) is not None and goal.lemma_ in _DELIVERING:
        thing = child(goal, "dobj")
    return thing if thing is not None and thing.lemma_.lower() in THINGS else None


def _is_outstanding(verb: Token) -> bool:
    """'has not yet', 'has yet to', 'still has not', 'failed to'."""
    is_yet_to = verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and any(c.lower_ == "yet" for c in (*verb.lefts, *verb.head.rights))
    is_not_yet = is_negated(verb) and any(c.lower_ in ("yet", "still", "so") for c in verb.children)
    is_failing = verb.dep_ == "xcomp" and verb.head.lemma_ == "fail"
    subject = child(verb, "nsubj")
    is_neither = subject is not None and (subject.lower_ == "neither" or any(c.lower_ == "neither" for c in subject.lefts))
    return is_yet_to or is_not_yet or is_failing or is_neither


def _is_asked_for(thing: Token) -> bool:
    return any(c.lemma_ in _ASKING for c in children(thing, "relcl", "acl"))


def _asker(scene: Scene, thing: Token) -> tuple[str, ...]:
    clause = next(
        (c for c in children(thing, "relcl", "acl") if c.lemma_ in ("ask", "request", "demand", "require", "seek", "want")), None
    )
    if clause is None:
        return ()
    subject = child(clause, *SUBJECTS)
    agent = child(clause, "agent")
    asker = child(agent, "pobj") if agent is not None else subject
    return _named(scene, asker)


def _goal(verb: Token) -> Token | None:
    to = next((c for c in children(verb, "prep", "dative") if c.lower_ == "to"), None)
    return child(to, "pobj") if to is not None else child(verb, "dative")


def _deadline(verb: Token) -> Token | None:
    """'has until Friday to table an offer': the verb that has the day behind it."""
    at = verb.head
    for _ in range(2):
        if at.lemma_ == "have" and any(c.lower_ == "until" for c in at.children):
            return at
        at = at.head
    return None


def _is_if(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "until", "before", "whether") for c in verb.children)


def _agents(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who owes: both sides for 'neither side', else the actors behind the verb, else the person or the post that is its subject."""
    subject = subject_of(verb)
    if subject is not None and any(c.lower_ == "neither" for c in (subject, *subject.lefts)):
        return _sides(scene)
    return agents_of(scene, verb) or _named(scene, subject)


def _sides(scene: Scene) -> tuple[str, ...]:
    return scene.pair


def _named(scene: Scene, token: Token | None) -> tuple[str, ...]:
    if token is None or is_both(token):
        return scene.pair if token is not None else ()
    if found := parties_of(scene, token):
        return found
    referent = scene.references.who(token)
    return (referent.name,) if referent is not None and (referent.is_person or token.pos_ == "PROPN") else ()


def _phrase(thing: Token) -> Range:
    return thing.left_edge.i, thing.right_edge.i + 1


def _whole(verb: Token) -> Range:
    first, last = clause_tokens(verb)
    subject = subject_of(verb)
    if subject is not None and 0 < verb.i - subject.i < _LONGEST // 2 and subject.sent == verb.sent:
        first = min(first, subject.left_edge.i)
    return first, last


def _due(scene: Scene, verb: Token) -> When:
    """The day behind 'by', 'until' or 'before'."""
    for token in verb.subtree:
        if token.lower_ in ("by", "until", "before") and (day := child(token, "pobj")) is not None and day.i > verb.i - 3:
            when = scene.when(token.i, day.right_edge.i + 1)
            if not when.is_unknown:
                return when
    return UNKNOWN_DATE
