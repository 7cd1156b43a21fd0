import datetime as dt

import pytest

from gobetween.model.errors import RecordDamaged
from gobetween.record.canonical import content_of, entry_of
from gobetween.record.entries import Addressed, Entry
from gobetween.record.upcasting import upcast

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
ENTRY = Entry("a1", "said.v1", author="north", recorded=NOON, body={"text": "words", "n": [1, None]})
CONTENT = b'{"author":"north","body":{"n":[1,null],"text":"words"},"id":"a1","kind":"said.v1","recorded":"2031-03-01T12:00:00Z"}'


def test_an_entry_is_kept_as_canonical_json_without_its_audience():
    assert content_of(ENTRY) == CONTENT
    assert entry_of(CONTENT) == ENTRY


def test_an_entry_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        Entry("a1", "said.v1", author="north", recorded=dt.datetime(2031, 3, 1), body={})  # noqa: DTZ001 - the point of the test


@pytest.mark.parametrize("audience", [set(), {""}, {"north", ""}])
def test_an_entry_is_for_somebody(audience):
    with pytest.raises(ValueError, match="somebody"):
        Addressed(ENTRY, frozenset(audience))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        CONTENT[:-1],
        CONTENT.replace(b'"id"', b'"if"'),
        CONTENT.replace(b"2031-03-01T12:00:00Z", b"2031-03-01T12:00:00"),
        CONTENT.replace(b"2031-03-01T12:00:00Z", b"noon"),
    ],
    ids=range(10),
)
def test_bytes_that_are_no_entry_are_damage_and_are_not_repeated(content):
    with pytest.raises(RecordDamaged) as refusal:
        entry_of(content)
    assert "words" not in str(refusal.value)


def test_an_entry_of_an_older_kind_is_read_as_the_newest_step_by_step():
    upcasts = {
        "said.v1": ("said.v2", lambda body: {"words": body["text"]}),
        "said.v2": ("told.v1", lambda body: {**body, "to": []}),
    }
    newest = upcast(ENTRY, upcasts)
    assert (newest.kind, newest.body) == ("told.v1", {"words": "words", "to": []})
    assert (newest.id, newest.author, newest.recorded) == (ENTRY.id, ENTRY.author, ENTRY.recorded)
    assert upcast(newest, upcasts) is newest
