"""Readers of single values: from the node at a place to words, flags, numbers, dates, citations, ids of what the case names.

A reader gives the value, or keeps a fault and raises `Unreadable`. Makers of readers (`choice`, `ref`, ...) give one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from typing import Any, TypeAlias, TypeVar

from gobetween.casefiles.decoding.faults import listed
from gobetween.casefiles.decoding.places import Place, Unreadable
from gobetween.casefiles.decoding.yaml_nodes import Mapping as MappingNode
from gobetween.casefiles.decoding.yaml_nodes import Node, Scalar
from gobetween.casefiles.decoding.yaml_nodes import Sequence as SequenceNode
from gobetween.model.issues import OptionSets
from gobetween.model.items import KEEPER, PUBLIC

T = TypeVar("T")
Reader: TypeAlias = Callable[[Place], Any]

_ID = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
_LONGEST_ID = 80
_EXACT = re.compile(r"[-+]?[0-9]{1,30}(?:\.[0-9]{1,30}|/0*[1-9][0-9]{0,29})?")
LARGEST_WHOLE = 10**12


def words(at: Place) -> str:
    """One line or more of text; a number is taken as it is written. Blanks at either end count in quotation marks alone."""
    node = at.node
    if not isinstance(node, Scalar) or node.is_null or not node.text.strip():
        at.reject_value("allowed: text")
    if isinstance(node.value, bool):
        at.reject(f"found {node.text}, which is not text here; if the word is meant, write '{node.text}' in quotation marks")
    return node.text if node.is_quoted else node.text.strip()


def wording(at: Place) -> str:
    """What an entry says; `""` where it says nothing in words, which has to be said."""
    is_nothing_said = isinstance(at.node, Scalar) and at.node.is_quoted and not at.node.text
    return "" if is_nothing_said else words(at)


def label(at: Place) -> str:
    """A name, or one of a set of words: blanks at either end never count."""
    return words(at).strip()


def flag(at: Place) -> bool:
    """`true` or `false`."""
    value = at.node.value if isinstance(at.node, Scalar) else None
    if not isinstance(value, bool):
        at.reject_value("allowed: true, false")
    return value


def whole(lowest: int, highest: int = LARGEST_WHOLE) -> Callable[[Place], int]:
    """A reader of whole numbers in that range."""

    def read(at: Place) -> int:
        value = at.node.value if isinstance(at.node, Scalar) else None
        if isinstance(value, float):
            at.reject_value("use whole numbers (multiply all of them by 10 or 100 if need be)")
        if not isinstance(value, int) or isinstance(value, bool):
            at.reject_value("allowed: a whole number")
        if not lowest <= value <= highest:
            at.reject_value(f"allowed: whole numbers from {lowest:,} to {highest:,}")
        return value

    return read


def number(at: Place) -> int | Fraction:
    """A whole or decimal number or a fraction, exactly as written."""
    text = at.node.text if isinstance(at.node, Scalar) and at.node.is_plain else ""
    if not _EXACT.fullmatch(text):
        at.reject_value("allowed: a number such as 900, 2.5 or 1/3, without spaces or commas")
    value = Fraction(text)
    return int(value) if value.denominator == 1 else value


def share(at: Place) -> Fraction:
    """A part of the whole, from 0 to 1: `2/3`, `0.6`, or in per cent, `60%`."""
    text = at.node.text if isinstance(at.node, Scalar) and at.node.is_plain else ""
    written = text.removesuffix("%")
    if not _EXACT.fullmatch(written) or not 0 <= (value := Fraction(written) / (100 if text != written else 1)) <= 1:
        at.reject_value("allowed: a part of the whole such as 1/2, 0.6 or 60%")
    return value


def choice(kind: type[Enum]) -> Reader:
    """A reader of one of an enumeration's words."""

    def read(at: Place) -> Enum:
        word = label(at)
        try:
            return kind(word)
        except ValueError:
            at.reject_word(word, [member.value for member in kind])

    return read


def one_of(*allowed: str) -> Callable[[Place], str]:
    """A reader of one of these words."""

    def read(at: Place) -> str:
        word = label(at)
        if word not in allowed:
            at.reject_word(word, allowed)
        return word

    return read


def identifier(at: Place) -> str:
    """A new id."""
    word = label(at)
    if not is_id(word):
        at.reject_value("allowed in an id: lower-case letters, digits and hyphens between them")
    return word


def is_id(word: str) -> bool:
    """Whether the word may be an id."""
    return len(word) <= _LONGEST_ID and _ID.fullmatch(word) is not None


