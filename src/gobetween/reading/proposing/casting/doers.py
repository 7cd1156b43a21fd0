"""Who stands in the phrases of a sentence: those who do something, those beside them, those by whom something is carried."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.proposing.casting import role_words as roles
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_left, subject_of

_THREE = 3


def is_with_both(verb: Token) -> bool:
    """Whether those who are seen are both sides: 'met both sides', 'spoke with the two delegations'."""
    return any(
        token.lemma_.lower() in roles.SIDES and has_left(token, roles.BOTH)
        for token in verb.subtree
        if token.dep_ in ("dobj", "pobj") and token.i > verb.i
    )


def handed_on(scene: Scene, verb: Token) -> Iterator[tuple[str, str, str]]:
    """Carrier, author and receiver in 'Norway has handed the rebels a government proposal'."""
    subject, paper = subject_of(verb), child(verb, "dobj")
    if subject is None or paper is None or paper.lemma_.lower() not in roles.PAPERS:
        return
    receivers = list(children(verb, "dative"))
    receivers += [p for to in children(verb, "prep", "dative") if to.lower_ == "to" for p in children(to, "pobj")]
    authors = [c for c in paper.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    authors += [p for prep in children(paper, "prep") if prep.lower_ in ("from", "of", "by") for p in children(prep, "pobj")]
    for carrier in actors_of(scene, [subject])[:1]:
        for author in actors_of(scene, authors)[:1]:
            for receiver in actors_of(scene, receivers)[:1]:
                if len({carrier, author, receiver}) == _THREE:
                    yield carrier, author, receiver


def carried_through(scene: Scene, through: Token) -> Iterator[tuple[str, str]]:
    """Carrier and sender in 'the union answered through the mediators': whoever is named behind 'through'."""
    carriers = actors_of(scene, list(children(through, "pobj")))
    subject = subject_of(through.head)
    senders = actors_of(scene, [subject]) if subject is not None else ()
    yield from ((one, other) for one in carriers for other in senders if one != other)


def doers_of(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Those by whom it is done, if it is done by someone; else its subjects."""
    agents = [p for by in children(verb, "agent") for p in children(by, "pobj")]
    if not agents and verb.tag_ == "VBN" and child(verb, "aux") is None:
        agents = [p for by in children(verb, "prep") if by.lower_ == "by" for p in children(by, "pobj")]
        return actors_of(scene, agents)
    if agents:
        return actors_of(scene, agents)
    subject = subject_of(verb)
    if subject is None or child(verb, "nsubjpass") is not None:
        return ()
    return with_companions(scene, subject)


def with_companions(scene: Scene, subject: Token) -> tuple[str, ...]:
    """The subjects, and those who stand beside them: 'Egypt, along with the United States and Qatar, ...'."""
    beside = [p for p in subject.sent if p.lower_ == "with" and p.i > 0 and p.nbor(-1).lower_ in ("along", "together")]
    near = [p for p in beside if 0 < p.i - subject.i <= 6]
    return actors_of(scene, [subject, *(each for p in near for each in children(p, "pobj"))])


def actors_of(scene: Scene, heads: list[Token]) -> tuple[str, ...]:
    """The actors of these phrases and of those joined to them, each once; a person of no known actor by the own name."""
    found: dict[str, None] = {}
    for head in heads:
        for each in (head, *head.conjuncts):
            mention = scene.names.at(each)
            name = scene.party(each)
            if name is None and mention is not None:
                name = mention.name if mention.is_person else mention.actor
            if name is not None:
                found.setdefault(name)
    return tuple(found)


def hyphenated(scene: Scene, token: Token) -> tuple[str, ...]:
    """'Qatari-brokered', 'Norway-mediated'."""
    if token.i < 2 or token.nbor(-1).text not in "-–—":
        return ()
    mention = scene.names.at(token.i - 2)
    return (mention.actor,) if mention is not None and mention.actor else ()


def is_actor(scene: Scene, token: Token) -> bool:
    """Whether the word names an actor, no person."""
    mention = scene.names.at(token)
    return mention is not None and not mention.is_person and ", " not in mention.name  # a post and its holder read as one name
