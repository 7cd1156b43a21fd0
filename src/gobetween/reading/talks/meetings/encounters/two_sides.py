"""Who meets: people or not, of two sides or of one, or those who go between the two."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_child, has_left
from gobetween.reading.talks.meetings.parts import object_behind, partner_of
from gobetween.reading.talks.meetings.words import BETWEEN_SIDES, POSTS, REPRESENTING, SIDES_BY_NOUN
from gobetween.reading.talks.parties import is_both, parties_of

_SENT = frozenset({"negotiator", "delegation", "envoy", "representative"})


def is_of_two(scene: Scene, verb: Token, subject: Token | None, noun: Token | None) -> bool:
    """Whether those who meet, or talk with one another, are of two sides, and nobody among them goes between the two."""
    if verb.lemma_ not in ("meet", "hold", "have") or subject is None:
        return False
    met = child(verb, "dobj") if verb.lemma_ == "meet" else None
    other = met or partner_of(verb) or (object_behind(noun, "with") if noun is not None else None)
    if other is None:
        return (
            noun is None
            and (len(parties_of(scene, subject)) > 1 or are_of_both(subject) or _are_both(subject))
            and not go_between(scene, subject)
        )
    if go_between(scene, subject) or go_between(scene, other) or any(t.lower_ == "own" for t in other.subtree):
        return False
    ours, theirs = set(parties_of(scene, subject)), set(parties_of(scene, other))
    return bool(ours) and bool(theirs) and not ours & theirs


def are_of_both(noun: Token) -> bool:
    """'advisers to the two companies', 'officials of both sides'."""
    return any(is_both(goal) for prep in children(noun, "prep") if prep.lower_ in ("to", "of", "from", "for") for goal in prep.children)


def are_joined(noun: Token) -> bool:
    """'the presidents of Norway and Canada', 'Berg and Malk': two by an 'and'."""
    is_people = noun.tag_ == "NNS" and is_posted(noun)
    goals = [goal for p in children(noun, "prep") if p.lower_ in ("of", "from") for goal in children(p, "pobj")]
    return is_people and any(goal.pos_ == "PROPN" and any(True for _ in goal.conjuncts) for goal in goals)


def _are_both(noun: Token) -> bool:
    """'the two management teams'."""
    is_bare = noun.left_edge.i == noun.i and noun.lemma_.lower() in _SENT  # 'Negotiators will meet in Sula'
    return noun.tag_ in ("NNS", "NNPS") and (is_bare or (noun.lemma_.lower() in REPRESENTING and has_left(noun, ("two", "both"))))


def go_between(scene: Scene, head: Token) -> bool:
    """Whether one of them goes between the sides, by the words here or by those that first named the person."""
    return any(
        t.lemma_.lower() in BETWEEN_SIDES
        for one in (head, *(c for c in head.conjuncts if c.i > head.i))
        for t in (*scene.doc[one.left_edge.i : one.right_edge.i + 1], *_first_named(scene, one))
    )


def _first_named(scene: Scene, head: Token) -> Iterator[Token]:
    referent = scene.references.who(head)
    if referent is None or not referent.is_person:
        return
    first = next((m for m in scene.names.mentions() if m.name == referent.name), None)
    if first is not None:
        named = scene.doc[first.end - 1]
        holder = named.head if named.dep_ == "appos" else named
        yield from scene.doc[min(holder.left_edge.i, first.start) : max(holder.right_edge.i + 1, first.end)]


def are_people(scene: Scene, noun: Token) -> bool:
    """Whether a person, a side, or those who speak for one are meant, named or not."""
    referent = scene.references.who(noun)
    return noun.lemma_.lower() in REPRESENTING | SIDES_BY_NOUN or (
        referent is not None and (referent.is_person or referent.actor is not None)
    )


def is_posted(noun: Token | None) -> bool:
    """A minister, mediator or bishop, by name or not; negotiators."""
    if noun is None:
        return False
    return noun.lemma_.lower() in POSTS | BETWEEN_SIDES | REPRESENTING or has_child(noun, POSTS | BETWEEN_SIDES, "compound", "nmod")
