"""Whatever the bytes and the name: parts or refusals, never an error; the same for the same."""

from __future__ import annotations

import gzip
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.reading.documents.sources import LARGEST_REPORT
from gobetween.reading.inputs import LARGEST_FILE, Part, Refused, largest_file, parts_of
from specimen_inputs import docx_of, paragraph, pdf_of, tar_of, zip_of

ENDINGS = ("txt", "html", "pdf", "docx", "eml", "xml", "rss", "atom", "jsonl", "json", "zip", "tar", "tar.gz", "gz", "bin", "")
MAIL = (
    b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nwords\n"
    b"--x\nContent-Disposition: attachment; filename=a.txt\n\nw\n--x--"
)
WHOLE = {
    "a.pdf": pdf_of(["The union said no."], ["Talks go on."]),
    "a.docx": docx_of(paragraph("The union said no."), about="<dc:title>A title</dc:title>"),
    "a.zip": zip_of({"a.txt": b"one", "b.zip": zip_of({"c.txt": b"two"})}),
    "a.tar.gz": tar_of({"a.txt": b"one"}, mode="w:gz"),
    "a.tar": tar_of({"a.txt": b"one"}),
    "a.txt.gz": gzip.compress(b"words " * 50),
    "a.eml": MAIL,
    "a.rss": b"<rss><channel><item><title>T</title><description>&lt;p&gt;w&lt;/p&gt;</description></item></channel></rss>",
    "a.jsonl": b'{"text": "one", "date": "2031-05-12"}\n{"text": "two"}\n',
}


def checked(name, data):
    found = list(parts_of(name, data))
    for each in found:
        assert isinstance(each, Part | Refused)
        assert each.name.startswith(name)
        assert isinstance(each, Part) or each.reason.strip()
        assert isinstance(each, Part) or each.reason.isprintable()
    names = [part.name for part in found if isinstance(part, Part)]
    assert len(names) == len(set(names))
    return found


@given(data=st.binary(max_size=400), ending=st.sampled_from(ENDINGS))
def test_any_bytes_under_any_name_are_parts_or_refusals(data, ending):
    checked(f"a.{ending}", data)


@pytest.mark.parametrize(
    "start", [b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"<rss>", b"<feed>", b'{"text":', b"Content-Type: multipart/"]
)
@given(data=st.binary(max_size=300))
@settings(max_examples=25)
def test_any_bytes_after_a_true_beginning_are_parts_or_refusals(start, data):
    checked("a.bin", start + data)


@pytest.mark.parametrize("name", WHOLE)
@given(data=st.data())
@settings(max_examples=40)
def test_a_file_in_which_bytes_are_changed_is_parts_or_refusals(name, data):
    whole = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    checked(name, bytes(whole[: data.draw(st.integers(1, len(whole)))]) if data.draw(st.booleans()) else bytes(whole))


@pytest.mark.parametrize("name", WHOLE)
def test_the_same_bytes_give_the_same_parts(name):
    assert checked(name, WHOLE[name]) == checked(name, WHOLE[name])
    assert any(isinstance(found, Part) for found in checked(name, WHOLE[name]))


@given(st.text(alphabet=string.printable, min_size=1).filter(lambda text: text.strip()))
def test_a_text_is_one_part_with_its_own_bytes(text):
    (part,) = parts_of("a.txt", text.encode())
    assert part == Part("a.txt", text.encode()) or text.lstrip().lower().startswith(("<rss", "<feed"))


@pytest.mark.parametrize("data", [b"", b"  \n", b"\0" * 1000])
@pytest.mark.parametrize("ending", ["txt", "pdf", "zip", "eml", "jsonl"])
def test_an_empty_file_is_left_for_the_reader_to_refuse(data, ending):
    assert list(parts_of(f"a.{ending}", data)) == [Part(f"a.{ending}", data)]


def test_only_files_that_may_hold_several_reports_or_pictures_may_be_large():
    assert largest_file("a.txt") == largest_file("page.html") == LARGEST_REPORT
    assert largest_file("A.PDF") == largest_file("a.tar.gz") == LARGEST_FILE
    assert LARGEST_REPORT < largest_file("a.eml") < LARGEST_FILE


def test_parts_come_one_by_one():
    found = parts_of("a.zip", zip_of({"a.txt": b"one", "b.txt": b"two"}))
    assert next(found) == Part("a.zip/a.txt", b"one")
