"""A case as one value: everything that is recorded of one negotiation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from attrs import field, fields, frozen

from gobetween.model.actors import Access, Actor, Delegation, Office, Person, Principal, Role, RoleKind
from gobetween.model.agreement import Agreement, Obligation, Performance, Phase, ViolationReport
from gobetween.model.caucuses import Caucus, Told
from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.evidence import Account
from gobetween.model.happenings import (
    Allegation,
    Assessment,
    Commitment,
    Contradiction,
    Deadline,
    EarlierAgreement,
    FactualDispute,
    Figure,
    Happening,
    Leverage,
    Meeting,
    Round,
    Signal,
    StickingPoint,
    Track,
)
from gobetween.model.issues import Issue, Link, OptionSets
from gobetween.model.items import Item
from gobetween.model.mandates import Batna, Decision, Mandate
from gobetween.model.permissions import Permission, Pooling
from gobetween.model.positions import Interest, Position
from gobetween.model.preferences import Preferences
from gobetween.model.proposals import Amendment, Answer, Deliverable, Proposal
from gobetween.model.relays import Message, Relay
from gobetween.model.sealed import BlindBidding, SealedAnswer, SealedBid, SealedProposal


class Profile(StrEnum):
    """What may be conveyed from a caucus, chosen when the case is opened (see docs on confidentiality)."""

    CLOSED = "closed"
    OPEN_UNLESS_CONDITIONED = "open-unless-conditioned"


@frozen
class Source(Item):
    """A report that the case rests on: known by its words' SHA-256, whether or not the words are at hand."""

    outlet: str = field(default="", kw_only=True)  # empty: unknown
    title: str = field(default="", kw_only=True)
    published: When = field(default=UNKNOWN_DATE, kw_only=True)
    sha256: str = field(default="", kw_only=True)
    file: str | None = field(default=None, kw_only=True)  # name within reports/, where the original is at hand
    same_story_as: str | None = field(default=None, kw_only=True)  # an id: the two count as one origin


@frozen
class Release(Item):
    """A recorded human act that lets something computed out to a wider audience: its words, and whose entrusted items it draws on.

    `terms` are the options that it names, `proposal` the releaser's own proposal that it lets out.
    """

    by: str = field(kw_only=True)
    to: tuple[str, ...] = field(kw_only=True)
    text: str = field(kw_only=True)
    draws_on: tuple[str, ...] = field(default=(), kw_only=True)  # parties
    terms: OptionSets = field(factory=dict, kw_only=True)
    proposal: str | None = field(default=None, kw_only=True)


