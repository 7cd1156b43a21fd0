"""Decisions: what a principal settles by its own procedure, and all that others learn of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from gobetween.bargaining.problems import problem_of
from gobetween.model.agreement import Agreement
from gobetween.model.items import EVERYONE
from gobetween.model.mandates import Choice, Ruling, Tally, Vote
from gobetween.model.proposals import AnswerKind, AnswerState, Proposal, ProposalKind
from gobetween.protocols.answers import Reply
from gobetween.protocols.decisions import Poll, is_approved
from gobetween.protocols.proposals import Offer
from gobetween.talks.conveying import relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.proposing import answers, decisions, mandates, proposals
from gobetween.talks.proposing.decisions import Change
from specimen_talks import AUDIENCES, TALKS, SpecimenTalks, books, strait_case

HALF, DAY = {"toll": frozenset({"half"})}, {"hours": frozenset({"day"})}
PAPER = Offer("Paper", ("north", "south"), terms=HALF, text="Half the toll.")
OFFER = Offer("Half", ("south",), terms=HALF, text="Half the toll.", carriers=("harbour",))
CARRIED = Poll(tally=Tally(600, 300, abstained=50, eligible=1200), text="the docks voted for it")
LOST = Poll(tally=Tally(300, 600, eligible=1200))
APPROVE, AMEND, REFUSE = Ruling.APPROVE, Ruling.AMEND, Ruling.REFUSE


@pytest.fixture
def talks() -> SpecimenTalks:
    """South has accepted harbour's paper ad referendum; its members hold ballots."""
    talks = SpecimenTalks.opened()
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    talks.act("south", answers.answer, "harbour/paper", Reply(AnswerKind.ACCEPT), name="yes")
    return talks


def decide(talks: SpecimenTalks, *args: Any, **given: Any) -> None:
    talks.act("south", decisions.decide, *args, principal="south-members", **given)


def refused(talks: SpecimenTalks, *args: Any, **given: Any) -> str:
    return talks.refusal("south", decisions.decide, *args, principal="south-members", **given)


@pytest.mark.parametrize(("ruling", "poll", "state"), [(APPROVE, CARRIED, AnswerState.APPROVED), (REFUSE, LOST, AnswerState.REFUSED)])
def test_who_got_the_answer_learns_what_has_come_of_it(talks: SpecimenTalks, ruling: Ruling, poll: Poll, state: AnswerState) -> None:
    decide(talks, "south/yes", ruling, poll, name="ballot")
    assert [talks.view(each).case.answers[0].state for each in ("south", "harbour")] == [state, state]
    assert [audience for audience in AUDIENCES if talks.case(audience).decisions] == ["south"]
    (decision,) = talks.view("south").case.decisions
    assert (decision.ruling, decision.tally, decision.day) == (ruling, poll.tally, dt.date(2031, 3, 1))


def test_an_approved_answer_is_an_acceptance(talks: SpecimenTalks) -> None:
    assert not talks.case("harbour").answers[0].is_acceptance
    decide(talks, "south/yes", APPROVE, CARRIED)
    assert talks.case("harbour").answers[0].is_acceptance


def test_what_was_referred_to_the_principal_is_accepted_by_it(talks: SpecimenTalks) -> None:
    talks.act("south", answers.answer, "harbour/paper", Reply(AnswerKind.REFER), name="refer")
    decide(talks, "south/refer", APPROVE, CARRIED)
    assert talks.case("harbour").answers[-1].answer is AnswerKind.ACCEPT


def test_without_a_quorum_nothing_is_decided(talks: SpecimenTalks) -> None:
    few = Poll(tally=Tally(500, 0, eligible=1200))
    words = "nothing is decided: of 1200 who may vote 500 took part, and South's members needs 2/3 of them"
    assert [refused(talks, "south/yes", each, few) for each in (APPROVE, REFUSE)] == [words, words]


def test_the_ruling_is_what_the_votes_came_to(talks: SpecimenTalks) -> None:
    assert refused(talks, "south/yes", APPROVE, LOST) == "the votes do not carry it: what can be recorded is refuse"
    assert refused(talks, "south/yes", REFUSE, CARRIED) == "the votes carry it: what can be recorded is approve or amend"


def test_an_amendment_is_an_acceptance_on_a_condition(talks: SpecimenTalks) -> None:
    decide(talks, "south/yes", AMEND, CARRIED, change=Change(DAY, text="By day only."))
    for audience in ("south", "harbour"):
        case = talks.view(audience).case
        first, second = case.answers
        assert (first.state, second.state, second.answer) == (AnswerState.AMENDED, AnswerState.APPROVED, AnswerKind.ACCEPT_IF)
        assert (second.requires, second.is_acceptance, second.text) == (DAY, True, "By day only.")
        assert [each.id for each in case.links] == [second.id]
    assert len(problem_of(talks.view("harbour").case).requirements) == 1


