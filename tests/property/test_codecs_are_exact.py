"""What is written into the record is read back exactly, for every class that a case may hold, with any of its attributes."""

import datetime as dt
import json
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from attrs import NOTHING, fields, has, resolve_types
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gobetween.model.cases import Case
from gobetween.model.dates import DateBasis, When
from gobetween.model.evidence import Account, Confidence
from gobetween.model.passages import Passage, Span
from gobetween.record.canonical import canonical
from gobetween.record.codecs import decode, decode_all, encode

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
whole_numbers = st.integers(-(2**63), 2**63) | st.sampled_from([0, 1, -1, 2**53 - 1, 2**53, -(2**53)])
fractions = st.fractions(max_denominator=10**6)
dates = st.dates()
zones = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=5, minutes=30))])
moments = st.datetimes(timezones=zones).filter(lambda moment: 1 < moment.year < 9999)
spans = st.tuples(st.integers(0, 10**6), st.integers(1, 10**4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@st.composite
def _whens(draw: Any) -> When:
    ends = sorted(draw(st.lists(dates, min_size=2, max_size=2)))
    first, last = (draw(st.sampled_from([end, None])) for end in ends)
    inference = draw(texts.filter(bool))
    if first is None and last is None:
        return When(basis=DateBasis.UNKNOWN, inference=draw(st.sampled_from(["", inference])))
    return When(first, last, basis=draw(st.sampled_from([DateBasis.STATED, DateBasis.INFERRED])), inference=inference)


OWN = {
    bool: st.booleans(),
    str: texts,
    int: whole_numbers,
    Fraction: fractions,
    dt.date: dates,
    dt.datetime: moments,
    type(None): st.none(),
    When: _whens(),
    Span: spans,
    Confidence: st.builds(
        Confidence, st.integers(0, 100), st.lists(texts, max_size=2).map(tuple), measured_on=st.none() | whole_numbers
    ),
    Passage: st.builds(Passage, texts, st.lists(spans, min_size=1, max_size=2).map(tuple)),
}


@cache
def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of that type."""
    if kind in OWN:
        return OWN[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return st.one_of([values(each) for each in arguments])
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if origin is frozenset:
        return st.frozensets(values(arguments[0]), max_size=3)
    if origin is Mapping:
        return st.dictionaries(texts, values(arguments[1]), max_size=2)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    assert has(kind), kind
    resolve_types(kind)
    parts = {each.name: values(each.type) for each in fields(kind)}
    needed = {each.name: parts[each.name] for each in fields(kind) if each.default is NOTHING}
    optional = {name: part for name, part in parts.items() if name not in needed}
    return st.fixed_dictionaries(needed, optional=optional).map(lambda named: kind(**named))


def _kinds() -> list[type[Any]]:
    held = [get_args(hint)[0] for hint in get_type_hints(Case).values() if get_origin(hint) is tuple]
    return [*held, Account]


def _through_bytes(value: Any) -> Any:
    return json.loads(canonical(encode(value)))


@pytest.mark.parametrize("kind", _kinds(), ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], derandomize=True)
def test_a_value_is_read_back_as_it_was_written(kind, data):
    value = data.draw(values(kind))
    read = decode(_through_bytes(value), kind)
    assert read == value
    assert _exactly(read) == _exactly(value)
    assert canonical(encode(read)) == canonical(encode(value))
    assert decode_all([_through_bytes(value)] * 2, kind) == [value, value]


def _exactly(value: Any) -> Any:
    """The value with the classes of all its parts, so that 1, True and Fraction(1) are told apart."""
    if has(type(value)):
        return type(value), [(each.name, _exactly(getattr(value, each.name))) for each in fields(type(value))]
    if isinstance(value, tuple):
        return [_exactly(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _exactly(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return frozenset((type(each), each) for each in value)
    return type(value), value
