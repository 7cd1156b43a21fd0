"""Where the headlines of a text end."""

from __future__ import annotations

from gobetween.reading.scene import Scene

HEADED = 80
"""Tokens among which headlines stand."""
_ENDINGS = frozenset(".!?;:…\"”'")


def end_of_headlines(scene: Scene) -> int:
    """The first token below the headlines; 0 if there are none, or nothing below them.

    A headline is a line without an end mark before the first sentence that has one.
    """
    last = 0
    for sentence in scene.doc.sents:
        words = [token for token in sentence[-4:] if not token.is_space]
        if sentence.start >= HEADED:
            break
        if not words:
            continue
        is_line = sentence.end < len(scene.doc) and "\n" in scene.doc[sentence.end - 1].text_with_ws
        if words[-1].text in _ENDINGS or not is_line:
            break
        last = sentence.end
    return last
