"""Statements that gainsay each other: 'it sent the letter', says one; 'it never received a letter', says the other."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from gobetween.model.evidence import Statement
from gobetween.model.passages import Passage
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import is_negated
from gobetween.reading.word_lists import words

_WISHES = words("want demand offer accept reject refuse agree need pay")
_ANSWERING = words("reply retort counter respond answer")
_NO = frozenset({"no", "not", "never", "none", "nobody", "nothing", "n't", "n’t"})
_SHARED = 2  # words in common
_FURTHEST = 160  # characters between two statements
_LONG = 3  # letters of a word that tells anything


def find_gainsaid(scene: Scene, voices: Voices) -> Iterator[tuple[Statement, Statement]]:
    """Each statement with the one right behind it that says, with the same words, that it is not so."""
    before: Statement | None = None
    for sentence in scene.doc.sents:
        for later in _statements(voices, sentence):
            if before is not None and before is not later and _gainsays(scene, voices, before, later):
                yield before, later
            before = later


def _statements(voices: Voices, sentence: Span) -> Iterator[Statement]:
    last: Statement | None = None
    for token in sentence:
        statement = voices.statement_at(token.idx) if not token.is_space else None
        if statement is not None and statement is not last:
            last = statement
            yield statement


def _gainsays(scene: Scene, voices: Voices, before: Statement, later: Statement) -> bool:
    mine, theirs = _speaker(later), _speaker(before)
    if not mine or mine == theirs or _is_far(scene, before.content, later.content):
        return False
    told, said = _tokens(scene, later.content), _tokens(scene, before.content)
    if any(t.lemma_.lower() in _WISHES or t.tag_ == "MD" for t in (*told, *said)):
        return False
    common = _content(told) & _content(said)
    denied = {t.lemma_.lower() for t in told if t.pos_ == "NOUN" and any(c.lower_ == "no" for c in t.lefts)}
    is_negative = any(t.pos_ in ("VERB", "AUX") and is_negated(t) for t in told)
    said_no = any(t.lower_ in _NO for t in said)
    if said_no:
        return False
    return (
        bool(common & denied)
        or (is_negative and len(common) >= _SHARED)
        or (_is_answer(scene, voices, later) and _nobody(told, common))
    )


def _nobody(told: list[Token], common: set[str]) -> bool:
    return bool(common) and any(t.lower_ in _NO for t in told)


def _is_answer(scene: Scene, voices: Voices, statement: Statement) -> bool:
    attribution = voices.attribution_at(statement.content.start)
    return attribution is not None and attribution.verb is not None and scene.doc[attribution.verb].lemma_ in _ANSWERING


def _speaker(statement: Statement) -> str:
    return statement.speaker.actor or statement.speaker.name


def _is_far(scene: Scene, before: Passage, later: Passage) -> bool:
    """Whether more than a sentence lies between."""
    between = scene.clean.text[before.end : later.start] if before.end < later.start else ""
    return later.start < before.end or between.count(". ") > 1 or len(between) > _FURTHEST


def _tokens(scene: Scene, passage: Passage) -> list[Token]:
    found = scene.doc.char_span(passage.start, passage.end, alignment_mode="expand")
    return list(found) if found is not None else []


def _content(tokens: list[Token]) -> set[str]:
    return {t.lemma_.lower() for t in tokens if t.pos_ in ("NOUN", "PROPN", "VERB", "NUM") and len(t.lemma_) > _LONG}
