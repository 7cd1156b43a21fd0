"""Which other entries an entry names, its parts and citations counted: whoever holds it knows of these."""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from gobetween.casefiles.decoding.entries import Parts
from gobetween.casefiles.decoding.fields import Fields
from gobetween.casefiles.decoding.shapes import COLLECTIONS
from gobetween.casefiles.encoding.entries import RECORDS
from gobetween.casefiles.schemas.fragments import REFERS_TO, Schema
from gobetween.model.cases import Case
from gobetween.model.items import Item
from gobetween.model.passages import Citation
from gobetween.model.positions import Position
from gobetween.model.preferences import Preferences

Name: TypeAlias = tuple[str, str]
"""A collection and an id in it; an option's id is `issue/option`."""

_COLLECTION_OF: Mapping[str, str] = {**{shape.kind: key for key, shape in COLLECTIONS.items()}, "party": "actors"}
_ACCOUNT = {"source": "actor"}  # the side of a contradiction is a source, where it is the id of one


def named_by(entry: Item | Preferences) -> Iterator[Name]:
    """All that the entry names by an id where its files do: the tables that read them know which words are ids.

    What live talks alone keep of it, as the permission of a relay, is written nowhere and names nothing here.
    """
    if isinstance(entry, Preferences):
        yield "actors", entry.party
        yield from _in_choices(entry.option_values)
        for link in entry.links:
            yield from _in_choices(link.if_chosen)
        return
    if entry.owner is not None:
        yield "actors", entry.owner
    yield from (("sources", citation.source) for citation in entry.citations)
    for attribute, schema in _tables().get(type(entry), {}).items():
        yield from _named_in(schema, getattr(entry, attribute))
    if isinstance(entry, Position):
        yield from (("options", f"{entry.issue}/{option}") for option in entry.options)


@functools.cache
def _tables() -> Mapping[type, Mapping[str, Schema]]:
    """For every kind of entry and of part its attributes, each with what may stand for it in a file."""
    kinds = typing.get_type_hints(Case)
    found: dict[type, dict[str, Schema]] = {}
    for key, shape in COLLECTIONS.items():
        found[typing.get_args(kinds[key])[0]] = _schemas(shape.fields)
        for parts in (wanted.read for wanted in shape.fields.values() if isinstance(wanted.read, Parts)):
            whole: dict[str, Schema] = {parts.whole_as: {REFERS_TO: [shape.kind]}} if parts.whole_as else {}
            found[typing.cast("type", parts.shape.build)] = {**_schemas(parts.shape.fields), **whole}
    return found


def _schemas(fields: Fields) -> dict[str, Schema]:
    return {wanted.to or key: wanted.schema for key, wanted in fields.items() if not isinstance(wanted.read, Parts)}


def _named_in(schema: Schema, value: Any) -> Iterator[Name]:
    """What the value of an attribute names, of which files say what the schema says."""
    if isinstance(value, Citation):
        yield "sources", value.source
    elif isinstance(value, Mapping):
        yield from _in_choices(value)
    elif isinstance(value, tuple | frozenset):
        for each in value:
            yield from _named_in(schema, each)
    elif isinstance(value, str):
        kinds = (kind for branch in _branches(schema) for kind in branch.get(REFERS_TO, ()))
        yield from ((_COLLECTION_OF[kind], value) for kind in kinds if kind in _COLLECTION_OF)
    elif type(value) in RECORDS:
        attributes = {**RECORDS[type(value)], **_ACCOUNT}
        for branch in _branches(schema):
            for key, below in branch.get("properties", {}).items():
                yield from _named_in(below, getattr(value, attributes[key]))


def _branches(schema: Schema) -> Iterator[Schema]:
    yield schema
    for each in schema.get("anyOf", ()):
        yield from _branches(each)


def _in_choices(choices: Mapping[str, Any]) -> Iterator[Name]:
    for issue, options in choices.items():
        yield "issues", issue
        yield from (("options", f"{issue}/{option}") for option in options)
