"""From what JSON says to values of a class that is asked for; see `codecs`.

A reader is made once for a class, out of the readers of its attributes. Small values that occur again and again (dates, citations,
sets of holders) are made once and shared: they are frozen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

from attrs import fields, has, resolve_types

from gobetween.model.dates import When
from gobetween.model.passages import Citation
from gobetween.record.entries import Json

Reader: TypeAlias = Callable[[Any], Any]

SHARED = (When, Citation)
_MOST_SHARED = 20_000


@cache
def reader_of(kind: Any) -> Reader:
    """What reads values of that class (or of the type of an attribute) from JSON.

    Raises:
        TypeError: there is no reader for it. What a reader raises is for `codecs` to translate.
    """
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _union_reader(frozenset(arguments))
    if origin is tuple and arguments[1:] == (...,):
        return _tuple_reader(arguments[0])
    if origin in (frozenset, set):
        return _set_reader(reader_of(arguments[0]))
    if origin in (Mapping, dict):
        return _mapping_reader(arguments[1])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member_reader(kind)
    if isinstance(kind, type) and has(kind):
        return _shared(_class_reader(kind)) if kind in SHARED else _class_reader(kind)
    raise TypeError(f"there is no reader for {kind}")


def _exactly(*kinds: type[Any]) -> Reader:
    def read(said: Json) -> Any:
        if said.__class__ in kinds:
            return said
        raise TypeError("not what was written")

    return read


def _text(said: Json) -> str:
    if said.__class__ is str:
        return said
    raise TypeError("not a text")


def _whole_number(said: Json) -> int:
    if said.__class__ is int:
        return said
    return int(_text(said))


def _fraction(said: Json) -> Fraction:
    numerator, slash, denominator = _text(said).partition("/")
    if not slash:
        raise ValueError("not a fraction")
    return Fraction(int(numerator), int(denominator))


def _number(said: Json) -> int | Fraction:
    return _fraction(said) if said.__class__ is str and "/" in said else _whole_number(said)


def _instant(said: Json) -> dt.datetime:
    moment = dt.datetime.fromisoformat(said)
    if moment.tzinfo is None:
        raise ValueError("not a moment in a time zone")
    return moment


_PLAIN: dict[Any, Reader] = {
    Any: lambda said: said,
    type(None): _exactly(type(None)),
    bool: _exactly(bool),
    str: _text,
    int: _whole_number,
    Fraction: _fraction,
    dt.date: dt.date.fromisoformat,
    dt.datetime: _instant,
}


def _union_reader(kinds: frozenset[Any]) -> Reader:
    nothing = type(None)
    if kinds - {nothing} == {int, Fraction}:
        read: Reader = _number
    elif len(kinds - {nothing}) == 1:
        read = reader_of(next(iter(kinds - {nothing})))
    else:
        raise TypeError("there is no reader for a choice of classes")
    return (lambda said: None if said is None else read(said)) if nothing in kinds else read


def _tuple_reader(kind: Any) -> Reader:
    if kind is str:
        return _texts
    read = reader_of(kind)

    def read_all(said: Json) -> tuple[Any, ...]:
        if said.__class__ is not list:
            raise TypeError("not a list")
        return tuple([read(each) for each in said])

    return read_all


def _texts(said: Json) -> tuple[str, ...]:
    if said.__class__ is not list:
        raise TypeError("not a list")
    for each in said:
        if each.__class__ is not str:
            raise TypeError("not a text")
    return tuple(said)


def _set_reader(read: Reader) -> Reader:
    made: dict[tuple[Json, ...], frozenset[Any]] = {}

    def read_set(said: Json) -> frozenset[Any]:
        if said.__class__ is not list:
            raise TypeError("not a list")
        key = tuple(said)
        found = made.get(key)
        if found is None:
            found = frozenset([read(each) for each in said])
            _keep(made, key, found)
        return found

    return read_set


def _mapping_reader(kind: Any) -> Reader:
    read = reader_of(kind)

    def read_mapping(said: Json) -> dict[str, Any]:
        return {key: read(each) for key, each in said.items()}

    return read_mapping


def _member_reader(kind: type[Enum]) -> Reader:
    return {member.value: member for member in kind}.__getitem__


def _class_reader(kind: type[Any]) -> Reader:
    resolve_types(kind)
    readers = {each.name: reader_of(each.type) for each in fields(kind)}

    def read_attributes(said: Json) -> Any:
        return kind(**{name: readers[name](each) for name, each in said.items()})

    return read_attributes


def _shared(read: Reader) -> Reader:
    made: dict[tuple[tuple[str, Json], ...], Any] = {}

    def read_shared(said: Json) -> Any:
        for each in said.values():
            if each.__class__ is list:
                return read(said)
        key = tuple(said.items())
        found = made.get(key)
        if found is None:
            found = read(said)
            _keep(made, key, found)
        return found

    return read_shared


def _keep(made: dict[Any, Any], key: Any, value: Any) -> None:
    if len(made) >= _MOST_SHARED:
        made.clear()
    made[key] = value
