"""The speaker behind the verb: '..., added the source', '"...," said X', 'The draft, said X, needs work'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.speech.attribution import Attribution, QuoteMap
from gobetween.reading.speech.cues import SAYING
from gobetween.reading.syntax import NOMINALS, SUBJECTS, Range, child, children, noun_phrase, trimmed

_PLAINLY = frozenset({"say", "add", "note", "report", "explain", "argue", "reply", "retort", "answer", "respond"})
_SHORTEST = 2  # tokens before the cue: 'Nonsense, replies X'
_STOPPED_BY = frozenset({"that", "it", "them", "him", "me", "us"})
_BEFORE = frozenset({",", "-", "–", "—", "”", '"', "''", "?", "!"})


def inverted_speaker(verb: Token, lemma: str, quoted: QuoteMap) -> Token | None:
    """The speaker in '..., added the source': a verb of saying after a comma or a quotation, its speaker right behind it."""
    if lemma not in SAYING or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or verb.i - verb.sent.start < _SHORTEST:
        return None
    if lemma == "tell":
        return None  # '..., told reporters': who stands behind it hears it
    if verb.i - verb.sent.start == _SHORTEST and verb.doc[verb.sent.start].pos_ not in ("NOUN", "ADJ", "INTJ", "PROPN"):
        return None  # 'However, said X'
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
    for token in doc[_behind_hearer(verb) : min(verb.i + 9, verb.sent.end)]:
        if token.pos_ in ("VERB", "AUX", "ADP", "SCONJ") or token.is_punct or token.lower_ in _STOPPED_BY:
            return None
        if token.dep_ == "npadvmod" or token.ent_type_ in ("DATE", "TIME"):
            return None  # 'the minister, assured last Saturday that'
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("compound", "poss", "nmod", "amod"):
            return token if token.head.i <= verb.i or token.head.i - token.i < 3 else None
    return None


def _behind_hearer(verb: Token) -> int:
    """Where the speaker may begin: behind the hearer in '..., said to this paper a source of the ministry'."""
    to = next((c for c in children(verb, "prep", "dative") if c.i == verb.i + 1 and c.lower_ == "to"), None)
    hearer = child(to, "pobj") if to is not None else None
    behind = hearer.right_edge.i + 1 if hearer is not None else verb.i + 1
    return behind if behind < verb.sent.end and verb.doc[behind].dep_ in ("det", "dobj", "nsubj") else verb.i + 1


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


def interposed(verb: Token, lemma: str) -> Iterator[Attribution]:
    """'The sides will meet, the envoy announced, a day after the rebels threatened ...', read as if the rebels' verb were main.

    The parser then takes the teller for a second subject of the last verb, and the cue for a participle of the teller.
    """
    teller, doc = verb.head, verb.doc
    last = teller.head
    if lemma not in SAYING or verb.dep_ != "acl" or teller.dep_ not in SUBJECTS or child(verb, "agent") is not None or last.i < verb.i:
        return
    before = teller.left_edge.i - 1
    told = next((c for c in children(last, "ccomp", "advcl") if c.i < before and child(c, *SUBJECTS) is not None), None)
    has_own = any(verb.i < s.i < last.i for s in children(last, *SUBJECTS))
    if told is None or not has_own or before < 0 or doc[before].text != ",":
        return
    content, words = trimmed(doc[told.left_edge.i : before]), trimmed(doc[teller.left_edge.i : verb.i])
    if content and words:
        yield Attribution((verb.i, verb.i + 1), teller, words, (content,), "clause")
