"""Archives: every file in them by itself, and nothing that they try."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile

import pytest

from gobetween.reading.inputs import Part, Refused, limits, parts_of
from specimen_inputs import tar_of, zip_of


def opened(name, data):
    """The names of the parts, and the refusals by name."""
    found = list(parts_of(name, data))
    return [part.name for part in found if isinstance(part, Part)], {
        each.name: each.reason for each in found if isinstance(each, Refused)
    }


def test_files_in_a_zip_are_parts_with_their_own_bytes():
    found = list(parts_of("papers.zip", zip_of({"may/a.txt": b"one", "b.html": b"<p>two</p>"})))
    assert [(part.name, part.data, part.medium) for part in found] == [
        ("papers.zip/may/a.txt", b"one", "text"),
        ("papers.zip/b.html", b"<p>two</p>", "text"),
    ]


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_files_in_a_tar_are_parts_packed_or_not(mode):
    assert opened("papers.tar.gz", tar_of({"may/a.txt": b"one", "./b.txt": b"two"}, mode=mode)) == (
        ["papers.tar.gz/may/a.txt", "papers.tar.gz/b.txt"],
        {},
    )


def test_a_single_packed_file_is_named_as_what_it_was():
    assert [(part.name, part.data) for part in parts_of("b/a.txt.gz", gzip.compress(b"words"))] == [("b/a.txt.gz/a.txt", b"words")]


def test_an_archive_is_known_by_its_content_whatever_its_name():
    assert opened("download", zip_of({"a.txt": b"one"}))[0] == ["download/a.txt"]


def test_archives_within_archives_are_opened_twice_and_no_deeper():
    inner = zip_of({"deep.zip": zip_of({"too-deep.zip": zip_of({"a.txt": b"one"}), "b.txt": b"two"})})
    parts, refusals = opened("outer.zip", zip_of({"inner.zip": inner, "c.txt": b"three"}))
    assert parts == ["outer.zip/c.txt"]
    assert "unpack the outer ones" in refusals["outer.zip/inner.zip/deep.zip/too-deep.zip"]


def test_what_is_no_report_is_refused_by_name_and_the_rest_is_read():
    parts, refusals = opened("a.zip", zip_of({"photo.jpg": b"", "README.md": b"x", "a.txt": b"one"}))
    assert parts == ["a.zip/a.txt"]
    assert refusals == {"a.zip/photo.jpg": "a picture", "a.zip/README.md": "a note about the folder"}


def test_hidden_files_and_what_a_mac_adds_are_left_alone():
    assert opened("a.zip", zip_of({".DS_Store": b"x", "__MACOSX/._a.txt": b"x", "a/.git/config": b"x", "d/": b"", "a.txt": b"1"})) == (
        ["a.zip/a.txt"],
        {},
    )


def test_paths_that_lead_out_are_refused_and_absolute_ones_lose_their_root():
    files = {"../up.txt": b"x", "a/../../up.txt": b"x", "/etc/abs.txt": b"x"}
    parts, refusals = opened("a.tar", tar_of(files))
    assert parts == ["a.tar/etc/abs.txt"]
    assert list(refusals) == ["a.tar/../up.txt", "a.tar/a/../../up.txt"]
    assert all("leads out of the archive" in reason for reason in refusals.values())


def test_links_and_devices_are_refused():
    kinds = {"soft": tarfile.SYMTYPE, "hard": tarfile.LNKTYPE, "device": tarfile.CHRTYPE, "pipe": tarfile.FIFOTYPE}
    parts, refusals = opened("a.tar", tar_of({"a.txt": b"one"}, **kinds))
    assert parts == ["a.tar/a.txt"]
    assert [reason.split(",")[0] for reason in refusals.values()] == [
        "a link",
        "a link",
        "not a plain file (a device",
        "not a plain file (a device",
    ]


def test_a_link_in_a_zip_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "a link" in opened("a.zip", made.getvalue())[1]["a.zip/link.txt"]


def test_names_are_shown_in_letters_that_can_be_printed():
    parts, _ = opened("a.zip", zip_of({"a\x1b[31m.txt": b"1", "b\u202etxt.exe.txt": b"2"}))
    assert parts == ["a.zip/a\\x1b[31m.txt", "a.zip/b\\u202etxt.exe.txt"]


def test_endless_names_are_shortened_and_stay_apart():
    parts, _ = opened("a.zip", zip_of({"n" * 5000 + "1.txt": b"1", "n" * 6000 + "1.txt": b"2"}))
    assert all(len(name) < 220 for name in parts)
    assert len(set(parts)) == 2


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_told_apart():
    assert opened("a.zip", zip_of([("a.txt", b"1"), ("a.txt", b"2")]))[0] == ["a.zip/a.txt", "a.zip/a.txt (2)"]


def test_a_file_that_would_unpack_to_far_more_than_its_size_is_refused():
    parts, refusals = opened("bomb.zip", zip_of({"a.txt": b"0" * 4_000_000, "b.txt": b"words"}))
    assert parts == ["bomb.zip/b.txt"]
    assert "times its size" in refusals["bomb.zip/a.txt"]


def test_a_file_beyond_the_size_of_a_report_is_refused():
    _, refusals = opened("a.tar", tar_of({"a.txt": b"x" * 5_000_001}))
    assert refusals["a.tar/a.txt"].startswith("5,000,001 bytes, and a file of this kind may have 5,000,000")


def test_a_size_that_lies_does_not_let_more_through():
    packed = bytearray(zip_of({"a.txt": b"0" * 6_000_000}))
    small = (100).to_bytes(4, "little")
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = packed.index(mark) + place
        packed[at : at + 4] = small
    parts, refusals = opened("a.zip", bytes(packed))
    assert not parts
    assert "a.zip/a.txt" in refusals


def test_unpacking_stops_at_what_one_file_may_hold(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 12_000)
    files = {f"{number}.txt": bytes(range(256)) * 5 for number in range(15)}
    for name, data in (("a.zip", zip_of(files)), ("a.tar.gz", tar_of(files, mode="w:gz"))):
        parts, refusals = opened(name, data)
        assert len(parts) < 10
        assert "the rest is not read" in refusals[name]


def test_an_archive_of_too_many_files_is_read_as_far_as_allowed(monkeypatch):
    monkeypatch.setattr(limits, "MOST_MEMBERS", 3)
    parts, refusals = opened("a.tar", tar_of({f"{number}.txt": b"x" for number in range(5)}))
    assert len(parts) == 3
    assert refusals["a.tar"].startswith("holds more than 3 reports")


def test_a_locked_file_is_refused():
    packed = bytearray(zip_of({"a.txt": b"words"}))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in opened("a.zip", bytes(packed))[1]["a.zip/a.txt"]


def test_a_damaged_file_does_not_cost_the_others():
    packed = bytearray(zip_of({"a.txt": b"words " * 100, "b.txt": b"more words"}))
    packed[45] ^= 0xFF
    parts, refusals = opened("a.zip", bytes(packed))
    assert parts == ["a.zip/b.txt"]
    assert "cannot be unpacked" in refusals["a.zip/a.txt"]


@pytest.mark.parametrize("keep", [30, 60, 100])
def test_an_archive_that_was_cut_off_is_a_refusal(keep):
    _, refusals = opened("a.zip", zip_of({"a.txt": bytes(range(256)) * 9})[:keep])
    assert "broken" in refusals["a.zip"]
    parts, refusals = opened("a.tgz", tar_of({"a.txt": bytes(range(256)) * 9}, mode="w:gz")[:keep])
    assert not parts
    assert refusals


def test_a_header_that_claims_gigabytes_takes_no_memory():
    entry = tarfile.TarInfo("a.txt")
    entry.type, entry.size = tarfile.XHDTYPE, 8_000_000_000
    packed = gzip.compress(entry.tobuf(format=tarfile.GNU_FORMAT) + b"0" * 10_000)
    assert not opened("a.tar.gz", packed)[0]


def test_an_office_document_that_is_no_docx_says_what_to_save_it_as():
    assert "save it as DOCX" in opened("table.zip", zip_of({"[Content_Types].xml": b"", "xl/workbook.xml": b""}))[1]["table.zip"]
    assert "save it as DOCX" in opened("letter", zip_of({"mimetype": b"application/vnd.oasis.opendocument.text"}))[1]["letter"]


def test_an_empty_archive_has_no_parts():
    assert opened("a.zip", zip_of({})) == ([], {})
