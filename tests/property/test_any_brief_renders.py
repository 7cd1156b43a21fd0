"""Whatever a brief holds, it is shown: no error, nothing too wide, nothing that a browser or a terminal would obey."""

import datetime as dt
import io
import json
import re
import string
import xml.etree.ElementTree as ET
from fractions import Fraction

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from gobetween.briefs.blocks import (
    Brief,
    Cell,
    Gain,
    GainsBar,
    GainsPlot,
    Listing,
    Mark,
    Paragraph,
    PositionPoint,
    PositionsPanel,
    PositionsPlot,
    Section,
    SourceLine,
    Table,
    TimelineEntry,
    TimelinePlot,
)
from gobetween.briefs.one_page import one_page
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.model.passages import Citation, Span
from gobetween.rendering.brief_json import brief_json, brief_text
from gobetween.rendering.brief_schema import brief_schema
from gobetween.rendering.html import render_html
from gobetween.rendering.markdown import render_markdown
from gobetween.rendering.svg.gains import gains_svg
from gobetween.rendering.svg.positions import positions_svg
from gobetween.rendering.svg.timeline import timeline_svg
from gobetween.rendering.terminal import render_essence, render_terminal
from gobetween.rendering.text_safety import harmless_value

SPICE = [
    "<script>x</script>",
    "&amp;",
    "\"'",
    "\x1b[31m",
    "\x9b2J",
    "\u202e",
    "\u2067",
    "\ud800",
    "\U000e0041",
    "\x00",
    "\r\n",
    "مرحبا",
    "שלום",
    "谈判",
    "x" * 300,
]
texts = st.one_of(st.text(max_size=12), st.lists(st.sampled_from([*SPICE, "talks", " "]), max_size=4).map("".join))
days = st.one_of(st.dates(), st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
citations = st.builds(Citation, st.sampled_from(["a", "b", "<c>"]), st.just((Span(0, 4),)), texts)
cells = st.builds(
    Cell, texts, st.lists(citations, max_size=2).map(tuple), marks=st.lists(st.sampled_from(Mark), max_size=2).map(tuple), detail=texts
)


@st.composite
def whens(draw):
    first, last = sorted((draw(days), draw(days)))
    kind = draw(st.sampled_from(["day", "range", "from", "by", "unknown"]))
    if kind == "unknown":
        return UNKNOWN_DATE
    spans = {"day": (first, first), "range": (first, last), "from": (first, None), "by": (None, last)}
    is_inferred = draw(st.booleans())
    return When(
        *spans[kind], basis=DateBasis.INFERRED if is_inferred else DateBasis.STATED, inference="so it seems" if is_inferred else ""
    )


@st.composite
def tables(draw):
    columns = draw(st.lists(texts, max_size=4).map(tuple))
    rows = draw(st.lists(st.tuples(*[cells] * len(columns)), max_size=3).map(tuple))
    return Table(draw(texts), columns, rows=rows, note=draw(texts))


timelines = st.builds(
    TimelinePlot,
    texts,
    texts,
    entries=st.lists(st.builds(TimelineEntry, whens(), st.sampled_from(["Acts", "Meetings", "<x>"]), texts), max_size=9).map(tuple),
    table=tables(),
)


@st.composite
def positions(draw):
    stretches = draw(st.lists(texts, min_size=1, max_size=9).map(tuple))
    panels = []
    for _ in range(draw(st.integers(0, 2))):
        options = draw(st.lists(texts, min_size=1, max_size=4).map(tuple))
        point = st.builds(
            PositionPoint,
            st.integers(0, len(stretches) - 1),
            st.one_of(st.sampled_from(["Harbour council", "Shipowners", "Harbour crews"]), texts),
            st.lists(st.integers(0, len(options) - 1), max_size=2, unique=True).map(tuple),
            st.sampled_from(["demand", "rejects", "conditional", "no longer asks for", "<b>"]),
            is_entrusted=st.booleans(),
        )
        panels.append(PositionsPanel(draw(texts), options, draw(st.lists(point, max_size=6).map(tuple))))
    return PositionsPlot(draw(texts), draw(texts), stretches=stretches, panels=tuple(panels), table=draw(tables()))


shares = st.one_of(st.fractions(-2, 2), st.just(Fraction(10) ** 400), st.just(-(Fraction(10) ** 400)))
gains = st.builds(
    GainsPlot,
    texts,
    texts,
    bars=st.lists(st.builds(GainsBar, texts, st.lists(st.builds(Gain, texts, shares), max_size=3).map(tuple)), max_size=3).map(tuple),
    table=tables(),
    marks=st.lists(st.sampled_from(Mark), max_size=2).map(tuple),
)
blocks = st.one_of(
    st.builds(Paragraph, cells),
    st.builds(Listing, texts, st.lists(cells, max_size=3).map(tuple)),
    tables(),
    timelines,
    positions(),
    gains,
)
briefs = st.builds(
    Brief,
    texts,
    texts,
    subtitle=texts,
    as_of=st.none() | days,
    notices=st.lists(texts, max_size=2).map(tuple),
    essence=st.lists(cells, max_size=2).map(tuple),
    sections=st.lists(st.builds(Section, texts, texts, lead=texts, blocks=st.lists(blocks, max_size=3).map(tuple)), max_size=3).map(
        tuple
    ),
    sources=st.lists(
        st.builds(
            SourceLine,
            st.sampled_from(["a", "b"]),
            st.integers(1, 3),
            label=texts,
            published=whens(),
            origin=st.none() | st.integers(1, 9),
            detail=texts,
        ),
        max_size=3,
        unique_by=(lambda source: source.id, lambda source: source.number),
    ).map(tuple),
)
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
fewest = settings(few, max_examples=8)  # each takes the better part of a second
BLOCKS_OF_MARKDOWN = {"heading", "paragraph", "blockquote", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td"}


@few
@given(briefs, st.integers(24, 160))
def test_any_brief_fits_any_terminal_and_drives_none(brief, width):
    for text in (render_terminal(brief, width=width, colour=False), render_essence(brief, width=width)):
        assert not OBEYED.search(text)
        assert all(cell_len(line) <= width for line in text.splitlines())


@few
@given(briefs)
def test_any_brief_becomes_a_page_whose_ids_are_unique_and_whose_text_is_escaped(brief):
    page = render_html(brief)
    assert not OBEYED.search(page)
    assert "<script" not in page
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert all(set(name) <= set(string.ascii_letters + string.digits + "-") for name in ids)


@few
@given(briefs)
def test_any_brief_becomes_data_that_json_keeps(brief):
    assert json.loads(brief_text(brief)) == brief_json(brief)


@few
@given(briefs)
def test_the_data_of_any_brief_keeps_to_the_schema(brief):
    assert jsonschema.Draft202012Validator(brief_schema()).is_valid(brief_json(brief))


@few
@given(briefs)
def test_any_brief_becomes_markdown_without_html_links_or_stress_by_others(brief):
    text = render_markdown(brief)
    assert not OBEYED.search(text)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    found = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or []}
    kinds = {kind.removesuffix("_open").removesuffix("_close") for kind in found}
    assert kinds <= BLOCKS_OF_MARKDOWN | {"inline", "text", "strong", "link"}
    links = {child.attrs["href"] for token in tokens for child in token.children or [] if child.type == "link_open"}
    assert links <= {f"#source-{source.number}" for source in brief.sources}


@few
@given(briefs)
def test_any_brief_can_be_cut_to_one_page(brief):
    sheet = one_page(brief)
    assert sheet.is_one_page
    assert sheet.notices == brief.notices
    assert {source.id for source in sheet.sources} <= {source.id for source in brief.sources}


@fewest
@given(briefs)
def test_any_brief_becomes_a_document(brief):
    docx = pytest.importorskip("docx", reason="the extra documents is not installed")
    from gobetween.rendering.docx import render_docx

    assert docx.Document(io.BytesIO(render_docx(brief))).core_properties.author == ""


@fewest
@given(briefs)
def test_any_brief_becomes_a_tagged_pdf(brief):
    pytest.importorskip("typst", reason="the extra documents is not installed")
    from gobetween.rendering.pdf import render_pdf

    assert b"/MarkInfo" in render_pdf(brief).data


@few
@given(timelines, positions(), gains, st.sampled_from([330, 760]))
def test_any_plot_becomes_well_formed_svg(timeline, position, gain, width):
    for draw, plot in ((timeline_svg, timeline), (positions_svg, position), (gains_svg, gain)):
        root = ET.fromstring(draw(harmless_value(plot), prefix="p", width=width))  # noqa: S314 - our own drawing
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert "nan" not in ET.tostring(root, "unicode").lower().split("viewbox")[1][:40]
