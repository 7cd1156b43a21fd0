"""Readers of single values: from the node at a place to words, flags, numbers, one of a set of words, lists and mappings of these.

A reader gives the value, or keeps a fault and raises `Unreadable`. Makers of readers (`choice`, `each`, ...) give one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from typing import Any, TypeVar
from unicodedata import normalize

from gobetween.casefiles.decoding.faults import quoted
from gobetween.casefiles.decoding.limits import LONGEST_ID, MOST_LISTED, too_many
from gobetween.casefiles.decoding.places import Place, Unreadable
from gobetween.casefiles.decoding.readers import Reader, accepts
from gobetween.casefiles.decoding.yaml_nodes import Mapping as MappingNode
from gobetween.casefiles.decoding.yaml_nodes import Node, Scalar
from gobetween.casefiles.decoding.yaml_nodes import Sequence as SequenceNode
from gobetween.casefiles.schemas.fragments import Schema, either, matching, not_empty, one_or_list, titled
from gobetween.model.items import KEEPER_ALONE

T = TypeVar("T")

ID = r"[a-z0-9]+(?:-+[a-z0-9]+)*"
LARGEST_WHOLE = 10**12

_ID = re.compile(ID)
_LONGEST_NAME = 200
_PART_OF_ID = re.compile("[a-z0-9]+")
_WRITTEN_NUMBER = r"[-+]?[0-9]{1,30}(?:\.[0-9]{1,30}|/0*[1-9][0-9]{0,29})?"
_EXACT = re.compile(_WRITTEN_NUMBER)
_TOO_LARGE = 10**30
_FLAGS_MEANT = {**dict.fromkeys(("yes", "y", "on"), "true"), **dict.fromkeys(("no", "n", "off"), "false")}

ID_AS_KEY: Schema = {"pattern": f"^{ID}$", "maxLength": LONGEST_ID}
ID_SCHEMA: Schema = titled("id", either({"type": "string", **ID_AS_KEY}, {"type": "integer", "minimum": 0}))
_TEXT: Schema = {"type": ["string", "number"], "pattern": r"\S"}


@accepts(titled("text", _TEXT))
def words(at: Place) -> str:
    """One line or more of text; a number is taken as it is written. Blanks at either end count in quotation marks alone."""
    node = at.node
    if not isinstance(node, Scalar) or node.is_null or not node.text.strip():
        at.reject_value("allowed: text")
    if isinstance(node.value, bool):
        at.reject(f"found {node.text}, which is not text here; if the word is meant, write '{node.text}' in quotation marks")
    if node.cut:
        remedy = "if it belongs to the words, put all of them in quotation marks; if not, write a blank after '#'"
        at.warn(KEEPER_ALONE, f"{quoted(node.cut)} is read as a comment; {remedy}")
    return node.text if node.is_quoted else node.text.strip()


@accepts(titled("text, perhaps empty", {**_TEXT, "pattern": r"^$|\S"}))
def wording(at: Place) -> str:
    """What an entry says; `""` where it says nothing in words, which has to be said."""
    is_nothing_said = isinstance(at.node, Scalar) and not at.node.is_plain and not at.node.text
    return "" if is_nothing_said else words(at)


@accepts(titled("text", _TEXT))
def label(at: Place) -> str:
    """A name, or one of a set of words: blanks at either end never count."""
    return words(at).strip()


@accepts({"type": "boolean"})
def flag(at: Place) -> bool:
    """`true` or `false`."""
    value = at.node.value if isinstance(at.node, Scalar) else None
    if not isinstance(value, bool):
        meant = _FLAGS_MEANT.get(_written(at).lower())
        at.reject_value(f"allowed: true, false{f'; did you mean {meant}?' if meant else _unquoted(at, bool)}")
    return value


def whole(lowest: int, highest: int = LARGEST_WHOLE) -> Reader[int]:
    """A reader of whole numbers in that range."""

    @accepts({"type": "integer", "minimum": lowest, "maximum": highest})
    def read(at: Place) -> int:
        value = at.node.value if isinstance(at.node, Scalar) else None
        if isinstance(value, float):
            at.reject_value("use whole numbers (multiply all of them by 10 or 100 if need be)")
        if not isinstance(value, int) or isinstance(value, bool):
            at.reject_value(f"allowed: a whole number{_unquoted(at, int, float)}")
        if not lowest <= value <= highest:
            at.reject_value(f"allowed: whole numbers from {lowest:,} to {highest:,}")
        return value

    return read


def _unquoted(at: Place, *kinds: type) -> str:
    """The likely fix, where the words in quotation marks would be a value of one of these kinds without them."""
    if not isinstance(at.node, Scalar) or not at.node.is_quoted:
        return ""
    meant = Scalar(at.node.line, at.node.text.strip())
    return f"; write {meant.text} without quotation marks" if type(meant.value) in kinds else ""


def _written(at: Place) -> str:
    return at.node.text.strip() if isinstance(at.node, Scalar) else ""


@accepts(
    titled(
        "exact number",
        either({"type": "number", "exclusiveMinimum": -_TOO_LARGE, "exclusiveMaximum": _TOO_LARGE}, matching(_WRITTEN_NUMBER)),
    )
)
def number(at: Place) -> int | Fraction:
    """A whole or decimal number or a fraction, exactly as written."""
    text = _written(at)
    if not _EXACT.fullmatch(text):
        at.reject_value("allowed: a number such as 900, 2.5 or 1/3, without spaces or commas")
    value = Fraction(text)
    return int(value) if value.denominator == 1 else value


@accepts(titled("part of the whole", either({"type": "number", "minimum": 0, "maximum": 1}, matching(f"{_WRITTEN_NUMBER}%?"))))
def share(at: Place) -> Fraction:
    """A part of the whole, from 0 to 1: `2/3`, `0.6`, or in per cent, `60%`."""
    text = _written(at)
    written = text.removesuffix("%")
    if not _EXACT.fullmatch(written) or not 0 <= (value := Fraction(written) / (100 if text != written else 1)) <= 1:
        at.reject_value("allowed: a part of the whole such as 1/2, 0.6 or 60%")
    return value


def choice(kind: type[Enum]) -> Reader[Any]:
    """A reader of one of an enumeration's words."""

    @accepts({"enum": [member.value for member in kind]})
    def read(at: Place) -> Enum:
        word = label(at)
        try:
            return kind(word)
        except ValueError:
            at.reject_word(word, [member.value for member in kind])

    return read


