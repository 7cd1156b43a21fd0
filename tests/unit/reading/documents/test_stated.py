"""What a container states fills the gaps that a report leaves."""

from __future__ import annotations

import datetime as dt

from gobetween.model.dates import on
from gobetween.model.evidence import Outlet
from gobetween.reading.documents.cleaning import clean_document
from gobetween.reading.documents.languages import language_of
from gobetween.reading.documents.publication import read_publication
from gobetween.reading.documents.stated import with_stated
from gobetween.reading.inputs import NOTHING_STATED, Stated

BODY = "The mediator met the union on Friday, and said that a deal was close. The union would not say when it would answer."
MAIL = Stated(
    title="Union to answer",
    outlet=Outlet("Harbour Wire", "the e-mail's list"),
    authors=("Ann Lee",),
    published=on(dt.date(2031, 5, 12)),
)


def publication(raw, stated):
    return with_stated(read_publication(raw, clean_document(raw)), stated)


def test_what_the_report_leaves_out_its_container_fills_in():
    found = publication(BODY, MAIL)
    assert (found.title, found.outlet, found.authors, found.published) == (MAIL.title, MAIL.outlet, MAIL.authors, MAIL.published)


def test_the_reports_own_day_and_byline_count_before_the_containers():
    found = publication(f"Deal close\n\nBy Bo Ek\n\nPublished: May 4, 2031\n\n{BODY}", MAIL)
    assert (found.authors, found.published.day) == (("Bo Ek",), dt.date(2031, 5, 4))


def test_a_mails_subject_is_its_title_and_a_greeting_is_none():
    assert publication(f"Hi Jonas\n\n{BODY}", MAIL).title == "Union to answer"


def test_a_title_in_a_files_own_data_is_only_a_hint():
    assert publication(f"Deal close\n\n{BODY}", Stated(title="Some draft", is_hint=True)).title == "Deal close"
    assert publication(BODY, Stated(title="Some draft", is_hint=True)).title == "Some draft"


def test_a_stated_day_ends_the_doubt_about_a_stamp():
    assert publication(f"{BODY}\n\n3/4/2031", NOTHING_STATED).doubts
    assert not publication(f"{BODY}\n\n3/4/2031", MAIL).doubts


def test_a_stated_language_counts_only_where_the_words_do_not_say():
    assert language_of("Broken entry", "en") == "en"
    assert language_of("Broken entry", None) == "und"
    assert language_of("Les deux délégations ont quitté la ville et elles ne sont pas d'accord", "en") == "fr"
    assert language_of("Мир", "en") == "und"
    assert language_of("Broken entry", "not a language") == "und"
