"""Sayings told in the passive: 'the plan was rejected by the union'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.speech.attribution import Attribution
from gobetween.reading.speech.cues import NAMING, OBJECT, SAYING
from gobetween.reading.syntax import NOMINALS, RELATIVES, child, children, noun_phrase, trimmed


def said_by_agent(verb: Token, lemma: str) -> Iterator[Attribution]:
    """What 'by X' names as the speaker; what is said is the subject, with what the verb adds of it."""
    agent = child(verb, "agent")
    source = child(agent, "pobj") if agent is not None else None
    topic = child(verb, "nsubjpass", "nsubj")
    if source is None or topic is None or source.pos_ not in NOMINALS or topic.lower_ in RELATIVES or topic.pos_ == "PRON":
        return
    if lemma not in OBJECT and lemma not in SAYING and lemma not in NAMING:
        return
    words = trimmed(verb.doc[slice(*noun_phrase(source))])
    about = trimmed(verb.doc[slice(*noun_phrase(topic, verb))])
    more = next(
        (c for c in children(verb, "xcomp", "oprd", "prep") if (c.i > verb.i and c.lower_ in ("as", "to", "of")) or c.dep_ == "xcomp"),
        None,
    )
    added = (
        trimmed(verb.doc[more.left_edge.i : more.right_edge.i + 1])
        if more is not None and more.left_edge.i > source.right_edge.i
        else None
    )
    if words and about:
        yield Attribution((verb.i, verb.i + 1), source, words, (about, added) if added else (about,), "passive")
