"""Answers: who may answer what, who gets it, what replaces what; conditions that the bargaining engine obeys; and silence."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.bargaining.problems import problem_of
from gobetween.model.items import EVERYONE, KEEPER
from gobetween.model.mandates import Ruling
from gobetween.model.proposals import AnswerKind, AnswerState, Proposal, ProposalKind
from gobetween.protocols.answers import Reply
from gobetween.protocols.decisions import Poll
from gobetween.protocols.proposals import Offer
from gobetween.talks.conveying import relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.proposing import answers, decisions, mandates, proposals
from gobetween.talks.proposing.answers import brought_by
from specimen_talks import AUDIENCES, SpecimenTalks, books, strait_case

HALF, DAY = {"toll": frozenset({"half"})}, {"hours": frozenset({"day"})}
OFFER = Offer("Half", ("south",), terms=HALF, text="Half the toll.", carriers=("harbour",))
PAPER = Offer("Paper", ("north", "south"), terms=HALF, text="Half the toll.")
ACCEPT, REJECT = Reply(AnswerKind.ACCEPT), Reply(AnswerKind.REJECT, text="No.")
IF_BY_DAY = Reply(AnswerKind.ACCEPT_IF, requires=DAY, text="By day only.")


@pytest.fixture
def talks() -> SpecimenTalks:
    """Harbour has put its paper to both; north's offer has come to south through harbour."""
    talks = SpecimenTalks.opened()
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    talks.act("north", proposals.propose, OFFER, name="offer")
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="word")
    return talks


def holding(talks: SpecimenTalks) -> list[str]:
    return [audience for audience in AUDIENCES if talks.view(audience).case.answers]


def free(who: str) -> SpecimenTalks:
    """Talks in which the party has no principal, and harbour's paper is on the table."""
    frame = strait_case()
    talks = SpecimenTalks.opened(evolve(frame, principals=tuple(each for each in frame.principals if each.party != who)))
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    return talks


def test_an_answer_goes_to_the_mediator_who_made_the_proposal_and_to_no_one_else(talks: SpecimenTalks) -> None:
    talks.act("south", answers.answer, "harbour/paper", REJECT, name="no")
    assert holding(talks) == ["south", "harbour"]
    (seen,) = talks.case("harbour").answers
    assert (seen.id, seen.by, seen.to, seen.text, seen.owner, seen.state) == (
        "south/no",
        "south",
        ("harbour",),
        "No.",
        "south",
        AnswerState.STANDS,
    )


def test_an_answer_to_what_was_conveyed_goes_to_the_carrier_who_sees_what_it_answers(talks: SpecimenTalks) -> None:
    talks.act("south", answers.answer, "harbour/word", REJECT, name="no")
    assert holding(talks) == ["south", "harbour"]
    (seen,) = talks.view("harbour").case.answers
    assert seen.proposal == "harbour/word"


def test_an_answer_may_go_on_to_who_made_the_proposal_if_the_answerer_says_so(talks: SpecimenTalks) -> None:
    talks.act("south", answers.answer, "harbour/word", REJECT, name="no", may_relay=True)
    (permission,) = talks.case("harbour").permissions[1:]
    assert (permission.item, permission.owner, permission.to) == ("south/no", "south", ("north",))
    talks.act("harbour", relays.convey, Conveyance("north", "south/no", is_attributed=True), name="back")
    (back,) = talks.view("north").case.answers
    assert (back.proposal, back.by, back.answer) == ("north/offer", "south", AnswerKind.REJECT)


def test_an_answer_to_a_mediator_needs_no_permission_to_go_anywhere(talks: SpecimenTalks) -> None:
    before = len(talks.case("south").permissions)
    talks.act("south", answers.answer, "harbour/paper", REJECT, may_relay=True)
    assert len(talks.case("south").permissions) == before


