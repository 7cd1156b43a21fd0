"""Shorter names of actors that are longer ones: "Terminal Employers", "employers" of the one Terminal Employers' Group."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

FORMS = frozenset(
    {"group", "groups", "association", "federation", "confederation", "organisation", "organization", "company", "corporation"}
)
FORMS |= {"inc", "ltd", "plc", "holdings", "party", "movement", "alliance", "union", "council", "board"}
"""Words at the end of a name that a shorter form of it leaves out."""

STATES = frozenset({"republic", "kingdom", "emirates", "states", "islands"})
"""Words of names that are those of several states: none of these is the short form of another."""

OF_STATES = frozenset({("european", "union"), ("african", "union"), ("eurasian", "union")})
"""Unions that nobody means by "the union"."""

Key = tuple[str, ...]


def joins(full: Iterable[str], others: Iterable[str], apart: Collection[frozenset[str]] = frozenset()) -> dict[str, str]:
    """For each shorter name the one longer name whose words it is made of.

    All words of the shorter stand, in order, in the longer, and nothing follows there but a form such as "Group". A name of one word
    is joined only if it is written small ("union", "employers"), and so is a role that has none but small words: where exactly one
    name that has capitals fits. `others` are names that are joined, and to which none is; `apart` are pairs told beside each other,
    which are two. Ties: two longer names of which neither is within the other leave the shorter as it is. Cost: each name
    with those that share its rarest word.
    """
    longer = {name: _words(name) for name in full if not _is_role(name)}
    with_word: dict[str, list[str]] = {}
    for name, words in longer.items():
        for word in dict.fromkeys(words):
            with_word.setdefault(word, []).append(name)
    found = {}
    for short in dict.fromkeys((*full, *others)):
        words = _words(short)
        if not words or (len(words) == 1 and not _is_role(short)) or STATES & set(words):
            continue
        near = min((with_word.get(word, []) for word in words), key=len)
        fitting = [name for name in near if _fits(words, longer[name])]
        fitting = [name for name in fitting if frozenset({short, name}) not in apart]
        widest = longer[max(fitting, key=lambda name: len(longer[name]))] if fitting else ()
        if fitting and all(longer[name] == widest or _is_part(longer[name], widest) for name in fitting):
            found[short] = next(name for name in fitting if longer[name] == widest)
    return found


def told_apart(groups: Iterable[Iterable[str]]) -> frozenset[frozenset[str]]:
    """The pairs of names that stand beside each other in a group, such as the participants of one meeting."""
    return frozenset(frozenset(pair) for group in groups for pair in combinations(dict.fromkeys(group), 2))


def _fits(short: Key, long: Key) -> bool:
    """Whether the shorter is made of words of the longer that end it, but for its form."""
    if long in OF_STATES:
        return False
    if not _is_part(short, long):
        return False
    last = max(place for place, word in enumerate(long) if word == short[-1])
    return all(word in FORMS for word in long[last + 1 :])


def _is_part(short: Key, long: Key) -> bool:
    rest: Iterator[str] = iter(long)
    return len(short) < len(long) and all(word in rest for word in short)


def _is_role(name: str) -> bool:
    """Whether the name is a role in small letters: "union", "the employers' group"."""
    return name == name.lower()


def _words(name: str) -> Key:
    plain = re.sub(r"['’]s\b", "", name.casefold().removeprefix("the "))
    return tuple(re.findall(r"\w+", plain))
