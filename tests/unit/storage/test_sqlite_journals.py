import sqlite3
import threading
from contextlib import closing

import pytest

from gobetween.model.errors import RecordDamaged, StoreUnavailable
from gobetween.record.volumes import checked
from gobetween.storage.keys import passing_keys
from gobetween.storage.sqlite import connections
from gobetween.storage.sqlite.faults import faults_told
from gobetween.storage.sqlite.journals import SqliteJournal
from unit.storage.specimen_records import TALKS, entry, fill


@pytest.fixture
def path(tmp_path):
    return tmp_path / "talks.gobetween"


@pytest.fixture
def journal(path):
    journal = fill(SqliteJournal(path, passing_keys()))
    yield journal
    journal.close()


def change(path, statement, *values):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement, values)
        connection.commit()


def verify(journal):
    journal.inspect()
    for talks in journal.talks():
        checked(journal.volume(talks))


def test_several_make_one_store_at_the_same_moment(path):
    failures = []
    barrier = threading.Barrier(8)

    def make(number):
        try:
            barrier.wait()
            journal = SqliteJournal(path, passing_keys())
            journal.begin(f"talks-{number}", {"north": None}, [entry("a", "north")])
            journal.close()
        except BaseException as error:  # noqa: BLE001 - whatever it is, the test shows it
            failures.append(error)

    threads = [threading.Thread(target=make, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with closing(SqliteJournal(path, passing_keys())) as journal:
        assert journal.talks() == tuple(f"talks-{number}" for number in range(8))
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


def test_one_journal_serves_several_threads(journal):
    threads = [
        threading.Thread(target=lambda number=number: journal.append(TALKS, [entry(f"t{number}", "north")], expected={}))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert journal.size(TALKS, "north") == 13
    checked(journal.volume(TALKS))


def test_a_full_disk_is_told_and_nothing_half_written(journal, path):
    before = journal.volume(TALKS)
    (pages,) = journal._connection.execute("PRAGMA page_count").fetchone()
    journal._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    big = entry("big", "public", filler="x" * 40_000)
    with pytest.raises(StoreUnavailable, match="disk is full") as refusal:
        journal.append(TALKS, [entry("small", "north"), big], expected={"north": 5})
    assert "xxx" not in str(refusal.value)
    assert journal.volume(TALKS) == before
    journal._connection.execute("PRAGMA max_page_count = 100000")
    journal.append(TALKS, [big], expected={"north": 5})
    checked(journal.volume(TALKS))


def test_a_store_that_others_hold_is_told_after_some_patience(journal, path, monkeypatch):
    monkeypatch.setattr(connections, "PATIENCE_S", 0.05)
    other = SqliteJournal(path, passing_keys())
    journal._connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="locked"):
        other.append(TALKS, [entry("g", "north")], expected={})
    assert other.size(TALKS, "north") == 5
    journal._connection.execute("ROLLBACK")
    other.append(TALKS, [entry("g", "north")], expected={})
    other.close()


def test_a_store_that_cannot_be_written_to_is_read_and_told(journal):
    journal._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreUnavailable, match="read-only"):
        journal.append(TALKS, [entry("g", "north")], expected={})
    assert journal.size(TALKS, "north") == 5


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("UPDATE lines SET content = CAST(replace(content, 'words of d', 'words of x') AS BLOB)", ()),
        ("UPDATE lines SET digest = zeroblob(32) WHERE position = 3", ()),
        ("UPDATE lines SET position = position + 10 WHERE position = 2", ()),
        ("DELETE FROM lines WHERE position = 2", ()),
        ("DELETE FROM lines WHERE position = 5", ()),
        ("UPDATE lines SET content = 'text' WHERE position = 1", ()),
        ("UPDATE lines SET digest = 5 WHERE position = 1", ()),
        ("UPDATE lines SET book = book + 99 WHERE position = 5", ()),
        ("DELETE FROM books WHERE audience = 'south'", ()),
        ("DELETE FROM books", ()),
        ("UPDATE books SET audience = 'west' WHERE audience = 'south'", ()),
        ("UPDATE books SET talks = 'other'", ()),
        ("UPDATE books SET key = ? WHERE audience = 'south'", (b"k" * 32,)),
        ("UPDATE books SET audience = x'ff' WHERE audience = 'south'", ()),
        ("CREATE TRIGGER hides AFTER INSERT ON lines BEGIN DELETE FROM lines WHERE content = new.content; END", ()),
        ("CREATE TABLE more (a)", ()),
        ("DROP TABLE snapshots", ()),
    ],
)
def test_whatever_is_changed_in_the_file_is_found(journal, path, statement, values):
    verify(journal)
    journal.close()
    change(path, statement, *values)
    damaged = SqliteJournal(path, passing_keys())
    with pytest.raises(RecordDamaged) as refusal:
        verify(damaged)
    assert "words" not in str(refusal.value)
    damaged.close()


def test_a_changed_line_is_not_read_as_if_it_were_sound(journal, path):
    journal.close()
    change(path, "UPDATE lines SET content = CAST(replace(content, 'words of d', 'words of x') AS BLOB)")
    damaged = SqliteJournal(path, passing_keys())
    with pytest.raises(RecordDamaged, match="line 3 of the book of north"):
        damaged.book(TALKS, "north")
    with pytest.raises(RecordDamaged):
        damaged.checkpoint(TALKS, "north", entry("x", "north").entry.recorded)
    assert [line.entry.id for line in damaged.book(TALKS, "south")] == ["a", "c", "e"]
    damaged.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE snapshots SET content = 'a lie'",
        "UPDATE snapshots SET content = x'00'",
        "UPDATE snapshots SET position = 2",
        "UPDATE snapshots SET position = 'x'",
        "UPDATE snapshots SET position = -1",
        "UPDATE snapshots SET bond = x'00'",
        "UPDATE snapshots SET bond = 'x'",
    ],
)
def test_a_snapshot_that_was_changed_is_not_given_back(journal, path, statement):
    journal.keep_snapshot(TALKS, "north", 3, b"a view")
    assert journal.snapshot(TALKS, "north") == (3, b"a view")
    change(path, statement)
    assert journal.snapshot(TALKS, "north") is None
    journal.keep_snapshot(TALKS, "north", 1, b"a view made anew")
    assert journal.snapshot(TALKS, "north") == (1, b"a view made anew")


def test_what_sqlite_says_without_a_code_is_damage(path):
    with pytest.raises(RecordDamaged, match="restore a backup"), faults_told(path):
        raise sqlite3.OperationalError("Could not decode to UTF-8 column 'x' with text 'a secret'")