def test_all_who_made_it_jointly_get_the_answer_or_those_who_are_chosen() -> None:
    talks = SpecimenTalks.opened()
    talks.act("bridge", proposals.propose, PAPER, jointly_with=("harbour",), name="paper")
    talks.act("harbour", proposals.join, "bridge/paper")
    talks.act("south", answers.answer, "bridge/paper", REJECT)
    talks.act("north", answers.answer, "bridge/paper", REJECT, to=("bridge",))
    assert [each.by for each in talks.case("bridge").answers] == ["south", "north"]
    assert [each.by for each in talks.case("harbour").answers] == ["south"]
    refusal = talks.refusal("north", answers.answer, "bridge/paper", REJECT, to=("shipping",))
    assert refusal == "'bridge/paper' came from bridge, harbour; the answer goes to them or to some of them"


def test_a_new_answer_takes_the_place_of_the_former_which_stays_to_be_read(talks: SpecimenTalks) -> None:
    talks.act("south", answers.answer, "harbour/paper", IF_BY_DAY, name="first")
    talks.act("south", answers.answer, "harbour/word", REJECT, name="other")
    talks.act("south", answers.answer, "harbour/paper", REJECT, name="second")
    for audience in ("south", "harbour"):
        case = talks.view(audience).case
        assert {each.id: each.state for each in case.answers} == {
            "south/first": AnswerState.REPLACED,
            "south/other": AnswerState.STANDS,
            "south/second": AnswerState.STANDS,
        }
        assert case.links == ()


def test_a_condition_is_a_link_that_whoever_got_the_answer_reckons_with() -> None:
    talks = free("south")
    talks.act("south", answers.answer, "harbour/paper", IF_BY_DAY, name="if")
    (requirement,) = problem_of(talks.view("harbour").case).requirements
    assert (requirement.owner, requirement.if_chosen, requirement.requires) == ("south", HALF, DAY)
    assert requirement.is_met_by({"toll": "half", "hours": "day"})
    assert not requirement.is_met_by({"toll": "half", "hours": "night"})
    assert requirement.is_met_by({"toll": "full", "hours": "night"})
    assert [bool(problem_of(talks.view(each).case).requirements) for each in ("north", "bridge", "south")] == [False, False, True]


def test_a_condition_holds_where_the_answer_says(talks: SpecimenTalks) -> None:
    elsewhere = evolve(IF_BY_DAY, where={"toll": frozenset({"half", "none"})})
    talks.act("south", answers.answer, "harbour/paper", elsewhere)
    assert talks.case("harbour").links[0].if_chosen == {"toll": {"half", "none"}}


def test_a_counter_names_a_proposal_that_whoever_gets_it_has(talks: SpecimenTalks) -> None:
    counter = Reply(AnswerKind.COUNTER, counter="south/own")
    refusal = talks.refusal("south", answers.answer, "harbour/word", counter)
    assert refusal == "you have tabled no proposal 'south/own' that is open; table it first, then answer with it"
    talks.act("south", proposals.propose, evolve(OFFER, to=("north",), kind=ProposalKind.COUNTER), name="own")
    talks.act("south", answers.answer, "harbour/word", counter)
    assert talks.view("harbour").case.answers[0].counter == "south/own"


def test_a_counter_does_not_tell_a_mediator_of_a_proposal_that_others_have(talks: SpecimenTalks) -> None:
    talks.act("bridge", proposals.propose, evolve(PAPER, to=("north",)), name="idea")
    talks.act("north", proposals.propose, evolve(OFFER, kind=ProposalKind.COUNTER), name="own")
    refusal = talks.refusal("north", answers.answer, "bridge/idea", Reply(AnswerKind.COUNTER, counter="north/own"))
    assert refusal == "bridge would get the answer and does not have 'north/own'; table one that they get"


def test_a_party_without_a_principal_accepts_by_itself_and_refers_to_nobody() -> None:
    talks = free("south")
    talks.act("south", answers.answer, "harbour/paper", ACCEPT)
    assert talks.case("harbour").answers[0].is_acceptance
    refusal = talks.refusal("south", answers.answer, "harbour/paper", Reply(AnswerKind.REFER))
    assert refusal == "no principal of south is known in these talks to refer it to"


