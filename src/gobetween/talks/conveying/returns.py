"""The way back: where a message that a mediator handed over came from, and under which name it is known there.

Each mediator knows one step: whose item it conveyed, or who handed it what it passed on. What goes back is named at each step by the
id that the next one knows, so that nobody learns an id from beyond its own step.
"""

from __future__ import annotations

from attrs import field, frozen

from gobetween.model.items import PUBLIC
from gobetween.model.proposals import Proposal
from gobetween.talks.standings import Standing


@frozen
class Origin:
    """Where something came from: from whom, as what it is known there (`None`: under no name), and whether that is the end of it."""

    actor: str
    known_as: str | None = None
    is_source: bool = field(default=True, kw_only=True)


def find_origin(at: Standing, message: str) -> Origin | None:
    """Where a message that the actor handed over came from, or `None` if it is none, or no other's than the actor's."""
    for received in at.case.messages:
        if received.passed_on_as == message and received.to == at.actor:
            return Origin(received.carrier, received.id, is_source=False)
    for relay in at.case.relays:
        if relay.message == message and relay.sender != at.actor:
            return Origin(relay.sender, relay.item)
    return None


def known_as(at: Standing, name: str | None, to: str) -> str | None:
    """What somebody knows a message, or a proposal that it brought, as which the actor knows under this name; `None` if nothing."""
    if name is None:
        return None
    is_theirs = name.startswith(f"{to}/")
    is_everybodys = any(isinstance(each, Proposal) and each.id == name and PUBLIC in each.holders for each in at.case.proposals)
    if is_theirs or is_everybodys:
        return name
    origin = find_origin(at, name)
    return origin.known_as if origin is not None and origin.actor == to else None


def conveyed_as(at: Standing, item: str | None, to: str) -> str | None:
    """What somebody knows an item as that the actor has conveyed to it, or `None`."""
    if item is None:
        return None
    messages = {relay.message for relay in at.case.relays if relay.item == item and relay.route[0] == at.actor}
    return next((each.id for each in at.case.messages if each.id in messages and each.to == to), None)
