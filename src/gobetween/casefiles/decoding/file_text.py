"""The text of a case file, or why its bytes are none: too many, not UTF-8, characters that would have its lines counted wrong."""

from __future__ import annotations

import re

from gobetween.casefiles.decoding.faults import Fault
from gobetween.casefiles.decoding.limits import LARGEST_FILE

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD_BREAK = re.compile("[\x85\u2028\u2029]|\r(?!\n)")  # YAML begins a new line there, editors do not
_TAB_INDENT = re.compile(r"^ *\t[ \t]*[^\s#]", re.MULTILINE)


class InvalidText(Exception):
    """Bytes that are no text of a case file; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def text_of(data: bytes, file: str) -> str:
    """The text of a file.

    Raises:
        InvalidText: it is too large, no UTF-8, or holds what would have its lines counted wrong.
    """
    if len(data) > LARGEST_FILE:
        raise InvalidText(Fault(file, 1, f"found more than {LARGEST_FILE:,} bytes; a case file is smaller than that"))
    for mark in (b"\xff\xfe", b"\xfe\xff"):
        if data.startswith(mark):
            raise InvalidText(Fault(file, 1, "found UTF-16; save the file as UTF-8"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidText(
            Fault(file, line, f"found the byte 0x{data[error.start]:02x}, which is not UTF-8; save the file as UTF-8")
        ) from None
    if text.startswith("\ufeff"):
        raise InvalidText(Fault(file, 1, "found a byte order mark (BOM); save the file as UTF-8 without one"))
    if match := _UNPRINTABLE.search(text):
        code = f"U+{ord(match[0]):04X}"
        raise InvalidText(Fault(file, _line_of(text, match.start()), f"found the control character {code}; take it out"))
    if match := _ODD_BREAK.search(text):
        found = f"found the line break U+{ord(match[0]):04X}, which most editors do not show; type a plain line break there, or a space"
        raise InvalidText(Fault(file, _line_of(text, match.start()), found))
    if match := _TAB_INDENT.search(text):
        raise InvalidText(Fault(file, _line_of(text, match.start()), "found a tab in the indentation; indent with spaces"))
    return text


def _line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
