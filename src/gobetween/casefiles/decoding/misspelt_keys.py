"""Keys that are misspelt: read as they were meant, so that one slip of the pen is one fault and brings no others with it.

A key is taken for another that is allowed and not there if they are the same but for capitals, hyphens and blanks, or if both lose
one letter and are the same then (a letter too many, too few, two swapped, in longer words another), or if it is another word for it.
What has no more than three letters, and what only resembles another, is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from gobetween.casefiles.decoding.places import Place
from gobetween.casefiles.decoding.yaml_nodes import Mapping

OTHER_WORDS = {
    "date": ("when", "published"),
    "demands": ("positions",),
    "description": ("text", "summary"),
    "name": ("title",),
    "parties": ("actors", "participants"),
    "party": ("actor",),
    "quote": ("text",),
    "source": ("cite",),
    "sources": ("cite",),
    "then": ("requires",),
    "title": ("name",),
}
"""Words that people write for a key, with the keys that may be meant."""

_SHORTEST = 4
_LONGEST = 40


def as_meant(node: Mapping, allowed: Iterable[str]) -> Mapping:
    """The mapping with misspelt keys as they were meant."""
    meant = misspelt(node, tuple(allowed)) if node.entries else {}
    if not meant:
        return node
    entries = {meant.get(key, key): each for key, each in node.entries.items()}
    lines = {meant.get(key, key): line for key, line in node.key_lines.items()}
    return Mapping(node.line, entries, lines, node.loose, node.has_lost)


def spelt(at: Place, allowed: Iterable[str]) -> Place:
    """The place with misspelt keys as they were meant, each of which is a fault."""
    if not isinstance(at.node, Mapping):
        return at
    keys = tuple(allowed)
    for key, meant in misspelt(at.node, keys).items():
        at.step(key, at.node.entries[key]).fault(f"unknown key; {at.unlisted(key, keys, meant)}", at.node.key_lines[key])
    return at.with_node(as_meant(at.node, keys))


def misspelt(node: Mapping, allowed: tuple[str, ...]) -> dict[str, str]:
    """The misspelt keys of a mapping, with what each was meant to be."""
    found: dict[str, str] = {}
    for key in node.entries:
        meant = _meant(key, allowed) if key not in allowed and key not in node.loose else None
        if meant is not None and meant not in node.entries and meant not in found.values():
            found[key] = meant
    return found


def _meant(key: str, allowed: tuple[str, ...]) -> str | None:
    """The one of the allowed keys that is meant, if any is."""
    if len(key) > _LONGEST:
        return None
    written, by_rest = _plain(key), _by_rest(allowed)
    found = (by_rest[rest] for rest in _rests(written) if rest in by_rest)
    others = (each for each in OTHER_WORDS.get(written, ()) if each in allowed)
    return next((each for each in found if _is_close(written, each)), None) or next(others, None)


def _is_close(written: str, key: str) -> bool:
    """Whether no letter stands for another in a short word: `then` is not `when`."""
    return len(key) > _SHORTEST or len(written) != len(key) or sorted(written) == sorted(_plain(key))


@lru_cache(maxsize=256)
def _by_rest(allowed: tuple[str, ...]) -> dict[str, str]:
    """The allowed keys by themselves and by what is left of them without one letter; of several, the first."""
    found = {_plain(key): key for key in reversed(allowed)}
    for key in allowed:
        for rest in _rests(_plain(key)):
            found.setdefault(rest, key)
    return found


def _rests(word: str) -> Iterator[str]:
    """The word, and what is left of it without one letter."""
    yield word
    if len(word) >= _SHORTEST:
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _plain(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")
