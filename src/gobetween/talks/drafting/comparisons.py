"""Comparing versions of a text that someone has, and what moved in it, as far as they may know by whom."""

from __future__ import annotations

from attrs import frozen

from gobetween.model.comparisons import Comparison, Movement, compare, movements
from gobetween.model.errors import ProtocolViolation
from gobetween.talks.drafting.one_texts import find_text
from gobetween.talks.standings import Standing


@frozen
class Compared:
    """Two versions by their numbers as the reader counts them, what differs, and what moved."""

    text: str
    older: int
    newer: int
    comparison: Comparison
    movements: tuple[Movement, ...]


def compare_versions(at: Standing, text: str, older: int | None = None, newer: int | None = None) -> Compared:
    """What differs between two versions that the actor has; without numbers, the last two.

    Raises:
        ProtocolViolation: the actor has no such text or version, or there is only one.
    """
    found = find_text(at, text)
    if found is None:
        raise ProtocolViolation(f"you have no text called '{text}'")
    last = len(found.versions)
    second = newer or last
    first = older or second - 1
    if last < 2 and older is None:
        raise ProtocolViolation(f"you have one version of '{text}'; there is nothing to compare it with")
    for number in (first, second):
        if not 0 < number <= last:
            raise ProtocolViolation(f"there is no version {number} of '{text}'; the last is {last}")
    comparison = compare(found.versions[first - 1], found.versions[second - 1])
    return Compared(text, first, second, comparison, movements(at.actor, text, comparison, at.case.amendments))
