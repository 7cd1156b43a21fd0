"""Coding of items as events of PLOVER and CAMEO."""

import datetime as dt

import attrs
import pytest

from gobetween.model.dates import on
from gobetween.model.evidence import (
    ActMention,
    Document,
    LeverageMention,
    MeetingForm,
    MeetingMention,
    MeetingStatus,
    OfficeMention,
    PositionMention,
    Stance,
)
from gobetween.model.evidence.event_codes import CODES
from gobetween.model.passages import Passage, Span
from gobetween.reading.events.coding import code_events

DAY = on(dt.date(2031, 3, 4))


def words(text, start=0):
    return Passage(text, (Span(start, start + len(text)),))


def events(**parts):
    return code_events(Document("0" * 64, 1000, actors=("Norland", "Sund", "Ostra"), **parts))


def codes_of(**parts):
    return [each.cameo for each in events(**parts)]


def meeting(text, **more):
    return MeetingMention(words(text), ("Norland", "Sund"), **more)


def position(stance, text, party="Norland", start=0):
    return PositionMention(words(text, start), party, stance=stance)


@pytest.mark.parametrize(
    ("mention", "code"),
    [
        (meeting("Norland and Sund held talks in Ostra", kind="talks"), "046"),
        (meeting("Norland's envoy met Sund's"), "040"),
        (meeting("Norland's minister telephoned Sund's", kind="contact"), "041"),
        (meeting("Norland's minister handed Sund's a letter", kind="contact"), "040"),
        (meeting("Norland's envoy flew to Sund", kind="visit"), "042"),
        (meeting("indirect talks between Norland and Sund", kind="talks", form=MeetingForm.INDIRECT), "045"),
        (meeting("talks between Norland and Sund brokered by Ostra", kind="talks"), "045"),
        (meeting("Norland and Sund will meet", status=MeetingStatus.PLANNED), "036"),
        (meeting("Norland broke off talks with Sund", kind="talks"), "164"),
        (meeting("talks between Norland and Sund collapsed", kind="talks"), "164"),
        (meeting("talks on halting the blockade between Norland and Sund", kind="talks"), "046"),
    ],
)
def test_a_meeting_is_coded_by_its_kind_its_form_and_whether_it_is_ahead(mention, code):
    assert codes_of(meetings=(mention,)) == [code]


@pytest.mark.parametrize(
    ("stance", "text", "code"),
    [
        (Stance.DEMAND, "demands the release of the crew before any truce", "1053"),
        (Stance.DEMAND, "insists on a truce before the release of the crew", "107"),
        (Stance.DEMAND, "demands that Sund withdraw its patrols", "1056"),
        (Stance.DEMAND, "demands that the embargo be lifted by May", "1054"),
        (Stance.DEMAND, "asked for sanctions relief", "1054"),
        (Stance.DEMAND, "wants monitors on the bridge", "1055"),
        (Stance.DEMAND, "wants a pay rise of 4 per cent", "100"),
        (Stance.OFFER, "offered to mediate", "039"),
        (Stance.OFFER, "offered a pay rise of 2 per cent", "030"),
        (Stance.ACCEPT, "accepted the outline", "037"),
        (Stance.REJECT, "rejected the draft", "127"),
        (Stance.REJECT, "refused to release the crew", "1243"),
        (Stance.REJECT, "refuses overtime", "120"),
        (Stance.THREATEN, "threatened to walk out of the talks", "134"),
        (Stance.THREATEN, "threatened to invade", "138"),
        (Stance.THREATEN, "will no longer support an invasion", "1313"),
        (Stance.OPPOSE, "opposes the dam", "111"),
        (Stance.SUPPORT, "backs the plan", "051"),
        (Stance.DROPPED_DEMAND, "dropped its demand for a freeze", "080"),
    ],
)
def test_a_position_is_coded_by_its_stance_and_what_it_is_about(stance, text, code):
    assert codes_of(positions=(position(stance, text),)) == [code]


@pytest.mark.parametrize("stance", [Stance.CONDITIONAL, Stance.CLAIM, Stance.DENY, Stance.PENDING])
def test_what_is_only_said_or_still_open_is_no_event(stance):
    assert codes_of(positions=(position(stance, "would accept the plan if the patrols left"),)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norland's tanks advanced on the bridge", "154"),
        ("Norland's jets bombed the bridge", "195"),
        ("dockers went on strike", "143"),
        ("Norland released forty detainees", "0841"),
        ("Norland closed the crossing", "191"),
        ("Norland vetoed the draft", "129"),
        ("Norland withdrew its troops", "0874"),
        ("Norland imposed tariffs on timber", "163"),
    ],
)
def test_an_act_is_coded_by_its_words(text, code):
    assert codes_of(acts=(ActMention(words(text), "Norland", when=DAY),)) == [code]


def test_an_act_that_no_code_fits_is_no_event():
    assert events(acts=(ActMention(words("Norland printed the text"), "Norland"),)) == ()


def test_pressure_is_a_demand_and_with_something_otherwise_a_threat():
    on_sund = LeverageMention(words("told Sund to sign"), "Norland", "Sund", demand="to release the crew")
    or_else = LeverageMention(words("told Sund to sign or face tariffs"), "Norland", "Sund", demand="sign", otherwise="face tariffs")
    (demanded,) = events(leverage=(on_sund,))
    (threatened,) = events(leverage=(or_else,))
    assert (demanded.cameo, demanded.source, demanded.target) == ("1053", ("Norland",), ("Sund",))
    assert (threatened.cameo, threatened.plover, threatened.mode) == ("1312", "THREATEN", "restrict")


