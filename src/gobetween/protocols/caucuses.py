"""The protocol of what is told in confidence: a caucus is held, something is told there or elsewhere, noted, objected to.

(nothing) --held--> caucus
(nothing) --told--> told --told by its owner to others too--> told to more
                    told (noted by a mediator) --objected--> objected to
"""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import evolve, field, frozen

from gobetween.model.caucuses import Caucus, Handling, Told, ToldKind
from gobetween.model.errors import ProtocolViolation
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Signal
from gobetween.model.items import Item
from gobetween.model.positions import Interest, Position, Series
from gobetween.protocols.acts import Act, Moment


@frozen
class CaucusHeld(Act):
    """A party and the mediators who were present met in private."""

    KIND: ClassVar[str] = "caucus-held.v1"
    caucus: str
    party: str
    mediators: tuple[str, ...]
    round: str | None = field(default=None, kw_only=True)
    place: str = field(default="", kw_only=True)
    text: str = field(default="", kw_only=True)


@frozen
class ItemTold(Act):
    """An owner told these mediators something, as it says, or as one of them noted; told again to others, it names them alone."""

    KIND: ClassVar[str] = "item-told.v1"
    item: str
    owner: str
    to: tuple[str, ...]
    text: str
    kind: ToldKind = field(default=ToldKind.STATEMENT, kw_only=True)
    caucus: str | None = field(default=None, kw_only=True)
    issue: str | None = field(default=None, kw_only=True)
    options: frozenset[str] = field(default=frozenset(), kw_only=True)
    stance: Stance | None = field(default=None, kw_only=True)
    series: Series = field(default=Series.ENTRUSTED, kw_only=True)
    is_red_line: bool = field(default=False, kw_only=True)
    handling: Handling = field(default=Handling.AMBER, kw_only=True)
    is_conditioned: bool = field(default=False, kw_only=True)
    noted_by: str | None = field(default=None, kw_only=True)


@frozen
class ItemObjected(Act):
    """The owner objects to how something that it is said to have told was noted."""

    KIND: ClassVar[str] = "item-objected.v1"
    item: str
    reason: str


def held(state: Caucus | None, act: CaucusHeld, moment: Moment) -> Caucus:
    """The caucus after the act.

    Raises:
        ProtocolViolation: there is one of that name.
    """
    if state is not None:
        raise ProtocolViolation(f"there is a caucus '{act.caucus}' already; choose another name")
    return Caucus(
        act.caucus,
        party=act.party,
        mediators=act.mediators,
        round=act.round,
        place=act.place,
        text=act.text,
        **moment.dates,
    )


def told(state: Told | None, act: ItemTold | ItemObjected, moment: Moment) -> Told:
    """What was told, after the act.

    Raises:
        ProtocolViolation: the act does not follow on what was told.
    """
    if isinstance(act, ItemObjected):
        return _objected(state, act)
    if state is None:
        return _first_told(act, moment)
    if state.owner != moment.author or (state.text, state.kind) != (act.text, act.kind):
        raise ProtocolViolation(f"'{act.item}' is something else that was told; choose another name")
    return evolve(state, to=tuple(dict.fromkeys((*state.to, *act.to))))


def also_entered(act: ItemTold, moment: Moment) -> tuple[tuple[str, Item], ...]:
    """What else the thing told is in the case of those who hold it: a position, an interest or a signal, under the same id."""
    common: dict[str, Any] = {"owner": act.owner, **moment.dates}
    match act.kind:
        case ToldKind.POSITION if act.stance is not None:
            position = Position(
                act.item,
                actor=act.owner,
                issue=act.issue,
                stance=act.stance,
                options=act.options,
                text=act.text,
                series=act.series,
                is_red_line=act.is_red_line,
                **common,
            )
            return (("positions", position),)
        case ToldKind.INTEREST:
            return (("interests", Interest(act.item, actor=act.owner, text=act.text, **common)),)
        case ToldKind.SIGNAL:
            return (("signals", Signal(act.item, by=act.owner, text=act.text, **common)),)
        case _:
            return ()


def _first_told(act: ItemTold, moment: Moment) -> Told:
    return Told(
        act.item,
        owner=act.owner,
        to=act.to,
        kind=act.kind,
        text=act.text,
        caucus=act.caucus,
        issue=act.issue,
        options=act.options,
        stance=act.stance,
        is_red_line=act.is_red_line,
        handling=act.handling,
        is_conditioned=act.is_conditioned,
        noted_by=act.noted_by,
        **moment.dates,
    )


def _objected(state: Told | None, act: ItemObjected) -> Told:
    if state is None or state.noted_by is None:
        raise ProtocolViolation(f"nothing that a mediator noted is called '{act.item}'; what you told yourself, tell anew")
    if state.objection:
        raise ProtocolViolation(f"'{act.item}' was objected to already; tell what should stand there")
    return evolve(state, objection=act.reason)
