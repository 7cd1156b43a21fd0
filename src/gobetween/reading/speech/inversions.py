"""The speaker behind the verb: '..., added the source', '"...," said X', 'The draft, said X, needs work'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.speech.attribution import QuoteMap
from gobetween.reading.speech.cues import SAYING
from gobetween.reading.syntax import NOMINALS, SUBJECTS, Range, child, children, noun_phrase, trimmed

_PLAINLY = frozenset({"say", "add", "note", "report", "explain", "argue"})
_STOPPED_BY = frozenset({"that", "it", "them", "him", "me", "us"})
_BEFORE = frozenset({",", "-", "–", "—", "”", '"', "''", "?", "!"})


def inverted_speaker(verb: Token, lemma: str, quoted: QuoteMap) -> Token | None:
    """The speaker in '..., added the source': a verb of saying after a comma or a quotation, its speaker right behind it."""
    if lemma not in SAYING or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or verb.i == 0 or verb.i - verb.sent.start < 3:
        return None
    doc = verb.doc
    before = doc[verb.i - 1]
    if not (before.text in _BEFORE or quoted.at(before) >= 0) or verb.i + 1 >= len(doc):
        return None
    own = list(children(verb, *SUBJECTS))
    behind = child(verb, "dobj")
    if own and own[-1].i < verb.i and behind is not None and before.text == "," and lemma in _PLAINLY:
        is_all = verb.sent.end - behind.right_edge.i <= 3 and behind.left_edge.i == verb.i + 1
        return behind if is_all and behind.pos_ in NOMINALS else None  # '..., said a member', the parser's subject before it
    if child(verb, "aux", "auxpass", "mark") is not None:
        return None
    if own:
        return own[-1] if own[-1].i > verb.i else None
    for token in doc[verb.i + 1 : min(verb.i + 9, verb.sent.end)]:
        if token.pos_ in ("VERB", "AUX", "ADP", "SCONJ") or token.is_punct or token.lower_ in _STOPPED_BY:
            return None
        if token.dep_ == "npadvmod" or token.ent_type_ in ("DATE", "TIME"):
            return None  # 'the minister, assured last Saturday that'
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("compound", "poss", "nmod", "amod"):
            return token if token.head.i <= verb.i or token.head.i - token.i < 3 else None
    return None


def fronted(verb: Token, speaker: Token, quoted: QuoteMap) -> tuple[tuple[Range, ...], str]:
    """What stands before an inverted cue, from the sentence's start, or from a quotation that began before it.

    Where the clause's own verb comes behind ('The draft, said X, needs work'), both parts.
    """
    doc, start = verb.doc, verb.sent.start
    number = max(quoted.at(doc[verb.i - 1]), quoted.at(doc[verb.i - 2]) if verb.i >= 2 else -1)
    words = trimmed(doc[start : verb.i])
    if words is None:
        return (), ""
    if number >= 0:
        quote = quoted.quotes[number]
        return ((min(words[0], quote.start), max(words[1], quote.end)),), "inverted"
    behind = noun_phrase(speaker, verb)[1]
    later = trimmed(doc[behind : verb.head.right_edge.i + 1]) if verb.dep_ == "parataxis" and verb.head.i > behind else None
    return ((words, later) if later else (words,)), "inverted"
