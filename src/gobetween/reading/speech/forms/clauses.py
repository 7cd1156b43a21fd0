"""What a verb's clause says: where it begins and ends, and when it is nobody's statement."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.naming.name_words import COLLECTIVES
from gobetween.reading.speech.cues import ASKED_OF_REPORTERS, BELIEVING, OBJECT, OPEN_QUESTIONS, SAYING, SHOWING, SHOWN_BY
from gobetween.reading.speech.forms.extents import end_of_clause
from gobetween.reading.speech.meant.referents import DOCUMENTS, OFFICIALS
from gobetween.reading.syntax import Range, child, has_auxiliary, has_child, opening_of, trimmed
from gobetween.reading.word_lists import words

JUNK: Range = (0, 0)
"""A clause that is nobody's statement."""

_HYPOTHETICAL = frozenset({"if", "whether", "unless"})
_FINITE_AUXILIARIES = frozenset({"did", "does", "do", "will"})
_HYPOTHETICAL_AUXILIARIES = frozenset({"would", "could", "might", "may", "can", "should", "must"})
_NOT_SOURCES = frozenset({"you", "it", "this", "that", "there", "one", "we", "i"})
_SMALL_CLAUSES = frozenset({"declare", "find", "rule", "pronounce", "show", "order", "report"})  # 'declare it responsible'
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VOICED = COLLECTIVES | OFFICIALS | DOCUMENTS | words("opposition population petition motion generation constitution")
_DEEDS = ("tion", "sion", "ness", "ing", "ity", "ance", "ence", "ship", "ure", "ism")
_HAPPENINGS = words(
    """trip visit talk meeting move step effort attack war deal strike action crisis event round year week month day night plan
    policy threat rate number way thing money price risk fact result progress failure success death loss fight language"""
)
_PLAINLY = frozenset({"say", "argue", "insist"})
_OPENING = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_UNNAMED = frozenset({"name", "identify", "quote"})
_ENDING = frozenset({"of", "about", "in", "on", "at", ";", ".", "”"})
_AGREED = frozenset({"agree", "decide", "order", "promise", "pledge", "vow"})
_CLOSING = frozenset({"say", "add", "report"})
_TRAILING = 8  # tokens from such a teller's verb to the end of the sentence, at most
_NEAR = 14  # tokens behind a verb of saying within which the clause begins that the parser hung elsewhere
_QUESTIONS = frozenset({"how", "what", "why", "when", "where"})


def said_in_clause(verb: Token, lemma: str, clauses: list[Token], subject: Token) -> Range | None:
    """What the verb's own clause says; `JUNK` if it says nothing; `None` if no clause of it stands where words would."""
    doc = verb.doc
    clauses = [c for c in clauses if not (is_trailing_teller(c) or is_opened_by_adding(c, verb))] or clauses
    after = [c for c in clauses if c.i > verb.i]
    if after and clauses[0].i < verb.i and lemma in SAYING and doc[verb.i + 1].lower_ in _ENDING:
        after = []  # '"It is finished," she said of the talks, in which she was sure ...'; '..., she says; others doubt it'
    if not after and _is_past_semicolon(verb, subject, clauses[0]):
        return None
    if not after and lemma in SAYING | BELIEVING:
        stop = min(opening_of(subject, verb), verb.i) if subject.i > clauses[0].i else clauses[0].right_edge.i + 1
        if child(verb, "xcomp") is not None and lemma in _AGREED:
            return None  # '...; a day later the firm agreed to pay'
        if verb.dep_ == "ROOT" and verb.sent.end - verb.i <= 4:  # '..., the source added.' closes the whole sentence
            first = _behind_colon(clauses[0], verb.sent.start, stop)
        else:
            first = _fresh_start(clauses[0], clauses[0].left_edge.i, stop)
        return trimmed(doc[first : max(stop, first + 1)])
    if not after:
        return None
    if _is_junk(verb, lemma, after[0], subject) or _announces_teller(verb, after[0]):
        return JUNK
    start = _without_time(max(min(c.left_edge.i for c in after), verb.i + 1), after[0], verb)
    return trimmed(doc[start : _before_other_teller(start, end_of_clause(after[-1], verb), verb)])


