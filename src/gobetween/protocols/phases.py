"""The protocol of phases: named with their entry conditions, entered once all of these are fulfilled.

    (nothing) --name--> waiting --fulfil a condition--> ... --fulfil the last--> ready --enter--> entered

A phase without conditions is ready at once. What is fulfilled stays so: that it was not is another report.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.agreement import Phase
from gobetween.model.errors import ProtocolViolation
from gobetween.protocols.acts import Act, Moment


@frozen
class PhaseNamed(Act):
    """A phase of an agreement, and in words what has to come about before it begins."""

    KIND: ClassVar[str] = "phase-named.v1"
    phase: str
    agreement: str
    name: str
    entry_conditions: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class ConditionFulfilled(Act):
    """One of the entry conditions, in its words, has come about, as a mediator or monitor finds."""

    KIND: ClassVar[str] = "condition-fulfilled.v1"
    phase: str
    condition: str
    by: str


@frozen
class PhaseEntered(Act):
    """The phase begins."""

    KIND: ClassVar[str] = "phase-entered.v1"
    phase: str
    by: str


PhaseAct: TypeAlias = PhaseNamed | ConditionFulfilled | PhaseEntered


def after(state: Phase | None, act: PhaseAct, moment: Moment) -> Phase:
    """The phase after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the phase is.
    """
    if isinstance(act, PhaseNamed):
        return _named(state, act, moment)
    if state is None:
        raise ProtocolViolation(f"there is no phase '{act.phase}' that you know of")
    if state.is_entered:
        raise ProtocolViolation(f"the phase '{state.id}' was entered already")
    if isinstance(act, ConditionFulfilled):
        return evolve(state, fulfilled=(*state.fulfilled, _open_condition(state, act.condition)))
    if state.missing:
        raise ProtocolViolation(f"the phase '{state.id}' waits for: {_listed(state.missing)}")
    return evolve(state, entered=moment.dates["when"])


def _named(state: Phase | None, act: PhaseNamed, moment: Moment) -> Phase:
    if state is not None:
        raise ProtocolViolation(f"there is a phase '{act.phase}' already; choose another name")
    if len(set(act.entry_conditions)) < len(act.entry_conditions):
        raise ProtocolViolation("an entry condition stands there twice; say each once")
    return Phase(act.phase, name=act.name, agreement=act.agreement, entry_conditions=act.entry_conditions, **moment.dates)


def _open_condition(state: Phase, condition: str) -> str:
    if condition not in state.entry_conditions:
        allowed = _listed(state.entry_conditions) or "none"
        raise ProtocolViolation(f"'{condition}' is no entry condition of '{state.id}'; its conditions: {allowed}")
    if condition in state.fulfilled:
        raise ProtocolViolation(f"'{condition}' was found fulfilled already")
    return condition


def _listed(conditions: tuple[str, ...]) -> str:
    return "; ".join(f"'{each}'" for each in conditions)
