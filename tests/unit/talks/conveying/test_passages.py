"""Passing on over several mediators, and the way back: each knows one step."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.actors import Access, Actor, Role, RoleKind
from gobetween.model.cases import Case
from gobetween.model.items import EVERYONE
from gobetween.model.permissions import Form
from gobetween.model.proposals import Alternative, AnswerKind, AnswerState, Clause, Proposal, ProposalKind, Version
from gobetween.model.relays import MessageState, RelayState
from gobetween.protocols.answers import AnswerSettled, Reply
from gobetween.protocols.messages import MessageHanded
from gobetween.protocols.permissions import Scope
from gobetween.protocols.proposals import Offer
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.proposing import answers, proposals
from gobetween.talks.standings import Deed
from specimen_talks import AUDIENCES, SpecimenTalks, strait_case

HALF = {"toll": frozenset({"half"}), "hours": frozenset({"day"})}


@pytest.fixture
def talks() -> SpecimenTalks:
    return SpecimenTalks.opened()


def three_mediators() -> Case:
    """The strait with a third mediator, who alone reaches south."""
    frame = strait_case()
    return evolve(
        frame,
        actors=(*frame.actors, Actor("light", name="Light", holders=EVERYONE)),
        roles=(*frame.roles, Role("light-role", actor="light", role=RoleKind.MEDIATOR, holders=EVERYONE)),
        access=(
            *(each for each in frame.access if each.to != "south"),
            Access("light-south", mediator="light", to="south", holders=EVERYONE),
        ),
    )


def propose(talks: SpecimenTalks, *, may_relay: bool = True) -> None:
    """North puts a proposal for south into bridge's hands."""
    offer = Offer(
        "North's offer", ("south",), terms=HALF, text="Half the toll, by day.", carriers=("bridge",), expires=dt.date(2031, 3, 9)
    )
    talks.act("north", proposals.propose, offer, name="offer", may_relay=may_relay)


def let(talks: SpecimenTalks, owner: str, item: str, *to: str, carriers: tuple[str, ...], **dimensions: object) -> None:
    talks.act(owner, permissions.grant, evolve(Scope(item, to, carriers), **dimensions))


def test_over_three_mediators_each_knows_who_is_next_and_the_owner_every_leg() -> None:
    talks = SpecimenTalks.opened(three_mediators())
    talks.act("north", caucuses.tell, Telling("We could wait a year."), to=("bridge",), name="said")
    let(talks, "north", "north/said", "south", carriers=("bridge", "harbour", "light"))
    talks.act("bridge", relays.convey, Conveyance("south", "north/said", route=("bridge", "harbour", "light")), name="a")
    assert [(each.onward, each.through) for each in talks.case("harbour").messages] == [("south", ("light",))]
    talks.wait(hours=1)
    talks.act("harbour", passages.pass_on, "bridge/a", name="b")
    assert [(each.carrier, each.onward, each.through) for each in talks.case("light").messages] == [("harbour", "south", ())]
    talks.wait(hours=1)
    talks.act("light", passages.pass_on, "harbour/b", name="c")
    assert [(each.carrier, each.onward, each.attributed_to) for each in talks.case("south").messages] == [("light", None, None)]
    for audience in ("north", "bridge"):
        (line,) = talks.case(audience).relays
        assert line.state is RelayState.DELIVERED
        assert [(leg.carrier, leg.to) for leg in line.legs] == [("bridge", "harbour"), ("harbour", "light"), ("light", "south")]
    assert not any(talks.case(each).relays for each in ("harbour", "light", "south"))


def test_a_recall_reaches_whoever_has_it_by_then() -> None:
    talks = SpecimenTalks.opened(three_mediators())
    talks.act("north", caucuses.tell, Telling("We could wait a year."), to=("bridge",), name="said")
    let(talks, "north", "north/said", "south", carriers=("bridge", "harbour", "light"))
    talks.act("bridge", relays.convey, Conveyance("south", "north/said", route=("bridge", "harbour", "light")), name="a")
    talks.act("harbour", passages.pass_on, "bridge/a", name="b")
    talks.act("north", permissions.revoke, "north/new-1")
    assert [each.state for each in talks.case("light").messages] == [MessageState.RECALLED]
    assert [each.state for each in talks.case("harbour").messages] == [MessageState.PASSED_ON, MessageState.RECALLED]
    assert [each.state for each in talks.case("bridge").messages] == [MessageState.HANDED]


