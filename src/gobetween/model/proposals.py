"""What is put to the parties, in which words, and what they answer."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.issues import OptionSets
from gobetween.model.items import Item


class AnswerState(StrEnum):
    """Whether an answer stands by itself, or waits for the principal, and what the principal did with it.

    One that is `replaced` was followed by another answer of the same party to the same proposal.
    """

    STANDS = "stands"
    AD_REFERENDUM = "ad referendum"
    APPROVED = "approved"
    AMENDED = "amended"
    REFUSED = "refused"
    REPLACED = "replaced"


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
    """One wording inside a bracket; `by` is whose it is, as far as its reader knows, `is_open` whether that may be said on."""

    text: str
    by: str | None = None
    is_open: bool = field(default=False, kw_only=True)


@frozen
class Clause:
    """A clause of a text, bound to an issue; with `alternatives` it is in brackets, not agreed; one alternative alone is in or out.

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

    @property
    def wording(self) -> str:
        """The clause as one line: its words, and in brackets what is not agreed."""
        bracket = " / ".join(each.text for each in self.alternatives)
        return " ".join(part for part in (self.text, f"[{bracket}]" if bracket else "") if part)


@frozen
class Showing:
    """That a version was shown: to whom, by whom, and which of the versions that they got it was, counted from 1 without gaps.

    `text` is the id under which they have their copy: the working text's own would tell who began it.
    """

    to: str
    number: int
    by: str = field(kw_only=True)
    text: str = field(kw_only=True)


@frozen
class Version(Item):
    """One version of a proposal's text; `annexes` are titles of texts that go with it; `author` revised it, or showed it.

    `title` is the whole text's in this version, empty where only the proposal has a name. `showings` stand with the mediators who
    work on the text; who is shown a version learns of no other.
    """

    clauses: tuple[Clause, ...] = field(kw_only=True)
    annexes: tuple[str, ...] = field(default=(), kw_only=True)
    author: str | None = field(default=None, kw_only=True)
    title: str = field(default="", kw_only=True)
    showings: tuple[Showing, ...] = field(default=(), kw_only=True)

    def clause(self, clause_id: str) -> Clause | None:
        """Its clause of that id, or `None`."""
        return next((each for each in self.clauses if each.id == clause_id), None)


@frozen
class Amendment(Item):
    """What a party asks to have changed in a text: the clause, and the words to stand there (none: strike it).

    `version` is the one it was shown, as it counts them; `is_named` says that the mediators may say whose amendment it is.
    """

    proposal: str = field(kw_only=True)
    clause: str = field(kw_only=True)
    by: str = field(kw_only=True)
    version: int | None = field(default=None, kw_only=True)
    text: str = field(default="", kw_only=True)
    reason: str = field(default="", kw_only=True)
    is_named: bool = field(default=False, kw_only=True)


@frozen
class Proposal(Item):
    """A package or text put to parties, by one actor or several jointly; `terms` are the options it names, as far as is known.

    `is_on_table` says that in its round the talks were about it; the proposals of the last round that has one are on the table now.
    `carriers` are the mediators into whose hands it was given, `handed_to` those of `to` who had it from its authors themselves, as
    far as its reader knows. Until all whom it `awaits` have joined as authors, it is a draft of theirs that nobody else knows of.
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
    carriers: tuple[str, ...] = field(default=(), kw_only=True)
    handed_to: tuple[str, ...] = field(default=(), kw_only=True)
    awaits: tuple[str, ...] = field(default=(), kw_only=True)

    def has_expired(self, day: dt.date) -> bool:
        """Whether the last day on which it could be answered has passed by that day."""
        return self.expires is not None and day > self.expires

    def is_open(self, day: dt.date) -> bool:
        """Whether it can be answered on that day: all its authors stand by it, and it is neither withdrawn nor expired."""
        return not self.awaits and not self.is_withdrawn and not self.has_expired(day)


@frozen
class Answer(Item):
    """What an addressee answers to a proposal; `to` are those who wait for it.

    `accept if` names the options that its acceptance requires; a counter names the proposal that it makes instead. A later answer of
    the same party to the same proposal takes its place; the state of the earlier one says so.
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

    @property
    def is_current(self) -> bool:
        """Whether it is the answer that counts, as no later one has taken its place."""
        return self.state not in (AnswerState.REPLACED, AnswerState.AMENDED)

    @property
    def is_acceptance(self) -> bool:
        """Whether it accepts, on a condition or without, and nobody has yet to approve it."""
        accepts = self.answer in (AnswerKind.ACCEPT, AnswerKind.ACCEPT_IF)
        return accepts and self.state in (AnswerState.STANDS, AnswerState.APPROVED)


@frozen
class Deliverable(Item):
    """Something asked for outside the deal, and who owes it to whom."""

    owed_by: str = field(kw_only=True)
    to: str = field(kw_only=True)
    text: str = field(kw_only=True)
    is_delivered: bool = field(default=False, kw_only=True)
