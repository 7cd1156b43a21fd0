"""What is put to the parties, in which words, and what they answer."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.issues import OptionSets
from gobetween.model.items import Item


class AnswerState(StrEnum):
    """Whether an answer stands by itself, or waits for the principal, and what the principal did with it."""

    STANDS = "stands"
    AD_REFERENDUM = "ad referendum"
    APPROVED = "approved"
    AMENDED = "amended"
    REFUSED = "refused"


class ProposalKind(StrEnum):
    """What a proposal is."""

    PROPOSAL = "proposal"
    COUNTER = "counter-proposal"
    BRIDGING = "bridging proposal"
    MEDIATORS = "mediators' proposal"
    NON_PAPER = "non-paper"
    DRAFT = "draft"
    ONE_TEXT = "one-text"


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
    """A clause of a text, bound to an issue; with `alternatives` it is in brackets, not agreed.

    `id` is the clause's name through all versions. `readings` are the ways in which wording that is ambiguous on purpose can be
    read; `annex` is the title of the annex that it stands in; `terms` are the options that it writes out.
    """

    text: str
    issue: str | None = field(default=None, kw_only=True)
    alternatives: tuple[Alternative, ...] = field(default=(), kw_only=True)
    id: str = field(default="", kw_only=True)
    readings: tuple[str, ...] = field(default=(), kw_only=True)
    annex: str | None = field(default=None, kw_only=True)
    terms: frozenset[str] = field(default=frozenset(), kw_only=True)


@frozen
class Version(Item):
    """One version of a proposal's text; `annexes` are titles of texts that go with it; `author` revised it."""

    clauses: tuple[Clause, ...] = field(kw_only=True)
    annexes: tuple[str, ...] = field(default=(), kw_only=True)
    author: str | None = field(default=None, kw_only=True)


@frozen
class Amendment(Item):
    """What someone asks to have changed in a text: the clause, and the words to stand there (none: strike it)."""

    proposal: str = field(kw_only=True)
    clause: str = field(kw_only=True)
    by: str = field(kw_only=True)
    text: str = field(default="", kw_only=True)
    reason: str = field(default="", kw_only=True)


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
    expires: dt.date | None = field(default=None, kw_only=True)
    is_withdrawn: bool = field(default=False, kw_only=True)


@frozen
class Answer(Item):
    """What an addressee answers to a proposal; `to` are those who wait for it.

    `accept if` names the options that its acceptance requires; a counter names the proposal that it makes instead.
    """

    proposal: str = field(kw_only=True)
    by: str = field(kw_only=True)
    answer: AnswerKind = field(kw_only=True)
    to: tuple[str, ...] = field(default=(), kw_only=True)
    text: str = field(default="", kw_only=True)
    said_by: str | None = field(default=None, kw_only=True)
    requires: OptionSets = field(factory=dict, kw_only=True)
    counter: str | None = field(default=None, kw_only=True)
    state: AnswerState = field(default=AnswerState.STANDS, kw_only=True)


@frozen
class Deliverable(Item):
    """Something asked for outside the deal, and who owes it to whom."""

    owed_by: str = field(kw_only=True)
    to: str = field(kw_only=True)
    text: str = field(kw_only=True)
    is_delivered: bool = field(default=False, kw_only=True)
