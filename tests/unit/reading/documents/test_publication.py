import datetime as dt

import pytest

from gobetween.model.dates import DateBasis
from gobetween.reading.documents.cleaning import clean_document
from gobetween.reading.documents.publication import read_publication

BODY = "The union refused the offer that the owners had made.\n\nTalks go on, a mediator said."
LINKED = """<script type="application/ld+json">{"@graph": [
  {"@type": "Organization", "@id": "#us", "name": "Port Watch"},
  {"@type": "NewsArticle", "headline": "Talks fail", "datePublished": "2031-05-04T10:00Z",
   "author": [{"@type": "Person", "name": "Ana Lund"}], "publisher": {"@id": "#us"}}]}</script><p>One.</p><p>Two.</p>"""


def publication(raw):
    return read_publication(raw, clean_document(raw))


@pytest.mark.parametrize(
    ("raw", "basis"),
    [
        (f" date 2031-05-04 {BODY}", DateBasis.STATED),
        (f"4 May 2031\n\n{BODY}", DateBasis.STATED),
        (f"Published: May 4, 2031\n\n{BODY}\n\nUpdated: May 6, 2031", DateBasis.STATED),
        (f"{BODY}\n\nUpdated: May 4, 2031, 7:13 AM", DateBasis.INFERRED),
        (f"OSLO, May 4, 2031 (Reuters) - {BODY}", DateBasis.STATED),
        (f"OSLO (Coast Press), 4 May 2031 -- {BODY}", DateBasis.STATED),
        (f"Radio Costa digital - 4 May 2031 - translated automatically\n\n{BODY}", DateBasis.STATED),
        ('<meta property="article:published_time" content="2031-05-04T10:00Z"><p>One.</p><p>Two.</p>', DateBasis.STATED),
        ('<script>{"datePublished": "2031-05-04"}</script><p>One.</p><p>Two.</p>', DateBasis.STATED),
        ("<p>One.</p><time datetime='2031-05-04'>today</time><p>Two.</p>", DateBasis.STATED),
    ],
)
def test_the_day_is_found_where_a_document_states_it(raw, basis):
    when = publication(raw).published
    assert when.day == dt.date(2031, 5, 4)
    assert when.basis is basis
    assert when.inference


def test_the_dates_of_links_do_not_count():
    raw = "<p>One <a href='https://x.example/2031/05/04/a'>two</a>.</p><p>Three <a href='https://x.example/2031/05/04/b'>four</a>.</p>"
    assert publication(raw).published.is_unknown


def test_an_ambiguous_stamp_stays_open_and_both_readings_are_said():
    found = publication(f"{BODY}\n\nUpdated: 03/04/2031")
    assert found.published.is_unknown
    (doubt,) = found.doubts
    assert "2031-04-03 or 2031-03-04" in doubt.note
    assert publication(f"{BODY}\n\nUpdated: 23/04/2031").published.day == dt.date(2031, 4, 23)


@pytest.mark.parametrize(("language", "day"), [("en-GB", dt.date(2031, 5, 12)), ("en-US", dt.date(2031, 12, 5)), ("en", None)])
def test_an_ambiguous_stamp_is_read_by_the_custom_of_the_page_s_language_and_says_so(language, day):
    when = publication(f"<html lang='{language}'><body><p>Published 12/05/2031</p><p>{BODY}</p></body></html>").published
    assert when.day == day
    assert when.basis is (DateBasis.INFERRED if day else DateBasis.UNKNOWN)
    assert not day or "else it is 2031" in when.inference


@pytest.mark.parametrize("stamp", ["Dated 2199-01-01", "1 January 2099", "Published: 01/02/2188"])
def test_a_stamp_far_in_the_future_is_no_day_of_publication_and_why_is_said(stamp):
    found = publication(f"{stamp}\n\n{BODY}")
    assert found.published.is_unknown
    assert "too far in the future" in found.doubts[0].note


