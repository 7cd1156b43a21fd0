"""The protocol of mandates: instructions, the one in force, and what it covers."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.errors import ProtocolViolation
from gobetween.protocols.acts import Moment
from gobetween.protocols.mandates import InstructionGiven, after, covers, in_force

MOMENT = Moment("south-members", dt.datetime(2031, 3, 2, 9, tzinfo=dt.UTC))
FIRST = InstructionGiven("south/first", "south", may_accept={"toll": frozenset({"half", "none"})}, text="Half at most.")


def test_an_instruction_is_the_partys_own_mandate() -> None:
    mandate = after(None, FIRST, MOMENT)
    assert (mandate.id, mandate.party, mandate.owner, mandate.text) == ("south/first", "south", "south", "Half at most.")
    assert mandate.when.day == dt.date(2031, 3, 2)


def test_the_last_instruction_to_a_party_is_in_force() -> None:
    first = after(None, FIRST, MOMENT)
    second = after(None, InstructionGiven("south/second", "south"), MOMENT)
    others = after(None, InstructionGiven("north/other", "north"), MOMENT)
    assert in_force((first, second, others), "south") == second
    assert in_force((first, second), "north") is None


def test_an_instruction_is_given_once() -> None:
    with pytest.raises(ProtocolViolation, match="there is an instruction 'south/first' already"):
        after(after(None, FIRST, MOMENT), FIRST, MOMENT)


@pytest.mark.parametrize(
    ("terms", "is_covered"),
    [
        ({"toll": {"half"}}, True),
        ({"toll": {"half", "none"}}, True),
        ({"toll": {"half", "full"}}, False),
        ({"toll": {"half"}, "hours": {"day"}}, False),
        ({"toll": {"half"}, "hours": set()}, True),
        ({"hours": {"day"}}, False),
        ({"toll": set()}, False),
        ({}, False),
    ],
)
def test_a_mandate_covers_what_it_names_option_by_option(terms: dict[str, set[str]], is_covered: bool) -> None:
    mandate = after(None, FIRST, MOMENT)
    assert covers(mandate, {issue: frozenset(options) for issue, options in terms.items()}) is is_covered
