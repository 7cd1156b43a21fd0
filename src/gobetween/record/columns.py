"""Many values of one class as JSON, attribute by attribute: what is the same in all is said once, what recurs is pointed to.

Tens of thousands of entries differ in few of their attributes. Read in this form they take a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from attrs import NOTHING, fields, resolve_types

from gobetween.model.errors import RecordDamaged
from gobetween.record.codecs import encode
from gobetween.record.entries import Json
from gobetween.record.readers import reader_of

Value = TypeVar("Value")
_FEW = 4
"""Where there are on average more than so many values to a different one, the values are said once and pointed to."""


def in_columns(values: Sequence[Any]) -> Json:
    """The values, which are all of one class, as columns.

    `count` says how many there are. A column is `{"all": value}`, `{"each": [value, ...]}`, or `{"of": [value, ...], "at":
    [place, ...]}`; an attribute that has its default in all of them has none.
    """
    if not values:
        return {"count": 0, "columns": {}}
    columns = {each: [getattr(value, each.name) for value in values] for each in fields(type(values[0]))}
    return {
        "count": len(values),
        "columns": {each.name: _column(column) for each, column in columns.items() if not _is_left(each, column)},
    }


def _is_left(attribute: Any, column: list[Any]) -> bool:
    """Whether nothing but the attribute's default stands in the column; defaults that are made anew each time do not count."""
    default = attribute.default
    is_plain = default is not NOTHING and not hasattr(default, "takes_self")
    return is_plain and all(value is default or value == default for value in column)


def from_columns(said: Json, kind: type[Value]) -> tuple[Value, ...]:
    """The values of that class which the columns say.

    Raises:
        RecordDamaged: they say none.
    """
    try:
        count, columns = int(said["count"]), said["columns"]
        return _rows(kind, count, columns)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise RecordDamaged(f"columns of {kind.__name__} values do not say what they should") from error


def _column(values: list[Any]) -> Json:
    distinct = dict.fromkeys(values) if _are_hashable(values) else None
    if distinct is not None and len(distinct) == 1:
        return {"all": encode(values[0])}
    if distinct is not None and len(distinct) * _FEW < len(values):
        places = {value: place for place, value in enumerate(distinct)}
        return {"of": [encode(each) for each in distinct], "at": [places[each] for each in values]}
    return {"each": [encode(each) for each in values]}


def _are_hashable(values: list[Any]) -> bool:
    try:
        hash(tuple(values))
    except TypeError:
        return False
    return True


def _rows(kind: Any, count: int, columns: Mapping[str, Json]) -> tuple[Any, ...]:
    resolve_types(kind)
    types = {attribute.name: attribute.type for attribute in fields(kind)}
    same: dict[str, Any] = {}
    varied: dict[str, list[Any]] = {}
    for name, column in columns.items():
        read = reader_of(types[name])
        if "all" in column:
            same[name] = read(column["all"])
        elif "of" in column:
            known = [read(each) for each in column["of"]]
            varied[name] = [known[place] for place in column["at"]]
        else:
            varied[name] = [read(each) for each in column["each"]]
    if any(len(values) != count for values in varied.values()):
        raise ValueError("columns of different lengths")
    names = tuple(varied)
    if not names:
        return tuple(kind(**same) for _ in range(count))
    return tuple([kind(**same, **dict(zip(names, row, strict=True))) for row in zip(*varied.values(), strict=True)])
