import datetime as dt

import pytest

from gobetween.model.dates import DateBasis
from gobetween.reading.documents.cleaning import clean_document
from gobetween.reading.documents.publication import read_publication

BODY = "The union refused the offer that the owners had made.\n\nTalks go on, a mediator said."


def publication(raw, name=""):
    return read_publication(raw, clean_document(raw), name)


@pytest.mark.parametrize(
    ("raw", "basis"),
    [
        (f" date 2031-05-04 {BODY}", DateBasis.STATED),
        (f"4 May 2031\n\n{BODY}", DateBasis.STATED),
        (f"Published: May 4, 2031\n\n{BODY}\n\nUpdated: May 6, 2031", DateBasis.STATED),
        (f"{BODY}\n\nUpdated: May 4, 2031, 7:13 AM", DateBasis.INFERRED),
        (f"OSLO, May 4, 2031 (Reuters) - {BODY}", DateBasis.STATED),
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


def test_a_file_name_is_drawn_on_last_and_said():
    when = publication(BODY, "reports/port-2031-05-04.txt").published
    assert when.day == dt.date(2031, 5, 4)
    assert "file's name" in when.inference
    assert publication(f"3 May 2031\n\n{BODY}", "port-2031-05-04.txt").published.day == dt.date(2031, 5, 3)


def test_an_ambiguous_stamp_stays_open():
    assert publication(f"{BODY}\n\nUpdated: 03/04/2031").published.is_unknown
    assert publication(f"{BODY}\n\nUpdated: 23/04/2031").published.day == dt.date(2031, 4, 23)


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
