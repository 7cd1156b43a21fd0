"""Text of reports made harmless to whatever shows it: no terminal codes, no bidirectional overrides, nothing unprintable.

A report is written by strangers. Its characters must neither drive a terminal nor make a line read differently from what it says.
What is dropped is invisible in print anyway; letters of every script, and the marks that Hebrew, Arabic and Persian need, stay.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, TypeVar, cast

import attrs

T = TypeVar("T")

_TERMINAL_CODES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, cursor moves
    r"|[\x1b\x9b][PX^_\]][^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)"  # titles, links, device strings
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
_SPACES = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f"
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides, isolates; the plain marks (U+200E, U+200F, U+061C) override nothing
    "\u00ad\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"  # invisible: would split or hide words
    "\U000e0000-\U000e0fff]"  # tags: whole hidden sentences
)
_SURROGATES = re.compile("[\ud800-\udfff]")


def harmless(text: str) -> str:
    """`text` in one line, without control characters, terminal codes, bidirectional overrides and invisible characters."""
    text = _TERMINAL_CODES.sub("", text)
    text = _SPACES.sub(" ", text)
    return _SURROGATES.sub("\ufffd", _HARMFUL.sub("", text))


def harmless_lines(text: str) -> str:
    """`text` made harmless line by line; its lines stay lines."""
    return "\n".join(harmless(line) for line in text.split("\n"))


def harmless_value(value: T) -> T:
    """`value` with every text in it made harmless: tuples and attrs values all the way down; all else is left as it is."""
    return cast("T", _harmless_any(value))


def _harmless_any(value: object) -> object:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else harmless(value)
    if isinstance(value, tuple):
        return tuple(_harmless_any(part) for part in value)
    return _harmless_attrs(value) if attrs.has(type(value)) else value


def _harmless_attrs(value: object) -> object:
    changed = {}
    for attribute in attrs.fields(type(cast("attrs.AttrsInstance", value))):
        old = getattr(value, attribute.name)
        new = _harmless_any(old)
        if new is not old and new != old:
            changed[attribute.alias] = new
    return attrs.evolve(cast("Any", value), **changed) if changed else value
