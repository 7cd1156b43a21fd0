"""Lands called by their half: 'the North' of North Tamask, and 'North and South Tamask'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve
from spacy.symbols import ADJ, NOUN, PROPN
from spacy.tokens import Doc, Token

from gobetween.reading.naming.mentions import Mention
from gobetween.reading.syntax import has_left, tokens_of

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_HALVES = frozenset({"North", "South", "East", "West"})
_ROLES = frozenset({"nsubj", "nsubjpass", "poss", "dobj"})
_DEALT_WITH = frozenset({"between", "with", "by", "from", "for", "against", "to", "of"})


def halves_of_lands(doc: Doc, names: Names) -> Iterator[Mention]:
    """'The North', where the text names one land by that word in full. Linear in the text's length."""
    known: dict[str, dict[str, Mention]] = {}
    for mention in names.mentions():
        half = mention.name.partition(" ")[0]
        if half in _HALVES and mention.kind == "state":
            known.setdefault(half, {})[mention.name] = mention
    bare = [t for t in tokens_of(doc, PROPN, NOUN, ADJ) if t.text in _HALVES and names.at(t) is None]
    joined = {t.i: land for t in bare if (land := _joined(doc, t, names)) is not None}
    for land in joined.values():
        known.setdefault(land.name.partition(" ")[0], {})[land.name] = land
    for token in bare:
        whose = joined.get(token.i) or _alone(token, known.get(token.text, {}))
        if whose is not None:
            yield evolve(whose, start=token.i, end=token.i + 1, is_adjective=False)


def _joined(doc: Doc, token: Token, names: Names) -> Mention | None:
    """'North and South Tamask': the land after 'and' tells whose half this is."""
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "and":
        return None
    land = names.at(token.i + 2)
    if land is None or land.kind != "state" or land.name.partition(" ")[0] not in _HALVES:
        return None
    name = f"{token.text} {land.name.partition(' ')[2]}"
    return evolve(land, name=name, actor=name)


def _alone(token: Token, lands: dict[str, Mention]) -> Mention | None:
    if len(lands) != 1:
        return None
    is_told = has_left(token, ("the",)) and not any(c.lower_ == "of" for c in token.rights)
    at = token.head if token.dep_ == "conj" else token
    is_dealt_with = at.dep_ == "pobj" and at.head.lower_ in _DEALT_WITH
    return next(iter(lands.values())) if is_told and (at.dep_ in _ROLES or is_dealt_with) else None
