"""What a text says that its bodies are: 'the carmaker Lindmark', 'the TLA, a militia', 'Nordvik, the train drivers' union'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import BODY_NOUNS, COLLECTIVES, TITLES
from gobetween.reading.naming.unions import is_of_employers
from gobetween.reading.syntax import has_left
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_NO_KINDS = TITLES | words(
    """side member side country nation state city capital part one wing statement ally enemy rival leader place front team delegation
    hundred thousand million deal plan war government army military attack offer strike"""
)
_OF_FIRMS = words("board shareholders management staff employees workforce chief customers directors actuaries headquarters")
# how a body of workers is told where its name does not: 'Nordvik members will walk out', 'Nordvik called a strike'
_STRIKING = words("strike ballot picket")
_CALLING = words("call announce stage hold suspend plan threaten schedule")
_STRIKES = words("strike walkout action stoppage ballot overtime")


def told_nouns(doc: Doc, names: Names) -> dict[str, frozenset[str]]:
    """The actors that the text calls by each noun, in small letters. Linear in the text's length."""
    found: dict[str, set[str]] = {}
    for mention in names.mentions():
        if mention.is_person or mention.is_adjective or mention.kind == "state" or not mention.actor:
            continue
        for noun in _said_of(doc, mention):
            found.setdefault(noun, set()).add(mention.actor)
    return {noun: frozenset(actors) for noun, actors in found.items()}


def _said_of(doc: Doc, mention: Mention) -> set[str]:
    head = doc[mention.end - 1]
    before = doc[mention.start - 1] if mention.start else None
    after = doc[mention.end] if mention.end < len(doc) else None
    nouns = [c for c in head.rights if c.dep_ == "appos"]
    if before is not None and before.dep_ in ("compound", "nmod", "amod", "appos", "ROOT", "nsubj"):
        nouns.append(before)
    if after is not None and after.pos_ == "NOUN" and mention.kind != "body" and head.dep_ in ("compound", "nmod", "amod"):
        nouns.append(head.head)  # 'the TLA militia'
    if head.dep_ == "appos" and mention.kind != "body":
        nouns.append(head.head)
    told = {noun.lower_ for noun in nouns if _is_kind(noun)}
    return told | {"union"} if _acts_as_union(doc, mention) else told


def _is_kind(noun: Token) -> bool:
    lower = noun.lower_
    if noun.pos_ != "NOUN" or noun.tag_ != "NN" or not noun.text.islower() or lower in _NO_KINDS:
        return False
    return lower in COLLECTIVES | BODY_NOUNS


def _acts_as_union(doc: Doc, mention: Mention) -> bool:
    """Whether it is a body of workers by what it does or has: it calls strikes, its members walk out, it has a general secretary."""
    if (
        mention.kind != "organisation"
        or is_of_employers(mention.name)
        or (mention.end < len(doc) and doc[mention.end].lower_ in ("union", "unions", "labor", "labour"))
    ):
        return False  # 'the Nordvik union' is not Nordvik
    head = doc[mention.end - 1]
    above = head.head
    if head.dep_ in ("compound", "poss", "nmod"):
        is_general = above.lower_ == "secretary" and has_left(above, ("general",))
        return is_general or (above.lower_ in ("members", "ballot", "strike", "strikes") and above.i > head.i)
    if head.dep_ != "nsubj":
        return False
    return above.lemma_ in _STRIKING or (
        above.lemma_ in _CALLING and any(c.dep_ == "dobj" and c.lemma_ in _STRIKES for c in above.rights)
    )


def is_of_firm(name: Token) -> bool:
    """Whether a name is a firm's: 'Northline's board', 'the railway Northline'."""
    before = name.doc[name.i - 1] if name.i else None
    is_owner = name.dep_ == "poss" and name.head.lower_ in _OF_FIRMS
    return is_owner or (before is not None and before.pos_ == "NOUN" and before.lower_ in BODY_NOUNS)
