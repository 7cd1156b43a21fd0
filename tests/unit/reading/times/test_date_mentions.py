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
        ("They sat together from Monday to Tuesday.", "from Monday to Tuesday", "2024-02-19 to 2024-02-20"),
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
        ("The strike was called off on 3-4 February.", "on 3-4 February", "2024-02-03 to 2024-02-04"),
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
        ("The lock closed in the spring of 2020.", "in the spring of 2020", "2020-01-01 to 2020-12-31"),
        ("The guild has set March 30 as the deadline.", "March 30", "2024-03-30"),
        ("They kept March 30 as a feast.", "March 30", "2023-03-30"),
        ("She gave them a deadline of Friday.", "Friday", "2024-02-23"),
        ("The deadline of Friday passed.", "Friday", "2024-02-16"),
        ("They had been due to meet on Friday.", "on Friday", "2024-02-16"),
        ("They are due to meet on Friday.", "on Friday", "2024-02-23"),
        ("Both crews go home on Friday.", "on Friday", "2024-02-23"),
        ("Both crews went home on Friday.", "on Friday", "2024-02-16"),
        ("Come back on Friday.", "on Friday", "2024-02-23"),
        ("She saw them come back on Friday.", "on Friday", "2024-02-16"),
        ("They spoke late last night.", "late last night", "2024-02-20"),
        ("The crew has until midnight on Friday to answer.", "on Friday", "2024-02-23"),
        ("They want a reply by 6 p.m. on Saturday.", "on Saturday", "2024-02-24"),
        ("The bank must pay before the end of Friday.", "Friday", "2024-02-23"),
        ("By midnight on Sunday 40 had died.", "on Sunday", "2024-02-18"),
        ("She reached the port at midnight on Sunday.", "on Sunday", "2024-02-18"),
        ("A Friday deadline looms.", "Friday", "2024-02-23"),
        ("The bank faces a Monday ultimatum.", "Monday", "2024-02-26"),
        ("A Monday deadline passed without a deal.", "Monday", "2024-02-19"),
        ("They missed a Monday deadline.", "Monday", "2024-02-19"),
        ("He said that the envoy was leaving on Friday.", "on Friday", "2024-02-23"),
        ("The envoy was leaving on Friday when he fell.", "on Friday", "2024-02-16"),
        ("Both crews were told to come back on Friday.", "on Friday", "2024-02-23"),
        ("The judge ordered both sides to return on Friday.", "on Friday", "2024-02-23"),
        ("Both crews were told so on Friday.", "on Friday", "2024-02-16"),
        ("The truce has been extended by a week, to 19 March.", "19 March", "2024-03-19"),
        ("The minister briefs parliament on Friday.", "on Friday", "2024-02-23"),
        ("Voting closes on Friday.", "on Friday", "2024-02-23"),
        ("The move follows a vote on Friday.", "on Friday", "2024-02-16"),
        ("The union rejects the offer made on Friday.", "on Friday", "2024-02-16"),
        ("Talks that were to have begun on Friday have been called off.", "on Friday", "2024-02-23"),
    ],
)
def test_words_for_a_time_resolve_against_the_day_of_publication(text, words, when, parser):
    assert dates(text, parser) == [(words, when)]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("The truce was agreed on Sunday.", "on Sunday", "2024-02-18"),
        ("It was decided on Sunday to go on.", "on Sunday", "2024-02-18"),
        ("A release was promised for Sunday.", "Sunday", "2024-02-25"),
        ("The rebels promised to let 12 people go on Sunday.", "on Sunday", "2024-02-25"),
        ("The rebels let 12 people go on Sunday.", "on Sunday", "2024-02-18"),
        ("Before meeting on Sunday, the two will report.", "on Sunday", "2024-02-25"),
        ("After meeting on Sunday, the two went home.", "on Sunday", "2024-02-18"),
        ("The envoy, arriving on Thursday, is to see both.", "on Thursday", "2024-02-22"),
        ("The extension, which runs out on Monday, was the second.", "on Monday", "2024-02-26"),
        ("The extension, which ran out on Monday, was the second.", "on Monday", "2024-02-19"),
        ("An extension to Monday was refused.", "Monday", "2024-02-26"),
        ("Signing is foreseen for Saturday.", "Saturday", "2024-02-24"),
        ("She has summoned both delegations back for Monday.", "Monday", "2024-02-26"),
        ("Both were invited to a meeting on Monday.", "on Monday", "2024-02-26"),
        ("Both were invited on Monday to a meeting.", "on Monday", "2024-02-19"),
    ],
)
def test_a_day_belongs_to_what_is_to_happen_or_to_what_was_done(text, words, when, parser):
    assert dates(text, parser) == [(words, when)]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("A breakfast he had planned with both sides on Friday has been cancelled.", "on Friday", "2024-02-23"),
        ("A breakfast with both sides on Monday was dropped.", "on Monday", "2024-02-19"),
        ("A visit by the engineer, fixed for Tuesday, was put off.", "Tuesday", "2024-02-20"),
        ("A visit by the engineer, fixed for Thursday, was put off.", "Thursday", "2024-02-22"),
        ("Thursday's session had been moved.", "Thursday", "2024-02-22"),
        ("The union had until noon on Thursday to reply.", "on Thursday", "2024-02-22"),
        ("The union had until Tuesday to reply.", "until Tuesday", "2024-02-20"),
        ("The envoys were to have met on Tuesday.", "on Tuesday", "2024-02-20"),
        ("The visit was cancelled on Friday.", "on Friday", "2024-02-16"),
        ("She cancelled a visit that had begun on Friday.", "on Friday", "2024-02-16"),
    ],
)
def test_of_what_was_called_off_the_nearest_day_is_meant(text, words, when, parser):
    assert dates(text, parser) == [(words, when)]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Talks planned for Monday did not take place.", "Monday", "2024-02-19"),
        ("A decision was expected Tuesday but did not come.", "Tuesday", "2024-02-20"),
        ("Both sides were due to hand over maps by Friday. The army has done so.", "by Friday", "2024-02-16"),
        ("Both sides were due to hand over maps by Friday. The army is ready.", "by Friday", "2024-02-23"),
        ("The lists had been promised to the mediators by Tuesday.", "by Tuesday", "2024-02-20"),
    ],
)
def test_a_day_that_passed_without_what_was_due_lies_behind(text, words, when, parser):
    assert dates(text, parser) == [(words, when)]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("The accord of 18 April still binds them.", "18 April", "2023-04-18"),
        ("They stick to the deadline of 18 April.", "18 April", "2024-04-18"),
        ("The accord lapses on 31 March.", "on 31 March", "2024-03-31"),
        ("They met on Tues night.", "on Tues night", "2024-02-20"),
        ("They met on Mon., an aide said.", "on Mon.", "2024-02-19"),
        ("They will meet on the 15th.", "on the 15th", "2024-03-15"),
        ("He spoke on the 20th local time of a delay.", "on the 20th", "2024-02-20"),
        ("They met on the night of the 19th in Oslo.", "on the night of the 19th", "2024-02-19"),
        ("They met on the 19th in Oslo.", "on the 19th", "2024-02-19"),
        ("The pilots are poised to strike on May 16.", "on May 16", "2024-05-16"),
        ("A vote is set for the 16th.", "for the 16th", "2024-03-16"),
        ("They met on the 2nd of this month.", "on the 2nd of this month", "2024-02-02"),
        ("They will pay by end-March.", "by end-March", "by 2024-03-31"),
        ("They will pay by the end of March.", "by the end of March", "by 2024-03-31"),
        ("They met on 12.01.2024.", "on 12.01.2024", "2024-01-12"),
        ("They met on 23/01/2024.", "on 23/01/2024", "2024-01-23"),
        ("They met on 01/23/2024.", "on 01/23/2024", "2024-01-23"),
        ("They met on 03/04/2024.", "on 03/04/2024", "date unknown"),
        ("They will meet in ten days.", "in ten days", "2024-03-02"),
        ("They will meet a fortnight from now.", "a fortnight from now", "2024-03-03 to 2024-03-09"),
        ("They met a fortnight ago.", "a fortnight ago", "2024-02-04 to 2024-02-10"),
        ("They will meet on the first Monday in April.", "on the first Monday in April", "2024-04-01"),
        ("The talks began on the last Friday of January.", "on the last Friday of January", "2024-01-26"),
        ("The teams meet on Tuesday week.", "on Tuesday week", "2024-03-05"),
    ],
)
def test_rarer_forms_resolve_too(text, words, when, parser):
    assert dates(text, parser) == [(words, when)]


