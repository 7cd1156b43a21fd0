import threading

import pytest

from gobetween.model.errors import RecordConflict, RecordDamaged, StoreUnavailable
from gobetween.record.volumes import checked
from gobetween.storage.backups import backup, restore
from gobetween.storage.exports import export_volume
from gobetween.storage.keys import passing_keys
from gobetween.storage.sqlite.journals import SqliteJournal
from unit.storage.specimen_records import TALKS, entry, fill


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "talks.gobetween"
    journal = fill(SqliteJournal(path, passing_keys()))
    journal.begin("other", {"north": None}, [entry("z", "north")])
    journal.close()
    return path


def volumes(path):
    journal = SqliteJournal(path, passing_keys(), create=False)
    found = {talks: journal.volume(talks) for talks in journal.talks()}
    journal.close()
    return found


def files(folder):
    return sorted(each.name for each in folder.iterdir())


def test_a_backup_restores_the_store_exactly(store, tmp_path):
    told = backup(store, tmp_path / "safe" / "backup.gobetween")
    assert sum(each.size for each in told) == 17
    assert restore(tmp_path / "safe" / "backup.gobetween", tmp_path / "again.gobetween") == tuple(
        sorted(told, key=lambda each: each.talks)
    )
    assert volumes(tmp_path / "again.gobetween") == volumes(store)
    assert files(tmp_path / "safe") == ["backup.gobetween"]


def test_a_backup_is_for_its_owners_eyes(store, tmp_path):
    backup(store, tmp_path / "backup.gobetween")
    restore(tmp_path / "backup.gobetween", tmp_path / "again.gobetween")
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("talks.gobetween", "backup.gobetween", "again.gobetween")} == {0o600}


def test_a_store_is_restored_from_the_export_of_all_books(store, tmp_path):
    kept = volumes(store)
    export = tmp_path / "record.jsonl"
    export.write_text("".join(line for each in kept.values() for line in export_volume(each)), encoding="utf-8", newline="\n")
    restore(export, tmp_path / "again.gobetween")
    assert volumes(tmp_path / "again.gobetween") == kept


def test_nothing_that_is_there_is_overwritten(store, tmp_path):
    kept = volumes(store)
    backup(store, tmp_path / "backup.gobetween")
    before = (tmp_path / "backup.gobetween").read_bytes()
    with pytest.raises(RecordConflict, match="left as it is"):
        backup(store, tmp_path / "backup.gobetween")
    with pytest.raises(RecordConflict, match="left as it is"):
        restore(tmp_path / "backup.gobetween", store)
    assert (tmp_path / "backup.gobetween").read_bytes() == before
    assert volumes(store) == kept


def test_a_damaged_backup_is_refused_and_leaves_nothing(store, tmp_path):
    file = tmp_path / "backup.gobetween"
    backup(store, file)
    content = file.read_bytes()
    (tmp_path / "safe").mkdir()
    for damaged in (content.replace(b"words of c", b"words of x"), content[: len(content) // 2], b"not a store at all", b""):
        file.write_bytes(damaged)
        with pytest.raises((RecordDamaged, StoreUnavailable)) as refusal:
            restore(file, tmp_path / "safe" / "again.gobetween")
        assert "words" not in str(refusal.value)
        assert files(tmp_path / "safe") == []


def test_a_damaged_store_gives_no_backup(store, tmp_path):
    content = store.read_bytes()
    assert b"words of c" in content
    store.write_bytes(content.replace(b"words of c", b"words of x"))
    (tmp_path / "safe").mkdir()
    with pytest.raises(RecordDamaged):
        backup(store, tmp_path / "safe" / "backup.gobetween")
    assert files(tmp_path / "safe") == []


def test_no_store_and_no_file_are_told(tmp_path):
    with pytest.raises(StoreUnavailable, match="no store at"):
        backup(tmp_path / "none", tmp_path / "backup.gobetween")
    with pytest.raises(StoreUnavailable, match="cannot be read"):
        restore(tmp_path / "none", tmp_path / "again.gobetween")
    assert files(tmp_path) == []


def test_a_backup_made_while_others_write_is_whole(store, tmp_path):
    stop = threading.Event()

    def write():
        journal = SqliteJournal(store, passing_keys())
        number = 0
        while not stop.is_set():
            journal.append(TALKS, [entry(f"{number}-{each}", "north", "south") for each in range(3)], expected={})
            number += 1
        journal.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            backup(store, tmp_path / f"backup-{number}")
    finally:
        stop.set()
        writer.join()
    sizes = []
    for number in range(5):
        volume = volumes(tmp_path / f"backup-{number}")[TALKS]
        checked(volume)
        assert (len(volume.books["south"]) - 3) % 3 == 0
        sizes.append(len(volume.books["south"]))
    assert sizes == sorted(sizes)


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
def test_no_store_is_put_where_parts_of_another_are_left(store, tmp_path, end):
    """SQLite would take a log that lies there for the new store's own, and write it into the store."""
    backup(store, tmp_path / "backup.gobetween")
    place = tmp_path / "again.gobetween"
    left = place.with_name(f"{place.name}{end}")
    left.write_bytes(b"of a store that was there before")
    for attempt in (
        lambda: restore(tmp_path / "backup.gobetween", place),
        lambda: backup(store, place),
        lambda: SqliteJournal(place, passing_keys()),
    ):
        with pytest.raises(StoreUnavailable, match=left.name):
            attempt()
    assert not place.exists()
    assert left.read_bytes() == b"of a store that was there before"
    left.unlink()
    restore(tmp_path / "backup.gobetween", place)
    assert volumes(place) == volumes(store)
