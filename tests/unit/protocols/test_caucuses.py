"""What is told: every step that is allowed, and every one that is not."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.caucuses import Told, ToldKind
from gobetween.model.errors import ProtocolViolation
from gobetween.model.evidence import Stance
from gobetween.protocols.acts import Moment
from gobetween.protocols.caucuses import CaucusHeld, ItemObjected, ItemTold, also_entered, held, told

NOW = dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC)
BY_NORTH = Moment("north", NOW)
BY_BRIDGE = Moment("bridge", NOW)
HELD = CaucusHeld("north/c", "north", ("bridge",))
TOLD = ItemTold("north/a", "north", ("bridge",), "Half.")
NOTED = evolve(TOLD, noted_by="bridge")


def test_a_caucus_is_held_once() -> None:
    caucus = held(None, HELD, BY_NORTH)
    assert caucus.when.day == NOW.date()
    with pytest.raises(ProtocolViolation, match="there is a caucus 'north/c' already"):
        held(caucus, HELD, BY_NORTH)


def test_an_owner_tells_the_same_to_more_and_nothing_else_under_that_name() -> None:
    state = told(None, TOLD, BY_NORTH)
    assert told(state, evolve(TOLD, to=("harbour",)), BY_NORTH).to == ("bridge", "harbour")
    for other, moment in ((evolve(TOLD, text="None."), BY_NORTH), (evolve(TOLD, kind=ToldKind.QUESTION), BY_NORTH), (TOLD, BY_BRIDGE)):
        with pytest.raises(ProtocolViolation, match="is something else that was told"):
            told(state, other, moment)


def test_a_note_is_objected_to_once_and_only_a_note() -> None:
    objection = ItemObjected("north/a", "Never.")
    state: Told | None = told(None, NOTED, BY_BRIDGE)
    objected = told(state, objection, BY_NORTH)
    assert objected.objection == "Never."
    with pytest.raises(ProtocolViolation, match="objected to already"):
        told(objected, objection, BY_NORTH)
    for nothing in (None, told(None, TOLD, BY_NORTH)):
        with pytest.raises(ProtocolViolation, match="nothing that a mediator noted"):
            told(nothing, objection, BY_NORTH)


@pytest.mark.parametrize(
    ("kind", "collections"),
    [
        (ToldKind.POSITION, ["positions"]),
        (ToldKind.INTEREST, ["interests"]),
        (ToldKind.SIGNAL, ["signals"]),
        (ToldKind.STATEMENT, []),
        (ToldKind.PREFERENCE, []),
        (ToldKind.DOCUMENT, []),
        (ToldKind.QUESTION, []),
    ],
)
def test_some_kinds_are_more_than_words(kind: ToldKind, collections: list[str]) -> None:
    act = evolve(TOLD, kind=kind, stance=Stance.OFFER if kind is ToldKind.POSITION else None)
    entered = also_entered(act, BY_NORTH)
    assert [collection for collection, _ in entered] == collections
    assert all((entry.id, entry.owner) == ("north/a", "north") for _, entry in entered)


def test_a_position_without_a_stance_is_none() -> None:
    assert also_entered(evolve(TOLD, kind=ToldKind.POSITION), BY_NORTH) == ()
