"""Withdrawing what was proposed and what was conveyed: each step of a route learns it from the one before."""

from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.model.proposals import AnswerKind
from gobetween.model.relays import MessageState
from gobetween.protocols.answers import Reply
from gobetween.protocols.proposals import Offer
from gobetween.talks.conveying import passages, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.proposing import answers, proposals
from gobetween.talks.proposing.withdrawals import withdraw
from specimen_talks import AUDIENCES, SpecimenTalks, books

HALF = {"toll": frozenset({"half"})}
OFFER = Offer("Half", ("south",), terms=HALF, text="Half the toll.", carriers=("bridge", "harbour"))


@pytest.fixture
def talks() -> SpecimenTalks:
    """North's offer is on its way to south: bridge has handed it to harbour."""
    talks = SpecimenTalks.opened()
    talks.act("north", proposals.propose, OFFER, name="offer")
    over = Conveyance("south", "north/offer", route=("bridge", "harbour"), is_attributed=True)
    talks.act("bridge", relays.convey, over, name="word")
    return talks


def withdrawn(talks: SpecimenTalks) -> dict[str, bool]:
    """Who has the proposal under which name, and whether it is withdrawn there."""
    return {f"{who}: {each.id}": each.is_withdrawn for who in AUDIENCES for each in talks.view(who).case.proposals}


def test_each_step_of_a_route_withdraws_what_it_handed_on(talks: SpecimenTalks) -> None:
    talks.act("harbour", passages.pass_on, "bridge/word", name="on")
    talks.act("north", withdraw, "north/offer", reason="overtaken")
    assert withdrawn(talks) == {
        "north: north/offer": True,
        "south: harbour/on": False,
        "bridge: north/offer": True,
        "harbour: north/offer": True,
        "harbour: bridge/word": False,
    }
    talks.act("bridge", withdraw, "bridge/word")
    talks.act("harbour", withdraw, "harbour/on")
    assert all(withdrawn(talks).values())
    refusal = talks.refusal("south", answers.answer, "harbour/on", Reply(AnswerKind.ACCEPT))
    assert refusal == "'harbour/on' was withdrawn; there is nothing to answer"


def test_nobody_withdraws_what_still_stands_in_anothers_name(talks: SpecimenTalks) -> None:
    talks.act("harbour", passages.pass_on, "bridge/word", name="on")
    words = "'{}', which you conveyed as '{}', still stands; its authors can withdraw it"
    assert talks.refusal("bridge", withdraw, "bridge/word") == words.format("north/offer", "bridge/word")
    assert talks.refusal("harbour", withdraw, "harbour/on") == words.format("bridge/word", "harbour/on")


def test_what_is_on_its_way_is_recalled_instead(talks: SpecimenTalks) -> None:
    talks.act("north", withdraw, "north/offer")
    assert talks.refusal("bridge", withdraw, "bridge/word") == "'bridge/word' is still on its way: recall it instead (withhold)"


def test_a_mediator_withdraws_an_idea_of_its_own_once(talks: SpecimenTalks) -> None:
    talks.act("harbour", relays.convey, Conveyance("south", text="Half?", title="An idea", terms=HALF), name="idea")
    before = {audience: books(talks.clerk, audience) for audience in AUDIENCES}
    talks.act("harbour", withdraw, "harbour/idea", reason="too early")
    assert [each for each in AUDIENCES if books(talks.clerk, each) != before[each]] == ["south", "harbour"]
    assert talks.case("south").proposals[0].is_withdrawn
    assert [each.state for each in talks.case("harbour").messages if each.id == "harbour/idea"] == [MessageState.RECALLED]
    assert talks.refusal("harbour", withdraw, "harbour/idea") == "'harbour/idea' was withdrawn already"


def test_one_withdraws_neither_what_one_received_nor_what_is_not_there(talks: SpecimenTalks) -> None:
    assert talks.refusal("harbour", withdraw, "bridge/word") == "you have made no proposal 'bridge/word'"
    assert talks.refusal("harbour", withdraw, "bridge/none") == "you have made no proposal 'bridge/none'"


def test_words_that_were_conveyed_are_no_proposal_to_withdraw() -> None:
    talks = SpecimenTalks.opened()
    talks.act("harbour", relays.convey, Conveyance("south", text="Half?"), name="words")
    assert talks.refusal("harbour", withdraw, "harbour/words") == "you have made no proposal 'harbour/words'"
    talks.act("harbour", proposals.propose, evolve(OFFER, carriers=()), name="own")
    talks.act("harbour", withdraw, "harbour/own")
    assert talks.case("south").proposals[0].is_withdrawn
