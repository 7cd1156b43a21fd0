"""The protocol of carrying in order: who is to convey what to whom on which day, and after what; planned, changed, done or dropped.

(nothing) --planned--> planned --planned anew--> planned
                       planned --delivered--> delivered
                       planned --dropped--> withheld
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.relays import Relay, RelayState
from gobetween.protocols.acts import Act, Moment


@frozen
class RelayPlanned(Act):
    """Something is to be conveyed; who does not hold the item gets the plan without it."""

    KIND: ClassVar[str] = "relay-planned.v1"
    plan: str
    planner: str
    to: str
    route: tuple[str, ...]
    text: str
    item: str | None = field(default=None, kw_only=True)
    due: dt.date | None = field(default=None, kw_only=True)
    after: str | None = field(default=None, kw_only=True)
    shown_to: tuple[str, ...] = field(kw_only=True)


@frozen
class PlanDone(Act):
    """What was planned has been delivered."""

    KIND: ClassVar[str] = "plan-done.v1"
    plan: str


@frozen
class PlanDropped(Act):
    """What was planned is not to be conveyed."""

    KIND: ClassVar[str] = "plan-dropped.v1"
    plan: str
    reason: str = field(default="", kw_only=True)


PlanAct: TypeAlias = RelayPlanned | PlanDone | PlanDropped


def after(state: Relay | None, act: PlanAct, moment: Moment) -> Relay:
    """The plan after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the plan is.
    """
    match act:
        case RelayPlanned():
            if state is not None:
                _planned(state, act.plan)
            return _plan(act, moment)
        case PlanDone():
            return evolve(_planned(state, act.plan), state=RelayState.DELIVERED, is_planned=False)
        case _:
            return evolve(_planned(state, act.plan), state=RelayState.WITHHELD, is_planned=False, reason=act.reason)


def _plan(act: RelayPlanned, moment: Moment) -> Relay:
    return Relay(
        act.plan,
        sender=act.planner,
        to=act.to,
        route=act.route,
        text=act.text,
        item=act.item,
        is_planned=True,
        state=RelayState.PLANNED,
        due=act.due,
        after=act.after,
        shown_to=act.shown_to,
        **moment.dates,
    )


def _planned(state: Relay | None, name: str) -> Relay:
    if state is None or state.state is not RelayState.PLANNED:
        found = "not there" if state is None else f"{state.state} already"
        raise ProtocolViolation(f"the plan '{name}' is {found}; it would have to be planned")
    return state
