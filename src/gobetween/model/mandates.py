"""What a delegation may agree to by itself, and how its principal decides about the rest."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.issues import OptionSets
from gobetween.model.items import Item


@frozen
class Mandate(Item):
    """What a party's delegation may accept alone: for each issue the options; an issue that is not named is the principal's.

    An `instruction` replaces it; the one in force is the last.
    """

    party: str = field(kw_only=True)
    may_accept: OptionSets = field(factory=dict, kw_only=True)
    text: str = field(default="", kw_only=True)


class Ruling(StrEnum):
    """What a principal does with an answer that was given ad referendum, or with a text put to it."""

    APPROVE = "approve"
    AMEND = "amend"
    REFUSE = "refuse"


class Choice(StrEnum):
    """How one member votes."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


@frozen
class Vote:
    """How one member of a principal voted."""

    member: str
    choice: Choice


@frozen
class Tally:
    """What a ballot came to: votes for and against, abstentions, and how many could vote."""

    votes_for: int
    against: int
    abstained: int = field(default=0, kw_only=True)
    eligible: int = field(kw_only=True)


@frozen
class Decision(Item):
    """What a principal decided about `on` (an answer, a proposal, an agreement), by its own procedure; it is the party's own affair.

    `votes` of named members or the `tally` of a ballot are there where the procedure has them.
    """

    party: str = field(kw_only=True)
    on: str = field(kw_only=True)
    ruling: Ruling = field(kw_only=True)
    votes: tuple[Vote, ...] = field(default=(), kw_only=True)
    tally: Tally | None = field(default=None, kw_only=True)
    decided_by: str | None = field(default=None, kw_only=True)  # a person, where the head decides
    text: str = field(default="", kw_only=True)
    day: dt.date | None = field(default=None, kw_only=True)


@frozen
class Batna(Item):
    """What changes a party's best alternative to an agreement: an event or leverage (`because`, by id), and which way."""

    party: str = field(kw_only=True)
    text: str = field(kw_only=True)
    is_better: bool | None = field(default=None, kw_only=True)
    because: tuple[str, ...] = field(default=(), kw_only=True)
