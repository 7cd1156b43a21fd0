import datetime as dt

from gobetween.model.dates import UNKNOWN_DATE, on
from gobetween.reading.documents.cleaning import clean_text
from gobetween.reading.documents.signs import find_signs
from gobetween.reading.parsing import parse

PADDING = (
    "The strike comes at a critical juncture for the broader region, where mounting tensions have deepened the divide "
    "between owners and crews. "
    "Finding a lasting answer to this complex challenge will be crucial for stability along the coast."
)


def signs(text, parser, published=UNKNOWN_DATE):
    clean = clean_text(text)
    return find_signs(text, clean, parse(clean.text, parser), published)


def test_a_notice_of_machine_translation_is_a_sign(parser):
    (sign,) = signs("The sides met.\n\nPowered by automated translation\n\nThey parted.", parser)
    assert sign.kind == "machine translation"


def test_commentary_without_a_source_is_a_sign(parser):
    (sign,) = signs(f"The sides met, a mediator said.\n\n{PADDING}", parser)
    assert sign.kind == "unsourced commentary"


def test_padding_between_reported_paragraphs_looks_rewritten(parser):
    again = f"{PADDING} It will stay so."
    text = f"The sides met, a mediator said.\n\n{PADDING}\n\nThey parted, she added.\n\n{again}\n\nNobody stayed, he said."
    assert {sign.kind for sign in signs(text, parser)} == {"unsourced commentary", "rewritten copy"}


def test_plain_reporting_gives_no_sign(parser):
    assert signs("The sides met on Monday, a mediator said. They talked about wages for three hours.", parser) == ()


def test_a_day_both_ahead_and_over_is_a_sign_where_nothing_dates_the_text(parser):
    text = "The owners are scheduled to join the talks on Friday.\n\nThe sessions took place on Thursday and Friday."
    (sign,) = signs(text, parser)
    assert sign.kind == "clashing dates"
    assert signs(text, parser, on(dt.date(2031, 5, 4))) == ()


def test_days_that_never_were_are_signs(parser):
    found = signs("They met on February 30, 2031. They met again on Monday, May 4, 2031.", parser)
    assert [sign.kind for sign in found] == ["impossible date", "impossible date"]
    assert "Sunday" in found[1].note


def test_a_date_without_its_year_is_held_against_its_weekday_as_seen_from_publication(parser):
    (sign,) = signs("The truce ended on Monday, 2 May.", parser, on(dt.date(2031, 5, 14)))
    assert "that day was a Friday" in sign.note
    assert signs("The truce ended on Friday, 2 May.", parser, on(dt.date(2031, 5, 14))) == ()
    assert signs("The truce ended on Monday, 2 May.", parser) == ()


def test_a_day_that_is_in_no_calendar_is_a_sign_without_its_year_too(parser):
    (sign,) = signs("They met on 31 June.", parser)
    assert "no day of the calendar" in sign.note


def test_a_past_day_after_publication_is_a_sign_and_a_coming_one_is_none(parser):
    (sign,) = signs("They met on 3 June 2031.", parser, on(dt.date(2031, 5, 14)))
    assert "after the day of publication (2031-05-14)" in sign.note
    assert signs("They will meet on 3 June 2031.", parser, on(dt.date(2031, 5, 14))) == ()
