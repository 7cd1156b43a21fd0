"""Mandates: a principal instructs its delegation, and what that lets the delegation accept by itself."""

from __future__ import annotations

from gobetween.model.actors import Principal
from gobetween.model.cases import Case
from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.mandates import Mandate
from gobetween.protocols import mandates
from gobetween.protocols.mandates import InstructionGiven
from gobetween.talks.knowing.terms import must_know_terms
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

RULES: Rules = {InstructionGiven: folding("mandates", "mandate", Mandate, mandates.after)}


def instruct(at: Standing, may_accept: OptionSets, *, text: str = "", name: str | None = None) -> tuple[Deed, ...]:
    """A principal instructs its delegation; their own book alone has it, and the mandate before is in force no more.

    Raises:
        ProtocolViolation: who acts is not the principal, or an issue or option is not known.
    """
    principal = acting_principal(at)
    must_know_terms(at, may_accept)
    act = InstructionGiven(at.new_id(name), principal.party, may_accept=may_accept, text=text)
    return (Deed(act, frozenset({at.actor})),)


def is_within_mandate(case: Case, party: str, terms: OptionSets) -> bool:
    """Whether the party's delegation may agree to the terms by itself, as far as the case says: it is the party's own view.

    A party without a principal decides by itself. With one, and without a mandate, or with terms that name no options, it may not.
    """
    if not any(each.party == party for each in case.principals):
        return True
    mandate = mandates.in_force(case.mandates, party)
    return mandate is not None and mandates.covers(mandate, terms)


def acting_principal(at: Standing) -> Principal:
    """The principal that acts.

    Raises:
        ProtocolViolation: the delegation acts, or somebody who is no principal of the party.
    """
    found = next((each for each in at.case.principals if (each.id, each.party) == (at.seat.principal, at.actor)), None)
    if found is None:
        raise ProtocolViolation(f"this is for the principal of {at.actor} alone; act in its place, by its id, if you are it")
    return found


def must_be_delegation(at: Standing) -> None:
    """Refuses a principal, which instructs and decides, and leaves the rest to its delegation.

    Raises:
        ProtocolViolation: a principal acts, or somebody in a principal's place.
    """
    if at.seat.principal is not None:
        raise ProtocolViolation(f"this is for the delegation of {at.actor}; a principal instructs it, and decides")


def in_party_name(at: Standing) -> str | None:
    """Under whose name an act goes to others: the party's, also where its principal acts, who may not be known to them."""
    return None if at.seat.principal is None else at.actor
