import base64
import hashlib
import html
import itertools
import re
from html.parser import HTMLParser

from attrs import evolve

from gobetween.briefs.blocks import Brief, Cell, GainsBar, GainsPlot, Listing, Mark, Paragraph, Section, SourceLine, Table
from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.passages import Citation
from gobetween.rendering.cited import cells
from gobetween.rendering.html import render_html

VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">" onload=\'x\' </style></title>{{ 7*7 }}\x1b[31m\u202egnirts\u202c'


class Outline(HTMLParser):
    """Tags with their attributes, the text outside of styles, and whether every tag is closed in order."""

    def __init__(self):
        super().__init__()
        self.tags, self.open, self.errors, self.texts = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.errors.append(tag)

    def handle_data(self, data):
        if "style" not in self.open:
            self.texts.append(data)


def outline_of(page):
    outline = Outline()
    outline.feed(page)
    outline.close()
    return outline


def all_of(outline, name):
    return [attributes for tag, attributes in outline.tags if tag == name]


def with_text(text):
    cell = Cell(text, (Citation(text, (), text + "!"),), marks=(Mark.ALLEGED,), detail=text)
    blocks = (Paragraph(cell), Listing(text, (cell,)), Table(text, (text, text), rows=((cell, cell),), note=text))
    sources = (SourceLine(text, 1, label=text, published=UNKNOWN_DATE, detail=text),)
    return Brief(
        text,
        text,
        subtitle=text,
        notices=(text,),
        essence=(cell,),
        sections=(Section(text, text, lead=text, blocks=blocks),),
        sources=sources,
    )


def test_every_text_of_a_brief_is_on_the_page(specimen):
    text = " ".join("".join(outline_of(render_html(specimen)).texts).split())
    for cell in cells(specimen):
        assert cell.text in text
        assert cell.detail in text
        for citation in cell.citations:
            assert citation.words in text
    for section in specimen.sections:
        assert section.title in text
        assert section.lead in text
    for source in specimen.sources:
        assert source.label in text
        assert source.detail in text
    assert "As known by 5 September 2031" in text


def test_the_page_is_well_formed(specimen):
    outline = outline_of(render_html(specimen))
    assert outline.errors == []
    assert outline.open == []


def test_no_script_no_style_attributes_and_nothing_from_elsewhere(specimen):
    page = render_html(specimen)
    outline = outline_of(page)
    assert not {tag for tag, _ in outline.tags} & {"script", "link", "iframe", "object", "embed", "base", "form", "img"}
    for _, attributes in outline.tags:
        assert not [name for name in attributes if name.startswith("on") or name in {"style", "src", "srcset", "action"}]
        assert attributes.get("href", "#").startswith("#")
    assert not re.search(r"@import|url\((?!#)|https?://(?!www\.w3\.org/2000/svg)", page)


