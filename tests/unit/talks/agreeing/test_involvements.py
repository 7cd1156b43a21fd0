from __future__ import annotations

import datetime as dt

import pytest

from agreements_of_the_strait import PACT, accepted, in_force, talks_with_a_pact
from gobetween.model.agreement import AgreementState, MarkKind, ObligationStatus
from gobetween.model.errors import ProtocolViolation
from gobetween.protocols.acts import Moment
from gobetween.protocols.involvements import BackersNamed, after
from gobetween.protocols.obligations import Duty
from gobetween.talks.agreeing import agreements
from gobetween.talks.agreeing.involvements import involve
from gobetween.talks.agreeing.obligations import fulfil, name_phase, oblige, score, verify_performance
from gobetween.talks.agreeing.opening_agreements import withdraw_agreement
from specimen_talks import AUDIENCES, books

FREE, FIRST = "harbour/free", "harbour/first"


@pytest.fixture
def talks():
    """In force, without a monitor; with a phase, and an obligation that the mediators have scored and found performed."""
    talks = in_force(talks_with_a_pact(monitors=(), guarantors=()))
    talks.act("harbour", name_phase, PACT, "First", conditions=("Ships are back.",), name="first")
    talks.act("harbour", oblige, PACT, "crews", Duty("north", "", phase=FIRST), name="free")
    talks.act("bridge", score, FREE, 1)
    talks.act("bridge", verify_performance, FREE, is_performed=True, to=("harbour",))
    return talks


def test_who_comes_to_an_agreement_is_shown_it_as_all_have_it(talks):
    talks.act("harbour", involve, PACT, monitors=("watch",), guarantors=("shipping",))
    seen = talks.case("watch")
    assert (seen.agreements[0].state, seen.agreements[0].monitors) == (AgreementState.IN_FORCE, ("watch",))
    assert {each.kind for each in seen.agreements[0].marks} == {MarkKind.SIGNATURE}
    assert (seen.obligations[0].status, seen.obligations[0].score) == (ObligationStatus.AGREED, None)
    assert seen.performances == ()
    assert talks.case("south").agreements[0].guarantors == ("shipping",)


def test_what_comes_after_comes_to_them_too(talks):
    talks.act("harbour", involve, PACT, monitors=("watch",))
    talks.act("watch", fulfil, FIRST, "Ships are back.")
    talks.act("watch", verify_performance, FREE, is_performed=True)
    assert talks.case("watch").phases[0].missing == ()
    assert talks.case("north").obligations[0].status is ObligationStatus.PERFORMED


def test_that_all_have_accepted_reaches_those_who_came_before_it():
    talks = talks_with_a_pact(monitors=())
    talks.act("north", agreements.accept, PACT)
    talks.act("bridge", involve, PACT, monitors=("watch",))
    assert talks.case("watch").agreements[0].marks == ()
    talks.act("south", agreements.accept, PACT)
    assert talks.case("watch").agreements[0].state is AgreementState.AGREED


def test_somebody_who_has_it_already_is_named_without_being_shown_it_again(talks):
    talks.act("harbour", involve, PACT, monitors=("watch",))
    before = talks.case("watch").agreements[0]
    talks.act("harbour", involve, PACT, guarantors=("watch",))
    after_it = talks.case("watch").agreements[0]
    assert (after_it.guarantors, after_it.monitors, after_it.marks) == (("watch",), ("watch",), before.marks)


def test_what_is_shown_tells_nothing_of_who_has_accepted():
    one, other = talks_with_a_pact(monitors=()), talks_with_a_pact(monitors=())
    one.act("north", agreements.accept, PACT)
    for talks in (one, other):
        talks.act("harbour", involve, PACT, monitors=("watch",))
    for audience in ("watch", "south", "shipping", "keeper", "public"):
        assert books(one.clerk, audience) == books(other.clerk, audience)


def test_nobody_else_learns_of_it(talks):
    before = {each: books(talks.clerk, each) for each in ("keeper", "public", "shipping")}
    talks.act("harbour", involve, PACT, monitors=("watch",))
    assert before == {each: books(talks.clerk, each) for each in before}
    assert set(AUDIENCES) > set(before)


@pytest.mark.parametrize(
    ("who", "backers", "words"),
    [
        ("north", {"monitors": ("watch",)}, "this is for those who carry"),
        ("harbour", {}, "name guarantors or monitors"),
        ("harbour", {"monitors": ("north",)}, "north: a party to 'harbour/pact' neither guarantees nor checks it"),
        ("harbour", {"monitors": ("moon",)}, "nobody you know of in these talks is called 'moon'"),
    ],
)
def test_only_who_carries_it_brings_others_to_it(talks, who, backers, words):
    assert words in talks.refusal(who, involve, PACT, **backers)


def test_nobody_comes_to_what_is_over():
    talks = talks_with_a_pact(monitors=())
    talks.act("harbour", withdraw_agreement, PACT)
    assert "is withdrawn: nobody stands behind it" in talks.refusal("harbour", involve, PACT, monitors=("watch",))
    assert accepted(talks_with_a_pact(monitors=())).act("harbour", involve, PACT, monitors=("watch",))


def test_there_is_nothing_to_back_where_there_is_no_agreement():
    with pytest.raises(ProtocolViolation, match="that you know of"):
        after(None, BackersNamed(PACT), Moment("harbour", dt.datetime(2031, 3, 1, tzinfo=dt.UTC)))
