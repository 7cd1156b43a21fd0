from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.actors import Procedure
from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import EVERYONE, KEEPER, PUBLIC
from gobetween.model.mandates import Ruling
from gobetween.model.sealed import Outcome, SealedAnswer
from gobetween.protocols.decisions import Poll
from gobetween.talks.proposing import decisions, mandates
from gobetween.talks.sealing.sealed_proposals import join, put, seal
from specimen_talks import AUDIENCES, BooksInMemory, SpecimenTalks, books, strait_case
from texts_and_seals_of_the_strait import (
    DEADLINE,
    FINAL,
    hidden_issue_case,
    offer,
    strait,
    talks_with_an_offer,
    three_sides,
)

HALF = {"toll": frozenset({"half"})}


@pytest.fixture
def talks():
    return talks_with_an_offer()


def proposal(talks, audience="north"):
    (found,) = talks.case(audience).sealed_proposals
    return found


def answers(talks, audience):
    return {each.by: each.accepts for each in talks.case(audience).sealed_answers}


def test_it_is_put_to_the_parties_and_nobody_else(talks):
    assert [
        bool(talks.case(each).sealed_proposals) for each in ("north", "south", "harbour", "bridge", "shipping", KEEPER, PUBLIC)
    ] == [
        True,
        True,
        True,
        False,
        False,
        False,
        False,
    ]
    assert (proposal(talks).by, proposal(talks).terms, proposal(talks).deadline_utc) == (("harbour",), HALF, DEADLINE)


def test_a_deadline_is_kept_in_utc_to_the_second():
    eastern = dt.timezone(dt.timedelta(hours=2))
    talks = talks_with_an_offer(deadline_utc=DEADLINE.astimezone(eastern).replace(microsecond=5))
    assert proposal(talks).deadline_utc == DEADLINE
    assert proposal(talks).deadline_utc.tzinfo is dt.UTC


@pytest.mark.parametrize(
    ("who", "wanted", "says"),
    [
        ("north", offer(), "for mediators"),
        ("harbour", offer("north"), "two parties or more"),
        ("harbour", offer("north", "north"), "two parties or more"),
        ("harbour", offer("north", "bridge"), "bridge is none; parties: north, south"),
        ("harbour", offer("north", "moon"), "nobody you know of"),
        ("harbour", offer(name=""), "a title, and a text or terms"),
        ("harbour", offer(text="", terms={}), "a title, and a text or terms"),
        ("harbour", offer(terms={"toll": frozenset({"none", "twice"})}), "no option 'twice'"),
        ("harbour", offer(deadline_utc=dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC)), "not ahead"),
        ("bridge", offer(), "bridge cannot reach south directly"),
    ],
)
def test_what_cannot_be_put_is_refused(who, wanted, says):
    assert says in SpecimenTalks.opened(strait()).refusal(who, put, wanted)


def test_terms_that_not_everyone_knows_are_not_named_to_everyone():
    talks = SpecimenTalks.opened(hidden_issue_case())
    assert "not everyone knows of these terms" in talks.refusal("harbour", put, offer(terms={"pilots": frozenset({"ours"})}))


def test_whoever_is_not_known_to_all_is_not_named_to_all():
    case = strait()
    hidden = frozenset({"harbour", "bridge", "north"})
    actors = tuple(evolve(each, holders=hidden if each.id == "bridge" else EVERYONE) for each in case.actors)
    talks = SpecimenTalks.opened(evolve(case, actors=actors))
    assert "not everyone knows that bridge has a part" in talks.refusal("harbour", put, offer(), together_with=("bridge",))


def test_mediators_put_it_together_once_all_have_joined():
    talks = SpecimenTalks.opened(strait())
    talks.act("bridge", put, offer(), together_with=("harbour",), name="final")
    assert talks.case("north").sealed_proposals == ()
    assert proposal(talks, "harbour").awaits == ("harbour",)
    assert "waits for you" in talks.refusal("bridge", join, "bridge/final")
    assert "bridge/final' was put to you" in talks.refusal("north", seal, "bridge/final", accepts=True)
    talks.act("harbour", join, "bridge/final")
    assert {(proposal(talks, each).by, proposal(talks, each).awaits) for each in ("north", "south", "harbour", "bridge")} == {
        (("bridge", "harbour"), ())
    }
    assert "waits for you" in talks.refusal("harbour", join, "bridge/final")


def test_of_three_mediators_the_last_to_join_puts_it():
    case = strait()
    roles = tuple(evolve(each, role=case.roles[2].role) if each.actor == "shipping" else each for each in case.roles)
    talks = SpecimenTalks.opened(evolve(case, roles=roles))
    talks.act("harbour", put, offer(), together_with=("bridge", "shipping"), name="final")
    talks.act("shipping", join, FINAL)
    assert talks.case("north").sealed_proposals == ()
    talks.act("bridge", join, FINAL)
    assert proposal(talks).by == ("harbour", "bridge", "shipping")


