"""Entries and tables as rows of plain values, ready for a data frame."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any, cast

import attrs

from gobetween.briefs.blocks import Table
from gobetween.briefs.shuttle.sayables import owner_of
from gobetween.disclosure.views import View
from gobetween.model.dates import When
from gobetween.model.items import KEEPER, PUBLIC, Item
from gobetween.model.passages import Citation
from gobetween.model.preferences import Preferences

Row = dict[str, Any]


def rows_of(items: Iterable[object], seen: View | None = None) -> list[Row]:
    """Each entry as a dictionary of its fields.

    Of entries seen in a view, `holders` are those who may be named to its audience: see `_told_holders`.

    Words stand for choices, lists for sets, text such as `"2024-02-21"` or `"2024-05-01 to 2024-05-31"` for dates, whole numbers or
    fractions for numbers, ids of sources for citations. Keys are those of `docs/reference/case-files.md` where there are any.
    """
    return [_row(each, seen) for each in items]


def rows_of_table(table: Table) -> list[Row]:
    """A table's rows: the text of each cell under its column."""
    return [{column: cell.text for column, cell in zip(table.columns, row, strict=True)} for row in table.rows]


def _row(item: object, seen: View | None = None) -> Row:
    names = [each.name for each in attrs.fields(type(cast("attrs.AttrsInstance", item)))]
    ordered = sorted(names, key=lambda name: (isinstance(item, Item) and name in LAST, 0))
    row = {name: _plain(getattr(item, name), seen) for name in ordered}
    return row if seen is None else {**row, **_told_holders(item, seen)}


def _told_holders(item: object, seen: View) -> Row:
    """Who holds an entry, as far as the audience may know.

    Whoever entrusted it knows to whom, and so does the keeper of what stands in its own `case.yaml`; everyone else learns that it is
    its own, or everybody's, not who else has it. Nobody is named whom the view does not know.
    """
    told = {each.id for each in seen.case.actors} | {KEEPER, PUBLIC}
    is_own = False
    row: Row = {}
    if isinstance(item, Item):
        whose = owner_of(item)
        is_own = whose == seen.audience or (whose is None and seen.audience == KEEPER)
        row["owner"] = item.owner if item.owner in told else None
    elif isinstance(item, Preferences):
        is_own = item.party == seen.audience or (item.assumption is not None and seen.audience == KEEPER)
        row["pooled_for"] = sorted(item.pooled_for & (told if is_own else {seen.audience, PUBLIC}))
    if isinstance(item, Item | Preferences):
        row["holders"] = sorted(item.holders & (told if is_own else {seen.audience, PUBLIC}))
    return row


LAST = ("when", "known", "citations", "owner", "holders", "note", "is_inferred")
"""What all entries have stands behind what is each kind's own."""


def _plain(value: object, seen: View | None = None) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, When):
        return "" if value.is_unknown else str(value)
    if isinstance(value, Citation):
        return value.source
    if isinstance(value, dt.date | Fraction):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(part, seen) for key, part in value.items()}
    if isinstance(value, frozenset):
        return sorted(_plain(part, seen) for part in value)
    if isinstance(value, tuple):
        return [_plain(part, seen) for part in value]
    return _row(value, seen) if attrs.has(type(value)) else value
