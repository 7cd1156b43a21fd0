"""Plain data as JSON text that is safe to print."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_UNPRINTABLE = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufff9-\uffff\U000e0000-\U000e0fff]"
)


def json_text(data: Mapping[str, Any], *, in_one_line: bool = False) -> str:
    """The data as JSON text: characters that a terminal would obey stand as escapes, the data is the same."""
    return _UNPRINTABLE.sub(_escape, json.dumps(data, indent=None if in_one_line else 2, ensure_ascii=False)) + "\n"


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