def test_what_is_joined_too_late_is_not_put():
    talks = SpecimenTalks.opened(strait())
    talks.act("harbour", put, offer(), together_with=("bridge",), name="final")
    talks.wait(days=2)
    assert "not ahead" in talks.refusal("bridge", join, FINAL)
    assert talks.case("north").sealed_proposals == ()


def test_only_mediators_put_it_together():
    talks = SpecimenTalks.opened(strait())
    assert "shipping is none; mediators: bridge, harbour" in talks.refusal("harbour", put, offer(), together_with=("shipping",))


def test_an_answer_is_the_partys_own(talks):
    before = {each: books(talks.clerk, each) for each in AUDIENCES}
    talks.act("north", seal, FINAL, accepts=True)
    changed = [each for each in AUDIENCES if books(talks.clerk, each) != before[each]]
    assert (changed, answers(talks, "north")) == (["north"], {"north": True})


def test_an_answer_can_be_changed_until_it_is_opened(talks):
    talks.act("north", seal, FINAL, accepts=True)
    assert "sealed that answer" in talks.refusal("north", seal, FINAL, accepts=True)
    talks.act("north", seal, FINAL, accepts=False)
    talks.act("north", seal, FINAL, accepts=True)
    talks.act("south", seal, FINAL, accepts=True)
    assert answers(talks, "north") == {"north": True}
    assert proposal(talks).outcome is Outcome.AGREED
    assert "was opened: agreed" in talks.refusal("north", seal, FINAL, accepts=False)


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ((True, True, True), Outcome.AGREED),
        ((True, True, False), Outcome.NO_AGREEMENT),
        ((True, False, False), Outcome.NO_AGREEMENT),
        ((False, False, False), Outcome.NO_AGREEMENT),
    ],
)
def test_it_is_opened_when_all_have_answered(given, outcome):
    talks = talks_with_an_offer(three_sides(), "north", "south", "west")
    for party, accepts in zip(("north", "south", "west"), given, strict=True):
        assert proposal(talks, "harbour").outcome is None
        talks.act(party, seal, FINAL, accepts=accepts)
    assert {proposal(talks, each).outcome for each in ("north", "south", "west", "harbour")} == {outcome}
    assert [answers(talks, each) for each in ("harbour", "north")] == [{}, {"north": given[0]}]


def test_silence_is_no_acceptance(talks):
    talks.act("north", seal, FINAL, accepts=True)
    talks.wait(days=2)
    assert proposal(talks).outcome is None  # nobody has looked yet
    assert talks.view("south").case.sealed_proposals[0].outcome is Outcome.NO_AGREEMENT
    assert proposal(talks).outcome is Outcome.NO_AGREEMENT


def test_what_is_due_is_opened_before_whoever_comes_late_is_refused(talks):
    talks.wait(days=2)
    with pytest.raises(AssertionError):  # the books changed: the proposal was opened
        talks.refusal("north", seal, FINAL, accepts=True)
    assert "was opened: no agreement" in talks.refusal("north", seal, FINAL, accepts=True)


def test_what_fell_due_stands_in_the_record_as_of_the_deadline(talks):
    talks.wait(days=3, hours=5)
    talks.view("shipping")
    line = talks.journal.book("strait", "north")[-1]
    assert (line.entry.kind, line.entry.recorded) == ("sealed-proposal-closed.v1", DEADLINE)


def test_nothing_else_stands_in_the_record_of_what_was_opened(talks):
    talks.act("north", seal, FINAL, accepts=True)
    talks.act("south", seal, FINAL, accepts=False)
    line = talks.journal.book("strait", "harbour")[-1]
    assert (line.entry.author, line.entry.body) == ("custodian", {"proposal": FINAL, "outcome": "no agreement"})


def test_what_is_not_put_to_a_party_is_refused_as_what_is_not_there():
    talks = talks_with_an_offer(three_sides(), "north", "south")
    hidden = talks.refusal("west", seal, FINAL, accepts=True)
    assert hidden == talks.refusal("west", seal, "harbour/nothing", accepts=True).replace("nothing", "final")
    assert "for parties" in talks.refusal("bridge", seal, FINAL, accepts=True)


def learning(talks):
    talks.act("south", seal, FINAL, accepts=False)
    talks.act("north", seal, FINAL, accepts=True)
    return {each: talks.case(each).sealed_answers for each in ("north", "harbour", "bridge")}


def test_mediators_learn_who_answered_what_only_where_the_talks_were_opened_so():
    assert learning(talks_with_an_offer())["harbour"] == ()
    learnt = learning(talks_with_an_offer(strait(mediators_learn_answers=True)))
    assert [(each.by, each.accepts, each.proposal) for each in learnt["harbour"]] == [("north", True, FINAL), ("south", False, FINAL)]
    assert [each.by for each in learnt["north"]] == ["north"]
    assert learnt["bridge"] == ()


