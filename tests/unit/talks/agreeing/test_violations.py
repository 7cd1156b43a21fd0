from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from agreements_of_the_strait import PACT, in_force, strait_with_a_monitor, talks_with_a_pact
from gobetween.model.agreement import ViolationStatus
from gobetween.model.cases import Profile
from gobetween.model.dates import on
from gobetween.model.permissions import Form
from gobetween.protocols.obligations import Duty
from gobetween.protocols.permissions import Scope
from gobetween.protocols.violations import Breach
from gobetween.talks.agreeing.obligations import oblige
from gobetween.talks.agreeing.violations import convey_violation, report_violation, rule_on_violation
from gobetween.talks.confiding import permissions
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.relays import convey
from specimen_talks import AUDIENCES, books

FREE, REPORT, COPY = "harbour/free", "south/stop", "harbour/told"
BREACH = Breach("north", "A crew was held back.", obligation=FREE, place="Narrows", when=on(dt.date(2031, 3, 1)))
SCOPE = Scope(REPORT, ("north",), ("harbour",))


@pytest.fixture
def talks():
    talks = in_force(talks_with_a_pact())
    talks.act("harbour", oblige, PACT, "crews", Duty("north", "", monitors=("watch",)), name="free")
    return talks


@pytest.fixture
def reported(talks):
    talks.act("south", report_violation, BREACH, name="stop")
    return talks


def status(talks, audience):
    return {each.id: each.status for each in talks.case(audience).violation_reports}


def test_a_report_goes_to_mediators_and_monitors_and_to_nobody_else(talks):
    others = [each for each in AUDIENCES if each not in ("south", "harbour", "bridge", "watch")]
    before = {each: books(talks.clerk, each) for each in others}
    talks.act("south", report_violation, BREACH, name="stop")
    assert before == {each: books(talks.clerk, each) for each in others}
    assert {each: len(talks.case(each).violation_reports) for each in ("south", "harbour", "bridge", "watch")} == {
        "south": 1,
        "harbour": 1,
        "bridge": 1,
        "watch": 1,
    }


def test_a_report_goes_to_those_who_are_named_alone(talks):
    before = books(talks.clerk, "bridge")
    talks.act("south", report_violation, BREACH, to=("watch",), name="stop")
    assert books(talks.clerk, "bridge") == before
    assert status(talks, "watch") == {REPORT: ViolationStatus.ALLEGED}


@pytest.mark.parametrize(
    ("who", "breach", "to", "words"),
    [
        ("north", BREACH, (), "about somebody else's conduct"),
        ("south", evolve(BREACH, by="nobody"), (), "nobody you know of"),
        ("south", BREACH, ("north",), "goes to mediators and monitors first, not to north"),
        ("south", BREACH, ("shipping",), "goes to mediators and monitors first, not to shipping"),
        ("south", BREACH, ("keeper",), "keeper does not have 'harbour/pact'"),
        ("south", evolve(BREACH, obligation=None), (), "say to whom it is reported"),
        ("south", evolve(BREACH, obligation="harbour/none"), (), "no obligation 'harbour/none' that you know of"),
        ("south", evolve(BREACH, obligation=None), ("shipping",), "not to shipping"),
        ("watch", evolve(BREACH, by="shipping"), (), "is for north to keep"),
    ],
)
def test_a_report_is_about_another_and_for_mediators_and_monitors(talks, who, breach, to, words):
    assert words in talks.refusal(who, report_violation, breach, to=to)


def test_conduct_against_no_obligation_is_reported_to_those_who_are_named(talks):
    talks.act("south", report_violation, evolve(BREACH, obligation=None), to=("watch", "harbour"), name="stop")
    assert status(talks, "harbour") == {REPORT: ViolationStatus.ALLEGED}
    talks.act("south", permissions.grant, SCOPE)
    talks.act("harbour", convey_violation, REPORT)
    assert talks.case("north").violation_reports[0].obligation is None


def test_those_who_were_told_rule_and_all_who_have_the_report_learn_it(reported):
    reported.act("watch", rule_on_violation, REPORT, ViolationStatus.UNDER_INQUIRY, finding="We look into it.")
    assert {status(reported, each)[REPORT] for each in ("south", "harbour", "bridge", "watch")} == {ViolationStatus.UNDER_INQUIRY}
    assert "not yours to rule on" in reported.refusal("south", rule_on_violation, REPORT, ViolationStatus.CONFIRMED)


def test_the_accused_is_refused_as_if_there_were_no_report(reported):
    there = reported.refusal("north", rule_on_violation, REPORT, ViolationStatus.UNFOUNDED)
    assert there == "there is no violation report 'south/stop' that you know of"
    assert reported.refusal("shipping", convey_violation, REPORT) == there


def test_a_report_is_put_to_the_accused_only_with_its_owner_s_permission(reported):
    assert "no permission in force lets you put 'south/stop' to north verbatim" in reported.refusal("harbour", convey_violation, REPORT)
    assert "in words of your own" in reported.refusal("harbour", convey_violation, REPORT, words="Something happened.")
    assert "for mediators and monitors who have it" in reported.refusal("south", convey_violation, REPORT)


