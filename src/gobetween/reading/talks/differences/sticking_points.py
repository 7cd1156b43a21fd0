"""What a text says, in such words, stands in the way of a deal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Token

from gobetween.model.evidence import StickingPointMention
from gobetween.reading.concordance import called
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import Range, child, child_called, has_child, has_left, is_negated, subject_of
from gobetween.reading.talks.clauses import issue_words
from gobetween.reading.talks.differences.blocking import BLOCKED_BY, find_blocks
from gobetween.reading.talks.differences.knots import KNOTTED_BY, find_knots
from gobetween.reading.talks.differences.quarrels import QUARRELLED_BY, find_quarrels
from gobetween.reading.talks.differences.remaining import LEFT_BY, find_remaining
from gobetween.reading.talks.differences.snags import SNAGGED_BY, find_snags
from gobetween.reading.word_lists import words

_BARE = words("dispute row quarrel conflict standoff disagreement matter issue question point")  # 'the dispute remains unresolved'
_ALONE = words("obstacle impediment hurdle barrier roadblock deadlock stalemate impasse")
_WITH_POINT = {
    "point": words("sticking sticky contention dispute disagreement"),
    "block": frozenset({"stumbling"}),
    "bone": frozenset({"contention"}),
}
_GAPS = words("disagreement difference gap dispute")
_NAMING = _ALONE | _GAPS | frozenset(_WITH_POINT)
_TELLING = _NAMING | BLOCKED_BY | KNOTTED_BY | LEFT_BY | SNAGGED_BY | QUARRELLED_BY
_LINKING = words("be appear seem remain emerge become constitute form stay prove represent")
_MAKING = words("create pose present form raise")
_REMOVING = words("overcome remove resolve clear settle bridge surmount address eliminate")
_LONG = 28  # tokens of a sentence that is quoted whole
_CLAUSES = frozenset({"ccomp", "advcl", "conj", "parataxis"})
_SAYING = words("say tell add note explain report indicate suggest stress warn highlight state acknowledge admit clear make reveal")
_PERSONS = frozenset({"he", "she", "i", "we", "you"})  # 'he is an obstacle to peace' names no matter
_POINTING = frozenset({"this", "that", "these", "those", "it", "they", "there", "which"})


def find_sticking_points(scene: Scene, voices: Voices) -> tuple[StickingPointMention, ...]:
    """All explicit sticking points in reading order, one for each issue that the words join."""
    found: dict[tuple[int, str], StickingPointMention] = {}
    for token in called(scene.doc, _TELLING):
        is_named = token.pos_ in ("NOUN", "PROPN") and _names_one(token)
        plain = _issues(scene, token) if is_named else chain(find_blocks(token), find_knots(token), find_remaining(token))
        for first, last in chain(plain, find_snags(token)):
            point = _mention(scene, voices, token, first, last)
            if point is not None:
                found.setdefault((point.passage.start, point.issue), point)
        for telling, (first, last) in find_quarrels(token):
            point = _mention(scene, voices, token, first, last, telling)
            if point is not None and not _is_within(point, found.values()):
                found[point.passage.start, point.issue] = point
    together: dict[int, list[StickingPointMention]] = {}
    for point in found.values():
        together.setdefault(point.passage.start, []).append(point)
    return tuple(p for p in found.values() if not any(_is_shorter(other, p) for other in together[p.passage.start]))


def _is_shorter(other: StickingPointMention, point: StickingPointMention) -> bool:
    """Whether the same words name the same point more briefly: 'the quota' for 'the dispute over the quota'."""
    return other.passage == point.passage and len(other.issue) < len(point.issue) and point.issue.endswith(other.issue)


def _names_one(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if lemma not in _NAMING or (noun.dep_ == "compound" and noun.head.pos_ == "NOUN"):
        return False
    if has_left(noun, ("no", "all", "any")) or noun.head.lemma_ in _REMOVING or noun.head.head.lemma_ in _REMOVING:
        return False
    if lemma in _WITH_POINT:
        near = noun.doc[max(0, noun.i - 2) : noun.i + 3]
        return any(t.lower_ in _WITH_POINT[lemma] for t in near)
    if lemma in _GAPS:
        return has_child(noun, ("over", "on", "about"), "prep") and noun.head.lemma_ in (
            *_LINKING,
            "persist",
            "center",
            "centre",
        )
    return True


def _issues(scene: Scene, noun: Token) -> Iterator[Range]:
    """The tokens for what is in the way: the other side of the copula, the subject, or what stands behind 'over'."""
    over = child_called(noun, ("over", "on", "about"), "prep")
    if over is not None and noun.lemma_.lower() in (*_GAPS, "deadlock", "stalemate", "impasse"):
        yield from _split(scene, over.i + 1, over.right_edge.i + 1)
        return
    verb = _governor(noun)
    if verb is None:
        return
    subject = subject_of(verb)
    if subject is not None and (subject.i == noun.i or noun.is_ancestor(subject) or (subject.is_ancestor(noun) and noun.i < verb.i)):
        what = child(verb, "attr", "acomp", "ccomp", "xcomp", "oprd")
        if what is not None and what.pos_ in ("AUX", "VERB"):
            what = child(what, "attr", "acomp", "ccomp") or what
        if what is not None:
            yield from _split(scene, what.left_edge.i, what.right_edge.i + 1)
        return
    if subject is not None and not is_negated(verb) and not _is_empty(subject) and subject.lower_ not in _PERSONS:
        last = min(subject.right_edge.i + 1, verb.i) if subject.i < verb.i else subject.right_edge.i + 1
        yield from _split(scene, subject.left_edge.i, last)


def _is_empty(subject: Token) -> bool:
    return subject.lower_ in _POINTING or has_left(subject, _POINTING, "det")


def _governor(noun: Token) -> Token | None:
    at = noun
    for _ in range(5):
        if at.head is at:
            return None if at.pos_ not in ("VERB", "AUX") else at
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at if at.lemma_ in _LINKING or at.lemma_ in _MAKING else None
    return None


def _split(scene: Scene, first: int, last: int) -> Iterator[Range]:
    """One range, or two where ', as well as in ...' joins a second matter."""
    opening = scene.doc[max(0, first - 2) : first + 2].text.lower()
    for contrast in ("but", "than"):
        if any(each in opening for each in ("not ", "no longer ", "less ")) and contrast in (
            words := [t.lower_ for t in scene.doc[first:last]]
        ):
            first += words.index(contrast) + 1  # 'no longer the corridor but the number of prisoners'
            break
    for i in range(first + 1, last - 3):
        if scene.doc[i].lower_ == "as" and scene.doc[i : i + 3].text.lower() == "as well as":
            yield first, i
            yield i + 3, last
            return
    yield first, last


def _is_within(point: StickingPointMention, others: Iterable[StickingPointMention]) -> bool:
    """Whether another tells it in a longer passage around it, or has the same issue."""
    return any(each.passage.start <= point.passage.start and point.passage.end <= each.passage.end for each in others)


def _mention(
    scene: Scene, voices: Voices, noun: Token, first: int, last: int, telling: Range | None = None
) -> StickingPointMention | None:
    sentence = noun.sent
    passage = scene.passage(*(telling or _told(noun, first, last)))
    issue = issue_words(scene, first, last)
    if passage is None or issue.lower() in _BARE or not issue:
        return None
    parties = dict.fromkeys(
        m.actor
        for m in scene.names.mentions(sentence.start, sentence.end)
        if m.actor
        and not scene.names.is_place(m)
        and not _is_place_word(scene, m.end - 1)
        and not voices.is_speaker(scene.doc[m.start].idx)
    )
    sides = tuple(p for p in parties if p) or scene.pair
    return StickingPointMention(passage, issue, parties=sides, via=voices.at(noun.idx))


def _told(noun: Token, first: int, last: int) -> Range:
    """The tokens of the sentence; of a long one those of the clause with both the word and the issue."""
    sentence = noun.sent
    at = noun
    while sentence.end - sentence.start > _LONG and at.head.i != at.i:
        is_clause = at.pos_ in ("VERB", "AUX") and at.dep_ in _CLAUSES
        is_aside = at.dep_ == "prep" and at.lower_ in ("with", "amid")
        if (is_clause or is_aside) and at.left_edge.i <= first and at.right_edge.i + 1 >= last:
            return at.left_edge.i, at.right_edge.i + 1
        at = at.head
    return _what_is_said(noun, first, last) or (sentence.start, sentence.end)


def _what_is_said(noun: Token, first: int, last: int) -> Range | None:
    """The clause behind 'the minister said that', if it has both the word and the issue."""
    at = noun
    while at.head.i != at.i:
        is_said = at.dep_ == "ccomp" and at.head.lemma_ in _SAYING and at.head.i < at.i
        if is_said and at.left_edge.i <= first and at.right_edge.i + 1 >= last:
            return at.left_edge.i, at.right_edge.i + 1
        at = at.head
    return None


def _is_place_word(scene: Scene, i: int) -> bool:
    token = scene.doc[i]
    return token.head.lower_ in ("between", "as") and token.head.head.lemma_ in ("zone", "border", "know", "area", "frontier", "line")
