"""Between the model's values and what JSON can say: exact, without defaults, and quick."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar

from attrs import has
from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from gobetween.model.errors import RecordDamaged
from gobetween.record.entries import Json

Value = TypeVar("Value")


def encode(value: Any) -> Json:
    """A value of the model as JSON says it: defaults left out, sets sorted, dates and fractions as text."""
    return _converter().unstructure(value)


def decode(body: Json, kind: type[Value]) -> Value:
    """The value of that class which the JSON says.

    Raises:
        RecordDamaged: it says none.
    """
    try:
        return _converter().structure(body, kind)
    except (BaseValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise RecordDamaged(f"an entry of the record does not say what a {kind.__name__} says") from error


@cache
def _converter() -> Converter:
    converter = Converter(detailed_validation=False, forbid_extra_keys=True)
    converter.register_unstructure_hook_factory(has, _writer(converter))
    converter.register_structure_hook_factory(has, _reader(converter))
    _register(converter, dt.datetime, _instant, _instant_of)
    _register(converter, dt.date, dt.date.isoformat, lambda text, _type: dt.date.fromisoformat(text))
    _register(converter, Fraction, str, lambda text, _type: Fraction(text))
    converter.register_unstructure_hook_func(lambda kind: kind == int | Fraction, _number)
    converter.register_structure_hook_func(lambda kind: kind == int | Fraction, _number_of)
    converter.register_structure_hook_func(lambda kind: kind == int | Fraction | None, _number_or_none_of)
    converter.register_unstructure_hook_func(_is_set, _sorted)
    converter.register_unstructure_hook(Fraction, str)
    return converter


def _register(converter: Converter, kind: type[Any], write: Callable[[Any], Json], read: Callable[[Json, Any], Any]) -> None:
    converter.register_unstructure_hook(kind, write)
    converter.register_structure_hook(kind, read)


def _writer(converter: Converter) -> Callable[[type[Any]], Callable[[Any], Json]]:
    return lambda kind: make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True)


def _reader(converter: Converter) -> Callable[[type[Any]], Callable[[Mapping[str, Json], Any], Any]]:
    return lambda kind: make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=False)


def _instant(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def _instant_of(text: str, _type: Any) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def _number(value: int | Fraction) -> Json:
    return str(value) if isinstance(value, Fraction) else value


def _number_of(value: Json, _type: Any) -> int | Fraction:
    return Fraction(value) if isinstance(value, str) else int(value)


def _number_or_none_of(value: Json, _type: Any) -> int | Fraction | None:
    return None if value is None else _number_of(value, _type)


def _is_set(kind: Any) -> bool:
    return getattr(kind, "__origin__", kind) in (frozenset, set)


def _sorted(values: frozenset[Any]) -> Json:
    return sorted(each.value if isinstance(each, Enum) else each for each in values)
