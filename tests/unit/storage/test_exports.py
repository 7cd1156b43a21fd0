import json

import pytest

from gobetween.model.errors import NotDisclosed, RecordDamaged, StoreUnavailable
from gobetween.record.checkpoints import Checkpoint
from gobetween.record.codecs import decode, encode
from gobetween.storage.exports import export_book, export_volume, read_lines, read_volumes
from gobetween.storage.memory import MemoryJournal
from gobetween.storage.sealing import new_private_key, public_key_of
from gobetween.storage.verifications import verify_book, verify_offline, verify_talks
from unit.storage.specimen_records import NOON, TALKS, fill


@pytest.fixture
def journal():
    return fill(MemoryJournal(), north=public_key_of(new_private_key()))


@pytest.fixture
def souths(journal):
    return list(export_book(journal, TALKS, "south"))


@pytest.fixture
def whole(journal):
    return list(export_volume(journal.volume(TALKS)))


def test_an_audience_exports_its_own_lines_with_their_hashes(journal, souths):
    head, *lines = map(json.loads, souths)
    assert (head["talks"], head["audience"], head["size"]) == (TALKS, "south", 3)
    assert [each["entry"]["id"] for each in lines] == ["a", "c", "e"]
    assert [each["hash"] for each in lines] == [line.digest.hex() for line in journal.kept(TALKS, "south")]


def test_an_audiences_export_tells_of_nobody_else(journal, souths):
    text = "".join(souths)
    assert not any(word in text for word in ("words of b", "words of d", "words of f", "keeper", "east", "custodian"))
    with pytest.raises(NotDisclosed):
        list(export_book(journal, TALKS, ""))


def test_an_export_is_verified_offline(journal, souths):
    (told,) = verify_offline(souths)
    assert (told.talks, told.audience, told.size, told.vouched_to) == (TALKS, "south", 3, None)
    assert told.head == journal.kept(TALKS, "south")[-1].digest.hex()


def test_an_export_goes_on_from_a_checkpoint_that_was_kept_as_text(journal, souths):
    kept = decode(json.loads(json.dumps(encode(journal.checkpoint(TALKS, "south", NOON)))), Checkpoint)
    (told,) = verify_offline(souths, kept, trusted_key=kept.key)
    assert told.vouched_to == 3


def test_a_sealed_book_is_exported_sealed_and_verified_without_any_key(journal):
    lines = list(export_book(journal, TALKS, "north"))
    assert "words of b" not in "".join(lines)
    assert verify_offline(lines)[0].size == 5


def test_an_end_that_was_cut_off_is_found_with_the_checkpoint(journal, souths):
    checkpoint = journal.checkpoint(TALKS, "south", NOON)
    cut = [souths[0].replace('"size":3', '"size":2'), *souths[1:-1]]
    assert verify_offline(cut)[0].size == 2
    with pytest.raises(RecordDamaged, match="3 lines when the checkpoint was made"):
        verify_offline(cut, checkpoint)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda lines: [*lines[:2], lines[2].replace("words of c", "words of x"), lines[3]], 3),
        (lambda lines: [*lines[:2], lines[2].replace('"n":7', '"n":8'), lines[3]], 3),
        (lambda lines: [*lines[:2], lines[3], lines[2]], 3),
        (lambda lines: [lines[0], lines[2], lines[3]], 2),
        (lambda lines: lines[:-1], 3),
        (lambda lines: [*lines, lines[-1]], 5),
        (lambda lines: lines[1:], 1),
        (lambda lines: [lines[0].replace("south", "north"), *lines[1:]], 1),
        (lambda lines: [lines[0].replace("record.v1", "record.v9"), *lines[1:]], 1),
        (lambda lines: [*lines[:3], "{"], 4),
        (lambda lines: [*lines[:3], "[]"], 4),
        (lambda lines: [*lines[:3], b"\xff\xfe\n"], 4),
        (lambda lines: [*lines[:3], lines[3].replace('"position":3', '"position":"3"')], 4),
    ],
)
def test_what_was_changed_is_found_and_its_file_and_line_named(souths, change, line):
    with pytest.raises(RecordDamaged, match=rf"south\.jsonl.*line {line}\b") as refusal:
        verify_offline(change(souths), name="south.jsonl")
    assert "words" not in str(refusal.value)


def test_an_empty_file_is_no_record():
    with pytest.raises(RecordDamaged, match="empty"):
        verify_offline([])


def test_the_whole_record_rebuilds_the_store_exactly(journal, whole):
    (read,) = read_volumes(whole, "record.jsonl")
    assert read == journal.volume(TALKS)
    rebuilt = MemoryJournal()
    rebuilt.take_in(read)
    assert rebuilt.volume(TALKS) == journal.volume(TALKS)
    assert list(export_volume(rebuilt.volume(TALKS))) == whole


def test_the_whole_record_is_verified_book_by_book_and_as_a_whole(whole, journal):
    told = verify_offline(whole, journal.checkpoint(TALKS, "south", NOON))
    assert [(each.audience, each.size, each.vouched_to) for each in told] == [
        ("east", 3, None),
        ("keeper", 3, None),
        ("north", 5, None),
        ("public", 2, None),
        ("south", 3, 3),
    ]


def test_a_book_that_was_left_out_of_the_whole_is_found(whole):
    begins = [number for number, line in enumerate(whole) if '"gobetween"' in line]
    for first, last in zip(begins[1:], [*begins[2:], len(whole)], strict=True):
        with pytest.raises(RecordDamaged):
            verify_offline([*whole[:first], *whole[last:]])
    with pytest.raises(RecordDamaged, match="own export"):
        read_volumes(whole[begins[1] :], "record.jsonl")
    with pytest.raises(RecordDamaged, match="twice"):
        read_volumes([*whole, *whole[begins[1] :]], "record.jsonl")


def test_a_checkpoint_of_another_book_vouches_for_nothing(journal, souths):
    with pytest.raises(RecordDamaged, match="does not hold the book that the checkpoint is of"):
        verify_offline(souths, journal.checkpoint(TALKS, "keeper", NOON))
    with pytest.raises(RecordDamaged, match="not of this one"):
        verify_book(journal, TALKS, "south", checkpoint=journal.checkpoint(TALKS, "keeper", NOON))


def test_a_checkpoint_of_another_key_is_not_trusted(journal, souths):
    with pytest.raises(RecordDamaged, match="signed with the key"):
        verify_offline(souths, journal.checkpoint(TALKS, "south", NOON), trusted_key="00" * 32)


def test_a_store_is_verified_book_by_book(journal):
    assert {each.audience: each.size for each in verify_talks(journal, TALKS)} == {
        "east": 3,
        "keeper": 3,
        "north": 5,
        "public": 2,
        "south": 3,
    }
    checkpoint = journal.checkpoint(TALKS, "south", NOON)
    assert verify_book(journal, TALKS, "south", checkpoint=checkpoint).vouched_to == 3


def test_lines_of_a_file_end_only_at_newlines(tmp_path, souths):
    file = tmp_path / "record.jsonl"
    file.write_text("".join(souths), encoding="utf-8", newline="\n")
    assert len(list(read_lines(file))) == 4
    assert verify_offline(read_lines(file), name=str(file))[0].size == 3
    with pytest.raises(StoreUnavailable, match="cannot be read"):
        list(read_lines(tmp_path / "none.jsonl"))