@frozen
class Case:
    """All that is recorded of one negotiation, whether it came from a folder, from a set of reports, or from a record.

    A set of reports without a case file is a case whose `account` is all it has.
    """

    id: str
    title: str
    summary: str = field(default="", kw_only=True)
    profile: Profile = field(default=Profile.CLOSED, kw_only=True)
    is_rehearsal: bool = field(default=False, kw_only=True)  # acts in the name of actors may be invented, and every view says so
    is_reported: bool = field(default=False, kw_only=True)  # made from reports about real actors: nobody acts here in their name
    is_fictional: bool = field(default=False, kw_only=True)  # wholly invented, and every view says so
    retained_until: dt.date | None = field(default=None, kw_only=True)
    mediators_learn_answers: bool = field(default=False, kw_only=True)  # what was answered under seal, once it is opened
    sources: tuple[Source, ...] = field(default=(), kw_only=True)
    actors: tuple[Actor, ...] = field(default=(), kw_only=True)
    roles: tuple[Role, ...] = field(default=(), kw_only=True)
    access: tuple[Access, ...] = field(default=(), kw_only=True)
    persons: tuple[Person, ...] = field(default=(), kw_only=True)
    offices: tuple[Office, ...] = field(default=(), kw_only=True)
    principals: tuple[Principal, ...] = field(default=(), kw_only=True)
    delegations: tuple[Delegation, ...] = field(default=(), kw_only=True)
    rounds: tuple[Round, ...] = field(default=(), kw_only=True)
    meetings: tuple[Meeting, ...] = field(default=(), kw_only=True)
    issues: tuple[Issue, ...] = field(default=(), kw_only=True)
    links: tuple[Link, ...] = field(default=(), kw_only=True)
    positions: tuple[Position, ...] = field(default=(), kw_only=True)
    interests: tuple[Interest, ...] = field(default=(), kw_only=True)
    proposals: tuple[Proposal, ...] = field(default=(), kw_only=True)
    answers: tuple[Answer, ...] = field(default=(), kw_only=True)
    relays: tuple[Relay, ...] = field(default=(), kw_only=True)
    deliverables: tuple[Deliverable, ...] = field(default=(), kw_only=True)
    happenings: tuple[Happening, ...] = field(default=(), kw_only=True)
    assessments: tuple[Assessment, ...] = field(default=(), kw_only=True)
    signals: tuple[Signal, ...] = field(default=(), kw_only=True)
    allegations: tuple[Allegation, ...] = field(default=(), kw_only=True)
    tracks: tuple[Track, ...] = field(default=(), kw_only=True)
    leverage: tuple[Leverage, ...] = field(default=(), kw_only=True)
    commitments: tuple[Commitment, ...] = field(default=(), kw_only=True)
    deadlines: tuple[Deadline, ...] = field(default=(), kw_only=True)
    disputes: tuple[FactualDispute, ...] = field(default=(), kw_only=True)
    contradictions: tuple[Contradiction, ...] = field(default=(), kw_only=True)
    earlier_agreements: tuple[EarlierAgreement, ...] = field(default=(), kw_only=True)
    figures: tuple[Figure, ...] = field(default=(), kw_only=True)
    phases: tuple[Phase, ...] = field(default=(), kw_only=True)
    obligations: tuple[Obligation, ...] = field(default=(), kw_only=True)
    violation_reports: tuple[ViolationReport, ...] = field(default=(), kw_only=True)
    sticking_points: tuple[StickingPoint, ...] = field(default=(), kw_only=True)
    releases: tuple[Release, ...] = field(default=(), kw_only=True)
    caucuses: tuple[Caucus, ...] = field(default=(), kw_only=True)
    told: tuple[Told, ...] = field(default=(), kw_only=True)
    permissions: tuple[Permission, ...] = field(default=(), kw_only=True)
    poolings: tuple[Pooling, ...] = field(default=(), kw_only=True)
    messages: tuple[Message, ...] = field(default=(), kw_only=True)
    mandates: tuple[Mandate, ...] = field(default=(), kw_only=True)
    decisions: tuple[Decision, ...] = field(default=(), kw_only=True)
    alternatives: tuple[Batna, ...] = field(default=(), kw_only=True)
    amendments: tuple[Amendment, ...] = field(default=(), kw_only=True)
    sealed_proposals: tuple[SealedProposal, ...] = field(default=(), kw_only=True)
    sealed_answers: tuple[SealedAnswer, ...] = field(default=(), kw_only=True)
    biddings: tuple[BlindBidding, ...] = field(default=(), kw_only=True)
    sealed_bids: tuple[SealedBid, ...] = field(default=(), kw_only=True)
    agreements: tuple[Agreement, ...] = field(default=(), kw_only=True)
    performances: tuple[Performance, ...] = field(default=(), kw_only=True)
    preferences: tuple[Preferences, ...] = field(default=(), kw_only=True)
    account: Account = field(default=Account(), kw_only=True)

    def items(self) -> Iterator[tuple[str, Item]]:
        """Every entry with the name of the list it stands in (options, being inside issues, are not listed)."""
        for attribute in fields(Case):
            value = getattr(self, attribute.name)
            if isinstance(value, tuple):
                for entry in value:
                    if isinstance(entry, Item):
                        yield attribute.name, entry

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of that id, or `None`; the first, where there are several."""
        return self._actors_by_id.get(actor_id)

    def issue(self, issue_id: str) -> Issue | None:
        """The issue of that id, or `None`; the first, where there are several."""
        return self._issues_by_id.get(issue_id)

    @cached_property
    def _actors_by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in reversed(self.actors)}

    @cached_property
    def _issues_by_id(self) -> dict[str, Issue]:
        return {issue.id: issue for issue in reversed(self.issues)}

    def with_role(self, *kinds: RoleKind) -> tuple[str, ...]:
        """The ids of the actors who have one of these roles, in the order of the case's actors."""
        having = {role.actor for role in self.roles if role.role in kinds}
        return tuple(actor.id for actor in self.actors if actor.id in having)

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the sides whose consent is needed."""
        return self.with_role(RoleKind.PARTY)

    @property
    def mediators(self) -> tuple[str, ...]:
        """The ids of the mediators."""
        return self.with_role(RoleKind.MEDIATOR, RoleKind.LEAD_MEDIATOR)
