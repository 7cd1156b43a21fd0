"""Sayings that a verb shows: who is its subject, and what stands for its clause, its object or its infinitive is what is said."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.speech.attribution import Attribution, QuoteMap, words_of
from gobetween.reading.speech.clauses import JUNK, is_own_act, said_behind, said_in_clause
from gobetween.reading.speech.cues import ADDRESSED, BELIEVING, CLAIMS, INFINITIVE, NAMING, OBJECT, PARTICLES, SAYING, WANTING
from gobetween.reading.speech.extents import around_cue, before_aside
from gobetween.reading.speech.inversions import fronted, inverted_speaker
from gobetween.reading.syntax import (
    NOMINALS,
    Range,
    child,
    children,
    has_auxiliary,
    is_no_longer,
    noun_phrase,
    relative_of,
    subject_of,
    trimmed,
)

Said = tuple[tuple[Range, ...], str]

_NOBODY = frozenset({"n't", "n’t"})  # what the parser may take for a subject
_NOTHING: Said = ((), "")
_COMPLETING = frozenset({"of", "as", "for", "about", "to", "against", "with", "on", "over"})  # 'accuse him of', 'describe it as'
_TELLING_AUXILIARIES = frozenset({"did", "does", "do"})
_HAVING = frozenset({"has", "have", "had"})
_SPEAKERS = NOMINALS | {"DET", "NUM", "ADJ"}  # "others", "two", "the former"
_WEAK = frozenset({"object", "belief", "infinitive", "naming"})  # rules that take a wish or a deed for words: only a finite verb's


def of_verb(verb: Token, lemma: str, quoted: QuoteMap) -> Iterator[Attribution]:
    """What the subject of `verb` says, believes, wants or asks for."""
    inverted = inverted_speaker(verb, lemma, quoted)
    subject = subject_of(verb) if inverted is None else inverted
    if subject is None or subject.pos_ not in _SPEAKERS or not subject.text[:1].isalnum() or subject.lower_ in _NOBODY:
        return
    if quoted.holds(subject):
        return
    content, rule = fronted(verb, subject, quoted) if inverted is not None else _content_of(verb, lemma, subject, quoted)
    if not content:
        return
    if any(start <= subject.idx < end for start, end in content) and rule != "object":
        return
    if rule in _WEAK and (not is_own_act(verb, subject) or (verb.dep_ == "acl" and rule != "object")):
        return
    if is_no_longer(verb) or (rule == "clause" and verb.tag_ == "VB" and not has_auxiliary(verb, _TELLING_AUXILIARIES)):
        return
    stands = relative_of(verb) if inverted is None else None
    if stands is not None and stands.lower_ == "that" and rule in _WEAK:
        return  # 'a draft that calls for a truce' tells which draft is meant, not what somebody said
    words = words_of(verb.doc[slice(*noun_phrase(subject, verb))] if stands is None else [stands])
    if words:
        yield Attribution((verb.i, verb.i + 1), subject, words, content, rule, _told(verb, lemma))


def _content_of(verb: Token, lemma: str, subject: Token, quoted: QuoteMap) -> Said:
    if lemma in SAYING or lemma in BELIEVING:
        clauses = [c for c in children(verb, "ccomp") if c.i != verb.i]
        if clauses and (said := said_in_clause(verb, lemma, clauses, subject)) is not None:
            return ((said,), "clause" if lemma in SAYING else "belief") if said != JUNK else _NOTHING
        if verb.dep_ == "parataxis" and lemma in SAYING:
            return _quoted_alone(around_cue(verb), quoted), "parataxis"
        if lemma in SAYING and (said := _joined_behind(verb, subject)) is not None:
            return (said,), "parataxis"
    said, rule = _without_clause(verb, lemma, subject)
    if said is not None:
        return (said,), rule
    if lemma in SAYING and (said := said_behind(verb, lemma, subject)) is not None:
        return (said,), "clause"
    return _NOTHING


def _quoted_alone(parts: tuple[Range, ...], quoted: QuoteMap) -> tuple[Range, ...]:
    """Of two parts the first, if it is one whole quotation and the second is none: '"...", they said, under the rule that'."""
    if len(parts) == 1 or not quoted.begins(parts[0][0]) or quoted.begins(parts[1][0]):
        return parts
    return parts[:1]


def _joined_behind(verb: Token, subject: Token) -> Range | None:
    """What stands before ', a source told the paper, but ...', where the parser joined the telling to it as one more clause."""
    doc, first = verb.doc, subject.left_edge.i
    head = verb.head
    if verb.dep_ != "conj" or head.pos_ not in ("VERB", "AUX") or subject.head.i != verb.i or not head.i < first - 1 < verb.i:
        return None
    if child(verb, "ccomp", "xcomp") is not None or any(t.pos_ == "CCONJ" for t in doc[first - 2 : first]):
        return None
    marks = {t.text for t in doc[max(head.i, first - 2) : first]}
    return trimmed(doc[head.left_edge.i : first]) if marks & {","} and verb.lemma_ in ("say", "tell", "add") else None


def _without_clause(verb: Token, lemma: str, subject: Token) -> tuple[Range | None, str]:
    doc = verb.doc
    if lemma in PARTICLES:
        prep = next((c for c in children(verb, "prep", "prt") if c.lower_ in PARTICLES[lemma] and c.i > verb.i), None)
        if prep is not None and prep.i + 1 < len(doc) and doc[prep.i + 1].ent_type_ not in ("DATE", "TIME"):
            asked = next((c for c in children(verb, "xcomp", "ccomp") if c.i > prep.i), prep)
            return trimmed(doc[prep.i + 1 : max(before_aside(prep), before_aside(asked), prep.i + 2)]), "object"
    goal = next((c for c in children(verb, "xcomp", "ccomp") if c.i > verb.i), None)
    if goal is not None and lemma in INFINITIVE and goal.dep_ == "xcomp":
        return trimmed(doc[verb.i + 1 : _end_of_act(goal)]), "infinitive"
    if goal is not None and lemma in ADDRESSED and _is_infinitive(goal) and verb.tag_ != "VBN":
        return trimmed(doc[min(c.i for c in (*goal.lefts, goal) if c.i > verb.i) : _end_of_act(goal)]), "clause"
    if goal is not None and lemma in WANTING:
        return trimmed(doc[verb.i + 1 : _end_of_act(goal)]), "belief"
    if lemma in NAMING and (called := _named(verb)) is not None:
        return called, "naming"
    if lemma in OBJECT and ((subject.pos_ in NOMINALS and verb.tag_ != "VBN") or has_auxiliary(verb, _HAVING)):
        return _object(verb, lemma), "object"
    return None, ""


def _end_of_act(goal: Token) -> int:
    """The token after what is wanted or asked for: not with a finite verb that the parser joined to the infinitive."""
    joined = next((t for t in goal.rights if t.dep_ == "conj" and t.tag_ in ("VBD", "VBZ") and goal.tag_ == "VB"), None)
    if joined is None:
        return goal.right_edge.i + 1
    and_ = next((t.i for t in goal.rights if t.dep_ == "cc"), joined.left_edge.i)
    return min(and_, joined.left_edge.i)


def _is_infinitive(goal: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in goal.lefts) and not any(c.tag_ in ("WP", "WRB") for c in goal.lefts)


def _named(verb: Token) -> Range | None:
    """What is called what: 'called the offer an insult', 'described it as a start'."""
    last = next(
        (c for c in verb.rights if c.dep_ == "oprd" or (c.dep_ in ("ccomp", "xcomp") and c.pos_ in ("NOUN", "ADJ", "PROPN"))), None
    )
    if last is None:
        return None
    first = child(verb, "dobj") or last
    return trimmed(verb.doc[max(first.left_edge.i, verb.i + 1) : before_aside(last)])


def _object(verb: Token, lemma: str) -> Range | None:
    objects = [
        c
        for c in verb.rights
        if c.dep_ in ("dobj", "xcomp", "ccomp", "dative", "oprd")
        or (c.lower_ in _COMPLETING and (c.lower_ != "on" or lemma == "stress"))
    ]
    if all(c.dep_ == "prep" for c in objects) or (lemma == "dismiss" and not any(c.lemma_ in CLAIMS for c in objects)):
        return None  # a claim is dismissed in words, a worker is not
    if objects[0].ent_type_ in ("DATE", "TIME"):
        return None
    end = _end_of_act(objects[-1]) if objects[-1].dep_ in ("xcomp", "ccomp") else before_aside(objects[-1])
    return trimmed(verb.doc[objects[0].left_edge.i : max(end, objects[0].i + 1)])


def _told(verb: Token, lemma: str) -> Token | None:
    if lemma in ADDRESSED or lemma == "stress":
        for hearer in children(verb, "dobj", "dative", "iobj", "obj"):
            if hearer.i > verb.i and hearer.pos_ in NOMINALS:
                return hearer
    to = next((c for c in children(verb, "prep", "dative") if c.lower_ == "to" and verb.i < c.i <= verb.i + 3), None)
    return child(to, "pobj") if to is not None else None
