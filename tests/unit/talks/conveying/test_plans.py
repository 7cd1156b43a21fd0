"""Carrying in order: to the one side today, with the other mediator tomorrow."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.happenings import Signal
from gobetween.model.items import EVERYONE
from gobetween.model.relays import RelayState
from gobetween.protocols.permissions import Scope
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, plans, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.plans import Step
from specimen_talks import AUDIENCES, SpecimenTalks, strait_case

TOMORROW = dt.date(2031, 3, 2)


@pytest.fixture
def talks() -> SpecimenTalks:
    """Bridge takes its idea to north; harbour joins tomorrow, and takes it to south."""
    talks = SpecimenTalks.opened()
    talks.act("bridge", caucuses.tell, Telling("What of a joint fund?"), to=("harbour",), name="fund")
    talks.act("bridge", permissions.grant, Scope("bridge/fund", ("south",), ("harbour",)))
    talks.act("bridge", plans.plan, Step("The fund", "north", ("bridge",), item="bridge/fund", shown_to=("harbour",)), name="one")
    then = Step("The fund", "south", ("harbour",), item="bridge/fund", due=TOMORROW, after="bridge/one")
    talks.act("bridge", plans.plan, then, name="two")
    return talks


def states(talks: SpecimenTalks, audience: str) -> dict[str, RelayState]:
    return {each.id: each.state for each in talks.case(audience).relays if each.shown_to}


def test_a_plan_is_seen_by_the_mediators_it_names(talks: SpecimenTalks) -> None:
    assert [audience for audience in AUDIENCES if talks.case(audience).relays] == ["bridge", "harbour"]
    (one, two) = talks.case("harbour").relays
    assert (one.to, one.route, one.is_planned, two.due, two.after) == ("north", ("bridge",), True, TOMORROW, "bridge/one")


def test_it_is_carried_out_in_order_and_not_before_its_day(talks: SpecimenTalks) -> None:
    fund = Conveyance("south", "bridge/fund")
    assert talks.refusal("harbour", relays.convey, fund) == (
        "'bridge/two' is planned for 2031-03-02, and today is 2031-03-01; change the plan to go sooner"
    )
    talks.wait(days=1)
    assert talks.refusal("harbour", relays.convey, fund) == (
        "'bridge/two' comes after 'bridge/one', which is planned; deliver that first, or change the plan"
    )
    talks.act("bridge", relays.convey, Conveyance("north", "bridge/fund"))
    assert states(talks, "harbour") == {"bridge/one": RelayState.DELIVERED, "bridge/two": RelayState.PLANNED}
    talks.act("harbour", relays.convey, fund)
    for audience in ("bridge", "harbour"):
        assert set(states(talks, audience).values()) == {RelayState.DELIVERED}
    assert not any(each.is_planned for each in talks.case("bridge").relays)


def test_a_plan_that_is_changed_can_go_sooner(talks: SpecimenTalks) -> None:
    sooner = Step("The fund, at once", "south", ("harbour",), item="bridge/fund")
    talks.act("bridge", plans.plan, sooner, changes="bridge/two")
    talks.act("harbour", relays.convey, Conveyance("south", "bridge/fund", plan="bridge/two"))
    assert states(talks, "bridge")["bridge/two"] is RelayState.DELIVERED


def test_a_dropped_step_holds_up_what_comes_after_it(talks: SpecimenTalks) -> None:
    talks.act("bridge", plans.drop_plan, "bridge/one", "North is away.")
    talks.wait(days=1)
    assert "which is withheld" in talks.refusal("harbour", relays.convey, Conveyance("south", "bridge/fund"))


def test_over_several_mediators_a_step_is_done_when_the_last_has_delivered_it() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, Telling("We could wait a year."), to=("bridge",), name="said")
    talks.act("north", permissions.grant, Scope("north/said", ("south",), ("bridge", "harbour")))
    talks.act("bridge", plans.plan, Step("A word on time", "south", ("bridge", "harbour"), item="north/said"), name="step")
    talks.act("bridge", relays.convey, Conveyance("south", "north/said", route=("bridge", "harbour")), name="a")
    assert states(talks, "bridge") == {"bridge/step": RelayState.PLANNED}
    talks.act("harbour", passages.pass_on, "bridge/a")
    assert states(talks, "bridge") == states(talks, "harbour") == {"bridge/step": RelayState.DELIVERED}
    assert [each.item for each in talks.case("harbour").relays] == [None]
    assert [each.id for each in talks.case("north").relays if each.shown_to] == []


def test_the_item_is_named_to_those_alone_who_were_told_of_it() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, Telling("We could wait a year."), to=("bridge",), name="said")
    talks.act("bridge", plans.plan, Step("A word on time", "south", ("harbour",), item="north/said"))
    assert [each.item for each in talks.case("bridge").relays] == ["north/said"]
    assert [each.item for each in talks.case("harbour").relays] == [None]
    assert "north" not in str(evolve(talks.case("harbour").relays[0], note=""))


def test_what_is_public_is_named_to_all() -> None:
    said = Signal("hope", by="north", text="We are hopeful.", holders=EVERYONE)
    talks = SpecimenTalks.opened(evolve(strait_case(), signals=(said,)))
    talks.act("bridge", plans.plan, Step("The hope", "south", ("harbour",), item="hope"))
    assert [each.item for each in talks.case("harbour").relays] == ["hope"]


def test_a_plan_is_changed_or_dropped_by_its_planner_while_it_is_open(talks: SpecimenTalks) -> None:
    step = Step("The fund", "south", ("harbour",))
    assert talks.refusal("harbour", plans.plan, step, changes="bridge/two") == "you have made no plan 'bridge/two'"
    assert talks.refusal("harbour", reactions.withhold, "bridge/two", "No.") == "you have made no plan 'bridge/two'"
    talks.act("bridge", plans.drop_plan, "bridge/two", "No longer.")
    assert "is withheld already" in talks.refusal("bridge", plans.plan, step, changes="bridge/two")


def test_who_saw_a_plan_sees_its_changes(talks: SpecimenTalks) -> None:
    talks.act("bridge", plans.plan, Step("The fund, later", "north", ("bridge",)), changes="bridge/one")
    assert [each.text for each in talks.case("harbour").relays if each.id == "bridge/one"] == ["The fund, later"]


@pytest.mark.parametrize(
    ("step", "refused"),
    [
        (Step("The fund", "nobody", ("bridge",)), "nobody you know of"),
        (Step("The fund", "south", ("north",)), "plans are made among mediators"),
        (Step("The fund", "south", ()), "plans are made among mediators"),
        (Step("The fund", "south", ("bridge",), shown_to=("south",)), "plans are made among mediators"),
        (Step(" ", "south", ("bridge",)), "say in words, for all who see the plan"),
        (Step("The fund", "south", ("bridge",), item="north/said"), "you hold nothing called 'north/said'"),
        (Step("The fund", "south", ("bridge",), after="harbour/none"), "there is no other plan 'harbour/none' that you know of"),
    ],
)
def test_what_is_no_plan(talks: SpecimenTalks, step: Step, refused: str) -> None:
    assert refused in talks.refusal("bridge", plans.plan, step)


def test_a_party_plans_nothing(talks: SpecimenTalks) -> None:
    assert "this is for mediators" in talks.refusal("north", plans.plan, Step("The fund", "south", ("bridge",)))


def test_what_comes_before_is_a_plan_that_all_see_and_not_one_that_comes_after() -> None:
    talks = SpecimenTalks.opened()
    talks.act("bridge", plans.plan, Step("A", "north", ("bridge",)), name="a")
    refusal = talks.refusal("bridge", plans.plan, Step("B", "south", ("harbour",), after="bridge/a"))
    assert refusal == "harbour does not see the plan 'bridge/a'; its planner can show it there first"
    talks.act("bridge", plans.plan, Step("B", "north", ("bridge",), after="bridge/a"), name="b")
    talks.act("bridge", plans.plan, Step("C", "north", ("bridge",), after="bridge/b"), name="c")
    circle = talks.refusal("bridge", plans.plan, Step("A", "north", ("bridge",), after="bridge/c"), changes="bridge/a")
    assert circle == "'bridge/c' is itself planned to come after 'bridge/a'; one of them comes first"
    alone = talks.refusal("bridge", plans.plan, Step("A", "north", ("bridge",), after="bridge/a"), changes="bridge/a")
    assert alone == "there is no other plan 'bridge/a' that you know of"


def test_a_plan_that_is_named_fits_what_is_conveyed(talks: SpecimenTalks) -> None:
    wanted = Conveyance("north", text="Another idea.", plan="bridge/two")
    assert talks.refusal("bridge", relays.convey, wanted) == (
        "no open plan 'bridge/two' says that you convey this to north over this route"
    )
    talks.act("bridge", relays.convey, evolve(wanted, plan="bridge/one"))
    assert states(talks, "harbour")["bridge/one"] is RelayState.DELIVERED


def test_what_is_conveyed_without_a_plan_leaves_plans_alone(talks: SpecimenTalks) -> None:
    talks.act("bridge", relays.convey, Conveyance("north", text="Another idea."))
    assert set(states(talks, "bridge").values()) == {RelayState.PLANNED}
