"""Every flipped bit that changes what a store or an export says is found by verification: there is none that goes unseen."""

import random
import shutil
from contextlib import closing

import pytest

from gobetween.model.errors import RecordDamaged, StoreUnavailable
from gobetween.record.volumes import checked
from gobetween.storage.exports import export_volume, read_lines, read_volumes
from gobetween.storage.keys import passing_keys
from gobetween.storage.sealing import new_private_key, public_key_of
from gobetween.storage.sqlite.journals import SqliteJournal
from gobetween.storage.verifications import verify_offline, verify_talks
from unit.storage.specimen_records import TALKS, entry

FLIPS = 400
FOUND = (RecordDamaged, StoreUnavailable)


def drawing(seed):
    return random.Random(seed)  # noqa: S311 - what is drawn is to be drawn again


def filled(path):
    journal = SqliteJournal(path, passing_keys())
    journal.begin(TALKS, {"north": public_key_of(new_private_key()), "south": None, "keeper": None}, [entry("start", "public")])
    for number in range(40):
        audience = drawing(number).choice((["north"], ["south"], ["south", "keeper"], ["public"]))
        journal.append(
            TALKS, [entry(f"entry-{number}", *audience, number=number)], expected={}, begins={"east": None} if number == 20 else {}
        )
    journal.keep_snapshot(TALKS, "south", 3, b"a view of south's")
    journal.begin("other talks", {"west": None}, [entry("only", "west")])
    journal.close()


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("flips") / "talks.gobetween"
    filled(path)
    return path


def flipped(content, rng):
    place = rng.randrange(len(content) * 8)
    changed = bytearray(content)
    changed[place // 8] ^= 1 << place % 8
    return bytes(changed)


def said_by(path):
    """Everything that the store says, if it says anything."""
    with closing(SqliteJournal(path, passing_keys(), create=False)) as journal:
        volumes = {talks: journal.volume(talks) for talks in journal.talks()}
        views = {
            (talks, each): journal.snapshot(talks, each)
            for talks, volume in volumes.items()
            for each in volume.books
            if not volume.keys[each]
        }
        return volumes, views


def verify(path):
    with closing(SqliteJournal(path, passing_keys(), create=False)) as journal:
        journal.inspect()
        for talks in journal.talks():
            verify_talks(journal, talks)


def is_found(action, argument):
    try:
        action(argument)
    except FOUND as refusal:
        return "words of" not in str(refusal)
    return False


@pytest.mark.slow
def test_every_flipped_bit_that_changes_a_store_is_found(store, tmp_path):
    rng = drawing(7)
    content, said = store.read_bytes(), said_by(store)
    copy, found = tmp_path / "talks.gobetween", 0
    for _ in range(FLIPS):
        for left in tmp_path.iterdir():
            left.unlink()
        copy.write_bytes(flipped(content, rng))
        if is_found(verify, copy):
            found += 1
            continue
        volumes, views = said_by(copy)
        assert volumes == said[0]
        assert all(view in (None, said[1][place]) for place, view in views.items())  # a snapshot may be lost without harm
    assert found > FLIPS // 4
    shutil.copy(store, copy)
    assert not is_found(verify, copy)


@pytest.mark.slow
def test_every_flipped_bit_that_changes_an_export_is_found(store, tmp_path):
    rng = drawing(11)
    with closing(SqliteJournal(store, passing_keys(), create=False)) as journal:
        said = journal.volume(TALKS)
    content, file, found = "".join(export_volume(said)).encode(), tmp_path / "record.jsonl", 0
    for _ in range(FLIPS):
        file.write_bytes(flipped(content, rng))
        if is_found(lambda path: verify_offline(read_lines(path), name=path.name), file):
            found += 1
            continue
        (volume,) = read_volumes(read_lines(file), file.name)
        checked(volume)
        assert volume == said
    assert found > FLIPS * 9 // 10
