"""What keeping and breaking the obligations of an agreement would be worth to whom, and what others would do about a breach."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from gobetween.model.items import KEEPER_ALONE

Worth = Mapping[str, int]
"""What something adds to, or takes from, what an actor has, in the actor's own whole numbers; 0 for whoever is not named."""


@frozen
class Response:
    """What an actor can do about a broken obligation while it is broken, and what that is worth to whom, itself included."""

    by: str
    worth: Worth = field(factory=dict, kw_only=True)
    text: str = field(default="", kw_only=True)


@frozen
class Stake:
    """What hangs on one obligation: what it is worth to whom that it is kept, and that it is broken.

    What `is_done_once` cannot be broken any more once its phase is over; whoever breaks what `is_final` cannot take it up again.
    """

    obligation: str
    kept: Worth = field(factory=dict, kw_only=True)
    broken: Worth = field(factory=dict, kw_only=True)
    responses: tuple[Response, ...] = field(default=(), kw_only=True)
    is_done_once: bool = field(default=False, kw_only=True)
    is_final: bool = field(default=False, kw_only=True)


@frozen
class Announcement:
    """Which obligations an actor would break even with an agreement, by what a position of it on conduct after a deal says."""

    position: str
    breaks: tuple[str, ...]


@frozen
class Conduct:
    """What is assumed of conduct after a deal: what hangs on obligations, what phases need, and what was announced.

    A phase begins only while each of the obligations that it `needs` is kept; its own obligations lapse otherwise. `assumption` names
    the set it comes from, `holders` are those who hold that set.
    """

    stakes: tuple[Stake, ...] = ()
    needs: Mapping[str, tuple[str, ...]] = field(factory=dict, kw_only=True)
    announcements: tuple[Announcement, ...] = field(default=(), kw_only=True)
    assumption: str = field(default="", kw_only=True)
    holders: frozenset[str] = field(default=KEEPER_ALONE, kw_only=True)
