"""Reports with what was read from them in the margin."""

import re
from html.parser import HTMLParser

import pytest

from gobetween.model.evidence import (
    Account,
    Confidence,
    DisputeMention,
    Document,
    EventMention,
    FigureMention,
    Furniture,
    MeetingMention,
    ReliabilitySign,
    Report,
    SourceType,
    Speaker,
    Standing,
    Statement,
)
from gobetween.model.passages import Passage, Span
from gobetween.reading.documents.clean_text import CleanText
from gobetween.rendering.margins import ReadReport, render_margins
from gobetween.rendering.margins.sheets import sheet_of
from gobetween.rendering.margins.wordings import particulars_of

TEXT = "Ina Holt said the crew of 40 would stay.\nThe two met in Sarnwick."


def passage(words):
    start = TEXT.index(words)
    return Passage(words, (Span(start, start + len(words)),))


def report(text=TEXT, *, furniture=(), raw=None, **items):
    clean = CleanText(text, tuple(range(len(text))), furniture=furniture)
    return ReadReport("a.txt", Document("0" * 64, len(text), furniture=furniture, **items), raw or text, clean)


def holt():
    return Speaker(passage("Ina Holt"), "Ina Holt", actor="Dockers' Union", source_type=SourceType.NAMED_PERSON)


@pytest.fixture
def told():
    return report(
        statements=(Statement(holt(), passage("the crew of 40 would stay"), confidence=Confidence(83, ("a named person",))),),
        figures=(FigureMention(passage("40"), 40, unit="persons", counted="crew", confidence=Confidence(31)),),
        meetings=(
            MeetingMention(passage("The two met in Sarnwick"), ("Norland", "Sund"), place="Sarnwick", standing=Standing.CONFIRMED),
        ),
        events=(EventMention(passage("The two met in Sarnwick"), "CONSULT", ("Norland", "Sund"), cameo="040", read_from="meeting"),),
    )


def page_of(*reports):
    return render_margins(Account(tuple(Report(each.name, each.document) for each in reports)), reports)


class Links(HTMLParser):
    """The ids of a page, and where its links lead."""

    def __init__(self, page):
        super().__init__()
        self.ids, self.targets = [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            elif name == "href":
                self.targets.append(value)


def test_every_item_stands_beside_the_paragraph_in_which_it_begins(told):
    first, second = sheet_of(told).blocks
    assert [(note.kind, note.headline) for note in first.notes] == [
        ("statement", "Ina Holt (Dockers' Union)"),
        ("figure", "40 persons"),
    ]
    assert [note.headline for note in second.notes] == ["Norland, Sund"]


def test_the_text_is_whole_however_its_words_are_marked(told):
    assert ["".join(piece.text for piece in block.pieces) for block in sheet_of(told).blocks] == TEXT.split("\n")


def test_words_within_words_belong_to_both_items(told):
    (forty,) = (piece for piece in sheet_of(told).blocks[0].pieces if piece.text == "40")
    assert forty.groups == ("said", "figure")


def test_an_event_shares_the_note_of_the_item_that_it_was_coded_from(told):
    (note,) = sheet_of(told).blocks[1].notes
    assert note.codes == ("CONSULT (CAMEO 040: consult)",)


def test_each_note_leads_to_its_words_and_back(told):
    links = Links(page_of(told))
    assert len(links.ids) == len(set(links.ids))
    assert {target[1:] for target in links.targets} <= set(links.ids)
    assert {"r1-n1", "r1-w1", "r1-n3", "r1-w3"} <= set(links.ids)


def test_confidence_standing_and_id_are_shown_and_doubt_is_marked(told):
    page = page_of(told)
    assert "83 %</span> (a named person)" in page
    assert '<span class="doubt">31 %</span>' in page
    assert "<strong>confirmed by a person</strong>" in page
    assert re.search(r"<code>figure-[0-9a-f]{8}</code>", page)


def test_signs_of_lower_reliability_stand_at_their_paragraph_or_at_the_head():
    here = ReliabilitySign("unsourced commentary", "no source", span=Span(TEXT.index("The two"), len(TEXT)))
    sheet = sheet_of(report(signs=(ReliabilitySign("rewritten copy", "padded"), here)))
    assert [sign.kind for sign in sheet.signs] == ["rewritten copy"]
    assert [[sign.kind for sign in block.signs] for block in sheet.blocks] == [[], ["unsourced commentary"]]


def test_what_was_left_out_is_shown_folded_between_its_neighbours_without_tags():
    raw = "One.<nav>Home <b>News</b></nav>Two."
    offsets = (0, 1, 2, 3, 3, raw.index("Two"), raw.index("Two") + 1, raw.index("Two") + 2, raw.index("Two") + 3)
    furniture = (Furniture("navigation", Span(4, raw.index("Two"))),)
    clean = CleanText("One.\nTwo.", offsets, furniture=furniture)
    blocks = sheet_of(ReadReport("a.html", Document("0" * 64, len(raw), furniture=furniture), raw, clean)).blocks
    assert [block.left_out for block in blocks] == [(), (("navigation", "Home News"),), ()]


def test_a_report_without_items_or_words_is_shown_as_it_is():
    assert sheet_of(report("", raw="<nav>x</nav>")).blocks == ()
    assert "0 items" in page_of(report("Nothing was said."))


def test_a_report_in_another_language_says_why_there_is_nothing_beside_it():
    assert "Kept, not analysed" in page_of(report("Nichts wurde gesagt.", language="de"))


def test_words_of_a_report_cannot_become_markup_or_turn_the_page_round():
    page = page_of(report('<script>alert(1)</script>\u202e"&amp; it was said'))
    assert "<script" not in page
    assert "\u202e" not in page


def test_no_report_makes_a_page_that_says_so():
    assert "0 reports" in page_of()


def test_a_dispute_names_nobody_who_asserts_where_the_report_names_none():
    assert particulars_of(DisputeMention(passage("the crew of 40 would stay"), "the crew", "", "Union")) == ("denied by Union",)
