"""Who takes part: actors and their roles, persons and their posts, principals, delegations, and who can reach whom."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from gobetween.model.items import Item


class RoleKind(StrEnum):
    """What an actor is in these talks; one actor may be several things at once."""

    PARTY = "party"
    MEDIATOR = "mediator"
    LEAD_MEDIATOR = "lead mediator"
    HOST = "host"
    GUARANTOR = "guarantor"
    MONITOR = "monitor"
    OBSERVER = "observer"
    ALLY = "ally"
    STAKEHOLDER = "stakeholder"
    SPOILER = "spoiler"
    COUNCIL_MEMBER = "council member"


class Procedure(StrEnum):
    """How a principal decides."""

    HEAD = "head"
    VOTE = "vote"
    BALLOT = "ballot"
    CONSENSUS = "consensus"
    UNSAID = "unsaid"


@frozen
class Actor(Item):
    """Anyone with a part in the talks; `aliases` and `adjectives` are the words that reports use for it."""

    name: str = field(kw_only=True)
    kind: str = field(default="state", kw_only=True)  # state, group, organisation or body
    aliases: tuple[str, ...] = field(default=(), kw_only=True)
    adjectives: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class Role(Item):
    """That an actor is something in these talks; `toward` is the other side of it (ally of whom, guarantor to whom)."""

    actor: str = field(kw_only=True)
    role: RoleKind = field(kw_only=True)
    toward: str | None = field(default=None, kw_only=True)
    text: str = field(default="", kw_only=True)


@frozen
class Access(Item):
    """A claim that a mediator can reach an actor, `through` others or by itself; it may be contested."""

    mediator: str = field(kw_only=True)
    to: str = field(kw_only=True)
    through: tuple[str, ...] = field(default=(), kw_only=True)
    text: str = field(default="", kw_only=True)
    is_contested: bool = field(default=False, kw_only=True)


@frozen
class Person(Item):
    """Someone by name."""

    name: str = field(kw_only=True)
    aliases: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class Office(Item):
    """A post that a person holds for an actor, at the time given."""

    person: str = field(kw_only=True)
    title: str = field(kw_only=True)
    actor: str = field(kw_only=True)


@frozen
class Principal(Item):
    """The body that decides for a party; what one of its members says is not the party's answer.

    How it decides says `procedure`: its head (the first of its `members`), a vote of its members by name, a ballot of which only the
    tally is known, or consensus. Nothing is decided unless a share of at least `quorum` of those who may vote took part, abstentions
    included. It is carried with at least `threshold` for it, and more for than against: of all members in a vote, of the votes for
    and against in a ballot. In consensus nobody is against.
    """

    party: str = field(kw_only=True)
    name: str = field(kw_only=True)
    procedure: Procedure = field(default=Procedure.UNSAID, kw_only=True)
    members: tuple[str, ...] = field(default=(), kw_only=True)  # persons
    quorum: Fraction = field(default=Fraction(1, 2), kw_only=True)
    threshold: Fraction = field(default=Fraction(1, 2), kw_only=True)
    text: str = field(default="", kw_only=True)


@frozen
class Delegation(Item):
    """Those who negotiate for an actor in a round: head and members (persons), size, what it may agree to, where it went."""

    actor: str = field(kw_only=True)
    round: str | None = field(default=None, kw_only=True)
    head: str | None = field(default=None, kw_only=True)
    members: tuple[str, ...] = field(default=(), kw_only=True)
    size: int | None = field(default=None, kw_only=True)
    mandate: str = field(default="", kw_only=True)
    text: str = field(default="", kw_only=True)
