"""Those who lead a delegation or bring one along: 'heads of delegation', 'arrived with eleven officers'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.model.evidence import DelegationMention
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, noun_phrase, subject_of
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.word_lists import words

# who comes along with an envoy
COMPANIONS = words(
    "officer adviser advisor official aide lawyer expert engineer diplomat delegate colleague minister technician scientist"
)
_LEADING = words("lead head chair")
_SENDING = words("send dispatch field name appoint have")
# those whom somebody may lead to talks
GROUPS = COMPANIONS | words("councillor councilor representative elder team committee group panel mission negotiator member")
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
    if people.dep_ == "dobj" and with_whom.lemma_ == "bring":  # 'brought 14 experts with her'
        verb = with_whom
    elif people.dep_ != "pobj" or with_whom.lower_ != "with" or verb.lemma_ not in _COMING:
        return
    if count is None:
        return
    leader = subject_of(verb)
    referent = scene.references.who(leader) if leader is not None else None
    actor = next(iter(parties_of(scene, leader)), None) if leader is not None else None
    size = _count(people)
    if leader is None or referent is None or actor is None or not referent.is_person:
        return
    passage = scene.passage(leader.left_edge.i if leader.i < verb.i else verb.i, people.right_edge.i + 1)
    if passage is not None:
        yield DelegationMention(passage, actor, head=referent.name, size=size, movement=verb.lower_)


def led_group(scene: Scene, group: Token) -> Iterator[DelegationMention]:
    """'three Norwegian officials, led by Ada Berg', 'a team of lawyers headed by her': whoever comes under somebody's lead."""
    clause = next((c for c in group.children if c.dep_ in ("acl", "relcl") and c.lemma_ in _LEADING), None)
    agent = child(clause, "agent") if clause is not None else None
    if clause is None or agent is None:
        return
    person = next((m for m in scene.names.mentions(agent.i + 1, min(agent.i + _FURTHEST // 2, group.sent.end)) if m.is_person), None)
    if person is None:
        return
    referent = scene.references.who(scene.doc[person.end - 1])
    holder = group.head.head if group.dep_ == "pobj" and group.head.lower_ == "of" else group
    sender = subject_of(holder.head) if holder.dep_ == "dobj" and holder.head.lemma_ in _SENDING else None
    sent = parties_of(scene, sender) if sender is not None else ()
    actor = (
        owner_of(scene, holder)
        or owner_of(scene, group)
        or next(iter(sent), None)
        or (referent.actor if referent is not None else None)
    )
    passage = scene.passage(holder.left_edge.i, person.end)
    if passage is not None and actor:
        yield DelegationMention(passage, actor, head=person.name, size=_count(group))


def _count(people: Token) -> int | None:
    count = child(people, "nummod")
    if count is None:
        return None
    return int(count.text) if count.text.isdigit() else _NUMBERS.index(count.lower_) + 2 if count.lower_ in _NUMBERS else None
