"""Proposals: who may table them, to whom they go, in whose hands; jointly made ones; withdrawal."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.actors import Access
from gobetween.model.dates import When
from gobetween.model.happenings import Round
from gobetween.model.items import EVERYONE, KEEPER
from gobetween.model.permissions import PermissionState
from gobetween.model.proposals import ProposalKind
from gobetween.protocols.proposals import Offer
from gobetween.talks.conveying import relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.proposing import proposals
from specimen_talks import AUDIENCES, SpecimenTalks, books, strait_case

HALF = {"toll": frozenset({"half"})}
OFFER = Offer("Half", ("south",), terms=HALF, text="Half the toll.", carriers=("harbour",))
PAPER = Offer("Paper", ("north", "south"), terms=HALF, text="Half the toll.")


@pytest.fixture
def talks() -> SpecimenTalks:
    return SpecimenTalks.opened()


def holding(talks: SpecimenTalks) -> list[str]:
    return [audience for audience in AUDIENCES if talks.case(audience).proposals]


def test_a_partys_proposal_goes_to_the_mediators_named_and_to_nobody_else(talks: SpecimenTalks) -> None:
    talks.act("north", proposals.propose, OFFER, name="offer")
    assert holding(talks) == ["north", "harbour"]
    (offer,) = talks.case("harbour").proposals
    assert (offer.id, offer.by, offer.to, offer.terms, offer.owner) == ("north/offer", ("north",), ("south",), HALF, "north")
    assert offer.is_on_table


def test_tabling_for_an_addressee_permits_the_carriers_to_convey_it_verbatim_and_named(talks: SpecimenTalks) -> None:
    expiring = evolve(OFFER, carriers=("harbour", "bridge"), expires=dt.date(2031, 3, 9))
    talks.act("north", proposals.propose, expiring, name="offer")
    (permission,) = talks.case("north").permissions
    assert (permission.item, permission.to, permission.is_attributed, permission.until) == (
        "north/offer",
        ("south",),
        True,
        dt.date(2031, 3, 9),
    )
    assert permission.given_to == ("harbour", "bridge")
    for carrier in ("harbour", "bridge"):
        (own,) = talks.case(carrier).permissions
        assert (own.given_to, own.state) == ((carrier,), PermissionState.GRANTED)
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="word")
    (copy,) = talks.case("south").proposals
    assert (copy.id, copy.by, copy.terms, copy.expires) == ("harbour/word", ("north",), HALF, dt.date(2031, 3, 9))


def test_without_that_permission_nothing_is_conveyed(talks: SpecimenTalks) -> None:
    talks.act("north", proposals.propose, OFFER, name="offer", may_relay=False)
    assert not talks.case("north").permissions
    assert "needs a permission of north" in talks.refusal("harbour", relays.convey, Conveyance("south", "north/offer"))


def test_a_mediators_proposal_goes_straight_to_those_whom_it_reaches(talks: SpecimenTalks) -> None:
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    assert holding(talks) == ["north", "south", "harbour"]
    assert talks.case("harbour").proposals[0].handed_to == ("north", "south")
    for party in ("north", "south"):
        (seen,) = talks.case(party).proposals
        assert (seen.carriers, seen.handed_to, seen.to) == ((), (), ("north", "south"))


def test_whom_it_does_not_reach_gets_it_by_a_carrier_and_the_others_do_not_learn_how(talks: SpecimenTalks) -> None:
    talks.act("bridge", proposals.propose, evolve(PAPER, carriers=("harbour",)), name="paper")
    assert holding(talks) == ["north", "bridge", "harbour"]
    assert talks.case("north").proposals[0].carriers == ()
    (permission,) = talks.case("harbour").permissions
    assert (permission.owner, permission.to) == ("bridge", ("south",))


def test_whom_a_proposal_is_addressed_to_beside_a_party_gets_it_too(talks: SpecimenTalks) -> None:
    talks.act("north", proposals.propose, evolve(OFFER, to=("bridge", "south")), name="offer")
    assert holding(talks) == ["north", "bridge", "harbour"]
    assert talks.case("bridge").proposals[0].carriers == ()


def test_a_joint_proposal_is_its_authors_alone_until_all_have_joined(talks: SpecimenTalks) -> None:
    talks.act("bridge", proposals.propose, PAPER, jointly_with=("harbour",), name="paper")
    assert holding(talks) == ["bridge", "harbour"]
    assert not talks.case("bridge").proposals[0].is_on_table
    talks.act("harbour", proposals.join, "bridge/paper")
    assert holding(talks) == ["north", "south", "bridge", "harbour"]
    assert [talks.case(each).proposals[0].by for each in ("north", "bridge")] == [("bridge", "harbour")] * 2
    assert talks.case("bridge").proposals[0].handed_to == ("north", "south")


def test_of_three_authors_the_last_to_join_tables_it() -> None:
    frame = strait_case()
    roles = (*frame.roles, evolve(frame.roles[2], id="ferry", actor="shipping"))
    talks = SpecimenTalks.opened(evolve(frame, roles=roles))
    talks.act("bridge", proposals.propose, PAPER, jointly_with=("harbour", "shipping"), name="paper")
    talks.act("shipping", proposals.join, "bridge/paper")
    assert holding(talks) == ["bridge", "harbour", "shipping"]
    talks.act("harbour", proposals.join, "bridge/paper")
    assert holding(talks) == ["north", "south", "bridge", "harbour", "shipping"]


def test_a_party_and_a_mediator_make_one_that_a_carrier_may_convey(talks: SpecimenTalks) -> None:
    offer = evolve(OFFER, carriers=("harbour",))
    talks.act("north", proposals.propose, offer, jointly_with=("bridge",), name="offer")
    talks.act("bridge", proposals.join, "north/offer")
    assert holding(talks) == ["north", "bridge", "harbour"]
    assert [each.owner for each in talks.case("harbour").permissions] == ["north"]
    assert not talks.case("bridge").permissions


def test_a_withdrawn_draft_can_be_joined_no_more_and_nobody_else_hears_of_it(talks: SpecimenTalks) -> None:
    talks.act("bridge", proposals.propose, PAPER, jointly_with=("harbour",), name="paper")
    talks.act("harbour", proposals.withdraw, "bridge/paper", reason="too early")
    assert holding(talks) == ["bridge", "harbour"]
    assert talks.refusal("harbour", proposals.join, "bridge/paper") == "no proposal 'bridge/paper' waits for you to join it"


def test_withdrawal_goes_to_those_who_were_given_it(talks: SpecimenTalks) -> None:
    talks.act("bridge", proposals.propose, evolve(PAPER, carriers=("harbour",)), name="paper")
    talks.act("bridge", proposals.withdraw, "bridge/paper", reason="overtaken")
    assert [talks.case(each).proposals[0].is_withdrawn for each in ("north", "bridge", "harbour")] == [True] * 3
    assert not talks.case("south").proposals


def test_a_proposal_belongs_to_the_last_round_that_has_begun_and_that_everybody_knows() -> None:
    def opened(*rounds: Round) -> SpecimenTalks:
        talks = SpecimenTalks.opened(evolve(strait_case(), rounds=rounds))
        talks.act("harbour", proposals.propose, PAPER, name="paper")
        return talks

    first = Round("first", name="First", when=When(dt.date(2031, 1, 1), dt.date(2031, 1, 9)), holders=EVERYONE)
    second = Round("second", name="Second", when=When(dt.date(2031, 2, 1)), holders=EVERYONE)
    later = Round("later", name="Later", when=When(dt.date(2031, 4, 1)), holders=EVERYONE)
    hidden = Round("hidden", name="Hidden", when=When(dt.date(2031, 2, 20)), holders=frozenset({"harbour"}))
    assert opened(second, first, later, hidden).case("north").proposals[0].round == "second"
    assert opened(later).case("north").proposals[0].round is None


@pytest.mark.parametrize(
    ("who", "offer", "words"),
    [
        ("shipping", OFFER, "proposals are for parties and mediators, and shipping is neither in these talks"),
        (KEEPER, OFFER, "proposals are for parties and mediators, and keeper is neither in these talks"),
        ("north", evolve(OFFER, carriers=()), "south: you have no channel there; name mediators who are to carry it"),
        ("bridge", PAPER, "south: you have no channel there; name mediators who are to carry it"),
        ("harbour", evolve(PAPER, carriers=("bridge",)), "its addressees get it from its authors; nobody needs to carry it"),
        ("south", evolve(OFFER, to=("north",), carriers=("bridge",)), "there is no channel between south and bridge that you know of"),
        ("north", evolve(OFFER, carriers=("shipping",)), "'shipping' cannot carry it: carriers are mediators other than its authors"),
        ("north", evolve(OFFER, to=()), "a proposal is put to others than those who make it; name at least one addressee"),
        ("north", evolve(OFFER, to=("north",)), "a proposal is put to others than those who make it; name at least one addressee"),
        ("north", evolve(OFFER, to=("west",)), "nobody you know of in these talks is called 'west'"),
        ("north", evolve(OFFER, kind=ProposalKind.ONE_TEXT), "a one-text has a procedure of its own"),
        ("north", evolve(OFFER, kind=ProposalKind.MEDIATORS), "a mediators' proposal has a procedure of its own"),
        (
            "north",
            evolve(OFFER, expires=dt.date(2031, 2, 1)),
            "the last day for an answer, 2031-02-01, has passed; today is 2031-03-01",
        ),
        (
            "north",
            evolve(OFFER, terms={"price": frozenset({"half"})}),
            "there is no issue 'price' that you know of; issues: toll, hours",
        ),
        ("north", evolve(OFFER, terms={"toll": frozenset({"third"})}), "there is no option 'third' on 'toll' that you know of"),
        ("north", evolve(OFFER, terms={"toll": frozenset()}), "the issue 'toll' is named without an option; options: none, half, full"),
    ],
)
def test_what_cannot_be_put_is_refused(talks: SpecimenTalks, who: str, offer: Offer, words: str) -> None:
    assert talks.refusal(who, proposals.propose, offer).startswith(words)


@pytest.mark.parametrize(
    ("who", "jointly_with", "words"),
    [
        ("north", ("south",), "a joint proposal is made by mediators, or by one party and mediators; parties do not meet"),
        ("bridge", ("shipping",), "a joint proposal is made by mediators, or by one party and mediators; parties do not meet"),
        ("north", ("north",), "each author of a joint proposal is named once, and you are one of them"),
        ("bridge", ("harbour", "harbour"), "each author of a joint proposal is named once, and you are one of them"),
        ("bridge", ("north",), "a proposal is put to others than those who make it"),
    ],
)
def test_who_may_not_propose_together_is_refused(talks: SpecimenTalks, who: str, jointly_with: tuple[str, ...], words: str) -> None:
    offer = evolve(PAPER, to=("harbour",)) if who == "north" else evolve(PAPER, to=("north",))
    assert talks.refusal(who, proposals.propose, offer, jointly_with=jointly_with).startswith(words)


def test_a_mediator_makes_none_with_a_party_that_it_does_not_reach(talks: SpecimenTalks) -> None:
    refusal = talks.refusal("bridge", proposals.propose, evolve(PAPER, to=("north",)), jointly_with=("south",))
    assert refusal == "there is no channel between south and bridge that you know of; south has one to harbour"


def test_a_joint_proposal_is_always_carried(talks: SpecimenTalks) -> None:
    refusal = talks.refusal("bridge", proposals.propose, PAPER, jointly_with=("harbour",), may_relay=False)
    assert refusal.startswith("a joint proposal is made to be carried")


def test_one_joins_only_what_waits_for_oneself_and_before_its_last_day_has_passed(talks: SpecimenTalks) -> None:
    expiring = evolve(PAPER, expires=dt.date(2031, 3, 2))
    talks.act("bridge", proposals.propose, expiring, jointly_with=("harbour",), name="paper")
    unknown = talks.refusal("north", proposals.join, "bridge/paper")
    assert unknown == talks.refusal("north", proposals.join, "bridge/other").replace("other", "paper")
    assert talks.refusal("bridge", proposals.join, "bridge/paper") == unknown
    talks.wait(days=2)
    assert talks.refusal("harbour", proposals.join, "bridge/paper").startswith("'bridge/paper' was to be answered by 2031-03-02")


def test_one_withdraws_only_what_one_has_made_and_once(talks: SpecimenTalks) -> None:
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    assert talks.refusal("north", proposals.withdraw, "harbour/paper") == "you have made no proposal 'harbour/paper'"
    assert talks.refusal("north", proposals.withdraw, "harbour/none") == "you have made no proposal 'harbour/none'"
    talks.act("harbour", proposals.withdraw, "harbour/paper")
    assert "there is nothing to withdraw" in talks.refusal("harbour", proposals.withdraw, "harbour/paper")


@pytest.mark.parametrize(
    "use", [lambda at: proposals.propose(at, OFFER), lambda at: proposals.join(at, "x"), lambda at: proposals.withdraw(at, "x")]
)
def test_the_delegation_proposes_and_not_its_principal(talks: SpecimenTalks, use: object) -> None:
    refusal = talks.refusal("north", use, principal="north-head")  # type: ignore[arg-type]
    assert refusal == "this is for the delegation of north; a principal instructs it, and decides"


def test_where_nobody_is_said_to_reach_someone_every_mediator_does() -> None:
    def handed(access: tuple[Access, ...]) -> tuple[str, ...]:
        talks = SpecimenTalks.opened(evolve(strait_case(), access=access))
        talks.act("bridge", proposals.propose, evolve(PAPER, to=("south",)), name="paper")
        return talks.case("bridge").proposals[0].handed_to

    assert handed(()) == ("south",)
    assert handed((Access("h", mediator="harbour", to="south", through=("ferry",), holders=EVERYONE),)) == ("south",)


def test_what_only_some_know_is_not_named_in_a_proposal() -> None:
    frame = strait_case()
    toll = frame.issues[0]
    quarter = evolve(toll.options[0], id="quarter", title="A quarter", holders=frozenset({"north", "harbour"}))
    talks = SpecimenTalks.opened(evolve(frame, issues=(evolve(toll, options=(*toll.options, quarter)), *frame.issues[1:])))
    words = "not everyone knows of these terms; write them out in the text instead of naming the options"
    named = {"toll": frozenset({"quarter"})}
    assert talks.refusal("harbour", proposals.propose, evolve(PAPER, terms=named)) == words
    assert talks.refusal("north", proposals.propose, evolve(OFFER, terms=named)) == words


def test_a_back_channel_is_named_to_nobody_else() -> None:
    frame = strait_case()
    actors = tuple(evolve(each, holders=frozenset({"harbour", "shipping"})) if each.id == "shipping" else each for each in frame.actors)
    roles = tuple(each for each in frame.roles if each.actor != "shipping")
    talks = SpecimenTalks.opened(evolve(frame, actors=actors, roles=roles))
    refusal = talks.refusal("harbour", proposals.propose, evolve(PAPER, to=("north", "shipping")))
    assert refusal == "not everyone knows that shipping has a part in the talks; this would tell them"
    talks.act("harbour", proposals.propose, evolve(PAPER, to=("shipping",)), name="quiet")
    assert holding(talks) == ["harbour", "shipping"]


def history(*, with_offer: bool) -> SpecimenTalks:
    talks = SpecimenTalks.opened()
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    if with_offer:
        talks.act("north", proposals.propose, OFFER, name="offer")
        talks.act("bridge", proposals.propose, PAPER, jointly_with=("harbour",), name="joint")
        talks.act("harbour", proposals.withdraw, "bridge/joint")
        talks.act("north", proposals.withdraw, "north/offer")
    talks.act("south", proposals.propose, evolve(OFFER, to=("north",)), name="own")
    return talks


@pytest.mark.parametrize("audience", ["south", "shipping", "public", "keeper"])
def test_what_one_was_not_given_changes_nothing_in_ones_book(audience: str) -> None:
    assert books(history(with_offer=True).clerk, audience) == books(history(with_offer=False).clerk, audience)
