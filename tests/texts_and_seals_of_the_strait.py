"""Texts, mediators' proposals and biddings in the talks of the strait, for the tests of what becomes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from attrs import evolve

from gobetween.model.actors import Access, Actor, Role, RoleKind
from gobetween.model.cases import Case
from gobetween.model.items import EVERYONE
from gobetween.model.proposals import Alternative, Clause
from gobetween.protocols.blind_biddings import Question
from gobetween.protocols.sealed_proposals import FinalOffer
from gobetween.protocols.wordings import Wording
from gobetween.talks.drafting import one_texts
from gobetween.talks.sealing import blind_biddings, sealed_proposals
from specimen_talks import OPENED, SpecimenTalks, issue, strait_case

TEXT, FINAL, NUMBER = "harbour/text", "harbour/final", "harbour/number"
DEADLINE = OPENED + dt.timedelta(days=2)
TOLL = Clause(
    "The toll is",
    id="toll",
    issue="toll",
    alternatives=(Alternative("nothing"), Alternative("half of what it was")),
    readings=("a toll on ships", "a toll on cargo"),
)
HOURS = Clause("Ships pass by day.", id="hours", issue="hours", terms=frozenset({"day"}))
CREWS = Clause("Both release the crews", id="crews", alternatives=(Alternative("at once"),))
WORDING = Wording("Working text", (TOLL, HOURS, CREWS))


def strait(**changes: Any) -> Case:
    """The frame of the talks with all its issues open to everyone; without principals unless `changes` give some."""
    return evolve(strait_case(), **{"principals": (), **changes})


def three_sides(**changes: Any) -> Case:
    """The frame with a third party, west, which harbour reaches too."""
    case = strait(**changes)
    west = Actor("west", name="West", kind="group", holders=EVERYONE)
    role = Role("west-role", actor="west", role=RoleKind.PARTY, holders=EVERYONE)
    access = Access("harbour-west", mediator="harbour", to="west", holders=EVERYONE)
    return evolve(case, actors=(*case.actors, west), roles=(*case.roles, role), access=(*case.access, access))


def reworded(*clauses: Clause, **changes: Any) -> Wording:
    """The working text with other clauses, or with these in the place of those with their ids."""
    others = {each.id: each for each in clauses}
    known = [others.pop(each.id, each) for each in WORDING.clauses]
    return evolve(WORDING, clauses=(*known, *others.values()), **changes)


def talks_with_a_text(case: Case | None = None, *, together_with: Iterable[str] = ("bridge",)) -> SpecimenTalks:
    """Talks in which harbour has begun a text, on which bridge works too."""
    talks = SpecimenTalks.opened(case or strait())
    talks.act("harbour", one_texts.draft, WORDING, together_with=tuple(together_with), name="text")
    return talks


def offer(*to: str, **changes: Any) -> FinalOffer:
    """Half the toll, to take or leave."""
    wanted = FinalOffer("Half the toll", "The toll is halved.", by=(), to=to or ("north", "south"), deadline_utc=DEADLINE)
    return evolve(wanted, terms={"toll": frozenset({"half"})}, **changes) if "terms" not in changes else evolve(wanted, **changes)


def talks_with_an_offer(case: Case | None = None, *to: str, **changes: Any) -> SpecimenTalks:
    """Talks in which harbour has put a mediators' proposal, to north and south unless to others."""
    talks = SpecimenTalks.opened(case or strait())
    talks.act("harbour", sealed_proposals.put, offer(*to, **changes), name="final")
    return talks


def question(**changes: Any) -> Question:
    """How much north pays south for a passage."""
    asked = Question("What a passage costs", "crowns", by=("harbour",), payer="north", payee="south", deadline_utc=DEADLINE)
    return evolve(asked, **changes)


def talks_with_a_bidding(case: Case | None = None, **changes: Any) -> SpecimenTalks:
    """Talks in which harbour has asked north and south to bid."""
    talks = SpecimenTalks.opened(case or strait())
    talks.act("harbour", blind_biddings.open_bidding, question(**changes), name="number")
    return talks


def hidden_issue_case() -> Case:
    """Talks with an issue that the mediators know alone."""
    hidden = evolve(issue("pilots", "Pilots", ours="Ours", theirs="Theirs"), holders=frozenset({"harbour", "bridge"}))
    return strait(issues=(*strait_case().issues, hidden))
