"""Headlines: a meeting that they announce, and the text below tells of, is told once."""

from __future__ import annotations

from gobetween.reading.scene import Scene
from gobetween.reading.talks.headings import HEADED, end_of_headlines
from gobetween.reading.talks.meetings.parts import Part


def told_below(scene: Scene, found: list[Part]) -> list[Part]:
    """All but those of a headline with somebody, or a place, that a meeting below has too.

    Cost is that of headlines times meetings.
    """
    last = end_of_headlines(scene) if found and found[0].first < HEADED else 0
    below = [part for part in found if part.first >= last]
    return [part for part in found if part.first >= last or not any(_is_announced(part, each) for each in below)]


def _is_announced(headline: Part, part: Part) -> bool:
    one, other = headline.mention, part.mention
    is_of_them = bool(set(one.participants) & set(other.participants)) or not one.participants
    return is_of_them and one.place in (None, other.place)
