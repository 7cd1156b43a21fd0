"""Ids as a folder may have them: a record's `union/offer-1` is written `union--offer-1`, wherever it is named.

Where there is a slash, an underscore becomes a hyphen too: `union/red_lines/wage` is `union--red-lines--wage`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from enum import Enum
from typing import Any

from attrs import evolve, fields, has

from gobetween.casefiles.decoding.field_readers import is_id
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.items import Item

_WORDS = frozenset({
    "text", "note", "title", "name", "term", "question", "inference", "words", "place",
    "aliases", "adjectives", "outlet", "sha256", "file",
})  # fmt: skip
"""Attributes that never hold an id; an id with a slash that stands in any other is hardly a word."""


def with_written_ids(case: Case, kept: Collection[str] = ()) -> Case:
    """The case with `--` for every `/` in the ids of its entries and in whatever names them, but for the ids that are `kept`.

    Raises:
        InvalidCase: an id is none that a folder may have, or two entries would have the same.
    """
    names = {item.id: _written(item.id) for item in _all_items(case) if item.id not in kept}
    for name, written in names.items():
        if not is_id(written):
            raise InvalidCase(f"'{name}' cannot be an id in a case folder: lower-case letters, digits and hyphens, 80 at most")
    changed = {name: written for name, written in names.items() if name != written}
    return _checked(_renamed(case, changed) if changed else case)


def _written(name: str) -> str:
    return name.replace("/", "--").replace("_", "-") if "/" in name else name


def _all_items(case: Case) -> list[Item]:
    items = [item for _, item in case.items()]
    return (
        items + [option for issue in case.issues for option in issue.options] + [each for it in case.proposals for each in it.versions]
    )


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else names.get(value, value)
    if isinstance(value, tuple | frozenset):
        return type(value)(_renamed(each, names) for each in value)
    if isinstance(value, Mapping):
        return {_renamed(key, names): _renamed(each, names) for key, each in value.items()}
    if not has(type(value)):
        return value
    attributes = [each for each in fields(type(value)) if each.name not in _WORDS]
    changes = {each.alias: _renamed(getattr(value, each.name), names) for each in attributes}
    return evolve(value, **changes)


def _checked(case: Case) -> Case:
    """The case, unless two entries of a list have the same id; roles, offices, options and versions are lists of their wholes'."""
    found = Counter(
        (name, getattr(item, {"roles": "actor", "offices": "person"}.get(name, ""), ""), item.id) for name, item in case.items()
    )
    found.update(("options", issue.id, option.id) for issue in case.issues for option in issue.options)
    found.update(("versions", proposal.id, version.id) for proposal in case.proposals for version in proposal.versions)
    for (name, _, entry_id), count in found.items():
        if count > 1:
            raise InvalidCase(f"{name}: {count} entries would be called '{entry_id}' in a case folder ('/' is written '--' there)")
    return case
