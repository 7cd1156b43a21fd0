"""What phrases are about, and which of them are about one matter."""

import pytest

from gobetween.briefs.accounts.coverage import Found
from gobetween.model.evidence import Document, PositionMention, Report, Stance
from gobetween.model.passages import Passage, Span

pytest.importorskip("spacy")

from gobetween.reading.proposing.ids import Ids, slug
from gobetween.reading.proposing.matters.grouping import matters_of, may_be_one
from gobetween.reading.proposing.matters.objects import matter_text
from gobetween.reading.proposing.matters.phrases import (
    family_in,
    is_bare_number,
    numbers_in,
    parts_of,
    phrase_of,
    place_in,
    topics_in,
    with_kind_before,
)

REPORT = Report("a.txt", Document("0" * 64, 1000))


def phrase(text, at=0, *, before="", sentence="", names=frozenset(), report=REPORT):
    passage = Passage(text, (Span(at, at + len(text)),))
    found = Found(report, PositionMention(passage, "Chile", stance=Stance.DEMAND, issue=text), passage)
    return phrase_of(text, found, around=text, before=before, sentence=sentence or text, names=names)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("withdrawal from the corridor", "troops"),
        ("complete pullout", "troops"),
        ("a permanent ceasefire", "ceasefire"),
        ("guarantees that the truce is kept", "guarantees"),
        ("wage increase of 4 percent", "pay"),
        ("night premium of 25 percent", "premium"),
        ("free 14 soldiers", "release"),
        ("quota on herring", "quota"),
        ("joint control of the gauges", None),
        ("a pause of 20 days", "ceasefire"),
        ("pause in evictions", None),
        ("hand the ferries to private operators", "outsourcing"),
        ("an amnesty for the pickets", "discipline"),
        ("no change in hours", "hours"),
        ("release 30 rebel officers", "release"),
        ("free 30 parking places", None),
        ("pay 43 euros a share", "price"),
        ("pay and conditions", "pay"),
    ],
)
def test_the_kind_named_first_is_the_kind(text, family):
    assert family_in(text) == family


def test_a_place_is_told_by_its_kind_else_by_the_word_before_it():
    assert place_in("troops in the Amber Corridor", frozenset()) == "Amber Corridor"
    assert place_in("an operation in Selby", frozenset()) == "Selby"
    assert place_in("an operation in Selby", frozenset({"Selby"})) is None
    assert place_in("a meeting in January", frozenset()) is None


def test_the_area_is_the_place_named_just_before():
    found = phrase("a withdrawal from the area", before="Troops moved along the Amber Corridor, and ")
    assert (found.place, found.is_concluded) == ("Amber Corridor", True)


def test_to_stretch_something_is_no_stretch_of_land():
    assert phrase("stretch it to six years", before="Boats lay on the Amber River, and ").place is None
    assert phrase("leave this stretch", before="Boats lay on the Amber River, and ").place == "Amber River"


def test_phrases_are_about_the_last_words_of_their_parts():
    assert topics_in("licence to bring in robots with notice") & topics_in("freeze on robots") == {"robot"}
    assert not topics_in("the proposal")
    assert topics_in("more water for the fields in years of drought") == {"water", "field"}
    assert not topics_in("it gone")
    assert not topics_in("38 euros")
    assert not topics_in("7.3 billion euros")


def test_numbers_of_dates_settle_nothing():
    assert numbers_in("overtime since February 10") == ()
    assert numbers_in("two to three percent in 2031") == ("2", "3", "2031")
    assert is_bare_number("at least 4 percent")
    assert not is_bare_number("pay rise of 4 percent")


def test_two_kinds_joined_by_and_are_two_phrases():
    assert parts_of("46 euros and a guarantee for the plant") == ("46 euros", "a guarantee for the plant")
    assert parts_of("hostages and prisoners") == ("hostages and prisoners",)


def test_a_bare_number_is_of_the_kind_that_its_unit_had_just_before():
    first, second = with_kind_before([phrase("pay rise of 4 percent", 0), phrase("5 percent", 100)])
    assert (second.family, second.is_concluded) == (first.family, True)
    far, _ = with_kind_before([phrase("5 percent", 900), phrase("pay rise of 4 percent", 0)])
    assert (far.family, far.is_concluded) == ("pay", True), "the only matter of the report that is told in percent"
    far, _, _ = with_kind_before([phrase("5 percent", 900), phrase("pay rise of 4 percent", 0), phrase("quota of 9 percent", 50)])
    assert far.family is None
    days, _ = with_kind_before([phrase("5 days", 900), phrase("pay for 4 days", 0)])
    assert days.family is None


def test_a_bare_number_is_of_the_only_kind_with_its_unit_in_other_reports_but_no_plain_time_is():
    other = Report("b.txt", Document("1" * 64, 1000))
    _, later = with_kind_before([phrase("pay rise of 4 percent"), phrase("5 percent", report=other)])
    assert (later.family, later.is_concluded) == ("pay", True)
    _, _, torn = with_kind_before(
        [phrase("pay rise of 4 percent"), phrase("tariff of 9 percent", 50), phrase("5 percent", report=other)]
    )
    assert torn.family is None
    _, days = with_kind_before([phrase("pause of 20 days"), phrase("30 days", report=other)])
    assert days.family is None


