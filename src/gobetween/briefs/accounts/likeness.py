"""Whether two stretches of words speak of the same thing: by the stems of their content words, nothing cleverer."""

from __future__ import annotations

import re
from functools import lru_cache

REMEMBERED = 50_000  # texts, each compared with many others
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*")
# fmt: off
_EMPTY = frozenset({
    "a", "about", "added", "after", "again", "against", "all", "also", "although", "amid", "among", "an", "and", "any", "are",
    "around", "as", "asked", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by", "call", "called",
    "calls", "can", "could", "did", "do", "does", "for", "from", "further", "had", "has", "have", "he", "her", "here", "him",
    "his", "how", "however", "if", "in", "into", "is", "it", "its", "itself", "just", "last", "later", "latest", "like", "made",
    "make", "may", "might", "more", "most", "much", "must", "new", "no", "nor", "not", "now", "of", "off", "official",
    "officials", "on", "once", "one", "only", "or", "other", "our", "out", "over", "own", "per", "reported", "said", "same",
    "saying", "says", "she", "should", "since", "so", "some", "source", "sources", "still", "such", "take", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "though", "through", "thus", "to", "told", "too",
    "toward", "towards", "under", "until", "up", "upon", "us", "very", "was", "we", "were", "what", "when", "where", "which",
    "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet", "you", "your",
})
# fmt: on
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ingly",
    "ings",
    "ing",
    "ions",
    "ion",
    "ies",
    "ers",
    "ed",
    "er",
    "es",
    "ly",
    "al",
    "s",
    "e",
    "y",
)
_SHORTEST_STEM = 4


@lru_cache(maxsize=REMEMBERED)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning, and the numbers."""
    words = (word.casefold().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in words if word not in _EMPTY and len(word) > 1)


def names_in(text: str) -> frozenset[str]:
    """Words written with a capital inside the text (not at its beginning): names of places, persons and bodies, as a rule."""
    words = _WORD.findall(text)
    return frozenset(word.casefold().removesuffix("'s").removesuffix("’s") for word in words[1:] if word[0].isupper())


def overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of the smaller set that the other one has too; 0 if either is empty."""
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def are_alike(first: str, second: str, *, at_least: float = 0.7) -> bool:
    """Whether one says, in much the same words, what the other says or part of it."""
    mine, theirs = stems(first), stems(second)
    return mine == theirs if min(len(mine), len(theirs)) < 2 else overlap(mine, theirs) >= at_least


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
