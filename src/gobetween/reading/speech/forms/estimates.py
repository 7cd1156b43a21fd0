"""Sayings that give a number: 'the union puts its members at 2,650', 'the army spoke of "heavy" losses'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.speech.attribution import Attribution, QuoteMap, words_of
from gobetween.reading.syntax import NOMINALS, RELATIVES, child, children, is_negated, noun_phrase, subject_of, trimmed
from gobetween.reading.word_lists import words

PUTTING = words("put estimate value give arrive")
_NUMBERS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})


def puts_at(verb: Token) -> Iterator[Attribution]:
    """What 'X puts at a number', 'gives as' or 'arrives at' says: the thing and its number, or the number alone."""
    thing = child(verb, "dobj")
    word = "as" if verb.lemma_ == "give" else "at"
    inside = thing.rights if thing is not None else ()
    at = next((c for c in (*verb.rights, *inside) if c.lower_ == word and c.i > verb.i), None)
    if at is None or not _has_number(at) or (verb.lemma_ == "arrive" and not _is_share(at)):
        return
    if thing is None and verb.lemma_ != "arrive":
        return
    behind = thing is not None and thing.i > verb.i
    yield from _said(verb, thing.left_edge.i if thing is not None and behind else at.i + 1, at.right_edge.i + 1)


def _is_share(prep: Token) -> bool:
    """Whether a sum or a share is meant, and no hour of arrival."""
    return any(t.ent_type_ in ("MONEY", "PERCENT", "QUANTITY") for t in prep.subtree)


def speaks_of(verb: Token, quoted: QuoteMap) -> Iterator[Attribution]:
    """What 'X spoke of a number' or 'X spoke of "words"' says; who speaks of his youth tells nothing of talks."""
    of = next((c for c in children(verb, "prep") if c.lower_ == "of" and c.i > verb.i), None)
    if of is None or of.i + 1 >= len(of.doc):
        return
    is_quoted = any(quoted.begins(t.idx) for t in verb.doc[of.i + 1 : of.i + 4])
    topic = child(of, "pobj")
    is_counted = topic is not None and (topic.like_num or any(c.dep_ == "nummod" and c.left_edge.i <= of.i + 3 for c in topic.lefts))
    if is_quoted or is_counted:
        yield from _said(verb, of.i + 1, of.right_edge.i + 1)


def _said(verb: Token, first: int, last: int) -> Iterator[Attribution]:
    subject = subject_of(verb)
    if subject is None or subject.pos_ not in NOMINALS or subject.lower_ in RELATIVES or subject.i > verb.i or is_negated(verb):
        return
    words, content = words_of(verb.doc[slice(*noun_phrase(subject, verb))]), trimmed(verb.doc[first:last])
    if words and content:
        yield Attribution((verb.i, verb.i + 1), subject, words, (content,), "estimate")


def _has_number(prep: Token) -> bool:
    return any(t.ent_type_ in _NUMBERS or t.like_num for t in prep.subtree)
