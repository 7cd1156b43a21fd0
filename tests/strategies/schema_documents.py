"""Documents that a published schema of case files allows, drawn by walking it; what they name is drawn from what is there."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from gobetween.casefiles.schemas.fragments import REFERS_TO
from gobetween.casefiles.schemas.kinds import published

WORDS = [
    "in words",
    "a: b # c",
    "no",
    "true",
    "null",
    "12",
    "1/3",
    "60%",
    "2031-02-21",
    "'",
    'say "no"',
    "- a",
    "{a}",
    "é",
    "x" * 90,
    "two\nlines",
]
NUMBERS = [0, 1, 7, -3, 2031, 12, 0.5, 2.5, -0.25]
_ANY_ID = ("e1", "e2", "1-2", "7")
_SPANS = ("10-40", "10-40+80-96", "0-1")

Names = Mapping[str, Sequence[str]]
"""The ids that there are, by kind."""


@functools.cache
def validator(kind: str) -> Draft202012Validator:
    """The validator of a kind of file."""
    return Draft202012Validator(published(kind))


class Walker:
    """Draws what a schema allows."""

    def __init__(self, draw: st.DrawFn, kind: str, names: Names) -> None:
        self.draw = draw
        self.root = published(kind)
        self.names = names
        self.validator = validator(kind)

    def value(self, schema: Any) -> Any:
        """Any value that the schema allows, apart from conditions of keys on keys."""
        schema = self.resolved(schema)
        if REFERS_TO in schema:
            return self.reference(schema[REFERS_TO])
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.draw(st.sampled_from(schema["enum"]))
        if "anyOf" in schema:
            others = {key: each for key, each in schema.items() if key != "anyOf"}
            return self.value(self.merged(others, self.resolved(self.draw(st.sampled_from(schema["anyOf"])))))
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = self.draw(st.sampled_from(kind))
        return self.of_type(kind, schema)

    def resolved(self, schema: Any) -> dict[str, Any]:
        """The schema with what it refers to put in its place, and with all that it must be besides."""
        found = dict(schema)
        if "$ref" in found:
            found = {**self.resolved(self.root["$defs"][found.pop("$ref").removeprefix("#/$defs/")]), **found}
        if found.get("allOf") and not any("if" in each or "not" in each for each in found["allOf"]):
            for part in found.pop("allOf"):
                found = self.merged(found, self.resolved(part))
        return found

    def of_type(self, kind: str | None, schema: Mapping[str, Any]) -> Any:
        match kind:
            case "null":
                return None
            case "boolean":
                return self.draw(st.booleans())
            case "integer":
                least, most = schema.get("minimum", -(10**12)), schema.get("maximum", 10**12)
                return self.draw(st.sampled_from([least, most]) | st.integers(least, most))
            case "number":
                fitting = [each for each in NUMBERS if schema.get("minimum", each) <= each <= schema.get("maximum", each)]
                return self.draw(st.sampled_from(fitting))
            case "string":
                return self.text(schema)
            case "array":
                return self.list_of(schema)
            case "object":
                return self.mapping(schema)
        return self.draw(st.sampled_from(WORDS))

    def text(self, schema: Mapping[str, Any]) -> str:
        pattern = schema.get("pattern", r"\S")
        if pattern in (r"\S", r"^$|\S", r"[^,;\s]"):
            return self.draw(st.sampled_from(WORDS))
        if pattern.startswith("^(?:[0-9]{1,9}-"):
            return self.draw(st.sampled_from(_SPANS))  # few texts of that form run forward
        longest = schema.get("maxLength", 2000)
        return self.draw(
            st.from_regex(pattern.removeprefix("^").removesuffix("$"), fullmatch=True).filter(lambda text: len(text) <= longest)
        )

    def list_of(self, schema: Mapping[str, Any]) -> list[Any]:
        least = schema.get("minItems", 0)
        found = [self.value(schema["items"]) for _ in range(self.draw(st.integers(least, min(schema.get("maxItems", 3), 3))))]
        if not schema.get("uniqueItems"):
            return found
        return [each for place, each in enumerate(found) if each not in found[:place]]

    def mapping(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        if schema.get("additionalProperties"):
            keys = [self.key(schema["propertyNames"]) for _ in range(self.draw(st.integers(schema.get("minProperties", 0), 2)))]
            return {key: self.value(schema["additionalProperties"]) for key in keys}
        properties, required = schema.get("properties", {}), schema.get("required", [])
        optional = sorted(set(properties) - set(required))
        some = (
            self.draw(st.lists(st.sampled_from(optional), unique=True, min_size=schema.get("minProperties", 0), max_size=6))
            if optional
            else []
        )
        drawn = {key: self.value(properties[key]) for key in properties if key in some}
        drawn |= {key: self.value(self.without_null(properties[key])) for key in required}
        return self.mended(drawn, schema)

    def key(self, names: Mapping[str, Any]) -> str:
        return self.reference(names[REFERS_TO]) if REFERS_TO in names else self.draw(st.sampled_from(_ANY_ID))

    def reference(self, kinds: Sequence[str]) -> Any:
        if "words" in kinds:
            return self.draw(st.sampled_from([*self.names["source"], *WORDS]))
        return self.draw(st.sampled_from([each for kind in kinds for each in self.names[kind]]))

    def mended(self, drawn: dict[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
        """The mapping made to keep to the conditions of its keys on one another."""
        for condition in [*schema.get("allOf", ()), schema]:
            if "if" in condition:
                holds = self.validator.evolve(schema={**condition["if"], "$defs": self.root["$defs"]}).is_valid(drawn)
                drawn = self.keeping(drawn, schema, condition.get("then" if holds else "else", {}))
            elif condition is not schema:
                drawn = self.keeping(drawn, schema, condition)
        return drawn

    def keeping(self, drawn: dict[str, Any], schema: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
        for part in wanted.get("allOf", ()):
            drawn = self.keeping(drawn, schema, part)
        if "anyOf" in wanted:
            drawn = self.keeping(drawn, schema, self.draw(st.sampled_from(wanted["anyOf"])))
        for refused in wanted.get("not", {}).get("anyOf", [wanted.get("not", {})]):
            drawn = {key: each for key, each in drawn.items() if key not in refused.get("required", ())}
        for key in wanted.get("required", ()):
            if drawn.get(key) is None:
                drawn[key] = self.value(self.without_null(schema["properties"][key]))
        for key, each in wanted.get("properties", {}).items():
            if drawn.get(key) is not None and "not" not in each:
                drawn[key] = self.value(self.merged(self.without_null(schema["properties"][key]), self.without_null(each)))
        return drawn

    def merged(self, one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
        """A schema that says both; the second has the word where they differ."""
        found = {**one, **other}
        if "properties" in one or "properties" in other:
            said = {key: each for key, each in other.get("properties", {}).items() if "not" not in each}
            found["properties"] = {**one.get("properties", {}), **said}
        if "anyOf" in one and "anyOf" not in other and "type" in other:
            branches = [self.resolved(each) for each in one["anyOf"]]
            found["anyOf"] = [each for each in branches if each.get("type", other["type"]) == other["type"]]
        found["required"] = [*one.get("required", ()), *other.get("required", ())]
        return found

    def without_null(self, schema: Any) -> Any:
        found = self.resolved(schema)
        if isinstance(found.get("type"), list):
            return {**found, "type": [each for each in found["type"] if each != "null"]}
        if "anyOf" not in found:
            return found
        others = [each for each in found["anyOf"] if each != {"type": "null"}]
        return self.resolved(others[0]) if len(others) == 1 else {**found, "anyOf": others}


@st.composite
def keys_of(draw: st.DrawFn, kind: str, names: Names, *keys: str) -> dict[str, Any]:
    """Values of these keys of a file of that kind; a key may be without a value."""
    walker = Walker(draw, kind, names)
    return {key: walker.value(walker.root["properties"][key]) for key in keys}


@st.composite
def documents(draw: st.DrawFn, kind: str, names: Names) -> dict[str, Any]:
    """Whole files of that kind."""
    walker = Walker(draw, kind, names)
    return walker.mapping({key: each for key, each in walker.root.items() if key != "$defs"})
