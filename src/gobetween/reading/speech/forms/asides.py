"""Sayings that a sentence gives by the way: 'according to', 'as reported by', 'was quoted as saying', ', she went on,'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.speech.attribution import Attribution, words_of
from gobetween.reading.speech.cues import COUNTS
from gobetween.reading.speech.forms.extents import around_aside, both_sides
from gobetween.reading.speech.meant.referents import OFFICIALS, PERSONS, POSTS
from gobetween.reading.syntax import (
    NOMINALS,
    child,
    has_auxiliary,
    has_child,
    has_left,
    noun_phrase,
    subject_of,
    subtree_range,
    trimmed,
)

_LONGEST_COUNT = 8  # tokens from 'by' to the count, at most
_AS_SAID = frozenset(
    {"say", "note", "acknowledge", "admit", "concede", "observe", "warn", "stress", "report", "remark", "put", "state"}
)
_OF = frozenset({"of", "about", "against", "for", "as"})
_BEING = frozenset({"would", "could", "should", "might", "may"})
_VOICES = OFFICIALS | PERSONS | POSTS


def according(token: Token) -> Iterator[Attribution]:
    """'According to X, ...' and '..., according to X'."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    to = doc[token.i + 1]
    source = child(to, "pobj", "pcomp") or next((c for c in token.children if c.i > to.i and c.pos_ in NOMINALS), None)
    if source is None:
        source = next((t for t in doc[to.i + 1 : to.i + 8] if t.pos_ in NOMINALS and t.head.pos_ not in NOMINALS), None)
    if source is None or source.i < to.i:
        return
    first, last = noun_phrase(source)
    if token.is_sent_start:
        last = _before_comma(source, last)
    aside = next((c for c in source.rights if c.dep_ == "relcl" and c.left_edge.tag_ in ("WDT", "WP", "WP$")), None)
    content = around_aside(token, last if aside is None else _behind_relative(token, aside))
    words = trimmed(doc[first:last])
    if content and words:
        both = both_sides(token, last) if content[1] <= token.idx else ()
        yield Attribution((token.i, to.i + 1), source, words, both or (content,), "according")


def _behind_relative(cue: Token, aside: Token) -> int:
    """Where what is told goes on behind '..., which counts nobody twice'; at a sentence's head it is parsed with that clause."""
    if cue.is_sent_start:
        return next((t.i for t in cue.doc[aside.i + 1 : cue.sent.end] if t.text == ","), aside.right_edge.i + 1)
    return aside.right_edge.i + 1


def by_the_count_of(by: Token) -> Iterator[Attribution]:
    """'By the union's count, ...', '..., by its own estimate': whose count it is says so."""
    doc = by.doc
    ahead = doc[by.i + 1 : min(by.i + _LONGEST_COUNT, by.sent.end)]
    count = next((t for t in ahead if t.lower_ in COUNTS), None)
    owned = doc[by.i + 1 : count.i] if count is not None else doc[by.i : by.i]
    owner = next((t for t in owned if t.tag_ == "PRP$" or (t.i + 1 < len(doc) and doc[t.i + 1].tag_ == "POS")), None)
    is_apart = by.is_sent_start or doc[by.i - 1].text == ","
    if owner is None or count is None or not is_apart or count.i + 1 >= len(doc) or not doc[count.i + 1].is_punct:
        return
    words, content = words_of(doc[by.i + 1 : owner.i + 1]), around_aside(by, count.i + 1)
    whose = subject_of(by.head) if owner.tag_ == "PRP$" and by.head.pos_ in ("VERB", "AUX") else owner
    speaker = owner if whose is None or whose.pos_ == "PRON" else whose
    if words and content:
        yield Attribution((by.i, count.i + 1), speaker, words, (content,), "according")


