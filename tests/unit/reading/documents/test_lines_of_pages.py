"""Lines of web pages saved as text: captions, buttons, players, offers, pointers, and the lines around a report; invented."""

import pytest

from gobetween.reading.documents.cleaning import clean_text

HEAD = (
    "Ferry guild and owners return to the table\n\nThe guild and the owners of the Norda ferries returned to the table on Thursday "
    "after a break of nine days, officials said.\n\n"
)
REST = (
    "\n\nThe owners said that they would answer in writing by Monday. They run six ships and have 400 staff in two ports.\n\n"
    "The guild has 400 members and wants nine per cent, its head said on Thursday.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "A ferry lies at the quay in Norda on Tuesday. © Per Lund, NNA",
        "A ferry lies at the quay in Norda, Norvan, Tuesday, Aug. 3, 2021. Per Lund AP",
        "A ferry lies at the quay in Norda, Norvan, Tuesday, Aug. 3, 2021.",
        "FILE - A ferry lies at the quay in Norda, Norvan, Aug. 3, 2021. (AP Photo/Per Lund, File)",
        "FILE - In this Aug. 3, 2021 file photo, a ferry lies at the quay in Norda.",
        "A ferry lies at the quay in Norda, Norvan, August 3, 2021. REUTERS/Per Lund Acquire Licensing Rights",
        "[1/5]A ferry lies at the quay in Norda, Norvan, August 3, 2021. REUTERS/Per Lund Acquire Licensing Rights",
        "A ferry lies at the quay in Norda [NNA]",
        "A ferry lies at the quay in Norda. NNA Photo",
        "A ferry lies at the quay in Norda. - AFP PHOTO",
        "A ferry lies at the quay in Norda. Credit...Per Lund for The Nord Times",
        "A ferry lies at the quay in Norda. Per Lund for The Nord Times",
        "Image: A ferry lies at the quay in Norda. Pic: NNA",
        "Caption: A ferry lies at the quay in Norda",
        "Per Lund/AFP via Getty Images",
        "Per Lund / NNA",
        "PER LUND / AFP / GETTY IMAGES",
        "Anna Berg speaks to reporters in Norda. (Supplied)",
        "Anna Berg speaks to reporters in Norda. Supplied photo.",
        "Anna Berg, left, and Jan Holt shake hands in Norda on Thursday, Aug. 5, 2021.",
        "This handout picture shows a ferry at the quay in Norda. NNA",
        "This picture taken on August 3, 2021 shows a ferry at the quay in Norda.",
        "A picture taken on August 3, 2021, shows a ferry at the quay in Norda.",
        "In this photo released by the guild, members vote in Norda, Aug. 3, 2021.",
        "In this file photo taken on August 3, 2021 a ferry lies at the quay in Norda.",
        "Image used for representational purpose only",
        "(Image credit: Per Lund)",
        "Watch video 01:23",
        "Now playing",
        "Play Video",
        "Video Ad Feedback",
        "Video content",
    ],
)
def test_what_a_picture_shows_and_who_took_it_is_left_out(line):
    assert line not in clean_text(HEAD + line + REST).text