def test_a_message_is_passed_on_once_by_who_was_handed_it_and_on_no_later_day(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.tell, Telling("We could wait a year."), to=("bridge", "harbour"), name="said")
    let(talks, "north", "north/said", "south", carriers=("bridge", "harbour"), until=dt.date(2031, 3, 2))
    talks.act("bridge", relays.convey, Conveyance("south", "north/said", route=("bridge", "harbour")), name="a")
    assert talks.refusal("bridge", passages.pass_on, "bridge/a") == "nobody handed you a message called 'bridge/a'"
    assert talks.refusal("south", passages.pass_on, "bridge/a") == "nobody handed you a message called 'bridge/a'"
    talks.wait(days=2)
    assert "could be passed on until 2031-03-02" in talks.refusal("harbour", passages.pass_on, "bridge/a")
    talks.wait(days=-1)
    talks.act("harbour", passages.pass_on, "bridge/a", name="b")
    assert "'bridge/a' is passed on" in talks.refusal("harbour", passages.pass_on, "bridge/a")
    assert "'harbour/b' is for your own ears" in talks.refusal("south", passages.pass_on, "harbour/b")
    assert [each.until for each in talks.case("south").messages] == [None]


def test_a_proposal_arrives_under_the_carriers_id_and_its_answer_goes_back_to_the_authors(talks: SpecimenTalks) -> None:
    propose(talks)
    let(talks, "north", "north/offer", "south", carriers=("bridge", "harbour"), is_attributed=True)
    talks.act(
        "bridge", relays.convey, Conveyance("south", "north/offer", route=("bridge", "harbour"), is_attributed=True), name="offer"
    )
    talks.act("harbour", passages.pass_on, "bridge/offer", name="offer")
    (seen,) = talks.case("south").proposals
    assert (seen.id, seen.name, seen.by, seen.to, seen.terms) == ("harbour/offer", "North's offer", ("north",), ("south",), HALF)
    assert (seen.expires, seen.is_on_table, seen.carriers) == (dt.date(2031, 3, 9), True, ())
    talks.act("south", answers.answer, "harbour/offer", Reply(AnswerKind.REJECT, text="Too much."), name="no")
    let(talks, "south", "south/no", "north", carriers=("harbour", "bridge"), is_attributed=True)
    talks.act("harbour", relays.convey, Conveyance("north", "south/no", route=("harbour", "bridge"), is_attributed=True), name="no")
    (carried,) = talks.case("bridge").answers
    assert (carried.id, carried.proposal, carried.by) == ("harbour/no", "bridge/offer", "south")
    talks.act("bridge", passages.pass_on, "harbour/no", name="no")
    (got,) = talks.case("north").answers
    assert (got.id, got.proposal, got.by, got.answer, got.text) == ("bridge/no", "north/offer", "south", AnswerKind.REJECT, "Too much.")
    assert [each.in_return_for for each in talks.case("north").messages] == ["north/offer"]
    assert "harbour/offer" not in str(talks.case("north"))


