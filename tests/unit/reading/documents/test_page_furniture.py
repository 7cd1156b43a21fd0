"""What pages set around and between a report's sentences, in texts as search pages and copies give them."""

import datetime as dt

import pytest

from gobetween.reading.documents.cleaning import clean_document, clean_text
from gobetween.reading.documents.publication import read_publication

FIRST = "The guild and the firm met in Oslo on Monday to talk about pay, officials said."
LAST = "The guild has asked for nine percent, and the mediator hopes for a deal by the end of the week."
REPORT = "Guild and firm meet in Oslo\n\n" + FIRST + "\n\n{}\n\nThe firm said that it would answer by Friday.\n\n" + LAST


def read_day(text):
    return read_publication(text, clean_document(text)).published.day


@pytest.mark.parametrize(
    "line",
    [
        "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
        "We will use your email address only for sending you newsletters.",
        "By signing up, you agree to our terms of use.",
        "You can unsubscribe at any time.",
        "Thank you for subscribing!",
        "Forgot your password?",
        "Story Code : 809108",
        "Short URL: https://example.org/?p=1234",
        "[ad_1]",
        "- Advertisement -",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Ads by Norda",
        "Get free tickets today!",
        "Original Article: Guild leaves the talks",
        ">> Click here to read the entire article.",
        "To continue reading",
        ". Read more on example.org",
        "1. Skip to content",
        "(example.com)",
        "Call us",
        "Quick Search",
        "Source: The Norland Herald",
        "Source: Guild leaves talks – The Norlander 14.09.2016",
        "7:15 p.m. (1715 GMT, 1:15 p.m. EDT)",
        "Home News Sport Opinion Business Contact",
        "Home Foreign News Norland talks: How the envoys will be working this week...",
        "“Coffee enthusiast. Web ninja. Writer. Friendly bacon fanatic.”",
        "Calendar An icon of a desk calendar. Cancel An icon of a circle. Caret An icon of an arrow. Email An icon of a letter.",
        "(Farm Courier)",
        "The envoy arrives for the talks. (Ana Lund/N&D)",
        "Envoy Ana Lund and minister Per Holt in Oslo, March 2, 2030. - Jan Berg/Pool via REUTERS/File Photo",
        "Both sides blame each otherImage: Reuters/Jan Berg",
        "The envoys left after eleven hours, sources said. Photo-ANI",
        "LUND HOLT frame 461 1280x720 1 1100x620",
        "talks-oslo-2031.jpg",
        "Sorry we are not currently accepting comments on this article.",
        "Reuters file",
        "Norland markets close in 4 hours 58 minutes",
        "The guild called off its action, saying that two days had shown its anger (file photo)",
        "The strike left halls (like Hall 5 of the port, pictured) deserted",
    ],
)
def test_what_the_page_says_is_furniture(line):
    assert line not in clean_text(REPORT.format(line)).text


@pytest.mark.parametrize(
    "line",
    [
        "Search for a deal goes on",
        "More about pay than about hours, the talks go on.",
        "Get the deal done!",
        "Source: firm will leave talks",
        "The home news office said that business and sport had no part in politics.",
        "By signing the accord, the guild gave up its claim.",
        "We will use our votes in the council to stop it, the envoy said.",
        "Its icon is a dove.",
        "The firm would read more offers next week, it said.",
        "The envoy said that “no more than this...",
    ],
)
def test_sentences_of_the_report_stay(line):
    assert line in clean_text(REPORT.format(line)).text


def test_menus_with_marks_of_lists_are_furniture():
    menu = "- Gold Outlook\n- Oil and Gas Outlook\n- Top Mining Stocks\n- Biggest Firms"
    assert "Outlook" not in clean_text(f"{menu}\n{REPORT.format('They will meet again.')}").text


def test_three_points_of_a_plan_are_no_menu():
    points = "- a truce of 40 days\n- an exchange\n- a court"
    assert "an exchange" in clean_text(REPORT.format(points)).text


def test_beginnings_of_other_reports_are_furniture():
    teasers = "The mayor of Berg has opened a bridge…\nA singer has told her fans that she will rest after a long…"
    assert "bridge" not in clean_text(f"{REPORT.format('They will meet again.')}\n{teasers}").text


def test_a_broken_headline_that_is_told_in_full_is_furniture():
    text = clean_text("Norland: Guild rejects Holt as a med...\n\nNorland: Guild rejects Holt as a mediator\n\n" + FIRST).text
    assert text.startswith("Norland: Guild rejects Holt as a mediator")


def test_a_report_that_breaks_off_stays():
    text = (
        "Guild and firm meet\n\n" + FIRST.removesuffix(".") + " and went home with nothing but a promise to meet...\n\nWeiter lesen ..."
    )
    assert FIRST.removesuffix(".") in clean_text(text).text


