"""Headlines: what they say shortly of a position, and the text below says in full, is told once."""

from __future__ import annotations

from collections.abc import Iterable

from gobetween.model.evidence import PositionMention, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.talks.positions.stands import Stand

_ENDINGS = frozenset(".!?;:…\"”'")
_KINDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LIKE = {Stance.SUPPORT: Stance.ACCEPT, Stance.CONDITIONAL: Stance.ACCEPT, Stance.OPPOSE: Stance.REJECT}  # told shortly
_HEADED = 80  # tokens among which headlines stand
_COMMON = 2  # words that a headline shares with what it announces

Told = tuple[Stand, PositionMention]


def told_below(scene: Scene, found: Iterable[Told]) -> list[Told]:
    """All but those of a headline whose words come again, by half at least, in a like position that the text below tells.

    A headline is a line without an end mark before the first sentence that has one. Cost is that of headlines times positions.
    """
    given = list(found)
    last = _end_of_headlines(scene)
    below = [(_LIKE.get(stand.stance, stand.stance), _content(scene, stand)) for stand, _ in given if stand.words[0] >= last]
    return [(stand, mention) for stand, mention in given if stand.words[0] >= last or not _is_announced(scene, stand, below)]


def _is_announced(scene: Scene, headline: Stand, below: list[tuple[Stance, frozenset[str]]]) -> bool:
    like, words = _LIKE.get(headline.stance, headline.stance), _content(scene, headline)
    return any(stance is like and len(words & each) >= max(_COMMON, len(words) / 2) for stance, each in below)


def _content(scene: Scene, stand: Stand) -> frozenset[str]:
    return frozenset(token.lemma_.lower() for token in scene.doc[stand.words[0] : stand.words[1]] if token.pos_ in _KINDS)


def _end_of_headlines(scene: Scene) -> int:
    """The first token below the headlines; 0 if there are none, or nothing below them."""
    last = 0
    for sentence in scene.doc.sents:
        words = [token for token in sentence[-4:] if not token.is_space]
        if sentence.start >= _HEADED:
            break
        if not words:
            continue
        is_line = sentence.end < len(scene.doc) and "\n" in scene.doc[sentence.end - 1].text_with_ws
        if words[-1].text in _ENDINGS or not is_line:
            break
        last = sentence.end
    return last
