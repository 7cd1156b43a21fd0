"""Shorter names of actors that are longer ones: "Terminal Employers", "employers" of the one Terminal Employers' Group."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
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

ABBREVIATION = re.compile(r"[A-Z]{2,6}")
SMALL = frozenset({"of", "and", "the", "for", "in", "on", "de", "des", "du", "la"})
MEMBERS = frozenset({"workers", "employees", "forces", "committee", "agency"})

Key = tuple[str, ...]


def joins(
    full: Iterable[str],
    others: Iterable[str],
    apart: Collection[frozenset[str]] = frozenset(),
    *,
    may_be_one: Callable[[str, str], bool] = lambda short, long: True,  # noqa: ARG005 -- the name of a pair of names
) -> dict[str, str]:
    """For each shorter name the one longer name whose words it is made of.

    All words of the shorter stand, in order, in the longer, and nothing follows there but a form such as "Group". A name of one word
    is joined only if it is written small ("union", "employers"), and so is a role that has none but small words: where exactly one
    name that has capitals fits. An abbreviation in capitals is joined to the one name whose words begin with its letters. Bare roles
    and abbreviations are joined only where `may_be_one` says that the reports that use them speak of one matter. `others` are names
    that are joined, and to which none is; `apart` are pairs told beside each other, which are two. Ties: two longer names of which
    neither is within the other leave the shorter as it is. Cost: each name with those that share its rarest word, an abbreviation
    with all.
    """
    longer = {name: _words(name) for name in full if not _is_role(name)}
    with_word: dict[str, list[str]] = {}
    for name, words in longer.items():
        for word in dict.fromkeys(words):
            with_word.setdefault(word, []).append(name)
    found = {}
    for short in dict.fromkeys((*full, *others)):
        words = _words(short)
        if ABBREVIATION.fullmatch(short):
            meant = [name for name in longer if _is_short_for(short, name) and may_be_one(short, name)]
            if len({longer[name] for name in meant}) == 1:
                found[short] = meant[0]
            continue
        if not words or (len(words) == 1 and not _is_role(short)) or STATES & set(words):
            continue
        near = min((with_word.get(word, []) for word in words), key=len)
        fitting = [name for name in near if _fits(words, longer[name])]
        fitting = [
            name for name in fitting if frozenset({short, name}) not in apart and (not is_bare_role(short) or may_be_one(short, name))
        ]
        widest = longer[max(fitting, key=lambda name: len(longer[name]))] if fitting else ()
        if fitting and all(longer[name] == widest or _is_part(longer[name], widest) for name in fitting):
            found[short] = next(name for name in fitting if longer[name] == widest)
    return found


def told_apart(groups: Iterable[Iterable[str]]) -> frozenset[frozenset[str]]:
    """The pairs of names that stand beside each other in a group, such as the participants of one meeting."""
    return frozenset(frozenset(pair) for group in groups for pair in combinations(dict.fromkeys(group), 2))


def is_bare_role(name: str) -> bool:
    """Whether the name is a role of one word, which many may be called by: "union", "the council"."""
    return _is_role(name) and len(_words(name)) == 1


def _fits(short: Key, long: Key) -> bool:
    """Whether the shorter is made of words of the longer that end it, but for its form."""
    if long in OF_STATES:
        return False
    if not _is_part(short, long):
        return False
    last = max(place for place, word in enumerate(long) if word == short[-1])
    return all(word in FORMS for word in long[last + 1 :])


def _is_short_for(abbreviation: str, name: str) -> bool:
    """Whether the name's words begin with these letters; words at its end that say only what sort of body it is may be left out."""
    told = [word for word in _words(name) if word not in SMALL]
    letters = abbreviation.casefold()
    initials = "".join(word[0] for word in told)
    if len(told) < len(letters) or not initials.startswith(letters):
        return False
    return initials == letters or (len(letters) > 2 and all(word in FORMS | MEMBERS for word in told[len(letters) :]))


def _is_part(short: Key, long: Key) -> bool:
    rest: Iterator[str] = iter(long)
    return len(short) < len(long) and all(word in rest for word in short)


def _is_role(name: str) -> bool:
    """Whether the name is a role in small letters: "union", "the employers' group"."""
    return name == name.lower()


def _words(name: str) -> Key:
    plain = re.sub(r"['’]s\b", "", name.casefold().removeprefix("the "))
    return tuple(re.findall(r"\w+", plain))