def in_the_words_of(noun: Token) -> Iterator[Attribution]:
    """'..., in the words of X', 'In the view of X, ...'."""
    doc, in_ = noun.doc, noun.head
    if (whose := child(noun, "poss")) is not None and in_.lower_ == "in" and whose.pos_ in ("NOUN", "PROPN"):
        yield from _in_somebodys_words(noun, in_, whose)
        return
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    source = child(of, "pobj") if of is not None and of.i == noun.i + 1 and noun.dep_ == "pobj" and in_.lower_ == "in" else None
    if source is None or of is None or source.pos_ not in NOMINALS or doc[noun.i - 1].lower_ not in ("the", "in"):
        return
    before = doc[in_.i - 1] if not in_.is_sent_start else None
    if before is not None and not before.is_punct and not (noun.lower_ == "words" and source.lower_ in _VOICES):
        return  # 'she took part in the view of both camps'
    first, last = noun_phrase(source)
    words, content = words_of(doc[first:last]), around_aside(in_, last)
    if words and content:
        yield Attribution((in_.i, of.i + 1), source, words, (content,), "according")


def _in_somebodys_words(noun: Token, in_: Token, whose: Token) -> Iterator[Attribution]:
    """'..., in Lund's words', 'In Lund's view, ...'."""
    doc = noun.doc
    is_apart = in_.is_sent_start or doc[in_.i - 1].is_punct
    words = words_of(t for t in whose.subtree if t.dep_ != "case")
    content = around_aside(in_, noun.i + 1) if is_apart else None
    if words and content and noun.i + 1 < len(doc) and doc[noun.i + 1].is_punct:
        yield Attribution((in_.i, noun.i + 1), whose, words, (content,), "according")


def _before_comma(source: Token, last: int) -> int:
    """Where the words for the source end if the parser took what they say for a name beside theirs."""
    beside = child(source, "appos")
    if beside is None or source.sent.end - beside.right_edge.i > 2:  # tokens behind: the full stop and a line's end
        return last
    comma = beside.left_edge.i - 1
    return comma if comma > source.i and source.doc[comma].text == "," else last


def is_reporting_passive(verb: Token) -> bool:
    """Whether `verb` stands as in 'as reported by the ministry'."""
    return verb.tag_ == "VBN" and child(verb, "agent") is not None and has_child(verb, ("as",), "mark")


def as_reported_by(verb: Token) -> Iterator[Attribution]:
    """'..., as reported by X'."""
    agent = child(verb, "agent")
    source = child(agent, "pobj") if agent is not None else None
    if source is None:
        return
    first, last = noun_phrase(source)
    start, end = subtree_range(verb)
    head = verb.head
    words = trimmed(verb.doc[first:last])
    left = trimmed(verb.doc[head.left_edge.i : start])
    content = left or trimmed(verb.doc[end : head.right_edge.i + 1])
    if words and content:
        yield Attribution((verb.i, verb.i + 1), source, words, (content,), "aside")


def as_put_by(verb: Token) -> Iterator[Attribution]:
    """'..., as one diplomat put it': what the sentence says besides."""
    subject, head = _teller_by_the_way(verb), verb.head
    if subject is None or subject.pos_ not in NOMINALS or head is verb or verb.i < head.i:
        return
    words = words_of(verb.doc[slice(*noun_phrase(subject, verb))])
    content = trimmed(verb.doc[head.left_edge.i : verb.left_edge.i])
    if words and content:
        yield Attribution((verb.i, verb.i + 1), subject, words, (content,), "aside")


def as_said_first(verb: Token) -> Iterator[Attribution]:
    """'As the envoy has noted, ...': what the sentence says behind."""
    subject, head, doc = _teller_by_the_way(verb), verb.head, verb.doc
    comma = verb.right_edge.i + 1
    is_of = has_child(verb, _OF, "prep")
    if (
        subject is None
        or head.i < comma
        or is_of
        or verb.lemma_ not in _AS_SAID
        or subject.pos_ not in NOMINALS
        or has_auxiliary(verb, _BEING)
    ):
        return
    words, content = words_of(doc[slice(*noun_phrase(subject, verb))]), trimmed(doc[comma : head.right_edge.i + 1])
    if words and content and doc[comma].text == ",":
        yield Attribution((verb.i, verb.i + 1), subject, words, (content,), "aside")


