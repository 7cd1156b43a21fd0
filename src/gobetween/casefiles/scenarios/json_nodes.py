"""JSON text to the same small tree of nodes as YAML: numbers stay as they are written, and every node knows its line."""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # it is there, but not in the stubs

from attrs import define

from gobetween.casefiles.decoding.limits import DEEPEST_NESTING
from gobetween.casefiles.decoding.yaml_nodes import Mapping, Node, Scalar, Sequence
from gobetween.casefiles.scenarios.refusals import quoted, refusal
from gobetween.model.errors import InvalidCase

_BLANK = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r"-?Infinity|NaN|true|false|null|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")


def parse_json(data: bytes, file: str) -> Node:
    """The document in `data`; `file` is the name for faults.

    Raises:
        InvalidCase: it is no JSON, has a key twice, or is nested too deeply.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refusal(file, line, "found a byte that is not UTF-8; save the file as UTF-8") from None
    reader = _Reader(file, text)
    node = reader.value(0)
    reader.skip()
    if reader.at < len(text):
        raise reader.refusal("found something after the end of the document")
    return node


@define
class _Reader:
    file: str
    text: str
    at: int = 0
    seen: int = 0  # up to here, lines were counted
    line: int = 1

    def skip(self) -> str:
        """Goes on to the next sign, and gives it; nothing at the end."""
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at
        self.line += self.text.count("\n", self.seen, self.at)
        self.seen = self.at
        return self.text[self.at : self.at + 1]

    def refusal(self, said: str) -> InvalidCase:
        return refusal(self.file, self.line, f"not JSON: {said}")

    def expect(self, signs: str) -> str:
        sign = self.skip()
        if not sign or sign not in signs:
            found = f"found {quoted(self.text[self.at : self.at + 20])}" if sign else "the file ends here"
            raise self.refusal(f"{found}; expected {' or '.join(signs)}")
        self.at += 1
        return sign

    def string(self) -> str:
        try:
            said, self.at = scanstring(self.text, self.at, True)  # noqa: FBT003 - json's own signature: strict
        except JSONDecodeError as error:
            raise self.refusal(error.msg) from None
        return str(said)

    def value(self, depth: int) -> Node:
        sign, line = self.skip(), self.line
        if depth > DEEPEST_NESTING:
            raise self.refusal(f"found more than {DEEPEST_NESTING} levels of nesting")
        if sign == '"':
            self.at += 1
            return Scalar(line, self.string(), is_plain=False, is_quoted=True)
        if sign in ("{", "["):
            self.at += 1
            return self.mapping(line, depth) if sign == "{" else self.sequence(line, depth)
        match = _PLAIN.match(self.text, self.at)
        if match is None:
            raise self.refusal(f"found {quoted(self.text[self.at : self.at + 20])}; expected a value" if sign else "the file ends here")
        self.at = match.end()
        return Scalar(line, match[0])

    def sequence(self, line: int, depth: int) -> Sequence:
        items: list[Node] = []
        if self.skip() == "]":
            self.at += 1
            return Sequence(line, ())
        while True:
            items.append(self.value(depth + 1))
            if self.expect(",]") == "]":
                return Sequence(line, tuple(items))

    def mapping(self, line: int, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        key_lines: dict[str, int] = {}
        if self.skip() == "}":
            self.at += 1
            return Mapping(line, entries, key_lines)
        while True:
            self.expect('"')
            key_line, key = self.line, self.string()
            if key in entries:
                raise self.refusal(f"found the key {quoted(key)} again; it stands in line {key_lines[key]} already")
            self.expect(":")
            key_lines[key] = key_line
            entries[key] = self.value(depth + 1)
            if self.expect(",}") == "}":
                return Mapping(line, entries, key_lines)
