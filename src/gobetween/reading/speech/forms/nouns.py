"""Sayings that a noun or a mood carries: 'the union's claim that', 'in the belief that', 'was optimistic that'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.speech.attribution import Attribution, words_of
from gobetween.reading.speech.cues import HELD, MADE, MOODS, OBJECT
from gobetween.reading.speech.forms.extents import end_of_clause
from gobetween.reading.syntax import NOMINALS, RELATIVES, child, child_called, children, has_child, noun_phrase, subject_of, trimmed

_NOBODY = frozenset({"it", "that", "this", "there", "you"})
_OPEN = frozenset({"clear", "plain", "known", "public"})
_FARTHEST = 9  # tokens from the verb to its clause
_WAYS = frozenset({"through", "via", "by", "on", "in", "to"})
_ABOUT = frozenset({"about", "of", "over", "at", "with"})


def of_mood(verb: Token) -> Iterator[Attribution]:
    """'X was optimistic that ...', 'X is open to ...'."""
    mood = child(verb, "acomp")
    subject = child(verb, "nsubj")
    if mood is None or mood.lower_ not in MOODS or subject is None or subject.lower_ in _NOBODY or verb.tag_ == "VB":
        return
    clause = child(mood, "ccomp", "xcomp") or child(verb, "ccomp") or child_called(mood, _ABOUT, "prep")
    if clause is None or clause.i < mood.i:
        return
    end = clause.right_edge.i + 1 if clause.dep_ == "prep" else end_of_clause(clause, verb)
    content = trimmed(verb.doc[clause.left_edge.i : end])
    words = trimmed(verb.doc[slice(*noun_phrase(subject, verb))])
    if content and words:
        yield Attribution((verb.i, mood.i + 1), subject, words, (content,), "mood")


def made_known(verb: Token) -> Iterator[Attribution]:
    """'X made (it) clear (to reporters) that ...', 'X left no doubt that ...', 'X let it be known that ...'."""
    doc = verb.doc
    ahead = doc[verb.i : min(verb.i + _FARTHEST, verb.sent.end)]
    that = next((t for t in ahead if t.lower_ == "that" and (_opener(verb, t) is not None or _is_by_way(verb, t))), None)
    letting = next((t for t in verb.ancestors if t.lemma_ in ("let", "make")), None) if verb.lower_ == "known" else verb
    subject = subject_of(letting) if letting is not None else None
    if that is None or subject is None or subject.i > verb.i or subject.pos_ not in NOMINALS:
        return
    if letting is not None and child(letting, "nsubjpass", "auxpass") is not None:
        return  # 'it was made clear to them that': nobody is told to say so
    cue = _opener(verb, that)
    cue = that.i - 1 if cue is None else cue
    end = that.head.right_edge.i + 1 if that.head.i > that.i and that.dep_ != "det" else verb.sent.end
    content, words = trimmed(doc[that.i : end]), words_of(doc[slice(*noun_phrase(subject, verb))])
    if content and words:
        yield Attribution((cue, cue + 1), subject, words, (content,), "clause")


def _opener(verb: Token, that: Token) -> int | None:
    """Where 'clear' or 'no doubt' opens a clause, with at most its hearers between: 'made it clear to reporters that'."""
    doc = verb.doc
    if verb.lemma_ == "leave":
        return that.i - 1 if doc[verb.i + 1 : that.i].text.lower() == "no doubt" else None
    last = doc[that.i - 1]
    at = last.head.i - 1 if last.dep_ == "pobj" and last.head.lower_ == "to" else that.i - 1
    return at if doc[at].lower_ in _OPEN else None


def _is_by_way(verb: Token, that: Token) -> bool:
    """Whether only the way stands between: 'let it be known through the embassy that ...'."""
    way = verb.doc[verb.i + 1]
    return verb.lower_ == "known" and way.lower_ in _WAYS and way.right_edge.i == that.i - 1 and that.head.head in (verb, verb.head)


def of_noun(noun: Token) -> Iterator[Attribution]:
    """'X's claim that ...', 'a claim by X that ...', 'X made the claim that ...', 'X stayed in the belief that ...'."""
    clause = next((c for c in children(noun, "acl", "ccomp", "relcl") if c.left_edge.lower_ == "that" and c.i > noun.i), None)
    if clause is None or child(clause, "nsubj", "nsubjpass", "expl", "csubj") is None:
        return
    if has_child(clause, ("that",), "nsubj", "nsubjpass", "dobj"):
        return  # 'the claim that angered them' says nothing of what was claimed
    owner = _owner(noun, clause)
    if owner is None or owner.pos_ not in NOMINALS or owner.lower_ in RELATIVES:
        return
    content = trimmed(noun.doc[clause.left_edge.i : clause.right_edge.i + 1])
    first, last = noun_phrase(owner, noun)
    words = trimmed(t for t in noun.doc[first:last] if t.dep_ != "case")
    if content and words:
        yield Attribution((noun.i, noun.i + 1), owner, words, (content,), "noun")


def _owner(noun: Token, clause: Token) -> Token | None:
    """Whose claim or belief it is; `None` where the sentence does not say."""
    whose = child(noun, "poss")
    if whose is not None:
        return whose
    by = next((c for c in noun.rights if c.lower_ in ("by", "from", "among") and c.i < clause.i), None)
    if by is not None:
        return child(by, "pobj")
    above = noun.head
    if above.lemma_ == "raise" and noun.lemma_ in HELD:
        return None  # 'forty were killed, raising fears that ...': whose fears is not said
    if noun.dep_ == "dobj" and above.lemma_ in MADE and above.lemma_ not in OBJECT:
        return subject_of(above)
    if noun.dep_ == "pobj" and above.lower_ in ("in", "on") and noun.lemma_ in HELD:
        return subject_of(above.head) if above.head.pos_ in ("VERB", "AUX") else None
    return None
