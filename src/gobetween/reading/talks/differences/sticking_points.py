"""What a text says, in such words, stands in the way of a deal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from gobetween.model.evidence import StickingPointMention
from gobetween.reading.concordance import called
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, Range, is_negated, noun_phrase
from gobetween.reading.talks.clauses import clause_tokens, issue_words
from gobetween.reading.talks.differences.blocking import BLOCKED_BY, find_blocks
from gobetween.reading.talks.differences.differing import DIFFERING, find_differences
from gobetween.reading.talks.differences.failures import FAILED_BY, find_failures
from gobetween.reading.talks.differences.obstacles import CALLED, find_obstacles
from gobetween.reading.talks.differences.quarrels import QUARRELLED_BY, find_quarrels
from gobetween.reading.talks.differences.unagreed import UNAGREED_BY, find_unagreed
from gobetween.reading.word_lists import words

_BARE = words("dispute row quarrel conflict standoff disagreement matter issue question point")  # 'the dispute remains unresolved'
# what the talks are for, as a whole: 'disputes regarding a proposed truce' tell of no matter within it
_WHOLE = words("deal agreement accord pact treaty settlement truce ceasefire cease-fire armistice peace")
_OF_WHOLE = _WHOLE | words("proposed possible potential new draft comprehensive")
_FINDERS: tuple[tuple[frozenset[str], Callable[[Token], Iterator[Range]]], ...] = (
    (CALLED, find_obstacles),
    (BLOCKED_BY, find_blocks),
    (DIFFERING, find_differences),
    (UNAGREED_BY, find_unagreed),
    (FAILED_BY, find_failures),
    (QUARRELLED_BY, find_quarrels),
)
_TELLING = frozenset[str]().union(*(told for told, _ in _FINDERS))
_PREDICATES = SUBJECTS | {"attr", "oprd", "acomp"}
_DENYING = words("deny dismiss doubt")
_IN_DOUBT = frozenset({"if", "unless", "should"})
_STOPS = frozenset({",", ";", "—", "–", "("})
_LATE = words("while after as when although though before since until whereas")
_BEFORE_NAME = frozenset({"as", "of", "among"})


def find_sticking_points(scene: Scene, voices: Voices) -> tuple[StickingPointMention, ...]:
    """All explicit sticking points in reading order, one for each matter that a sentence says is in the way."""
    found: list[tuple[Token, Range]] = []
    for token in called(scene.doc, _TELLING):
        lemma, lower = token.lemma_.lower(), token.lower_
        for words_for, find in _FINDERS:
            if (lemma in words_for or lower in words_for) and not _is_unreal(token):
                for first, last in find(token):
                    found += [(token, each) for each in _split(scene, first, last) if each[0] < each[1]]
    points: dict[tuple[int, str], StickingPointMention] = {}
    for token, matter in _told_once(found):
        point = _mention(scene, voices, token, *matter)
        if point is not None:
            points.setdefault((point.passage.start, point.issue), point)
    return tuple(points.values())


def _told_once(found: list[tuple[Token, Range]]) -> Iterator[tuple[Token, Range]]:
    """Of words that name one matter twice, those that name it more briefly: 'the quota' for 'the dispute over the quota'."""
    kept: list[tuple[Token, Range]] = []
    for token, (first, last) in sorted(found, key=lambda each: each[1][1] - each[1][0]):
        if not any(first < other[1] and other[0] < last for _, other in kept):
            kept.append((token, (first, last)))
    return iter(sorted(kept, key=lambda each: (each[0].sent.start, each[0].i, each[1])))


def _is_unreal(token: Token) -> bool:
    """Whether it is denied, or only told for a case: 'denied that talks stalled over pay', 'if the sides disagree on pay'."""
    at = token
    while at.head.i != at.i:
        below, at = at, at.head
        is_denied = below.dep_ in ("ccomp", "xcomp", "dobj") and at.lemma_ in _DENYING and not is_negated(at)
        is_case = below.dep_ == "advcl" and any(c.lower_ in _IN_DOUBT and c.dep_ in ("mark", "aux") for c in below.children)
        if is_denied or (is_case and below.i != token.i) or (is_case and token.pos_ in ("VERB", "AUX")):
            return True
    return False


def _split(scene: Scene, first: int, last: int) -> Iterator[Range]:
    """One range, or two where ', as well as in ...' joins a second matter."""
    opening = scene.doc[max(0, first - 2) : first + 2].text.lower()
    for contrast in ("but", "than"):
        if any(each in opening for each in ("not ", "no longer ", "less ")) and contrast in (
            told := [t.lower_ for t in scene.doc[first:last]]
        ):
            first += told.index(contrast) + 1  # 'no longer the corridor but the number of prisoners'
            break
    for i in range(first + 1, last - 3):
        if scene.doc[i].lower_ == "as" and scene.doc[i : i + 3].text.lower() == "as well as":
            yield first, i
            yield i + 3, last
            return
    yield first, last


def _mention(scene: Scene, voices: Voices, token: Token, first: int, last: int) -> StickingPointMention | None:
    sentence = token.sent
    passage = scene.passage(*_telling(token, first, last))
    issue = issue_words(scene, first, last)
    told = issue.lower().split()
    if passage is None or not told or issue.lower() in _BARE or (told[-1] in _WHOLE and {*told} <= _OF_WHOLE):
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
    return StickingPointMention(passage, issue, parties=sides, via=voices.at(token.idx))


def _telling(token: Token, first: int, last: int) -> Range:
    """The tokens of the shortest phrase or clause that has both the word and the matter."""
    start, end = _unit(token)
    start, end = min(start, first), max(end, last)
    for i in range(max(token.i, last - 1) + 1, end):
        each = token.doc[i]
        if each.text in _STOPS or (each.lower_ in _LATE and each.dep_ in ("mark", "advmod") and i >= last):
            return start, i
    return start, end


def _unit(token: Token) -> Range:
    """The phrase of a noun, or the clause in which it, or the verb, says what is in the way."""
    at = token
    while at.pos_ not in ("VERB", "AUX"):
        is_told_of = at.dep_ in _PREDICATES or at.head.lower_ in _BEFORE_NAME or at.dep_ in ("conj", "prep", "advmod")
        if at.pos_ in ("NOUN", "PROPN") and not is_told_of:
            return noun_phrase(at)
        if at.head.i == at.i:
            return at.left_edge.i, at.right_edge.i + 1
        at = at.head
    while at.dep_ in ("xcomp", "auxpass", "aux", "pcomp") and at.head.i != at.i and not any(c.dep_ in SUBJECTS for c in at.children):
        at = at.head if at.head.pos_ in ("VERB", "AUX") or at.head.head.i == at.head.i else at.head.head
        if at.pos_ not in ("VERB", "AUX", "ADJ"):
            break
    first, last = clause_tokens(at)
    before = [c.i for c in at.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod", "expl")]
    return min([first, *before]), last


def _is_place_word(scene: Scene, i: int) -> bool:
    token = scene.doc[i]
    return token.head.lower_ in ("between", "as") and token.head.head.lemma_ in ("zone", "border", "know", "area", "frontier", "line")
