"""Talks that are only called for, sought, refused or thought possible: no meeting has been, nor is one planned."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.syntax import child, has_child, has_left, is_negated
from gobetween.reading.word_lists import words

_WISHING = words(
    """urge demand seek request propose reject refuse oppose suggest want need support favour favor back consider mull avoid prevent
    block boycott shun prioritise prioritize advocate encourage require recommend welcome exclude prefer reiterate mean"""
)
_LONGING = words(
    """call push press appeal plead hope wait ask lobby campaign prospect possibility idea chance need readiness willingness demand
    proposal request plea importance lack support opposition pressure precondition condition openness commitment option way
    refusal opportunity basis pretext obstacle alternative path road desire wish interest bid effort open ready insist
    insistence prerequisite"""
)
_LINKS = frozenset({"for", "of", "on", "to", "about", "against", "in", "towards", "toward"})
_STAYING_AWAY = frozenset({"boycott", "shun"})


def is_wished(noun: Token) -> bool:
    """Whether somebody only wants, offers, refuses or weighs the talks: 'called for talks', 'the prospect of a meeting', 'no talks'."""
    if has_left(noun, ("no", "neither", "any", "such"), "det"):
        return True
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB":
        is_out = verb.lemma_ == "rule" and has_child(verb, ("out",), "prt")
        if verb.lemma_ in _STAYING_AWAY and verb.tag_ == "VBD" and _is_of_day(noun):
            return False  # 'boycotted Sunday's meeting': that was held without them
        return is_out or verb.lemma_.lower() in _WISHING
    if noun.dep_ != "pobj" or noun.head.lower_ not in _LINKS:
        return False
    over = noun.head.head
    if over.i > noun.i:
        return False  # 'In talks in Oslo, Norway demanded a change'
    if over.lemma_.lower() == "agree" and is_negated(over):
        return True
    return over.lemma_.lower() in _LONGING and not (over.lemma_ == "call" and child(over, "dobj", "nsubjpass") is not None)


def _is_of_day(noun: Token) -> bool:
    owner = child(noun, "poss")
    return owner is not None and owner.ent_type_ == "DATE"