@pytest.mark.parametrize(
    "line",
    [
        "Share full article",
        "127",
        "Read in app",
        "SKIP ADVERTISEMENT",
        "Skip advertisement",
        "Advertising",
        "Copy link to clipboard",
        "Reuse this content",
        "Resize text",
        "Normal text sizeLarger text sizeVery large text size",
        "Audio By Carbonatix",
        "This is AI generated audio",
        "0:00 / 4:12",
        "2 min",
        "Updated 4 hours ago",
        "Last updated 3 hours ago",
        "Have your say",
        (
            "Sign up to the Front Page newsletter for free: Your essential guide to the day's agenda from The "
            "Courier - direct to your inbox seven days a week."
        ),
        "Receive essential international news every morning",
        "Take international news everywhere with you! Download the Nord 24 app",
        "Get the day's top headlines delivered to your inbox every morning.",
        "Never miss a story: follow us on Telegram.",
        "This article is for subscribers only.",
        "You have 3 free articles left this month.",
        "Become a member",
        "Start your free trial",
        "Manage preferences",
        "Advertise with us",
        "The BBX is not responsible for the content of external sites.",
        (
            "A version of this article appears in print on Aug. 6, 2021, Section A, Page 9 of the New York "
            "edition with the headline: Norvan and Belmark Meet."
        ),
        'This article appeared in the print edition under the headline "On the lake".',
        "Read moreKesh: How a truce was made",
        "Also Read - Owners say they cannot pay",
        "ALSO READ Owners say they cannot pay",
        "Related story: Owners say they cannot pay",
        "Related News",
        "More in World",
        "More stories",
        "More News",
        "More like this",
        "DON'T MISS",
        "MUST READ: Owners say they cannot pay",
        "Must Read",
        "Trending now",
        "Recommended Stories",
        "Next Up",
        "Up next",
        "Explore more on these topics",
        "BREAKING",
        "See more",
        "Paid Post",
        "Return to homepage",
        "Report a typo",
        "Report an error",
        "Spotted a mistake? Let us know.",
        "Contact Ada Berg at ada.berg@courier.example.",
        "Write to Ada Berg at ada.berg@courier.example",
        "Open in app",
        "Google News",
        "Add as preferred source on Google",
        "WhatsApp Channel",
        "Join us on Telegram",
        "Watch live",
        "Watch now",
        "Video player",
        "JavaScript is disabled in your browser.",
        "Please enable JavaScript to view the comments.",
        "Error! There was an error processing your request.",
        "Notifications",
        "i",
        "×",
        "- - -",
        "Story highlights",
        "Key points",
        "At a glance",
    ],
)
def test_what_a_page_is_used_by_is_left_out(line):
    assert line not in clean_text(HEAD + line + REST).text.split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "A photo that the guild put out showed 40 members at the quay in Norda on Tuesday.",
        "He told NNA that a ferry had been hit.",
        "The owners, who were pictured at the quay on Tuesday, said nothing.",
        "“We will sign,” Anna Berg told Reuters.",
        "The picture is bleak: six ships lie idle, and 400 people wait for their pay.",
        "A ferry lay at the quay in Norda on Tuesday.",
        "Anna Berg, left with no choice, signed the text on Thursday.",
        "Anna Berg and Jan Holt shook hands in Norda on Thursday.",
        "In the photo, a ferry lies at the quay.",
        "The offer was first reported by Reuters.",
        "The guild sent a picture of the damage to the Norda Courier.",
        "Photos show smoke above the town, but the army denies that it fired.",
        "The image of a burning ferry has become a sign of the strike.",
        "The source: a former minister.",
        "The guild's credit was good, said NNA.",
        "Read the deal, he told them, and you will see.",
        "More than 400 people marched in Norda on Thursday.",
        "Related talks on fish quotas will go on in Berg.",
        "“Watch what they do,” she said.",
        "Share prices fell by 3% in Norda.",
        "Follow the money, the guild's lawyer told the court.",
        "The guild's terms",
        "What the guild wants",
        "A fragile truce",
        "Six ships, two ports",
        "The owners' offer",
        "Key demands",
        "Sign up or be sacked, the owners told their crews.",
        "Get out, he told them.",
        "Live ammunition was fired, the army said.",
        "Trending downwards for years, pay has now risen.",
        "Subscribe to our terms or leave, the owner said.",
        "Comments by the minister did not help.",
        "Print workers joined the strike on Tuesday.",
        "Home owners near the port are angry.",
        "Next week both sides meet again.",
        "Latest offer refused",
        "Recommended pay rises were never paid.",
        "Video of the blast shows two men in masks.",
        "Correction: An earlier version of this report gave the wrong number of ships.",
        "• a rise of nine per cent",
        "• two rest days a week",
        "- no cuts to crews",
        "1. The guild goes back to work.",
        "2. The owners pay nine per cent.",
        "Support for the strike is falling.",
        "The site was closed.",
        "Opinion polls show that most back the guild.",
        "Breaking the deadlock",
        "Analysis of the ash took a week.",
    ],
)
def test_what_belongs_to_the_report_stays(line):
    assert line in clean_text(HEAD + line + REST).text


def kept(page):
    return clean_text(page).text.split("\n")


def test_a_papers_name_and_sections_above_the_headline_are_left_out():
    page = (
        "Norda Courier\nLogin\nSport\nFerry guild and owners return to the table\nAda Berg in Norda\n5 August 2021\n"
        "The guild and the owners of the ferries returned to the table on Thursday.\nThe guild wants nine per cent for its members.\n"
    )
    assert kept(page)[0] == "Ferry guild and owners return to the table"
    assert kept(page)[1].startswith("The guild and the owners")


def test_a_headline_of_few_words_stays_above_its_report():
    page = (
        "Login\nSubscribe\nMenu\nTalks collapse\n\nThe talks on the ferries collapsed on Thursday.\n\n"
        "The guild had asked for nine per cent.\n"
    )
    assert kept(page)[0] == "Talks collapse"


def test_what_stands_below_the_pages_own_words_at_the_foot_is_left_out():
    page = (
        "The talks on the ferries collapsed on Thursday.\n\nThe guild had asked for nine per cent.\n\nThe offer had three points:\n\n"
        "• a rise\n\n• two rest days\n\n• no cuts\n\nThe guild refused.\n\nTopics\n\nFerries\n\nThe lake\n\nReuse this content\n"
    )
    assert kept(page)[-1] == "The guild refused."
    assert "• a rise" in kept(page)


def test_a_headline_above_read_more_is_a_link():
    page = (
        "The talks on the ferries collapsed on Thursday.\n\nOwners open to talks as strike bites\n\nRead more\n\n"
        "The guild had asked for nine per cent.\n\nWhat the guild wants\n\nIt wants two rest days for each of its members.\n"
    )
    assert "Owners open to talks as strike bites" not in kept(page)
    assert "What the guild wants" in kept(page)


def test_what_a_page_tells_of_its_author_is_left_out():
    page = (
        "Ferry talks collapse after nine days in Berg\n\nBy Ada Berg\n\nThe talks on the ferries collapsed on Thursday.\n\n"
        "Jo Lind is a reporter whom the guild has barred.\n\nAda Berg is the Norda correspondent and covers labour.\n"
    )
    assert not any(line.startswith("Ada Berg") for line in kept(page))
    assert any(line.startswith("Jo Lind") for line in kept(page))


def test_lines_of_a_page_in_small_letters_are_not_joined_to_those_above():
    page = (
        "Ferry talks collapse after nine days in Berg\n\n5 August 2021\ncomments\n\nThe talks on the ferries collapsed on Thursday.\n"
    )
    assert kept(page) == ["Ferry talks collapse after nine days in Berg", "The talks on the ferries collapsed on Thursday."]
