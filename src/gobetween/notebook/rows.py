"""Entries and tables as rows of plain values, ready for a data frame."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any, cast

import attrs

from gobetween.briefs.blocks import Table
from gobetween.model.dates import When
from gobetween.model.items import Item
from gobetween.model.passages import Citation

Row = dict[str, Any]


def rows_of(items: Iterable[object]) -> list[Row]:
    """Each entry as a dictionary of its fields.

    Words stand for choices, lists for sets, text such as `"2024-02-21"` or `"2024-05-01 to 2024-05-31"` for dates, whole numbers or
    fractions for numbers, ids of sources for citations. Keys are those of `docs/reference/case-files.md` where there are any.
    """
    return [_row(each) for each in items]


def rows_of_table(table: Table) -> list[Row]:
    """A table's rows: the text of each cell under its column."""
    return [{column: cell.text for column, cell in zip(table.columns, row, strict=True)} for row in table.rows]


def _row(item: object) -> Row:
    names = [each.name for each in attrs.fields(type(cast("attrs.AttrsInstance", item)))]
    ordered = sorted(names, key=lambda name: (isinstance(item, Item) and name in LAST, 0))
    return {name: _plain(getattr(item, name)) for name in ordered}


LAST = ("when", "known", "citations", "owner", "holders", "note", "is_inferred")
"""What all entries have stands behind what is each kind's own."""


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, When):
        return "" if value.is_unknown else str(value)
    if isinstance(value, Citation):
        return value.source
    if isinstance(value, dt.date | Fraction):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, frozenset):
        return sorted(_plain(part) for part in value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return _row(value) if attrs.has(type(value)) else value