def test_films_and_their_lengths_are_furniture():
    clips = "01:55\nCouncil warns of a worse crisis\n00:50\nPicture of the day"
    assert "Council warns" not in clean_text(f"{REPORT.format('They will meet again.')}\n{clips}").text


def test_the_line_above_a_credit_is_a_caption_but_the_headline_stays():
    text = "Guild and firm meet\n\nMembers of the guild stand at the gate\nAna Lund/Getty Images\n\n" + FIRST
    kept = clean_text(text).text
    assert "stand at the gate" not in kept
    assert "Guild and firm meet" in clean_text("Guild and firm meet\n\nAna Lund/Getty Images\n\n" + FIRST).text


def test_a_paragraph_told_twice_stands_once():
    assert clean_text(REPORT.format(FIRST)).text.count(FIRST) == 1


def test_a_long_caption_with_its_credit_in_brackets_is_furniture():
    caption = " ".join(["Delegates listen to the speech of the head of the council in Oslo on June 12, 2030."] * 6)
    assert "Delegates" not in clean_text(REPORT.format(f"{caption} (Image: Ana Lund / Pool / AFP)")).text


def test_headlines_on_end_between_sentences_are_links_but_one_is_a_heading():
    text = f"Guild and firm meet\n\n{FIRST}\n\n{LAST}\n\n{{}}\n\nThe firm said that it would answer by Friday."
    links = "Rail crews to vote on a new offer\n\nTwo unions call off strikes in Berg for talks"
    assert "vote" not in clean_text(text.format(links)).text
    assert "Rail crews" in clean_text(text.format("Rail crews to vote on a new offer")).text
    points = "• Rail crews to vote on a new offer\n\n• Two unions call off strikes in Berg for talks"
    assert "Rail crews" in clean_text(text.format(points)).text


def test_the_head_of_a_list_of_links_goes_with_them():
    kept = clean_text(REPORT.format("See Also:\n\nThe envoy speaks to the council (video)")).text
    assert "See Also" not in kept
    assert "(video)" not in kept


def test_a_link_behind_the_last_words_is_furniture():
    kept = clean_text(f"Guild and firm meet\n\n{FIRST} A statement … Continue reading Guild and firm meet").text
    assert kept.endswith("A statement")


def test_what_parts_the_sentences_of_one_long_line_is_furniture():
    end = "They will meet again on Friday, a spokesman for the firm told a paper."
    line = f"{FIRST} ADVERTISEMENT {LAST} Story continues below advertisement {end}"
    kept = clean_text(line).text
    assert "ADVERTISEMENT" not in kept
    assert "Story continues" not in kept
    assert LAST in kept
    assert kept.endswith("told a paper.")


def test_pointers_to_live_pages_are_furniture_below_the_headline():
    assert "gates" not in clean_text(REPORT.format("Norland closes gates; 40 hurt in Berg – latest updates")).text
    assert "Guild leaves" in clean_text("Guild leaves talks – live updates\n\n" + FIRST).text


@pytest.mark.parametrize(
    "line",
    [
        "Issued on: 17/06/2031 - 15:15",
        "Publication Date: 17 June 2031",
        "Release Date: 17-06-2031",
        "June 17, 2031 by Ana Lund",
        "June 17, 2031 by admin 0 Comments",
        "17 June 2031 / 15:15",
        "3:15 pm on 17 June 2031",
        "20:15 17 June 2031",
        "2031/06/17 15:15",
        "on June 17, 2031",
        "Source: Guild leaves talks – The Norlander 17.06.2031",
    ],
)
def test_stamps_of_many_shapes_give_the_day(line):
    text = f"Guild and firm meet in Oslo\n\n{line}\n\n{FIRST}"
    assert read_day(text) == dt.date(2031, 6, 17)
    assert line not in clean_text(text).text


def test_the_clock_of_a_page_is_not_the_day_of_the_report():
    page = f"• Monday, 23 December 2031\n\nGuild and firm meet in Oslo\n\nOslo, 9 August 2031 (dpa) - {FIRST}"
    assert read_day(page) == dt.date(2031, 8, 9)
    assert read_day(f"• Thu. Jul 4th, 2032\n\nGuild and firm meet\n\nMay 6, 2031\n\n{FIRST}") == dt.date(2031, 5, 6)


def test_a_line_that_says_what_its_day_is_of_is_the_pages_own():
    (bare,) = clean_text(f"Guild and firm meet\n\n17 June 2031\n\n{FIRST}").furniture
    (labelled,) = clean_text(f"Guild and firm meet\n\nPublished : 17 June 2031\n\n{FIRST}").furniture
    assert (bare.kind, labelled.kind) == ("date stamp", "publication line")