def test_the_accused_gets_what_was_permitted_under_another_name(reported):
    reported.act("south", permissions.grant, SCOPE)
    reported.act("harbour", convey_violation, REPORT, name="told")
    got = reported.case("north").violation_reports[0]
    assert (got.id, got.reported_by, got.owner, got.text, got.place) == (COPY, None, "harbour", BREACH.text, "Narrows")
    assert got.obligation == FREE
    assert b"south/stop" not in books(reported.clerk, "north")
    assert {reported.case(each).violation_reports[0].conveyed_as for each in ("south", "bridge", "watch")} == {COPY}


def test_whose_report_it_is_is_said_only_where_that_is_permitted(reported):
    reported.act("south", permissions.grant, evolve(SCOPE, is_attributed=True))
    reported.act("harbour", convey_violation, REPORT, name="told")
    assert reported.case("north").violation_reports[0].reported_by == "south"


@pytest.mark.parametrize(
    ("scope", "words", "text"),
    [
        (evolve(SCOPE, wording="A crew is missing."), "", "A crew is missing."),
        (evolve(SCOPE, form=Form.PARAPHRASE), "Somebody was held.", "Somebody was held."),
        (evolve(SCOPE, form=Form.OWN_IDEA), "I hear of a crew.", "I hear of a crew."),
    ],
)
def test_in_other_words_nothing_else_of_the_report_is_said(reported, scope, words, text):
    reported.act("south", permissions.grant, scope)
    reported.act("harbour", convey_violation, REPORT, words=words, name="told")
    got = reported.case("north").violation_reports[0]
    assert (got.text, got.place, got.obligation, got.reported_by, got.when.is_unknown) == (text, "", None, None, True)


def test_a_permission_for_others_or_of_another_day_or_form_lets_nobody_convey(reported):
    for scope in (
        evolve(SCOPE, carriers=("bridge",)),
        evolve(SCOPE, to=("shipping",)),
        evolve(SCOPE, form=Form.PARAPHRASE),
        evolve(SCOPE, until=reported.now.date()),
    ):
        reported.act("south", permissions.grant, scope)
    reported.wait(days=1)
    assert "no permission in force" in reported.refusal("harbour", convey_violation, REPORT)


def test_a_monitor_puts_its_own_report_to_the_accused(talks):
    talks.act("watch", report_violation, BREACH, name="seen")
    talks.act("watch", convey_violation, "watch/seen", words="Crews are kept.", name="told")
    got = talks.case("north").violation_reports[0]
    assert (got.reported_by, got.text, got.place) == ("watch", "Crews are kept.", "Narrows")


def test_what_became_of_the_report_reaches_the_accused_from_who_told_it(reported):
    reported.act("south", permissions.grant, SCOPE)
    reported.act("harbour", convey_violation, REPORT, name="told")
    before = books(reported.clerk, "north")
    reported.act("watch", rule_on_violation, REPORT, ViolationStatus.CONFIRMED)
    assert books(reported.clerk, "north") == before
    reported.act("harbour", rule_on_violation, COPY, ViolationStatus.CONFIRMED, finding="It was confirmed.")
    assert status(reported, "north") == {COPY: ViolationStatus.CONFIRMED}
    assert "not yours to rule on" in reported.refusal("north", rule_on_violation, COPY, ViolationStatus.UNFOUNDED)


def test_it_is_put_to_the_accused_once(reported):
    reported.act("south", permissions.grant, SCOPE)
    reported.act("harbour", convey_violation, REPORT, name="told")
    assert "already, as 'harbour/told'" in reported.refusal("harbour", convey_violation, REPORT)


def test_a_carrier_who_does_not_reach_the_accused_puts_nothing_to_it(talks):
    talks.act("north", report_violation, Breach("south", "They delay."), to=("bridge",), name="slow")
    scope = Scope("north/slow", ("south",), ("bridge",))
    talks.act("north", permissions.grant, scope)
    assert "cannot reach south directly" in talks.refusal("bridge", convey_violation, "north/slow")


def test_nobody_breaks_what_is_not_owed_yet():
    talks = talks_with_a_pact()
    talks.act("harbour", oblige, PACT, "crews", Duty("north", ""), name="free")
    assert "nothing is owed until" in talks.refusal("south", report_violation, BREACH)


def test_whoever_checks_the_obligation_is_told_with_those_who_carry_the_agreement():
    talks = talks_with_a_pact(monitors=())
    in_force(talks)
    talks.act("harbour", oblige, PACT, "crews", Duty("north", "", monitors=("shipping",)), name="free")
    talks.act("south", report_violation, BREACH, name="stop")
    assert status(talks, "shipping") == {REPORT: ViolationStatus.ALLEGED}


def test_in_open_talks_too_a_report_goes_to_the_accused_with_permission_alone():
    talks = in_force(talks_with_a_pact(evolve(strait_with_a_monitor(), profile=Profile.OPEN_UNLESS_CONDITIONED)))
    talks.act("south", report_violation, evolve(BREACH, obligation=None), to=("harbour",), name="stop")
    assert "no permission in force" in talks.refusal("harbour", convey_violation, REPORT)
    assert "needs a permission of south" in talks.refusal("harbour", convey, Conveyance("north", REPORT))