def test_an_author_who_is_not_named_gets_what_is_said_back_and_nobody_learns_who_it_is(talks: SpecimenTalks) -> None:
    propose(talks, may_relay=False)
    scope = Scope("north/offer", ("south",), ("bridge", "harbour"), form=Form.OWN_IDEA)
    talks.act("north", permissions.grant, scope)
    idea = Conveyance(
        "south", "north/offer", route=("bridge", "harbour"), form=Form.OWN_IDEA, text="What of half?", title="An idea", terms=HALF
    )
    talks.act("bridge", relays.convey, idea, name="idea")
    talks.act("harbour", passages.pass_on, "bridge/idea", name="idea")
    (seen,) = talks.case("south").proposals
    assert (seen.name, seen.kind, seen.by, seen.expires) == ("An idea", ProposalKind.PROPOSAL, ("harbour",), None)
    talks.act("south", reactions.react, "harbour/idea", "It could be worth a talk.", name="mood")
    let(talks, "south", "south/mood", "harbour/idea", carriers=("harbour",))
    talks.act("harbour", relays.convey, Conveyance("harbour/idea", "south/mood"), name="mood")
    (line,) = talks.case("south").relays
    assert (line.state, line.to, line.back_to, line.legs) == (RelayState.UNDER_WAY, "harbour", "harbour/idea", ())
    (handed,) = [each for each in talks.case("bridge").messages if each.to == "bridge"]
    assert (handed.in_return_for, handed.goes_back, handed.onward) == ("bridge/idea", True, None)
    talks.act("bridge", passages.pass_on, "harbour/mood", name="mood")
    (got,) = talks.case("north").messages
    assert (got.text, got.in_return_for, got.attributed_to) == ("It could be worth a talk.", "north/offer", None)
    (line,) = talks.case("south").relays
    assert (line.state, line.legs) == (RelayState.DELIVERED, ())
    assert [each.state for each in talks.case("harbour").relays] == [RelayState.DELIVERED]
    assert "north/" not in str(talks.case("south").relays) + str(talks.case("harbour").messages) + str(talks.case("harbour").relays)


def test_an_answer_on_a_condition_holds_in_its_addressees_view_too_and_a_later_one_takes_its_place(talks: SpecimenTalks) -> None:
    offer = Offer("North's offer", ("south",), terms=HALF, text="Half, by day.", carriers=("harbour",))
    reaching = strait_case()
    apart = tuple(each for each in reaching.access if each.id != "harbour-north")
    talks = SpecimenTalks.opened(
        evolve(reaching, access=(*apart, Access("harbour-north", mediator="harbour", to="north", holders=EVERYONE)))
    )
    talks.act("north", proposals.propose, offer, name="offer")
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="offer")
    accept_if = Reply(AnswerKind.ACCEPT_IF, requires={"hours": frozenset({"night"})}, text="If by night too.")
    talks.act("south", answers.answer, "harbour/offer", accept_if, name="if", may_relay=True)
    talks.act("harbour", relays.convey, Conveyance("north", "south/if", is_attributed=True), name="if")
    (link,) = talks.case("north").links
    assert (link.id, link.by, link.if_chosen, link.requires) == (
        "harbour/if",
        "south",
        {"toll": frozenset({"half"})},
        {"hours": frozenset({"night"})},
    )
    talks.act("south", answers.answer, "harbour/offer", Reply(AnswerKind.REJECT, text="No more."), name="no", may_relay=True)
    talks.act("harbour", relays.convey, Conveyance("north", "south/no", is_attributed=True), name="no")
    assert [each.state for each in talks.case("north").answers] == [AnswerState.REPLACED, AnswerState.STANDS]
    assert not talks.case("north").links
    refusal = talks.refusal("harbour", relays.convey, Conveyance("north", "south/if", is_attributed=True))
    assert refusal == "'south/if' was replaced by a later answer; convey that one"


@pytest.mark.parametrize(("became", "holds"), [(AnswerState.APPROVED, True), (AnswerState.REFUSED, False)])
def test_what_the_principal_made_of_an_answer_is_conveyed_anew(talks: SpecimenTalks, became: AnswerState, holds: bool) -> None:
    talks.act("north", proposals.propose, Offer("An offer", ("south",), terms=HALF, text="Half.", carriers=("harbour",)), name="offer")
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="offer")
    accept_if = Reply(AnswerKind.ACCEPT_IF, requires={"hours": frozenset({"night"})}, text="If by night too.")
    talks.act("south", answers.answer, "harbour/offer", accept_if, name="if", may_relay=True)
    again = Conveyance("north", "south/if", is_attributed=True)
    talks.act("harbour", relays.convey, again, name="first")
    assert [(each.state, bool(talks.case("north").links)) for each in talks.case("north").answers] == [
        (AnswerState.AD_REFERENDUM, True)
    ]
    talks.act("south", lambda _at: (Deed(AnswerSettled("south/if", became), frozenset({"south", "harbour"})),))
    talks.act("harbour", relays.convey, again, name="second")
    assert [each.state for each in talks.case("north").answers] == [AnswerState.REPLACED, became]
    assert bool(talks.case("north").links) is holds


