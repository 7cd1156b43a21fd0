"""Plain data as JSON text that is safe to print."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Any, cast

import attrs

NO_KINDS: Mapping[type, str] = MappingProxyType({})

_UNPRINTABLE = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufff9-\uffff\U000e0000-\U000e0fff]"
)


def json_text(data: Mapping[str, Any], *, in_one_line: bool = False) -> str:
    """The data as JSON text: characters that a terminal would obey stand as escapes, the data is the same."""
    return _UNPRINTABLE.sub(_escape, json.dumps(data, indent=None if in_one_line else 2, ensure_ascii=False)) + "\n"


def plain(value: object, kinds: Mapping[type, str] = NO_KINDS) -> Any:
    """A value in dictionaries, lists, texts, whole numbers, booleans and nulls; a type that `kinds` names says its `kind`.

    Fractions are texts like `"3/5"`, sets are lists in order.
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(part, kinds) for key, part in value.items()}
    if isinstance(value, frozenset):
        return sorted(plain(part, kinds) for part in value)
    if isinstance(value, tuple | list):
        return [plain(part, kinds) for part in value]
    if not attrs.has(type(value)):
        return value
    kind = {"kind": kinds[type(value)]} if type(value) in kinds else {}
    fields = attrs.fields(type(cast("attrs.AttrsInstance", value)))
    return kind | {attribute.name: plain(getattr(value, attribute.name), kinds) for attribute in fields}


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