def test_what_was_earlier_in_another_paragraph_is_told_from_the_news(parser):
    text = "They met on Monday.\n\nPressure is growing. The minister threatened a day earlier to resign."
    assert dates(text, parser)[-1] == ("a day earlier", "2024-02-20")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They struck on 5 and 12 January.", [("on 5", "2024-01-05"), ("12 January", "2024-01-12")]),
        ("They sat on Monday and Tuesday.", [("on Monday and Tuesday", "2024-02-19 to 2024-02-20")]),
        ("They sat on 3 and 4 February.", [("on 3 and 4 February", "2024-02-03 to 2024-02-04")]),
        ("They will sit on Thursday and on Saturday.", [("on Thursday", "2024-02-22"), ("Saturday", "2024-02-24")]),
    ],
)
def test_two_days_apart_are_two(text, days, parser):
    assert dates(text, parser) == days


@pytest.mark.parametrize(
    "text", ["The sun. It rose on Satyr.", "She came 15th.", "He wrote 31 letters in two days.", "Version 3.12 is out."]
)
def test_what_only_looks_like_a_rarer_form_is_none(text, parser):
    assert dates(text, parser) == []


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
        "The crowd left after Friday prayers.",
        "The Sunday newspapers said so.",
        "She was late that way.",
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


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The envoy left on Friday. A day earlier, both sides had met.", "2024-02-15"),
        ("The envoy left on Friday. The next day both sides met.", "2024-02-17"),
        ("The vote was held on 3 February. Two days later the council fell.", "2024-02-05"),
        ("They met on Sunday and again the following day.", "2024-02-19"),
        ("The bid was made on Monday and withdrawn the same day.", "2024-02-19"),
        ("They met in Oslo on February 5 and, a week later, in Bern.", "2024-02-09 to 2024-02-15"),
        ("They met on Monday. That evening the port was shut.", "2024-02-19"),
        ("They will meet on Friday and, a day later, vote.", "2024-02-24"),
        ("They met on Monday and days later they quarrelled.", "date unknown"),
        ("They met on Monday. Two months later they quarrelled.", "date unknown"),
        ("They met in January. The next day they quarrelled.", "date unknown"),
        ("They will meet on Friday.\nThe next day they had met.", "date unknown"),
        ("They met on Monday. Three hours later they quarrelled.", "date unknown"),
    ],
)
def test_a_day_told_from_another_is_counted_from_the_one_named_before(text, when, parser):
    assert dates(text, parser)[-1][1] == when


def test_a_day_that_is_told_again_at_once_is_that_day(parser):
    assert dates("They met on Monday. Two days later, on 9 February, they quarrelled.", parser)[1] == ("Two days later", "2024-02-09")


def test_without_a_day_named_before_a_day_beside_it_stays_open(parser):
    assert [when for _, when in dates("A day earlier, both sides had met.", parser)] == ["date unknown"]


@pytest.mark.parametrize("text", ["They met the day before the vote.", "They met the day after the ship sank."])
def test_a_day_beside_what_happened_is_no_day_named(text, parser):
    assert dates(text, parser) == []


@pytest.mark.parametrize(
    "text", ["They met on the 24th floor in Oslo.", "It was on the 5th attempt a success.", "He lives on the 3rd street."]
)
def test_an_ordinal_of_something_else_is_no_day(text, parser):
    assert dates(text, parser) == []