def one_of(*allowed: str) -> Reader[str]:
    """A reader of one of these words."""

    @accepts({"enum": [str(word) for word in allowed]})
    def read(at: Place) -> str:
        word = label(at)
        if word not in allowed:
            at.reject_word(word, allowed)
        return word

    return read


@accepts(ID_SCHEMA)
def identifier(at: Place) -> str:
    """A new id."""
    word = label(at)
    if not is_id(word):
        plain = normalize("NFKD", word[:_LONGEST_NAME].lower()).encode("ascii", "ignore").decode()
        better = "-".join(_PART_OF_ID.findall(plain))[:LONGEST_ID].strip("-")
        fix = f"; '{better}' would do" if better else ""
        at.reject_value(f"allowed in an id: lower-case letters, digits and hyphens between them{fix}")
    return word


def is_id(word: str) -> bool:
    """Whether the word may be an id."""
    return len(word) <= LONGEST_ID and _ID.fullmatch(word) is not None


def each(read: Reader[T], most: int = MOST_LISTED) -> Reader[tuple[T, ...]]:
    """A reader of a list; one value that is no list is a list of one. Every item is read, so that all faults are found."""

    @accepts(one_or_list(read.schema, most))
    def read_each(at: Place) -> tuple[T, ...]:
        if isinstance(at.node, SequenceNode):
            if len(at.node.items) > most:
                at.with_node(at.node.items[most]).reject(too_many(len(at.node.items), most))
            return read_all(read, [at.item(position, node) for position, node in enumerate(at.node.items)])
        return read_all(read, [at])

    return read_each


def some(read: Reader[tuple[T, ...]]) -> Reader[tuple[T, ...]]:
    """The same reader, for lists that must not be empty."""

    @accepts(not_empty(read.schema))
    def read_some(at: Place) -> tuple[T, ...]:
        return read(at) or at.reject("found an empty list; name at least one, or leave the key out")

    return read_some


def by_key(at: Place, read: Callable[[Place, str], T]) -> dict[str, T]:
    """A mapping, each of its values read with its key."""
    if not isinstance(at.node, MappingNode):
        at.reject_value("allowed: a mapping, {key: value}")
    values = read_all(
        lambda pair: (pair[0], read(pair[1], pair[0])), [(key, at.step(key, node)) for key, node in at.node.entries.items()]
    )
    return dict(values)


def read_all(read: Callable[[Any], T], places: list[Any]) -> tuple[T, ...]:
    """What is read at all these places; faults of all of them are kept before it is given up."""
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
