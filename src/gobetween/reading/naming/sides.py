"""Sides called by a noun: 'the union', 'the employers', each tied to the body that the text has named by that word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from gobetween.reading.concordance import forms
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import COLLECTIVES, FIRMS, SIDES
from gobetween.reading.syntax import has_left
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_LOOKED_BACK = 200  # names before a group noun, at most
# 'junior doctors' are not all whom the doctors' union stands for
_APART = words("junior senior other foreign agency young retired former non-union temporary freelance some many most few rival")
_KINDS_OF = words("local public private civil secondary primary higher regional central junior further social")
_OF_KINDS = words("authority sector service school education government health council care")
_MODIFIERS = frozenset({"compound", "poss", "nmod", "amod", "case"})


def find_sides(doc: Doc, names: Names) -> Iterator[Mention]:
    """Group nouns that stand for a body named earlier by that word, and those that a noun before them tells apart.

    'the association' is the Lakeside Teachers Association once that was named; 'the dockers' union' is a side of its own.
    """
    known: list[tuple[str, str, frozenset[str]]] = []  # its name, whom it belongs to, the words of the name
    for at, form in enumerate(forms(doc)):
        mention = names.at(at)
        if mention is not None:
            if mention.start == at and not mention.is_person and not mention.is_adjective:
                known.append((mention.name, mention.actor or mention.name, _bare(mention.name.split())))
            continue
        if form not in SIDES or (token := doc[at]).pos_ not in ("NOUN", "PROPN"):
            continue
        if token.dep_ == "poss" and token.head.lower_ in SIDES:
            continue  # 'the dockers' union' is told by its noun
        first = _first_modifier(token, names)
        if first is None or not _is_definite(token, first) or has_left(token, _APART):
            continue
        if first < token.i and token.lower_ == "management" and token.dep_ == "compound" and token.head.text[:1].isupper():
            continue  # 'the war management Cabinet'
        if token.lower_ in ("management", "board") and has_left(token, FIRMS, "poss"):
            continue  # 'the airline's management' is the airline
        modifiers = _bare(t.text for t in doc[first : token.i] if t.dep_ != "amod" and t.tag_ != "POS")
        named = names.at(token.i + 1) if token.i + 1 < len(doc) else None
        if (called := _called(token, names)) is not None:
            known.append((called, called, _bare([token.text])))
            yield Mention(first, token.i + 1, called, called, "organisation")
            continue
        if modifiers and named is not None and not named.is_person and not named.is_adjective:
            # 'the pilots' union X': the words tell what X is
            known.append((named.name, named.actor or named.name, modifiers | _bare([token.text])))
            continue
        if (beside := _beside(token, first, names)) is not None:
            known.append((beside.name, beside.actor or beside.name, modifiers | _bare([token.text])))
            yield Mention(first, token.i + 1, beside.name, beside.actor, "organisation")
            continue
        wanted = modifiers | _bare([token.text])
        earlier = next((k for k in reversed(known[-_LOOKED_BACK:]) if wanted <= k[2] and not _is_of_members(token, k[0])), None)
        if earlier is not None:
            yield Mention(first, token.i + 1, earlier[0], earlier[1], "organisation")
        elif modifiers and doc[first : token.i].text.islower():
            name = doc[first : token.i + 1].text
            known.append((name, name, wanted))
            yield Mention(first, token.i + 1, name, name, "organisation")


def _is_of_members(noun: Token, name: str) -> bool:
    """Whether a body is called after those who work for such a firm, and is none: an 'Airline Pilots Association' is no airline."""
    last = name.lower().rsplit(maxsplit=1)[-1]
    return noun.lower_ in FIRMS and last != noun.lower_ and last in COLLECTIVES - FIRMS


def _beside(token: Token, first: int, names: Names) -> Mention | None:
    """The name right before 'Nordvik, the railway,': what the noun says of it."""
    at = first - 1
    while at > token.sent.start and token.doc[at].pos_ in ("DET", "ADJ"):
        at -= 1
    closes = token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == ","
    if not (token.dep_ == "appos" or closes) or at < 1 or token.doc[at].text != ",":
        return None
    mention = names.at(at - 1)
    is_body = mention is not None and not mention.is_person and not mention.is_adjective and mention.kind == "organisation"
    return mention if is_body else None


def _called(token: Token, names: Names) -> str | None:
    """The name in 'the alliance, known as the Unity Bloc'."""
    after = token.doc[token.i + 1 : token.i + 6]
    following = [t.lower_ for t in after]
    if len(following) < 4 or following[0] not in (",", "(") or following[1] not in ("known", "called"):
        return None
    at = next((t for t in after[2:] if t.lower_ not in ("as", "the")), None)
    mention = names.at(at) if at is not None else None
    return mention.name if mention is not None and not mention.is_person else None


def _bare(texts: Iterator[str] | list[str]) -> frozenset[str]:
    """Words in small letters without the marks of a genitive."""
    return frozenset(text.lower().removesuffix("'s").removesuffix("’s").strip("'’(),.") for text in texts) - {"", "of", "and", "the"}


def _first_modifier(token: Token, names: Names) -> int | None:
    """The first token of the words before a group noun that tell it apart; `None` where one of them names someone."""
    first = token.i
    while first > token.sent.start:
        before = token.doc[first - 1]
        is_modifier = before.tag_ == "POS" or (before.dep_ in _MODIFIERS and before.pos_ in ("NOUN", "PROPN", "ADJ"))
        if names.at(before) is not None:
            return None
        if not is_modifier:
            break
        first -= 1
    while first < token.i and (token.doc[first].pos_ == "ADJ" or token.doc[first].tag_ == "POS") and not _is_of_kind(token.doc[first]):
        first += 1
    return first


def _is_of_kind(word: Token) -> bool:
    """'local' of 'local authority employers', 'public sector workers': what kind the noun behind it is, which means little alone."""
    return word.lower_ in _KINDS_OF and word.doc[word.i + 1].lower_ in _OF_KINDS


def _is_definite(token: Token, first: int) -> bool:
    """'the union', 'teachers', 'union president': not 'a union', 'any union'."""
    at = first - 1
    while at >= token.sent.start and token.doc[at].pos_ == "ADJ":
        at -= 1
    before = token.doc[at] if at >= token.sent.start else None
    if before is not None and before.dep_ in ("det", "poss") and before.lower_ not in ("the", "this", "that", "both"):
        return False
    is_the = before is not None and before.lower_ in ("the", "this", "that", "both")
    return is_the or token.tag_ == "NNS" or token.dep_ in ("compound", "poss")
