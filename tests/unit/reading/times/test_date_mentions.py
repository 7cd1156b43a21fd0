import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gobetween.model.dates import UNKNOWN_DATE, DateBasis, on
from gobetween.reading.documents.cleaning import clean_text
from gobetween.reading.parsing import parse
from gobetween.reading.times.date_mentions import find_dates

WEDNESDAY = dt.date(2024, 2, 21)


def dates(text, parser, published=WEDNESDAY):
    clean = clean_text(text)
    when = on(published) if published else UNKNOWN_DATE
    return [(clean.text[each.start : each.end], str(each.when)) for each in find_dates(clean, when, parse(clean.text, parser))]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("The envoys met on Wednesday.", "on Wednesday", "2024-02-21"),
        ("The envoys met on Monday.", "on Monday", "2024-02-19"),
        ("The envoys met last Wednesday.", "last Wednesday", "2024-02-14"),
        ("The envoys will meet on Monday.", "on Monday", "2024-02-26"),
        ("The envoys are expected to meet on Friday.", "on Friday", "2024-02-23"),
        ("Her tour, which includes a stop in Oslo on Thursday, is long.", "on Thursday", "2024-02-22"),
        ("The draft was to be handed over later on Thursday.", "later on Thursday", "2024-02-22"),
        ("They would strike unless the bank made an offer by Friday.", "by Friday", "2024-02-23"),
        ("She wanted an answer by Thursday, she said.", "by Thursday", "2024-02-22"),
        ("The judge gave both sides until Monday to reply.", "until Monday", "2024-02-26"),
        ("If the army withdrew by Saturday, they would sign.", "by Saturday", "2024-02-24"),
        ("The company has promised an answer by Friday.", "by Friday", "2024-02-23"),
        ("Most crews left the port by Friday.", "by Friday", "2024-02-16"),
        ("Some 40 people had died in the floods by Friday.", "by Friday", "2024-02-16"),
        ("The committee, which was to convene on 20 February, did not meet.", "on 20 February", "2024-02-20"),
        ("A swap scheduled for February 18 collapsed hours before.", "February 18", "2024-02-18"),
        ("A swap is scheduled for January 3.", "January 3", "2025-01-03"),
        ("They sat together on Monday and Tuesday.", "on Monday and Tuesday", "2024-02-19 to 2024-02-20"),
        ("They began on October 7.", "on October 7", "2023-10-07"),
        ("They began on 7 October 2022.", "on 7 October 2022", "2022-10-07"),
        ("They will begin on March 3.", "on March 3", "2024-03-03"),
        ("No port has opened since November.", "since November", "2023-11-01 to 2023-11-30"),
        ("The ports closed in January.", "in January", "2024-01-01 to 2024-01-31"),
        ("Talks to resume Sunday, a source said.", "Sunday", "2024-02-25"),
        ("A vote has been called for Thursday.", "Thursday", "2024-02-22"),
        ("They want a pause before the end of the week.", "before the end of the week", "by 2024-02-25"),
        ("They hope for a deal in the coming days.", "in the coming days", "from 2024-02-22"),
        ("They spoke yesterday.", "yesterday", "2024-02-20"),
        ("They spoke three days ago.", "three days ago", "2024-02-18"),
        ("They quarrelled in recent weeks.", "in recent weeks", "by 2024-02-21"),
        ("The pact was signed in 1994.", "in 1994", "1994-01-01 to 1994-12-31"),
        ("They spoke on 2024-01-30.", "2024-01-30", "2024-01-30"),
        ("The pact was signed in early February.", "in early February", "2024-02-01 to 2024-02-10"),
        ("A round is planned for the second half of March.", "the second half of March", "2024-03-16 to 2024-03-31"),
        ("They will meet in the first week of March.", "in the first week of March", "2024-03-01 to 2024-03-07"),
        ("They are to finish by mid-March.", "by mid-March", "by 2024-03-20"),
        ("By the end of March they will sign.", "By the end of March", "by 2024-03-31"),
        ("They met at the weekend.", "at the weekend", "2024-02-17 to 2024-02-18"),
        ("They will meet at the weekend.", "at the weekend", "2024-02-24 to 2024-02-25"),
        ("The guild has threatened a strike from March 4.", "from March 4", "2024-03-04"),
        ("The strike was called off on 3 and 4 February.", "on 3 and 4 February", "2024-02-03 to 2024-02-04"),
        ("The answer could come as early as Friday.", "Friday", "2024-02-23"),
        ("An answer is due within 48 hours.", "within 48 hours", "2024-02-21 to 2024-02-23"),
        ("Three ships sank in the past 24 hours.", "in the past 24 hours", "2024-02-20 to 2024-02-21"),
        ("The envoys met this morning.", "this morning", "2024-02-21"),
        ("It is the 40th day of the strike.", "the 40th day", "date unknown"),
        ("The truce ended on Friday, 9 January.", "on Friday, 9 January", "date unknown"),
        ("They met on 31 June.", "on 31 June", "date unknown"),
        ("She would sign provided that the navy withdrew its ships by the end of July.", "by the end of July", "by 2024-07-31"),
        ("They would talk on condition that the army left by 30 July.", "by 30 July", "2024-07-30"),
        ("It would be over once the crews returned in May.", "in May", "2024-05-01 to 2024-05-31"),
        ("In March the guild had asked for nine.", "In March", "2023-03-01 to 2023-03-31"),
        ("The lock closed in the spring of 2020.", "of 2020", "2020-01-01 to 2020-12-31"),
    ],
)
def test_words_for_a_time_resolve_against_the_day_of_publication(text, words, when, parser):
    assert dates(text, parser) == [(words, when)]


@pytest.mark.parametrize(
    "text", ["They met on Thursday.", "It began on October 7.", "During the month of May they met.", "They met the next day."]
)
def test_without_a_day_of_publication_they_stay_open(text, parser):
    assert [when for _, when in dates(text, parser, published=None)] == ["date unknown"]


def test_a_full_date_needs_no_publication(parser):
    assert dates("It began on October 7, 2023.", parser, published=None) == [("on October 7, 2023", "2023-10-07")]


@pytest.mark.parametrize(
    "text",
    [
        "They may march.",
        "It took more than ten months.",
        "She was second.",
        "The Sunday Times wrote so.",
        "It lasted 40 days.",
        "May they now agree?",
    ],
)
def test_what_only_looks_like_a_date_is_none(text, parser):
    assert dates(text, parser) == []


def test_a_date_that_was_worked_out_says_how(parser):
    clean = clean_text("The envoys met on Monday.")
    (found,) = find_dates(clean, on(WEDNESDAY), parse(clean.text, parser))
    assert found.when.basis is DateBasis.INFERRED
    assert "2024-02-21" in found.when.inference


def test_without_a_parse_the_words_around_decide():
    clean = clean_text("The envoys will meet on Monday.")
    assert str(find_dates(clean, on(WEDNESDAY))[0].when) == "2024-02-26"


@given(st.text(alphabet="onby MondayMay0123456789,-Juneweklastxtgd. ", max_size=60))
def test_no_text_breaks_the_search(text):
    clean = clean_text(text)
    ends = 0
    for found in find_dates(clean, on(WEDNESDAY)):
        assert ends <= found.start < found.end
        ends = found.end


def test_the_end_of_a_stretch_does_not_lie_before_its_beginning(parser):
    assert dates("The port was shut from 3 February to 9 April.", parser) == [
        ("from 3 February", "2024-02-03"),
        ("9 April", "2024-04-09"),
    ]
