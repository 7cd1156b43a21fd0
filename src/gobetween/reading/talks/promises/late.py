"""Things owed that are told by the thing: not received, not seen, put off, late, empty hands."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import Range, child, child_called, children, has_child, has_left, is_negated
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.parties import owner_of
from gobetween.reading.talks.promises.deeds import is_owed_thing
from gobetween.reading.talks.promises.owed import Owed, due_of, is_hypothetical, named, owers, phrase_of, whole_clause
from gobetween.reading.word_lists import words

_RECEIVING = words("receive get see obtain have")
_COMING = words("come arrive reach")
_DELAYING = words("delay postpone defer put hold drag")
_WANTING = words("want expect await seek need")
_PROMISED = words("promise pledge announce undertake agree owe")
_TURNING_UP = words("come arrive turn show appear return")
_SEEN = words("see produce deliver publish hand send submit provide release complete receive share supply")


def find_late(scene: Scene, verb: Token) -> Owed | None:
    """What the verb says of a thing owed that has not come, or is to come from somebody."""
    if is_hypothetical(verb):
        return None
    lemma = verb.lemma_.lower()
    if lemma in _RECEIVING and (found := _not_received(scene, verb)):
        return found
    if lemma in _RECEIVING | {"acknowledge", "confirm"} and (found := _received(scene, verb)):
        return found
    if lemma in _COMING and (found := _none_came(scene, verb)):
        return found
    if lemma in _DELAYING and (found := _put_off(scene, verb)):
        return found
    if lemma in _WANTING and (found := _wanted(scene, verb)):
        return found
    if lemma == "be" and (found := _is_late(scene, verb)):
        return found
    if lemma in _TURNING_UP and (found := _empty_handed(scene, verb)):
        return found
    return _unseen(scene, verb) if lemma in _SEEN else None


def _owed(
    scene: Scene, verb: Token, by: tuple[str, ...], to: tuple[str, ...], what: Range, *, is_delivered: bool | None
) -> Owed | None:
    return Owed(by, to, what, whole_clause(verb), is_delivered=is_delivered, due=due_of(scene, verb)) if by else None


def _from(*holders: Token) -> Token | None:
    """Whoever stands behind 'from'."""
    for holder in holders:
        for prep in children(holder, "prep"):
            if prep.lower_ == "from" and (source := child(prep, "pobj")) is not None:
                return source
    return None


def _not_received(scene: Scene, verb: Token) -> Owed | None:
    """'has still not received the list from Norway', 'got no reply from Norway'."""
    thing = child(verb, "dobj")
    if thing is None or not is_owed_thing(thing):
        return None
    is_none = has_left(thing, ("no",))
    source = _from(thing, verb)
    if source is None or not (is_none or is_negated(verb)):
        return None
    return _owed(scene, verb, named(scene, source), agents_of(scene, verb), phrase_of(thing), is_delivered=False)


def _received(scene: Scene, verb: Token) -> Owed | None:
    """'acknowledged receipt of the company's figures, which had been due on Tuesday'."""
    thing = child(verb, "dobj")
    if thing is not None and thing.lemma_ == "receipt":
        of = child_called(thing, ("of",), "prep")
        thing = child(of, "pobj") if of is not None else None
    owner = owner_of(scene, thing) if thing is not None else None
    if thing is None or owner is None or not is_owed_thing(thing) or is_negated(verb) or verb.tag_ == "VB":
        return None
    clause = next(children(thing, "relcl", "acl"), None)
    if clause is None or not (clause.lemma_ in _PROMISED or any(t.lower_ == "due" for t in clause.subtree)):
        return None
    return _owed(scene, verb, (owner,), agents_of(scene, verb), phrase_of(thing), is_delivered=True)


def _none_came(scene: Scene, verb: Token) -> Owed | None:
    """'no reply has come from Norway'."""
    thing, source = child(verb, "nsubj"), _from(verb)
    if thing is None or source is None or not is_owed_thing(thing) or not has_left(thing, ("no",)):
        return None
    return _owed(scene, verb, named(scene, source), (), phrase_of(thing), is_delivered=False)


def _put_off(scene: Scene, verb: Token) -> Owed | None:
    """'keeps putting off its answer', 'has delayed its report until May'."""
    thing = child(verb, "dobj")
    is_off = verb.lemma_ not in ("put", "hold", "drag") or has_child(verb, ("off", "up", "back"), "prt", "advmod")
    is_own = thing is not None and any(c.dep_ == "poss" for c in thing.lefts)
    if thing is None or not is_owed_thing(thing) or not is_off or not is_own or is_negated(verb):
        return None
    return _owed(scene, verb, owers(scene, verb), (), phrase_of(thing), is_delivered=False)


def _wanted(scene: Scene, verb: Token) -> Owed | None:
    """'wants a written answer from Norway by Monday', 'expects Norway's reply on Monday'."""
    thing = child(verb, "dobj")
    if thing is None or not is_owed_thing(thing) or is_negated(verb):
        return None
    owner, source = owner_of(scene, thing), _from(thing, verb)
    by = named(scene, source) if source is not None else (owner,) if owner else ()
    to = tuple(each for each in agents_of(scene, verb) if each not in by)
    return _owed(scene, verb, by, to, phrase_of(thing), is_delivered=None)


def _is_late(scene: Scene, verb: Token) -> Owed | None:
    """'is a month late with its report', 'is behind schedule with the list'."""
    is_late = any(t.lower_ in ("late", "behind", "overdue") for t in verb.subtree if verb.i < t.i < verb.i + 6)
    thing = next((g for t in verb.subtree if t.lower_ in ("with", "in") for g in children(t, "pobj") if is_owed_thing(g)), None)
    if thing is None:
        gerund = next((g for t in verb.subtree if t.lower_ in ("in", "with") for g in children(t, "pcomp")), None)
        thing = next((c for c in children(gerund, "dobj") if is_owed_thing(c)), None) if gerund is not None else None
    if not is_late or thing is None or is_negated(verb):
        return None
    return _owed(scene, verb, owers(scene, verb), (), phrase_of(thing), is_delivered=False)


def _empty_handed(scene: Scene, verb: Token) -> Owed | None:
    """'turned up without the promised paper'."""
    without = child_called(verb, ("without",), "prep")
    thing = child(without, "pobj") if without is not None else None
    if thing is None or not is_owed_thing(thing) or is_negated(verb):
        return None
    is_promised = has_child(thing, ("promised", "agreed", "announced"), "amod") or any(
        c.lemma_ in _PROMISED for c in children(thing, "relcl", "acl")
    )
    return _owed(scene, verb, owers(scene, verb), (), phrase_of(thing), is_delivered=False) if is_promised else None


def _unseen(scene: Scene, verb: Token) -> Owed | None:
    """'maps of the minefields, which the Front was to hand over by 15 October, have not been seen'."""
    thing = child(verb, "nsubjpass")
    if thing is None or not is_owed_thing(thing) or not is_negated(verb):
        return None
    clause = next((t for t in thing.subtree if t.dep_ == "relcl"), None)
    if clause is None:
        return None
    is_bound = clause.lemma_ in _PROMISED or (clause.lemma_ == "be" and child(clause, "xcomp") is not None)
    subject = child(clause, "nsubj")
    if not is_bound or subject is None:
        return None
    found = _owed(scene, clause, named(scene, subject), (), phrase_of(thing), is_delivered=False)
    return (
        None
        if found is None
        else Owed(found.by, (), found.what, (thing.left_edge.i, verb.right_edge.i + 1), is_delivered=False, due=due_of(scene, clause))
    )
