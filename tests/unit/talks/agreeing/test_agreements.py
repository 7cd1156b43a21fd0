from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from agreements_of_the_strait import (
    CLAUSES,
    PACT,
    PAPER,
    accepted,
    decided,
    in_force,
    strait_with_a_monitor,
    talks_with_a_pact,
    talks_with_a_paper,
)
from gobetween.model.actors import Procedure
from gobetween.model.agreement import AgreementState, MarkKind
from gobetween.model.happenings import EarlierAgreement
from gobetween.model.items import EVERYONE
from gobetween.model.mandates import Ruling
from gobetween.model.permissions import Form
from gobetween.model.proposals import Alternative, Clause, Proposal
from gobetween.protocols.decisions import Poll
from gobetween.protocols.permissions import Scope
from gobetween.talks.agreeing import agreements
from gobetween.talks.agreeing.earlier_agreements import Precedent, enter_earlier
from gobetween.talks.agreeing.opening_agreements import TextForAgreement, open_agreement, withdraw_agreement
from gobetween.talks.confiding import permissions
from gobetween.talks.entering import enter
from gobetween.talks.proposing.decisions import decide
from gobetween.talks.proposing.mandates import instruct
from specimen_talks import AUDIENCES, books, strait_case

AGREED, IN_FORCE, FAILED = AgreementState.AGREED, AgreementState.IN_FORCE, AgreementState.FAILED
TERMS = {"toll": frozenset({"half"}), "hours": frozenset({"day"})}


def pact(talks, audience):
    return talks.case(audience).agreements[0]


def paper_of(owner, **changes):
    terms = {"toll": frozenset({"half"}), "hours": frozenset({"day"})}
    return Proposal(f"{owner}/offer", name="An offer", by=(owner,), owner=owner, holders=frozenset(), **{"terms": terms, **changes})


def test_everyone_named_gets_the_text_and_nobody_else():
    talks = talks_with_a_pact()
    for audience in ("north", "south", "harbour", "bridge", "shipping", "watch"):
        assert [each.id for each in pact(talks, audience).clauses] == ["toll", "hours", "crews"]
    assert talks.case("public").agreements == ()
    assert talks.case("keeper").agreements == ()


def test_the_text_has_no_readings_and_names_no_paper_that_the_parties_do_not_have():
    found = pact(talks_with_a_pact(), "north")
    assert {each.readings for each in found.clauses} == {()}
    assert found.proposal is None


def test_the_text_names_a_paper_that_every_party_has():
    talks = talks_with_a_paper()
    paper = Proposal("harbour/open", name="Open", by=("harbour",), to=("north", "south"), text="Peace.", holders=frozenset())
    talks.act("keeper", enter, "proposals", paper, frozenset({"harbour", "north", "south"}))
    talks.act("harbour", open_agreement, TextForAgreement("harbour/open"))
    assert pact(talks, "south").proposal == "harbour/open"
    assert pact(talks, "south").clauses == (Clause("Peace.", id="text"),)


def test_only_a_mediator_opens_an_agreement():
    assert "this is for mediators" in talks_with_a_paper().refusal("north", open_agreement, TextForAgreement(PAPER))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TextForAgreement("harbour/other"), "there is no proposal 'harbour/other' that you know of"),
        (TextForAgreement(PAPER, parties=("north", "shipping")), "shipping is no party"),
        (TextForAgreement(PAPER, mediators=("shipping",)), "shipping is no mediator"),
        (TextForAgreement(PAPER, monitors=("nobody",)), "nobody you know of"),
        (TextForAgreement(PAPER, version=2), "has 1 versions; found 2"),
        (TextForAgreement(PAPER, early_parts=("toll", "guns")), "no clause is called guns"),
        (TextForAgreement(PAPER, earlier=("old",)), "no earlier agreement that everybody knows of is called 'old'"),
    ],
)
def test_a_text_is_opened_with_what_is_there(text, words):
    assert words in talks_with_a_paper().refusal("harbour", open_agreement, text)


def test_a_mediator_who_does_not_reach_a_party_opens_it_with_one_who_does():
    talks = talks_with_a_paper()
    assert "cannot reach south directly" in talks.refusal("bridge", open_agreement, TextForAgreement(PAPER))
    talks.act("bridge", open_agreement, TextForAgreement(PAPER, mediators=("harbour",)), name="pact")
    assert pact(talks, "south").mediators == ("bridge", "harbour")


