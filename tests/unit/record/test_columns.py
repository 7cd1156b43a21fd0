"""Values in columns come back as they were, and what says no columns is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gobetween.model.caucuses import Told, ToldKind
from gobetween.model.dates import on
from gobetween.model.errors import RecordDamaged
from gobetween.model.issues import Link
from gobetween.record.columns import from_columns, in_columns

DAYS = [on(dt.date(2031, 3, day)) for day in (1, 2)]
told = st.builds(
    Told,
    st.text(max_size=3),
    to=st.lists(st.sampled_from(["bridge", "ferry"]), max_size=2).map(tuple),
    text=st.sampled_from(["one", "two", "three"]),
    kind=st.sampled_from(ToldKind),
    when=st.sampled_from(DAYS),
    options=st.frozensets(st.sampled_from(["half", "full"])),
    is_red_line=st.booleans(),
)


@given(st.lists(told, max_size=30).map(tuple))
def test_values_come_back_from_their_columns(values: tuple[Told, ...]) -> None:
    assert from_columns(in_columns(values), Told) == values


def test_what_all_have_is_said_once_and_what_recurs_is_pointed_to() -> None:
    values = tuple(Told(f"north/{number}", to=("bridge",), text="one" if number % 2 else "two") for number in range(20))
    columns = in_columns(values)["columns"]
    assert columns["to"] == {"all": ["bridge"]}
    assert columns["text"]["of"] == ["two", "one"]
    assert len(columns["id"]["each"]) == 20
    assert "handling" not in columns  # its default in all


def test_values_that_cannot_be_compared_by_hash_are_said_one_by_one() -> None:
    links = tuple(Link(f"link-{number}", if_chosen={"toll": frozenset({"half"})}) for number in range(3))
    assert from_columns(in_columns(links), Link) == links


@pytest.mark.parametrize(
    "said",
    [
        None,
        {},
        {"count": 2, "columns": {"id": {"each": ["a"]}, "to": {"all": []}, "text": {"all": "x"}}},
        {"count": 1, "columns": {"id": {"each": [3]}, "to": {"all": []}, "text": {"all": "x"}}},
        {"count": 1, "columns": {"colour": {"all": "red"}}},
        {"count": 1, "columns": {"id": {"of": ["a"], "at": [1]}}},
    ],
)
def test_what_says_no_columns_is_refused(said: object) -> None:
    with pytest.raises(RecordDamaged):
        from_columns(said, Told)