def put_so(verb: Token) -> Iterator[Attribution]:
    """'"...," is how one of them put it', '... was how she described it'."""
    subject, head = child(verb, "nsubj"), verb.head
    how = child(verb, "advmod")
    if (
        subject is None
        or how is None
        or how.lower_ != "how"
        or head.lemma_ != "be"
        or head.i > how.i
        or subject.pos_ not in NOMINALS | {"NUM"}
    ):
        return
    words = words_of(verb.doc[slice(*noun_phrase(subject, verb))])
    content = trimmed(verb.doc[verb.sent.start : head.i])
    if words and content:
        yield Attribution((verb.i, verb.i + 1), subject, words, (content,), "aside")


def is_told_by_the_way(verb: Token) -> bool:
    """Whether `verb` stands as in ', as one diplomat put it': with 'as', a subject, and no clause of its own."""
    if verb.dep_ != "advcl" or child(verb, "ccomp", "xcomp") is not None:
        return False
    is_as = has_left(verb, ("as",), "mark") and _teller_by_the_way(verb) is not None
    said = child(verb, "dobj")
    return is_as and (said is None or said.lower_ in ("it", "this"))


def _teller_by_the_way(verb: Token) -> Token | None:
    """Who puts it: the subject, which the parser may hang on 'as' where a post stands beside the name."""
    as_ = next((c for c in verb.lefts if c.lower_ == "as" and c.dep_ == "mark"), None)
    return child(verb, "nsubj") or (child(as_, "pobj") if as_ is not None else None)


def went_on(verb: Token) -> Iterator[Attribution]:
    """'The offer, she went on, was too low', '..., she went on to say.': who goes on says what stands around."""
    doc, sentence = verb.doc, verb.sent
    subject = next((c for c in reversed(list(verb.lefts)) if c.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ not in NOMINALS or verb.tag_ not in ("VBD", "VBZ") or doc[verb.i + 1 : verb.i + 2].text != "on":
        return
    opening, behind = subject.left_edge.i - 1, verb.i + 2
    if doc[behind : behind + 2].text in ("to say", "to add", "to explain", "to argue"):
        behind += 2
    if opening <= sentence.start or not doc[opening].is_punct or behind >= len(doc) or doc[behind].text not in (",", "."):
        return
    before, after = trimmed(doc[sentence.start : opening]), trimmed(doc[behind : sentence.end]) if doc[behind].text == "," else None
    words = words_of(doc[slice(*noun_phrase(subject, verb))])
    if before and words:
        yield Attribution((verb.i, verb.i + 1), subject, words, (before, after) if after else (before,), "parataxis")


def quoted_as_saying(verb: Token, quoting: Token) -> Iterator[Attribution]:
    """'X was quoted as saying (that) ...', '..., X was quoted as saying', and '..., the radio cited X as saying'."""
    subject, cited = subject_of(quoting), child(quoting, "dobj")
    if subject is None:
        return
    before = subject.left_edge.i
    if cited is not None and quoting.i < cited.i < verb.i and cited.pos_ in NOMINALS:
        subject = cited
    clause = child(verb, "ccomp")
    if clause is not None and clause.i > verb.i:
        content = trimmed(verb.doc[clause.left_edge.i : clause.right_edge.i + 1])
    else:
        content = trimmed(verb.doc[verb.sent.start : before]) if before > verb.sent.start else None
    speaker = trimmed(verb.doc[slice(*noun_phrase(subject, quoting))])
    if content and speaker:
        yield Attribution((verb.i, verb.i + 1), subject, speaker, (content,), "quoted")
