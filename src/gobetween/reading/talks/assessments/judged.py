"""The judgements in one sentence: their tone and place, with what is negated turned round and what is balanced told as both."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import frozen
from spacy.tokens import Span, Token

from gobetween.model.evidence import Tone
from gobetween.reading.talks.assessments.tones import TOLD_GLOOM, TONES
from gobetween.reading.word_lists import words

_FAR = 60  # characters beyond which a comma parts two judgements
_WITHIN_BALANCE = 80  # characters between hope and gloom that one 'but' joins
_BALANCING = re.compile(
    r"(?:[,;]? ?\b(?:but|yet|though|although|albeit|however|even if)\b|, ?[\"“”]? ?and\b|^[^,]{0,20}, $)", re.IGNORECASE
)
_FAR_APART = re.compile(r"(?:far|miles|poles|worlds) (?:apart|off)", re.IGNORECASE)
_DENYING = re.compile(
    r"\b(?:no|not|never|nothing|nobody|neither|little|few|without|nowhere|hardly|scarcely|barely|cannot|less|far from)\b|n[’']t",
    re.IGNORECASE,
)
_DIFFERING = re.compile(
    r"^[^.;”\"]{0,70}?(?:,| ) ?(?:but|although|though|yet|while|even if)\b[^.;”\"]{0,40}?\b"
    r"(?:differ\w*|disagree\w*|disputed?|remain\w*|no|none|not|never|still|less)\b|"
    r"^[^.;”\"]{0,40}?\b(?:but|though|yet)\b[^.;”\"]{0,30}?n[’']t\b",
    re.IGNORECASE,
)
_MOOD = re.compile(r"(?:optimis|pessimis|hopeful|confident|upbeat|scepti|skepti|gloomy)", re.IGNORECASE)
_NEGATIONS = words("not n't n’t never no neither nor little few hardly scarcely barely without nobody none nothing cannot")
_NOT_NEGATING = words("only doubt longer wonder matter question less later sooner more fewer")  # 'not only', 'no doubt', 'no less'
_QUOTES = frozenset("“”\"‘’'")
_REACH = 4  # tokens that a negation stands before what it negates, at most


@frozen
class Judged:
    """A judgement's tone and its characters within the sentence."""

    tone: Tone
    start: int
    end: int
    is_event: bool = False  # a judgement only where somebody tells it


def find_judged(sentence: Span) -> list[Judged]:
    """The judgements of a sentence: a negated hope is gloom, negated gloom is nothing, and of two alike the first counts."""
    text = _in_small_letters(sentence.text)
    found: list[Judged] = []
    taken: list[tuple[int, int]] = []
    for tone, pattern in (*TONES, (Tone.GLOOMY, TOLD_GLOOM)):
        for match in pattern.finditer(text):
            overlaps = any(match.start() < end and start < match.end() for start, end in taken)
            taken.append(match.span())
            heard = _tone(sentence, tone, match)
            if overlaps or heard is None:
                continue
            if not any(other.tone is heard and not _is_far(text, other, match.start()) for other in found):
                found.append(Judged(heard, match.start(), match.end(), is_event=pattern is TOLD_GLOOM))
    return _balanced(text, sorted(found, key=lambda each: each.start))


def _in_small_letters(text: str) -> str:
    """The text, each letter where it was: a few capitals become two characters, and are left."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_far(text: str, other: Judged, start: int) -> bool:
    return ", " in text[min(other.end, start) : max(other.end, start)] and abs(start - other.end) > _FAR


def _tone(sentence: Span, tone: Tone, match: re.Match[str]) -> Tone | None:
    """The tone once negation is heard: 'not far apart' is hope, 'not stuck' is nothing."""
    if tone is Tone.HOPEFUL:
        return Tone.GLOOMY if _is_negated(sentence, match) else tone
    if tone is Tone.GLOOMY and _FAR_APART.fullmatch(match[0]) and _is_negated(sentence, match):
        return Tone.HOPEFUL
    is_denied = tone is Tone.GLOOMY and not _DENYING.search(match[0]) and _is_negated(sentence, match)
    return None if is_denied else tone


def _is_negated(sentence: Span, match: re.Match[str]) -> bool:
    """'an agreement is not in sight', 'no grounds for optimism', 'does not look good'."""
    first = sentence.start_char + match.start()
    tokens = [t for t in sentence if t.idx < sentence.start_char + match.end() and t.idx + len(t) > first]
    if not tokens:
        return False
    if tokens[0].lower_ in ("never", "there", "expect", "expects"):  # 'never been so close'; 'there is' is looked at below
        near = tokens[1:] if tokens[0].lower_ != "never" else []
    else:
        near = [*sentence.doc[max(sentence.start, tokens[0].i - _REACH) : tokens[0].i], *tokens]
    return any(_negates(t, tokens[-1]) for t in near)


def _negates(token: Token, last: Token) -> bool:
    if token.lower_ not in _NEGATIONS or (token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ in _NOT_NEGATING):
        return False
    if token.lower_ in ("little", "few") and any(c.lower_ == "a" for c in (token, *token.lefts)):
        return False
    first = token.i + 2 if token.i + 1 < last.i and token.nbor().text in _QUOTES else token.i + 1  # "were not 'very promising'"
    between = token.doc[first : last.i]
    return not any(t.text in (",", ";", ":", "—", "–", "“", "”", '"') or t.lower_ in ("but", "and", "that") for t in between)


def _balanced(text: str, found: list[Judged]) -> list[Judged]:
    """Hope and gloom that one 'but' joins are one judgement of both."""
    for first, later in pairwise(found):
        between = text[first.end : later.start]
        tones = {first.tone, later.tone}
        if (
            tones == {Tone.HOPEFUL, Tone.GLOOMY}
            and len(between) < _WITHIN_BALANCE
            and _BALANCING.search(between)
            and not _is_mood(text, later)
        ):
            rest = [each for each in found if each not in (first, later)]
            return sorted([*rest, Judged(Tone.MIXED, first.start, later.end)], key=lambda each: each.start)
    if len(found) == 1 and found[0].tone is Tone.HOPEFUL and not _is_mood(text, found[0]):
        told = _DIFFERING.match(text[found[0].end :])
        if told is not None:
            return [Judged(Tone.MIXED, found[0].start, found[0].end + told.end())]
    return found


def _is_mood(text: str, judged: Judged) -> bool:
    """Somebody's mood, which is told apart from how the talks stand."""
    return _MOOD.match(text[judged.start :]) is not None
