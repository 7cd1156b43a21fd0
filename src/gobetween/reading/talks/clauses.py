"""The words of a clause: what it is about, how far it reaches, its subject."""

from __future__ import annotations

import re

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import SUBJECTS, child, children, noun_phrase, subject_of, trimmed

_LEADING = re.compile(r"^(?:that|to|for|on|of|with|about|against|by|its|their|his|her|a|an|the|any|into|from)\s+", re.IGNORECASE)
_CONDITIONS = frozenset({"if", "unless", "until", "provided"})
_AFTER_ONLY = _CONDITIONS | {"for", "in", "against"}
_CONDITIONAL = frozenset({"if", "unless", "provided", "providing", "until"})
_LONGEST_ISSUE = 14  # words


def issue_words(scene: Scene, first: int, last: int) -> str:
    """A short phrase for what tokens `[first, last)` are about: without its article, cut at the first comma or relative clause."""
    end = first
    while end < last:
        token = scene.doc[end]
        if end > first and (
            token.text in (",", ";", "(", "—", "–")
            or token.is_space
            or (token.dep_ in ("nsubj", "mark") and token.lower_ in ("which", "that", "who", "if", "while"))
        ):
            break
        if end > first and ((token.dep_ == "cc" and token.head.i < first) or token.lower_ in _CONDITIONS):
            break
        if end > first and token.lower_ == "only" and end + 1 < last and scene.doc[end + 1].lower_ in _AFTER_ONLY:
            break
        if end - first >= _LONGEST_ISSUE:
            break
        end += 1
    words = trimmed(scene.doc[first:end])
    if words is None:
        return ""
    text = scene.clean.text[words[0] : words[1]].strip("“”\"' ").replace("\n", " ")
    for _ in range(3):
        text = _LEADING.sub("", text)
    return "" if text.lower() in ("it", "them", "this", "that") else text


def clause_tokens(verb: Token) -> tuple[int, int]:
    """Tokens from a verb's subject to the end of what hangs on it, without coordinated clauses that have a subject of their own."""
    subject = child(verb, *SUBJECTS)
    first = subject.left_edge.i if subject is not None and subject.i < verb.i else verb.i
    last = verb.right_edge.i + 1
    for other in verb.conjuncts:
        if other.i > verb.i and other.pos_ in ("VERB", "AUX"):
            own = child(other, *SUBJECTS)
            start = own.left_edge.i if own is not None else other.left_edge.i
            while start > verb.i + 1 and (verb.doc[start - 1].dep_ == "cc" or verb.doc[start - 1].is_punct):
                start -= 1
            last = min(last, max(verb.i + 1, start))
    for late in children(verb, "advcl", "parataxis"):
        if (
            late.i > verb.i
            and child(late, *SUBJECTS) is not None
            and late.left_edge.i > verb.i + 1
            and not {t.lower_ for t in late.doc[late.left_edge.i : late.left_edge.i + 2]} & _CONDITIONAL
        ):
            last = min(last, late.left_edge.i)
    return first, max(last, verb.i + 1)


def subject_tokens(verb: Token) -> tuple[int, int] | None:
    """The tokens of the subject, wherever the verb borrows it from."""
    subject = subject_of(verb)
    return None if subject is None else noun_phrase(subject, verb)