def test_a_condition_on_what_the_proposal_does_not_name_stays_in_the_words(talks: SpecimenTalks) -> None:
    half = {"toll": frozenset({"half"})}
    talks.act("north", proposals.propose, Offer("An offer", ("south",), terms=half, text="Half.", carriers=("harbour",)), name="offer")
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="offer")
    reply = Reply(
        AnswerKind.ACCEPT_IF, requires={"toll": frozenset({"none"})}, where={"hours": frozenset({"day"})}, text="None by day."
    )
    talks.act("south", answers.answer, "harbour/offer", reply, name="if", may_relay=True)
    talks.act("harbour", relays.convey, Conveyance("north", "south/if", is_attributed=True), name="if")
    assert not talks.case("north").links
    assert [each.requires for each in talks.case("north").answers] == [{"toll": frozenset({"none"})}]


def test_an_answer_that_may_not_be_named_goes_as_words_alone(talks: SpecimenTalks) -> None:
    talks.act("north", proposals.propose, Offer("An offer", ("south",), terms=HALF, text="Half.", carriers=("harbour",)), name="offer")
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="offer")
    talks.act("south", answers.answer, "harbour/offer", Reply(AnswerKind.REJECT, text="Too much."), name="no")
    let(talks, "south", "south/no", "harbour/offer", carriers=("harbour",), form=Form.PARAPHRASE)
    words = Conveyance("harbour/offer", "south/no", form=Form.PARAPHRASE, text="It was not well received.")
    talks.act("harbour", relays.convey, words, name="word")
    assert not talks.case("north").answers
    assert [each.in_return_for for each in talks.case("north").messages] == ["north/offer"]


def test_a_counter_is_named_as_whoever_gets_the_answer_knows_it(talks: SpecimenTalks) -> None:
    talks.act("north", proposals.propose, Offer("An offer", ("south",), terms=HALF, text="Half.", carriers=("harbour",)), name="offer")
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="offer")
    talks.act("south", proposals.propose, Offer("Ours", ("north",), terms=HALF, text="None.", carriers=("harbour",)), name="ours")
    counter = Reply(AnswerKind.COUNTER, counter="south/ours", text="Ours instead.")
    talks.act("south", answers.answer, "harbour/offer", counter, name="no", may_relay=True)
    talks.act("harbour", relays.convey, Conveyance("north", "south/ours", is_attributed=True), name="theirs")
    talks.act("harbour", relays.convey, Conveyance("north", "south/no", is_attributed=True), name="no")
    assert [each.counter for each in talks.case("north").answers] == ["harbour/theirs"]


def test_an_unattributed_proposal_keeps_its_authors_name_and_title_to_itself(talks: SpecimenTalks) -> None:
    propose(talks, may_relay=False)
    let(talks, "north", "north/offer", "south", carriers=("bridge", "harbour"))
    talks.act("bridge", relays.convey, Conveyance("south", "north/offer", route=("bridge", "harbour")), name="offer")
    talks.act("harbour", passages.pass_on, "bridge/offer", name="offer")
    (seen,) = talks.case("south").proposals
    assert (seen.name, seen.by, seen.terms) == ("Proposal", ("harbour",), HALF)
    assert "north" not in str(evolve(seen, terms={})).lower()


def test_of_a_text_the_last_version_goes_as_the_first_without_whose_its_alternatives_are() -> None:
    bracket = Clause("The toll is", id="one", alternatives=(Alternative("half", "north"), Alternative("none")), readings=("Low.",))
    clauses = (bracket, Clause("By day.", issue="hours", terms=frozenset({"day"}), id="two"))
    first = Version("draft/1", clauses=(Clause("Words."),), holders=frozenset({"bridge"}))
    last = Version("draft/2", clauses=clauses, author="bridge", holders=frozenset({"bridge"}))
    draft = Proposal(
        "draft", name="Draft", by=("bridge",), text="Our draft.", versions=(first, last), owner="bridge", holders=frozenset({"bridge"})
    )
    talks = SpecimenTalks.opened(evolve(strait_case(), proposals=(draft,)))
    talks.act("bridge", relays.convey, Conveyance("south", "draft", route=("bridge", "harbour")), name="draft")
    talks.act("harbour", passages.pass_on, "bridge/draft", name="draft")
    (seen,) = talks.case("south").proposals
    (version,) = seen.versions
    assert (version.id, version.author, version.clauses[1]) == ("harbour/draft/1", None, clauses[1])
    assert version.clauses[0] == Clause("The toll is", id="one", alternatives=(Alternative("half"), Alternative("none")))