def test_beyond_its_mandate_or_without_one_a_delegation_accepts_ad_referendum(talks: SpecimenTalks) -> None:
    def state(reply: Reply) -> AnswerState:
        talks.act("south", answers.answer, "harbour/paper", reply)
        return talks.case("harbour").answers[-1].state

    assert state(ACCEPT) is AnswerState.AD_REFERENDUM
    talks.act("south", mandates.instruct, HALF, principal="south-members")
    assert state(ACCEPT) is AnswerState.STANDS
    assert state(IF_BY_DAY) is AnswerState.AD_REFERENDUM
    talks.act("south", mandates.instruct, {**HALF, **DAY}, principal="south-members")
    assert state(IF_BY_DAY) is AnswerState.STANDS
    talks.act("south", mandates.instruct, {"toll": frozenset({"none"})}, principal="south-members")
    assert state(ACCEPT) is AnswerState.AD_REFERENDUM
    assert state(REJECT) is AnswerState.STANDS
    assert state(Reply(AnswerKind.REFER)) is AnswerState.AD_REFERENDUM


def test_what_the_principal_has_approved_before_is_accepted_with_its_approval(talks: SpecimenTalks) -> None:
    talks.act("north", decisions.decide, "harbour/paper", Ruling.APPROVE, Poll("arda"), principal="north-head")
    talks.act("north", answers.answer, "harbour/paper", ACCEPT)
    assert talks.case("harbour").answers[0].state is AnswerState.APPROVED


def test_no_answer_is_no_act_and_after_the_last_day_none_can_be_given() -> None:
    talks = SpecimenTalks.opened()
    talks.act("harbour", proposals.propose, evolve(PAPER, expires=dt.date(2031, 3, 2)), name="paper")
    before = books(talks.clerk, "harbour")
    talks.wait(days=1)
    talks.act("north", answers.answer, "harbour/paper", REJECT)
    assert books(talks.clerk, "harbour") != before
    size = books(talks.clerk, "harbour")
    talks.wait(days=1)
    refusal = talks.refusal("south", answers.answer, "harbour/paper", ACCEPT)
    assert refusal == "'harbour/paper' was to be answered by 2031-03-02; ask for it to be put anew"
    talks.view("harbour")
    assert books(talks.clerk, "harbour") == size


def test_what_was_withdrawn_is_not_answered(talks: SpecimenTalks) -> None:
    talks.act("harbour", proposals.withdraw, "harbour/paper")
    assert "was withdrawn; there is nothing to answer" in talks.refusal("south", answers.answer, "harbour/paper", ACCEPT)


def test_what_is_not_put_to_one_is_refused_like_what_is_not_there(talks: SpecimenTalks) -> None:
    there = talks.refusal("south", answers.answer, "north/offer", ACCEPT)
    assert there == talks.refusal("south", answers.answer, "north/other", ACCEPT).replace("other", "offer")
    assert talks.refusal("bridge", answers.answer, "north/offer", ACCEPT) == there
    assert talks.refusal("harbour", answers.answer, "north/offer", ACCEPT) == there
    assert talks.refusal(KEEPER, answers.answer, "north/offer", ACCEPT) == there


def test_a_principal_does_not_answer(talks: SpecimenTalks) -> None:
    refusal = talks.refusal("north", answers.answer, "harbour/paper", ACCEPT, principal="north-head")
    assert refusal.startswith("this is for the delegation of north")


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (evolve(IF_BY_DAY, requires=HALF), "a condition says where it holds"),
        (evolve(IF_BY_DAY, requires={"price": frozenset({"x"})}), "there is no issue 'price' that you know of"),
        (evolve(IF_BY_DAY, where={"toll": frozenset({"third"})}), "there is no option 'third' on 'toll'"),
        (Reply(AnswerKind.ACCEPT_IF), "'accept if' names the options that it requires"),
        (Reply(AnswerKind.NO_ANSWER), "'no answer' is not given as an answer"),
    ],
)
def test_an_answer_that_is_none_is_refused(talks: SpecimenTalks, reply: Reply, words: str) -> None:
    assert talks.refusal("south", answers.answer, "harbour/paper", reply).startswith(words)


