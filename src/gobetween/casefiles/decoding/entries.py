"""Entries of a collection to items: a shape says which keys there are, how each is read, and what the entry becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve, field, frozen

from gobetween.casefiles.decoding.entry_keys import COMMON, COMMON_KEYS, Common, read_common
from gobetween.casefiles.decoding.field_readers import ID_AS_KEY, identifier
from gobetween.casefiles.decoding.fields import Fields, is_nothing, read_fields, schema_of
from gobetween.casefiles.decoding.limits import most_entries, too_many
from gobetween.casefiles.decoding.misspelt_keys import spelt
from gobetween.casefiles.decoding.places import Place, Setting, Unreadable
from gobetween.casefiles.decoding.yaml_nodes import Mapping as MappingNode
from gobetween.casefiles.decoding.yaml_nodes import Scalar
from gobetween.casefiles.decoding.yaml_nodes import Sequence as SequenceNode
from gobetween.casefiles.schemas.fragments import Schema, either, given, mapping, titled

_KEYS_WITH_CITATIONS_OF_THEIR_OWN = ("sides", "texts")
_NO_SETTING = Setting()


def _finds_nothing(_at: Place, _values: dict[str, Any]) -> None:
    """A check that every entry passes."""


@frozen
class Shape:
    """What entries of one collection are made of."""

    kind: str  # as in "every actor"; the first part of ids made for entries without one
    build: Callable[..., Any]
    fields: Fields
    short: str = field(default="", kw_only=True)  # the key that an entry in one word stands for
    is_common_frame: bool = field(default=False, kw_only=True)  # public unless it says otherwise
    needs_id: bool = field(default=False, kw_only=True)  # others name it
    check: Callable[[Place, dict[str, Any]], None] = field(default=_finds_nothing, kw_only=True)
    conditions: tuple[Schema, ...] = field(default=(), kw_only=True)  # of keys on other keys; the readers and the check say them too

    @property
    def schema(self) -> Schema:
        """What `read_entry` accepts, its id left out."""
        keys = {key: wanted.schema for key, wanted in COMMON.items()}
        whole = {**schema_of(self.fields, keys), **({"allOf": list(self.conditions)} if self.conditions else {})}
        entry = titled(self.kind, whole)
        return either(self.fields[self.short].read.schema, entry) if self.short else entry


@frozen
class Parts:
    """A reader of items that are parts of another item (options of an issue): they take its holders and dates unless they say."""

    shape: Shape
    whole_as: str = ""  # the attribute that names the whole: a role's `actor`
    split_off: str = ""  # the list of the case that keeps them, if the whole does not

    @property
    def schema(self) -> Schema:
        """What may stand there."""
        return schema_of_collection(self.shape)

    def __call__(self, at: Place) -> tuple[Any, ...]:
        """The parts that stand there."""
        setting = at.desk.inside
        if self.whole_as:
            setting = evolve(setting, given={self.whole_as: setting.prefix.rstrip("/").rpartition("/")[2]})
        faults_before = at.fault_count
        parts = read_collection(at, self.shape, setting)
        if at.fault_count > faults_before:
            raise Unreadable
        if self.split_off:
            at.desk.split_off.setdefault(self.split_off, []).extend(parts)
        return parts


def schema_of_collection(shape: Shape) -> Schema:
    """What `read_collection` accepts."""
    entry = shape.schema
    listed = {"allOf": [entry, {"type": "object"}, given("id")]} if shape.needs_id else entry
    most = most_entries(shape.kind)
    several = ({**mapping(ID_AS_KEY, entry), "maxProperties": most}, {"type": "array", "items": listed, "maxItems": most})
    return either(shape.fields[shape.short].read.schema, *several) if shape.short and not shape.needs_id else either(*several)


def read_collection(at: Place, shape: Shape, setting: Setting = _NO_SETTING) -> tuple[Any, ...]:
    """All entries of a collection, written as a mapping from ids or as a list; those with faults are left out."""
    if _has_too_many(at, shape):
        return ()
    items: list[Any] = []
    lines: dict[str, int] = {}
    for place, entry_id in _entries(at, shape):
        try:
            item = read_entry(place, shape, entry_id, setting)
        except Unreadable:
            continue
        if item.id in lines:
            place.fault(f"found the same {shape.kind} as in line {lines[item.id]} ('{item.id}'); give each an 'id' of its own")
        lines[item.id] = place.node.line
        items.append(item)
    return tuple(items)


def _has_too_many(at: Place, shape: Shape) -> bool:
    """Whether there are more entries than a collection may have, which is told at the first of those; none of them is read then."""
    if isinstance(at.node, Scalar):
        return False
    nodes = at.node.items if isinstance(at.node, SequenceNode) else tuple(at.node.entries.values())
    most = most_entries(shape.kind)
    if len(nodes) > most:
        at.with_node(nodes[most]).fault(too_many(len(nodes), most))
    return len(nodes) > most


def _entries(at: Place, shape: Shape) -> Iterator[tuple[Place, str | None]]:
    if isinstance(at.node, MappingNode):
        if _is_one_entry(at.node, shape):
            at.fault(f"found the keys of one {shape.kind}; put '- ' before the first of them, and two spaces before the others")
            return
        for key, node in at.node.entries.items():
            place = at.step(key, node)
            try:
                yield place, identifier(place.with_node(Scalar(at.node.key_lines[key], key, is_plain=False)))
            except Unreadable:
                continue
    elif isinstance(at.node, SequenceNode):
        for position, node in enumerate(at.node.items):
            yield at.item(position, node), None
    elif shape.short and not shape.needs_id:
        yield at, None
    else:
        at.fault(f"found a word; allowed: a list, or a mapping from ids, each entry one {shape.kind}")


def _is_one_entry(node: MappingNode, shape: Shape) -> bool:
    """Whether a mapping has keys of an entry where there should be entries: a dash was forgotten."""
    has_words = any(isinstance(each, Scalar) for each in node.entries.values())
    return not shape.short and has_words and all(key in shape.fields or key in COMMON_KEYS for key in node.entries)


def read_entry(at: Place, shape: Shape, entry_id: str | None, setting: Setting) -> Any:
    """The item that stands there; `entry_id` is its key, where it stands in a mapping."""
    if shape.short and isinstance(at.node, Scalar) and not at.node.is_null:
        at = at.with_node(MappingNode(at.node.line, {shape.short: at.node}, {shape.short: at.node.line}))
    if not isinstance(at.node, MappingNode):
        at.reject_value(f"allowed: a mapping with the keys of one {shape.kind}, {{{_example_of(shape, entry_id)}}}")
    desk = at.desk
    named, inside = desk.named, desk.inside
    desk.named = []
    try:
        return _read_item(at, shape, entry_id, setting)
    finally:
        desk.named, desk.inside = named, inside


def _example_of(shape: Shape, entry_id: str | None) -> str:
    """The keys that an entry cannot do without."""
    required = [key for key, wanted in shape.fields.items() if wanted.is_required]
    keys = [*(["id"] if shape.needs_id and entry_id is None else []), *required]
    return ", ".join(f"{key}: ..." for key in keys or shape.fields)


def _read_item(at: Place, shape: Shape, entry_id: str | None, setting: Setting) -> Any:
    faults_before = at.fault_count
    at = spelt(at, (*shape.fields, *COMMON_KEYS))
    at = _without_given(at, shape, setting)
    assert isinstance(at.node, MappingNode)
    if entry_id is None and shape.needs_id and ("id" not in at.node.entries or is_nothing(at.node.entries["id"])):
        is_one_word = len(at.node.entries) == 1 and shape.short in at.node.entries
        remedy = "; or write a mapping from ids to words, {id: words, ...}" if is_one_word else ""
        at.fault(f"'id' is missing: every {shape.kind} in a list has one{remedy}")
    common = read_common(at, shape.kind, entry_id, setting, is_common_frame=shape.is_common_frame)
    at.desk.inside = common.inside()
    values = {**setting.given, **read_fields(at, shape.fields, COMMON_KEYS)}
    if at.fault_count == faults_before:
        shape.check(at, values)
    if at.fault_count > faults_before:
        raise Unreadable
    for key, wanted in shape.fields.items():
        if isinstance(wanted.read, Parts) and wanted.read.split_off:
            values.pop(key, None)
    part_citations = [part.citations for key in _KEYS_WITH_CITATIONS_OF_THEIR_OWN for part in values.get(key, ())]
    item = shape.build(**{**common.settled(part_citations, at.frame), **values})
    name = (shape.kind, f"{setting.prefix}{item.id}")
    at.frame.holders[name], at.frame.lines[name] = item.holders, at.node.line
    at.frame.keys[name] = frozenset(key for key, node in at.node.entries.items() if not is_nothing(node))
    at.desk.namings.extend((item.holders, naming) for naming in at.desk.named)
    _warn_of_the_future(at, item, common)
    return item


def _without_given(at: Place, shape: Shape, setting: Setting) -> Place:
    """The place without keys that say what follows from where the entry stands, each of which is a fault."""
    assert isinstance(at.node, MappingNode)
    said = [key for key in setting.given if key in at.node.entries and key not in shape.fields]
    for key in said:
        fault = f"it is '{setting.given[key]}', by where this stands; leave '{key}' out"
        at.step(key, at.node.entries[key]).fault(fault, at.node.key_lines[key])
    rest = {key: node for key, node in at.node.entries.items() if key not in said}
    return at.with_node(evolve(at.node, entries=rest)) if said else at


def _warn_of_the_future(at: Place, item: Any, common: Common) -> None:
    """Plans may lie ahead; a report that was published, or something known, only after today is likely a slip of the pen."""
    dates = {"published": getattr(item, "published", None), "known": common.written.get("known")}
    for word, date in dates.items():
        if date is not None and date.earliest is not None and date.earliest > at.frame.today:
            at.warn(item.holders, f"{word} {date}, after today ({at.frame.today})", is_of_future=True)
