"""How a source says that the talks go: hopeful, gloomy, at a decisive moment."""

from __future__ import annotations

import re

from spacy.attrs import LOWER
from spacy.tokens import Doc, Span, Token

from gobetween.model.evidence import AssessmentMention, Speaker, Statement
from gobetween.reading.concordance import called, text_of
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import child, children, has_left, noun_phrase, subject_of, trimmed
from gobetween.reading.talks.assessments.judged import Judged, find_judged
from gobetween.reading.talks.assessments.passing import is_in_passing
from gobetween.reading.talks.assessments.sources import source_of
from gobetween.reading.talks.assessments.subjects import is_of_talks
from gobetween.reading.word_lists import words

_MOODS = words(
    "optimistic pessimistic hopeful confident upbeat sceptical skeptical gloomy doubtful sanguine bullish downbeat relaxed sure certain"
)
_SHOWING = words("sound strike voice express profess radiate exude")  # a mood: never that of a thing
_MOOD_WITHIN = 4  # tokens from the first of a judgement
_MERE_WORDS = 3
_LONG = 14  # words of a statement of which only a part may judge
_MARKS_ABOVE = 6  # steps up to an 'if' or 'whether'
_TOPIC = re.compile(
    r"\b(?:talks?|negotiat\w+|mediat\w+|deal|agreements?|truce|cease-?fire|settlement|round|accord|discussions?|"
    r"dialogue|process|breakthrough|bargaining|merger|they|contract|progress|gaps?|sides|pause|proposal|"
    r"paper|draft|hopes?|peace|chances|mood|officials?|envoys?|diplomats?|delegat\w+|conciliator|union|headway|deadlock|impasse|"
    r"stalemate|compromise|expectations|summit|solution|treaty|pact|parties|camps|gulf|differences|mission|sources?|neither|"
    r"outcome|session|meeting|conference|envoy|diplomat|fund)\b",
    re.IGNORECASE,
)
_UNSURE = frozenset({"if", "whether", "unless", "lest"})
_AVERTING = words("avoid avert prevent forestall")
_EARLIER = words("previous earlier former prior first")
_ENDING = words("break collapse fall fail founder")
_ROUNDS = words("round talk negotiation attempt session conference meeting effort")


def find_assessments(scene: Scene, voices: Voices) -> tuple[AssessmentMention, ...]:
    """All judgements of how the talks go, in reading order."""
    found: list[AssessmentMention] = []
    moods = _moods_in(scene.doc)
    showing = {t.i for t in called(scene.doc, _SHOWING) if t.lemma_ in _SHOWING}
    for sentence in scene.doc.sents:
        text = sentence.text
        is_topical = bool(_TOPIC.search(text)) or voices.statement_at(sentence.start_char) is not None
        has_mood = any(sentence.start <= i < sentence.end + _MOOD_WITHIN for i in moods)
        if not (is_topical or has_mood or _is_told(voices, sentence, showing)):
            continue  # no judgement would count here: the words for them need not be looked for
        for judged in find_judged(sentence):
            start = sentence.start_char + judged.start
            is_said = voices.statement_at(start) is not None
            found_words = scene.doc.char_span(start, sentence.start_char + judged.end, alignment_mode="expand")
            if (
                found_words is None
                or (not is_said and (judged.is_event or _is_end(found_words)))
                or _is_open(sentence, judged)
                or is_in_passing(found_words, is_said=is_said)
                or not is_of_talks(scene, found_words)
            ):
                continue
            is_told = is_topical or is_said or found_words.root.lemma_ in _SHOWING
            if not (is_told or (has_mood and _mood_of(scene, sentence, start) is not None)):
                continue
            mention = _mention(scene, voices, sentence, judged)
            found += [mention] if mention is not None else []
    return tuple(found)


def _is_told(voices: Voices, sentence: Span, showing: set[int]) -> bool:
    """Whether words of the sentence are somebody's, or one of `showing` stands in it."""
    if any(sentence.start <= i < sentence.end for i in showing):
        return True
    may_be = voices.may_speak(sentence.start_char, sentence.end_char)
    return may_be and any(voices.statement_at(t.idx) is not None for t in sentence)


def _moods_in(doc: Doc) -> list[int]:
    """The tokens that are words for a mood."""
    numbers = {doc.vocab.strings[word] for word in _MOODS}
    return [i for i, lower in enumerate(doc.to_array(LOWER).tolist()) if lower in numbers]


def _is_open(sentence: Span, judged: Judged) -> bool:
    """Whether the words judge nothing: asked, made a condition, to be averted, or said of a round long past."""
    tokens = [t for t in sentence if t.idx < sentence.start_char + judged.end and t.idx + len(t) > sentence.start_char + judged.start]
    if any(t.dep_ in ("nsubj", "nsubjpass") and _is_earlier(t) for t in (*tokens, *(c for t in tokens for c in t.children))):
        return True
    at = tokens[-1] if tokens else None
    for _ in range(_MARKS_ABOVE):
        if at is None or at.head is at or at.dep_ in ("ccomp", "parataxis"):
            break
        if any(c.dep_ == "mark" and c.lower_ in _UNSURE and c not in tokens for c in at.children) or at.head.lemma_ in _AVERTING:
            return True
        at = at.head
    return at is not None and any(c.dep_ == "mark" and c.lower_ in _UNSURE and c not in tokens for c in at.children)


def _is_end(found: Span) -> bool:
    """'broke down on Tuesday': an event, where 'have broken down' says how the talks stand."""
    return any(t.tag_ == "VBD" and t.lemma_ in _ENDING for t in found)


