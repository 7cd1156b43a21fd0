"""Signs in a position: how its party is called and known, who tells of it, and what sort of words show it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from gobetween.model.evidence import PositionMention
from gobetween.reading.confidence.surroundings import Surroundings

_FEW = 3  # times that a text names a party who matters little to it
_SUBJECTS = ("nsubj", "nsubjpass")
_BESIDE = {"advcl": "in a clause beside", "acl": "in a clause beside", "conj": "joined to what went before"}
_PERFECT = frozenset({"has", "have", "had", "'ve", "'s", "'d"})
_PRONOUNS = frozenset({"PRON", "DET"})
_FORMS = {
    "VBZ": "in the present",
    "VBP": "in the present",
    "VBD": "in the past",
    "VBN": "as done",
    "VB": "as something to do",
    "VBG": "as going on",
}


def position_features(item: PositionMention, around: Surroundings) -> Iterator[str]:
    """The names of the signs that are there."""
    yield f"stance: {item.stance}"
    yield from ("matter named",) if item.issue else ()
    yield from ("condition",) if item.condition else ()
    yield from _of_party(item.party, around)
    if item.via is None:
        yield "told by the report itself"
    else:
        yield "told by its party" if item.party in (item.via.actor, item.via.name) else "told by somebody else"
    tokens = around.tokens(item.passage)
    if tokens is not None and len(tokens):
        yield from _of_words(tokens)


def _of_party(party: str, around: Surroundings) -> Iterator[str]:
    kind = around.listed.get(party.casefold())
    yield "party on no list of names" if kind is None else f"party is a {kind}"
    if party[:1].islower() and " " not in party:
        yield "party without a name"  # "union"; "dockers' union" may be all that the text calls it
    times = around.times(party.rsplit(maxsplit=1)[-1]) if party else 0
    yield "party named often" if times > _FEW else "party named a few times" if times > 1 else "party named once or never"


def _of_words(tokens: Span) -> Iterator[str]:
    shown_by = tokens.root
    yield f"shown by a {shown_by.pos_.lower()}"
    if shown_by.dep_ in _BESIDE:
        yield _BESIDE[shown_by.dep_]
    if shown_by.tag_ in _FORMS:
        yield _FORMS[shown_by.tag_]
    if any(t.lower_ in _PERFECT and t.dep_ == "aux" for t in shown_by.lefts):
        yield "in the perfect"
    subject = next((t for t in shown_by.lefts if t.dep_ in _SUBJECTS), None)
    if subject is None:
        yield "no subject of its own"
    elif subject.pos_ in _PRONOUNS:
        yield "its subject is a pronoun"
    else:
        yield "its subject is a name" if subject.pos_ == "PROPN" else "its subject is a noun"
