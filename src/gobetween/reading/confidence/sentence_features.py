"""Signs in the sentence around an item, whatever its kind: length, clauses, punctuation that misleads the parser, hedges, negation."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from gobetween.model.evidence import Document, Item
from gobetween.reading.confidence.surroundings import Surroundings
from gobetween.reading.syntax import is_in_title_case
from gobetween.reading.word_lists import words

LONG_SENTENCE, SHORT_SENTENCE = 40, 9  # tokens
LONG_PASSAGE, FEW_WORDS, SHORT_PASSAGE = 30, 8, 3
MANY_CLAUSES = 4
_CLAUSES = words("ccomp xcomp advcl relcl acl conj parataxis csubj")
_HEDGES = words("may might could would reportedly apparently possibly perhaps likely allegedly")
_CUT = words("ADP CCONJ SCONJ DET PART")
_RISKY = frozenset("—–-;()[]/…")


def sentence_features(item: Item, around: Surroundings, document: Document) -> Iterator[str]:
    """The names of the signs that are there."""
    passage = item.passage
    tokens = around.tokens(passage)
    if tokens is None or not len(tokens):
        yield "outside the analysed text"
        return
    sentence = tokens[0].sent
    yield from _of_passage(tokens)
    if sentence.start not in around.signs_of:  # several items stand in one sentence
        around.signs_of[sentence.start] = tuple(_of_sentence(sentence))
    yield from around.signs_of[sentence.start]
    if len(passage.spans) > 1:
        yield "words from several places"
    if any(sign.kind.startswith("machine") for sign in document.signs):
        yield "signs of machine translation"
    if any(sign.span is not None and sign.span.overlaps(span) for sign in document.signs for span in passage.spans):
        yield "a sign of lower reliability here"
    if sentence.start == 0:
        yield "opening sentence"


def _of_passage(tokens: Span) -> Iterator[str]:
    if len(tokens) > LONG_PASSAGE:
        yield "long passage"
    if len(tokens) <= SHORT_PASSAGE:
        yield "very few words"
    elif len(tokens) <= FEW_WORDS:
        yield "few words"
    if tokens[0].lower_ == "to":
        yield "words begin with 'to'"
    if not any(token.pos_ in ("VERB", "AUX") for token in tokens):
        yield "no verb in the words"
    last = next((token for token in reversed(list(tokens)) if not token.is_punct), tokens[-1])
    if last.pos_ in _CUT:
        yield "words stop in mid-phrase"
    if tokens[0].sent.start != tokens[-1].sent.start:
        yield "over several sentences"
    if any(token.dep_ == "neg" for token in tokens):
        yield "negated"


def _of_sentence(sentence: Span) -> Iterator[str]:
    if len(sentence) > LONG_SENTENCE:
        yield "long sentence"
    if len(sentence) < SHORT_SENTENCE:
        yield "short sentence"
    if sum(token.dep_ in _CLAUSES and token.pos_ in ("VERB", "AUX") for token in sentence) >= MANY_CLAUSES:
        yield "several clauses"
    if is_in_title_case(sentence):
        yield "headline"
    if sentence.text.rstrip(" ”\"'’").endswith("?"):
        yield "question"
    if any(token.lower_ in _HEDGES for token in sentence):
        yield "hedged"
    if any(token.text in _RISKY for token in sentence):
        yield "dashes or brackets"
    if any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in sentence) is False:
        yield "no full sentence"