def test_a_condition_names_no_option_that_only_some_know() -> None:
    frame = strait_case()
    hours = evolve(frame.issues[1], holders=frozenset({"south"}))
    talks = SpecimenTalks.opened(evolve(frame, issues=(frame.issues[0], hours)))
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    refusal = talks.refusal("south", answers.answer, "harbour/paper", IF_BY_DAY)
    assert refusal == "not everyone knows of these terms; write them out in the text instead of naming the options"


def reported(**changes: object) -> SpecimenTalks:
    given = {"name": "Draft", "by": ("north",), "to": ("south",), "terms": HALF, "holders": EVERYONE, **changes}
    return SpecimenTalks.opened(evolve(strait_case(), proposals=(Proposal("draft", **given),)))


def test_what_nobody_brought_is_answered_to_mediators_who_are_named() -> None:
    talks = reported()
    refusal = talks.refusal("south", answers.answer, "draft", REJECT)
    assert refusal == "say to which mediators the answer goes; you have channels to harbour"
    assert talks.refusal("south", answers.answer, "draft", REJECT, to=(KEEPER,)) == refusal
    assert "no channel between south and bridge" in talks.refusal("south", answers.answer, "draft", REJECT, to=("bridge",))
    talks.act("south", answers.answer, "draft", REJECT, to=("harbour",))
    assert holding(talks) == ["south", "harbour"]


def test_a_reported_paper_of_mediators_is_answered_to_them() -> None:
    talks = reported(by=("harbour",))
    talks.act("south", answers.answer, "draft", REJECT)
    assert holding(talks) == ["south", "harbour"]


def test_what_is_put_to_nobody_in_particular_any_party_may_answer() -> None:
    talks = reported(by=("harbour",), to=())
    talks.act("north", answers.answer, "draft", REJECT)
    assert "that is put to you" in talks.refusal("shipping", answers.answer, "draft", REJECT)


@pytest.mark.parametrize("kind", [ProposalKind.ONE_TEXT, ProposalKind.NON_PAPER])
def test_a_text_that_is_worked_on_is_not_answered(kind: ProposalKind) -> None:
    talks = reported(by=("harbour",), kind=kind)
    assert talks.refusal("south", answers.answer, "draft", ACCEPT) == f"a {kind} is not answered with yes or no"


def test_a_mediator_answers_what_is_put_to_itself_to_whom_it_reaches(talks: SpecimenTalks) -> None:
    talks.act("north", proposals.propose, evolve(OFFER, to=("bridge", "south")), name="both")
    talks.act("bridge", answers.answer, "north/both", ACCEPT, name="yes")
    assert holding(talks) == ["north", "bridge"]


def test_a_mediator_does_not_answer_where_it_reaches_nobody() -> None:
    talks = reported(by=("south",), to=("bridge",))
    refusal = talks.refusal("bridge", answers.answer, "draft", ACCEPT)
    assert refusal == "you have no channel to those who made 'draft', and nobody brought it"


def test_who_brought_a_proposal_is_told_by_its_name(talks: SpecimenTalks) -> None:
    case = talks.case("south")
    assert [brought_by(case, each) for each in case.proposals] == [("harbour",), ("harbour",)]
    assert brought_by(case, Proposal("shipping/x", name="x", by=("north",))) == ()


def history(*, with_hidden: bool) -> SpecimenTalks:
    talks = SpecimenTalks.opened()
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    if with_hidden:
        talks.act("south", mandates.instruct, HALF, text="Half, no more.", principal="south-members")
        talks.act("south", answers.answer, "harbour/paper", IF_BY_DAY)
        talks.act("south", answers.answer, "harbour/paper", ACCEPT)
    talks.act("north", answers.answer, "harbour/paper", REJECT)
    return talks


@pytest.mark.parametrize("audience", ["north", "bridge", "shipping", "public", "keeper"])
def test_anothers_answers_change_nothing_in_ones_book(audience: str) -> None:
    assert books(history(with_hidden=True).clerk, audience) == books(history(with_hidden=False).clerk, audience)
