"""Where a decoder stands in a file: the node in hand, the path to it, and what it needs to know of the case to judge it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn, TypeAlias

from attrs import define, field, frozen

from gobetween.casefiles.decoding import yaml_nodes as nodes
from gobetween.casefiles.decoding.faults import Fault, Faults, listed, quoted
from gobetween.model.dates import When

Name: TypeAlias = tuple[str, str]
"""A kind of entry ('actor', 'issue', 'option', ...) and its id; an option's id is `issue/option`."""

COMMA_ENDS = "within brackets a comma ends a value: write numbers without it, and put words that have one in quotation marks"
_BETWEEN = re.compile(r"[,;/]|\band\b|\bor\b")
_LONGEST_STEP = 100  # an id may have 80 letters; a key that is none may have any number, and stands in the path of each fault below it


@frozen
class Warned:
    """A warning with those who may see it; `is_of_future` if all that is odd is that it lies after today."""

    holders: frozenset[str]
    text: str
    is_of_future: bool = field(default=False, kw_only=True)


class Unreadable(Exception):
    """The value in hand could not be read; its fault has been kept."""


@define
class Frame:
    """What is known of the case while its entries are read: ids by kind, who has which role, what sources are at hand."""

    today: dt.date
    ids: dict[str, dict[str, None]] = field(factory=dict)  # by kind, in order; options under 'option:<issue>'
    refused: dict[str, list[str]] = field(factory=dict)  # by kind: what is written for an id and is none
    without_id: set[str] = field(factory=set)  # kinds of which some entry lacks its id, or has one that is taken
    has_unknown_roles: bool = False
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    published: dict[str, When] = field(factory=dict)  # by source
    originals: dict[str, str] = field(factory=dict)  # the text of sources at hand, by source
    source_names: dict[str, str] = field(factory=dict)
    consents: dict[str, tuple[str, ...]] = field(factory=dict)  # by issue: whose it needs, where it names them
    holders: dict[Name, frozenset[str]] = field(factory=dict)
    lines: dict[Name, int] = field(factory=dict)
    keys: dict[Name, frozenset[str]] = field(factory=dict)  # those that are written, by entry


@frozen
class Setting:
    """What an entry takes from where it stands: whose file it is in, or which entry it is a part of."""

    owner: str | None = None
    holders: frozenset[str] | None = None  # instead of the default; the entry's own must lie within
    known: When | None = None
    given: Mapping[str, Any] = field(factory=dict)  # attributes that follow from the place
    prefix: str = ""  # of the entry's name: an option is `issue/option`


@frozen
class Naming:
    """That an item with these holders names another entry; checked once all holders are known."""

    name: Name
    place: Place


@define
class Desk:
    """What decoders of one file share: the frame, the faults and warnings so far, the names that the item in hand uses."""

    file: str
    frame: Frame
    faults: Faults
    warnings: list[Warned] = field(factory=list)
    named: list[Naming] = field(factory=list)
    inside: Setting = Setting()
    split_off: dict[str, list[Any]] = field(factory=dict)  # parts that a case keeps in lists of their own
    namings: list[tuple[frozenset[str], Naming]] = field(factory=list)