def test_a_dateline_without_a_year_leaves_the_day_open_and_says_so():
    found = publication(f"OSLO, March 12 (Reuters) - {BODY}")
    assert found.published.is_unknown
    assert found.doubts[0].note == "the document is dated 'March 12' without a year"


def test_a_stamp_with_its_year_goes_before_a_dateline_without_one():
    found = publication(f"13 March 2031\n\nOSLO, March 12 (Reuters) - {BODY}")
    assert found.published.day == dt.date(2031, 3, 13)
    assert not found.doubts


def test_no_date_is_an_honest_answer():
    assert publication(BODY).published.is_unknown


@pytest.mark.parametrize(
    ("raw", "name", "basis"),
    [
        (f"{BODY}\n\nEFE", "EFE", "sign-off"),
        (f"{BODY} — BBC", "BBC", "sign-off"),
        (f"OSLO (AP) — {BODY}", "AP", "dateline"),
        ('<meta property="og:site_name" content="The Harbour Post"><p>One.</p><p>Two.</p>', "The Harbour Post", "names its site"),
        (f"{BODY}\n\nOwners told The Harbour Post so. Others told The Harbour Post no.", "The Harbour Post", "told-to"),
        ("<title>Talks fail | The Courier</title><p>One.</p><p>Two.</p>", "The Courier", "title"),
        ("<title>Talks fail - Harbour Post</title><p>One.</p><p>Two.</p>", "Harbour Post", "title"),
        ("<title>Talks fail - Port Watch</title><h1>Talks fail</h1><p>One.</p><p>Two.</p>", "Port Watch", "title"),
        (LINKED, "Port Watch", "publisher"),
        (f"Talks fail\n\nHarbour Gazette, 4 May 2031\n\n{BODY}", "Harbour Gazette", "beside the date"),
        (f"Talks fail\n\nBy Ana Lund | Harbour Post | 3 hours ago\n\n{BODY}", "Harbour Post", "byline"),
        (f"PORT LANTERN\nMonday, 5 May 2031\n\nTalks fail\n\n{BODY}", "Port Lantern", "at the head"),
        (f"The Quay Times\n5 May 2031\n\nBy our labour correspondent\n\n{BODY}", "The Quay Times", "at the head"),
        (
            f"<p>By the night desk &middot; Quay Gazette &middot; 5 May 2031, 1.40pm</p><p>One.</p><p>{BODY}</p>",
            "Quay Gazette",
            "byline",
        ),
        (f"<p>{BODY}</p><p>One.</p><footer>Quay Gazette. All times local.</footer>", "Quay Gazette", "foot"),
        (f"<p>{BODY}</p><p>One.</p><footer>© 2031 The Quay Times | Terms</footer>", "The Quay Times", "foot"),
        (
            (
                "<p>A <a href='https://www.harbourpost.example/1'>b</a> told The Harbour Post.</p>"
                "<p><a href='https://harbourpost.example/2'>c</a> d.</p>"
            ),
            "The Harbour Post",
            "link domain harbourpost.example",
        ),
    ],
)
def test_the_outlet_is_named_with_its_basis(raw, name, basis):
    outlet = publication(raw).outlet
    assert outlet is not None
    assert outlet.name == name
    assert basis in outlet.basis


@pytest.mark.parametrize("name", ["PORT LANTERN", "The Quay Times"])
def test_the_name_of_the_paper_is_no_title(name):
    assert publication(f"{name}\nMonday, 5 May 2031\n\nTalks fail again\n\n{BODY}").title == "Talks fail again"


def test_a_headline_above_its_date_stays_one():
    found = publication(f"Port Talks Resume\n5 May 2031\n\nOwners stay away\n\n{BODY}")
    assert (found.title, found.outlet) == ("Port Talks Resume", None)


def test_a_byline_may_hold_the_day():
    found = publication(f"Talks fail\n\nBy the port desk · Quay Gazette · 5 May 2031, 1.40pm\n\n{BODY}")
    assert str(found.published.day) == "2031-05-05"