def test_a_condition_of_an_amendment_holds_where_it_says(talks: SpecimenTalks) -> None:
    decide(talks, "south/yes", AMEND, CARRIED, change=Change(DAY, where={"toll": frozenset({"none"})}))
    assert talks.case("harbour").links[0].if_chosen == {"toll": {"none"}}


def test_an_amendment_is_a_counter_proposal_to_who_made_the_proposal(talks: SpecimenTalks) -> None:
    decide(talks, "south/yes", AMEND, CARRIED, change=Change(terms=DAY, text="By day."))
    case = talks.view("harbour").case
    counter = case.proposals[-1]
    assert (counter.kind, counter.by, counter.to, counter.terms) == (ProposalKind.COUNTER, ("south",), ("harbour",), DAY)
    assert (case.answers[-1].counter, case.answers[-1].state) == (counter.id, AnswerState.APPROVED)
    assert [audience for audience in AUDIENCES if len(talks.case(audience).proposals) > 1] == ["south", "harbour"]


def test_a_counter_to_what_was_conveyed_goes_back_over_who_brought_it() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", proposals.propose, OFFER, name="offer")
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="word")
    talks.act("south", answers.answer, "harbour/word", Reply(AnswerKind.REFER), name="refer")
    decide(talks, "south/refer", AMEND, CARRIED, change=Change(terms=DAY))
    (counter,) = [each for each in talks.case("harbour").proposals if each.by == ("south",)]
    assert (counter.to, counter.carriers) == (("north",), ("harbour",))
    talks.act("harbour", relays.convey, Conveyance("north", counter.id, is_attributed=True))
    assert talks.case("north").proposals[-1].by == ("south",)


@pytest.mark.parametrize(
    ("ruling", "change", "words"),
    [
        (AMEND, None, "to amend an answer, say what it is to be instead; nothing else is amended"),
        (APPROVE, Change(DAY), "to amend an answer, say what it is to be instead; nothing else is amended"),
        (AMEND, Change(), "an answer is amended either by what it requires, or by the terms of a counter-proposal"),
        (AMEND, Change(DAY, terms=DAY), "an answer is amended either by what it requires, or by the terms of a counter-proposal"),
        (AMEND, Change(HALF), "a condition says where it holds"),
        (AMEND, Change({"price": frozenset({"x"})}), "there is no issue 'price' that you know of"),
        (AMEND, Change(DAY, where={"price": frozenset({"x"})}), "there is no issue 'price' that you know of"),
        (AMEND, Change(terms={"price": frozenset({"x"})}), "there is no issue 'price' that you know of"),
    ],
)
def test_an_amendment_says_what_is_to_be_instead(talks: SpecimenTalks, ruling: Ruling, change: Change | None, words: str) -> None:
    assert refused(talks, "south/yes", ruling, CARRIED, change=change).startswith(words)


def test_what_does_not_wait_for_a_decision_is_not_decided(talks: SpecimenTalks) -> None:
    talks.act("south", answers.answer, "harbour/paper", Reply(AnswerKind.REJECT), name="no")
    assert refused(talks, "south/no", REFUSE, LOST) == "the answer 'south/no' does not wait for a decision: its state is 'stands'"
    assert refused(talks, "south/yes", APPROVE, CARRIED).endswith("its state is 'replaced'")
    assert refused(talks, "north/yes", APPROVE, CARRIED) == "there is no proposal 'north/yes' that is put to you"


def test_a_yes_comes_too_late_once_the_proposal_has_expired_and_a_no_does_not() -> None:
    talks = SpecimenTalks.opened()
    talks.act("harbour", proposals.propose, evolve(PAPER, expires=dt.date(2031, 3, 2)), name="paper")
    talks.act("south", answers.answer, "harbour/paper", Reply(AnswerKind.ACCEPT), name="yes")
    talks.wait(days=3)
    assert "was to be answered by 2031-03-02" in refused(talks, "south/yes", APPROVE, CARRIED)
    decide(talks, "south/yes", REFUSE, LOST)
    assert talks.case("harbour").answers[0].state is AnswerState.REFUSED


def test_a_refusal_takes_a_condition_back(talks: SpecimenTalks) -> None:
    talks.act("south", answers.answer, "harbour/paper", Reply(AnswerKind.ACCEPT_IF, requires=DAY), name="if")
    assert talks.case("harbour").links
    decide(talks, "south/if", REFUSE, LOST)
    assert not talks.case("harbour").links