@frozen(eq=False)
class Place:
    """A node, and how the decoder came to it."""

    desk: Desk
    node: nodes.Node
    key: str = ""  # the last step: '.positions' or '[2]'
    above: Place | None = None

    @property
    def path(self) -> str:
        """All steps: `positions[2].issue`."""
        steps, place = [], self
        while place.above is not None:
            steps.append(place.key if len(place.key) <= _LONGEST_STEP else f"{place.key[: _LONGEST_STEP - 1]}…")
            place = place.above
        return "".join(reversed(steps)).lstrip(".")

    @property
    def frame(self) -> Frame:
        """What is known of the case."""
        return self.desk.frame

    def step(self, key: str, node: nodes.Node) -> Place:
        """The place one key further down."""
        return Place(self.desk, node, f".{key}", self)

    def item(self, position: int, node: nodes.Node) -> Place:
        """The place of one item of a list."""
        return Place(self.desk, node, f"[{position}]", self)

    def with_node(self, node: nodes.Node) -> Place:
        """The same place with another node in it."""
        return Place(self.desk, node, self.key, self.above)

    @property
    def fault_count(self) -> int:
        """How many faults have been kept so far."""
        return len(self.desk.faults.found)

    def fault(self, text: str, line: int | None = None) -> None:
        """Keeps a fault of this place."""
        path = self.path
        said = f"{path}: {text}" if path else text
        if self._is_torn:
            said = f"{said}; {COMMA_ENDS}"
        self.desk.faults.add(Fault(self.desk.file, line or self.node.line, said))

    @property
    def _is_torn(self) -> bool:
        """Whether what stands there was likely parted from what is before it by a comma that was meant to belong to the words."""
        above = self.above.node if self.above is not None else None
        if isinstance(above, nodes.Mapping) and self.key[1:] in above.loose:
            return True
        return any(isinstance(each, nodes.Sequence) and each.is_torn for each in (self.node, above))

    def warn(self, holders: frozenset[str], text: str, *, is_of_future: bool = False) -> None:
        """Keeps a warning of this place for those who hold what it is about."""
        said = f"{self.desk.file}:{self.node.line}: {self.path}: {text}"
        self.desk.warnings.append(Warned(holders, said, is_of_future=is_of_future))

    def reject(self, text: str) -> NoReturn:
        """Keeps a fault of this place and gives its value up."""
        self.fault(text)
        raise Unreadable

    def reject_value(self, allowed: str) -> NoReturn:
        """Keeps the fault that what was found is not what is allowed."""
        self.reject(f"found {found(self.node)}; {allowed}")

    def reject_word(self, word: str, allowed: Collection[str]) -> NoReturn:
        """Keeps the fault that a word is none of the allowed ones, with the likely fix."""
        self.reject(self.unlisted(word, allowed))

    def reject_id(self, word: str, known: Collection[str], kind: str) -> NoReturn:
        """Keeps the fault that a word is the id of no entry of that kind, be it that there is none at all."""
        if known:
            self.reject_word(word, known)
        remedy = "give an actor that role" if kind == "party" else f"add the {kind} under '{kind}s', and name it by its id"
        self.reject(f"found {quoted(word)}, but the case has no {kind} yet; {remedy}")

    def unlisted(self, word: str, allowed: Collection[str], meant: str = "") -> str:
        """The words for a fault: a word that is none of the allowed ones, with the likely fix, which is `meant` where that is known."""
        several = [each.strip() for each in _BETWEEN.split(word.strip("()"))]
        if len(several) > 1 and len(word) <= _LONGEST_STEP and all(each in allowed for each in several):
            return f"found {quoted(word)}; several are written as a list: [{listed(several)}]"
        fix = f"; did you mean '{meant}'?" if meant else self.desk.faults.suggestion(word, allowed)
        return f"found {quoted(word)}; allowed: {listed(allowed)}{fix}"

    def may_be_meant(self, kind: str, word: str) -> bool:
        """Whether the entry of that kind is likely there, but for its id, of which there is a fault already."""
        refused = self.frame.refused.get(kind, ())
        return kind in self.frame.without_id or any(word in each.split() for each in refused) or bool(get_close_matches(word, refused))

    def name(self, kind: str, entry_id: str) -> None:
        """Notes that the item in hand names that entry."""
        self.desk.named.append(Naming((kind, entry_id), self))


def found(node: nodes.Node) -> str:
    """What stands there, in a few words."""
    if isinstance(node, nodes.Scalar):
        return "nothing" if node.is_null else quoted(node.text)
    if isinstance(node, nodes.Sequence):
        return "a list" if node.items else "an empty list"
    return "a mapping" if node.entries else "an empty mapping"