def test_one_interview_elsewhere_makes_no_outlet():
    assert publication(f"{BODY}\n\nShe told Channel News so.").outlet is None


def test_title_and_authors_are_read_from_plain_text():
    found = publication(f"Port talks resume\n\nBy Ana Lund and Ole Berg\n\n{BODY}")
    assert found.title == "Port talks resume"
    assert found.authors == ("Ana Lund", "Ole Berg")
    assert publication(BODY).title is None


def test_a_wire_that_writes_a_hyphen_in_its_dateline_is_known():
    outlet = publication(f"OSLO, May 4 (Reuters) - {BODY}").outlet
    assert outlet is not None
    assert outlet.name == "Reuters"


def test_a_page_s_linked_data_gives_headline_authors_and_day():
    found = publication(LINKED)
    assert (found.title, found.authors, found.published.day) == ("Talks fail", ("Ana Lund",), dt.date(2031, 5, 4))


@pytest.mark.parametrize(
    "data", ["{", "[" * 50_000, '{"@type": "NewsArticle", "publisher": 3, "author": [[]], "datePublished": {}}', "null"]
)
def test_linked_data_that_is_broken_or_odd_tells_nothing(data):
    found = publication(f"<script type='application/ld+json'>{data}</script><p>One.</p><p>Two.</p>")
    assert (found.title, found.outlet, found.authors, found.published.is_unknown) == (None, None, (), True)


def test_a_dash_within_a_headline_names_no_outlet():
    found = publication("<title>Talks fail - again</title><p>One.</p><p>Two.</p>")
    assert found.outlet is None
    assert found.title == "Talks fail - again"


def test_the_headline_stands_without_its_site_and_is_not_the_logo():
    page = "<title>Talks fail | The Courier</title><h1>The Courier</h1><h1>Talks fail</h1><p>One.</p><p>Two.</p>"
    assert publication(page).title == "Talks fail"
    assert publication("<title>Talks fail | The Courier</title><p>One.</p><p>Two.</p>").title == "Talks fail"


def test_a_letter_s_subject_is_its_title():
    assert publication(f"From: Ana Lund\nSubject: Talks fail\n\n{BODY}").title == "Talks fail"


def test_a_name_beside_the_date_is_the_author_where_it_sounds_like_no_outlet():
    found = publication(f"Talks fail\n\nAna Lund Thu 6 Jul 2023 18.04 BST Last modified on Fri 7 Jul 2023\n\n{BODY}")
    assert (found.authors, found.outlet, found.published.day) == (("Ana Lund",), None, dt.date(2023, 7, 6))


def test_a_post_is_no_author():
    assert publication(f"Talks fail\n\nBy Ana Lund, Staff Writer\n\n{BODY}").authors == ("Ana Lund",)


def test_a_stamp_without_a_year_leaves_the_day_open_and_names_its_paper():
    found = publication(f"Harbour Post | 12 May\n\n{BODY}")
    assert found.published.is_unknown
    assert found.doubts[0].note == "the document is dated '12 May' without a year"
    assert found.outlet is not None
    assert found.outlet.name == "Harbour Post"


def test_an_agency_before_the_day_of_a_dateline_is_the_outlet():
    outlet = publication(f"OSLO (Coast Press), 4 May 2031 -- {BODY}").outlet
    assert outlet is not None
    assert outlet.name == "Coast Press"


@pytest.mark.parametrize("stamp", ["4 March 2031, The Sarnwick Post", "Tuesday, March 4, 2031 - The Sarnwick Post"])
def test_a_line_of_day_and_paper_gives_both(stamp):
    found = publication(f"Crews vote\n\n{stamp}\n\n{BODY}")
    assert found.published.day == dt.date(2031, 3, 4)
    assert found.outlet is not None
    assert found.outlet.name == "The Sarnwick Post"


def test_a_sentence_about_a_paper_is_no_stamp():
    assert publication(f"On 4 March 2031, The Sarnwick Post was sold.\n\n{BODY}").outlet is None