def _before_other_teller(start: int, end: int, verb: Token) -> int:
    """Where what is said ends if a semicolon hands over to another who says: 'The guild said 40 ships came; the port said nine'."""
    semicolon = next((i for i in range(start + 1, end) if verb.doc[i].text == ";"), None)
    if semicolon is None:
        return end
    others = (t for t in verb.doc[semicolon + 1 : end] if t.pos_ == "VERB" and t.lemma_.lower() in _PLAINLY | {"put"})
    is_told = any((own := child(t, "nsubj")) is not None and semicolon < own.i < t.i and own.pos_ != "PRON" for t in others)
    return semicolon if is_told else end


def is_opened_by_adding(clause: Token, verb: Token) -> bool:
    """Whether a clause is what is added: '"...," he said, adding the talks had begun, all were there', parsed as if it were said."""
    first = clause.left_edge
    return first.i > verb.i + 1 and first.lower_ == "adding" and first.head.i == clause.i and first.doc[first.i - 1].text == ","


def is_trailing_teller(told: Token) -> bool:
    """Whether a verb of saying with its subject closes a sentence that another began: 'Lund said that he would go, his office said'."""
    subject = child(told, "nsubj")
    if (
        told.lemma_ not in _CLOSING
        or subject is None
        or not 0 < subject.left_edge.i < told.i
        or child(told, "ccomp", "xcomp", "mark", "dobj")
    ):
        return False
    return told.doc[subject.left_edge.i - 1].text == "," and told.sent.end - told.i <= _TRAILING


def _fresh_start(clause: Token, first: int, stop: int) -> int:
    """Where what is said begins afresh: behind the last semicolon, or a colon."""
    doc = clause.doc
    last = next((i for i in range(stop - 2, first, -1) if doc[i].text == ";"), None)
    if last is not None and any(t.pos_ in ("VERB", "AUX") for t in doc[last + 1 : stop]):
        return last + 1
    return _behind_colon(clause, first, stop)


def _behind_colon(clause: Token, first: int, stop: int) -> int:
    """Where what is said begins if the teller's own deed stands before a colon: 'The army rejects this: all came home, it says'."""
    doc = clause.doc
    colon = next((i for i in range(first + 1, stop - 1) if doc[i].text == ":"), None)
    if colon is None or not first <= clause.i < colon or clause.lemma_.lower() not in SAYING | OBJECT:
        return first
    return colon + 1


def _announces_teller(verb: Token, clause: Token) -> bool:
    """Whether a colon hands over to one who tells for the other: 'Norway tells another story: its envoy said the deal was dead'."""
    at = clause.left_edge.i - 1
    is_own = clause.lemma_.lower() in SAYING and child(clause, "nsubj") is not None
    return is_own and verb.doc[at].text == ":" and child(verb, "dobj") is not None


def _is_past_semicolon(verb: Token, subject: Token, clause: Token) -> bool:
    """Whether the telling begins afresh behind a semicolon: 'The firm offers six; the union asks for nine'."""
    at = min(subject.left_edge.i, verb.i) - 1
    while at > clause.i and (verb.doc[at].is_space or verb.doc[at].pos_ == "CCONJ"):
        at -= 1
    return at > clause.i and verb.doc[at].text == ";"


def _without_time(start: int, clause: Token, verb: Token) -> int:
    """Where a clause without 'that' begins if words for a time behind the verb say when it was said: 'said Friday the ...'."""
    doc, at = verb.doc, start
    if doc[start].lower_ == "that":
        return start
    while at < clause.i and (
        doc[at].ent_type_ in ("DATE", "TIME") or (at == start and doc[at].lower_ in ("on", "this", "last", "late"))
    ):
        at += 1
    is_time = (
        at > start and doc[at - 1].ent_type_ in ("DATE", "TIME") and at < clause.i and doc[at].text != "," and doc[at].tag_ != "POS"
    )
    return at if is_time else start


