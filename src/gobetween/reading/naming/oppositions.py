"""The opposition of a land as a side of its own: 'the opposition', "Norvan's opposition", 'opposition leader Ada Berg'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from spacy.symbols import NOUN
from spacy.tokens import Doc, Token

from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import COLLECTIVES, TITLES
from gobetween.reading.syntax import has_left, tokens_of
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_ROLES = frozenset({"nsubj", "nsubjpass", "poss", "conj", "dobj", "ROOT", "appos"})
_DEALT_WITH = frozenset({"between", "with", "by", "for", "of", "from", "against", "and", "to"})
_THEIR_OWN = (
    TITLES
    | COLLECTIVES
    | words(
        "leaders officials negotiators delegates lawmakers figures representatives groups parties forces fighters envoys politicians"
    )
)
_SHOWN = words("voice express overcome show signal provoke arouse declare state reiterate")


def oppositions(doc: Doc, names: Names, peoples: Mapping[str, str]) -> Iterator[Mention]:
    """Mentions of the one opposition a text speaks of, under its land's people: 'Norvanian opposition' where the text tells the land.

    `peoples` gives the adjective for a land. 'Opposition to the plan' and 'in opposition' are no side. Linear in the text's length.
    """
    found = _found(doc, names)
    owners = lands_opposed(doc, names)
    land = owners[0] if len(owners) == 1 else names.parts.land or names.parts.only_land
    for token in found:
        owner = _owner(token, names)
        whose = owner.actor if owner is not None else land
        name = f"{peoples.get(whose, whose)} opposition" if whose else "opposition"
        start = owner.start if owner is not None else token.i
        yield Mention(start, token.i + 1, name, name, "organisation", is_adjective=_describes(token))


def lands_opposed(doc: Doc, names: Names) -> tuple[str, ...]:
    """The lands of whose opposition the text speaks."""
    owners = (_owner(token, names) for token in _found(doc, names))
    return tuple(dict.fromkeys(owner.actor for owner in owners if owner is not None and owner.actor is not None))


def _found(doc: Doc, names: Names) -> list[Token]:
    nouns = (t for t in tokens_of(doc, NOUN) if t.lower_ == "opposition" and names.at(t) is None)
    return [t for t in nouns if _is_side(t, names) or _describes(t)]


def _owner(token: Token, names: Names) -> Mention | None:
    """The land named right before it."""
    at = token.i - 1
    while at > token.sent.start and (token.doc[at].tag_ == "POS" or token.doc[at].lower_ in ("political", "main", "armed")):
        at -= 1
    land = names.at(at) if at >= token.sent.start else None
    return land if land is not None and land.kind == "state" else None


def _is_side(token: Token, names: Names) -> bool:
    if any(c.dep_ == "prep" and c.lower_ in ("to", "from", "of", "against", "among", "within") for c in token.rights):
        return False
    if token.head.lemma_ in _SHOWN and token.dep_ == "dobj":
        return False
    is_told = has_left(token, ("the",)) or _owner(token, names) is not None
    is_joined = token.dep_ == "conj" and token.head.lower_ in ("government", "president")  # 'government, opposition reopen talks'
    if token.dep_ == "pobj":
        return is_told and token.head.lower_ in _DEALT_WITH
    return (is_told or is_joined) and token.dep_ in _ROLES


def _describes(token: Token) -> bool:
    """'opposition leader', 'opposition negotiators'."""
    return token.dep_ in ("compound", "nmod", "amod") and token.head.lower_ in _THEIR_OWN and token.head.i > token.i
