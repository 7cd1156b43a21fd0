"""The protocol of positions: what is taken, and whose it is."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.errors import ProtocolViolation
from gobetween.model.evidence import Stance
from gobetween.model.items import EVERYONE
from gobetween.model.positions import Series
from gobetween.protocols.acts import Moment
from gobetween.protocols.positions import AlternativeNoted, PositionTaken, Stand, noted, taken

MOMENT = Moment("north", dt.datetime(2031, 3, 2, 9, tzinfo=dt.UTC))
STAND = Stand("toll", Stance.CONDITIONAL, text="Half.", options=frozenset({"half"}), condition="by day", is_red_line=True)


@pytest.mark.parametrize("series", [Series.STATED, Series.BOTTOM_LINE])
def test_what_is_stated_or_noted_is_the_actors_own(series: Series) -> None:
    position = taken(None, PositionTaken("north/p", "north", series, STAND, round="spring"), MOMENT)
    assert (position.actor, position.owner, position.series, position.issue, position.stance) == (
        "north",
        "north",
        series,
        "toll",
        Stance.CONDITIONAL,
    )
    assert (position.text, position.options, position.condition, position.is_red_line) == ("Half.", {"half"}, "by day", True)
    assert (position.round, position.when.day) == ("spring", dt.date(2031, 3, 2))
    assert position.holders != EVERYONE


def test_what_is_declared_is_nobodys_secret() -> None:
    position = taken(None, PositionTaken("north/p", "north", Series.PUBLIC, STAND), MOMENT)
    assert (position.owner, position.holders) == (None, EVERYONE)


def test_what_changes_an_alternative_is_the_actors_own() -> None:
    note = noted(None, AlternativeNoted("north/b", "north", "Another port.", is_better=True, because=("storm",)), MOMENT)
    assert (note.party, note.owner, note.text, note.is_better, note.because) == ("north", "north", "Another port.", True, ("storm",))


def test_two_positions_or_notes_have_two_names() -> None:
    act = PositionTaken("north/p", "north", Series.STATED, STAND)
    with pytest.raises(ProtocolViolation, match="there is a position 'north/p' already"):
        taken(taken(None, act, MOMENT), act, MOMENT)
    note = AlternativeNoted("north/b", "north", "Another port.")
    with pytest.raises(ProtocolViolation, match="there is a note 'north/b' already"):
        noted(noted(None, note, MOMENT), note, MOMENT)
