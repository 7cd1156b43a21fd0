"""Golden transcripts of agreements and what follows them: who does what, and what then stands in whose book."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from agreements_of_the_strait import PACT, PAPER, accepted, decided, in_force, talks_with_a_pact, talks_with_a_paper
from gobetween.model.agreement import ViolationStatus
from gobetween.model.mandates import Ruling
from gobetween.protocols.obligations import Duty
from gobetween.protocols.permissions import Scope
from gobetween.protocols.violations import Breach
from gobetween.talks.agreeing import agreements
from gobetween.talks.agreeing.obligations import enter_phase, fulfil, name_phase, oblige, report_performance, score, verify_performance
from gobetween.talks.agreeing.opening_agreements import TextForAgreement, open_agreement, withdraw_agreement
from gobetween.talks.agreeing.violations import convey_violation, report_violation, rule_on_violation
from gobetween.talks.confiding import permissions
from specimen_talks import Script

GOLDEN = Path(__file__).parent / "agreements"


def test_nothing_is_agreed_until_everything_is():
    script = Script(talks_with_a_paper(principals=True))
    script.say("A mediator puts a text before the parties; nobody else learns of it.")
    text = TextForAgreement(PAPER, mediators=("bridge",), guarantors=("shipping",), early_parts=("crews",))
    script.act("opens an agreement from the paper", "harbour", open_agreement, text, name="pact")
    script.say("An acceptance is for the mediators' ears, until all have accepted.")
    script.act("accepts", "north", agreements.accept, PACT)
    script.show("south", *script.talks.case("south").agreements)
    script.act("signs at once", "north", agreements.sign, PACT)
    script.act("takes it back", "north", agreements.take_back, PACT)
    script.act("accepts", "south", agreements.accept, PACT)
    script.wait(days=1)
    script.act("accepts again", "north", agreements.accept, PACT)
    script.say("From here on, marks are acts between the parties.")
    script.act("initials", "south", agreements.initial, PACT)
    script.act("signs beyond its mandate", "south", agreements.sign, PACT)
    script.act("approves", "south", decided(Ruling.APPROVE), principal="south-members")
    script.act("signs", "south", agreements.sign, PACT)
    script.act("ratifies, as its members decided", "south", agreements.ratify, PACT, principal="south-members")
    script.act("ratifies without having signed", "north", agreements.ratify, PACT, principal="north-head")
    script.act("approves", "north", decided(Ruling.APPROVE), principal="north-head")
    script.act("signs", "north", agreements.sign, PACT)
    script.act("ratifies", "north", agreements.ratify, PACT, principal="north-head")
    script.show("shipping", *script.talks.case("shipping").agreements)
    script.must_be(GOLDEN / "everything_or_nothing.txt")


def test_an_early_part_binds_and_the_rest_fails():
    script = Script(talks_with_a_pact(principals=True))
    for party, principal in (("north", "north-head"), ("south", "south-members")):
        script.act("accepts that the crews are released early", party, agreements.accept, PACT, part="crews")
        script.act("approves that part", party, decided(Ruling.APPROVE, f"{PACT}/crews"), principal=principal)
    for party, principal in (("north", "north-head"), ("south", "south-members")):
        script.act("signs that part", party, agreements.sign, PACT, part="crews")
        script.act("ratifies that part", party, agreements.ratify, PACT, part="crews", principal=principal)
    for party in ("north", "south"):
        script.act("accepts the whole", party, agreements.accept, PACT)
    script.act("withdraws what is agreed", "bridge", withdraw_agreement, PACT)
    script.act("refuses", "south", decided(Ruling.REFUSE), principal="south-members")
    script.act("refuses ratification", "south", agreements.refuse_ratification, PACT, reason="Too little.", principal="south-members")
    script.act("signs what has failed", "north", agreements.sign, PACT)
    script.show("north", *script.talks.case("north").agreements)
    script.must_be(GOLDEN / "early_part.txt")


def test_clauses_become_obligations_in_phases():
    script = Script(accepted(talks_with_a_pact()))
    conditions = ("Ships are back in port.",)
    script.act("names a phase", "harbour", name_phase, PACT, "Release", conditions=conditions, name="release")
    duty = Duty(
        "north", "Release the crews.", phase="harbour/release", days_after_entry=3, monitors=("watch",), guarantors=("shipping",)
    )
    script.act("writes out an obligation", "harbour", oblige, PACT, "crews", duty, name="free")
    script.act("reports what is not owed yet", "north", report_performance, "harbour/free")
    for party in ("north", "south"):
        script.act("signs", party, agreements.sign, PACT)
    script.act("enters the phase too early", "watch", enter_phase, "harbour/release")
    script.act("finds the condition fulfilled", "watch", fulfil, "harbour/release", conditions[0])
    script.act("enters the phase", "harbour", enter_phase, "harbour/release")
    script.wait(days=4)
    script.say("That it is overdue is in no book: it follows from the clock.")
    script.show("south", *script.talks.case("south").obligations, *script.talks.case("south").phases)
    script.act("reports that it is done", "north", report_performance, "harbour/free", text="They crossed at noon.", name="done")
    script.act("verifies it", "watch", verify_performance, "harbour/free", is_performed=True, text="Forty crossed.", name="seen")
    script.act("scores it", "watch", score, "harbour/free", 3)
    script.act("scores it, too", "south", score, "harbour/free", 0)
    script.show("south", *script.talks.case("south").obligations)
    script.show("watch", *script.talks.case("watch").obligations)
    script.must_be(GOLDEN / "obligations.txt")


def test_a_violation_report_goes_to_mediators_and_monitors_first():
    script = Script(in_force(talks_with_a_pact()))
    duty = Duty("north", "", monitors=("watch",), deadline=dt.date(2031, 3, 9))
    script.act("writes out an obligation", "harbour", oblige, PACT, "crews", duty, name="free")
    breach = Breach("north", "A crew was held back.", obligation="harbour/free", place="Narrows")
    script.act("reports a breach", "south", report_violation, breach, name="stop")
    script.act("puts it to north without leave", "harbour", convey_violation, "south/stop")
    script.act("permits it, unnamed", "south", permissions.grant, Scope("south/stop", ("north",), ("harbour",)), name="yes")
    script.act("puts it to north", "harbour", convey_violation, "south/stop", name="told")
    script.act("looks into it", "watch", rule_on_violation, "south/stop", ViolationStatus.UNDER_INQUIRY)
    script.act("finds it unfounded itself", "north", rule_on_violation, "harbour/told", ViolationStatus.UNFOUNDED)
    script.act("confirms it", "watch", rule_on_violation, "south/stop", ViolationStatus.CONFIRMED, finding="Seen on the day.")
    script.act("tells north so", "harbour", rule_on_violation, "harbour/told", ViolationStatus.CONFIRMED)
    for audience in ("north", "south", "watch", "shipping"):
        script.show(audience, *script.talks.case(audience).violation_reports)
    script.must_be(GOLDEN / "violation_report.txt")