def ref(*kinds: str) -> Callable[[Place], str]:
    """A reader of the id of an entry of one of these kinds."""

    def read(at: Place) -> str:
        word = label(at)
        kind = next((kind for kind in kinds if word in at.frame.ids.get(kind, ())), None)
        if kind is None:
            known = [at.frame.ids.get(kind, {}) for kind in kinds]
            at.reject_word(word, known[0] if len(known) == 1 else [entry for ids in known for entry in ids])
        at.name("actor" if kind == "party" else kind, word)
        return word

    return read


def each(read: Callable[[Place], T]) -> Callable[[Place], tuple[T, ...]]:
    """A reader of a list; one value that is no list is a list of one. Every item is read, so that all faults are found."""

    def read_all(at: Place) -> tuple[T, ...]:
        if isinstance(at.node, SequenceNode):
            return _all(read, [at.item(position, node) for position, node in enumerate(at.node.items)])
        return _all(read, [at])

    return read_all


def refs(*kinds: str) -> Callable[[Place], tuple[str, ...]]:
    """A reader of ids, none twice."""
    read = each(ref(*kinds))

    def read_all(at: Place) -> tuple[str, ...]:
        found = read(at)
        if len(set(found)) < len(found):
            at.reject(f"found {listed(found)}; name each once")
        return found

    return read_all


def some(read: Callable[[Place], tuple[T, ...]]) -> Callable[[Place], tuple[T, ...]]:
    """The same reader, for lists that must not be empty."""

    def read_some(at: Place) -> tuple[T, ...]:
        return read(at) or at.reject("found an empty list; name at least one, or leave the key out")

    return read_some


def by_key(at: Place, read: Callable[[Place, str], T]) -> dict[str, T]:
    """A mapping, each of its values read with its key."""
    if not isinstance(at.node, MappingNode):
        at.reject_value("allowed: a mapping, {key: value}")
    values = _all(lambda pair: (pair[0], read(pair[1], pair[0])), [(key, at.step(key, node)) for key, node in at.node.entries.items()])
    return dict(values)


def per_issue(at: Place, read: Callable[[Place, str], T]) -> dict[str, T]:
    """A mapping from issues to something, each of its values read with its issue."""

    def read_issue(below: Place, issue: str) -> T:
        ref("issue")(Place(at.desk, Scalar(below.node.line, issue, is_plain=False), below.key, at))
        return read(below, issue)

    return by_key(at, read_issue)


def options_of(at: Place, issue: str) -> tuple[str, ...]:
    """One option or more of that issue."""
    return some(each(lambda below: option_of(below, issue)))(at)


def option_of(at: Place, issue: str) -> str:
    """An option of that issue; says so where the option is another issue's."""
    word = label(at)
    allowed = at.frame.ids.get(f"option:{issue}", {})
    if word not in allowed:
        elsewhere = [other for other in at.frame.ids["issue"] if word in at.frame.ids.get(f"option:{other}", ())]
        hint = f" ('{word}' is an option of {listed(elsewhere)})" if elsewhere else ""
        at.reject(f"{at.unlisted(word, allowed)}{hint}")
    at.name("option", f"{issue}/{word}")
    return word


def option_sets(at: Place) -> OptionSets:
    """For one issue or more, one option or more of each."""
    sets = per_issue(at, options_of)
    if not sets:
        at.reject("found an empty mapping; name at least one issue with its options")
    return {issue: frozenset(options) for issue, options in sets.items()}


def audience(at: Place) -> frozenset[str]:
    """Who has an item: `public`, `keeper`, `mediators`, `parties` or actors, in words for single audiences."""
    return expanded(at, (PUBLIC, KEEPER, "mediators", "parties"))


def expanded(at: Place, collective: tuple[str, ...]) -> frozenset[str]:
    """The actors named at a place and those whom the collective words stand for."""
    frame = at.frame
    meaning = {"mediators": frame.mediators, "parties": frame.parties}

    def read(below: Place) -> tuple[str, ...]:
        word = label(below)
        if word in collective:
            return meaning.get(word, (word,))
        return (word,) if word in frame.ids["actor"] else below.reject_word(word, [*collective, *frame.ids["actor"]])

    named = frozenset(word for group in some(each(read))(at) for word in group)
    return named or at.reject_value("nobody in this case has that role")


def _all(read: Callable[[Any], T], places: list[Any]) -> tuple[T, ...]:
    values, is_whole = [], True
    for place in places:
        try:
            values.append(read(place))
        except Unreadable:
            is_whole = False
    if not is_whole:
        raise Unreadable
    return tuple(values)


def entries_of(node: Node) -> dict[str, Node]:
    """The keys and nodes of a mapping; none of anything else."""
    return node.entries if isinstance(node, MappingNode) else {}
