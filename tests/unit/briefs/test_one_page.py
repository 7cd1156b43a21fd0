"""A brief on one page: what is there stands in the whole brief, and it fits one sheet in every form."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from attrs import evolve

from gobetween.bootstrap.workshop import Workshop
from gobetween.briefs.blocks import Brief, Cell, Listing, Paragraph, Section, SourceLine, Table
from gobetween.briefs.one_page import one_page
from gobetween.briefs.sheet_room import LINES, lines_of, shortened
from gobetween.cli.services import BriefRequest
from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.passages import Citation, Span
from gobetween.rendering.cited import cells
from gobetween.rendering.html import render_html

EXAMPLES = Path(__file__).parents[3] / "examples"
VIEWS = (
    ("cairo", "keeper", None),
    ("cairo", "keeper", "quiet-first"),
    ("cairo", "egypt", None),
    ("cairo", "public", None),
    ("harbour", "keeper", None),
    ("harbour", "conciliator", "pay-first"),
    ("harbour", "harbour-master", None),
    ("harbour", "union", None),
    ("harbour", "public", None),
)
FULLEST = (VIEWS[0], VIEWS[4], VIEWS[5])  # starting a browser takes seconds
BROWSER = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


def named(view: tuple[str | None, ...]) -> str:
    return "-".join(filter(None, view))


@pytest.fixture(scope="module", params=VIEWS, ids=named)
def brief(request) -> Brief:
    case, audience, assumption = request.param
    asked = BriefRequest(EXAMPLES / case, audience=audience, assumption=assumption)
    return Workshop(dt.date(2026, 11, 22)).make_brief(asked, lambda _message: None).brief


@pytest.fixture(scope="module")
def sheet(brief: Brief) -> Brief:
    return one_page(brief)


def pages_of(pdf: bytes) -> int:
    pypdf = pytest.importorskip("pypdf", reason="the extra reading, whose library counts pages here, is not installed")
    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def words_of(text: str) -> set[str]:
    return {word.strip("“”\"'().,;:?…‘’") for word in text.split()}


def test_it_says_what_it_is_and_keeps_title_audience_day_and_notices(brief, sheet):
    assert sheet.is_one_page
    assert "one page of it" in sheet.subtitle
    for kept in ("title", "audience", "as_of", "notices"):
        assert getattr(sheet, kept) == getattr(brief, kept)


def test_it_has_who_stands_where_what_blocks_and_what_comes_next(sheet):
    names = [section.id for section in sheet.sections]
    assert names == [name for name in ("waiting", "stands", "blocked", "owed", "next") if name in names]
    assert {"stands", "blocked", "next"} <= set(names)


def test_nothing_is_on_it_that_the_whole_brief_does_not_say(brief, sheet):
    said = words_of(" ".join(f"{cell.text} {cell.detail}" for cell in cells(brief)))
    ours = words_of("an answer to awaited by asked until")
    for cell in cells(sheet):
        assert words_of(cell.text.removesuffix("…").rsplit(" ", 1)[0] if cell.text.endswith("…") else cell.text) <= said | ours
        assert not cell.detail


def test_it_cites_by_number_without_the_words(brief, sheet):
    cited = {citation.source for cell in cells(sheet) for citation in cell.citations}
    assert {citation.words for cell in cells(sheet) for citation in cell.citations} <= {""}
    assert [source.id for source in sheet.sources] == [source.id for source in brief.sources if source.id in cited]


def test_it_is_estimated_to_fit(sheet):
    assert lines_of(sheet) <= LINES


def test_its_pdf_is_one_page(sheet):
    pytest.importorskip("typst", reason="the extra documents is not installed")
    from gobetween.rendering.pdf import render_pdf

    assert pages_of(render_pdf(sheet).data) == 1


@pytest.mark.skipif(BROWSER is None, reason="no chromium on this machine: the page is not printed")
@pytest.mark.parametrize("brief", FULLEST, ids=named, indirect=True)
def test_its_page_prints_on_one_sheet(brief, tmp_path):
    sheet = one_page(brief)
    (tmp_path / "brief.html").write_text(render_html(sheet), "utf-8")
    subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={tmp_path / 'brief.pdf'}",
            (tmp_path / "brief.html").as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert pages_of((tmp_path / "brief.pdf").read_bytes()) == 1


def positions_of(rows: int) -> Section:
    table = Table(
        "Where each stands now",
        ("Issue", "Union", "Employers"),
        rows=tuple((Cell(f"Issue {number}"), Cell("Asks for more. " * 9), Cell("Asks for less. " * 9)) for number in range(rows)),
        note="An empty cell means that nothing is known of it.",
    )
    return Section("positions", "Positions", blocks=(table,))


def blocked_by(points: int) -> Section:
    cell = Cell("These cannot all be met: " + "; ".join(f"the union asks for thing {number}" for number in range(12)) + ".")
    return Section("sticking-points", "What blocks", blocks=(Listing("Computed: demands that cannot all be met", (cell,) * points),))


def test_of_a_long_table_it_says_how_many_rows_there_are_and_keeps_the_note():
    made = one_page(Brief("Talks", "public", sections=(positions_of(80), blocked_by(30))))
    [table] = made.sections[0].blocks
    assert isinstance(table, Table)
    assert table.title == f"The first {len(table.rows)} of 80"
    assert 6 <= len(table.rows) < 80
    assert table.note == "An empty cell means that nothing is known of it."
    assert lines_of(made) <= LINES


def test_a_set_of_demands_is_whole_or_not_there():
    made = one_page(Brief("Talks", "public", sections=(positions_of(9), blocked_by(30))))
    [listing] = made.sections[1].blocks
    assert isinstance(listing, Listing)
    assert all(cell.text.endswith("thing 11.") for cell in listing.cells)
    assert f"(the first {len(listing.cells)} of 30)" in listing.title


def test_a_short_brief_keeps_all_its_points_and_all_their_words():
    text = "The delegation meets. " * 15
    planned = Section("course", "How it went", blocks=(Listing("Planned next", (Cell(text), Cell("A vote."))),))
    [section] = one_page(Brief("Talks", "public", sections=(planned,))).sections
    assert section.title == "Planned next"
    assert [cell.text for cell in section.blocks[0].cells] == [text, "A vote."]


def test_of_reports_alone_it_takes_what_they_say():
    account = (
        Section(
            "account-positions",
            "Where each stands",
            blocks=(Table("The same matter, by actor", ("Matter", "Actor"), rows=((Cell("Pay"), Cell("Union")),)),),
        ),
        Section(
            "account-outstanding",
            "Owed",
            blocks=(Table("Owed to the talks", ("By whom", "What", "State"), rows=((Cell("Union"), Cell("a list"), Cell("open")),)),),
        ),
    )
    made = one_page(Brief("Reports", "public", sections=account))
    assert [section.id for section in made.sections] == ["stands", "owed"]
    assert cells(made)[-1].text == "Union: a list (open)"


def test_live_talks_begin_with_what_waits():
    waiting = Section("waiting", "What waits for you", blocks=(Listing("Others wait for you", (Cell("Answer the bridge."),)),))
    assert [section.id for section in one_page(Brief("Talks", "union", sections=(positions_of(2), waiting))).sections] == [
        "waiting",
        "stands",
    ]


def test_what_was_delivered_is_owed_no_more():
    columns = ("Asked of", "By", "What", "State", "When")
    rows = tuple(tuple(map(Cell, row)) for row in (("A", "B", "a plan.", "delivered", ""), ("C", "B", "a list.", "open", "May 2031")))
    debts = Section("debts", "Who owes whom", blocks=(Table("Asked for outside the deal", columns, rows=rows),))
    [section] = one_page(Brief("Talks", "public", sections=(debts,))).sections
    assert [cell.text for cell in section.blocks[0].cells] == ["C, asked by B: a list (May 2031)"]


def test_lines_told_by_a_part_below_are_not_told_twice():
    essence = tuple(Cell(f"{label}: something.") for label in ("Round", "Delegations", "Planned next", "Tolls"))
    planned = Section("course", "How it went", blocks=(Listing("Planned next", (Cell("A vote."),)),))
    assert [cell.text for cell in one_page(Brief("T", "public", essence=essence, sections=(planned,))).essence] == ["Round: something."]
    assert len(one_page(Brief("T", "public", essence=essence, sections=())).essence) == 2


def test_a_source_on_it_is_its_number_its_name_and_its_day():
    cell = Cell("Round: the third.", (Citation("a", (Span(0, 4),), "the words"),))
    source = SourceLine("a", 1, label="Gazette", published=UNKNOWN_DATE, origin=3, detail="an anonymous source")
    made = one_page(Brief("T", "public", essence=(cell,), sections=(), sources=(source, evolve(source, id="b", number=2))))
    assert made.sources == (evolve(source, origin=None, detail=""),)
    assert made.essence[0].citations == (Citation("a"),)


def test_a_brief_with_nothing_in_it_is_a_page_all_the_same():
    assert one_page(Brief("", "public", sections=())).sections == ()
    assert one_page(Brief("T", "public", sections=(Section("a", "A", blocks=(Paragraph(Cell("x")),)),))).sections == ()


@pytest.mark.parametrize("letters", range(20, 150))
def test_no_statement_that_is_cut_loses_its_condition(letters):
    said = "Pay: The other side would pay 4 per cent. Condition: Only for three years. Shifts: Nothing else was said of them today."
    short = shortened(said, letters)
    assert "Condition:" in short or "would pay" not in short
    row = "Accepts “4 per cent” or “5 per cent” or “6 per cent”, on a condition (only for an agreement of three years)."
    assert len(row) <= letters or "on a condition" in shortened(row, letters)


def test_a_name_or_a_heading_is_not_kept_without_what_belongs_to_it():
    said = "The bridge. All that was agreed on at night and more; The paper. A rise of three."
    assert shortened(said, 70) == "The bridge. All that was agreed on at night and more …"
    assert shortened("A on B: sign the deal (or else: the ships leave; the port closes).", 60).endswith("the port…")


@pytest.mark.parametrize(
    ("text", "letters", "short"),
    [
        ("Short.", 20, "Short."),
        ("They met at the quay. Another one that is longer.", 29, "They met at the quay. …"),
        ("Words without an end of a sentence", 20, "Words without an…"),
        ("x" * 50, 20, "x" * 19 + "…"),
    ],
)
def test_a_text_is_cut_after_a_sentence_or_a_word_and_says_so(text, letters, short):
    assert shortened(text, letters) == short
    assert len(short) <= letters + 1
