"""What is put to the parties, in which words, and what they answer."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from gobetween.model.issues import OptionSets
from gobetween.model.items import Item


class ProposalKind(StrEnum):
    """What a proposal is."""

    PROPOSAL = "proposal"
    COUNTER = "counter-proposal"
    BRIDGING = "bridging proposal"
    MEDIATORS = "mediators' proposal"
    NON_PAPER = "non-paper"
    DRAFT = "draft"


class AnswerKind(StrEnum):
    """How an addressee answers; `pending` says that an answer is announced or owed."""

    ACCEPT = "accept"
    ACCEPT_IF = "accept if"
    COUNTER = "counter"
    REJECT = "reject"
    REFER = "refer to principal"
    NO_ANSWER = "no answer"
    PENDING = "pending"


@frozen
class Alternative:
    """One wording inside a bracket; `by` is whose it is, if that may be known."""

    text: str
    by: str | None = None


@frozen
class Clause:
    """A clause of a text, bound to an issue; with `alternatives` it is in brackets, not agreed."""

    text: str
    issue: str | None = field(default=None, kw_only=True)
    alternatives: tuple[Alternative, ...] = field(default=(), kw_only=True)


@frozen
class Version(Item):
    """One version of a proposal's text; `annexes` are titles of texts that go with it."""

    clauses: tuple[Clause, ...] = field(kw_only=True)
    annexes: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class Proposal(Item):
    """A package or text put to parties, by one actor or several jointly; `terms` are the options it names, as far as is known.

    `is_on_table` says that in its round the talks were about it; the proposals of the last round that has one are on the table now.
    """

    name: str = field(kw_only=True)
    kind: ProposalKind = field(default=ProposalKind.PROPOSAL, kw_only=True)
    by: tuple[str, ...] = field(kw_only=True)
    to: tuple[str, ...] = field(default=(), kw_only=True)
    round: str | None = field(default=None, kw_only=True)
    terms: OptionSets = field(factory=dict, kw_only=True)
    text: str = field(default="", kw_only=True)
    versions: tuple[Version, ...] = field(default=(), kw_only=True)
    is_on_table: bool = field(default=False, kw_only=True)


@frozen
class Answer(Item):
    """What an addressee answers to a proposal; `to` are those who wait for it."""

    proposal: str = field(kw_only=True)
    by: str = field(kw_only=True)
    answer: AnswerKind = field(kw_only=True)
    to: tuple[str, ...] = field(default=(), kw_only=True)
    text: str = field(default="", kw_only=True)
    said_by: str | None = field(default=None, kw_only=True)


@frozen
class Relay(Item):
    """That something was, or is to be, conveyed from one side to another by a route of mediators, in order."""

    sender: str = field(kw_only=True)
    to: str = field(kw_only=True)
    route: tuple[str, ...] = field(kw_only=True)
    text: str = field(kw_only=True)
    is_planned: bool = field(default=False, kw_only=True)


@frozen
class Deliverable(Item):
    """Something asked for outside the deal, and who owes it to whom."""

    owed_by: str = field(kw_only=True)
    to: str = field(kw_only=True)
    text: str = field(kw_only=True)
    is_delivered: bool = field(default=False, kw_only=True)
