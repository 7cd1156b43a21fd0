from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from agreements_of_the_strait import PACT, accepted, decided, in_force, strait_with_a_monitor, talks_with_a_pact
from gobetween.briefs.agreements import agreements_section as promised
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.agreements import agreements_section
from gobetween.briefs.shuttle.implementation import implementation_section
from gobetween.disclosure.views import view_for
from gobetween.model.agreement import Obligation, ObligationStatus, Phase, ViolationReport, ViolationStatus
from gobetween.model.dates import on
from gobetween.model.happenings import EarlierAgreement
from gobetween.model.items import EVERYONE
from gobetween.model.mandates import Ruling
from gobetween.protocols.obligations import Duty
from gobetween.protocols.violations import Breach
from gobetween.talks.agreeing import agreements
from gobetween.talks.agreeing.obligations import enter_phase, fulfil, name_phase, oblige, report_performance, score, verify_performance
from gobetween.talks.agreeing.violations import report_violation, rule_on_violation


def table(section, title):
    """A table of the section by its title: for each row its cells by their columns, with their second line behind a bar."""
    ((found,),) = [tuple(block for block in part.blocks if block.title == title) for part in section]
    return [
        dict(zip(found.columns, (f"{cell.text} | {cell.detail}" if cell.detail else cell.text for cell in row), strict=True))
        for row in found.rows
    ]


def titles(section):
    return [block.title for part in section for block in part.blocks]


def seen(talks, audience, make=agreements_section):
    return make(Scene(talks.view(audience), talks.now.date()))


def awaited(talks, audience):
    (row,) = table(seen(talks, audience), "Agreements")
    return row.get("What is awaited", "")


def test_without_agreements_there_is_no_section():
    talks = talks_with_a_pact()
    assert seen(talks, "public") == ()
    assert seen(talks, "north", implementation_section) == ()


def test_mediators_see_whose_acceptance_is_awaited_and_parties_their_own_alone():
    talks = talks_with_a_pact(early_parts=())
    talks.act("north", agreements.accept, PACT)
    assert awaited(talks, "harbour") == "acceptance by South"
    assert (awaited(talks, "north"), awaited(talks, "south"), awaited(talks, "shipping")) == ("", "your acceptance", "")


def test_early_parts_are_awaited_by_name():
    talks = talks_with_a_pact()
    assert awaited(talks, "south") == "your acceptance; your acceptance of 'crews'"
    assert [row.get("May bind early", "") for row in table(seen(talks, "south"), "The paper: the text")] == ["", "", "yes: open"]


def test_once_agreed_everyone_sees_which_signatures_and_ratifications_are_awaited():
    talks = accepted(talks_with_a_pact(principals=True, early_parts=()))
    assert awaited(talks, "north") == "signature by North; signature by South"
    talks.act("south", decided(Ruling.APPROVE))
    talks.act("south", agreements.sign, PACT)
    assert awaited(talks, "shipping") == "signature by North; ratification by the principal of South"
    marks = table(seen(talks, "north"), "The paper: the marks")
    assert [(row["Who"], row["What"]) for row in marks] == [
        ("North", "acceptance"),
        ("South", "signature, subject to ratification"),
    ]


def test_an_agreement_that_failed_says_by_whom_and_awaits_nothing():
    talks = accepted(talks_with_a_pact(principals=True))
    talks.act("south", decided(Ruling.REFUSE))
    talks.act("south", agreements.refuse_ratification, PACT, reason="too little", principal="south-members")
    (row,) = table(seen(talks, "north"), "Agreements")
    assert row["State"] == "failed | refused by South; Too little."
    assert "What is awaited" not in row


def test_who_carries_backs_and_checks_it_is_said():
    (row,) = table(seen(talks_with_a_pact(), "watch"), "Agreements")
    assert (row["Name"], row["Between"], row["Carried by"]) == (PACT, "North and South", "Harbour and Bridge")
    assert row["Guarantors, monitors"] == "guaranteed by Shipping; checked by Watch"


def test_earlier_agreements_stand_with_their_fate_where_a_new_one_follows():
    truce = EarlierAgreement("truce", name="The truce", fate="broken in May", when=on(dt.date(2030, 5, 1)), holders=EVERYONE)
    other = evolve(truce, id="other", name="Another")
    talks = talks_with_a_pact(evolve(strait_with_a_monitor(), earlier_agreements=(truce, other)), earlier=("truce",))
    (row,) = table(seen(talks, "north"), "Earlier agreements and their fate")
    assert (row["What"], row["What became of it"], row["Followed by"]) == ("The truce", "Broken in May.", "The paper")


def kept(talks, **duty):
    wanted = {"monitors": ("watch",), "deadline": dt.date(2031, 3, 10), **duty}
    talks.act("harbour", oblige, PACT, "crews", Duty("north", "", **wanted), name="free")
    return talks


def obligations(talks, audience):
    (row,) = table(seen(talks, audience, implementation_section), "Obligations")
    return row