def _is_earlier(subject: Token) -> bool:
    return subject.lemma_.lower() in _ROUNDS and has_left(subject, _EARLIER)


def _mention(scene: Scene, voices: Voices, sentence: Span, judged: Judged) -> AssessmentMention | None:
    start = sentence.start_char + judged.start
    statement = voices.statement_at(start)
    own = _mood_of(scene, sentence, start)
    if statement is not None and own is None:
        narrow = _aside(sentence, start) or _part_of(voices, sentence, judged)
        if narrow is None and len(statement.content.text.split()) <= _MERE_WORDS:
            narrow = _clause(sentence, start)  # 'spoke of "real movement"'
        content = statement.content if narrow is None else scene.words(narrow) or statement.content
        return AssessmentMention(content, judged.tone, by=statement.speaker, told_to=statement.told_to)
    teller = _told_with(scene, voices, sentence, start)
    passage = scene.words(_clause(sentence, start, sentence.start_char + judged.end) or trimmed(sentence))
    if passage is None:
        return None
    if own is None and teller is not None:
        return AssessmentMention(passage, judged.tone, by=teller.speaker, told_to=teller.told_to)
    return AssessmentMention(passage, judged.tone, by=own or source_of(scene, sentence, start, sentence.start_char + judged.end))


def _part_of(voices: Voices, sentence: Span, judged: Judged) -> tuple[int, int] | None:
    """Of long words the clause or the sentence that judges; `None` where they are short."""
    attribution = voices.attribution_at(sentence.start_char + judged.start)
    around = [r for r in attribution.content if r[0] <= sentence.start_char + judged.start < r[1]] if attribution is not None else []
    said = sum(len(text_of(sentence.doc)[slice(*each)].split()) for each in attribution.content) if attribution is not None else 0
    if not around or said <= _LONG:
        return None
    clause = _clause(sentence, sentence.start_char + judged.start, sentence.start_char + judged.end)
    bounds = clause if clause is not None else (sentence.start_char, sentence.end_char)
    first, last = max(bounds[0], around[0][0]), min(bounds[1], around[0][1])
    return (first, last) if first < last else None


def _told_with(scene: Scene, voices: Voices, sentence: Span, start: int) -> Statement | None:
    """The statement whose verb governs a quoted judgement that its words leave out: 'describing the mood as "..."'."""
    at = next((t for t in sentence if t.idx + len(t) > start), None)
    is_quoted = at is not None and scene.quoted.at(at) >= 0
    for _ in range(6 if is_quoted else 1):
        if at is None:
            break
        if (statement := voices.cued_by(at.i)) is not None:
            return statement
        at = at.head
    return None


def _clause(sentence: Span, start: int, end: int = 0) -> tuple[int, int] | None:
    """The characters of the clause around a judgement, without clauses joined to it that have nothing of the judgement."""
    token = next((t for t in sentence if t.idx + len(t) > start), None)
    at = token
    if (aside := _aside(sentence, start)) is not None:
        return aside
    for _ in range(6):
        if at is None or (at.dep_ in ("ROOT", "conj", "advcl", "ccomp", "parataxis") and at.pos_ in ("VERB", "AUX")):
            break
        at = at.head
    if at is None:
        return None
    first, last = at.left_edge.i, at.right_edge.i + 1
    for joined in children(at, "conj", "parataxis"):
        if joined.i > at.i and joined.pos_ in ("VERB", "AUX", "NOUN", "SCONJ") and joined.left_edge.idx >= max(start + 1, end):
            last = min(last, joined.left_edge.i)
    while last - 1 > first and (sentence.doc[last - 1].dep_ == "cc" or sentence.doc[last - 1].is_punct):
        last -= 1
    return trimmed(sentence.doc[first:last])


def _aside(sentence: Span, start: int) -> tuple[int, int] | None:
    """The characters of 'with little hope of a deal' beside what is told as done."""
    at = next((t for t in sentence if t.idx + len(t) > start), None)
    for _ in range(3):
        if at is None or at.pos_ in ("VERB", "AUX"):
            return None
        if at.pos_ == "ADP" and at.lower_ in ("with", "without", "amid"):
            return trimmed(sentence.doc[at.left_edge.i : at.right_edge.i + 1])
        at = at.head
    return None


def _mood_of(scene: Scene, sentence: Span, start: int) -> Speaker | None:
    """Whose mood it is in 'was optimistic that ...'."""
    token = next((t for t in sentence if t.idx + len(t) > start), None)
    mood = _mood_word(token)
    if mood is None:
        return None
    subject = subject_of(mood.head)
    if subject is None or scene.quoted.at(subject) >= 0:
        return None
    referent = scene.references.who(subject)
    called = scene.words(trimmed(scene.doc[slice(*noun_phrase(subject, mood.head))]))
    is_crowd = subject.tag_ == "NNS"
    if referent is None or called is None or not (referent.actor or referent.is_person or referent.is_anonymous or is_crowd):
        return None
    return Speaker(called, referent.name, actor=referent.actor, source_type=referent.source_type)


def _mood_word(token: Token | None) -> Token | None:
    if token is None:
        return None
    for near in token.doc[token.i : min(token.i + _MOOD_WITHIN, len(token.doc))]:
        if near.lower_ in _MOODS and near.dep_ in ("acomp", "conj", "oprd", "advmod"):
            return near if child(near.head, "nsubj") is not None or subject_of(near.head) is not None else None
    return None
