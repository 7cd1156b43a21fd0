"""Which other entries an entry names: an audience that may not see these does not see it either."""

from __future__ import annotations

from gobetween.model.actors import Access, Delegation, Office, Principal, Role
from gobetween.model.agreement import Agreement, Obligation, Performance, Phase, ViolationReport
from gobetween.model.caucuses import Caucus, Told
from gobetween.model.happenings import (
    Allegation,
    Assessment,
    Commitment,
    Deadline,
    FactualDispute,
    Happening,
    Leverage,
    Meeting,
    Signal,
    StickingPoint,
    Track,
)
from gobetween.model.issues import Issue, Link
from gobetween.model.items import Item
from gobetween.model.mandates import Batna, Decision, Mandate
from gobetween.model.permissions import Permission, Pooling
from gobetween.model.positions import Interest, Position
from gobetween.model.proposals import Amendment, Answer, Deliverable, Proposal
from gobetween.model.relays import Message, Relay
from gobetween.model.sealed import BlindBidding, SealedAnswer, SealedBid, SealedProposal

ACTOR, PERSON, ISSUE, PROPOSAL = "actors", "persons", "issues", "proposals"
SOMEBODY = "actors or persons"
ANSWERABLE = "proposals or messages"  # who conveyed a proposal knows it as the message in which it was
ADDRESSEE = "actors or messages"  # whoever a message came from is meant by its name, where who that is may not be known
ROUND, PHASE, OBLIGATION = "rounds", "phases", "obligations"

# For each kind of entry, its attributes that hold ids, and the collections these belong to. What is free text is not here.
NAMED: dict[type[Item], dict[str, str]] = {
    Role: {"actor": ACTOR, "toward": ACTOR},
    Access: {"mediator": ACTOR, "to": ACTOR, "through": ACTOR},
    Office: {"person": PERSON, "actor": ACTOR},
    Principal: {"party": ACTOR, "members": PERSON},
    Delegation: {"actor": ACTOR, "round": ROUND, "head": PERSON, "members": PERSON},
    Meeting: {"round": ROUND, "participants": SOMEBODY},
    Issue: {"consents": ACTOR},
    Link: {"by": ACTOR},
    Position: {"actor": ACTOR, "issue": ISSUE, "round": ROUND, "said_by": PERSON},
    Interest: {"actor": ACTOR},
    Proposal: {"by": ACTOR, "to": ACTOR, "carriers": ACTOR, "handed_to": ACTOR, "awaits": ACTOR, "round": ROUND},
    Answer: {"proposal": ANSWERABLE, "by": ACTOR, "to": ACTOR, "said_by": PERSON},
    Relay: {"sender": ACTOR, "to": ACTOR, "route": ACTOR},
    Deliverable: {"owed_by": ACTOR, "to": ACTOR},
    Happening: {"actor": ACTOR},
    Assessment: {"actor": ACTOR, "round": ROUND},
    Signal: {"by": ACTOR, "said_by": PERSON, "round": ROUND},
    Allegation: {"by": ACTOR, "against": ACTOR, "said_by": PERSON},
    Track: {},
    Leverage: {"by": ACTOR, "on": ACTOR},
    Commitment: {"by": ACTOR},
    Deadline: {"by": ACTOR},
    FactualDispute: {"issue": ISSUE},
    StickingPoint: {"issues": ISSUE, "parties": ACTOR, "round": ROUND},
    Phase: {"proposal": PROPOSAL},
    Obligation: {"actor": ACTOR, "phase": PHASE, "guarantors": ACTOR, "monitors": ACTOR},
    ViolationReport: {"obligation": OBLIGATION, "by": ACTOR, "reported_by": ACTOR, "to": ACTOR},
    Caucus: {"party": ACTOR, "mediators": ACTOR, "round": ROUND},
    Told: {"owner": ACTOR, "to": ACTOR, "issue": ISSUE},
    Permission: {"owner": ACTOR, "asked_by": ACTOR, "to": ADDRESSEE, "carriers": ACTOR},
    Message: {"carrier": ACTOR, "to": ACTOR, "attributed_to": ACTOR, "onward": ACTOR, "through": ACTOR},
    Pooling: {"party": ACTOR, "to": ACTOR},
    Mandate: {"party": ACTOR},
    Decision: {"party": ACTOR},
    Batna: {"party": ACTOR},
    Amendment: {"proposal": PROPOSAL, "by": ACTOR},
    SealedProposal: {"by": ACTOR, "to": ACTOR},
    SealedAnswer: {"by": ACTOR},
    BlindBidding: {"by": ACTOR, "payer": ACTOR, "payee": ACTOR},
    SealedBid: {"by": ACTOR},
    Agreement: {"parties": ACTOR, "mediators": ACTOR, "guarantors": ACTOR, "monitors": ACTOR, "refused_by": ACTOR},
    Performance: {"obligation": OBLIGATION, "by": ACTOR},
}

# Naming one of these only places an entry; where they are hidden the entry stands without its place.
PLACES = frozenset({ROUND, PHASE, OBLIGATION})
NOTHING: dict[str, str] = {}
