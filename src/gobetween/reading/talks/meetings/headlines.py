"""Headlines: a meeting that they announce, and the text below tells of, is told once."""

from __future__ import annotations

from gobetween.reading.scene import Scene
from gobetween.reading.talks.meetings.parts import Part

_ENDINGS = frozenset(".!?;:…\"”'")
_HEADED = 80  # tokens among which headlines stand


def told_below(scene: Scene, found: list[Part]) -> list[Part]:
    """All but those of a headline with somebody, or a place, that a meeting below has too.

    A headline is a line without an end mark before the first sentence that has one. Cost is that of headlines times meetings.
    """
    last = _end_of_headlines(scene) if found and found[0].first < _HEADED else 0
    below = [part for part in found if part.first >= last]
    return [part for part in found if part.first >= last or not any(_is_announced(part, each) for each in below)]


def _is_announced(headline: Part, part: Part) -> bool:
    one, other = headline.mention, part.mention
    is_of_them = bool(set(one.participants) & set(other.participants)) or not one.participants
    return is_of_them and one.place in (None, other.place)


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
