"""Those who lead a delegation or bring one along: 'heads of delegation', 'arrived with eleven officers'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.model.evidence import DelegationMention
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, noun_phrase, subject_of
from gobetween.reading.talks.agents import owner_of, parties_of
from gobetween.reading.word_lists import words

# who comes along with an envoy
COMPANIONS = words(
    "officer adviser advisor official aide lawyer expert engineer diplomat delegate colleague minister technician scientist"
)
_HEADS = words("head leader chief chair chairman chairwoman")
_NEAREST, _FURTHEST = 8, 30  # tokens from a delegation to the names of those who head it
_COMING = words("arrive come fly travel return land turn show sit")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def led_by(scene: Scene, delegation: Token) -> Iterator[DelegationMention]:
    """'the head of the Norwegian delegation, Ada Berg', 'both heads of delegation, A of Norway and B of Canada'."""
    post = delegation.head.head if delegation.dep_ == "pobj" and delegation.head.lower_ == "of" else None
    if post is None or post.lemma_.lower() not in _HEADS:
        return
    own = scene.references.actor_within(delegation)
    last = min(delegation.sent.end, delegation.i + (_FURTHEST if post.tag_ == "NNS" else _NEAREST))
    people = [m for m in scene.names.mentions(delegation.i + 1, last) if m.is_person]
    if not people and post.dep_ == "appos":  # 'Ada Berg, head of the Norwegian delegation'
        people = [m for m in scene.names.mentions(post.head.left_edge.i, post.i) if m.is_person]
    for person in people if post.tag_ == "NNS" else people[:1]:
        referent = scene.references.who(scene.doc[person.end - 1])
        actor = own or (referent.actor if referent is not None else None) or owner_of(scene, post)
        holder = scene.doc[person.end - 1]
        named = noun_phrase(holder.head if holder.dep_ == "appos" and holder.head.i > delegation.i else holder)
        passage = scene.passage(max(min(named[0], person.start), delegation.i + 1 if person.start > delegation.i else 0), person.end)
        if passage is not None and actor is not None:
            yield DelegationMention(passage, actor, head=person.name)


def brought(scene: Scene, people: Token) -> Iterator[DelegationMention]:
    """'General Malk arrived with eleven officers': the one who comes leads those who come along."""
    with_whom = people.head
    verb = with_whom.head
    count = child(people, "nummod")
    if people.dep_ != "pobj" or with_whom.lower_ != "with" or verb.lemma_ not in _COMING or count is None:
        return
    leader = subject_of(verb)
    referent = scene.references.who(leader) if leader is not None else None
    actor = next(iter(parties_of(scene, leader)), None) if leader is not None else None
    size = int(count.text) if count.text.isdigit() else _NUMBERS.index(count.lower_) + 2 if count.lower_ in _NUMBERS else None
    if leader is None or referent is None or actor is None or not referent.is_person:
        return
    passage = scene.passage(leader.left_edge.i if leader.i < verb.i else verb.i, people.right_edge.i + 1)
    if passage is not None:
        yield DelegationMention(passage, actor, head=referent.name, size=size, movement=verb.lower_)
