"""Words for a time in a text, and the day or span that they mean as seen from the day of publication."""

from __future__ import annotations

from attrs import frozen

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.reading.clean_text import CleanText


@frozen
class FoundDate:
    """Words for a time at `[start, end)` of the cleaned text, and what they resolve to; unknown where nothing anchors them."""

    start: int
    end: int
    when: When


def find_dates(clean: CleanText, published: When) -> tuple[FoundDate, ...]:  # noqa: ARG001
    """All words for a time, in reading order."""
    return ()


def when_at(dates: tuple[FoundDate, ...], start: int, end: int) -> When:
    """The meaning of the first words for a time within `[start, end)` of the cleaned text; unknown if there are none."""
    return next((found.when for found in dates if start <= found.start and found.end <= end), UNKNOWN_DATE)
