"""One word, number or text as YAML: plain where nobody can misread it, else in quotation marks, or as a block where it is long."""

from __future__ import annotations

import re

from gobetween.model.errors import InvalidCase

WIDTH = 120  # of a line, with its indentation

_HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff0-\uffff\ud800-\udfff]")
_NEVER_FIRST = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~<.+\s]")
_SEPARATORS = re.compile(r": |:$| #|  ")
_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_VALUES = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_NUMBER = re.compile(
    r"""[0-9][0-9_,]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?   # 12, 1_000, 2.5, 1e3
    | 0[xob][0-9a-fA-F_]+
    | [0-9]+(:[0-9]{1,2})+(\.[0-9]*)?                 # 1:30
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?        # 2024-02-21""",
    re.VERBOSE,
)
_BLANK_BETWEEN_WORDS = re.compile(r"(?<=\S) (?=\S)")


class Bare(str):
    """What is written as it is, because it is meant as a value: a number, a flag, a date."""

    __slots__ = ()


def in_line(text: str, *, in_flow: bool = False) -> str:
    """The text on one line, within `{...}` or `[...]` if it is to stand `in_flow`.

    Raises:
        InvalidCase: half of a character (a surrogate) is in it, which no file can hold.
    """
    if isinstance(text, Bare) or _is_plain(text, in_flow=in_flow):
        return str(text)
    if '"' in text and "'" not in text and "\n" not in text and not _HIDDEN.search(text):
        return f"'{text}'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _is_plain(text: str, *, in_flow: bool) -> bool:
    return not (
        text != text.strip()
        or not text
        or _NEVER_FIRST.match(text)
        or "\n" in text
        or _HIDDEN.search(text)
        or _SEPARATORS.search(text)
        or (in_flow and _IN_FLOW.search(text))
        or text.lower() in _VALUES
        or _NUMBER.fullmatch(text)
    )


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    if character == "\t":
        return "\\t"
    if not _HIDDEN.match(character):
        return character
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        raise InvalidCase("half of a character (a surrogate) stands in a text; no file can hold it: take it out")
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def may_be_block(text: str) -> bool:
    """Whether the text keeps every character when its lines stand below one another."""
    return not _HIDDEN.search(text) and bool(text) and all(line == line.strip() for line in text.split("\n")) and text == text.strip()


def in_block(text: str, indent: int) -> tuple[str, list[str]]:
    """The mark of the block (`>-` or `|-`) and its lines; the text is one that `may_be_block`."""
    pad = " " * indent
    if "\n" in text:
        return "|-", [pad + line if line else "" for line in text.split("\n")]
    lines: list[str] = []
    for word in _BLANK_BETWEEN_WORDS.split(text):
        if lines and indent + len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return ">-", [pad + line for line in lines]
