"""Who acts, with what in view; and what an act is once it is settled who gets it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from attrs import field, frozen

from gobetween.model.cases import Case
from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import KEEPER
from gobetween.protocols.acts import Act

_HANDLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@frozen
class Seat:
    """In whose place someone acts: an actor of the talks, or the principal of a party, which reads what its party reads."""

    actor: str
    principal: str | None = None

    @property
    def author(self) -> str:
        """The id under which the acts are recorded."""
        return self.principal or self.actor


@frozen
class Deed:
    """An act with those who get it.

    `recorded` is the time under which it stands in the record: what was due by the clock stands there as of when it was due, so that
    nobody can tell who looked first.
    """

    act: Act
    audience: frozenset[str]
    author: str | None = None  # None: whoever acts; else the custodian
    recorded: dt.datetime | None = field(default=None, kw_only=True)  # None: now


@frozen
class Standing:
    """What someone sees who is about to act: its own case and nothing else, so that no refusal can speak of more."""

    seat: Seat
    case: Case
    now: dt.datetime
    new_handle: Callable[[], str] = field(repr=False)

    @property
    def actor(self) -> str:
        """The actor in whose place this is done."""
        return self.seat.actor

    @property
    def today(self) -> dt.date:
        """The day in UTC."""
        return self.now.astimezone(dt.UTC).date()

    def new_id(self, name: str | None = None) -> str:
        """An id for something new, within the actor's own names (`union/offer-1`): it cannot meet, nor tell of, anybody else's.

        Raises:
            ProtocolViolation: the name has other characters than lower-case letters, digits and hyphens.
        """
        if name is not None and not _HANDLE.fullmatch(name):
            raise ProtocolViolation(f"'{name}' cannot be a name here; use lower-case letters, digits and hyphens between them")
        handle = f"{self.actor}/{name or self.new_handle()}"
        if name is not None and handle in self.own_ids():
            raise ProtocolViolation(f"you have something called '{handle}' already; choose another name")
        return handle

    def own_ids(self) -> frozenset[str]:
        """The ids in use within the actor's own names."""
        return frozenset(item.id for _, item in self.case.items() if item.id.startswith(f"{self.actor}/"))

    def is_party(self, actor: str | None = None) -> bool:
        """Whether the actor (without one: who acts) is a party."""
        return (actor or self.actor) in self.case.parties

    def is_mediator(self, actor: str | None = None) -> bool:
        """Whether the actor (without one: who acts) is a mediator."""
        return (actor or self.actor) in self.case.mediators

    def must_be_mediator(self) -> None:
        """Refuses whoever is no mediator.

        Raises:
            ProtocolViolation: who acts is no mediator of these talks.
        """
        if not self.is_mediator():
            raise ProtocolViolation(f"this is for mediators, and {self.actor} is none in these talks")

    def must_be_party(self) -> None:
        """Refuses whoever is no party.

        Raises:
            ProtocolViolation: who acts is no party to these talks.
        """
        if not self.is_party():
            raise ProtocolViolation(f"this is for parties, and {self.actor} is none in these talks")

    def must_know(self, *actors: str) -> None:
        """Refuses names that are no actors as far as whoever acts knows; the text is the same whether they exist or not.

        Raises:
            ProtocolViolation: one of them is not.
        """
        known = [actor.id for actor in self.case.actors]
        for actor in actors:
            if actor not in known and actor != KEEPER:
                raise ProtocolViolation(f"nobody you know of in these talks is called '{actor}'; actors: {', '.join(known)}")
