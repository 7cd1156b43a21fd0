"""What waits for each audience: everything that it could or should act on, with the verb that does it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from attrs import evolve

from agreements_of_the_strait import PACT, accepted, decided, in_force, talks_with_a_pact
from gobetween.briefs.blocks import Listing
from gobetween.briefs.compose import compose_live
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.waiting import waiting_section
from gobetween.cli.live.acts import commands
from gobetween.model.agreement import ViolationStatus
from gobetween.model.mandates import Ruling
from gobetween.model.permissions import Form
from gobetween.model.proposals import AnswerKind
from gobetween.protocols.answers import Reply
from gobetween.protocols.obligations import Duty
from gobetween.protocols.permissions import Scope
from gobetween.protocols.proposals import Offer
from gobetween.protocols.violations import Breach
from gobetween.talks.agreeing import agreements
from gobetween.talks.agreeing.obligations import enter_phase, fulfil, name_phase, oblige, report_performance, verify_performance
from gobetween.talks.agreeing.violations import report_violation, rule_on_violation
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, plans, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.plans import Step
from gobetween.talks.drafting import amendments, one_texts
from gobetween.talks.drafting.amendments import Request
from gobetween.talks.drafting.showings import show
from gobetween.talks.proposing import answers, proposals
from gobetween.talks.sealing.blind_biddings import bid, open_bidding
from gobetween.talks.sealing.blind_biddings import join as join_bidding
from gobetween.talks.sealing.sealed_proposals import join, put, seal
from specimen_talks import ACTORS, SpecimenTalks
from texts_and_seals_of_the_strait import FINAL, NUMBER, TEXT, offer, question, strait, talks_with_a_bidding, talks_with_a_text

SAID, OVER_BOTH = "north/said", ("bridge", "harbour")


@pytest.fixture
def talks() -> SpecimenTalks:
    """North told bridge something, and bridge asked to carry it to south over harbour."""
    talks = SpecimenTalks.opened(strait())
    talks.act("north", caucuses.tell, Telling("We could wait a year."), to=("bridge",), name="said")
    talks.act("bridge", permissions.ask, Scope(SAID, ("south",), OVER_BOTH, is_attributed=True), name="may")
    return talks


def verbs(talks: SpecimenTalks, audience: str) -> list[str]:
    """What the section says is to be written, line by line; every one begins with a verb that there is."""
    made = waiting_section(Scene(talks.view(audience), talks.now.date()))
    cells = [cell for section in made for block in section.blocks if isinstance(block, Listing) for cell in block.cells]
    for cell in cells:
        assert re.sub(r"^(as [a-z-]+|first ask for more): ", "", cell.detail).split()[0] in commands()
    return [cell.detail for cell in cells]


def test_to_whom_nothing_waits_it_is_said_so(talks: SpecimenTalks) -> None:
    (section,) = waiting_section(Scene(talks.view("south"), talks.now.date()))
    (block,) = section.blocks
    assert block.cell.text == "Nothing, as far as you see."  # type: ignore[union-attr]
    for nobody in ("public", "keeper"):
        assert waiting_section(Scene(talks.view(nobody), talks.now.date())) == ()
    assert waiting_section(Scene(evolve(talks.view("north"), is_live=False), talks.now.date())) == ()


def test_it_stands_first_of_what_is_shown(talks: SpecimenTalks) -> None:
    for audience in ACTORS:
        assert compose_live(talks.view(audience), today=talks.now.date()).sections[0].title == "What waits for you [waiting]"


def test_who_is_asked_for_permission_is_told_how_to_give_and_to_refuse_it(talks: SpecimenTalks) -> None:
    assert verbs(talks, "north") == ["grant --asked bridge/may --attributed, or: refuse bridge/may"]
    assert verbs(talks, "bridge") == verbs(talks, "harbour") == []
    talks.act("north", permissions.refuse, "bridge/may")
    assert verbs(talks, "north") == verbs(talks, "bridge") == []


def test_what_may_be_conveyed_stands_there_until_it_is_or_may_no_more(talks: SpecimenTalks) -> None:
    scope = Scope(SAID, ("south",), OVER_BOTH, form=Form.PARAPHRASE, until=dt.date(2031, 3, 5))
    talks.act("north", permissions.grant, scope, asked="bridge/may")
    (verb,) = verbs(talks, "bridge")
    assert verb.startswith("convey north/said --to south --over harbour --form paraphrase --text WORDS ")
    later = evolve(talks.view("bridge"))
    assert "convey" not in str(waiting_section(Scene(later, dt.date(2031, 3, 6))))
    wanted = Conveyance("south", SAID, form=Form.PARAPHRASE, text="A year may do.", route=OVER_BOTH)
    talks.act("bridge", relays.convey, wanted, name="word")
    assert verbs(talks, "bridge") == []
    assert verbs(talks, "harbour") == ["pass-on bridge/word, or: withhold bridge/word --reason WHY"]
    talks.act("harbour", passages.pass_on, "bridge/word", name="word")
    assert verbs(talks, "harbour") == []
    assert verbs(talks, "south") == ["react harbour/word WORDS"]
    talks.act("south", reactions.react, "harbour/word", "Hm.")
    assert verbs(talks, "south") == []


def test_a_permission_that_names_nobody_who_reaches_them_is_not_enough_and_that_is_said(talks: SpecimenTalks) -> None:
    talks.act("north", permissions.grant, Scope(SAID, ("south",), ("bridge",)), asked="bridge/may")
    assert verbs(talks, "bridge") == ["first ask for more: ask north/said --to south --carrier bridge --carrier harbour"]
    talks.act("bridge", permissions.ask, Scope(SAID, ("south",), OVER_BOTH), name="more")
    assert verbs(talks, "bridge") == []
    talks.act("north", permissions.grant, Scope(SAID, ("south",), OVER_BOTH), asked="bridge/more")
    (verb,) = verbs(talks, "bridge")
    assert verb.startswith("convey north/said --to south --over harbour ")


def test_plans_wait_on_their_day_and_after_those_that_come_before(talks: SpecimenTalks) -> None:
    first = Step("the year", "south", OVER_BOTH, item=SAID, due=dt.date(2031, 3, 2))
    talks.act("bridge", plans.plan, first, name="first")
    talks.act("bridge", plans.plan, Step("an idea", "north", ("bridge",), after="bridge/first"), name="second")
    assert verbs(talks, "bridge") == verbs(talks, "harbour") == []
    talks.wait(days=1)
    wanted = "convey north/said --to south --over harbour --plan bridge/first, or: withhold bridge/first --reason WHY"
    assert verbs(talks, "bridge") == [wanted]
    assert verbs(talks, "harbour") == []


def test_proposals_wait_for_who_is_to_join_and_for_who_is_to_answer() -> None:
    talks = SpecimenTalks.opened()
    talks.act("harbour", proposals.propose, Offer("Paper", ("north", "south"), text="Half."), jointly_with=("bridge",), name="paper")
    assert verbs(talks, "bridge") == ["join harbour/paper"]
    assert verbs(talks, "north") == []
    talks.act("bridge", proposals.join, "harbour/paper")
    assert verbs(talks, "bridge") == []
    assert verbs(talks, "south") == ["answer harbour/paper accept|accept-if|counter|reject|refer"]
    talks.act("south", answers.answer, "harbour/paper", Reply(AnswerKind.REFER), name="first")
    assert verbs(talks, "south") == ["as south-members: decide south/first approve|amend|refuse"]
    assert all("first" not in verb for each in ("north", "harbour", "bridge") for verb in verbs(talks, each))


def test_what_is_answered_under_seal_waits_until_one_has_answered() -> None:
    talks = SpecimenTalks.opened(strait())
    talks.act("harbour", put, offer(), together_with=("bridge",), name="final")
    assert (verbs(talks, "bridge"), verbs(talks, "north")) == ([f"join-proposal {FINAL}"], [])
    talks.act("bridge", join, FINAL)
    before = verbs(talks, "south")
    assert before == verbs(talks, "north") == [f"seal {FINAL} accept|refuse"]
    talks.act("north", seal, FINAL, accepts=True)
    assert (verbs(talks, "north"), verbs(talks, "south")) == ([], before)


def test_biddings_wait_for_both_sides_alone() -> None:
    talks = talks_with_a_bidding()
    assert verbs(talks, "south") == [f"bid {NUMBER} NUMBER"]
    talks.act("north", bid, NUMBER, 7)
    assert verbs(talks, "north") == verbs(talks, "harbour") == []
    talks.act("harbour", open_bidding, question(), together_with=("bridge",), name="more")
    assert verbs(talks, "bridge") == ["join-bidding harbour/more"]
    talks.act("bridge", join_bidding, "harbour/more")
    assert verbs(talks, "north") == ["bid harbour/more NUMBER"]


def test_amendments_wait_for_those_who_work_on_the_text_until_it_is_revised() -> None:
    talks = talks_with_a_text()
    talks.act("harbour", show, TEXT, ("north",))
    talks.act("north", amendments.amend, TEXT, Request("toll", words="nothing"), name="none")
    (verb,) = verbs(talks, "harbour")
    assert verb == f"text {TEXT} > FILE, then, once it is changed there: revise {TEXT} FILE"
    talks.act("harbour", one_texts.settle, TEXT, {"toll": 1})
    assert verbs(talks, "harbour") == verbs(talks, "bridge") == [f"show-text {TEXT} --to north"]
    talks.act("bridge", show, TEXT, ("north",))
    assert verbs(talks, "harbour") == verbs(talks, "bridge") == []


def test_an_agreement_waits_for_each_party_step_by_step() -> None:
    talks = talks_with_a_pact(principals=True, early_parts=("crews",))
    assert verbs(talks, "south") == [f"accept-text {PACT} --part crews", f"accept-text {PACT}"]
    talks.act("north", agreements.accept, PACT)
    assert verbs(talks, "north") == [f"accept-text {PACT} --part crews"]
    assert verbs(talks, "shipping") == verbs(talks, "harbour") == []
    talks = accepted(talks_with_a_pact(principals=True, early_parts=()))
    assert verbs(talks, "south") == [f"sign {PACT}"]
    talks.act("south", decided(Ruling.APPROVE))
    talks.act("south", agreements.sign, PACT)
    assert verbs(talks, "south") == [f"as south-members: ratify {PACT}"]


def test_what_an_agreement_obliges_to_waits_for_who_does_it_and_then_for_who_checks_it() -> None:
    talks = in_force(talks_with_a_pact())
    talks.act("harbour", name_phase, PACT, "The crews", conditions=("both say it's time",), name="first")
    talks.act("harbour", oblige, PACT, "crews", Duty("south", "Release the crews.", phase="harbour/first"), name="crews")
    assert verbs(talks, "watch") == ["""fulfil harbour/first 'both say it'"'"'s time'"""]
    assert verbs(talks, "south") == []
    talks.act("watch", fulfil, "harbour/first", "both say it's time")
    assert verbs(talks, "watch") == ["enter-phase harbour/first"]
    talks.act("watch", enter_phase, "harbour/first")
    assert (verbs(talks, "watch"), verbs(talks, "south")) == ([], ["report-performance harbour/crews"])
    talks.act("south", report_performance, "harbour/crews")
    assert (verbs(talks, "south"), verbs(talks, "harbour")) == ([], [])
    assert verbs(talks, "watch") == ["verify-performance harbour/crews --performed, or: --not-performed"]
    talks.act("watch", verify_performance, "harbour/crews", is_performed=False)
    assert (verbs(talks, "south"), verbs(talks, "watch")) == (["report-performance harbour/crews"], [])


def test_a_violation_report_waits_for_those_who_rule_on_it_and_not_for_the_accused() -> None:
    talks = in_force(talks_with_a_pact())
    talks.act("north", report_violation, Breach("south", "Ships passed by night."), to=("harbour",), name="night")
    assert verbs(talks, "harbour") == ["rule-on-violation north/night under-inquiry|confirmed|unfounded|settled"]
    talks.act("north", permissions.grant, Scope("north/night", ("south",), ("harbour",)), name="may")
    assert verbs(talks, "harbour")[1:] == ["convey-violation north/night"]
    talks.act("harbour", rule_on_violation, "north/night", ViolationStatus.CONFIRMED)
    assert verbs(talks, "harbour") == ["convey-violation north/night"]
    assert verbs(talks, "south") == verbs(talks, "north") == []


def test_what_others_do_behind_ones_back_changes_nothing_of_it(talks: SpecimenTalks) -> None:
    before = {each: waiting_section(Scene(talks.view(each), talks.now.date())) for each in ("south", "shipping", "harbour")}
    talks.act("north", permissions.refuse, "bridge/may")
    talks.act("north", caucuses.tell, Telling("Or two."), to=("bridge",), name="more")
    talks.act("bridge", permissions.ask, Scope("north/more", ("south",), OVER_BOTH), name="again")
    assert before == {each: waiting_section(Scene(talks.view(each), talks.now.date())) for each in before}
