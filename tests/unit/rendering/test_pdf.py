import io
import re
import sys

import pytest
from attrs import evolve

from gobetween.briefs.blocks import Brief, Cell, Paragraph, Section
from gobetween.briefs.one_page import one_page
from gobetween.model.errors import MissingPart
from gobetween.rendering.pdf import PAPERS, render_pdf
from gobetween.rendering.typesetting import picture_png, size_of, typeset_pdf

pytest.importorskip("typst", reason="the extra documents is not installed")
pypdf = pytest.importorskip("pypdf", reason="the extra reading, whose library looks into PDFs here, is not installed")


@pytest.fixture(scope="module")
def made(specimen):
    return render_pdf(specimen)


@pytest.fixture(scope="module")
def reader(made):
    return pypdf.PdfReader(io.BytesIO(made.data))


def words_of(reader) -> str:
    """All its words in one line, words broken at the end of a line joined again."""
    text = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(re.sub(r"-\n|\u200b|\u00ad", "", text).split())


def brief_of(text: str) -> Brief:
    return Brief("Talks", "public", sections=(Section("a", "A", blocks=(Paragraph(Cell(text)),)),))


def test_it_is_tagged_and_says_that_it_is_pdf_ua(reader, made):
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower().startswith("en")
    assert "pdfuaid:part>1<" in reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert not made.lacks_letters


def test_it_has_its_title_and_names_nobody_and_no_time(reader, specimen):
    assert reader.metadata.title == specimen.title
    assert reader.metadata.author in (None, "")
    assert reader.metadata.creation_date is None
    assert reader.metadata.modification_date is None


def test_every_page_has_its_number_the_audience_and_the_notices(reader, specimen):
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        text = " ".join(page.extract_text().split())
        assert f"page {number} of {count}" in text
        assert "Brief for the keeper of the case" in text
        assert "no party supplied or endorsed them" in text


def test_the_words_of_the_brief_are_in_it(reader):
    text = words_of(reader)
    for said in ("no package satisfies both red lines", "council secretary, 3 September", "Unaccommodatingness", "1b met in the old"):
        assert said in text
    assert "The table below holds the same" not in text  # said to those who cannot see the drawing, and not printed


def test_sections_are_bookmarks(reader, specimen):
    titles = [each.title for each in reader.outline if not isinstance(each, list)]
    assert [title.lstrip("0123456789\u2002") for title in titles[1:-2]] == [section.title for section in specimen.sections]
    assert titles[0] == "In essence"


def test_a_report_cannot_command_the_typesetter():
    said = '#panic("x") *bold* _leaning_ $x^2$ = Heading // gone /* gone */ @label <label> \\ #read("/etc/passwd") `raw` ~ https://a.example'
    text = words_of(pypdf.PdfReader(io.BytesIO(render_pdf(brief_of(said)).data)))
    assert said.replace(" ", "") in text.replace(" ", "")


def test_a_word_of_any_length_stays_on_the_page():
    made = pypdf.PdfReader(io.BytesIO(render_pdf(brief_of("x" * 400)).data))
    lines = [line for page in made.pages for line in page.extract_text().splitlines() if "xxx" in line]
    assert len(lines) > 2
    assert sum(line.count("x") for line in lines) >= 400


def test_the_same_brief_gives_the_same_bytes(made, specimen):
    assert render_pdf(specimen).data == made.data


@pytest.mark.parametrize(("paper", "height"), [("a4", 842), ("letter", 792)])
def test_the_sheets_are_those_that_were_asked_for(paper, height):
    page = pypdf.PdfReader(io.BytesIO(render_pdf(brief_of("x"), paper=paper).data)).pages[0]
    assert paper in PAPERS
    assert round(page.mediabox.height) == height


def test_on_one_page_it_is_one_page(specimen):
    assert len(pypdf.PdfReader(io.BytesIO(render_pdf(one_page(specimen)).data)).pages) == 1


@pytest.mark.parametrize("text", ["", "مرحبا بالعالم", "בעלי הספינות", "русский и ελληνικά", "谈判", "\U00013000 \U0001f600"])
def test_no_script_is_refused(text):
    assert render_pdf(evolve(brief_of(text), title=text)).data.startswith(b"%PDF")


def test_where_no_font_has_a_letter_it_says_so(monkeypatch):
    import typst

    compiled = typst.compile

    def without_fonts_of_the_machine(*given, **how):
        return compiled(*given, **{**how, "ignore_system_fonts": True})

    monkeypatch.setattr(typst, "compile", without_fonts_of_the_machine)
    made = render_pdf(brief_of("谈判"))
    assert made.lacks_letters
    assert pypdf.PdfReader(io.BytesIO(made.data)).trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_what_is_wrong_with_a_form_is_no_matter_of_fonts():
    import typst

    with pytest.raises(typst.TypstError):
        typeset_pdf(b"#nowhere", {})


def test_a_drawing_becomes_a_picture_of_its_measures():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><rect width="9" height="9"/></svg>'
    picture = picture_png(svg, dots_per_inch=144)
    assert size_of(svg) == (40.0, 20.0)
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert width == 2 * height


def test_without_its_library_it_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingPart, match=re.escape("pip install 'gobetween[documents]'")):
        render_pdf(brief_of("x"))
