"""What sides differ about: 'are far apart on pay', 'disagree over the quota', 'are still arguing about the dam'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import Range, has_child, is_negated, subject_of
from gobetween.reading.talks.differences.vocabulary import DISAGREEMENTS, OVER, SIDES, TALKS, matters_behind
from gobetween.reading.word_lists import words

_AT_ODDS = words(
    "apart odds divided split stuck deadlocked disagreed stalled gridlocked logjammed loggerheads variance polarised polarized"
)
_DIFFERING = words(
    "disagree differ clash quarrel stumble founder haggle wrangle spar squabble bicker feud divide split wrestle tussle grapple"
)
_ARGUING = words("argue fight")
_MINDED = SIDES | TALKS | DISAGREEMENTS | words("position view stance them who demand")
_IN_DOUBT = frozenset({"if", "unless", "whether", "should"})

DIFFERING = _AT_ODDS | _DIFFERING | _ARGUING
"""The words, or lemmas, around which something may be found."""


def find_differences(token: Token) -> Iterator[Range]:
    """The tokens of the matter about which, as the words around `token` say, sides differ."""
    lower, lemma = token.lower_, token.lemma_.lower()
    is_verb = token.pos_ == "VERB"
    is_going_on = has_child(token, ("still", "continue")) and token.tag_ == "VBG"
    if not (lower in _AT_ODDS or (is_verb and lemma in _DIFFERING) or (is_verb and lemma in _ARGUING and is_going_on)):
        return
    verb = token if is_verb or token.head.pos_ not in ("VERB", "AUX", "ADP") else token.head
    verb = verb.head if verb.pos_ == "ADP" else verb
    if is_negated(token) or is_negated(verb) or has_child(verb, _IN_DOUBT, "mark"):
        return
    subject = subject_of(verb)
    if subject is not None and subject.pos_ == "NOUN" and subject.lemma_.lower() not in _MINDED:
        return
    by = OVER | {"with"} if lemma in ("wrestle", "grapple") else OVER
    yield from matters_behind(token, *([] if token.i == verb.i else [token.head, verb]), by=by)
