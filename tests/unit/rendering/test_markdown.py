import datetime as dt
import re
from collections.abc import Iterator

import pytest
from attrs import evolve
from markdown_it import MarkdownIt
from markdown_it.token import Token

from gobetween.briefs.blocks import Brief, Cell, Listing, Paragraph, Section, SourceLine, Table
from gobetween.model.dates import on
from gobetween.model.passages import Citation
from gobetween.rendering.cited import cells
from gobetween.rendering.markdown import JOINER, plain, render_markdown

ALLOWED = {"heading", "paragraph", "blockquote", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td", "strong"}
LINKED = ALLOWED | {"link"}
HOSTILE = [
    "# heading",
    "> quoted",
    "- point",
    "+ point",
    "1. first",
    "12) twelfth",
    "---",
    "===",
    "***",
    "```code```",
    "`code`",
    "*stress* and _stress_ and **more**",
    "~~gone~~",
    "[words](https://harm.example)",
    "![picture](https://harm.example/x.png)",
    "[1]: https://harm.example",
    "[^1]: a note",
    "<https://harm.example>",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "&lt;b&gt; &amp; &#42;",
    "a | b | c",
    "| a | b |",
    "ends with a backslash \\",
    "\\| and \\\\|",
    "$x^2$",
    "{{ template }} {role}`x`",
    "::: note",
    "    four spaces",
    "two\nlines",
    "- [ ] a task",
]


def parse(text: str) -> list[Token]:
    """As forges do: CommonMark with tables and struck-out text."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def all_of(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from all_of(token.children or [])


def shown(inline: Token) -> str:
    """What a reader reads of it; a joiner is invisible."""
    return "".join(each.content for each in all_of(inline.children or []) if each.type == "text").replace(JOINER, "")


def brief_of(*blocks: object) -> Brief:
    return Brief("Talks", "public", sections=(Section("a", "A", blocks=blocks),))


def kinds(text: str) -> set[str]:
    return {token.type.removesuffix("_open").removesuffix("_close") for token in all_of(parse(text))} - {"inline", "text"}


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_text_holds_is_shown_as_just_that_text(text):
    tokens = parse(plain(text) + "\n")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {each.type for each in all_of(tokens[1].children)} == {"text"}
    assert shown(tokens[1]) == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_leaves_its_place(text):
    cell = Cell(text, detail=text)
    made = Table(text, (text, "Other"), rows=((cell, cell), (Cell("x"), Cell("y"))), note=text)
    page = render_markdown(evolve(brief_of(Paragraph(cell), Listing(text, (cell, cell)), made), title=text, notices=(text,)))
    tokens = parse(page)
    assert kinds(page) <= ALLOWED
    assert [token.type for token in tokens].count("tr_open") == 3
    assert [token.type for token in tokens].count("list_item_open") == 2
    said = " ".join(text.split())
    rows = [shown(tokens[at + 1]) for at, token in enumerate(tokens) if token.type == "td_open"]
    assert rows == [f"{said} — {said}", f"{said} — {said}", "x", "y"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("see https://a.example/x", f"see https:{JOINER}//a.example/x"),
        ("see www.a.example", f"see www{JOINER}.a.example"),
        ("ask a@b.example or @mediator", f"ask a@{JOINER}b.example or @{JOINER}mediator"),
        ("as in #12", f"as in \\#{JOINER}12"),
        (":smile:", f"\\:{JOINER}smile:"),
        ("at 10:30, 2:1", "at 10:30, 2:1"),
    ],
)
def test_forges_find_nothing_to_link_or_to_replace(text, told):
    assert plain(text) == told


def test_the_whole_brief_is_there_in_its_order(specimen):
    page = render_markdown(specimen)
    tokens = parse(page)
    assert kinds(page) <= LINKED
    headings = [shown(tokens[at + 1]) for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"]
    assert headings[0] == "In essence"
    assert headings[1:-2] == [f"{number}  {section.title}" for number, section in enumerate(specimen.sections, 1)]
    assert headings[-2:] == ["Sources", "Marks"]
    words = " ".join(shown(token) for token in tokens if token.type == "inline")
    for cell in cells(specimen):
        assert cell.text in words
        assert cell.detail in words


def test_every_cell_stands_in_its_row_and_column(specimen):
    page = render_markdown(specimen)
    tokens = parse(page)
    found = [shown(tokens[at + 1]) for at, token in enumerate(tokens) if token.type == "td_open"]
    blocks = [block for section in specimen.sections for block in section.blocks]
    tables = [block if isinstance(block, Table) else block.table for block in blocks if not isinstance(block, Paragraph | Listing)]
    wanted = [cell for each in tables for row in each.rows for cell in row]
    assert len(found) == len(wanted)
    assert all(text.startswith(cell.text) for text, cell in zip(found, wanted, strict=True))


def test_cited_words_stand_under_their_sources_with_the_letters_that_lines_show(specimen):
    page = render_markdown(specimen)
    assert "neither has answered it in writing. \\[[2a](#source-2), [3a](#source-3)\\] ‹reported›" in page
    assert "### Source 2\n\nWire report from the quay · 23 May 2031\n\n- 2a: Nobody has signed anything" in page


def test_links_lead_to_sources_of_the_brief_and_nowhere_else(specimen):
    tokens = list(all_of(parse(render_markdown(specimen))))
    headings = {tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h3"}
    led_to = {token.attrs["href"] for token in tokens if token.type == "link_open"}
    assert led_to
    assert led_to <= {f"#{heading.lower().replace(' ', '-')}" for heading in headings if re.fullmatch(r"Source [0-9]+", heading)}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_source_that_is_not_listed_is_named_and_not_linked(text):
    page = render_markdown(brief_of(Paragraph(Cell("Said.", (Citation(text, words="Words"),)))))
    assert kinds(page) <= ALLOWED
    assert "## Sources" in page
    assert "### Source" not in page


def test_passages_of_one_source_share_a_link():
    behind = tuple(Citation("wire", words=each) for each in ("One thing", "Another thing"))
    line = SourceLine("wire", 1, label="Wire", published=on(dt.date(2031, 3, 1)))
    page = render_markdown(evolve(brief_of(Paragraph(Cell("Said.", behind))), sources=(line,)))
    assert "Said. \\[[1a, 1b](#source-1)\\]" in page


def test_the_notices_stand_at_the_head_beside_assumed_numbers_and_at_the_end(specimen):
    assert render_markdown(specimen).count(f"> {specimen.notices[0]}") == 3


def test_a_table_without_rows_says_so():
    page = render_markdown(brief_of(Table("Empty", ("A",), rows=()), Table("None", (), rows=((),))))
    assert page.count("Nothing to show.") == 2
