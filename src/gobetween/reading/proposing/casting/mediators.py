"""Who mediates, by the words of a sentence."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.proposing.casting import role_words as roles
from gobetween.reading.proposing.casting.doers import (
    actors_of,
    carried_through,
    doers_of,
    handed_on,
    hyphenated,
    is_actor,
    is_with_both,
    with_companions,
)
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import children, has_left, is_negated, subject_of

_PAIR = 2


def mediating(scene: Scene, token: Token, lemma: str) -> tuple[str, ...]:
    """Those whom the words at a token make mediators."""
    is_helping = lemma in roles.HELPING_VERBS and is_near_talks(token)
    if (lemma in roles.MEDIATING_VERBS or is_helping) and token.pos_ in ("VERB", "ADJ"):
        return () if is_negated(token) else (*doers_of(scene, token), *hyphenated(scene, token))
    if is_mediator(token):
        return called_so(scene, token)
    if lemma in roles.SEEING and token.pos_ == "VERB" and not is_negated(token) and is_with_both(token):
        return doers_of(scene, token)
    if lemma in roles.HANDING | roles.FERRYING and token.pos_ == "VERB" and not is_negated(token) and is_carried_between(token):
        return doers_of(scene, token)
    if lemma in roles.HANDING and token.pos_ == "VERB" and not is_negated(token):
        return tuple(carrier for carrier, _, _ in handed_on(scene, token))
    if token.lower_ in ("through", "via") and token.head.lemma_.lower() in roles.CARRYING:
        return tuple(carrier for carrier, _ in carried_through(scene, token))
    if lemma in roles.MEDIATION and token.pos_ == "NOUN":
        return of_noun(scene, token)
    if lemma in roles.WORKING and token.pos_ == "VERB" and not is_negated(token):
        return working_between(scene, token)
    return ()


def is_carried_between(verb: Token) -> bool:
    """'carries messages between them', 'passed proposals between Hamas and Israel': papers, and two to carry them between."""
    carried = [c for c in children(verb, "dobj") if c.lemma_.lower() in roles.PAPERS]
    betweens = [t for each in (verb, *carried) for t in children(each, "prep") if t.lower_ == "between"]
    return bool(carried) and bool(betweens)


def is_mediator(token: Token) -> bool:
    """Whether the noun is a word for one who mediates; 'go-between' is three tokens."""
    is_go_between = token.lower_ == "between" and token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "go"
    return is_go_between or (token.lemma_.lower() in roles.MEDIATORS and token.pos_ in ("NOUN", "PROPN"))


def called_so(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Who is called so: 'the Egyptian mediator', 'X, the mediator', 'mediators X and Y', 'X acts as a mediator'."""
    if has_left(noun, ("no", "any", "each", "every")):
        return ()
    near = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "appos")]
    within = [t for c in near for t in (c, *c.conjuncts) if is_actor(scene, t)]
    if within:
        return actors_of(scene, within)
    head = noun.head
    if noun.dep_ == "appos" and not is_someone_else(scene, noun):
        return actors_of(scene, [head])
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_ in roles.ACTING_AS:
        subject = subject_of(head.head)
        return with_companions(scene, subject) if subject is not None and not is_negated(head.head) else ()
    if noun.dep_ == "attr" and head.lemma_ in ("be", "become", "remain") and not is_negated(head):
        subject = subject_of(head)
        return with_companions(scene, subject) if subject is not None else ()
    with_pobj = [p for prep in children(noun, "prep") if prep.lower_ in ("from", "of") for p in children(prep, "pobj")]
    return actors_of(scene, with_pobj) if noun.lemma_.lower() in roles.MEDIATORS | roles.MONITORS else ()


def is_someone_else(scene: Scene, noun: Token) -> bool:
    """'Israel's mediator' and 'the mediator of Egypt' are not Israel, nor Egypt, themselves."""
    return any(c.dep_ == "poss" and scene.names.at(c) is not None for c in noun.children)


def of_noun(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Whose mediation it is: 'Norway's mediation', 'mediation by Oman', 'X has played a role in mediations between A and B'."""
    owners = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound") and scene.names.at(c) is not None]
    owners += [p for prep in children(noun, "prep") if prep.lower_ == "by" for p in children(prep, "pobj")]
    if owners:
        return actors_of(scene, owners)
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ in ("role", "part", "hand"):
        role = noun.head.head
        verb = role.head
        subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
        return with_companions(scene, subject) if subject is not None else ()
    return ()


def working_between(scene: Scene, verb: Token) -> tuple[str, ...]:
    """'Norway has been working on a deal between A and B': who works at what others are to agree on."""
    betweens = [t for t in verb.subtree if t.lower_ == "between" and t.head.lemma_.lower() in roles.TALKS]
    sides = {name for t in betweens for name in actors_of(scene, list(children(t, "pobj")))}
    subject = subject_of(verb)
    if len(sides) < _PAIR or subject is None:
        return ()
    return tuple(name for name in with_companions(scene, subject) if name not in sides)


def is_near_talks(token: Token) -> bool:
    """Whether the sentence speaks of talks, a deal or a dispute."""
    return any(t.lemma_.lower() in roles.TALKS for t in token.sent)
