"""Pieces of JSON Schema as plain values; what has a `title` stands once in a published schema, under its `$defs`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Schema: TypeAlias = Mapping[str, Any]

REFERS_TO = "x-refers-to"
"""The kinds of entries of which one is named by its id; an annotation, which validators pass over."""

ANY_WORD: Schema = {"type": ["string", "number", "boolean"]}
"""What is written in one piece, taken as it is written."""

_NULL: Schema = {"type": "null"}


def titled(title: str, schema: Schema) -> Schema:
    """The schema under that title: equal ones are published once."""
    return {"title": title, **{key: value for key, value in schema.items() if key != "title"}}


def either(*schemas: Schema) -> Schema:
    """What one of these allows."""
    return {"anyOf": list(schemas)}


def matching(*forms: str) -> Schema:
    """Text of one of these forms, each a regular expression that Python and ECMAScript read alike, for all of the text."""
    return {"type": "string", "pattern": f"^(?:{'|'.join(forms)})$"}


def one_or_list(schema: Schema, most: int) -> Schema:
    """One value, or a list of at most so many such."""
    return either(schema, {"type": "array", "items": schema, "maxItems": most})


def not_empty(schema: Schema) -> Schema:
    """The same, but no empty list and no empty mapping."""
    return {**schema, "minItems": 1, "minProperties": 1}


def mapping(keys: Schema, values: Schema) -> Schema:
    """A mapping with any such keys to such values."""
    return {"type": "object", "propertyNames": keys, "additionalProperties": values}


def or_nothing(schema: Schema) -> Schema:
    """The same, or no value, which a key may have that may be left out."""
    if "anyOf" in schema and "title" not in schema:
        return {**schema, "anyOf": [*schema["anyOf"], _NULL]}
    return either(schema, _NULL)


def given(key: str) -> Schema:
    """A mapping that has the key, with a value."""
    return {"required": [key], "properties": {key: {"not": _NULL}}}


def needs(key: str, *others: str) -> Schema:
    """Where the key is given, these are too."""
    return {"if": given(key), "then": {"allOf": [given(other) for other in others]}}


def excludes(key: str, *others: str) -> Schema:
    """Where the key is given, none of these is."""
    return {"if": given(key), "then": {"not": {"anyOf": [given(other) for other in others]}}}
