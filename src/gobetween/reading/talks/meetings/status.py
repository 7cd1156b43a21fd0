"""Whether a meeting is behind, under way or ahead, and in what form."""

from __future__ import annotations

import re

from spacy.tokens import Token

from gobetween.model.evidence import MeetingForm, MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import Range, child, children, has_child, has_left
from gobetween.reading.talks.meetings.words import AT_ONE_TABLE, DIRECT, DUE, EATEN, FUTURE, INDIRECT, PLANNING, SEPARATE, TALKS

# 'without once sitting in the same room', 'did not share a table'
_APART = re.compile(
    r"\b(?:without|not|never|n['’]t|nor|refus\w+) (?:\w+ ){0,6}(?:(?:one|same|a) (?:room|table)|face[- ]to[- ]face|directly)\b"
)


def is_planned(verb: Token) -> bool:
    """Whether it is expected, or will be."""
    at = verb
    if verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP") and _is_ahead(verb):
        return True
    for _ in range(4):
        if at.lemma_ in PLANNING and (at.i != verb.i or child(at, "auxpass") is not None):
            return True
        if at.lower_ in DUE and at.i != verb.i:
            return True
        if at.i != verb.i and verb.tag_ == "VB" and (at.lemma_ == "be" or (at.lemma_ == "go" and at.tag_ == "VBG")):
            return True  # 'are to meet', 'is going to meet'
        if has_child(at, FUTURE, "aux"):
            return True
        is_told_past = at.tag_ == "VBD" and child(at, "nsubj") is not None  # 'will decide after an envoy met them': done
        if is_told_past or at.dep_ not in ("xcomp", "conj", "advcl", "acomp") or at.head is at:
            return False
        at = at.head
    return False


def _is_ahead(copula: Token) -> bool:
    """'is to open on 21 June', 'is due on 3 May'."""
    is_due = has_child(copula, DUE)
    return is_due or any(c.tag_ == "VB" and has_left(c, ("to",)) for c in copula.rights if c.dep_ in ("xcomp", "ccomp"))


def status_of(at: Token) -> MeetingStatus:
    """Whether a meeting is behind, under way or ahead, by its verb."""
    verb = at
    if at.pos_ == "NOUN":
        verb = at.head if at.dep_ in ("nsubj", "nsubjpass") and at.head.pos_ in ("VERB", "AUX") else at
        if verb is at:
            return (
                MeetingStatus.HELD
                if has_left(at, ("following", "after")) or at.head.lower_ in ("following", "after")
                else MeetingStatus.ONGOING
            )
    if _was_to_have_been(verb) or any(_was_to_have_been(c) for c in children(verb, "xcomp") if verb.lemma_ == "be"):
        return MeetingStatus.CALLED_OFF
    if is_planned(verb):
        return MeetingStatus.PLANNED
    if has_child(verb, ("being",), "auxpass"):
        return MeetingStatus.ONGOING
    has_be = any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    if verb.tag_ in ("VBZ", "VBP", "VBG") and (verb.tag_ == "VBG" or has_be or verb.lemma_ in ("be", "continue", "meet", "hold")):
        return MeetingStatus.ONGOING
    if (verb.lemma_ in ("begin", "start", "resume", "reach") and verb.tag_ in ("VBN", "VBG")) or verb.tag_ in ("VBZ", "VBP"):
        return MeetingStatus.ONGOING
    return MeetingStatus.HELD


def _was_to_have_been(verb: Token) -> bool:
    """'were to have met on Friday', 'had been due to meet': a plan that came to nothing."""
    is_perfect = has_child(verb, ("have",), "aux") and has_child(verb, ("to",))
    above = verb.head
    if verb.dep_ != "xcomp" and not is_perfect:
        return False
    if is_perfect:
        return above.lemma_ == "be" and above.tag_ == "VBD"
    was = above.head if above.lower_ in DUE and above.dep_ == "acomp" else above
    had_been = was.tag_ == "VBN" and has_child(was, ("had",), "aux")
    return had_been and (above.lemma_ in PLANNING - {"agree", "want", "hope", "aim", "intend"} or above.lower_ in DUE)


def form_of(scene: Scene, words: Range, at: Token) -> MeetingForm:
    """Whether those who meet sit in one room, where the words or a phrase behind them say so."""
    tokens = scene.doc[words[0] : words[1]]
    text = tokens.text.lower()
    if any(token.lower_ in INDIRECT for token in tokens) or any(phrase in text for phrase in SEPARATE):
        return MeetingForm.INDIRECT
    if _APART.search(text):
        return MeetingForm.INDIRECT
    if at.lemma_ in EATEN or any(t.lemma_.lower() in EATEN and t.head.i in (at.i, at.head.i) for t in tokens):
        return MeetingForm.UNSAID if "both" in text else MeetingForm.DIRECT  # who dines with both goes between them
    if any(phrase in text for phrase in AT_ONE_TABLE) or (at.lemma_ in ("bring", "sit") and "together" in text):
        return MeetingForm.DIRECT
    for token in tokens:
        if token.lower_ in DIRECT and token.dep_ in ("amod", "compound", "nmod") and token.head.lemma_.lower() in TALKS:
            return MeetingForm.DIRECT
    return MeetingForm.UNSAID