def test_an_event_keeps_the_words_the_day_and_the_place_of_its_item():
    held = MeetingMention(words("they met in Ostra"), ("Norland", "Sund"), place="Ostra", when=DAY)
    (event,) = events(meetings=(held,))
    assert (event.passage, event.when, event.place, event.read_from) == (held.passage, DAY, "Ostra", "meeting")


def test_those_who_are_named_in_the_words_are_the_target_but_not_who_stands_with_the_source():
    text = "Norland and Ostra demand that Sund leave"
    both = (position(Stance.DEMAND, text), position(Stance.DEMAND, text, "Ostra"))
    assert [(each.source, each.target) for each in events(positions=both)] == [(("Norland",), ("Sund",)), (("Ostra",), ("Sund",))]


def test_what_was_read_as_an_act_and_as_a_position_is_one_event():
    text = "Norland vetoed the draft"
    (event,) = events(acts=(ActMention(words(text), "Norland"),), positions=(position(Stance.REJECT, text),))
    assert (event.cameo, event.read_from) == ("129", "act")


def test_every_code_of_the_scheme_has_a_meaning_and_a_plover_type():
    assert all(code.meaning and code.plover.isupper() for code in CODES.values())


def test_every_code_that_a_rule_gives_is_in_the_scheme():
    from gobetween.reading.events import matters

    rules = (matters.DEMANDS, matters.OFFERS, matters.ACCEPTANCES, matters.REJECTIONS, matters.THREATS, matters.ACTS)
    assert {code for each in rules for _, code in each} <= CODES.keys()


def test_a_name_within_a_longer_one_is_no_target():
    document = Document("0" * 64, 1000, actors=("Sund", "Sund Teachers' Union", "Norland"))
    rejected = position(Stance.REJECT, "rejected the offer made by the Sund Teachers' Union")
    (event,) = code_events(attrs.evolve(document, positions=(rejected,)))
    assert event.target == ("Sund Teachers' Union",)


@pytest.mark.parametrize(
    "text",
    [
        "Norland, which has offices across Ostra, threatens to leave the talks",
        "Norland demands a pay rise for drivers in Sund",
        "Norland threatens a strike in cities such as Ostra",
        "Norland demands an end to dues in the Gulf of Sund",
        "Norland demands the talks that Ostra hopes could bring a truce",
        "Norland wants to make its profits at Sund ports",
        "Norland, in talks with Sund, demands that the dues be halved",
    ],
)
def test_whom_the_words_name_for_another_end_is_no_target(text):
    stance = Stance.THREATEN if "threatens" in text else Stance.DEMAND
    (event,) = events(positions=(position(stance, text),))
    assert event.target == ()


@pytest.mark.parametrize("text", ["Norland demands that Sund leave Ostra", "Norland presses Sund on the toll", "Norland will sue Sund"])
def test_on_whom_the_words_bear_is_the_target(text):
    (event,) = events(positions=(position(Stance.DEMAND, text),))
    assert event.target[0] == "Sund"


def test_the_sources_own_persons_are_no_targets():
    office = OfficeMention(words("Prime Minister Ada Weld"), "Ada Weld", "Prime Minister", actor="Norland")
    document = Document("0" * 64, 1000, actors=("Norland", "Ada Weld", "Ada"), offices=(office,))
    accepted = position(Stance.ACCEPT, "Prime Minister Ada Weld accepted the outline")
    (event,) = code_events(attrs.evolve(document, positions=(accepted,)))
    assert event.target == ()
    nobodys = attrs.evolve(document, offices=(attrs.evolve(office, actor=None),), positions=(accepted,))
    assert code_events(nobodys)[0].target == ()


@pytest.mark.parametrize(
    ("stance", "text", "code"),
    [
        (Stance.OPPOSE, "does not want to sign the deal", "127"),
        (Stance.OPPOSE, "doesn't want talks", "125"),
        (Stance.SUPPORT, "voted to support a strike from May", "133"),
        (Stance.REJECT, "pulled out of the negotiations", "164"),
        (Stance.ACCEPT, "prepared to fight as long as necessary", "130"),
        (Stance.SUPPORT, "supports an end to the blockade", "051"),
    ],
)
def test_who_will_not_and_who_backs_a_strike_of_their_own_do_not_agree(stance, text, code):
    assert codes_of(positions=(position(stance, text),)) == [code]


def test_going_away_is_no_visit_and_talks_with_mediators_are_no_mediating():
    left = MeetingMention(words("the delegation has left Ostra"), ("Norland",), kind="visit")
    handed = MeetingMention(words("handed its plan to the mediators during two days of talks"), ("Norland",), kind="talks")
    assert (codes_of(meetings=(left,)), codes_of(meetings=(handed,))) == ([], ["046"])


def test_who_begins_the_words_does_what_they_tell_but_may_be_whom_a_demand_is_made_of():
    rejected = position(Stance.REJECT, "Sund has firmly rejected the outline of Ostra")
    demanded = position(Stance.DEMAND, "Sund must move first")
    assert [each.target for each in events(positions=(rejected,))] == [("Ostra",)]
    assert [each.target for each in events(positions=(demanded,))] == [("Sund",)]


def test_a_demand_is_coded_by_what_is_asked_and_not_by_the_talks_around_it():
    text = "wants a list of the boats for the talks to go on"
    asked = PositionMention(words(text), "Norland", stance=Stance.DEMAND, issue="list of the boats")
    assert codes_of(positions=(asked,)) == ["100"]
    assert codes_of(positions=(attrs.evolve(asked, issue="talks on the boats"),)) == ["106"]
