"""Sayings told in the passive: 'the plan was rejected by the union'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.speech.attribution import Attribution
from gobetween.reading.speech.cues import ADDRESSED, CLAIMS, NAMING, OBJECT, SAYING
from gobetween.reading.syntax import NOMINALS, RELATIVES, Range, child, children, noun_phrase, trimmed


def said_by_agent(verb: Token, lemma: str) -> Iterator[Attribution]:
    """What 'by X' names as the speaker; what is said is the subject, with what the verb adds of it."""
    agent = child(verb, "agent")
    source = child(agent, "pobj") if agent is not None else None
    topic = child(verb, "nsubjpass", "nsubj")
    if lemma in ADDRESSED and source is not None and (said := _told(verb)) is not None:
        words = trimmed(verb.doc[slice(*noun_phrase(source))])
        if words:
            yield Attribution((verb.i, verb.i + 1), source, words, (said,), "clause", topic)
        return
    if source is None or topic is None or source.pos_ not in NOMINALS or topic.lower_ in RELATIVES or topic.pos_ == "PRON":
        return
    if lemma not in OBJECT and lemma not in SAYING and lemma not in NAMING:
        return
    words = trimmed(verb.doc[slice(*noun_phrase(source))])
    about = _claimed(topic) or trimmed(verb.doc[slice(*noun_phrase(topic, verb))])
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


def _claimed(topic: Token) -> Range | None:
    """What a claim says: 'Reports that the mine was sold were denied by Lund' is about the mine's being sold."""
    clause = next((c for c in children(topic, "acl", "ccomp", "relcl") if c.left_edge.lower_ == "that"), None)
    if topic.lemma_.lower() not in CLAIMS or clause is None or clause.left_edge.dep_ in ("nsubj", "dobj"):
        return None
    return trimmed(topic.doc[clause.left_edge.i : clause.right_edge.i + 1])


def _told(verb: Token) -> Range | None:
    """What 'He was told by the mayor that ...' and '..., he was told by the mayor' tell."""
    clause = child(verb, "ccomp")
    hearer = child(verb, "nsubjpass")
    if clause is None or hearer is None:
        return None
    if clause.i > verb.i:
        return trimmed(verb.doc[clause.left_edge.i : clause.right_edge.i + 1])
    first = next((i + 1 for i in range(hearer.left_edge.i - 1, clause.left_edge.i, -1) if verb.doc[i].text == ";"), clause.left_edge.i)
    return trimmed(verb.doc[first : hearer.left_edge.i])
