"""Mentions that the parts of a document tell whose they are: ministries without a land, a union's own trade, 'army chief'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve
from spacy.symbols import ADJ, NOUN
from spacy.tokens import Doc, Token

from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import MINISTRIES, SENT_PERSONS
from gobetween.reading.naming.parts_played import CREEDS, DESCRIBING, REBELS, Parts
from gobetween.reading.naming.unions import are_only_workers, bare_words
from gobetween.reading.syntax import tokens_of

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names


_RULING_BY_NAME = frozenset(
    {"federal government", "central government", "national government", "union government", "prime minister", "foreign minister"}
)


def belonging(doc: Doc, names: Names, parts: Parts) -> Iterator[Mention]:
    """Mentions of what has no land in its name and is the one land's ('the interior ministry'), and of a union's own trade."""
    owners: dict[str, set[str]] = {}
    for mention in names.mentions():
        if mention.kind != "organisation" or mention.is_adjective or mention.actor != mention.name:
            continue
        if mention.name.lower() in _RULING_BY_NAME and (land := parts.land or parts.only_land) is not None:
            yield evolve(mention, actor=land)
            continue
        if mention.name.islower() and parts.rebels is not None and _are_the_rebels(mention.name):
            yield evolve(mention, name=parts.rebels, actor=parts.rebels)
            continue
        said = {word for word in mention.name.lower().split() if word not in ("of", "the", "and")}
        if "ministry" in said and not said - MINISTRIES:
            owner = _land_before(doc, names, mention)
            if owner is not None:
                owners.setdefault(mention.name, set()).add(owner)
            elif not _is_anothers(doc, mention):
                earlier = owners.get(mention.name, set())
                owner = next(iter(earlier)) if len(earlier) == 1 else parts.land
            if owner is not None:
                yield evolve(mention, actor=owner)
        elif parts.union is not None and are_only_workers(mention.name) and said <= set(bare_words(parts.union)):
            yield evolve(mention, name=parts.union, actor=parts.union)  # 'hospital doctors' of the Hospital Doctors' League


def _are_the_rebels(name: str) -> bool:
    """'communist rebels', "the country's armed rebels": no others than those named."""
    *told, last = name.split()
    return last in REBELS and all(word in CREEDS or word.endswith(("'s", "’s")) for word in told)


def _land_before(doc: Doc, names: Names, ministry: Mention) -> str | None:
    """Whose a ministry is by the word right before it: "Norvan's Foreign Ministry"."""
    at = ministry.start - 1
    while at >= 0 and doc[at].tag_ == "POS":
        at -= 1
    owner = names.at(at) if at >= 0 else None
    return owner.actor if owner is not None and not owner.is_person and owner.end >= ministry.start - 1 else None


def _is_anothers(doc: Doc, ministry: Mention) -> bool:
    """Whether the words before it tell whose it is: 'the Hamas-run Health Ministry'."""
    head = doc[ministry.end - 1]
    return any(t.pos_ == "PROPN" or t.ent_type_ for t in doc[head.left_edge.i : ministry.start])


def describing(doc: Doc, names: Names, parts: Parts) -> Iterator[Mention]:
    """The words that tell whose somebody is: 'army chief', 'government and rebel commanders', 'a union official'."""
    for token in tokens_of(doc, NOUN, ADJ):
        is_word = token.text.islower() or token.is_sent_start
        actor = _of_modifier(token, names, parts) if is_word and names.at(token) is None else None
        if actor is not None:
            yield Mention(token.i, token.i + 1, actor, actor, "organisation", is_adjective=True)


def _of_modifier(word: Token, names: Names, parts: Parts) -> str | None:
    lower = word.lower_
    if lower not in DESCRIBING:
        return None
    at = word.head if word.dep_ == "conj" else word
    whom = at.head
    if at.dep_ not in ("compound", "amod", "nmod") or whom.i < at.i or whom.lower_ not in SENT_PERSONS:
        return None
    if any(t.i < at.i and names.at(t) is not None for t in whom.lefts):
        return None  # 'Norvanian army commanders' are Norvan's
    return parts.describing(lower)