def test_another_s_text_is_opened_only_as_its_owner_permits():
    talks = talks_with_a_paper()
    talks.act("keeper", enter, "proposals", paper_of("north"), frozenset({"north", "harbour"}))
    text = TextForAgreement("north/offer")
    assert "has not permitted that its words go to south" in talks.refusal("harbour", open_agreement, text)
    scope = Scope("north/offer", ("south",), ("harbour",), form=Form.PARAPHRASE)
    talks.act("north", permissions.grant, scope, name="loosely")
    assert "has not permitted" in talks.refusal("harbour", open_agreement, text)
    talks.act("north", permissions.grant, evolve(scope, form=Form.VERBATIM), name="verbatim")
    talks.act("harbour", open_agreement, text, name="pact")
    assert (pact(talks, "south").proposal, [each.id for each in pact(talks, "south").clauses]) == (None, ["toll", "hours"])


def test_the_names_of_clauses_tell_nothing_of_their_authors():
    talks = talks_with_a_paper()
    version = evolve(
        talks.case("harbour").proposals[0].versions[0], clauses=(Clause("Fish are shared.", id="south/clause-9"), CLAUSES[0])
    )
    paper = Proposal("harbour/fish", name="Fish", by=("harbour",), versions=(version,), holders=frozenset())
    talks.act("keeper", enter, "proposals", paper, frozenset({"harbour"}))
    talks.act("harbour", open_agreement, TextForAgreement("harbour/fish"))
    assert [each.id for each in pact(talks, "north").clauses] == ["clause-1", "toll"]


def test_terms_that_leave_an_issue_open_are_no_agreement():
    talks = talks_with_a_paper()
    offer = paper_of("harbour", terms={"toll": frozenset({"half", "full"})})
    talks.act("keeper", enter, "proposals", offer, frozenset({"harbour"}))
    assert "leaves 'toll' open between 2 options" in talks.refusal("harbour", open_agreement, TextForAgreement("harbour/offer"))


def test_brackets_are_no_agreement():
    talks = talks_with_a_paper()
    bracketed = (Clause("", id="toll", alternatives=(Alternative("half"), Alternative("all"))),)
    version = evolve(talks.case("harbour").proposals[0].versions[0], clauses=bracketed)
    paper = Proposal("harbour/draft", name="Draft", by=("harbour",), versions=(version,), holders=frozenset())
    talks.act("keeper", enter, "proposals", paper, frozenset({"harbour"}))
    assert "in brackets is not settled yet: toll" in talks.refusal("harbour", open_agreement, TextForAgreement("harbour/draft"))


def test_an_issue_that_not_everybody_knows_of_does_not_stand_in_the_text():
    case = strait_with_a_monitor()
    hidden = evolve(case.issues[0], holders=frozenset({"harbour", "bridge"}))
    talks = talks_with_a_pact(evolve(case, issues=(hidden, *case.issues[1:])))
    assert [(each.issue, each.terms) for each in pact(talks, "south").clauses] == [
        (None, frozenset()),
        ("hours", frozenset({"day"})),
        (None, frozenset()),
    ]


def test_an_agreement_follows_on_earlier_ones_that_everybody_knows_of():
    case = evolve(
        strait_with_a_monitor(), earlier_agreements=(EarlierAgreement("truce", name="The truce", fate="Broken.", holders=EVERYONE),)
    )
    assert pact(talks_with_a_pact(case, earlier=("truce",)), "north").earlier == ("truce",)


def test_a_party_learns_of_no_other_acceptance_before_all_have_accepted():
    talks, other = talks_with_a_pact(), talks_with_a_pact()
    before = {audience: books(talks.clerk, audience) for audience in ("south", "shipping", "watch", "keeper", "public")}
    talks.act("north", agreements.accept, PACT)
    assert before == {audience: books(talks.clerk, audience) for audience in before}
    assert books(talks.clerk, "south") == books(other.clerk, "south")
    assert pact(talks, "bridge").mark_of("north", MarkKind.ACCEPTANCE)


def test_what_a_party_is_refused_is_the_same_whether_the_other_has_accepted_or_not():
    talks, other = talks_with_a_pact(), talks_with_a_pact()
    talks.act("north", agreements.accept, PACT)
    for use in (agreements.sign, agreements.initial, agreements.take_back):
        assert talks.refusal("south", use, PACT) == other.refusal("south", use, PACT)


def test_all_learn_that_it_is_agreed_once_all_have_accepted():
    talks = accepted(talks_with_a_pact())
    assert {pact(talks, audience).state for audience in ("north", "south", "bridge", "harbour", "shipping", "watch")} == {AGREED}
    assert [each.party for each in pact(talks, "north").marks] == ["north"]


