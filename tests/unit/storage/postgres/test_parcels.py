import datetime as dt

import pytest

from gobetween.record.canonical import content_of
from gobetween.record.entries import Addressed, Entry
from gobetween.storage.postgres.parcels import parcel_of, sealed_for
from gobetween.storage.sealing import keys_at_hand, new_private_key, public_key_of

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)


def said(name, *audience, **body):
    return Addressed(Entry(name, "said.v1", author="north", recorded=NOON, body=body), frozenset(audience))


def test_entries_become_columns_and_copies_in_order():
    entries = [said("a", "south", "north", z=1, b="ä"), said("b", "public", "north")]
    ids, kinds, authors, moments, bodies, numbers, audiences, sealed = parcel_of(entries, {})
    assert (ids, kinds, authors, moments) == (["a", "b"], ["said.v1"] * 2, ["north"] * 2, [NOON] * 2)
    assert bodies == ['{"b":"ä","z":1}', "{}"]
    assert list(zip(numbers, audiences, sealed, strict=True)) == [
        (1, "north", None),
        (1, "south", None),
        (2, "north", None),
        (2, "public", None),
    ]


def test_only_what_is_not_public_is_sealed_and_only_for_books_with_a_key():
    private = new_private_key()
    entries = [said("a", "south", "north"), said("b", "public", "north")]
    keys = {"north": public_key_of(private), "south": None}
    *_, sealed = parcel_of(entries, keys)
    assert [each is None for each in sealed] == [False, True, True, True]
    assert keys_at_hand([private]).open(sealed[0], keys["north"]) == content_of(entries[0].entry)
    assert sealed_for(entries) == {"north", "south"}


def test_what_has_no_canonical_form_is_refused():
    with pytest.raises(ValueError, match="canonical"):
        parcel_of([said("a", "north", n=2**53)], {})
