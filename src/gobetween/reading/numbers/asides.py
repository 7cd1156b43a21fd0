"""Numbers that a report gives in passing: of a place or body that it names, or of what others did meanwhile."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Token

_SETTLED_IN = re.compile(r"\b(?:home to|population of|houses?|numbering|founded\b(?![^,]*,)|inhabited by)\b", re.IGNORECASE)
_DESCRIBING = frozenset({"be", "have", "house", "host", "number", "employ", "contain"})


def is_aside(token: Token) -> bool:
    """Whether the number stands in a clause about a place ("Berg, where 400 live") or on what others did (", as Norda bid 5%")."""
    for below, above in pairwise((token, *token.ancestors)):
        opener = next((child for child in below.children if child.i < below.i and child.dep_ in {"advmod", "mark"}), below)
        if opener.i < token.sent.start + 2:
            continue
        before = opener.nbor(-2) if opener.nbor(-1).text == "," else opener.nbor(-1)
        if below.dep_ == "relcl" and opener.lower_ == "where" and before.pos_ == "PROPN":
            return True
        if below.dep_ == "advcl" and opener.lower_ == "as" and above.i < below.i and opener.nbor(-1).text == ",":
            return any(child.dep_ == "nsubj" for child in below.children)
    return False


def is_background(token: Token, text: str) -> bool:
    """Whether the number only describes something named: within an apposition to a name, or a clause hung on a place or body."""
    chain = [token, *token.ancestors]
    for below, above in pairwise(chain):
        if below.dep_ == "appos" and above.pos_ == "PROPN" and below != token and below.left_edge.i <= token.i <= below.right_edge.i:
            return True
        if below.dep_ == "relcl" and above.pos_ == "PROPN" and below.lemma_ in _DESCRIBING:
            return True
    clause = text[max(token.sent.start_char, token.idx - 40) : token.idx]
    return bool(_SETTLED_IN.search(clause))
