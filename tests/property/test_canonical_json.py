"""The quick way of writing canonical JSON writes, byte for byte, what RFC 8785 wants."""

import json

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.record.canonical import canonical

texts = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ['\x00\x1f\x7f"\\/\b\f\n\r\t', "\u2028\ufeff\uffff", "𝄞\ue000", ""]
)
numbers = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-(2.0**50), 2.0**50)
scalars = st.none() | st.booleans() | texts | numbers
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=12)


@given(values)
@settings(deadline=None)
def test_it_is_what_the_reference_writes(value):
    assert canonical(value) == rfc8785.dumps(value)


@given(values)
@settings(deadline=None)
def test_what_was_written_is_read_back_and_written_again_alike(value):
    assert canonical(json.loads(canonical(value))) == canonical(value)


def test_names_are_sorted_by_utf_16_where_that_differs_from_code_points():
    assert canonical({"\ue000": 1, "𝄞": 2}) == '{"𝄞":2,"\ue000":1}'.encode()


@pytest.mark.parametrize(
    "value",
    [
        2**53,
        -(2**53),
        float("nan"),
        float("inf"),
        "\ud800",
        {"\ud800": 1},
        {1: 2},
        {None: 1},
        {1.5: 1},
        {True: 1},
        object(),
        {"a": b"bytes"},
    ],
    ids=range(12),
)
@pytest.mark.parametrize("wrap", [lambda value: value, lambda value: [value], lambda value: {"a": [1, value]}])
def test_what_has_no_canonical_form_is_refused(value, wrap):
    with pytest.raises(ValueError, match="canonical JSON") as refusal:
        canonical(wrap({"secret": value} if isinstance(value, str) else value))
    assert "secret" not in str(refusal.value)


def test_what_is_too_deep_is_refused():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ValueError, match="canonical JSON"):
        canonical(deep)
