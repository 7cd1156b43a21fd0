"""Every step is taken up and down, with data in the store."""

import sqlite3
from contextlib import closing

import pytest

from gobetween.model.errors import RecordDamaged, StoreUnavailable
from gobetween.record.volumes import checked
from gobetween.storage.keys import passing_keys
from gobetween.storage.sqlite.connections import connect
from gobetween.storage.sqlite.journals import SqliteJournal
from gobetween.storage.sqlite.migrations import LATEST, migrate, version_of
from unit.storage.specimen_records import TALKS, entry, fill


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "talks.gobetween"
    fill(SqliteJournal(path, passing_keys())).close()
    return path


def shape(path):
    with closing(connect(path)) as connection:
        return sorted(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())


def to(path, version):
    with closing(connect(path)) as connection:
        migrate(connection, path, to=version)
        assert version_of(connection) == version


def test_a_store_of_the_first_version_reads_the_same_after_it_was_opened(store):
    journal = SqliteJournal(store, passing_keys())
    before = journal.volume(TALKS)
    journal.close()
    latest = shape(store)
    to(store, 1)
    assert len(shape(store)) < len(latest)
    journal = SqliteJournal(store, passing_keys())
    assert journal.volume(TALKS) == before
    assert shape(store) == latest
    journal.append(TALKS, [entry("g", "north")], expected={"north": 5})
    journal.keep_snapshot(TALKS, "north", 6, b"a view")
    checked(journal.volume(TALKS))
    journal.close()


@pytest.mark.parametrize("version", range(1, LATEST))
def test_every_step_down_and_up_again_leaves_the_shape_and_the_lines(store, version):
    latest = shape(store)
    with closing(connect(store)) as connection:
        lines = connection.execute("SELECT * FROM lines ORDER BY book, position").fetchall()
    to(store, version)
    with closing(connect(store)) as connection:
        assert connection.execute("SELECT * FROM lines ORDER BY book, position").fetchall() == lines
    to(store, LATEST)
    assert shape(store) == latest
    with closing(connect(store)) as connection:
        assert connection.execute("SELECT * FROM lines ORDER BY book, position").fetchall() == lines


def test_all_the_way_down_nothing_is_left(store):
    to(store, 0)
    assert shape(store) == []


def test_a_snapshot_is_lost_on_the_way_down_without_harm(store):
    journal = SqliteJournal(store, passing_keys())
    journal.keep_snapshot(TALKS, "north", 5, b"a view")
    journal.close()
    to(store, 1)
    journal = SqliteJournal(store, passing_keys())
    assert journal.snapshot(TALKS, "north") is None
    assert [line.entry.id for line in journal.book(TALKS, "north")] == ["a", "b", "d", "e", "f"]
    journal.close()


def test_a_step_that_fails_leaves_the_store_as_it_was(store):
    to(store, 1)
    before = shape(store)
    with closing(connect(store)) as connection:
        connection.execute("CREATE TABLE snapshots (in_the_way)")
    with pytest.raises(RecordDamaged):
        SqliteJournal(store, passing_keys())
    with closing(connect(store)) as connection:
        assert version_of(connection) == 1
        connection.execute("DROP TABLE snapshots")
    assert shape(store) == before
    SqliteJournal(store, passing_keys()).close()


def test_a_store_of_a_newer_gobetween_is_left_alone(store):
    with closing(connect(store)) as connection:
        connection.execute(f"PRAGMA user_version = {LATEST + 1}")
    with pytest.raises(StoreUnavailable, match="install a newer one"):
        SqliteJournal(store, passing_keys())
    with closing(connect(store)) as connection:
        assert version_of(connection) == LATEST + 1


def test_a_file_of_something_else_is_no_store(tmp_path):
    foreign = tmp_path / "other.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE other (a)")
        connection.commit()
    before = foreign.read_bytes()
    for path, content in (
        (foreign, before),
        (tmp_path / "text", b"some text, no store, of more than a hundred bytes" * 9),
        (tmp_path / "empty", b""),
    ):
        path.write_bytes(content)
        with pytest.raises(StoreUnavailable, match="no store of Gobetween's"):
            SqliteJournal(path, passing_keys())
        assert path.read_bytes() == content


def test_a_store_is_made_with_write_ahead_logging_and_its_own_mark(store):
    with closing(connect(store)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"GoBw", "big"),)
        assert version_of(connection) == LATEST
