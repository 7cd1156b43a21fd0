"""`case.yaml` to a case: what its entries refer to is gathered first, then every collection is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from attrs import evolve, frozen

from gobetween.casefiles.decoding.entries import read_collection, schema_of_collection
from gobetween.casefiles.decoding.entry_keys import COMMON_KEYS, check_namings
from gobetween.casefiles.decoding.faults import Fault, Faults
from gobetween.casefiles.decoding.field_readers import choice, flag, is_id, words
from gobetween.casefiles.decoding.fields import Fields, may, must, read_fields, schema_of
from gobetween.casefiles.decoding.misspelt_keys import as_meant, spelt
from gobetween.casefiles.decoding.places import Desk, Frame, Place, Warned
from gobetween.casefiles.decoding.shapes import COLLECTIONS
from gobetween.casefiles.decoding.time_and_source_readers import day
from gobetween.casefiles.decoding.yaml_nodes import InvalidYaml, Node, Scalar, parse_yaml
from gobetween.casefiles.decoding.yaml_nodes import Mapping as MappingNode
from gobetween.casefiles.decoding.yaml_nodes import Sequence as SequenceNode
from gobetween.casefiles.schemas.fragments import Schema, or_nothing
from gobetween.model.actors import RoleKind
from gobetween.model.cases import Case, Profile, Source
from gobetween.model.items import KEEPER, PUBLIC

CASE_FILE = "case.yaml"
FORMAT_VERSION = 1

_RESERVED_IDS = (PUBLIC, KEEPER, "mediators", "parties")
_HEAD = {
    "title": must(words),
    "summary": may(words),
    "profile": may(choice(Profile)),
    "reported": may(flag, "is_reported"),
    "fictional": may(flag, "is_fictional"),
    "retained_until": may(day),
}
_KEYS = (*_HEAD, "gobetween", *COLLECTIONS)
_MEDIATING = ("mediator", "lead mediator")
_NOT_BOTH: Schema = {
    "not": {"properties": {"reported": {"const": True}, "fictional": {"const": True}}, "required": ["reported", "fictional"]}
}


def schema_of_file(fields: Fields, others: Mapping[str, Schema], conditions: Iterable[Schema] = ()) -> Schema:
    """What a file with these keys may hold; `others` are read apart, `conditions` are of keys on other keys."""
    of_keys = schema_of(fields, others)
    properties = {"gobetween": {"const": FORMAT_VERSION}, **of_keys["properties"]}
    together = {"allOf": list(conditions)} if conditions else {}
    return {**of_keys, "properties": properties, "required": ["gobetween", *of_keys["required"]], **together}


def schema_of_case() -> Schema:
    """What `case.yaml` may hold."""
    collections = {key: or_nothing(schema_of_collection(shape)) for key, shape in COLLECTIONS.items()}
    return schema_of_file(_HEAD, collections, (_NOT_BOTH,))


@frozen
class Original:
    """A report in the case folder: its name there, and its text if it is text."""

    name: str
    text: str | None


@frozen
class ReadCase:
    """A case with the warnings about it, each with those who may see it, and what further files need to know of it."""

    case: Case
    warnings: tuple[Warned, ...]
    frame: Frame


def read_case(data: bytes, case_id: str, originals: Mapping[str, Original], today: dt.date, faults: Faults) -> ReadCase | None:
    """The case that `data` describes; `None` if anything is wrong with it, which `faults` then tells.

    `originals` are the reports at hand by their SHA-256.
    """
    root = parsed(data, CASE_FILE, faults)
    if root is None:
        return None
    frame = _frame(as_meant(root, _KEYS), today)
    desk = Desk(CASE_FILE, frame, faults)
    at = spelt(Place(desk, root), _KEYS)
    check_version(at)
    values = read_fields(at, _HEAD, ("gobetween", *COLLECTIONS))
    _check_kind(at, values)
    _check_ids(at)
    lists = _collections(at, originals)
    if not frame.has_unknown_roles:  # else it is unsure who is meant by `parties`
        check_namings(desk)
    if faults.found:
        return None
    case = Case(case_id, **values, **lists)
    return ReadCase(case, tuple(desk.warnings), frame)


def parsed(data: bytes, file: str, faults: Faults) -> MappingNode | None:
    """The mapping that a file consists of, or `None`; its faults are kept.

    A file with slips is given as it is with these mended, where that is sure, so that further faults can be told.
    """
    try:
        root = parse_yaml(data, file)
    except InvalidYaml as error:
        faults.add_slips(error.faults)
        if error.node is None:
            return None
        root = error.node
    if isinstance(root, MappingNode):
        return root
    empty = isinstance(root, Scalar) and root.is_null
    faults.add(Fault(file, root.line, f"found {'an empty file' if empty else 'no mapping'}; the file begins with 'gobetween: 1'"))
    return None


def check_version(at: Place) -> None:
    """Keeps a fault unless the file says the version of the format that this Gobetween reads."""
    node = entries(at.node).get("gobetween")
    if node is None:
        at.fault("'gobetween' is missing; the file begins with 'gobetween: 1', the version of its format", 1)
    elif not isinstance(node, Scalar) or node.value is True or node.value != FORMAT_VERSION:
        at.step("gobetween", node).fault(f"found {getattr(node, 'text', 'no number')!r}; this Gobetween reads version {FORMAT_VERSION}")


def entries(node: Node | None) -> dict[str, Node]:
    """The keys and nodes of a mapping; none of anything else."""
    return node.entries if isinstance(node, MappingNode) else {}


def _frame(root: MappingNode, today: dt.date) -> Frame:
    frame = Frame(today)
    for key, shape in COLLECTIONS.items():
        _take_ids(frame, shape.kind, root.entries.get(key), needs_id=shape.needs_id)
    frame.source_names = {source: source for source in frame.ids["source"]}
    for issue, node in _identified(root.entries.get("issues")):
        _take_ids(frame, f"option:{issue}", _part(node, "issues", "options"), needs_id=True)
    written = {actor: set(_roles(node)) for actor, node in _identified(root.entries.get("actors"))}
    frame.has_unknown_roles = any(not words_for <= set(RoleKind) for words_for in written.values())
    roles = {actor: {_role_meant(word) for word in words_for} for actor, words_for in written.items()}
    frame.parties = tuple(actor for actor, words_for in roles.items() if "party" in words_for)
    frame.mediators = tuple(actor for actor, words_for in roles.items() if words_for.intersection(_MEDIATING))
    frame.ids["party"] = dict.fromkeys(frame.parties)
    frame.ids["audience"] = dict.fromkeys((PUBLIC, KEEPER))
    return frame


def _take_ids(frame: Frame, kind: str, node: Node | None, *, needs_id: bool) -> None:
    """Puts the ids of a collection into the frame, with what is wrong with them."""
    found = [entry for entry, _ in _identified(node)]
    frame.ids[kind] = dict.fromkeys(found)
    if refused := [entry for entry in found if not is_id(entry)]:
        frame.refused[kind] = refused
    lacks_some = isinstance(node, SequenceNode) and len(node.items) > len(found)
    if needs_id and (lacks_some or (isinstance(node, MappingNode) and node.has_lost)):
        frame.without_id.add(kind)


def _role_meant(word: str) -> str:
    """The role that a word is, or that it is likely meant to be."""
    return word if word in set(RoleKind) else next(iter(get_close_matches(word.lower(), list(RoleKind), n=1)), word)


def _identified(node: Node | None) -> Iterator[tuple[str, Node]]:
    """Ids and nodes of a collection, as far as they can be made out."""
    yield from entries(node).items()
    if isinstance(node, SequenceNode):
        for item in node.items:
            given = entries(item).get("id")
            if isinstance(given, Scalar):
                yield given.text, item


def _part(entry: Node, collection: str, key: str) -> Node | None:
    """What stands under a key of an entry, be it misspelt."""
    shape = COLLECTIONS[collection]
    return as_meant(entry, (*shape.fields, *COMMON_KEYS)).entries.get(key) if isinstance(entry, MappingNode) else None


def _roles(actor: Node) -> Iterator[str]:
    node = _part(actor, "actors", "roles")
    several = node.items if isinstance(node, SequenceNode) else entries(node).values()
    for role in [node] if isinstance(node, Scalar) and not node.is_null else several:
        word = entries(role).get("role") if isinstance(role, MappingNode) else role
        if isinstance(word, Scalar):
            yield word.text


def _check_kind(at: Place, values: dict[str, Any]) -> None:
    """Keeps a fault where a case is said to be reported and invented; nothing that is invented lies after today."""
    if values.get("is_fictional"):
        at.frame.today = dt.date.max
        if values.get("is_reported"):
            at.fault("found 'reported' and 'fictional' both true; a case made from reports about real actors is not invented")


def _check_ids(at: Place) -> None:
    actors, persons = at.frame.ids["actor"], set(at.frame.ids["person"])
    for actor in actors:
        if actor in _RESERVED_IDS:
            at.fault(f"found an actor called '{actor}'; that word stands for an audience: choose another id")
        elif actor in persons:
            at.fault(f"found '{actor}' as an actor and as a person; choose different ids")


def _collections(at: Place, originals: Mapping[str, Original]) -> dict[str, Any]:
    lists: dict[str, Any] = {}
    for key, shape in COLLECTIONS.items():
        node = entries(at.node).get(key)
        if node is None or (isinstance(node, Scalar) and node.is_null):
            continue
        place = at.step(key, node)
        lists[key] = read_collection(place, shape)
        if key == "sources":
            lists[key] = _with_originals(place, lists[key], originals)
        if key == "issues":
            at.frame.consents.update((issue.id, issue.consents) for issue in lists[key])
    lists.update({key: tuple(parts) for key, parts in at.desk.split_off.items()})
    return lists


def _with_originals(at: Place, sources: tuple[Source, ...], originals: Mapping[str, Original]) -> tuple[Source, ...]:
    frame, completed = at.frame, []
    for source in sources:
        original = originals.get(source.sha256)
        frame.published[source.id] = source.published
        frame.source_names[source.id] = source.outlet or source.title or source.id
        if original is not None and original.text is not None:
            frame.originals[source.id] = original.text
        completed.append(evolve(source, file=original.name) if original else source)
    _check_copies(at, {source.id: source.same_story_as for source in sources})
    return tuple(completed)


def _check_copies(at: Place, copied: dict[str, str | None]) -> None:
    """Keeps a fault for every source that is, in the end, a copy of itself."""
    cleared: set[str] = set()
    for source in copied:
        path: list[str] = []
        other: str | None = source
        while other is not None and other not in cleared:
            cleared.add(other)
            path.append(other)
            other = copied.get(other)
        if other in path:
            at.fault(f"'{other}' comes out as a copy of itself; take one 'same_story_as' out", at.frame.lines["source", other])
