"""Mandates: who instructs whom, what is within them, and that nobody else learns of them."""

from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.talks.proposing import mandates
from gobetween.talks.proposing.mandates import is_within_mandate
from specimen_talks import AUDIENCES, SpecimenTalks, books

HALF, DAY = {"toll": frozenset({"half"})}, {"hours": frozenset({"day"})}


@pytest.fixture
def talks() -> SpecimenTalks:
    return SpecimenTalks.opened()


def test_an_instruction_stands_in_the_partys_own_book_alone(talks: SpecimenTalks) -> None:
    before = {audience: books(talks.clerk, audience) for audience in AUDIENCES}
    talks.act("south", mandates.instruct, HALF, text="Half, no more.", name="first", principal="south-members")
    assert [audience for audience in AUDIENCES if books(talks.clerk, audience) != before[audience]] == ["south"]
    (mandate,) = talks.view("south").case.mandates
    assert (mandate.id, mandate.party, mandate.may_accept, mandate.text) == ("south/first", "south", HALF, "Half, no more.")


def test_the_last_instruction_is_the_mandate(talks: SpecimenTalks) -> None:
    talks.act("south", mandates.instruct, HALF, principal="south-members")
    assert is_within_mandate(talks.case("south"), "south", HALF)
    talks.act("south", mandates.instruct, DAY, principal="south-members")
    assert not is_within_mandate(talks.case("south"), "south", HALF)
    assert is_within_mandate(talks.case("south"), "south", DAY)


def test_without_a_mandate_nothing_is_within_it_but_where_there_is_no_principal(talks: SpecimenTalks) -> None:
    assert not is_within_mandate(talks.case("south"), "south", HALF)
    assert is_within_mandate(evolve(talks.case("south"), principals=()), "south", HALF)


@pytest.mark.parametrize("principal", [None, "north-head"])
def test_nobody_but_the_partys_own_principal_instructs(talks: SpecimenTalks, principal: str | None) -> None:
    with pytest.raises(Exception, match=r"principal|called"):
        talks.act("south", mandates.instruct, HALF, principal=principal)
    assert not talks.case("south").mandates


def test_an_instruction_names_what_is_known(talks: SpecimenTalks) -> None:
    refusal = talks.refusal("south", mandates.instruct, {"price": frozenset({"x"})}, principal="south-members")
    assert refusal == "there is no issue 'price' that you know of; issues: toll, hours"
