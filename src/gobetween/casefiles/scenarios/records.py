"""Reading the trees of JSON and YAML files: keys that have to be there, words, exact numbers; every fault with file, line and place."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve, frozen

from gobetween.casefiles.decoding.yaml_nodes import Mapping, Node, Scalar, Sequence
from gobetween.casefiles.scenarios.numerals import exact
from gobetween.casefiles.scenarios.refusals import listed, quoted, refusal
from gobetween.model.errors import InvalidCase


@frozen
class Record:
    """A node in a file, with the keys that lead to it."""

    file: str
    node: Node
    place: str = ""

    def refusal(self, text: str) -> InvalidCase:
        """The error that names the place."""
        return refusal(self.file, self.node.line, f"{self.place}: {text}" if self.place else text)

    def names(self) -> tuple[str, ...]:
        """The keys of a mapping, in the order written.

        Raises:
            InvalidCase: it is no mapping.
        """
        return tuple(self._mapping().entries)

    def has(self, key: str) -> bool:
        """Whether the key is there, with something that is not null."""
        node = self._mapping().entries.get(key)
        return node is not None and not (isinstance(node, Scalar) and node.is_null)

    def at(self, key: str) -> Record:
        """What stands at a key that has to be there.

        Raises:
            InvalidCase: it is not.
        """
        entries = self._mapping().entries
        if key not in entries:
            raise self.refusal(f"{quoted(key)} is missing; found: {listed(entries)}")
        return evolve(self, node=entries[key], place=f"{self.place}.{key}" if self.place else key)

    def refuse_others(self, known: tuple[str, ...]) -> None:
        """Stops at a key that is none of these.

        Raises:
            InvalidCase: there is one.
        """
        for key in self.names():
            if key not in known:
                raise self.at(key).refusal(f"the key {quoted(key)} is not known here, so it cannot be kept; known: {listed(known)}")

    def items(self) -> Iterator[Record]:
        """The items of a list.

        Raises:
            InvalidCase: it is no list.
        """
        if not isinstance(self.node, Sequence):
            raise self.refusal("found no list where one is expected")
        for number, node in enumerate(self.node.items):
            yield evolve(self, node=node, place=f"{self.place}[{number}]")

    def word(self) -> str:
        """A name: what is written, numbers and flags too.

        Raises:
            InvalidCase: it is none, or has signs that cannot be shown.
        """
        if not isinstance(self.node, Scalar) or self.node.is_null or not self.node.text.strip():
            raise self.refusal("found no name where one is expected")
        return name_of(self, self.node.text)

    def number(self) -> Fraction:
        """A finite number.

        Raises:
            InvalidCase: it is none.
        """
        said = self.node.text if isinstance(self.node, Scalar) and self.node.is_plain else ""
        value = exact(said)
        if value is None:
            found = quoted(self.node.text) if isinstance(self.node, Scalar) else "a list or a mapping"
            raise self.refusal(f"found {found}, which is no number; allowed: a finite number such as 0.25")
        return value

    def _mapping(self) -> Mapping:
        if not isinstance(self.node, Mapping):
            raise self.refusal("found no mapping of keys to values where one is expected")
        return self.node


def name_of(at: Record, text: str) -> str:
    """The text as a name of something: without blanks at its ends.

    Raises:
        InvalidCase: there is nothing in it, or signs that cannot be shown.
    """
    name = text.strip()
    if not name or not name.isprintable():
        raise at.refusal(f"{quoted(repr(text))} is no name; a name is words on one line")
    return name
