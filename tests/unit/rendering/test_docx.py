import io
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

import pytest
from attrs import evolve

from gobetween.briefs.blocks import Brief, Cell, Listing, Paragraph, PositionPoint, PositionsPanel, PositionsPlot, Section, Table
from gobetween.briefs.one_page import one_page
from gobetween.model.errors import MissingPart
from gobetween.rendering.cited import cells
from gobetween.rendering.docx import render_docx

docx = pytest.importorskip("docx", reason="the extra documents is not installed")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def made(specimen):
    return render_docx(specimen)


@pytest.fixture(scope="module")
def document(made):
    return docx.Document(io.BytesIO(made))


def parts_of(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(made: bytes, part: str = "word/document.xml") -> str:
    return "".join(ET.fromstring(parts_of(made)[part]).itertext())  # noqa: S314 - our own file


def test_headings_are_headings_in_the_order_of_the_brief(document, specimen):
    headings = [line.text for line in document.paragraphs if line.style.name == "Heading 1"]
    numbered = [f"{number}  {section.title}" for number, section in enumerate(specimen.sections, 1)]
    assert headings == ["In essence", *numbered, "Sources", "Marks"]
    assert document.paragraphs[0].style.name == "Title"


def test_every_table_has_all_its_cells_and_a_head_on_every_page(document, specimen):
    blocks = [block for section in specimen.sections for block in section.blocks if not isinstance(block, Paragraph | Listing)]
    tables = [block if isinstance(block, Table) else block.table for block in blocks]
    assert len(document.tables) == len(tables)
    for shown, table in zip(document.tables, tables, strict=True):
        assert shown.rows[0]._tr.find(f"{WORD}trPr/{WORD}tblHeader") is not None
        assert tuple(cell.text for cell in shown.rows[0].cells) == table.columns
        for row, told in zip(shown.rows[1:], table.rows, strict=True):
            assert all(cell.text.startswith(said.text) for cell, said in zip(row.cells, told, strict=True))


def test_every_word_of_the_brief_is_in_it(made, specimen):
    text = text_of(made)
    for cell in cells(specimen):
        assert cell.text in text
        assert cell.detail in text
        assert all(each.words in text for each in cell.citations)


def test_numbers_lead_to_the_list_of_sources(made):
    body = parts_of(made)["word/document.xml"].decode()
    places = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body))
    wanted = set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', body))
    assert wanted
    assert wanted <= places


def test_the_foot_of_every_page_has_its_number_the_audience_and_the_notices(made, specimen):
    feet = [name for name in parts_of(made) if re.fullmatch(r"word/footer\d*\.xml", name)]
    text = " ".join(text_of(made, name) for name in feet)
    assert "PAGE" in text
    assert "NUMPAGES" in text
    assert "Brief for the keeper of the case" in text
    assert all(notice in text for notice in specimen.notices)


def test_drawings_are_pictures_with_words_for_those_who_cannot_see_them(made):
    described = re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', parts_of(made)["word/document.xml"].decode())
    first = [words for words in described if not words.endswith(", continued.")]
    assert len(first) == 3
    assert all("The table below holds the same." in words for words in first)
    assert sum(name.endswith(".png") for name in parts_of(made)) == len(described)


def test_a_drawing_taller_than_a_sheet_stands_in_parts():
    point = PositionPoint(0, "Union", (0,), "asks for")
    panels = tuple(PositionsPanel(f"Issue {number}", ("yes", "no"), (point,)) for number in range(20))
    table = Table("Positions", ("Issue",), rows=((Cell("x"),),))
    plot = PositionsPlot("Positions over time", "Who stood where.", stretches=("March",), panels=panels, table=table)
    written = parts_of(render_docx(Brief("T", "public", sections=(Section("p", "P", blocks=(plot,)),))))
    described = re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', written["word/document.xml"].decode())
    assert described[0].endswith("The table below holds the same.")
    assert set(described[1:]) == {"Positions over time, continued."}


def test_text_that_runs_from_right_to_left_is_set_so(document):
    turned = [line for line in document.paragraphs if line._p.find(f"{WORD}pPr/{WORD}bidi") is not None]
    assert {line.style.name for line in turned} >= {"List Bullet"}
    assert any("المجلس" in line.text for line in turned)
    assert not any("vessel" in line.text for line in turned)


def test_the_file_names_nobody_and_no_time(made, specimen):
    properties = docx.Document(io.BytesIO(made)).core_properties
    assert properties.title == specimen.title
    assert (properties.author, properties.last_modified_by, properties.comments, properties.keywords) == ("", "", "", "")
    assert {properties.created.year, properties.modified.year} == {1980}
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in parts_of(made) if "thumbnail" in name]


def test_the_same_brief_gives_the_same_bytes(made, specimen):
    assert render_docx(specimen) == made


def test_on_one_page_there_are_no_drawings_and_no_cited_words(specimen):
    made = render_docx(one_page(specimen))
    assert not [name for name in parts_of(made) if name.endswith(".png")]
    assert "remains in the city" not in text_of(made)


def test_a_letter_sheet_is_wider_and_shorter(specimen):
    sheet = docx.Document(io.BytesIO(render_docx(evolve(specimen, sections=()), paper="letter"))).sections[0]
    assert (round(sheet.page_width.mm), round(sheet.page_height.mm)) == (216, 279)


def test_without_its_library_it_says_how_to_install_it(monkeypatch):
    for name in [name for name in sys.modules if name.startswith(("docx", "gobetween.rendering.docx."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingPart, match=re.escape("pip install 'gobetween[documents]'")):
        render_docx(Brief("Talks", "public", sections=()))
