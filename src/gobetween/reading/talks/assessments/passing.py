"""Words for how talks go that only tell in passing which talks are meant, or what came before: 'to revive the stalled talks'."""

from __future__ import annotations

from spacy.tokens import Span, Token

from gobetween.reading.syntax import has_left
from gobetween.reading.word_lists import words

_STATES = words(
    "stalled stalling deadlocked faltering floundering stuttering gridlocked frustrated deadlock impasse stalemate standstill gridlock "
    "logjam log-jam dead-end setback setbacks frustration scepticism skepticism"
)
_LIFTING = words("break end overcome resolve unlock unblock revive restart resume solve lift clear bridge defuse surmount avert")
_BACKGROUND = words("amid after despite since during over because due following of from for")
_EARLIER = words("after since until till when as because before once")
_HIGHEST = 6  # steps up to the verb of a clause


def is_in_passing(found: Span, *, is_said: bool) -> bool:
    """Whether the words judge nothing: they tell talks apart, name what is to be ended, or what the outlet tells as background.

    `is_said`: somebody says them, and only what tells talks apart or is to be ended is left out.
    """
    word = found.root
    if word.lower_ in _STATES and (word.dep_ == "amod" or _is_to_be_ended(word)):
        return True
    if is_said:
        return False
    if word.lower_ in _STATES and word.dep_ == "pobj" and word.head.lower_ in _BACKGROUND:
        return True
    clause = _clause_of(word)
    return clause is not None and clause.dep_ != "ROOT" and _is_background(clause)


def _is_to_be_ended(word: Token) -> bool:
    return word.dep_ in ("dobj", "nsubjpass", "pobj") and word.head.lemma_.lower() in _LIFTING | {"to"}


def _clause_of(word: Token) -> Token | None:
    at = word
    for _ in range(_HIGHEST):
        if at.pos_ in ("VERB", "AUX") and at.dep_ not in ("amod", "aux", "auxpass"):
            return at
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def _is_background(clause: Token) -> bool:
    """Whether a clause tells what is aimed at, or what was before: 'to pave the way', 'after they collapsed', 'that stalled in May'."""
    if clause.tag_ == "VB" and has_left(clause, ("to",), "aux"):
        return clause.dep_ in ("advcl", "acl", "relcl", "xcomp")
    if clause.dep_ == "relcl":
        return True
    return clause.dep_ == "advcl" and has_left(clause, _EARLIER, "mark", "advmod")
