"""Beginnings of an agreement in the talks of the strait, for the tests of what follows it."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from gobetween.model.actors import Actor, Role, RoleKind
from gobetween.model.cases import Case
from gobetween.model.items import EVERYONE
from gobetween.model.mandates import Decision, Ruling
from gobetween.model.proposals import Clause, Proposal, Version
from gobetween.protocols.decisions import DecisionTaken
from gobetween.talks.agreeing import agreements
from gobetween.talks.agreeing.opening_agreements import TextForAgreement, open_agreement
from gobetween.talks.entering import enter
from gobetween.talks.standings import Deed, Standing
from specimen_talks import SpecimenTalks, strait_case

PAPER, PACT = "harbour/paper", "harbour/pact"
CLAUSES = (
    Clause("Ships pay half the toll.", issue="toll", id="toll", terms=frozenset({"half"}), readings=("half of the old toll",)),
    Clause("Ships pass by day.", issue="hours", id="hours", terms=frozenset({"day"})),
    Clause("Both sides release the crews.", id="crews"),
)


def strait_with_a_monitor(**changes: Any) -> Case:
    """The frame of the talks, with a monitor; without principals, so that a signature binds, unless `changes` give some."""
    case = strait_case()
    watch = Actor("watch", name="Watch", kind="body", holders=EVERYONE)
    role = Role("watch-role", actor="watch", role=RoleKind.MONITOR, holders=EVERYONE)
    return evolve(case, actors=(*case.actors, watch), roles=(*case.roles, role), **{"principals": (), **changes})


def talks_with_a_paper(case: Case | None = None, *, principals: bool = False) -> SpecimenTalks:
    """Talks in which harbour and bridge have a paper before them that nobody else has."""
    frame = case or strait_with_a_monitor(**({"principals": strait_case().principals} if principals else {}))
    talks = SpecimenTalks.opened(frame)
    version = Version("1", clauses=CLAUSES, holders=frozenset())
    paper = Proposal(PAPER, name="The paper", by=("harbour", "bridge"), versions=(version,), holders=frozenset())
    talks.act("keeper", enter, "proposals", paper, frozenset({"harbour", "bridge"}))
    return talks


def talks_with_a_pact(case: Case | None = None, *, principals: bool = False, **text: Any) -> SpecimenTalks:
    """Talks in which the paper was put before north and south, carried by both mediators, with shipping as guarantor."""
    talks = talks_with_a_paper(case, principals=principals)
    wanted = {"mediators": ("bridge",), "guarantors": ("shipping",), "monitors": ("watch",), "early_parts": ("crews",), **text}
    talks.act("harbour", open_agreement, TextForAgreement(PAPER, **wanted), name="pact")
    return talks


def accepted(talks: SpecimenTalks, part: str | None = None) -> SpecimenTalks:
    for party in ("north", "south"):
        talks.act(party, agreements.accept, PACT, part=part)
    return talks


def in_force(talks: SpecimenTalks, part: str | None = None) -> SpecimenTalks:
    accepted(talks, part)
    for party in ("north", "south"):
        talks.act(party, agreements.sign, PACT, part=part)
    return talks


def decided(ruling: Ruling, on: str = PACT) -> Any:
    """A use case: the party's principal has decided; how it polls its members is another topic."""

    def use(at: Standing) -> tuple[Deed, ...]:
        return (Deed(DecisionTaken(at.new_id(), at.actor, on, ruling), frozenset({at.actor})),)

    return use


def decisions(talks: SpecimenTalks, party: str) -> tuple[Decision, ...]:
    return talks.case(party).decisions
