"""Pooling and releases: nobody sees what is computed from several sides' secrets until each owner permits it."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.disclosure.views import analysable_preferences, view_for
from gobetween.model.actors import Actor
from gobetween.model.cases import Case, Release
from gobetween.model.dates import on
from gobetween.model.errors import NotDisclosed
from gobetween.model.items import EVERYONE
from gobetween.model.preferences import Preferences, ValueBasis


def entrusted(party: str, *holders: str, pooled_for: tuple[str, ...] = ()) -> Preferences:
    return Preferences(
        party, {}, reservation=0, basis=ValueBasis.ENTRUSTED, holders=frozenset({party, *holders}), pooled_for=frozenset(pooled_for)
    )


def assumed(party: str, *holders: str) -> Preferences:
    return Preferences(party, {}, reservation=0, basis=ValueBasis.ASSUMED, assumption="guess", holders=frozenset(holders))


def parties_of(audience: str, *preferences: Preferences) -> set[str]:
    return {each.party for each in analysable_preferences(audience, preferences)}


def test_a_mediator_in_whom_both_sides_confided_may_analyse_both() -> None:
    assert parties_of("bridge", entrusted("north", "bridge"), entrusted("south", "bridge")) == {"north", "south"}


def test_sides_that_confide_in_different_mediators_are_not_analysed_together() -> None:
    secrets = (entrusted("north", "bridge"), entrusted("south", "harbour"))
    assert parties_of("bridge", *secrets) == {"north"}
    assert parties_of("harbour", *secrets) == {"south"}


def test_one_owners_permission_to_pool_is_not_enough() -> None:
    secrets = (entrusted("north", "bridge", pooled_for=("bridge", "harbour")), entrusted("south", "harbour"))
    assert parties_of("bridge", *secrets) == {"north"}
    assert parties_of("harbour", *secrets) == {"south"}


def test_with_every_owners_permission_the_permitted_may_analyse_both_without_seeing_them() -> None:
    secrets = (
        entrusted("north", "bridge", pooled_for=("bridge", "harbour")),
        entrusted("south", "harbour", pooled_for=("harbour", "bridge")),
    )
    assert parties_of("bridge", *secrets) == {"north", "south"}
    case = Case(
        "quay",
        "Quay",
        actors=tuple(Actor(each, name=each, holders=EVERYONE) for each in ("north", "south", "bridge")),
        preferences=secrets,
    )
    view = view_for("bridge", case)
    assert {each.party for each in view.case.preferences} == {"north"}
    assert {each.party for each in view.analysable} == {"north", "south"}


def test_what_one_side_alone_pools_is_not_computed_with() -> None:
    assert parties_of("bridge", entrusted("north", "harbour", pooled_for=("bridge",))) == set()


def test_pooled_numbers_never_go_with_the_audiences_own_as_these_could_be_chosen_to_bring_out_the_others() -> None:
    own = entrusted("bridge", pooled_for=("bridge",))
    north, south = (entrusted(each, "harbour", pooled_for=("bridge",)) for each in ("north", "south"))
    assert parties_of("bridge", north, south, own) == {"north", "south"}
    assert parties_of("bridge", north, own) == {"bridge"}
    assert parties_of("bridge", entrusted("north", "bridge", pooled_for=("bridge",)), south, own) == {"north", "south"}
    assert parties_of("bridge", entrusted("north", "bridge"), entrusted("south", "bridge"), own) == {"north", "south", "bridge"}


def test_pooled_numbers_never_go_with_assumed_ones_as_these_could_be_chosen_to_bring_out_the_others() -> None:
    pooled = (entrusted("north", "harbour", pooled_for=("bridge",)), entrusted("south", "harbour", pooled_for=("bridge",)))
    assert parties_of("bridge", *pooled, assumed("east", "bridge")) == {"east"}
    assert parties_of("bridge", pooled[0], assumed("south", "bridge"), assumed("east", "bridge")) == {"south", "east"}
    assert parties_of("bridge", *pooled, assumed("south", "bridge")) == {"north", "south"}


def test_numbers_of_a_party_that_one_may_not_be_told_of_are_not_in_the_view() -> None:
    hidden = Actor("shade", name="Shade", holders=frozenset({"shade", "harbour"}))
    case = Case(
        "quay", "Quay", actors=(Actor("bridge", name="Bridge", holders=EVERYONE), hidden), preferences=(entrusted("shade", "bridge"),)
    )
    view = view_for("bridge", case)
    assert (view.case.preferences, view.analysable) == ((), ())


def test_what_a_party_entrusted_has_no_date_so_no_day_can_be_said_to_have_it() -> None:
    actors = tuple(Actor(each, name=each, holders=EVERYONE) for each in ("north", "bridge"))
    case = Case("quay", "Quay", actors=actors, preferences=(entrusted("north", "bridge"), assumed("north", "bridge")))
    view = view_for("bridge", case, as_of=dt.date(2031, 1, 1))
    assert [each.basis for each in view.analysable] == [ValueBasis.ASSUMED]
    assert len(view.case.preferences) == 1


def test_a_party_computes_with_its_own_numbers_and_public_assumptions_about_others() -> None:
    numbers = (entrusted("north", "bridge"), assumed("north", "public"), assumed("south", "public"), entrusted("south", "bridge"))
    chosen = analysable_preferences("north", numbers)
    assert [(each.party, each.basis) for each in chosen] == [("north", ValueBasis.ENTRUSTED), ("south", ValueBasis.ASSUMED)]


def test_the_public_sees_no_entrusted_number_and_no_assumption_that_is_not_public() -> None:
    assert parties_of("public", entrusted("north", "bridge", pooled_for=("bridge",)), assumed("south", "keeper")) == set()


def test_a_release_reaches_those_it_names_and_tells_each_owner_of_its_own_secrets_alone() -> None:
    actors = tuple(Actor(each, name=each, holders=EVERYONE) for each in ("north", "south", "bridge", "harbour"))
    release = Release(
        "r", by="bridge", to=("north",), text="Try this.", draws_on=("north", "south"), holders=frozenset({"bridge", "north"})
    )
    case = Case("quay", "Quay", actors=actors, releases=(release,))
    assert view_for("bridge", case).case.releases == (release,)
    (seen,) = view_for("north", case).case.releases
    assert (seen.text, seen.draws_on) == ("Try this.", ("north",))
    assert view_for("south", case).case.releases == ()


def test_an_audience_that_nobody_told_of_is_refused_like_one_that_does_not_exist() -> None:
    hidden = Actor("shade", name="Shade", holders=frozenset({"bridge"}))
    case = Case("quay", "Quay", actors=(Actor("bridge", name="Bridge", holders=EVERYONE), hidden))
    with pytest.raises(NotDisclosed) as refusal:
        view_for("ghost", case)
    with pytest.raises(NotDisclosed) as hidden_refusal:
        view_for("shade", case)
    assert str(hidden_refusal.value) == str(refusal.value).replace("ghost", "shade")
    assert str(refusal.value) == "nobody in this case is called 'ghost'; audiences: keeper, public, bridge"


def test_an_audience_that_nobody_knew_of_by_the_day_is_refused_with_the_day_like_one_that_does_not_exist() -> None:
    later = Actor("bridge", name="Bridge", holders=EVERYONE, known=on(dt.date(2031, 3, 1)))
    case = Case("quay", "Quay", actors=(later,))
    with pytest.raises(NotDisclosed) as refusal:
        view_for("ghost", case, as_of=dt.date(2031, 2, 1))
    with pytest.raises(NotDisclosed) as early_refusal:
        view_for("bridge", case, as_of=dt.date(2031, 2, 1))
    assert str(early_refusal.value) == str(refusal.value).replace("ghost", "bridge")
    assert str(refusal.value) == "nobody called 'ghost' was known by 2031-02-01; audiences by that day: keeper, public"