def test_an_author_whom_not_all_know_of_is_not_named_with_the_others() -> None:
    frame = strait_case()
    joint = Proposal("joint", name="Joint", by=("harbour", "shipping"), text="Ours.", owner="harbour", holders=frozenset({"harbour"}))
    talks = SpecimenTalks.opened(evolve(frame, proposals=(joint,)))
    talks.act("harbour", relays.convey, Conveyance("south", "joint", is_attributed=True), name="joint")
    (seen,) = talks.case("south").proposals
    assert seen.by == ("harbour", "shipping")
    hidden = tuple(evolve(each, holders=frozenset({"harbour", "shipping"})) if each.id == "shipping" else each for each in frame.actors)
    talks = SpecimenTalks.opened(evolve(frame, actors=hidden, proposals=(joint,)))
    refusal = talks.refusal("harbour", relays.convey, Conveyance("south", "joint", is_attributed=True))
    assert refusal == "not everyone knows that shipping has a part in the talks; this would tell them"


def test_a_proposal_of_everybodys_is_answered_under_its_own_name() -> None:
    public = Proposal("plan", name="The plan", by=("shipping",), to=("north", "south"), terms=HALF, holders=EVERYONE)
    talks = SpecimenTalks.opened(evolve(strait_case(), proposals=(public,)))
    talks.act("south", answers.answer, "plan", Reply(AnswerKind.REJECT, text="No."), to=("harbour",), name="no")
    let(talks, "south", "south/no", "north", carriers=("harbour",), is_attributed=True)
    talks.act("harbour", relays.convey, Conveyance("north", "south/no", is_attributed=True), name="no")
    assert [(each.id, each.proposal) for each in talks.case("north").answers] == [("harbour/no", "plan")]


def test_what_goes_back_over_three_mediators_is_said_to_have_come_there_and_not_by_which_legs() -> None:
    talks = SpecimenTalks.opened(three_mediators())
    talks.act("north", caucuses.tell, Telling("We could wait a year."), to=("bridge",), name="said")
    let(talks, "north", "north/said", "south", carriers=("bridge", "harbour", "light"))
    talks.act("bridge", relays.convey, Conveyance("south", "north/said", route=("bridge", "harbour", "light")), name="a")
    talks.act("harbour", passages.pass_on, "bridge/a", name="b")
    talks.act("light", passages.pass_on, "harbour/b", name="c")
    talks.act("south", reactions.react, "light/c", "So could we.", name="mood")
    let(talks, "south", "south/mood", "light/c", carriers=("light",))
    talks.act("light", relays.convey, Conveyance("light/c", "south/mood"), name="d")
    talks.act("harbour", passages.pass_on, "light/d", name="e")
    assert [(each.state, each.legs) for each in talks.case("south").relays] == [(RelayState.UNDER_WAY, ())]
    talks.act("bridge", passages.pass_on, "harbour/e", name="f")
    assert [(each.state, each.legs) for each in talks.case("south").relays] == [(RelayState.DELIVERED, ())]
    assert [each.in_return_for for each in talks.case("north").messages] == ["north/said"]


def test_what_is_to_go_back_stays_where_nothing_came_from() -> None:
    talks = SpecimenTalks.opened()
    lost = MessageHanded("harbour/lost", "harbour", "bridge", "Words.", goes_back=True)
    talks.act("harbour", lambda _at: (Deed(lost, frozenset({"harbour", "bridge"})),))
    refusal = talks.refusal("bridge", passages.pass_on, "harbour/lost")
    assert refusal == "'harbour/lost' is to go back, and you had nothing from anybody that it could go back for"


