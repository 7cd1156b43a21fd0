"""Over whom something can pass."""

from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.model.actors import Access
from gobetween.model.cases import Case
from gobetween.model.routes import Route, find_routes, is_disputed, must_pass, reaches
from specimen_talks import strait_case


def claims(*pairs: str, contested: tuple[str, ...] = ()) -> Case:
    """The strait where these claims hold: `bridge>north` reaches by itself, `bridge>south>harbour` through harbour."""
    access = []
    for pair in pairs:
        mediator, to, *through = pair.split(">")
        access.append(Access(pair, mediator=mediator, to=to, through=tuple(through), is_contested=pair in contested))
    return evolve(strait_case(), access=tuple(access))


def test_one_mediator_who_reaches_both_is_a_route_and_no_others_are_named() -> None:
    case = strait_case()
    assert find_routes(case, "north", "south") == (Route(("harbour",)),)
    assert must_pass(case, "north", "south") == ("harbour",)


def test_where_nobody_reaches_both_two_do_in_the_order_of_the_way() -> None:
    case = claims("bridge>north", "harbour>south")
    assert find_routes(case, "north", "south") == (Route(("bridge", "harbour")),)
    assert find_routes(case, "south", "north") == (Route(("harbour", "bridge")),)
    assert must_pass(case, "north", "south") == ("bridge", "harbour")


def test_disputed_access_names_a_way_round_it_after_those_beyond_dispute() -> None:
    pairs = ("bridge>north", "bridge>south", "harbour>south")
    case = claims(*pairs, contested=("bridge>south",))
    assert find_routes(case, "north", "south") == (Route(("bridge", "harbour")), Route(("bridge",), contested=("south",)))
    assert must_pass(case, "north", "south") == ("bridge",)
    assert is_disputed(case, "bridge", "south")
    assert not is_disputed(case, "bridge", "north")


def test_a_mediator_goes_alone_or_over_another() -> None:
    case = strait_case()
    assert find_routes(case, "harbour", "south") == (Route(("harbour",)),)
    assert find_routes(case, "bridge", "south") == (Route(("bridge", "harbour")),)
    assert find_routes(case, "south", "bridge") == (Route(("harbour", "bridge")),)
    contested = claims("bridge>south", "harbour>south", contested=("bridge>south",))
    assert find_routes(contested, "bridge", "south") == (Route(("bridge", "harbour")), Route(("bridge",), contested=("south",)))


@pytest.mark.parametrize(("from_", "to"), [("north", "north"), ("bridge", "harbour"), ("bridge", "bridge")])
def test_nobody_needs_a_route_to_itself_nor_a_mediator_to_another(from_: str, to: str) -> None:
    assert find_routes(strait_case(), from_, to) == ()


def test_where_nothing_is_said_of_someone_every_mediator_reaches_it_but_those_who_go_through_others() -> None:
    case = claims("bridge>south>harbour")
    assert reaches(case, "harbour", "south")
    assert reaches(case, "bridge", "north")
    assert not reaches(case, "bridge", "south")
    assert reaches(case, "bridge", "harbour")
    assert not reaches(case, "bridge", "bridge")


def test_there_may_be_no_route() -> None:
    case = evolve(claims("bridge>north"), roles=strait_case().roles[:3])
    assert find_routes(evolve(case, access=(*case.access, Access("x", mediator="shipping", to="south"))), "north", "south") == ()
    assert must_pass(evolve(case, access=(*case.access, Access("x", mediator="shipping", to="south"))), "north", "south") == ()
