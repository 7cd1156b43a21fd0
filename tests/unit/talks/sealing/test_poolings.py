"""Numbers are entrusted, pooled and withdrawn; results come only where everyone permitted them; a release is warned of and made."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.items import KEEPER, PUBLIC
from gobetween.model.preferences import Preferences, ValueBasis
from gobetween.talks.sealing import poolings
from gobetween.talks.sealing.poolings import Letting
from specimen_talks import TALKS, SpecimenTalks, books, strait_case

OTHERS = ("bridge", "harbour", "shipping", KEEPER, PUBLIC)


def numbers(none: int, full: int) -> Preferences:
    values = {"toll": {"none": none, "half": 5, "full": full}, "hours": {"day": 1, "night": 2}}
    return Preferences("whoever", values, reservation=4, basis=ValueBasis.ENTRUSTED)


@pytest.fixture
def talks() -> SpecimenTalks:
    """North has confided in bridge, south in harbour."""
    frame = strait_case()
    direct = tuple(evolve(each, through=()) for each in frame.access)
    opened = SpecimenTalks.opened(evolve(frame, access=direct))
    opened.act("north", poolings.entrust, numbers(9, 0), ("bridge",))
    opened.act("south", poolings.entrust, numbers(0, 9), ("harbour",))
    return opened


def computable(talks: SpecimenTalks, audience: str) -> set[str]:
    return {each.party for each in talks.view(audience).analysable}


def test_entrusted_numbers_are_held_by_the_party_and_whom_it_entrusted(talks: SpecimenTalks) -> None:
    assert computable(talks, "north") == computable(talks, "bridge") == {"north"}
    assert computable(talks, "harbour") == {"south"}
    for audience in ("shipping", KEEPER, PUBLIC):
        assert computable(talks, audience) == set()
        assert talks.view(audience).case.preferences == ()


def test_nobody_sees_results_until_both_permitted_it(talks: SpecimenTalks) -> None:
    talks.act("north", poolings.pool, ("bridge", "harbour"))
    assert computable(talks, "bridge") == {"north"}
    assert computable(talks, "harbour") == {"south"}
    talks.act("south", poolings.pool, ("harbour",))
    assert computable(talks, "harbour") == {"north", "south"}
    assert {each.party for each in talks.view("harbour").case.preferences} == {"south"}  # results, not the other's numbers
    assert computable(talks, "bridge") == {"north"}


def test_what_is_withdrawn_counts_no_more(talks: SpecimenTalks) -> None:
    talks.act("north", poolings.pool, ("harbour",), name="both")
    talks.act("south", poolings.pool, ("harbour",))
    talks.act("north", poolings.withdraw, "north/both")
    assert computable(talks, "harbour") == {"south"}
    assert "withdrawn already" in talks.refusal("north", poolings.withdraw, "north/both")


def test_what_is_withdrawn_counts_no_more_as_of_a_day_before_it_either(talks: SpecimenTalks) -> None:
    talks.act("north", poolings.pool, ("harbour",), name="both")
    talks.act("south", poolings.pool, ("harbour",))
    day_before = talks.now.date()

    def computable_then() -> set[str]:
        return {each.party for each in talks.clerk.view(TALKS, "harbour", as_of=day_before).analysable}

    talks.now += dt.timedelta(days=1)
    assert computable_then() == {"north", "south"}
    talks.act("north", poolings.withdraw, "north/both")
    assert computable_then() == {"south"}


def test_new_numbers_replace_the_old_and_keep_their_pooling(talks: SpecimenTalks) -> None:
    talks.act("north", poolings.pool, ("harbour",))
    talks.act("south", poolings.pool, ("harbour",))
    talks.act("north", poolings.entrust, numbers(7, 1), ("bridge",))
    found = {each.party: each.option_values["toll"]["none"] for each in talks.view("harbour").analysable}
    assert found == {"north": 7, "south": 0}


def test_pooling_tells_those_to_whom_it_is_permitted_and_nobody_else(talks: SpecimenTalks) -> None:
    before = {each: books(talks.clerk, each) for each in ("south", "bridge", "shipping", KEEPER, PUBLIC)}
    talks.act("north", poolings.pool, ("harbour",), name="both")
    assert [each.id for each in talks.case("harbour").poolings] == ["north/both"]
    assert before == {each: books(talks.clerk, each) for each in before}


@pytest.mark.parametrize(
    ("who", "to", "said"),
    [
        ("north", ("south",), "pooling is permitted to mediators"),
        ("north", (), "pooling is permitted to mediators"),
        ("bridge", ("bridge",), "this is for parties"),
        ("north", ("nobody",), "nobody you know of"),
    ],
)
def test_pooling_is_a_partys_to_permit_and_to_mediators(talks: SpecimenTalks, who: str, to: tuple[str, ...], said: str) -> None:
    assert said in talks.refusal(who, poolings.pool, to)


def test_nothing_is_pooled_that_was_not_entrusted() -> None:
    assert "entrusted no numbers" in SpecimenTalks.opened().refusal("north", poolings.pool, ("harbour",))


def test_numbers_are_entrusted_to_mediators_and_about_what_is_there(talks: SpecimenTalks) -> None:
    assert "entrusted to mediators" in talks.refusal("north", poolings.entrust, numbers(1, 2), ("south",))
    strange = evolve(numbers(1, 2), option_values={"moon": {"full": 1}})
    assert "there is no issue 'moon'" in talks.refusal("north", poolings.entrust, strange, ("bridge",))
    assert "for the delegation" in talks.refusal("north", poolings.entrust, numbers(1, 2), ("bridge",), principal="north-head")


def letting(**others: object) -> Letting:
    return evolve(
        Letting(("north", "south"), "Half the toll, by day.", ("north", "south"), terms={"toll": frozenset({"half"})}), **others
    )


def pooled(talks: SpecimenTalks) -> SpecimenTalks:
    talks.act("north", poolings.pool, ("harbour",))
    talks.act("south", poolings.pool, ("harbour",))
    return talks


def test_whoever_may_compute_with_both_may_release_and_each_is_told_of_its_own_numbers_alone(talks: SpecimenTalks) -> None:
    pooled(talks).act("harbour", poolings.release, letting(), name="bridge")
    (own,) = talks.case("harbour").releases
    assert (own.by, own.draws_on, own.text) == ("harbour", ("north", "south"), "Half the toll, by day.")
    for party in ("north", "south"):
        (got,) = talks.view(party).case.releases
        assert (got.text, got.draws_on, dict(got.terms)) == ("Half the toll, by day.", (party,), {"toll": frozenset({"half"})})
    assert talks.case("shipping").releases == talks.case("bridge").releases == ()


def test_an_owner_who_is_no_recipient_is_told_that_its_numbers_were_drawn_on_and_not_the_words(talks: SpecimenTalks) -> None:
    pooled(talks).act("harbour", poolings.release, letting(to=("north",)))
    (got,) = talks.case("south").releases
    assert (got.text, got.to, got.draws_on) == ("", ("north",), ("south",))


def test_whoever_is_not_entitled_to_all_it_draws_on_may_not_release_it(talks: SpecimenTalks) -> None:
    assert "north, south: has not permitted you results" in talks.refusal("harbour", poolings.release, letting())
    assert "who has: nobody" in talks.refusal("bridge", poolings.release, letting(draws_on=("north",)))  # it holds them
    pooled(talks)
    assert "north, south: has not permitted" in talks.refusal("bridge", poolings.release, letting())
    assert "who has: nobody" in talks.refusal("shipping", poolings.release, letting())


def test_a_party_may_release_what_rests_on_its_own_numbers(talks: SpecimenTalks) -> None:
    talks.act("north", poolings.release, letting(to=("bridge",), draws_on=("north",)))
    assert [each.draws_on for each in talks.view("bridge").case.releases] == [()]


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"to": ()}, "a release has words"),
        ({"text": ""}, "a release has words"),
        ({"draws_on": ()}, "whose entrusted numbers"),
        ({"terms": {"moon": frozenset({"full"})}}, "no issue 'moon'"),
        ({"proposal": "harbour/none"}, "no proposal 'harbour/none'"),
        ({"to": ("nobody",)}, "nobody you know of"),
    ],
)
def test_a_release_that_says_too_little_or_names_what_is_not_there_is_refused(
    talks: SpecimenTalks, others: dict[str, object], said: str
) -> None:
    assert said in pooled(talks).refusal("harbour", poolings.release, letting(**others))


def test_before_a_release_it_is_said_what_can_be_inferred(talks: SpecimenTalks) -> None:
    at = pooled(talks).clerk.standing("strait", talks.clerk.seat("strait", "harbour"))
    said = poolings.release_warnings(at, letting())
    assert "south can infer that what north entrusted does not stand against this" in said
    assert any("tells north about south" in each for each in said)
    assert any("how far each side could go" in each for each in said)
    assert len(poolings.release_warnings(at, letting(terms={}))) == len(said) - 1
    assert len(poolings.release_warnings(at, letting(to=("shipping",), draws_on=("north",)))) == 3
    assert talks.case("north").releases == ()
