import datetime as dt
import json

import pytest

from gobetween.record.canonical import content_of
from gobetween.record.entries import Addressed, Entry
from gobetween.storage.postgres.parcels import act_of, sealed_for
from gobetween.storage.sealing import keys_at_hand, new_private_key, public_key_of

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)


def said(name, *audience, **body):
    return Addressed(Entry(name, "said.v1", author="north", recorded=NOON, body=body), frozenset(audience))


def act(*entries, **keys):
    return json.loads(act_of(entries, expected={"north": 3}, begins={"east": b"\x01\x02", "west": None}, keys=keys))


def test_an_act_says_what_is_expected_who_joins_and_what_is_written_for_whom():
    told = act(said("a", "south", "north", z=1, b="ä\0"))
    assert told == {
        "expected": {"north": 3},
        "begins": [{"audience": "east", "key": "0102"}, {"audience": "west", "key": None}],
        "entries": [
            {
                "id": "a",
                "kind": "said.v1",
                "author": "north",
                "recorded": "2031-03-01T12:00:00+00:00",
                "body": '{"b":"ä\\u0000","z":1}',
                "audience": ["north", "south"],
                "sealed": {},
            }
        ],
    }


def test_only_what_is_not_public_is_sealed_and_only_for_books_with_a_key():
    private = new_private_key()
    entries = [said("a", "south", "north"), said("b", "public", "north")]
    public = public_key_of(private)
    first, second = act(*entries, north=public, south=None)["entries"]
    assert (list(first["sealed"]), second["sealed"]) == (["north"], {})
    assert keys_at_hand([private]).open(bytes.fromhex(first["sealed"]["north"]), public) == content_of(entries[0].entry)
    assert sealed_for(entries) == {"north", "south"}


def test_what_has_no_canonical_form_is_refused():
    with pytest.raises(ValueError, match="canonical"):
        act(said("a", "north", n=2**53))
