"""PDF: paragraphs out of lines, and refusals that say what to do."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from gobetween.model.dates import DateBasis
from gobetween.model.errors import MissingPart
from gobetween.reading.inputs import Part, Refused, parts_of, pdf
from specimen_inputs import pdf_from, pdf_of

LINES = [
    "The dockers' union said on Friday that it would meet the media-",
    "tor in the port, and that it wanted a shorter week for all crews",
    "after the cross-",
    "border talks of the long week.",
    "The employers rejected the demand on Monday.",
]


@pytest.fixture(autouse=True)
def _library():
    pytest.importorskip("pypdf")


def only(data, name="a.pdf"):
    (found,) = parts_of(name, data)
    return found


def test_lines_are_joined_to_paragraphs_and_broken_words_to_words():
    part = only(pdf_of(LINES))
    assert isinstance(part, Part)
    assert part.medium == "PDF"
    first, second = part.data.decode().split("\n\n")
    assert "meet the mediator in the port" in first
    assert "cross-border talks" in first
    assert second == "The employers rejected the demand on Monday."


def test_what_stands_at_the_edge_of_every_page_is_left_out_but_once():
    pages = [["Harbour Courier, 12 May 2031", *LINES, f"Page {number} of 3"] for number in (1, 2, 3)]
    text = only(pdf_of(*pages)).data.decode()
    assert text.split("\n\n")[0] == "Harbour Courier, 12 May 2031"
    assert text.count("Harbour Courier") == 1
    assert "Page" not in text


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    assert (
        "said that talks"
        in only(pdf_of([*LINES, "On Tuesday the mediator, who had met both of the sides, said"], ["that talks go on."])).data.decode()
    )


def test_a_pdfs_own_data_are_hints():
    stated = only(pdf_of(LINES, about="/Title (Union meets mediator) /CreationDate (D:20310512093000+02'00') /Author (clerk7)")).stated
    assert (stated.title, stated.authors) == ("Union meets mediator", ())
    assert (stated.published.day, stated.published.basis) == (dt.date(2031, 5, 12), DateBasis.INFERRED)


def test_a_pdf_without_text_is_sent_to_text_recognition():
    refusal = only(pdf_of([], []))
    assert isinstance(refusal, Refused)
    assert "scanned?" in refusal.reason
    assert "OCR" in refusal.reason


def test_pages_without_text_are_named_where_others_have_some():
    part, refusal = parts_of("a.pdf", pdf_of(LINES, [], [], []))
    assert isinstance(part, Part)
    assert refusal.reason.startswith("pages 2, 3, 4 of this PDF without text")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"\xff" * 3000, pdf_of(LINES)[:500], pdf_from([b"<< >>", b"<< >>"])])
def test_a_broken_pdf_is_a_refusal(data):
    assert isinstance(only(data), Refused)


def test_a_locked_pdf_says_so():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(LINES))))
    for password, is_open in (("secret", False), ("", True)):
        writer.encrypt(password, "owner", algorithm="RC4-128")
        made = io.BytesIO()
        writer.write(made)
        found = only(made.getvalue())
        assert isinstance(found, Part) is is_open
        assert is_open or "locked with a password" in found.reason
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(LINES))))


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_PAGES", 3)
    assert "more pages than the 3" in only(pdf_of(*[LINES] * 4)).reason
    assert "more pages than the 3" in only(pdf_of(*[LINES] * 50)).reason


def test_a_tree_of_pages_that_goes_round_is_refused():
    catalog, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R 2 0 R] >>"
    assert isinstance(only(pdf_from([catalog, pages, b"<< >>"])), Refused)


def test_drawings_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(pdf, "_MOST_COMMANDS", 1000)
    assert "take too long" in only(pdf_of(LINES, extra="0 0 m 1 1 l S " * 1000)).reason


def test_scripts_in_a_pdf_are_left_alone():
    part = only(pdf_of(LINES, catalog="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"))
    assert "alert" not in part.data.decode()


def test_without_the_library_the_refusal_says_how_to_install_it(monkeypatch):
    def missing():
        raise MissingPart("install it with: pip install 'gobetween[reading]'")

    monkeypatch.setattr(pdf, "_limited", missing)
    assert "pip install" in only(pdf_of(LINES)).reason


def test_nothing_is_said_on_the_error_stream(capfd):
    only(pdf_of(LINES)[:900])
    assert capfd.readouterr() == ("", "")


def test_a_text_that_speaks_of_pdf_is_a_text():
    assert only(b"A file of this sort begins with %PDF-1.7 and goes on from there.", "a.txt").medium == "text"