def test_an_obligation_is_overdue_by_the_clock():
    talks = kept(in_force(talks_with_a_pact()))
    row = obligations(talks, "south")
    assert (row["Due"], row["State"], row["Checked by"]) == ("by 10 March 2031", "agreed", "Watch")
    talks.wait(days=10)
    assert obligations(talks, "south")["State"] == "overdue"
    talks.act("watch", verify_performance, "harbour/free", is_performed=True)
    assert obligations(talks, "south")["State"] == "performed"


def test_days_after_a_phase_are_counted_once_it_has_begun():
    talks = in_force(talks_with_a_pact())
    talks.act("harbour", name_phase, PACT, "Release", conditions=("Ships are back.", "Crews are well."), name="release")
    kept(talks, deadline=None, phase="harbour/release", days_after_entry=3)
    assert obligations(talks, "north")["Due"] == "3 days after its phase begins"
    (row,) = table(seen(talks, "north", implementation_section), "Phases")
    assert (row["Begins if"], row["State"]) == ("Ships are back (not yet) and Crews are well (not yet)", "waits for 2 conditions")
    talks.act("watch", fulfil, "harbour/release", "Ships are back.")
    talks.act("watch", fulfil, "harbour/release", "Crews are well.")
    assert table(seen(talks, "north", implementation_section), "Phases")[0]["State"] == "may be entered"
    talks.act("watch", enter_phase, "harbour/release")
    assert table(seen(talks, "north", implementation_section), "Phases")[0]["State"] == "entered on 1 March 2031"
    assert obligations(talks, "north")["Due"] == "by 4 March 2031"


def test_performance_and_scores_stand_with_those_who_got_them():
    talks = kept(in_force(talks_with_a_pact()))
    talks.act("north", report_performance, "harbour/free", text="they are home")
    talks.act("watch", score, "harbour/free", 2)
    (row,) = table(seen(talks, "south", implementation_section), "What is said of performance")
    assert tuple(row.values())[1:] == ("North", "harbour/free", "reported performed", "They are home.")
    assert obligations(talks, "harbour")["Implementation"] == "2: much"
    assert "Implementation" not in obligations(talks, "south")


def test_a_violation_report_is_an_allegation_to_those_who_have_it():
    talks = kept(in_force(talks_with_a_pact()))
    breach = Breach("north", "a crew was held back", obligation="harbour/free", place="Narrows")
    talks.act("south", report_violation, breach, name="stop")
    (row,) = table(seen(talks, "bridge", implementation_section), "Violation reports")
    assert row["What"] == "A crew was held back. | obligation 'harbour/free'"
    assert (row["Reported by"], row["Told to"], row["State"]) == ("South", "Harbour, Bridge and Watch", "alleged")
    assert obligations(talks, "bridge")["State"] == "agreed | reported broken in 'south/stop' (alleged)"
    assert "Violation reports" not in titles(seen(talks, "north", implementation_section))
    talks.act("watch", rule_on_violation, "south/stop", ViolationStatus.UNFOUNDED, finding="the crew was asleep")
    assert table(seen(talks, "south", implementation_section), "Violation reports")[0]["State"] == "unfounded | The crew was asleep."
    assert obligations(talks, "bridge")["State"] == "agreed"


@pytest.mark.parametrize("audience", ["north", "keeper"])
def test_the_brief_of_the_case_shows_what_its_folder_promises(audience):
    first = Phase(
        "first", name="First", entry_conditions=("Ships are back", "All is calm"), fulfilled=("Ships are back",), holders=EVERYONE
    )
    begun = evolve(first, id="second", name="Second", entry_conditions=(), fulfilled=(), entered=on(dt.date(2031, 3, 1)))
    owed = Obligation(
        "o", actor="north", text="Pay.", status=ObligationStatus.AGREED, deadline=on(dt.date(2031, 3, 2)), score=1, holders=EVERYONE
    )
    broken = ViolationReport("v", by="north", text="Nothing was paid.", status=ViolationStatus.CONFIRMED, holders=EVERYONE)
    case = evolve(strait_with_a_monitor(), phases=(first, begun), obligations=(owed,), violation_reports=(broken,))
    section = promised(Scene(view_for(audience, case), dt.date(2031, 3, 5)))
    rows = table(section, "Obligations")
    assert rows[0]["Phase"] == "First | Begins if: Ships are back (fulfilled); All is calm."
    assert rows[1]["Phase"] == "Second | Entered 2031-03-01."
    assert (rows[2]["Due"], rows[2]["State"], rows[2]["Implementation, from 0 to 3"]) == ("by 2 March 2031", "overdue", "1")
    assert table(section, "Reported violations")[0]["State"] == "confirmed"


def test_what_live_talks_made_stands_in_its_own_section_alone():
    talks = kept(in_force(talks_with_a_pact()))
    talks.act("harbour", name_phase, PACT, "Release", name="release")
    breach = Breach("north", "a crew was held back", obligation="harbour/free")
    talks.act("south", report_violation, breach, name="stop")
    assert seen(talks, "harbour", promised) == ()
    assert titles(seen(talks, "harbour", implementation_section)) == ["Phases", "Obligations", "Violation reports"]
