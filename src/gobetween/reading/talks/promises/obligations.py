"""What somebody must deliver, is supposed to, was told to or refuses to: owed to the talks, whether or not it came."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, has_child, is_negated
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.promises.owed import (
    ANSWERING,
    DELIVERING,
    THINGS,
    Owed,
    asker_of,
    due_of,
    is_hypothetical,
    named,
    owers,
    phrase_of,
    whole_clause,
)
from gobetween.reading.word_lists import words

_Sides = tuple[tuple[str, ...], tuple[str, ...]]

_HANDING_OVER = DELIVERING | ANSWERING
_OWING = _HANDING_OVER | {"expect", "have", "miss", "come"}
_BINDING = words("suppose require oblige bind order instruct ask tell request urge expect schedule invite")
_URGING = words("urge call press ask tell demand request require want order expect")
_REFUSING = words("refuse decline fail")
_ANSWERS = words("answer reply response")


def find_obligation(scene: Scene, verb: Token) -> Owed | None:
    """What the verb of delivering or of expecting says is owed; `None` if it says nothing of the kind."""
    if verb.lemma_ not in _OWING or is_negated(verb) or is_hypothetical(verb):
        return None
    if verb.lemma_ == "expect":
        return _expected(scene, verb)
    if verb.lemma_ in ("have", "miss"):
        return _until(scene, verb)
    thing = _thing(verb)
    if thing is None:
        return None
    governor = verb.head
    is_bound = has_child(verb, ("must", "shall"), "aux")
    if verb.dep_ == "xcomp" and governor.lemma_ in _BINDING and child(governor, "auxpass") is not None and not is_negated(governor):
        return _owed(scene, (verb, governor), thing, (named(scene, child(governor, "nsubjpass")), ()))
    if verb.dep_ in ("ccomp", "xcomp") and governor.lemma_ in _URGING and not is_negated(governor) and not _is_told(verb):
        pressed = child(verb, "nsubj") or child(governor, "dobj") or _behind(governor, "on", "upon")
        return _owed(scene, (verb, governor), thing, (named(scene, pressed), agents_of(scene, governor)))
    if verb.dep_ == "xcomp" and governor.lemma_ in _REFUSING and not is_negated(governor):
        return _owed(scene, (verb, governor), thing, (agents_of(scene, governor), ()), is_delivered=False)
    return _owed(scene, (verb, verb), thing, (owers(scene, verb), ())) if is_bound else None


def _is_told(verb: Token) -> bool:
    """'told them that it had handed over the plan', 'said it sends one': something is told, nothing is asked for."""
    is_done = verb.tag_ in ("VBD", "VBZ") or (
        verb.tag_ in ("VBN", "VBG") and has_child(verb, ("have", "has", "had", "is", "was"), "aux")
    )
    return verb.dep_ == "ccomp" and (is_done or has_child(verb, ("will", "would", "could", "may", "might"), "aux"))


def _owed(scene: Scene, verbs: tuple[Token, Token], thing: Token, sides: _Sides, *, is_delivered: bool | None = None) -> Owed:
    """Of the two verbs, the first has the due day, the second the clause that is quoted; `sides` are who owes and to whom."""
    verb, clause = verbs
    by, to = sides
    due = due_of(scene, verb)
    return Owed(by, to or asker_of(scene, thing), phrase_of(thing), whole_clause(clause), is_delivered=is_delivered, due=due)


def _thing(verb: Token) -> Token | None:
    """What is delivered or answered; also what one comes up with."""
    thing = child(verb, "dobj") if verb.lemma_ in _HANDING_OVER else None
    if verb.lemma_ == "come" and has_child(verb, ("up",)):
        thing = _behind(verb, "with")
    return thing if thing is not None and thing.lemma_.lower() in THINGS else None


def _behind(verb: Token, *prepositions: str) -> Token | None:
    prep = child_called(verb, prepositions, "prep")
    return child(prep, "pobj") if prep is not None else None


def _expected(scene: Scene, verb: Token) -> Owed | None:
    """'expect an answer from Canada'."""
    thing = child(verb, "dobj")
    source = (_behind(thing, "from") or _behind(verb, "from")) if thing is not None and thing.lemma_ in THINGS else None
    if thing is None or source is None:
        return None
    return _owed(scene, (verb, verb), thing, (named(scene, source), agents_of(scene, verb)))


def _until(scene: Scene, verb: Token) -> Owed | None:
    """'have until Sunday to answer the proposal', 'missed a deadline to submit its draft'."""
    is_open = verb.lemma_ == "have" and has_child(verb, ("until",))
    deadline = child(verb, "dobj") if verb.lemma_ == "miss" else None
    holder = verb if is_open else deadline if deadline is not None and deadline.lemma_ == "deadline" else None
    goal = child(holder, "advcl", "xcomp", "acl", "relcl") if holder is not None else None
    thing = _thing(goal) if goal is not None else None
    if goal is None or thing is None:
        return None
    return _owed(scene, (verb, verb), thing, (owers(scene, verb), ()), is_delivered=None if is_open else False)
