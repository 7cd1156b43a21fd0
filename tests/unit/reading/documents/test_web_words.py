"""Lines of web pages that are no report."""

import time

import pytest

from gobetween.reading.documents.cleaning import clean_text
from gobetween.reading.documents.web_words import kind_of_web_words

REPORT = (
    "Guild and firm meet in Oslo\n\nThe guild and the firm met in Oslo on Monday to talk about pay, officials said.\n\n{}\n\n"
    "The firm said that it would answer by Friday.\n\nThe guild has asked for nine percent, and the mediator hopes for a deal."
)


@pytest.mark.parametrize(
    "line",
    [
        "Please enter your comment!",
        "Leave a Comment",
        "Leave a comment Cancel reply",
        "Your email address will not be published. Required fields are marked *",
        "Inline Feedbacks",
        "Comments (12)",
        "More From This Section",
        "You are here: Home > News > World",
        "Home / World / Talks",
        "Left Menu",
        "Source link",
        "Related articles",
        "Share on Facebook",
        "Click to share on Twitter (Opens in new window)",
        "Email Print",
        "Copy URL",
        "Text size: A A A",
        "Story continues below advertisement",
        "Previous article",
        "Updated: 15-04-2031 03:12 IST | Created: 15-04-2031 03:12 IST",
        "world Updated: May 23, 2031 11:39 IST",
        "Last Update: Thursday, 5 December 2030 KSA 11:44 - GMT 08:44",
        "April 15, 2031 / 10:22 AM / Norland News",
        "© Provided by Xinhua",
        "Provided by Xinhua",
        "Written by:",
        "Source: Xinhua",
        "Tags: Norland, pay, guild",
        "#Norland #pay",
        "(With inputs from agencies)",
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        "Disclaimer: The views expressed are those of the author.",
        "This is a developing story. Check back for updates.",
        "Colombo, May 11:",
        "Associated Press",
        "Reuters Staff",
        "Web Desk",
        "Anna Lund, Reuters",
        "Endit",
        "Guild members stand at the gate in Berg. [Anna Lund/Al Jazeera]",
        "Norland troops hold a man near the airport in Berg. File picture: Anna Lund",
        "Norland's minister Anna Lund arrives in Berg, Wednesday, Dec. 5, 2030. (Per Holt/Keystone via AP) (AP)",
        "Anna Lund (L), the UN envoy for the lakes, meets guild secretary Per Holt in Berg on October 19, 2030",
        "Image caption The envoy met both sides in May",
        "Media captionThe envoy met both sides in May",
        "Spread the love",
        "| Print This Article | Single Page",
        "(Representative image)",
    ],
)
def test_lines_of_the_page_are_furniture_wherever_they_stand(line):
    assert line not in clean_text(REPORT.format(line)).text


@pytest.mark.parametrize(
    "line",
    [
        "The guild said the firm's source link was cut.",
        '"This is a developing story," the mayor said of the strike.',
        "More talks will follow on Friday.",
        "Norway will leave a reply for the envoy.",
        "The firm and the guild share a view of the pay.",
        "Minister Anna Lund (L) told reporters that the border would open.",
        "Talks end",
        "Oslo talks resume",
        "Comments on the draft are due on Friday.",
        "Print workers walk out",
        "Source: firm will leave talks",
        "The updated draft, sent on May 3, 2031, names nine items.",
        "This report was published by the ministry on Monday.",
        "Views expressed by the guild were sharp, the firm said.",
        "Guild Meets May 11",
        "Tags will be used at the border, the ministry said.",
        "Related firms will join the talks on Friday.",
    ],
)
def test_sentences_and_headlines_stay(line):
    assert line in clean_text(REPORT.format(line)).text


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("Oslo - ", "Norway will hold talks with the guild over pay and hours at the mines in the north, its minister said on Sunday."),
        (
            "BERGEN: ",
            "Envoys were on their way to the capital on Wednesday for fresh talks on a truce that is at risk, a spokesman said.",
        ),
        (
            "Oslo/Bergen: ",
            "Norway will hold talks with the guild over pay and hours at the mines in the north, its minister said on Sunday.",
        ),
        ("Oslo, May 11: ", "Norway will hold talks with the guild over pay and hours at the mines in the north, its minister said."),
    ],
)
def test_a_place_before_the_first_sentence_is_a_dateline(opening, rest):
    clean = clean_text(f"Talks to open\n\n{opening}{rest}\n\nThe guild agreed.")
    assert clean.text.split("\n")[1] == rest
    assert [each.kind for each in clean.furniture] == ["dateline"]


def test_a_dash_behind_a_word_amid_the_report_is_no_dateline():
    line = "Pay - The guild wants nine percent over two years, and has said that it will not go below eight percent at all."
    assert line in clean_text(REPORT.format(line)).text


def test_names_before_the_speech_of_several_are_no_datelines():
    said = "We will go on with the strike until the firm puts more on the table than it did in the last two weeks."
    assert "Berg: We" in clean_text(f"Berg: {said}\n\nLund: {said}\n\nBerg: {said}").text


def test_a_last_sentence_signed_by_an_agency_is_no_caption():
    assert (
        "return to Oslo on Friday."
        in clean_text(REPORT.format("They parted.") + "\n\nThe envoys return to Oslo on Friday. – Reuters").text
    )


def test_an_agencys_last_word_is_taken_off_the_last_sentence():
    assert clean_text(REPORT.format("They parted.") + " Endit").text.endswith("hopes for a deal.")


@pytest.mark.parametrize(
    "text", ["a " * 200, "share " * 60, "x> " * 130, "A" * 400, ", a" * 130, "#a" * 190, "\u2014" * 400, "a/" * 200]
)
def test_long_lines_are_judged_quickly(text):
    start = time.perf_counter()
    kind_of_web_words(text)
    assert time.perf_counter() - start < 0.5


def test_a_repeated_headline_stays_once_below_a_button():
    raw = "Left Menu\n\nGuild awaits offer\n\nGuild awaits offer\n\nThe guild met the firm in Oslo on Monday, officials said.\n"
    assert clean_text(raw).text.split("\n")[0] == "Guild awaits offer"


def test_headlines_between_bullets_are_links():
    raw = REPORT.format("Firm cuts pay  • Guild: no deal  • Port shuts gates  • Mayor quits")
    assert "Mayor quits" not in clean_text(raw).text


def test_credits_in_brackets_behind_the_last_sentence_are_furniture():
    raw = REPORT.format("They parted.") + " (Reporting By Anna Lund Editing by Per Holt)"
    assert clean_text(raw).text.endswith("hopes for a deal.")
