"""What is told in confidence: caucuses, what a party tells mediators there, and what mediators tell one another."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from gobetween.model.evidence import Stance
from gobetween.model.items import Item


class Handling(StrEnum):
    """How far a recipient may pass something on (Traffic Light Protocol 2.0): it binds people, permissions bind Gobetween."""

    RED = "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER"
    GREEN = "TLP:GREEN"
    CLEAR = "TLP:CLEAR"


class ToldKind(StrEnum):
    """What was told."""

    STATEMENT = "statement"
    POSITION = "position"
    INTEREST = "interest"
    PREFERENCE = "preference"
    DOCUMENT = "document"
    QUESTION = "question"
    SIGNAL = "signal"


@frozen
class Caucus(Item):
    """A private session of one party with the mediators who were present."""

    party: str = field(kw_only=True)
    mediators: tuple[str, ...] = field(kw_only=True)
    round: str | None = field(default=None, kw_only=True)
    place: str = field(default="", kw_only=True)
    text: str = field(default="", kw_only=True)


@frozen
class Told(Item):
    """Something that its owner told to mediators, in a caucus or outside one; or one mediator to others.

    Whose it is says `owner`; who was told, `to`. Where talks are open unless conditioned, `is_conditioned` says that it was given on
    the condition that it stays where it is. A position also names its issue, the options and the stance. What a mediator noted of
    what it heard says so (`noted_by`), and the owner may object to the note. `about` is the message that it is a reaction to.
    """

    kind: ToldKind = field(default=ToldKind.STATEMENT, kw_only=True)
    to: tuple[str, ...] = field(kw_only=True)
    text: str = field(kw_only=True)
    caucus: str | None = field(default=None, kw_only=True)
    issue: str | None = field(default=None, kw_only=True)
    options: frozenset[str] = field(default=frozenset(), kw_only=True)
    stance: Stance | None = field(default=None, kw_only=True)
    is_red_line: bool = field(default=False, kw_only=True)
    handling: Handling = field(default=Handling.AMBER, kw_only=True)
    is_conditioned: bool = field(default=False, kw_only=True)
    noted_by: str | None = field(default=None, kw_only=True)
    objection: str = field(default="", kw_only=True)
    about: str | None = field(default=None, kw_only=True)
