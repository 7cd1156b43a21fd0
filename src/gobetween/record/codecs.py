"""Between the model's values and what JSON can say: exact, without defaults, and quick.

What is written depends on the value alone, what is read on the class that is asked for:

    None, true and false, text    themselves
    whole numbers                 themselves; beyond 2**53 the digits as text
    fractions                     "5/2", and "3/1" for the fraction that is whole
    dates, moments                ISO 8601, moments in UTC
    enumerations                  their value
    tuples, lists                 a list
    frozen sets                   a list, sorted
    mappings                      an object, whose order is not kept
    attrs classes                 an object: the attributes by name, but for those that hold their default
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from gobetween.model.errors import RecordDamaged
from gobetween.record.entries import Json
from gobetween.record.pauses import collection_paused
from gobetween.record.readers import reader_of
from gobetween.record.writers import write

Value = TypeVar("Value")
_FAULTS = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError)


def encode(value: Any) -> Json:
    """A value of the model as JSON says it.

    Raises:
        ValueError: a moment says no time zone.
        TypeError: the value is of a class that has no form in JSON.
    """
    return write(value)


def decode(body: Json, kind: type[Value]) -> Value:
    """The value of that class which the JSON says; nothing is made of another class to make it fit.

    Raises:
        RecordDamaged: it says none.
    """
    try:
        return cast("Value", _reader(kind)(body))
    except _FAULTS as error:
        raise _damaged(kind) from error


def decode_all(bodies: Iterable[Json], kind: type[Value]) -> list[Value]:
    """The values of that class which these say, in order; quicker than one by one.

    Raises:
        RecordDamaged: one says none.
    """
    read = _reader(kind)
    try:
        with collection_paused():
            return [read(body) for body in bodies]
    except _FAULTS as error:
        raise _damaged(kind) from error


def _reader(kind: Any) -> Callable[[Json], Any]:
    return reader_of(kind)


def _damaged(kind: Any) -> RecordDamaged:
    return RecordDamaged(f"an entry of the record does not say what a {getattr(kind, '__name__', kind)} says")
