"""Entries of a case as the keys of a case file, by the same tables that read them; what a reader takes for granted is left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import Attribute, evolve, field, fields, frozen

from gobetween.casefiles.decoding.entries import Shape
from gobetween.casefiles.decoding.entry_keys import Common, made_id, publication
from gobetween.casefiles.decoding.field_readers import is_id
from gobetween.casefiles.decoding.places import Frame, Setting
from gobetween.casefiles.decoding.shapes.negotiation import OPTION, VERSION
from gobetween.casefiles.decoding.shapes.participants import OFFICE, ROLE
from gobetween.casefiles.encoding.values import citations, flag, in_order, one_or_several, option_sets, simple, when
from gobetween.casefiles.encoding.yaml_texts import Tree, node_of
from gobetween.model.actors import Actor, Person
from gobetween.model.cases import Case, Release, Source
from gobetween.model.dates import When
from gobetween.model.happenings import Contradiction, DisputeSide, TrackText
from gobetween.model.issues import Issue
from gobetween.model.items import EVERYONE, KEEPER, PUBLIC, Item
from gobetween.model.passages import Citation
from gobetween.model.positions import IN_CONFIDENCE, Position
from gobetween.model.preferences import ValueLink
from gobetween.model.proposals import Alternative, Clause, Proposal

_PARTS: Mapping[type[Item], tuple[str, Shape]] = {
    Actor: ("roles", ROLE),
    Person: ("offices", OFFICE),
    Issue: ("options", OPTION),
    Proposal: ("versions", VERSION),
}
_WHOLES: Mapping[str, str] = {"roles": "actor", "offices": "person"}  # parts that a case keeps in lists of their own
RECORDS: Mapping[type, Mapping[str, str]] = {  # keys of plain records, and the attributes that they become
    DisputeSide: {"actor": "actor", "text": "text", "cite": "citations"},
    TrackText: {"name": "name", "by": "by", "calls_for": "calls_for", "fate": "fate", "cite": "citations"},
    Clause: {"text": "text", "issue": "issue", "alternatives": "alternatives"},
    Alternative: {"text": "text", "by": "by"},
    ValueLink: {"if": "if_chosen", "value": "value"},
}
_SHORT: Mapping[type, str] = {TrackText: "name", Clause: "text", Alternative: "text"}  # the key that one word stands for
_TOP = Setting()


@frozen
class Scribe:
    """Writes the entries of one case: it knows in which order the case has actors and options, and what its sources are called."""

    case: Case = field(repr=False)
    actors: Mapping[str, int] = field(init=False, repr=False)
    options: Mapping[str, Mapping[str, int]] = field(init=False, repr=False)
    sources: Mapping[str, str] = field(init=False, repr=False)
    frame: Frame = field(init=False, repr=False)

    @actors.default
    def _order_of_actors(self) -> Mapping[str, int]:
        return {actor.id: place for place, actor in enumerate(self.case.actors)}

    @options.default
    def _order_of_options(self) -> Mapping[str, Mapping[str, int]]:
        return {issue.id: {option.id: place for place, option in enumerate(issue.options)} for issue in self.case.issues}

    @sources.default
    def _names_of_sources(self) -> Mapping[str, str]:
        return {source.id: source.outlet or source.title or source.id for source in self.case.sources}

    @frame.default
    def _publications(self) -> Frame:
        return Frame(dt.date.max, published={source.id: source.published for source in self.case.sources})

    def collection(self, items: Iterable[Item], shape: Shape, setting: Setting = _TOP) -> Tree:
        """The entries as a mapping from ids if others name them, else as a list."""
        if shape.needs_id:
            return {item.id: self._shortened(self.entry(item, shape, setting), shape) for item in items}
        return [self._in_list(item, shape, setting) for item in items]

    def _in_list(self, item: Item, shape: Shape, setting: Setting) -> Tree:
        entry = self.entry(item, shape, setting)
        written_id = item.id.rpartition("/")[2]
        if made_id(node_of(entry), shape.kind, setting.prefix) == written_id:
            return self._shortened(entry, shape)
        return {"id": written_id, **entry}

    @staticmethod
    def _shortened(entry: dict[str, Tree], shape: Shape) -> Tree:
        return entry[shape.short] if shape.short and entry.keys() == {shape.short} else entry

    def entry(self, item: Item, shape: Shape, setting: Setting) -> dict[str, Tree]:
        """The keys of one entry, its id and what it need not say left out."""
        keys: dict[str, Tree] = {}
        attributes = {each.name: each for each in fields(type(item))}
        parts_key, parts_shape = _PARTS.get(type(item), ("", shape))
        for key, wanted in shape.fields.items():
            name = wanted.to or key
            if key == parts_key:
                continue
            value = getattr(item, name)
            if value != setting.given.get(name, _default(attributes[name])):
                keys[key] = self._value(item, name, value)
        keys |= self._common(item, shape, setting)
        if parts := self._parts(item, parts_key):
            keys[parts_key] = self.collection(parts, parts_shape, self._inside(item, parts_key, keys, setting))
        return keys

    def _parts(self, item: Item, key: str) -> tuple[Item, ...]:
        if key in _WHOLES:
            return tuple(part for part in getattr(self.case, key) if getattr(part, _WHOLES[key]) == item.id)
        return tuple(getattr(item, key)) if key else ()

    def _inside(self, item: Item, key: str, keys: Mapping[str, Tree], setting: Setting) -> Setting:
        """What the parts of the entry take from it."""
        known = item.known if "known" in keys else publication(item.citations, self.frame) or setting.known
        given = {_WHOLES[key]: item.id} if key in _WHOLES else {}
        return Setting(None, item.holders, known, given=given, prefix=f"{setting.prefix}{item.id}/")

    def _common(self, item: Item, shape: Shape, setting: Setting) -> dict[str, Tree]:
        granted = self._granted(item, shape, setting)
        keys: dict[str, Tree] = {}
        if item.when != granted["when"]:
            keys["when"] = when(item.when)
        if item.known != granted["known"]:
            keys["known"] = when(item.known)
        if item.citations:
            keys["cite"] = citations(item.citations)
        if item.holders != granted["holders"]:
            keys["held_by"] = self.audience(item.holders)
        if item.owner != granted["owner"] and item.owner is not None:
            keys["owner"] = item.owner
        if item.note:
            keys["note"] = item.note
        if item.is_inferred:
            keys["inferred"] = flag(item.is_inferred)
        return keys

    def _granted(self, item: Item, shape: Shape, setting: Setting) -> dict[str, Any]:
        """What a reader takes these attributes to be where the entry does not say."""
        frame = evolve(self.frame, published={}) if isinstance(item, Source) else self.frame
        holders = setting.holders or (EVERYONE if shape.is_common_frame or item.citations else None)
        known = publication(item.citations, frame) or setting.known
        parts = [part.citations for key in ("sides", "texts") for part in getattr(item, key, ())]
        granted = Common(item.id, setting, {"cite": item.citations}, holders, known).settled(parts, frame)
        if isinstance(item, Source) and granted["known"].is_unknown:
            granted["known"] = item.published
        if isinstance(item, Release):
            granted["holders"] = item.holders
        if isinstance(item, Position) and item.series in IN_CONFIDENCE and granted["owner"] is None:
            granted["owner"] = item.actor
        return granted

    def audience(self, holders: Iterable[str]) -> Tree:
        """Those who hold something: actors in their order, then the keeper and the public."""
        order = {**self.actors, KEEPER: len(self.actors), PUBLIC: len(self.actors) + 1}
        return one_or_several(in_order(holders, order))

    def _value(self, whole: object, name: str, value: Any) -> Tree:
        if isinstance(value, When):
            return when(value)
        if isinstance(value, Mapping):
            return option_sets(value, self.options)
        if isinstance(value, frozenset):
            return list[Tree](in_order(value, self.options.get(getattr(whole, "issue", None) or "", {})))
        if isinstance(value, tuple):
            if value and isinstance(value[0], Citation):
                return citations(value)
            return [self._value(whole, name, each) for each in value]
        return self.record(value, whole) if type(value) in RECORDS else simple(value)

    def record(self, value: Any, whole: object = None) -> Tree:
        """A plain record that has no id."""
        attributes = {each.name: each for each in fields(type(value))}
        written = {key: name for key, name in RECORDS[type(value)].items() if getattr(value, name) != _default(attributes[name])}
        keys: dict[str, Tree] = {key: self._value(value, name, getattr(value, name)) for key, name in written.items()}
        if isinstance(whole, Contradiction):
            keys = {"source": self._account(value), **{key: tree for key, tree in keys.items() if key != "actor"}}
        short = _SHORT.get(type(value))
        return keys[short] if short and keys.keys() == {short} else keys

    def _account(self, side: DisputeSide) -> Tree:
        """The source whose account it is: by its id where it cites one of that name, or where its name may be taken for an id."""
        cited = [citation.source for citation in side.citations]
        is_like_an_id = is_id(side.actor) and (side.actor in self.sources or "-" in side.actor)
        for source in (*cited, *self.sources) if is_like_an_id else cited:
            if self.sources.get(source) == side.actor:
                return source
        return side.actor


def _default(attribute: Attribute[Any]) -> Any:
    """The value that an attribute has if nothing is said; none that could be met where it must be said."""
    default: Any = attribute.default
    return default.factory() if hasattr(default, "factory") else default