def test_an_acceptance_that_was_taken_back_does_not_count():
    talks = talks_with_a_pact()
    talks.act("north", agreements.accept, PACT)
    talks.act("north", agreements.take_back, PACT)
    talks.act("south", agreements.accept, PACT)
    assert pact(talks, "south").state is AgreementState.OPEN
    talks.act("north", agreements.accept, PACT)
    assert pact(talks, "south").state is AGREED


def test_the_order_in_which_parties_accept_shows_in_no_other_book():
    one, two = talks_with_a_pact(), talks_with_a_pact()
    for party in ("north", "south"):
        one.act(party, agreements.accept, PACT)
    for party in ("south", "north"):
        two.act(party, agreements.accept, PACT)
    for audience in ("north", "south", "shipping", "watch"):
        assert books(one.clerk, audience) == books(two.clerk, audience)


def test_only_its_parties_accept_and_only_what_they_know_of():
    talks = talks_with_a_pact()
    assert "for its parties to accept" in talks.refusal("shipping", agreements.accept, PACT)
    assert "no agreement 'harbour/deal' that you know of" in talks.refusal("north", agreements.accept, "harbour/deal")


def test_a_party_without_a_principal_is_bound_by_its_signature():
    talks = in_force(talks_with_a_pact())
    assert {pact(talks, audience).state for audience in ("north", "south", "harbour", "watch")} == {IN_FORCE}


def test_initials_and_signatures_are_for_all_to_see():
    talks = accepted(talks_with_a_pact())
    talks.act("north", agreements.initial, PACT)
    talks.act("north", agreements.sign, PACT)
    assert [each.kind for each in pact(talks, "south").marks if each.party == "north"] == [MarkKind.INITIALS, MarkKind.SIGNATURE]


def test_nobody_signs_beyond_the_mandate_without_the_principal():
    talks = accepted(talks_with_a_pact(principals=True))
    assert "goes beyond your mandate" in talks.refusal("north", agreements.sign, PACT)
    talks.act("north", decided(Ruling.REFUSE))
    assert "goes beyond your mandate" in talks.refusal("north", agreements.sign, PACT)
    talks.act("north", decided(Ruling.APPROVE))
    talks.act("north", agreements.sign, PACT)
    assert pact(talks, "south").mark_of("north", MarkKind.SIGNATURE).is_subject_to_ratification


def test_within_the_mandate_a_delegation_signs_by_itself():
    talks = accepted(talks_with_a_pact(principals=True))
    talks.act("north", instruct, TERMS, principal="north-head")
    talks.act("north", agreements.sign, PACT)
    assert pact(talks, "north").state is AGREED


def test_approval_of_an_early_part_is_no_approval_of_the_whole():
    talks = accepted(accepted(talks_with_a_pact(principals=True), "crews"))
    talks.act("north", decided(Ruling.APPROVE, f"{PACT}/crews"))
    talks.act("north", agreements.sign, PACT, part="crews")
    assert "goes beyond your mandate" in talks.refusal("north", agreements.sign, PACT)
    assert f"decides on '{PACT}' first" in talks.refusal("north", agreements.sign, PACT)


def signed_by_both():
    talks = accepted(talks_with_a_pact(principals=True))
    for party in ("north", "south"):
        talks.act(party, decided(Ruling.APPROVE))
        talks.act(party, agreements.sign, PACT)
    return talks


def test_it_is_in_force_once_every_principal_has_ratified():
    talks = signed_by_both()
    talks.act("north", agreements.ratify, PACT, principal="north-head")
    assert pact(talks, "south").state is AGREED
    talks.act("south", agreements.ratify, PACT, principal="south-members")
    assert pact(talks, "shipping").state is IN_FORCE


def test_a_ratification_goes_to_others_in_the_party_s_name():
    talks = signed_by_both()
    talks.act("south", agreements.ratify, PACT, principal="south-members")
    assert b"south-members" not in books(talks.clerk, "north").split(b"text-agreed")[-1]


def test_only_a_principal_ratifies_and_only_once_it_has_decided():
    talks = accepted(talks_with_a_pact(principals=True))
    assert "this is for a party's principal" in talks.refusal("north", agreements.ratify, PACT)
    said = talks.refusal("north", agreements.ratify, PACT, principal="north-head")
    assert "ratifies once it has decided to" in said
    assert "for its parties" in talks.refusal("shipping", agreements.ratify, PACT)


