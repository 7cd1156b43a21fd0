"""What the JSON of a brief may be, as JSON Schema (draft 2020-12): made of the classes that a brief is made of."""

from __future__ import annotations

import datetime as dt
import json
import re
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import attrs

from gobetween.briefs.blocks import Brief
from gobetween.rendering.brief_json import BRIEF_VERSION, KINDS, VERSION

_PLAIN: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    dt.date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Fraction: {"type": "string", "pattern": r"^-?\d+/[1-9]\d*$"},
}


def brief_schema() -> dict[str, Any]:
    """The schema of what `brief_json` gives: every key is there, and no other."""
    described: dict[str, dict[str, Any]] = {}
    whole = {
        "gobetween": {"description": "The version of what Gobetween writes.", "const": VERSION},
        "brief_version": {"description": "The version of the form of a brief.", "const": BRIEF_VERSION},
        "brief": _schema_of(Brief, described),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Gobetween: a brief",
        "description": "What gobetween brief writes with --format json.",
        **_object(whole),
        "$defs": dict(sorted(described.items())),
    }


def schema_text() -> str:
    """The schema as it is published."""
    return json.dumps(brief_schema(), indent=2, ensure_ascii=False) + "\n"


def _schema_of(kind: Any, described: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if get_origin(kind) in (UnionType, Union):
        return {"anyOf": [_schema_of(each, described) for each in get_args(kind)]}
    if get_origin(kind) is tuple:
        each, _rest = get_args(kind)
        return {"type": "array", "items": _schema_of(each, described)}
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.__name__).lower()
    if name not in described:
        described[name] = {}  # named before it is described: a class may hold others of its kind
        described[name] = _enum(kind) if issubclass(kind, Enum) else _class(kind, described)
    return {"$ref": f"#/$defs/{name}"}


def _enum(kind: type[Enum]) -> dict[str, Any]:
    return {"description": _first_line(kind), "enum": [each.value for each in kind]}


def _class(kind: type, described: dict[str, dict[str, Any]]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    properties = {"kind": {"const": KINDS[kind]}} if kind in KINDS else {}
    fields = attrs.fields(cast("type[attrs.AttrsInstance]", kind))
    properties |= {each.name: _schema_of(hints[each.name], described) for each in fields}
    return {"description": _first_line(kind), **_object(properties)}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().split("\n", 1)[0]