def test_the_content_policy_allows_exactly_its_own_style_sheet(specimen):
    page = render_html(specimen)
    [style] = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    [policy] = [meta["content"] for meta in all_of(outline_of(page), "meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert f"style-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


def test_ids_are_unique_and_every_reference_has_its_target(specimen):
    tags = outline_of(render_html(specimen)).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in tags:
        wanted = [*attributes.get("aria-labelledby", "").split(), attributes.get("popovertarget"), attributes.get("href", "")[1:]]
        assert {name for name in wanted if name} <= set(ids)


def test_sections_with_the_same_name_get_ids_of_their_own():
    brief = Brief(
        "t", "keeper", sections=(Section("a b", "A", blocks=()), Section("a-b", "B", blocks=()), Section("!", "C", blocks=()))
    )
    ids = {attributes["id"] for attributes in all_of(outline_of(render_html(brief)), "section")}
    assert ids == {"section-a-b", "section-a-b-2", "section-part"}


def test_headings_go_down_one_level_at_a_time(specimen):
    levels = [int(tag[1]) for tag, _ in outline_of(render_html(specimen)).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_landmarks_skip_link_and_language_are_there(specimen):
    outline = outline_of(render_html(specimen))
    assert all_of(outline, "html")[0]["lang"] == "en"
    assert {"header", "nav", "main", "footer"} <= {tag for tag, _ in outline.tags}
    first_link = all_of(outline, "a")[0]
    assert first_link["href"] == f"#{all_of(outline, 'main')[0]['id']}"


def test_tables_have_captions_and_scopes(specimen):
    outline = outline_of(render_html(specimen))
    assert len(all_of(outline, "table")) == len(all_of(outline, "caption")) == 5
    assert {attributes.get("scope") for attributes in all_of(outline, "th")} == {"col", "row"}


def test_every_drawing_has_a_name_and_a_description(specimen):
    page = render_html(specimen)
    drawings = re.findall(r"<svg .*?</svg>", page, re.DOTALL)
    assert len(drawings) == 6
    for drawing in drawings:
        assert re.search(r'role="img" aria-labelledby="\S+-title \S+-desc"', drawing)
        assert re.search(r'<title id="\S+-title">[^<]+</title><desc id="\S+-desc">[^<]+</desc>', drawing)


def test_report_text_finds_its_own_direction(specimen):
    assert re.search(r'<bdi class="said" dir="auto">يقول المجلس', render_html(specimen))


def test_hostile_text_is_text():
    page = render_html(with_text(HOSTILE))
    outline = outline_of(page)
    assert not all_of(outline, "script")
    assert not all_of(outline, "img")
    assert not any(name.startswith("on") for _, attributes in outline.tags for name in attributes)
    assert "{{ 7*7 }}" in html.unescape(page)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


def test_cited_words_open_from_their_number_and_equal_words_share_a_note():
    cell = Cell("They agreed.", (Citation("s", (), "late at night"),))
    sources = (SourceLine("s", 7, label="The Wire", published=UNKNOWN_DATE),)
    page = render_html(Brief("t", "public", sections=(Section("a", "A", blocks=(Paragraph(cell), Paragraph(cell))),), sources=sources))
    outline = outline_of(page)
    assert [button["popovertarget"] for button in all_of(outline, "button")] == ["words-1", "words-1"]
    assert page.count("<blockquote") == 1
    assert 'href="#source-7"' in page


def test_a_citation_without_words_links_to_the_sources_list():
    cell = Cell("They agreed.", (Citation("s"), Citation("unlisted")))
    sources = (SourceLine("s", 7, label="The Wire", published=UNKNOWN_DATE),)
    page = render_html(Brief("t", "public", sections=(Section("a", "A", blocks=(Paragraph(cell),)),), sources=sources))
    assert '<a class="cite" href="#source-7"' in page
    assert '<span class="cite">[unlisted]</span>' in page


def test_notices_stand_first_at_assumed_plots_and_last(specimen):
    page = render_html(specimen)
    places = [match.start() for match in re.finditer("Illustration. These numbers", page)]
    assert len(places) == 3
    assert places[0] < page.index("In essence</h2>") < page.index("What each package would give") < places[1] < page.index("<footer")


def test_an_assumed_plot_in_a_brief_without_notices_still_says_so():
    plot = GainsPlot("Gains", "d", bars=(GainsBar("P", ()),), table=Table("Gains", ("P",), rows=()), marks=(Mark.ASSUMED,))
    page = render_html(Brief("t", "keeper", sections=(Section("a", "A", blocks=(plot,)),)))
    assert "These numbers were chosen by the authors" in page


def test_marks_are_words_not_colours_alone(specimen):
    assert re.search(r'<span class="mark mark-assumed" title="[^"]+">assumed</span>', render_html(specimen))


def test_a_brief_without_anything_is_a_page():
    page = render_html(Brief("Nothing yet", "public", sections=()))
    assert "<h1" in page
    assert "sources-title" not in page


def test_rendering_twice_gives_the_same_page(specimen):
    assert render_html(specimen) == render_html(evolve(specimen))
