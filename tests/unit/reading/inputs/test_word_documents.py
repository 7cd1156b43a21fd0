"""DOCX: what is read of one, what is not, and what it may not do."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.dates import DateBasis
from gobetween.reading.inputs import Part, Refused, parts_of, word_documents
from specimen_inputs import docx_of, paragraph, zip_of


def text_of(body, **members):
    (part,) = parts_of("a.docx", docx_of(body, **members))
    assert isinstance(part, Part), part
    assert part.medium == "DOCX"
    return part.data.decode()


def test_paragraphs_stand_apart_and_runs_within_them_do_not():
    assert text_of(paragraph("The union ", "said ", "no.") + paragraph("Talks go on.")) == "The union said no.\n\nTalks go on."


def test_insertions_are_read_and_deletions_are_not():
    body = "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del></w:p>"
    moved = "<w:p><w:moveFrom><w:r><w:t>from</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>to</w:t></w:r></w:moveTo></w:p>"
    assert text_of(body + moved) == "new\n\nto"


def test_a_row_of_short_cells_is_a_line_and_long_cells_are_paragraphs():
    def row(*cells):
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    long = "The mediator said that " + "the talks would go on " * 5
    table = f"<w:tbl>{row(paragraph('Port'), paragraph('12 ships'))}{row(paragraph(long), paragraph('short'))}</w:tbl>"
    assert text_of(table).split("\n\n") == ["Port | 12 ships", long.strip(), "short"]


def test_tabs_of_a_style_fields_and_comments_are_no_text():
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:t>Page</w:t><w:tab/><w:t>one</w:t><w:br/><w:t>two</w:t><w:commentReference/></w:r></w:p>"
    )
    assert text_of(body, **{"word/comments.xml": b"<w:comments><w:t>secret</w:t></w:comments>"}) == "Page\tone\ntwo"


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><AlternateContent><Choice>{box}</Choice><Fallback>{box}</Fallback></AlternateContent><w:t>around</w:t></w:r></w:p>"
    )
    assert text_of(body).split("\n\n") == ["boxed", "around"]


def test_what_the_document_says_of_itself_is_a_hint():
    about = (
        "<dc:title>The plan of May</dc:title><dc:creator>A. Clerk</dc:creator><dcterms:created>2031-05-12T09:00:00Z</dcterms:created>"
    )
    (part,) = parts_of("a.docx", docx_of(paragraph("Words."), about=about))
    assert part.stated.title == "The plan of May"
    assert part.stated.authors == ()
    assert (part.stated.published.day, part.stated.published.basis) == (dt.date(2031, 5, 12), DateBasis.INFERRED)


@pytest.mark.parametrize("title", ["Microsoft Word - draft3", "Document1", "report.docx", "untitled", ""])
def test_a_title_that_a_program_wrote_is_none(title):
    (part,) = parts_of("a.docx", docx_of(paragraph("Words."), about=f"<dc:title>{title}</dc:title>"))
    assert part.stated.title is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<w:document/>", "without text"),
        (b"<w:document><w:body>", "its XML breaks in line 1"),
        (b"", "its XML breaks in line 1"),
        (b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>', "declares entities"),
        (b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>', "declares entities"),
        (b"<w:p>" * 100_000, "elements within each other"),
    ],
)
def test_a_body_that_is_broken_or_an_attack_is_refused(body, reason):
    (refusal,) = parts_of("a.docx", zip_of({"[Content_Types].xml": b"", "word/document.xml": body}))
    assert isinstance(refusal, Refused)
    assert reason in refusal.reason


def test_a_docx_that_unpacks_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(word_documents, "LARGEST_BODY", 200_000)
    (refusal,) = parts_of("a.docx", docx_of(paragraph("Words. ") * 10_000))
    assert "unpacks to more than 200,000 bytes" in refusal.reason


def test_a_docx_with_more_text_than_a_report_has_is_refused(monkeypatch):
    monkeypatch.setattr(word_documents, "LARGEST_REPORT", 1000)
    (refusal,) = parts_of("a.docx", docx_of(paragraph("words " * 300)))
    assert "letters of text; split it" in refusal.reason


def test_a_docx_in_archives_as_deep_as_any_is_read():
    nested = zip_of({"in.zip": zip_of({"a.docx": docx_of(paragraph("Words."))})})
    assert [part.name for part in parts_of("a.zip", nested)] == ["a.zip/in.zip/a.docx"]


def test_a_docx_locked_with_a_password_says_so():
    (refusal,) = parts_of("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000))
    assert "locked with a password" in refusal.reason