def test_what_was_withdrawn_or_waits_for_its_authors_is_not_conveyed(talks: SpecimenTalks) -> None:
    propose(talks)
    talks.act("north", proposals.withdraw, "north/offer")
    wanted = Conveyance("south", "north/offer", route=("bridge", "harbour"), is_attributed=True)
    assert talks.refusal("bridge", relays.convey, wanted) == "'north/offer' is withdrawn; it cannot be conveyed"


def test_nothing_goes_back_that_came_from_nobody(talks: SpecimenTalks) -> None:
    talks.act("harbour", relays.convey, Conveyance("south", text="What of a joint fund?"), name="idea")
    talks.act("south", reactions.react, "harbour/idea", "Why not.", name="mood")
    let(talks, "south", "south/mood", "harbour/idea", carriers=("harbour",))
    refusal = talks.refusal("harbour", relays.convey, Conveyance("harbour/idea", "south/mood"))
    assert refusal == "'harbour/idea' did not come to you from anybody: name the actor who is to get it"


@pytest.mark.parametrize(("is_attributed", "named"), [(True, "north/said"), (False, None)])
def test_to_what_it_replies_is_said_only_where_it_may_be_said_who_does(
    talks: SpecimenTalks, is_attributed: bool, named: str | None
) -> None:
    talks.act("north", caucuses.tell, Telling("We could wait a year."), to=("harbour",), name="said")
    let(talks, "north", "north/said", "south", carriers=("harbour",))
    talks.act("harbour", relays.convey, Conveyance("south", "north/said"), name="word")
    talks.act("south", reactions.react, "harbour/word", "So could we.", name="mood")
    let(talks, "south", "south/mood", "north", carriers=("harbour",), is_attributed=is_attributed)
    talks.act("harbour", relays.convey, Conveyance("north", "south/mood", is_attributed=is_attributed))
    assert [each.in_return_for for each in talks.case("north").messages] == [named]


def test_who_knows_nothing_of_what_was_reacted_to_is_told_nothing_of_it(talks: SpecimenTalks) -> None:
    talks.act("harbour", relays.convey, Conveyance("south", text="What of a joint fund?"), name="idea")
    talks.act("south", reactions.react, "harbour/idea", "Why not.", name="mood")
    let(talks, "south", "south/mood", "shipping", carriers=("harbour",), is_attributed=True)
    talks.act("harbour", relays.convey, Conveyance("shipping", "south/mood", is_attributed=True))
    assert [(each.text, each.in_return_for) for each in talks.case("shipping").messages] == [("Why not.", None)]


def test_what_goes_back_goes_to_whoever_handed_it_over(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.tell, Telling("We could wait a year."), to=("bridge",), name="said")
    let(talks, "north", "north/said", "south", carriers=("bridge", "harbour"))
    talks.act("bridge", relays.convey, Conveyance("south", "north/said", route=("bridge", "harbour")), name="a")
    talks.act("harbour", passages.pass_on, "bridge/a", name="b")
    talks.act("south", reactions.react, "harbour/b", "So could we.", name="mood")
    let(talks, "south", "south/mood", "harbour/b", carriers=("harbour", "bridge"))
    refusal = talks.refusal("harbour", relays.convey, Conveyance("harbour/b", "south/mood", route=("harbour", "bridge")))
    assert refusal == "what goes back goes to whoever handed it to you: leave the route out"


def test_nobody_beside_the_way_gets_anything(talks: SpecimenTalks) -> None:
    propose(talks)
    let(talks, "north", "north/offer", "south", carriers=("bridge", "harbour"), is_attributed=True)
    talks.act(
        "bridge", relays.convey, Conveyance("south", "north/offer", route=("bridge", "harbour"), is_attributed=True), name="offer"
    )
    talks.act("harbour", passages.pass_on, "bridge/offer", name="offer")
    for audience in set(AUDIENCES) - {"north", "bridge", "harbour", "south"}:
        assert not talks.case(audience).messages
        assert not talks.case(audience).proposals
