"""The kinds of case files, each with its schema as it is published: pieces that stand in several places once, every key explained."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from gobetween.casefiles.documents.case_file import schema_of_case
from gobetween.casefiles.documents.numbers_files import schema_of_numbers
from gobetween.casefiles.documents.party_files import schema_of_assumptions, schema_of_party_file
from gobetween.casefiles.judgement_files import schema_of_judgements
from gobetween.casefiles.schemas.fragments import Schema
from gobetween.casefiles.schemas.json_layout import laid_out
from gobetween.casefiles.schemas.meanings import meaning_of, meaning_of_key

_CONDITIONS = frozenset({"allOf", "if", "then", "else", "not"})
FOLDER = ".schemas"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


@frozen
class FileKind:
    """A kind of file: where such files lie, what they hold, and the schema that their readers make."""

    place: str
    holds: str
    schema: Callable[[], Schema]


KINDS: Mapping[str, FileKind] = {
    "case": FileKind("case.yaml", "The common frame of a case, and what was reported or noted.", schema_of_case),
    "party": FileKind("parties/<actor>.yaml", "What a party entrusted, and to whom.", schema_of_party_file),
    "assumptions": FileKind(
        "assumptions/<name>.yaml", "A keeper's guesses about preferences and about conduct after a deal.", schema_of_assumptions
    ),
    "judgements": FileKind("judgements.yaml", "What persons judged of what was read from reports.", schema_of_judgements),
    "numbers": FileKind("a file of numbers", "What packages are worth to a party of talks that are live.", schema_of_numbers),
}
"""Every kind of file that people write, by the word for it."""


def file_name(kind: str) -> str:
    """The name under which the schema of that kind is published."""
    return f"{kind}.schema.json"


def files_for_editors() -> dict[str, str]:
    """The schemas that go with a case folder, by their paths in it; Gobetween itself never reads them."""
    return {f"{FOLDER}/{file_name(kind)}": schema_text(kind) for kind in KINDS if kind != "numbers"}


def schema_line(path: str) -> str:
    """What the first line of a file of a case folder says, as a comment, so that editors find its schema there."""
    kind = {"case.yaml": "case", "parties": "party", "assumptions": "assumptions"}[path.partition("/")[0]]
    return f"yaml-language-server: $schema={'../' * path.count('/')}{FOLDER}/{file_name(kind)}"


def schema_text(kind: str) -> str:
    """The schema of that kind as JSON."""
    return laid_out(published(kind)) + "\n"


def published(kind: str) -> dict[str, Any]:
    """The schema of that kind: whole, with what it is made of under `$defs` and every key explained."""
    found = KINDS[kind]
    publication = _Publication()
    root = publication.body(found.schema(), found.place)
    head = {"$schema": _DRAFT, "title": f"Gobetween: {found.place}", "description": found.holds}
    return {**head, **root, "$defs": dict(sorted(publication.definitions.items()))}


@frozen
class _Publication:
    """A schema on its way out: what has a title becomes a reference to a definition, keys get what they mean."""

    definitions: dict[str, Any] = field(factory=dict)

    def part(self, schema: Any, whole: str) -> Any:
        """The schema, or a reference to it; `whole` is the title around it, `""` in conditions, which nobody reads for meanings."""
        if isinstance(schema, list):
            return [self.part(each, whole) for each in schema]
        if not isinstance(schema, Mapping):
            return schema
        title = schema.get("title")
        return self._reference(title, schema) if isinstance(title, str) else self.body(schema, whole)

    def _reference(self, title: str, schema: Schema) -> dict[str, str]:
        name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
        if name not in self.definitions:
            self.definitions[name] = {}  # its place is taken while it is made
            described = {"title": title, **({"description": said} if (said := meaning_of(title)) else {})}
            self.definitions[name] = {**described, **self.body({key: each for key, each in schema.items() if key != "title"}, title)}
        return {"$ref": f"#/$defs/{name}"}

    def body(self, schema: Schema, whole: str) -> dict[str, Any]:
        """What the schema says, part by part."""
        return {key: self._keyword(key, value, whole) for key, value in schema.items()}

    def _keyword(self, key: str, value: Any, whole: str) -> Any:
        if key == "properties":
            return {name: self._explained(name, self.part(each, whole), whole) for name, each in value.items()}
        return self.part(value, "" if key in _CONDITIONS else whole)

    def _explained(self, key: str, schema: dict[str, Any], whole: str) -> dict[str, Any]:
        said = meaning_of_key(whole, key) if whole else ""
        return {"description": said, **schema} if said else schema