def test_a_number_without_a_unit_is_of_the_kind_and_the_unit_of_the_number_right_before():
    _, ten = with_kind_before([phrase("barges anchored 25 kilometres out"), phrase("ten", 90)])
    assert ten.family is None, "of no known kind, as the number before"
    _, ten = with_kind_before([phrase("heavy weapons pulled back 25 kilometres"), phrase("ten", 90)])
    assert (ten.family, ten.name) == ("weapons", "ten kilometres")
    _, ten = with_kind_before([phrase("lease of six years"), phrase("ten", 90)])
    assert (ten.family, ten.topics) == (None, phrase("lease of six years").topics)
    _, far = with_kind_before([phrase("heavy weapons pulled back 25 kilometres"), phrase("ten", 900)])
    assert far.family is None


def test_words_with_a_telling_number_are_of_the_kind_of_the_only_others_with_it():
    _, home = with_kind_before([phrase("release of 340 prisoners"), phrase("all 340 come home", 600)])
    assert (home.family, home.is_concluded) == ("release", True)
    _, few = with_kind_before([phrase("release of 4 prisoners"), phrase("all 4 come home", 600)])
    assert few.family is None


def test_a_number_measures_only_what_is_measured_in_its_unit():
    found = phrase("7.5 percent", sentence="The union lowered its demand to 7.5 percent but wants a contract of one year")
    assert found.family is None
    assert phrase("two years", sentence="the mill wants a contract of two years").family == "term"


def test_who_is_asked_is_no_part_of_what_is_asked():
    names = frozenset({"Tern League"})
    found = phrase("League give up the customs shed at Moor", names=names)
    assert (found.name, found.place, found.text) == (
        "give up the customs shed at Moor",
        "Moor",
        "League give up the customs shed at Moor",
    )
    assert phrase("rebels to hand over the guns").name == "hand over the guns"
    assert phrase("herders to keep to the paths").name == "herders to keep to the paths"


def test_more_than_two_kinds_joined_by_and_are_as_many_phrases():
    assert parts_of("a raise of 4 percent and overtime and a pension") == ("a raise of 4 percent", "overtime", "a pension")


def test_matters_of_two_known_kinds_are_not_taken_for_one():
    price, pay = matters_of([phrase("price for the shares of the workers"), phrase("wages of the workers", 60)])
    assert not may_be_one(price, pay)


def test_the_grouping_does_not_depend_on_the_order():
    texts = (
        "withdrawal from the Amber Corridor",
        "keep troops in the Grey Valley",
        "complete withdrawal",
        "wage rise",
        "more pay",
        "control of the gauges",
    )
    phrases = [phrase(text, at) for at, text in enumerate(texts)]
    there, back = matters_of(phrases), matters_of(phrases[::-1])
    assert {frozenset(each.text for each in matter.phrases) for matter in there} == {
        frozenset(each.text for each in matter.phrases) for matter in back
    }
    assert [(matter.family, matter.place) for matter in there] == [
        ("troops", "Amber Corridor"),
        ("troops", "Grey Valley"),
        ("troops", None),
        ("pay", None),
        (None, None),
    ]


def test_a_phrase_without_a_place_joins_the_only_place_of_its_kind_in_its_report():
    other = Report("b.txt", Document("1" * 64, 1000))
    phrases = [
        phrase("withdrawal from the Amber Corridor"),
        phrase("complete withdrawal", 50),
        phrase("full withdrawal", 60, report=other),
    ]
    assert [[each.text for each in matter.phrases] for matter in matters_of(phrases)] == [
        ["withdrawal from the Amber Corridor", "complete withdrawal"],
        ["full withdrawal"],
    ]


def test_words_that_name_nothing_are_about_no_matter():
    assert matters_of([phrase("the proposal")]) == ()


def test_matters_of_one_kind_may_be_one_unless_both_have_a_place():
    amber, grey, bare = matters_of(
        [phrase("withdrawal from the Amber Corridor"), phrase("withdrawal from the Grey Valley", 50), phrase("full withdrawal", 90)]
    )
    assert may_be_one(amber, bare)
    assert not may_be_one(amber, grey)


def test_ids_are_readable_stable_and_each_ones_own():
    ids = Ids(frozenset({"taken"}))
    assert [ids.new("The Union's Offer"), ids.new("The Union's Offer", "March"), ids.new("taken"), ids.new("…")] == [
        "unions-offer",
        "unions-offer-march",
        "taken-2",
        "entry",
    ]
    assert slug("Córdoba") == "cordoba"
    assert len(slug("word " * 60)) <= 60


def test_months_by_their_short_names_are_dates_and_no_places():
    assert place_in("a strike on Oct. 1", frozenset()) is None
    assert place_in("a walkout on Sept 4", frozenset()) is None
    assert numbers_in("a rise from Oct. 1st") == ()


def test_what_is_not_backed_away_from_is_the_matter():
    words = "Chile has not backed away from its position that the quota must come first"
    passage = Passage(words, (Span(0, len(words)),))
    item = PositionMention(passage, "Chile", stance=Stance.DEMAND, issue="away from its position")
    assert matter_text(Found(REPORT, item, passage)) == "the quota must come first"


def test_where_the_captives_are_and_when_it_was_handed_over_make_no_matter_of_its_own():
    assert phrase("release of the captives in Selby").place is None
    assert phrase("proposal for a truce to the mediators during two days of talks").text == "proposal for a truce"


def test_words_that_judge_are_left_out_of_a_name():
    from gobetween.reading.proposing.matters.plain_names import plain_name, without_loose_end

    assert plain_name("unacceptable wage package that we reject") == "wage package"
    assert plain_name("new offer as inadequate") == ""
    assert without_loose_end("limits on the use of cranes at") == "limits on the use of cranes"
