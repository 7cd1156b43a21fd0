"""Any history: an audience's book is, byte for byte and hash for hash, what it would be had nothing happened but what it got."""

import datetime as dt
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gobetween.record.entries import Addressed, Entry
from gobetween.record.volumes import checked, entries_in_order
from gobetween.storage.exports import export_book, export_volume, read_volumes
from gobetween.storage.keys import passing_keys
from gobetween.storage.memory import MemoryJournal
from gobetween.storage.sqlite.journals import SqliteJournal

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
TALKS = "quay"
FIRST = ("north", "south", "bridge")
JOINERS = ("east", "west")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
audiences = st.frozensets(st.sampled_from((*FIRST, *JOINERS, "public")), min_size=1, max_size=3)
steps = st.lists(st.tuples(audiences, texts, st.integers(1, 2)), max_size=12)


def histories(drawn):
    """Appends, in order: who joins with each (whoever is first named), and the entries."""
    joined = set()
    for number, (audience, text, count) in enumerate(drawn):
        joins = [each for each in JOINERS if each in audience and each not in joined]
        joined.update(joins)
        said = [Entry(f"{number}-{each}", "said.v1", author="north", recorded=NOON, body={"text": text}) for each in range(count)]
        yield joins, [Addressed(each, audience) for each in said]


def recorded(journal, history, only=None):
    """The journal with that history; with `only`, without the entries that the audience does not get."""
    journal.begin(TALKS, dict.fromkeys(FIRST), [])
    for joins, entries in history:
        kept = [each for each in entries if only is None or each.audience & {only, "public"}]
        journal.append(TALKS, kept, expected={}, begins=dict.fromkeys(joins))
    return journal


@given(steps)
@settings(deadline=None)  # the first call imports cryptography
def test_a_book_is_what_it_would_be_without_what_others_got(drawn):
    history = list(histories(drawn))
    journal = recorded(MemoryJournal(), history)
    for audience in journal.audiences(TALKS):
        alone = recorded(MemoryJournal(), history, only=audience)
        assert journal.kept(TALKS, audience) == alone.kept(TALKS, audience)
        assert list(export_book(journal, TALKS, audience)) == list(export_book(alone, TALKS, audience))
        assert journal.book(TALKS, audience) == alone.book(TALKS, audience)


@given(steps)
@settings(deadline=None)  # the first call imports cryptography
def test_the_whole_record_tells_the_history_again(drawn):
    history = list(histories(drawn))
    volume = recorded(MemoryJournal(), history).volume(TALKS)
    assert list(entries_in_order(volume)) == [each for _, entries in history for each in entries]
    assert read_volumes(export_volume(volume), "record.jsonl") == (volume,)
    assert len(checked(volume)) == sum(len(entries) for _, entries in history)


@given(steps)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_store_keeps_the_same_bytes(drawn):
    history = list(histories(drawn))
    with tempfile.TemporaryDirectory() as folder, closing(SqliteJournal(Path(folder) / "talks", passing_keys())) as journal:
        assert recorded(journal, history).volume(TALKS) == recorded(MemoryJournal(), history).volume(TALKS)
