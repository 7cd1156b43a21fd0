"""Days of publication in lines of names and signs at the edges of a text."""

import datetime as dt

import pytest

from gobetween.reading.documents.cleaning import clean_document
from gobetween.reading.documents.publication import read_publication

BODY = """
The ministry said on Tuesday that the two sides would meet again in Lindenau. The union rejected the offer. Neither side gave
details of the talks, which began last week.

A second round is planned for next month, officials said, and the mediator will travel to both capitals before then.
"""


def published(text):
    return read_publication(text, clean_document(text)).published


@pytest.mark.parametrize(
    "line",
    [
        "LINDENAU — 14 May 2031 — The talks ended.",
        "Lindenau, Wednesday 14 May 2031 -- The talks ended.",
        "LINDENAU, Wed, 14 May 2031 (Norda)",
        "NORDA NEWS, 14 MAY 2031",
        "Norda News – 14 May 2031 – Lindenau",
        "[Norda, Lindenau, 14 May 2031]",
        "(14 May 2031)",
        "Lindenau/Holm, 14 May 2031 (NN) - The talks ended.",
        "Sund Post. 14 May 2031. Page 3.",
        "(Norda) Lindenau, 14.05.2031.",
        "Talks fail again - 14 May 2031",
        "16:40, 14 May 2031",
    ],
)
def test_a_line_of_names_and_signs_at_the_head_gives_the_day(line):
    when = published(f"Rail talks fail\n\n{line}\n{BODY}")
    assert str(when.day) == "2031-05-14"


@pytest.mark.parametrize("line", ["-- Lindenau, 14 May 2031", "NN 14 May 2031 1640 GMT", "This article was published on 14 May 2031."])
def test_so_does_one_at_the_end(line):
    assert str(published(f"Rail talks fail\n{BODY}\n{line}\n").day) == "2031-05-14"


def test_the_day_of_an_update_is_inferred():
    when = published(f"Rail talks fail\n\nNorda | Lindenau | Updated 14 May 2031, 10:11\n{BODY}")
    assert (str(when.day), "update" in when.inference) == ("2031-05-14", True)


@pytest.mark.parametrize(
    "line",
    [
        "On 14 May 2031, the ministry said that it would pay.",
        "The union struck on 14 May 2031.",
        "Since 14 May 2031 trains have stood still.",
        "The contract signed in Holm on 14 May 2031 - the third - has lapsed.",
        "The contract runs until 14 May 2031.",
    ],
)
def test_a_day_within_a_sentence_is_not_the_day_of_the_text(line):
    assert published(f"Rail talks fail\n\n{line}\n{BODY}").is_unknown
    assert published(f"Rail talks fail\n{BODY}\n{line}\n").is_unknown


@pytest.mark.parametrize(
    "line",
    [
        "Norda News Desk | Holm | Updated: 14-05-2031 03:12 IST | Created: 14-05-2031 03:12 IST",
        "NEWS 14.05.2031 17:52",
        "2031/05/14 12:34",
        "2031.05.14 12:34",
        "14/May/2031",
        "14-05-2031",
        "Source: Norda online Wednesday, May 14, 2031 | 06:55 Share",
        "Ole Berg 2 minutes ago Wed 14th May 2031 | 10:04 PM",
        "UPDATED 14 MAY 2031",
        "HOLM, MAY 14, 2031, NORDAPRESS. The talks ended.",
        "Published On 14 May 203114 May 2031",
    ],
)
def test_stamps_of_many_agencies_give_the_day(line):
    assert str(published(f"Rail talks fail\n\n{line}\n{BODY}").day) == "2031-05-14"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated: 05-04-2031 03:12 IST", "2031-04-05"),
        ("Updated: 05/04/2031 03:12 EDT", "2031-05-04"),
        ("NEWS 05.04.2031 17:52", "2031-04-05"),
        ("05-04-2031", None),
    ],
)
def test_of_two_readings_the_clock_or_the_dots_tell_which(line, day):
    when = published(f"Rail talks fail\n\n{line}\n{BODY}")
    assert (str(when.day) if when.day else None) == day


def test_of_two_readings_a_dateline_tells_which():
    when = published(f"Rail talks fail\n\nHOLM, May 4 (Norda) -- The talks ended.\n{BODY}\n4/5/2031\n")
    assert str(when.day) == "2031-05-04"


def test_a_long_line_of_figures_is_read_in_step_with_its_length():
    assert published(f"Rail talks fail\n\n{'05-04-' * 5_000}\n{BODY}").is_unknown


_BODY = (
    "The two sides in the ferry dispute returned to the table after a break of nine days, officials of both said.\n\n"
    "The company said that it would answer in writing. It has 400 staff in Norda and runs six ships.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "August 5, 20215:00 AM ET",
        "August 5, 20212:31 PM UTCUpdated 3 years ago",
        "First posted Thu 5 Aug 2021 at 10:31am",
        "August 5, 2021 Updated: August 6, 2021",
        "PUBLISHED AUGUST 5, 2021UPDATED AUGUST 6, 2021",
        "August 5, 2021 Ada Berg News 0",
        "By Ada BergAugust 5, 2021 10:31 AM",
        "05 August 2021, Norda –",
        "2021. 8. 5. 10:31",
        "5 August 2021 • 10:31am",
        "by Ada Berg - August 5, 2021 in World",
        "By NNA - Aug 05,2021 - Last updated at Aug 06,2021",
        "Source: Nordhua| 2021-08-05 10:31:22|Editor: huaxia",
    ],
)
def test_a_stamp_gives_the_day_however_it_is_run_together(line):
    raw = f"Ferry talks resume\n{line}\n{_BODY}"
    assert read_publication(raw, clean_document(raw)).published.day == dt.date(2021, 8, 5)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("They had met on August 4 in Berg.", dt.date(2021, 8, 5)),
        ("They had met on 3 May in Berg.", dt.date(2021, 5, 8)),
        ("They had met on Wednesday in Berg.", None),
        ("They had met on August 4 and on May 5 in Berg.", None),
    ],
)
def test_of_two_readings_of_a_stamp_that_counts_which_the_days_of_the_report_fit(told, day):
    raw = f"Ferry talks resume\nIssued on: 05/08/2021 - 10:31\n{_BODY}\n{told}\n"
    assert read_publication(raw, clean_document(raw)).published.day == day
