"""Headlines: what they say shortly of a position, and the text below says in full, is told once."""

from __future__ import annotations

from collections.abc import Iterable

from gobetween.model.evidence import PositionMention, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.talks.headings import end_of_headlines
from gobetween.reading.talks.positions.stands import Stand

_KINDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LIKE = {Stance.SUPPORT: Stance.ACCEPT, Stance.CONDITIONAL: Stance.ACCEPT, Stance.OPPOSE: Stance.REJECT}  # told shortly
_COMMON = 2  # words that a headline shares with what it announces

Told = tuple[Stand, PositionMention]


def told_below(scene: Scene, found: Iterable[Told]) -> list[Told]:
    """All but those of a headline whose words come again, by half at least, in a like position that the text below tells.

    Cost is that of headlines times positions.
    """
    given = list(found)
    last = end_of_headlines(scene)
    below = [(_LIKE.get(stand.stance, stand.stance), _content(scene, stand)) for stand, _ in given if stand.words[0] >= last]
    return [(stand, mention) for stand, mention in given if stand.words[0] >= last or not _is_announced(scene, stand, below)]


def _is_announced(scene: Scene, headline: Stand, below: list[tuple[Stance, frozenset[str]]]) -> bool:
    like, words = _LIKE.get(headline.stance, headline.stance), _content(scene, headline)
    return any(stance is like and len(words & each) >= max(_COMMON, len(words) / 2) for stance, each in below)


def _content(scene: Scene, stand: Stand) -> frozenset[str]:
    return frozenset(token.lemma_.lower() for token in scene.doc[stand.words[0] : stand.words[1]] if token.pos_ in _KINDS)
