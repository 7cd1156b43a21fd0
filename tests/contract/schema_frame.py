"""A small case in which every kind of entry has ids that others may name, as a document, and how documents are written and checked."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gobetween.casefiles.decoding.yaml_nodes import Mapping as MappingNode
from gobetween.casefiles.decoding.yaml_nodes import Node, Scalar, parse_yaml
from gobetween.casefiles.documents.numbers_files import read_numbers
from gobetween.casefiles.folders import check_folder, load_case
from gobetween.casefiles.schemas.fragments import REFERS_TO
from gobetween.model.errors import InvalidCase
from strategies.schema_documents import validator

TODAY = dt.date(2031, 6, 1)
FILES = {
    "case": "case.yaml",
    "party": "parties/north.yaml",
    "assumptions": "assumptions/guess.yaml",
    "judgements": "judgements.yaml",
    "numbers": "numbers.yaml",
}

_OPTIONS = {"low": {"title": "Low"}, "high": {"title": "High"}}
FRAME: dict[str, Any] = {
    "gobetween": 1,
    "title": "The quay talks",
    "profile": "closed",
    "fictional": True,
    "sources": {"wire": {"outlet": "Coast Wire"}, "gazette-2": {}},
    "actors": {
        "north": {"name": "North", "roles": ["party"]},
        "south": {"name": "South", "roles": ["party"]},
        "bridge": {"name": "Bridge", "roles": ["mediator"]},
    },
    "persons": {"vega": {"name": "Ana Vega"}, "12": {"name": "Twelve"}},
    "rounds": {"spring": {"name": "Spring"}},
    "issues": {"toll": {"title": "Toll", "options": _OPTIONS}, "on": {"title": "On", "options": _OPTIONS}},
    "proposals": {"paper": {"name": "Paper", "by": "bridge", "held_by": "public"}},
    "phases": {"first": {"name": "First", "held_by": "public"}},
    "obligations": {name: {"actor": "north", "text": "", "held_by": "public"} for name in ("pay", "leave")},
    "positions": {"after": {"actor": "north", "stance": "claim", "text": "", "held_by": "public"}},
}
NAMES: dict[str, tuple[str, ...]] = {
    "actor": ("north", "south", "bridge"),
    "party": ("north", "south"),
    "option": ("low", "high"),
    "audience": ("public", "keeper"),
    **{
        kind: tuple(FRAME[collection])
        for kind, collection in {
            "source": "sources",
            "person": "persons",
            "round": "rounds",
            "issue": "issues",
            "proposal": "proposals",
            "phase": "phases",
            "obligation": "obligations",
            "position": "positions",
        }.items()
    },
}
FORGIVEN: dict[str, tuple[str, ...]] = {
    "ids that stand twice or are taken": (
        "found the same .* as in line",
        "under the key .*; leave 'id' out",
        "stands for an audience",
        "as an actor and as a person",
        "name each once",
    ),
    "who holds what": (
        "held by .*, but",
        "nobody in this case has that role",
        "found 'series: .*' and",
        "all of this file is",
        "is a party to the talks",
        "draws on what",
    ),
    "numbers and days in their order": (
        "is no date",
        "ends .* before it begins",
        "spans? runs? forward",
        "the first number is greater",
        "an upper end",
        "allowed: a part of the whole",
        "found '.*[0-9]{4}-[0-9]{2}.*'; allowed: 2024-02-21",
    ),
    "two that must differ": ("name two different ones", "goes from one issue to another", "two responses of one actor"),
    "words that must be those of another key": ("under 'fulfilled'", "found 'entered' with", "as a copy of itself"),
    "the file as a whole": ("must stand near the top", "ranks:", "nobody is named as saying so", "merged with itself"),
}
"""What a schema cannot say and the loader does, each with the faults that say so. Names of what is not there come on top."""
_FORGIVEN = re.compile("|".join(said for several in FORGIVEN.values() for said in several))
_PLAIN = re.compile(r"[a-z][a-z -]*[a-z]|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[1-9][0-9]*/[1-9][0-9]*|[0-9]{1,2}%")


def written(document: Mapping[str, Any], *, plainly: bool) -> str:
    """The document as YAML: a key a line, what stands under it in JSON, words without quotation marks where that means the same."""
    return "".join(f"{key}: {_written(each, plainly=plainly)}\n" for key, each in document.items())


def _written(value: Any, *, plainly: bool) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)}: {_written(each, plainly=plainly)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_written(each, plainly=plainly) for each in value) + "]"
    if isinstance(value, str) and plainly and _PLAIN.fullmatch(value) and value not in ("null", "true", "false"):
        return value
    return json.dumps(value)


def instance(text: str | bytes) -> Any:
    """What a file means to a program that takes YAML for JSON, as editors do."""
    return _value(parse_yaml(text if isinstance(text, bytes) else text.encode(), "a.yaml"))


def _value(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, MappingNode):
        return {key: _value(each) for key, each in node.entries.items()}
    return [_value(each) for each in node.items]


def faults_of(folder: Path, kind: str, text: str) -> list[str]:
    """The faults of a file of that kind in a folder with the frame; forgiven ones are left out."""
    for name, content in {"case.yaml": written(FRAME, plainly=True), FILES[kind]: text}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    try:
        if kind == "numbers":
            case = load_case(folder, today=TODAY).case
            read_numbers(folder / FILES[kind], "north", case, TODAY)
        else:
            check_folder(folder, today=TODAY)
    except InvalidCase as error:
        return list(error.faults) or [str(error)]
    return []


def unforgiven(faults: list[str]) -> list[str]:
    """The faults that a schema should have found."""
    return [fault for fault in faults if not _FORGIVEN.search(fault)]


def unknown_names(kind: str, document: Any) -> list[Any]:
    """What stands where an entry is named, and is the id of none."""
    root = validator(kind)
    return list(_unknown(root, root.schema, document))


def _unknown(root: Any, schema: Any, value: Any) -> Iterator[Any]:
    if "$ref" in schema:
        yield from _unknown(root, root.schema["$defs"][schema["$ref"].removeprefix("#/$defs/")], value)
    if REFERS_TO in schema and not isinstance(value, dict | list) and _is_unknown(schema[REFERS_TO], str(value)):
        yield value
    for each in schema.get("allOf", ()):
        yield from _unknown(root, each, value)
    fitting = [each for each in schema.get("anyOf", ()) if root.evolve(schema={"$defs": root.schema["$defs"], **each}).is_valid(value)]
    if fitting:
        yield from min((list(_unknown(root, each, value)) for each in fitting), key=len)
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _unknown(root, schema.get("propertyNames", {}), key)
            yield from _unknown(root, schema.get("properties", {}).get(key, schema.get("additionalProperties") or {}), each)
    if isinstance(value, list) and "items" in schema:
        for each in value:
            yield from _unknown(root, schema["items"], each)


def _is_unknown(kinds: list[str], word: str) -> bool:
    if "words" in kinds:
        return word not in NAMES["source"] and re.fullmatch(r"[a-z0-9]+(-+[a-z0-9]+)+", word) is not None
    return not any(word.partition("@")[0].strip() in NAMES[kind] for kind in kinds)
