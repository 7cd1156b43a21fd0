"""YAML 1.2 text to a small tree of nodes that know their lines; what has no place in a case file is a fault.

The grammar is PyYAML's (its C parser where it is built in); what a plain word means is the YAML 1.2 core schema, so `no`, `on`,
`1:30` and `2024-02-21` are words. Refused, each with its line: keys that stand twice, anchors and aliases, tags, several
documents, tabs in the indentation, control characters, deep nesting, keys that are no words, files that are too large or not UTF-8.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from attrs import field, frozen

from gobetween.casefiles.decoding.faults import Fault, quoted
from gobetween.casefiles.decoding.file_text import InvalidText, text_of
from gobetween.casefiles.decoding.limits import DEEPEST_NESTING
from gobetween.casefiles.decoding.slips.search import Complaint, slips_in

_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_CONSTANTS: dict[str, bool | float | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
}
_LONGEST_NUMBER = 40
_EFFORT = 4_000_000  # characters parsed to find slips, a second or two; the parser without its C library is slower
_MOST_REFUSED = 100
_ODD_BLANK_BEFORE = re.compile("[\u00a0\u2000-\u200b\u202f\u3000]")
_BEFORE_COMMA = re.compile(r"(?:^|[^0-9])[0-9]{1,3}$")
_AFTER_COMMA = re.compile(r"[0-9]{3}(?:[^0-9]|$)")
_GLUED_COMMENT = re.compile(r" +#\w.*")
_CLOSED_ALONE = re.compile("[^“„]*(?P<mark>[”“])")


class InvalidYaml(Exception):
    """A text that is no YAML, or uses what case files do without; carries the faults, the first in its words.

    `node` is the document as it is with all slips mended, to look for further faults in, never to load; `None` if that is unsure.
    """

    def __init__(self, *faults: Fault, node: Node | None = None) -> None:
        super().__init__(str(faults[0]))
        self.faults = faults
        self.node = node


@frozen
class Scalar:
    """A word, number, flag or nothing.

    `text` is what is written; it `is_quoted` if it stands in quotation marks, and `is_plain` if neither in these nor in a block.
    `cut` is a comment behind it that begins without a blank, as in `Flat #3`: it may be meant to belong to the words.
    """

    line: int
    text: str
    is_plain: bool = True
    is_quoted: bool = False
    cut: str = field(default="", eq=False, repr=False)

    @property
    def value(self) -> str | int | float | bool | None:
        """What it means in the core schema of YAML 1.2; a number of more than 40 digits stays a word."""
        if not self.is_plain:
            return self.text
        if self.text in _CONSTANTS:
            return _CONSTANTS[self.text]
        if len(self.text) > _LONGEST_NUMBER:
            return self.text
        if _INT.fullmatch(self.text):
            based = self.text.startswith(("0o", "0x"))
            return int(self.text, 0) if based else int(self.text)
        return float(self.text) if _FLOAT.fullmatch(self.text) else self.text

    @property
    def is_null(self) -> bool:
        """Whether nothing is written, or `null` or `~`."""
        return self.is_plain and self.text in ("", "~", "null", "Null", "NULL")


@frozen
class Sequence:
    """A list of nodes; it `is_torn` if a comma in it looks like one within a number (`1,000`)."""

    line: int
    items: tuple[Node, ...]
    is_torn: bool = False


@frozen
class Mapping:
    """Keys and their nodes, in the order written; `loose` are those that stand in brackets after a comma, and without a value.

    It `has_lost` entries if a key stands twice: the first is kept.
    """

    line: int
    entries: dict[str, Node]
    key_lines: dict[str, int] = field(repr=False)
    loose: frozenset[str] = field(default=frozenset(), repr=False)
    has_lost: bool = field(default=False, repr=False)


Node: TypeAlias = Scalar | Sequence | Mapping


def parse_yaml(data: bytes, file: str) -> Node:
    """The document in `data`; `file` is the name for faults.

    Raises:
        InvalidYaml: the bytes are not one YAML document of the kind that case files are.
    """
    try:
        text = text_of(data, file)
    except InvalidText as error:
        raise InvalidYaml(error.fault) from None
    composer = _Composer(file)
    try:
        node = composer.document(text)
    except yaml.MarkedYAMLError as error:
        raise _with_slips(text, _complaint(error), composer.refused, file) from None
    except (yaml.YAMLError, RecursionError):
        raise InvalidYaml(Fault(file, 1, "not YAML")) from None
    if composer.refused:
        raise InvalidYaml(*composer.refused, node=node if composer.is_whole else None)
    return node


def _with_slips(text: str, complaint: Complaint, refused: list[Fault], file: str) -> InvalidYaml:
    """The slips in a text that the parser gave up, and what is refused: before the first, or, if all mends are sure, in all of it."""
    found = slips_in(text, complaint, _complaint_about, effort=_EFFORT if yaml.__with_libyaml__ else _EFFORT // 40)
    faults = [Fault(file, slip.line + 1, slip.said) for slip in found.told]
    if found.mended is None or not found.is_whole:
        return InvalidYaml(*faults, *refused)
    composer = _Composer(file)
    try:
        node = composer.document(found.mended)
    except InvalidYaml as error:
        return InvalidYaml(*faults, *error.faults)
    except (yaml.YAMLError, RecursionError):
        return InvalidYaml(*faults, *refused)
    return InvalidYaml(*faults, *composer.refused, node=node if composer.is_whole else None)


def _complaint_about(text: str) -> Complaint | None:
    parser = _parser(text)
    try:
        while not isinstance(parser.get_event(), yaml.StreamEndEvent):
            pass
    except yaml.MarkedYAMLError as error:
        return _complaint(error)
    except yaml.YAMLError:
        return Complaint("", 0, 0, 0)
    finally:
        parser.dispose()
    return None


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    said = ", ".join(part for part in (error.context, error.problem) if part)
    mark = error.problem_mark or error.context_mark
    begun = error.context_mark or mark
    return Complaint(said, mark.line if mark else 0, mark.column if mark else 0, begun.line if begun else 0)


def _parser(text: str) -> Any:
    if not yaml.__with_libyaml__:
        return _PurePythonParser(text)
    from yaml._yaml import CParser

    return CParser(text)


class _PurePythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's parser without its C library."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def _are_one_number(first: Any, second: Any) -> bool:
    """Whether two words of a list are parted by nothing but the comma of a number such as `1,000`."""
    if not (isinstance(first, yaml.ScalarEvent) and isinstance(second, yaml.ScalarEvent)) or first.style or second.style:
        return False
    end, start = first.end_mark, second.start_mark
    if end is None or start is None or (start.line, start.column) != (end.line, end.column + 1):
        return False
    return _BEFORE_COMMA.search(first.value) is not None and _AFTER_COMMA.match(second.value) is not None


class _Composer:
    """Events of a parser to nodes; keeps what has no place in a case file, and stops where reading on would tell nothing.

    The nodes are `is_whole` if nothing that was written is missing in them.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._next: Callable[[], Any]
        self._lines: list[str] = []
        self.refused: list[Fault] = []
        self.is_whole = True

    def document(self, text: str) -> Node:
        """The one document of a text."""
        parser = _parser(text)
        self._lines = text.split("\n")
        self._next = parser.get_event
        try:
            return self._document()
        finally:
            parser.dispose()

    def _document(self) -> Node:
        self._next()  # the stream begins
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return Scalar(1, "")
        node = self._node(self._next(), 1)
        self._next()  # the document ends
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self._refusal(event, "found a second document ('---'); a case file is one document")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            self._refuse(
                event, f"found the alias '*{event.anchor}'; write the value out, or put words that begin with '*' in quotation marks"
            )
            self.is_whole = False
            return Scalar(line, "")
        if event.anchor is not None:
            remedy = "write the value where it belongs, or put words that begin with '&' in quotation marks"
            self._refuse(event, f"found the anchor '&{event.anchor}'; case files do without: {remedy}")
        if event.tag is not None:
            remedy = "put words that begin with '!' in quotation marks"
            self._refuse(event, f"found the tag {quoted(event.tag)}; case files do without: {remedy}")
        if isinstance(event, yaml.ScalarEvent):
            is_plain = not event.style
            cut = self._cut_off(event) if is_plain and event.value else ""
            return Scalar(line, event.value, is_plain, event.style in ("'", '"'), cut)
        if depth > DEEPEST_NESTING:
            raise self._refusal(event, f"found more than {DEEPEST_NESTING} levels of nesting")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(line, depth)
        return self._mapping(line, depth, is_in_brackets=bool(event.flow_style))

    def _cut_off(self, event: Any) -> str:
        """The comment right behind plain words, where no blank follows its sign."""
        end = event.end_mark
        match = _GLUED_COMMENT.match(self._lines[end.line], end.column) if end is not None and end.line < len(self._lines) else None
        return match[0].strip() if match else ""

    def _sequence(self, line: int, depth: int) -> Sequence:
        items: list[Node] = []
        is_torn, before = False, None
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            is_torn = is_torn or _are_one_number(before, event)
            before = event
            items.append(self._node(event, depth + 1))
        return Sequence(line, tuple(items), is_torn)

    def _mapping(self, line: int, depth: int, *, is_in_brackets: bool) -> Mapping:
        entries: dict[str, Node] = {}
        key_lines: dict[str, int] = {}
        loose: set[str] = set()
        has_lost = False
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise self._refusal(event, "found a list or mapping as a key; a key is a word")
            if key.text in entries:
                has_lost = True
                remedy = "name this one otherwise, or take one of them out"
                found = f"found the key {quoted(key.text)} again; it stands in line {key_lines[key.text]} already: {remedy}"
                self._refuse(event, found)
            self._check_signs(event, key)
            value = self._node(self._next(), depth + 1)
            if is_in_brackets and entries and value == Scalar(value.line, ""):
                loose.add(key.text)
            key_lines.setdefault(key.text, key.line)
            entries.setdefault(key.text, value)
        return Mapping(line, entries, key_lines, frozenset(loose), has_lost)

    def _check_signs(self, event: Any, key: Scalar) -> None:
        """Refuses a key in which blanks or quotation marks are others than they look."""
        if not key.is_plain:
            return
        if match := _ODD_BLANK_BEFORE.match(key.text):
            self._refuse(
                event, f"found a blank that is no plain space (U+{ord(match[0]):04X}) before {quoted(key.text)}; type plain spaces"
            )
            self.is_whole = False
        elif match := _CLOSED_ALONE.fullmatch(key.text):
            self._refuse(
                event, f"'{match['mark']}' is no quotation mark in YAML, but a letter of the words; use the straight ones, \" or '"
            )
            self.is_whole = False

    def _refuse(self, event: Any, text: str) -> None:
        if len(self.refused) >= _MOST_REFUSED:
            raise InvalidYaml(*self.refused)
        self.refused.append(Fault(self._file, event.start_mark.line + 1, text))

    def _refusal(self, event: Any, text: str) -> InvalidYaml:
        return InvalidYaml(*self.refused, Fault(self._file, event.start_mark.line + 1, text))