def test_a_principal_refuses_and_the_agreement_fails_for_all():
    talks = accepted(talks_with_a_pact(principals=True))
    assert "refuses once it has decided to" in talks.refusal("south", agreements.refuse_ratification, PACT, principal="south-members")
    talks.act("south", decided(Ruling.REFUSE))
    talks.act("south", agreements.refuse_ratification, PACT, reason="Too little.", principal="south-members")
    assert (pact(talks, "north").state, pact(talks, "north").refused_by, pact(talks, "north").reason) == (
        FAILED,
        "south",
        "Too little.",
    )


def test_how_a_principal_decides_stays_in_its_party_s_book():
    talks, other = (accepted(talks_with_a_pact(principals=True)) for _ in range(2))
    talks.act("south", decided(Ruling.REFUSE))
    for audience in set(AUDIENCES) - {"south"}:
        assert books(talks.clerk, audience) == books(other.clerk, audience)


def test_an_early_part_binds_by_itself():
    talks = in_force(talks_with_a_pact(), "crews")
    assert (pact(talks, "north").state, pact(talks, "north").state_of("crews")) == (AgreementState.OPEN, IN_FORCE)


def test_whoever_carries_it_withdraws_it():
    talks = talks_with_a_pact()
    assert "for those who carry it" in talks.refusal("north", withdraw_agreement, PACT)
    talks.act("bridge", withdraw_agreement, PACT, reason="Another version comes.")
    assert pact(talks, "north").state is AgreementState.WITHDRAWN
    assert "is withdrawn" in talks.refusal("north", agreements.accept, PACT)


def test_a_principal_whose_procedure_is_not_said_does_not_ratify():
    case = strait_case()
    unsaid = tuple(evolve(each, procedure=Procedure.UNSAID) for each in case.principals)
    talks = accepted(talks_with_a_pact(strait_with_a_monitor(principals=unsaid)))
    talks.act("north", decided(Ruling.APPROVE))
    talks.act("north", agreements.sign, PACT)
    assert not pact(talks, "north").mark_of("north", MarkKind.SIGNATURE).is_subject_to_ratification


def test_an_acceptance_of_long_ago_counts_still():
    talks = talks_with_a_pact()
    talks.act("north", agreements.accept, PACT)
    talks.wait(days=40)
    talks.act("south", agreements.accept, PACT)
    assert pact(talks, "north").state is AGREED
    assert pact(talks, "north").marks[0].when.day == dt.date(2031, 3, 1)


def test_an_earlier_agreement_is_entered_with_its_fate_and_corrected_under_its_name():
    talks = talks_with_a_paper()
    talks.act("north", enter_earlier, Precedent("The truce", fate="It holds."), name="truce")
    assert talks.case("public").earlier_agreements[0].fate == "It holds."
    talks.act("north", enter_earlier, Precedent("The truce", fate="Broken in May."), name="truce")
    assert [each.fate for each in talks.case("south").earlier_agreements] == ["Broken in May."]
    talks.act("harbour", open_agreement, TextForAgreement(PAPER, earlier=("north/truce",)))
    assert pact(talks, "south").earlier == ("north/truce",)


def test_an_earlier_agreement_told_to_some_is_no_part_of_an_agreement():
    talks = talks_with_a_paper()
    talks.act("north", enter_earlier, Precedent("A secret pact"), to=("harbour",), name="secret")
    assert talks.case("south").earlier_agreements == ()
    assert "that everybody knows of" in talks.refusal("harbour", open_agreement, TextForAgreement(PAPER, earlier=("north/secret",)))


def test_a_principal_decides_on_an_early_part_by_its_name():
    talks = accepted(talks_with_a_pact(principals=True), "crews")
    talks.act("north", decide, f"{PACT}/crews", Ruling.APPROVE, Poll(decided_by="arda"), principal="north-head")
    talks.act("north", agreements.sign, PACT, part="crews")
    assert pact(talks, "south").mark_of("north", MarkKind.SIGNATURE, "crews")
    assert "no" in talks.refusal("north", decide, f"{PACT}/toll", Ruling.APPROVE, Poll(decided_by="arda"), principal="north-head")


def test_an_agreement_names_nobody_whose_part_not_everybody_knows():
    case = strait_with_a_monitor()
    hidden = tuple(evolve(each, holders=frozenset({"harbour", "watch"})) if each.id == "watch" else each for each in case.actors)
    talks = talks_with_a_paper(evolve(case, actors=hidden))
    assert "not everyone knows that watch" in talks.refusal("harbour", open_agreement, TextForAgreement(PAPER, monitors=("watch",)))
