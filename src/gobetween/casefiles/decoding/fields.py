"""Keys of a mapping to attributes: each key has a reader; unknown and missing keys are faults, all of them found at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import frozen

from gobetween.casefiles.decoding.field_readers import each, entries_of
from gobetween.casefiles.decoding.misspelt_keys import spelt
from gobetween.casefiles.decoding.places import Place, Unreadable
from gobetween.casefiles.decoding.readers import AnyReader, Reader, accepts
from gobetween.casefiles.decoding.yaml_nodes import Mapping as MappingNode
from gobetween.casefiles.decoding.yaml_nodes import Node, Scalar
from gobetween.casefiles.schemas.fragments import Schema, either, or_nothing, titled

_NOTHING = Scalar(0, "")
_BARE = ": nothing stands after it; put words that begin with '#' in quotation marks"


@frozen
class Field:
    """How the value of one key is read, and the attribute that it becomes (by default of the same name)."""

    read: AnyReader
    to: str = ""
    is_required: bool = False
    remedy: str = ""  # what to write where the key is missing

    @property
    def schema(self) -> Schema:
        """What may stand under the key."""
        return self.read.schema if self.is_required else or_nothing(self.read.schema)


Fields = Mapping[str, Field]


def must(read: AnyReader, to: str = "", *, remedy: str = "") -> Field:
    """A key that has to be there; `remedy` says what to write where it is not."""
    return Field(read, to, is_required=True, remedy=remedy)


def may(read: AnyReader, to: str = "") -> Field:
    """A key that may be left out."""
    return Field(read, to)


def schema_of(fields: Fields, others: Mapping[str, Schema] | None = None) -> Schema:
    """What `read_fields` accepts; `others` say what is read elsewhere."""
    properties = {**{key: wanted.schema for key, wanted in fields.items()}, **(others or {})}
    required = [key for key, wanted in fields.items() if wanted.is_required]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def read_fields(at: Place, fields: Fields, others: Iterable[str] = ()) -> dict[str, Any]:
    """The attributes that the keys of a mapping become; keys in `others` are read elsewhere. Faults are kept, not raised."""
    if not isinstance(at.node, MappingNode):
        at.reject_value(f"allowed: a mapping with the keys {', '.join(fields)}")
    if not all(key in fields or key in others for key in at.node.entries):
        at = spelt(at, (*fields, *others))
    values: dict[str, Any] = {}
    missing = [key for key, wanted in fields.items() if wanted.is_required and is_nothing(entries_of(at.node).get(key, _NOTHING))]
    for key, node in entries_of(at.node).items():
        place = at.step(key, node)
        wanted = fields.get(key)
        if wanted is not None:
            if not is_nothing(node):
                _read(place, wanted, values)
        elif key not in others:
            _refuse_key(place, (*fields, *others), missing)
    for key in missing:
        bare = at.node.key_lines.get(key) if isinstance(at.node, MappingNode) else None
        at.fault(f"'{key}' is missing{_BARE if bare else ''}{fields[key].remedy and f'; {fields[key].remedy}'}", bare)
    return values


def _refuse_key(place: Place, allowed: tuple[str, ...], missing: list[str]) -> None:
    """Keeps the fault that the key of the place is unknown; where it resembles one that is missing, that is no further fault."""
    above, key = place.above.node if place.above is not None else None, place.key[1:]
    assert isinstance(above, MappingNode)
    meant = "" if key in above.loose else place.desk.faults.closest(key, missing)
    if meant:
        missing.remove(meant)
    before = None if meant or above.loose else _bare_above(above, key, allowed)
    hint = f"; if it belongs to '{before}', indent it further than that" if before else ""
    place.fault(f"unknown key; {place.unlisted(key, allowed, meant)}{hint}", above.key_lines[key])


def _bare_above(above: MappingNode, key: str, allowed: tuple[str, ...]) -> str | None:
    """The last known key above another, if nothing stands after it: what should be its content may follow without indentation."""
    keys = list(above.entries)
    known = next((each for each in reversed(keys[: keys.index(key)]) if each in allowed), None)
    return known if known is not None and is_nothing(above.entries[known]) else None


def _read(place: Place, wanted: Field, values: dict[str, Any]) -> None:
    try:
        value = wanted.read(place)
    except Unreadable:
        return
    values[wanted.to or place.key[1:]] = value


def is_nothing(node: Node) -> bool:
    """Whether a key is written without a value, which is the same as leaving it out."""
    return isinstance(node, Scalar) and node.is_null


def record(build: Callable[..., Any], fields: Fields, *, short: str = "", title: str = "") -> Reader[Any]:
    """A reader of a plain record, which has no id and no holders of its own; `short` is the key that one word stands for."""
    schema = titled(title, schema_of(fields)) if title else schema_of(fields)

    @accepts(either(fields[short].read.schema, schema) if short else schema)
    def read(at: Place) -> Any:
        faults_before = at.fault_count
        if short and isinstance(at.node, Scalar) and not at.node.is_null:
            at = at.with_node(MappingNode(at.node.line, {short: at.node}, {short: at.node.line}))
        values = read_fields(at, fields)
        if at.fault_count > faults_before:
            raise Unreadable
        return build(**values)

    return read


def records(build: Callable[..., Any], fields: Fields, *, short: str = "", title: str = "") -> Reader[tuple[Any, ...]]:
    """A reader of a list of plain records."""
    return each(record(build, fields, short=short, title=title))