def said_behind(verb: Token, lemma: str, subject: Token) -> Range | None:
    """What stands behind a verb of saying where the parser saw no clause of it: from 'that', or from a subject that directly follows.

    Only where a finite verb comes behind; to the sentence's end or a semicolon.
    """
    doc, end = verb.doc, verb.sent.end
    if subject.i > verb.i or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or child(verb, "auxpass", "neg", "agent") is not None:
        return None
    ahead = doc[verb.i + 1 : min(verb.i + _NEAR, end)]
    start = next((t.i for t in ahead if t.lower_ == "that" and t.i + 1 < end and (t.dep_ in ("mark", "advmod"))), None)
    if start is None and lemma in _PLAINLY and len(ahead) and ahead[0].pos_ in _OPENING:
        start = None if ahead[0].dep_ == "dobj" else verb.i + 1
    if start is None or any(t.text in (",", ":", ";") or t.pos_ == "VERB" or t.dep_ == "dobj" for t in doc[verb.i + 1 : start]):
        return None
    verbs = (t.i for t in doc[start + 1 : end] if t.tag_ in _FINITE)
    finite = next(verbs, None)
    if finite is None or any(t.text == "," for t in doc[start:finite]):
        return None
    stop = next((t.i for t in doc[start:end] if t.text == ";"), end)
    return trimmed(doc[start:stop])


def is_own_act(verb: Token, subject: Token) -> bool:
    """Whether a wish, a belief or a demand is told as a fact about its subject: finite, active, not hypothetical, not 'you' or 'it'."""
    if child(verb, "auxpass", "nsubjpass") is not None or subject.lower_ in _NOT_SOURCES or not _can_speak(subject):
        return False
    wanted = child(verb, "dobj", "xcomp")
    if wanted is not None and (wanted.lower_ == "what" or wanted.lemma_ in ASKED_OF_REPORTERS | _UNNAMED):
        return False
    if verb.tag_ == "VB" and not has_auxiliary(verb, _FINITE_AUXILIARIES):
        return False
    if has_auxiliary(verb, _HYPOTHETICAL_AUXILIARIES):
        return False
    return not has_child(verb, _HYPOTHETICAL, "mark")


def _can_speak(subject: Token) -> bool:
    """Whether the word may stand for someone, or for a text: no deed, no state of things ('their visit', 'the fighting')."""
    if subject.pos_ != "NOUN" or subject.lower_ in _VOICED or subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return subject.pos_ != "NUM"
    return not subject.lower_.endswith(_DEEDS) and subject.lemma_.lower() not in _HAPPENINGS


def _is_junk(verb: Token, lemma: str, clause: Token, subject: Token) -> bool:
    """A question asked oneself ('see how'), a condition ('if he says'), or a wish in the text's own voice is nobody's statement."""
    if has_child(verb, _HYPOTHETICAL, "mark"):
        return True
    is_bare = clause.pos_ in ("ADJ", "NOUN", "PROPN") and child(clause, "cop", "aux", "mark") is None
    if is_bare and lemma in _SMALL_CLAUSES and child(clause, "nsubj") is not None:
        return True
    if lemma in SHOWING and subject.lower_ in _NOT_SOURCES | {"which"}:
        return True
    if lemma == "answer" and child(verb, "neg") is not None:
        return True
    if lemma == "show" and (clause.left_edge.lower_ in _HYPOTHETICAL or subject.lemma_.lower() not in SHOWN_BY):
        return True
    return lemma in OPEN_QUESTIONS and clause.left_edge.lower_ in _QUESTIONS