def test_a_proposal_put_to_the_party_is_decided_on_for_its_own_book(talks: SpecimenTalks) -> None:
    before = books(talks.clerk, "harbour")
    decide(talks, "harbour/paper", APPROVE, CARRIED)
    assert is_approved(talks.case("south").decisions, "south", "harbour/paper")
    assert books(talks.clerk, "harbour") == before
    assert refused(talks, "harbour/paper", AMEND, CARRIED, change=Change(DAY)).startswith("to amend an answer")


def test_an_agreement_of_the_party_is_decided_on_and_no_other() -> None:
    pact = Agreement("pact", name="Pact", parties=("north", "south"), holders=EVERYONE)
    other = Agreement("other", name="Other", parties=("north",), holders=EVERYONE)
    talks = SpecimenTalks.opened(evolve(strait_case(), agreements=(pact, other)))
    decide(talks, "pact", APPROVE, CARRIED)
    assert is_approved(talks.case("south").decisions, "south", "pact")
    assert refused(talks, "other", APPROVE, CARRIED) == "there is no proposal 'other' that is put to you"


@pytest.mark.parametrize("principal", [None, "north-head"])
def test_the_principal_alone_decides(talks: SpecimenTalks, principal: str | None) -> None:
    with pytest.raises(Exception, match=r"principal|called"):
        talks.act("south", decisions.decide, "south/yes", APPROVE, CARRIED, principal=principal)
    assert talks.case("south").answers[0].state is AnswerState.AD_REFERENDUM


def test_a_reported_paper_of_a_carrier_and_a_party_is_countered_to_both() -> None:
    joint = Proposal("joint", name="Joint", by=("north", "harbour"), to=("south",), terms=HALF, holders=EVERYONE)
    talks = SpecimenTalks.opened(evolve(strait_case(), proposals=(joint,)))
    talks.act("south", answers.answer, "joint", Reply(AnswerKind.REFER), name="refer")
    decide(talks, "south/refer", AMEND, CARRIED, change=Change(terms=DAY))
    counter = talks.case("harbour").proposals[-1]
    assert (counter.to, counter.handed_to, counter.carriers) == (("north", "harbour"), ("harbour",), ("harbour",))


PLANTED = ("Vote-secret", "mandate-secret", "1234", "arda", "south-members")


def secret(*, poll: Poll, may_accept: dict[str, frozenset[str]], text: str) -> SpecimenTalks:
    """South's ballot approves its acceptance; how, and under which mandate, is its own affair."""
    talks = SpecimenTalks.opened()
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    talks.act("south", mandates.instruct, may_accept, text=text, principal="south-members")
    talks.act("south", answers.answer, "harbour/paper", Reply(AnswerKind.ACCEPT), name="yes")
    decide(talks, "south/yes", APPROVE, poll)
    return talks


@pytest.mark.parametrize("audience", [each for each in AUDIENCES if each != "south"])
def test_neither_the_mandate_nor_the_votes_show_in_anybody_elses_book(audience: str) -> None:
    one = secret(
        poll=Poll(tally=Tally(1234, 12, eligible=1300), text="Vote-secret"),
        may_accept={"toll": frozenset({"none"})},
        text="mandate-secret",
    )
    other = secret(poll=CARRIED, may_accept={**DAY, "toll": frozenset({"full"})}, text="something else")
    assert books(one.clerk, audience) == books(other.clerk, audience)
    since = one.journal.book(TALKS, audience)[len(SpecimenTalks.opened().journal.book(TALKS, audience)) :]
    said = "\n".join(f"{line.entry.author} {line.entry.body}" for line in since)
    assert not [each for each in PLANTED if each in said]


def test_the_same_words_would_be_found_where_they_are() -> None:
    talks = secret(poll=Poll(tally=Tally(1234, 12, eligible=1300), text="Vote-secret"), may_accept=DAY, text="mandate-secret")
    said = "\n".join(f"{line.entry.author} {line.entry.body}" for line in talks.journal.book(TALKS, "south"))
    assert all(each in said for each in PLANTED)


def test_a_vote_by_name_stays_in_the_partys_book() -> None:
    frame = strait_case()
    board = tuple(evolve(each, procedure="vote") if each.party == "south" else each for each in frame.principals)
    talks = SpecimenTalks.opened(evolve(frame, principals=board))
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    talks.act("south", answers.answer, "harbour/paper", Reply(AnswerKind.ACCEPT), name="yes")
    cast = tuple(Vote(member, Choice.FOR) for member in ("arda", "bela"))
    decide(talks, "south/yes", APPROVE, Poll(votes=cast))
    assert talks.case("south").decisions[0].votes == cast
    assert talks.case("harbour").answers[0].state is AnswerState.APPROVED
