"""Values as JSON says them; see `codecs`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import NOTHING, Factory, fields, has

from gobetween.record.canonical import LARGEST_WHOLE_NUMBER
from gobetween.record.entries import Json

Writer: TypeAlias = Callable[[Any], Json]


def write(value: Any) -> Json:
    """The value as JSON says it.

    Raises:
        ValueError: a moment says no time zone.
        TypeError: the value is of a class that has no form in JSON.
    """
    kind = value.__class__
    writer = _WRITERS.get(kind)
    if writer is None:
        writer = _WRITERS[kind] = _writer_for(kind)
    return writer(value)


def _itself(value: Any) -> Json:
    return value


def _whole_number(value: int) -> Json:
    return value if -LARGEST_WHOLE_NUMBER <= value <= LARGEST_WHOLE_NUMBER else str(value)


def _fraction(value: Fraction) -> Json:
    return f"{value.numerator}/{value.denominator}"


def _instant(moment: dt.datetime) -> Json:
    if moment.tzinfo is None:
        raise ValueError("a time in the record says its time zone; this one has none")
    return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def _list(values: tuple[Any, ...] | list[Any]) -> Json:
    return [write(each) for each in values]


def _set(values: frozenset[Any]) -> Json:
    return sorted(write(each) for each in values)


def _mapping(values: Mapping[str, Any]) -> Json:
    return {key: write(each) for key, each in values.items()}


def _member(value: Enum) -> Json:
    return value.value


def _writer_for(kind: type[Any]) -> Writer:
    if has(kind):
        return _class_writer(kind)
    for of, writer in ((Enum, _member), (Mapping, _mapping)):
        if issubclass(kind, of):
            return writer
    raise TypeError(f"a {kind.__name__} has no form in the record")


def _class_writer(kind: type[Any]) -> Writer:
    attributes = tuple((each.name, *_default(each.default)) for each in fields(kind))

    def write_attributes(value: Any) -> Json:
        said = {}
        for name, default, default_kind in attributes:
            held = getattr(value, name)
            if held is not default and (held.__class__ is not default_kind or held != default):
                said[name] = write(held)
        return said

    return write_attributes


def _default(default: Any) -> tuple[Any, Any]:
    """A default and its class; nothing that any attribute could hold if there is none."""
    if default is NOTHING or (isinstance(default, Factory) and default.takes_self):  # type: ignore[arg-type]
        return NOTHING, NOTHING
    made = default.factory() if isinstance(default, Factory) else default  # type: ignore[arg-type]
    return made, made.__class__


_WRITERS: dict[type[Any], Writer] = {
    type(None): _itself,
    bool: _itself,
    str: _itself,
    int: _whole_number,
    Fraction: _fraction,
    dt.datetime: _instant,
    dt.date: dt.date.isoformat,
    tuple: _list,
    list: _list,
    frozenset: _set,
    set: _set,
    dict: _mapping,
}
