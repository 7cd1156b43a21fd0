"""Feelings that show a stand in the talks, and those that show none."""

import pytest

from gobetween.model.evidence import Stance


def stands(items):
    return [(position.party, position.stance) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway is disappointed by the slow pace of the talks.", Stance.OPPOSE),
        ("Norway was frustrated at the terms of the draft.", Stance.OPPOSE),
        ("Norway expressed its dismay over the breakdown of the talks.", Stance.OPPOSE),
        ("The dockers' union voiced frustration with the pay offer.", Stance.OPPOSE),
        ("Norway criticised the intransigence of the other side.", Stance.OPPOSE),
        ("Norway voiced hope for a final deal by March.", Stance.SUPPORT),
        ("Norway hoped for a settlement by the end of the year.", Stance.SUPPORT),
        ("Norway hopes that the talks will be fruitful.", Stance.SUPPORT),
        ("Norway remains committed to the ceasefire.", Stance.SUPPORT),
        ("Norway welcomed the ceasefire.", Stance.SUPPORT),
        ("Norway hailed the decision to resume talks.", Stance.SUPPORT),
        ("Norway remains committed to mediating between the two.", Stance.OFFER),
        ("Norway expressed its readiness and interest in going to Bern.", Stance.ACCEPT),
    ],
)
def test_a_feeling_about_a_matter_of_the_talks_is_a_stand(read, text, stance):
    assert [each for _, each in stands(read(text))] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "Norway expressed its disappointment at the death of the envoy.",
        "Norway expressed regret for the deaths of nine sailors.",
        "Norway expressed condolences after the death of the king.",
        "Norway is disappointed by the weather.",
        "Norway is committed to its people.",
        "Norway hopes for rain.",
        "Norway welcomed the envoy.",
        "Norway praised the cook.",
        "Norway hopes to win the cup.",
        "Norway was not disappointed by the offer.",
        "Norway would be disappointed by a delay.",
    ],
)
def test_mourning_and_mere_mood_are_no_stand(read, text):
    assert stands(read(text)) == []


def test_another_side_whose_refusal_disappoints_keeps_its_own_stand(read):
    found = stands(read("Norway expressed disappointment at Chile's refusal to sign."))
    assert found == [("Norway", Stance.OPPOSE), ("Chile", Stance.REJECT)]


def test_what_disappoints_is_not_disappointed(read):
    assert ("Norway", Stance.OPPOSE) in stands(read("Norway is disappointed by the reluctance of Chile to accept the envoy."))


def test_a_subject_with_a_long_aside_is_left_out_of_the_words(read):
    text = "Western leaders, including from Norway, Peru, Brazil, Canada, Spain and Chile, criticised the stance of the mediator."
    (first, *_) = read(text).positions
    assert text[first.passage.start : first.passage.end] == "criticised the stance of the mediator"
