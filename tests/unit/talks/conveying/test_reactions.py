"""What is said to a message stays between its receiver and its carrier; what is not conveyed says why."""

from __future__ import annotations

import pytest

from gobetween.model.caucuses import Handling
from gobetween.model.relays import MessageState, RelayState
from gobetween.protocols.permissions import Scope
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, plans, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.plans import Step
from specimen_talks import AUDIENCES, SpecimenTalks, books

WORDS = "We could wait a year."


@pytest.fixture
def talks() -> SpecimenTalks:
    """South has had north's words over bridge and harbour."""
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, Telling(WORDS), to=("bridge",), name="said")
    talks.act("north", permissions.grant, Scope("north/said", ("south",), ("bridge", "harbour")), name="may")
    talks.act("bridge", relays.convey, Conveyance("south", "north/said", route=("bridge", "harbour")), name="a")
    return talks


def delivered(talks: SpecimenTalks) -> SpecimenTalks:
    talks.act("harbour", passages.pass_on, "bridge/a", name="b")
    return talks


def test_a_reaction_is_held_by_the_receiver_and_that_carrier_alone(talks: SpecimenTalks) -> None:
    delivered(talks)
    others = {each: books(talks.clerk, each) for each in AUDIENCES if each not in ("south", "harbour")}
    talks.act("south", reactions.react, "harbour/b", "A year is long.", handling=Handling.RED, name="mood")
    assert others == {each: books(talks.clerk, each) for each in others}
    for audience in ("south", "harbour"):
        case = talks.case(audience)
        assert [each.reaction for each in case.messages if each.id == "harbour/b"] == ["A year is long."]
        (told,) = case.told
        assert (told.id, told.owner, told.to, told.about, told.handling) == (
            "south/mood",
            "south",
            ("harbour",),
            "harbour/b",
            Handling.RED,
        )


def test_to_tell_the_owner_needs_the_receivers_permission(talks: SpecimenTalks) -> None:
    delivered(talks)
    talks.act("south", reactions.react, "harbour/b", "A year is long.", name="mood")
    back = Conveyance("harbour/b", "south/mood")
    assert "needs a permission of south" in talks.refusal("harbour", relays.convey, back)
    talks.act("south", permissions.grant, Scope("south/mood", ("harbour/b",), ("harbour",)))
    talks.act("harbour", relays.convey, back)


def test_a_carrier_notes_a_reaction_to_which_its_owner_may_object(talks: SpecimenTalks) -> None:
    delivered(talks)
    talks.act("harbour", reactions.react, "harbour/b", "They laughed.", name="mood")
    (told,) = talks.case("south").told
    assert (told.owner, told.noted_by) == ("south", "harbour")
    talks.act("south", caucuses.object_to, "harbour/mood", "We did not.")
    assert [each.objection for each in talks.case("harbour").told] == ["We did not."]


def test_nobody_reacts_to_what_it_did_not_get(talks: SpecimenTalks) -> None:
    expected = "you neither got nor conveyed a message called 'bridge/a'"
    assert talks.refusal("south", reactions.react, "bridge/a", "Well.") == expected
    assert talks.refusal("south", reactions.react, "bridge/none", "Well.") == expected.replace("bridge/a", "bridge/none")
    assert talks.refusal("harbour", reactions.react, "bridge/a", " ") == "say in words what was said to it"


def test_what_is_withheld_stands_in_the_mediators_own_book(talks: SpecimenTalks) -> None:
    north = books(talks.clerk, "north")
    talks.act("bridge", reactions.withhold, "north/said", "They would walk out.", to="south")
    assert [(each.state, each.reason) for each in talks.case("bridge").relays][-1] == (RelayState.WITHHELD, "They would walk out.")
    assert books(talks.clerk, "north") == north


def test_or_in_its_owners_as_well_if_the_mediator_tells(talks: SpecimenTalks) -> None:
    talks.act("bridge", reactions.withhold, "north/said", "They would walk out.", to="south", tells=True)
    (_, line) = talks.case("north").relays
    assert (line.item, line.to, line.state, line.reason) == ("north/said", "south", RelayState.WITHHELD, "They would walk out.")


def test_a_message_is_withheld_by_who_was_to_pass_it_on(talks: SpecimenTalks) -> None:
    bridge = books(talks.clerk, "bridge")
    talks.act("harbour", reactions.withhold, "bridge/a", "Not in this mood.")
    assert [(each.state, each.reason) for each in talks.case("harbour").messages] == [(MessageState.WITHHELD, "Not in this mood.")]
    assert books(talks.clerk, "bridge") == bridge
    assert "is withheld" in talks.refusal("harbour", passages.pass_on, "bridge/a")


def test_and_whoever_handed_it_over_is_told_if_that_is_said_and_nobody_else(talks: SpecimenTalks) -> None:
    north = books(talks.clerk, "north")
    talks.act("harbour", reactions.withhold, "bridge/a", "Not in this mood.", tells=True)
    assert [each.state for each in talks.case("bridge").messages] == [MessageState.WITHHELD]
    assert books(talks.clerk, "north") == north


def test_a_relay_under_way_is_recalled_with_or_without_telling_its_owner(talks: SpecimenTalks) -> None:
    (line,) = talks.case("bridge").relays
    talks.act("bridge", reactions.withhold, line.id, "It is too late for it.", tells=True)
    assert [(each.state, each.reason) for each in talks.case("north").relays] == [(RelayState.WITHHELD, "It is too late for it.")]
    assert [each.state for each in talks.case("harbour").messages] == [MessageState.RECALLED]


def test_what_its_receiver_withheld_can_still_be_recalled(talks: SpecimenTalks) -> None:
    talks.act("harbour", reactions.withhold, "bridge/a", "Not now.")
    talks.act("north", permissions.revoke, "north/may")
    assert [each.state for each in talks.case("harbour").messages] == [MessageState.RECALLED]


def test_what_was_delivered_is_withheld_from_nobody(talks: SpecimenTalks) -> None:
    delivered(talks)
    (line,) = talks.case("bridge").relays
    assert "is delivered; it would have to be under way" in talks.refusal("bridge", reactions.withhold, line.id, "Too late.")
    assert "is passed on already" in talks.refusal("harbour", reactions.withhold, "bridge/a", "Too late.")


def test_a_plan_is_dropped_for_all_who_see_it(talks: SpecimenTalks) -> None:
    talks.act("bridge", plans.plan, Step("A word on time", "south", ("bridge", "harbour")), name="step")
    talks.act("bridge", reactions.withhold, "bridge/step", "It has gone another way.")
    assert [(each.state, each.reason) for each in talks.case("harbour").relays] == [(RelayState.WITHHELD, "It has gone another way.")]


@pytest.mark.parametrize(
    ("who", "what", "given", "refused"),
    [
        ("south", "north/said", {"to": "north"}, "this is for mediators"),
        ("bridge", "north/said", {}, "say from whom 'north/said' is withheld"),
        ("bridge", "north/said", {"to": "nobody"}, "nobody you know of"),
        ("harbour", "north/said", {"to": "south"}, "you hold nothing called 'north/said' that could be withheld"),
    ],
)
def test_what_cannot_be_withheld(talks: SpecimenTalks, who: str, what: str, given: dict[str, str], refused: str) -> None:
    assert refused in talks.refusal(who, reactions.withhold, what, "Because.", **given)


def test_a_reason_is_given(talks: SpecimenTalks) -> None:
    assert talks.refusal("bridge", reactions.withhold, "north/said", " ", to="south") == "say why it is withheld"
