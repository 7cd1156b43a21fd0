"""Carrying in order: planned among mediators, changed, dropped; what is not its turn yet cannot be conveyed."""

from __future__ import annotations

import datetime as dt

from attrs import evolve, field, frozen

from gobetween.model.caucuses import Told
from gobetween.model.errors import ProtocolViolation
from gobetween.model.relays import Relay, RelayState
from gobetween.protocols import plans
from gobetween.protocols.plans import PlanDone, PlanDropped, RelayPlanned
from gobetween.talks.conveying.conveyances import Conveyance, Way
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.knowing.ownership import find_item, is_public
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

_FOLD = folding("relays", "plan", Relay, plans.after)
RULES: Rules = {RelayPlanned: _FOLD, PlanDone: _FOLD, PlanDropped: _FOLD}


@frozen
class Step:
    """What is to be conveyed, in words for all who see the plan; to whom, by whom first; when, and after which other plan."""

    text: str
    to: str
    route: tuple[str, ...]
    item: str | None = field(default=None, kw_only=True)
    due: dt.date | None = field(default=None, kw_only=True)
    after: str | None = field(default=None, kw_only=True)
    shown_to: tuple[str, ...] = field(default=(), kw_only=True)


def plan(at: Standing, step: Step, *, changes: str | None = None, name: str | None = None) -> tuple[Deed, ...]:
    """A mediator plans that something is conveyed, or changes a plan of its own; the mediators named see it.

    The item is named to those alone whom its owner told of it, as far as the planner knows; the others see the planner's words.

    Raises:
        ProtocolViolation: who acts is no mediator; someone is unknown, or none; the plan that comes before is not known to all; the
            plan to be changed is not there, not the actor's, or not open any more.
    """
    at.must_be_mediator()
    _check(at, step)
    shown_to = tuple(dict.fromkeys((at.actor, *step.route, *step.shown_to)))
    if changes is not None:
        shown_to = tuple(dict.fromkeys((*_own(at, changes).shown_to, *shown_to)))
    _check_before(at, step, shown_to, changes)
    act = RelayPlanned(
        changes or at.new_id(name),
        at.actor,
        step.to,
        step.route,
        step.text,
        due=step.due,
        after=step.after,
        shown_to=shown_to,
    )
    knowing = frozenset(each for each in shown_to if _knows(at, step.item, each))
    named = Deed(evolve(act, item=step.item), knowing)
    others = frozenset(shown_to) - knowing
    return (named, Deed(act, others)) if others else (named,)


def drop_plan(at: Standing, name: str, reason: str) -> tuple[Deed, ...]:
    """A mediator drops a plan of its own; those who see it get that.

    Raises:
        ProtocolViolation: it has no such plan, or it is not open any more.
    """
    return (Deed(PlanDropped(name, reason=reason), frozenset(_own(at, name).shown_to)),)


def due_plan(at: Standing, conveyance: Conveyance, way: Way) -> Relay | None:
    """The plan that the conveyance carries out: the one that it names, or that names the same item, recipient and first carrier.

    Raises:
        ProtocolViolation: its day has not come, or what comes before it was not delivered; or no such plan is the actor's to carry out.
    """
    found = next((each for each in at.case.relays if each.state is RelayState.PLANNED and _is_for(at, each, conveyance, way)), None)
    if found is None:
        if conveyance.plan is not None:
            raise ProtocolViolation(f"no open plan '{conveyance.plan}' says that you convey this to {way.to} over this route")
        return None
    if found.due is not None and at.today < found.due:
        raise ProtocolViolation(f"'{found.id}' is planned for {found.due}, and today is {at.today}; change the plan to go sooner")
    before = next((each for each in at.case.relays if each.id == found.after), None)
    if before is not None and before.state is not RelayState.DELIVERED:
        raise ProtocolViolation(
            f"'{found.id}' comes after '{before.id}', which is {before.state}; deliver that first, or change the plan"
        )
    return found


def _is_for(at: Standing, planned: Relay, conveyance: Conveyance, way: Way) -> bool:
    is_named = planned.id == conveyance.plan
    is_same = conveyance.plan is None and planned.item is not None and planned.item == conveyance.item
    return (is_named or is_same) and (planned.route, planned.to) == (way.route, way.to) and planned.route[0] == at.actor


def _check(at: Standing, step: Step) -> None:
    at.must_know(step.to, *step.route, *step.shown_to)
    must_be_known_to_all(at, step.to, *step.route, *step.shown_to)
    others = [each for each in (*step.route, *step.shown_to) if not at.is_mediator(each)]
    if others or not step.route:
        raise ProtocolViolation(f"plans are made among mediators, and name who conveys; mediators: {', '.join(at.case.mediators)}")
    if not step.text.strip():
        raise ProtocolViolation("say in words, for all who see the plan, what is to be conveyed")
    if step.item is not None and find_item(at, step.item) is None:
        raise ProtocolViolation(f"you hold nothing called '{step.item}' that could be passed on")


def _check_before(at: Standing, step: Step, shown_to: tuple[str, ...], changes: str | None) -> None:
    if step.after is None:
        return
    before = next((each for each in at.case.relays if each.id == step.after and each.shown_to), None)
    if before is None or step.after == changes:
        raise ProtocolViolation(f"there is no other plan '{step.after}' that you know of")
    unaware = [each for each in shown_to if each not in before.shown_to]
    if unaware:
        raise ProtocolViolation(f"{', '.join(unaware)} does not see the plan '{step.after}'; its planner can show it there first")
    later: Relay | None = before
    while later is not None:
        if later.after is not None and later.after == changes:
            raise ProtocolViolation(f"'{step.after}' is itself planned to come after '{changes}'; one of them comes first")
        later = next((each for each in at.case.relays if each.id == later.after), None)


def _own(at: Standing, name: str) -> Relay:
    found = next((each for each in at.case.relays if each.id == name and each.shown_to and each.sender == at.actor), None)
    if found is None:
        raise ProtocolViolation(f"you have made no plan '{name}'")
    if found.state is not RelayState.PLANNED:
        raise ProtocolViolation(f"the plan '{name}' is {found.state} already; make another one")
    return found


def _knows(at: Standing, item_id: str | None, mediator: str) -> bool:
    item = find_item(at, item_id) if item_id else None
    if item is None or mediator == at.actor:
        return True
    return is_public(item) or (isinstance(item, Told) and mediator in (item.owner, *item.to))
