"""The protocol of positions: what an actor notes, states or declares stands, beside what it said before.

Nothing is ever taken out of a series: which position is in force is told by its series and its date. What changes an actor's
alternative to an agreement is noted in the same way.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.evidence import Stance
from gobetween.model.items import EVERYONE, KEEPER_ALONE
from gobetween.model.mandates import Batna
from gobetween.model.positions import Position, Series
from gobetween.protocols.acts import Act, Moment


@frozen
class Stand:
    """Where an actor stands on an issue, in its own words (see `model.positions.Position`)."""

    issue: str
    stance: Stance
    text: str = field(kw_only=True)
    options: frozenset[str] = field(default=frozenset(), kw_only=True)
    condition: str = field(default="", kw_only=True)
    is_red_line: bool = field(default=False, kw_only=True)


@frozen
class PositionTaken(Act):
    """An actor notes, states or declares where it stands; the series says which."""

    KIND: ClassVar[str] = "position-taken.v1"
    position: str
    actor: str
    series: Series
    stand: Stand
    round: str | None = field(default=None, kw_only=True)


@frozen
class AlternativeNoted(Act):
    """An actor notes what changes its best alternative to an agreement: for the better, for the worse, or in a way it leaves open."""

    KIND: ClassVar[str] = "alternative-noted.v1"
    alternative: str
    party: str
    text: str
    is_better: bool | None = field(default=None, kw_only=True)
    because: tuple[str, ...] = field(default=(), kw_only=True)


def taken(state: Position | None, act: PositionTaken, moment: Moment) -> Position:
    """The position that is taken; what is said in public is nobody's secret, everything else the actor's own.

    Raises:
        ProtocolViolation: there is a position of that name.
    """
    if state is not None:
        raise ProtocolViolation(f"there is a position '{act.position}' already; give the new one another name")
    is_public = act.series is Series.PUBLIC
    return Position(
        act.position,
        actor=act.actor,
        series=act.series,
        issue=act.stand.issue,
        stance=act.stand.stance,
        text=act.stand.text,
        options=act.stand.options,
        condition=act.stand.condition,
        is_red_line=act.stand.is_red_line,
        round=act.round,
        owner=None if is_public else act.actor,
        holders=EVERYONE if is_public else KEEPER_ALONE,
        **moment.dates,
    )


def noted(state: Batna | None, act: AlternativeNoted, moment: Moment) -> Batna:
    """The note of what changes the alternative.

    Raises:
        ProtocolViolation: there is one of that name.
    """
    if state is not None:
        raise ProtocolViolation(f"there is a note '{act.alternative}' already; give the new one another name")
    return Batna(
        act.alternative,
        party=act.party,
        text=act.text,
        is_better=act.is_better,
        because=act.because,
        owner=act.party,
        **moment.dates,
    )
