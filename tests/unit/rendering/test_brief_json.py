import json

from gobetween.briefs.blocks import Brief, Cell, Paragraph, Section
from gobetween.rendering.brief_json import brief_json, brief_text


def test_a_brief_becomes_versioned_plain_data(specimen):
    data = brief_json(specimen)
    assert data["gobetween"] == 1
    assert json.loads(json.dumps(data)) == data
    assert data["brief"]["as_of"] == "2031-09-05"


def test_citations_keep_their_spans_and_words(specimen):
    [cited, *_] = brief_json(specimen)["brief"]["sections"][0]["blocks"][0]["cell"]["citations"]
    assert cited["source"] == "source-3"
    assert cited["spans"] == [{"start": 30, "end": 39}]
    assert cited["words"].startswith("The delegation")


def test_plots_keep_their_points_and_their_tables(specimen):
    blocks = {block["kind"]: block for section in brief_json(specimen)["brief"]["sections"] for block in section["blocks"]}
    assert set(blocks) == {"paragraph", "listing", "table", "timeline", "positions", "gains"}
    assert blocks["gains"]["bars"][0]["gains"][0] == {"party": "Harbour council", "share": "3/5"}
    assert blocks["timeline"]["entries"][2]["when"]["basis"] == "inferred"
    assert blocks["positions"]["table"]["kind"] == "table"


def test_marks_are_their_words(specimen):
    assert brief_json(specimen)["brief"]["essence"][0]["marks"] == ["computed"]


def test_text_for_printing_holds_the_same_data_and_drives_no_terminal():
    text = "a\x1b[2J\x9b\u202eb\U000e0041\ud800 سلام"
    brief = Brief("t", "keeper", sections=(Section("a", "A", blocks=(Paragraph(Cell(text)),)),))
    printed = brief_text(brief)
    assert json.loads(printed) == brief_json(brief)
    assert printed.replace("\n", "").isprintable()
    assert "سلام" in printed