def test_everyone_is_told_if_mediators_learn_answers():
    talks = talks_with_an_offer(strait(mediators_learn_answers=True))
    assert all(talks.view(each).case.mediators_learn_answers for each in ("north", "south", "shipping"))


def test_who_was_silent_is_told_to_mediators_by_its_absence():
    talks = talks_with_an_offer(strait(mediators_learn_answers=True))
    talks.act("north", seal, FINAL, accepts=True)
    talks.wait(days=2)
    talks.view("harbour")
    assert answers(talks, "harbour") == {"north": True}


@pytest.fixture
def with_principals():
    head = [evolve(each, procedure=Procedure.HEAD) for each in strait_case().principals if each.party == "north"]
    return talks_with_an_offer(strait(principals=tuple(head)))


def decide(talks, ruling):
    talks.act("north", decisions.decide, FINAL, ruling, Poll(decided_by="arda"), principal="north-head")


def test_nobody_accepts_beyond_its_mandate(with_principals):
    refusal = with_principals.refusal("north", seal, FINAL, accepts=True)
    assert "no signature beyond the mandate: ask your principal" in refusal
    with_principals.act("north", seal, FINAL, accepts=False)
    assert "for the delegation" in with_principals.refusal("north", seal, FINAL, accepts=True, principal="north-head")


def test_within_its_mandate_a_delegation_accepts_alone(with_principals):
    with_principals.act("north", mandates.instruct, HALF, principal="north-head")
    with_principals.act("north", seal, FINAL, accepts=True)
    assert answers(with_principals, "north") == {"north": True}


def test_with_its_principals_approval_it_accepts_beyond_it(with_principals):
    decide(with_principals, Ruling.APPROVE)
    with_principals.act("north", seal, FINAL, accepts=True)
    assert answers(with_principals, "north") == {"north": True}


def test_what_the_principal_has_refused_is_not_accepted_within_the_mandate_either(with_principals):
    with_principals.act("north", mandates.instruct, HALF, principal="north-head")
    decide(with_principals, Ruling.REFUSE)
    assert "your principal has refused" in with_principals.refusal("north", seal, FINAL, accepts=True)
    decide(with_principals, Ruling.APPROVE)
    with_principals.act("north", seal, FINAL, accepts=True)


def test_a_principal_decides_on_what_is_open_alone(with_principals):
    with_principals.wait(days=2)
    with_principals.view("north")
    refusal = with_principals.refusal("north", decisions.decide, FINAL, Ruling.APPROVE, Poll(decided_by="arda"), principal="north-head")
    assert FINAL in refusal


def test_sealed_answers_are_held_by_their_owners_alone(talks):
    talks.act("north", seal, FINAL, accepts=True)
    (own,) = talks.case("north").sealed_answers
    assert isinstance(own, SealedAnswer)
    assert own.holders == frozenset({"north"})


class BooksWithSomeoneQuicker(BooksInMemory):
    """A journal in which somebody else gets in just before the next append."""

    quicker = None

    def append(self, talks, entries, *, expected):
        quicker, self.quicker = self.quicker, None
        if quicker is not None:
            quicker()
        super().append(talks, entries, expected=expected)


def test_of_two_who_answer_at_the_same_moment_the_later_opens_it_once():
    frame = strait()
    talks = SpecimenTalks.opened(frame)
    quick = BooksWithSomeoneQuicker()
    quick.books = talks.journal.books
    talks.clerk.journal = quick
    talks.act("harbour", put, offer(), name="final")
    quick.quicker = lambda: talks.act("south", seal, FINAL, accepts=True)
    talks.act("north", seal, FINAL, accepts=True)
    for audience in ("north", "south", "harbour"):
        kinds = [line.entry.kind for line in quick.book("strait", audience)]
        assert kinds.count("sealed-proposal-closed.v1") == 1
        assert proposal(talks, audience).outcome is Outcome.AGREED


def test_of_two_who_look_after_the_deadline_at_the_same_moment_one_opens_it(talks):
    quick = BooksWithSomeoneQuicker()
    quick.books = talks.journal.books
    talks.clerk.journal = quick
    talks.wait(days=2)
    quick.quicker = lambda: talks.view("south")
    talks.view("north")
    kinds = [line.entry.kind for line in quick.book("strait", "north")]
    assert kinds.count("sealed-proposal-closed.v1") == 1


def test_a_deadline_that_passes_while_somebody_acts_holds(talks):
    moments = iter([DEADLINE - dt.timedelta(seconds=1)])
    talks.clerk.sources = evolve(talks.clerk.sources, clock=lambda: next(moments, DEADLINE))
    with pytest.raises(ProtocolViolation, match="the deadline of 'harbour/final' has passed"):
        talks.act("north", seal, FINAL, accepts=True)
    assert answers(talks, "north") == {}
