"""JSON as people read it: what fits stands on one line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_WIDTH = 120


def laid_out(value: Any, indent: int = 0) -> str:
    """The value as JSON, two blanks a level; a mapping or list that fits on a line stands on one."""
    short = json.dumps(value, ensure_ascii=False)
    if len(short) <= _WIDTH - indent or not isinstance(value, Mapping | list):
        return short
    pad = " " * (indent + 2)
    if isinstance(value, Mapping):
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {laid_out(each, indent + 2)}" for key, each in value.items()]
    else:
        parts = [laid_out(each, indent + 2) for each in value]
    opening, closing = ("{", "}") if isinstance(value, Mapping) else ("[", "]")
    return f"{opening}\n" + ",\n".join(f"{pad}{part}" for part in parts) + f"\n{' ' * indent}{closing}"
