"""Asking, granting, refusing and revoking; and to whom a permission is given."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.permissions import Form, PermissionState
from gobetween.protocols.permissions import PermissionGranted, Scope
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.standings import Deed, Standing
from specimen_talks import AUDIENCES, SpecimenTalks

ITEM = "north/said"
SCOPE = Scope(ITEM, ("south",), ("bridge", "harbour"))


@pytest.fixture
def talks() -> SpecimenTalks:
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, Telling("We could wait a year."), to=("bridge",), name="said")
    return talks


def holders(talks: SpecimenTalks) -> list[str]:
    return [audience for audience in AUDIENCES if talks.case(audience).permissions]


def test_asking_is_between_who_asks_and_the_owner(talks: SpecimenTalks) -> None:
    talks.act("bridge", permissions.ask, SCOPE, name="may", reason="It would help.")
    assert holders(talks) == ["north", "bridge"]
    (asked,) = talks.case("north").permissions
    assert (asked.state, asked.asked_by, asked.reason) == (PermissionState.ASKED, "bridge", "It would help.")


def test_what_was_asked_is_granted_to_who_asked_alone_in_full_or_in_part(talks: SpecimenTalks) -> None:
    talks.act("bridge", permissions.ask, SCOPE, name="may")
    less = evolve(SCOPE, form=Form.PARAPHRASE, wording="There is time.")
    talks.act("north", permissions.grant, less, asked="bridge/may")
    assert holders(talks) == ["north", "bridge"]
    (granted,) = talks.case("bridge").permissions
    assert (granted.state, granted.form, granted.wording, granted.asked_by) == (
        PermissionState.GRANTED,
        Form.PARAPHRASE,
        "There is time.",
        "bridge",
    )
    assert granted.given_to == ("bridge",)


def test_unasked_it_goes_to_carriers_who_hold_the_item_and_further_ones_learn_nothing(talks: SpecimenTalks) -> None:
    talks.act("north", permissions.grant, SCOPE)
    assert holders(talks) == ["north", "bridge"]


def test_where_no_carrier_holds_the_item_all_of_them_get_it(talks: SpecimenTalks) -> None:
    talks.act("north", permissions.grant, evolve(SCOPE, carriers=("harbour",), wording="There is time."))
    assert holders(talks) == ["north", "harbour"]


def test_who_asked_is_told_of_a_refusal_and_nobody_else(talks: SpecimenTalks) -> None:
    talks.act("bridge", permissions.ask, SCOPE, name="may")
    talks.act("north", permissions.refuse, "bridge/may", reason="Too soon.")
    assert [(each.state, each.reason) for each in talks.case("bridge").permissions] == [(PermissionState.REFUSED, "Too soon.")]
    assert holders(talks) == ["north", "bridge"]
    assert "is refused already" in talks.refusal("north", permissions.grant, SCOPE, asked="bridge/may")
    assert "would have to be asked" in talks.refusal("north", permissions.refuse, "bridge/may")


def test_a_permission_is_revoked_for_everyone_who_had_it(talks: SpecimenTalks) -> None:
    talks.act("north", permissions.grant, SCOPE, name="may")
    talks.act("north", permissions.revoke, "north/may", reason="Things changed.")
    for audience in ("north", "bridge"):
        assert [(each.state, each.reason) for each in talks.case(audience).permissions] == [
            (PermissionState.REVOKED, "Things changed.")
        ]
    assert "would have to be granted" in talks.refusal("north", permissions.revoke, "north/may")


def test_one_that_does_not_say_to_whom_it_was_given_is_revoked_for_its_carriers_and_who_asked(talks: SpecimenTalks) -> None:
    def give(at: Standing) -> tuple[Deed, ...]:
        return (Deed(PermissionGranted("north/may", "north", SCOPE), frozenset({"north", "bridge", "harbour"})),)

    talks.act("north", give)
    talks.act("north", permissions.revoke, "north/may")
    assert [str(each.state) for each in talks.case("harbour").permissions] == ["revoked"]


@pytest.mark.parametrize(
    ("who", "scope", "refused"),
    [
        ("south", SCOPE, "this is for mediators"),
        ("harbour", SCOPE, "you hold nothing called 'north/said' that could be passed on"),
        ("bridge", evolve(SCOPE, item="north-head"), "you hold nothing called 'north-head' that could be passed on"),
        ("bridge", evolve(SCOPE, to=("nobody",)), "nobody you know of in these talks is called 'nobody'"),
        ("bridge", evolve(SCOPE, to=()), "a permission names who may get it"),
        ("bridge", evolve(SCOPE, carriers=("south",)), "south: not a mediator in these talks"),
        ("bridge", evolve(SCOPE, form=Form.OWN_IDEA, is_attributed=True), "what goes as the mediator's own idea cannot name its owner"),
    ],
)
def test_what_cannot_be_asked_is_refused(talks: SpecimenTalks, who: str, scope: Scope, refused: str) -> None:
    assert refused in talks.refusal(who, permissions.ask, scope)


def test_nobody_asks_itself(talks: SpecimenTalks) -> None:
    talks.act("bridge", caucuses.tell, Telling("My own."), to=("harbour",), name="own")
    assert "'bridge/own' is your own" in talks.refusal("bridge", permissions.ask, evolve(SCOPE, item="bridge/own"))


@pytest.mark.parametrize(
    ("scope", "refused"),
    [
        (evolve(SCOPE, carriers=()), "a permission names the mediators who may carry it, other than yourself"),
        (evolve(SCOPE, item="north/nothing"), "you hold nothing called 'north/nothing'"),
    ],
)
def test_what_cannot_be_granted_is_refused(talks: SpecimenTalks, scope: Scope, refused: str) -> None:
    assert refused in talks.refusal("north", permissions.grant, scope)


def test_what_was_asked_is_granted_for_that_item_and_to_who_asked(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.tell, Telling("Another thing."), to=("bridge", "harbour"), name="other")
    talks.act("bridge", permissions.ask, SCOPE, name="may")
    other = evolve(SCOPE, item="north/other")
    assert "'bridge/may' was asked for 'north/said', not for 'north/other'" in talks.refusal(
        "north", permissions.grant, other, asked="bridge/may"
    )
    harbour = evolve(SCOPE, carriers=("harbour",))
    assert "'bridge/may' was asked by bridge" in talks.refusal("north", permissions.grant, harbour, asked="bridge/may")
    assert "nobody has asked you" in talks.refusal("north", permissions.grant, SCOPE, asked="bridge/might")


def test_what_goes_back_is_permitted_to_who_brought_what_it_goes_back_for(talks: SpecimenTalks) -> None:
    talks.act("bridge", relays.convey, Conveyance("north", text="What of a fund?"), name="fund")
    talks.act("north", caucuses.tell, Telling("A fund could do."), to=("bridge", "harbour"), name="answer")
    back = Scope("north/answer", ("bridge/fund",), ("bridge", "harbour"))
    talks.act("north", permissions.grant, back)
    assert holders(talks) == ["north", "bridge"]
    refusal = talks.refusal("north", permissions.grant, evolve(back, carriers=("harbour",)))
    assert refusal == "what is to go back to where a message came from is carried by who brought it: bridge"
    talks.act("north", caucuses.tell, Telling("We mean it."), to=("bridge",), name="more")
    talks.act("north", permissions.grant, evolve(back, item="north/more"))
    talks.act("north", caucuses.tell_further, "north/more", ("harbour",))
    assert holders(talks) == ["north", "bridge"]


def test_a_principal_leaves_permissions_to_its_delegation(talks: SpecimenTalks) -> None:
    assert "for the delegation of north" in talks.refusal("north", permissions.grant, SCOPE, principal="north-head")


def test_nobody_permits_what_is_anothers_or_refuses_what_it_was_not_asked(talks: SpecimenTalks) -> None:
    assert talks.refusal("bridge", permissions.grant, SCOPE) == "'north/said' is not yours to permit"
    talks.act("bridge", permissions.ask, SCOPE, name="may")
    assert "nobody has asked you" in talks.refusal("south", permissions.refuse, "bridge/may")


def test_a_permission_whose_last_day_has_passed_is_neither_asked_nor_granted():
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, Telling("Half would do."), to=("harbour",), name="half")
    past = Scope("north/half", ("south",), ("harbour",), until=talks.now.date() - dt.timedelta(days=1))
    assert "has passed" in talks.refusal("harbour", permissions.ask, past)
    assert "has passed" in talks.refusal("north", permissions.grant, past)
