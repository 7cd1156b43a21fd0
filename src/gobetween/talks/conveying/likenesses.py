"""How near words are to other words, and which numbers they name: by rule, alike on every day."""

from __future__ import annotations

import re

RUN = 3
"""Words are near where they share at least half of the runs of so many words of the shorter of them."""

NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_VALUES = {word: str(value) for value, word in enumerate(NUMBER_WORDS, start=1)}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def plain_words(text: str) -> tuple[str, ...]:
    """The words in lower case, without what stands between them."""
    return tuple(re.findall(r"\w+", text.lower()))


def are_near(some: str, others: str) -> bool:
    """Whether the one says in nearly the same words what the other says; very short ones only if they are the same."""
    first, second = plain_words(some), plain_words(others)
    if first == second:
        return bool(first)
    runs, other_runs = _runs(first), _runs(second)
    fewest = min(len(runs), len(other_runs))
    return fewest > 1 and 2 * len(runs & other_runs) >= fewest


def holds_all(text: str, words: str) -> bool:
    """Whether the text has all these words in their order, one after another."""
    return f" {' '.join(plain_words(words))} " in f" {' '.join(plain_words(text))} "


def numbers_in(text: str) -> frozenset[str]:
    """The numbers that the text names, in figures or, up to twenty, in words."""
    in_figures = (each.replace(",", "") for each in _NUMBER.findall(text))
    return frozenset((*in_figures, *(_VALUES[word] for word in plain_words(text) if word in _VALUES)))


def _runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[start : start + RUN] for start in range(len(words) - RUN + 1))
