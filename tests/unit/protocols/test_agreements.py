from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.agreement import AgreementState, MarkKind
from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Alternative, Clause
from gobetween.protocols.acts import Moment
from gobetween.protocols.agreements import (
    AcceptanceTakenBack,
    AgreementOpened,
    AgreementWithdrawn,
    RatificationRefused,
    TextAccepted,
    TextAgreed,
    TextInitialled,
    TextRatified,
    TextSigned,
    after,
)

OPEN, AGREED, IN_FORCE = AgreementState.OPEN, AgreementState.AGREED, AgreementState.IN_FORCE
FAILED, WITHDRAWN = AgreementState.FAILED, AgreementState.WITHDRAWN
MOMENT = Moment("bridge", dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC))
CLAUSES = (Clause("Half the toll.", id="toll"), Clause("By day.", id="hours"), Clause("Guns fall silent.", id="truce"))


def opened(**changes):
    terms = {"parties": ("north", "south"), "mediators": ("bridge",), "clauses": CLAUSES, "early_parts": ("truce",), **changes}
    return AgreementOpened("bridge/pact", "The pact", **terms)


def run(*acts, start=None):
    state = start
    for act in acts:
        state = after(state, act, MOMENT)
    return state


def on(act, party=None, part=None, **more):
    return act("bridge/pact", *([party] if party else []), part=part, **more)


def agreed(part=None):
    return (opened(), on(TextAccepted, "north", part), on(TextAccepted, "south", part), on(TextAgreed, part=part))


def refused(*acts):
    with pytest.raises(ProtocolViolation) as caught:
        run(*acts)
    return str(caught.value)


def test_a_text_is_open_when_it_is_put_before_the_parties():
    state = run(opened())
    assert (state.state, state.state_of("truce"), state.marks) == (OPEN, OPEN, ())
    assert state.everyone == {"north", "south", "bridge"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"parties": ("north", "north")}, "between two parties or more"),
        ({"clauses": ()}, "each under a name of its own"),
        ({"clauses": (Clause("a"),)}, "each under a name of its own"),
        ({"clauses": (CLAUSES[0], CLAUSES[0])}, "each under a name of its own"),
        (
            {"clauses": (*CLAUSES, Clause("", id="duty", alternatives=(Alternative("a"), Alternative("b"))))},
            "brackets is not settled yet: duty",
        ),
        ({"early_parts": ("tolls",)}, "no clause is called tolls; clauses: toll, hours, truce"),
    ],
)
def test_what_cannot_be_agreed_is_not_opened(changes, words):
    assert words in refused(opened(**changes))


def test_an_agreement_is_opened_once():
    assert "is open already" in refused(opened(), opened())


@pytest.mark.parametrize("act", [on(TextAccepted, "north"), on(TextAgreed), AgreementWithdrawn("bridge/pact")])
def test_nothing_follows_on_no_agreement(act):
    assert "there is no agreement 'bridge/pact' that you know of" in refused(act)


def test_a_party_accepts_and_takes_its_acceptance_back_while_it_is_open():
    state = run(opened(), on(TextAccepted, "north"))
    assert state.mark_of("north", MarkKind.ACCEPTANCE) is not None
    assert run(on(AcceptanceTakenBack, "north"), start=state).marks == ()


def test_an_acceptance_is_taken_back_only_where_there_is_one():
    assert "no acceptance" in refused(opened(), on(TextAccepted, "south"), on(AcceptanceTakenBack, "north"))
    assert "is agreed; it would have to be open" in refused(*agreed(), on(AcceptanceTakenBack, "north"))


def test_a_party_marks_the_same_thing_once():
    assert "(acceptance) by north" in refused(opened(), on(TextAccepted, "north"), on(TextAccepted, "north"))


def test_only_parties_make_marks():
    assert "for its parties" in refused(opened(), on(TextAccepted, "shipping"))


@pytest.mark.parametrize(
    "act",
    [on(TextInitialled, "north"), on(TextSigned, "north"), on(RatificationRefused, "north")],
)
def test_nothing_binds_before_everything_is_agreed(act):
    assert "is open; it would have to be agreed" in refused(opened(), on(TextAccepted, "north"), act)


def test_it_is_in_force_once_every_party_has_signed():
    state = run(*agreed(), on(TextInitialled, "north"), on(TextSigned, "north"))
    assert state.state is AGREED
    state = run(on(TextSigned, "south"), start=state)
    assert (state.state, state.state_of("truce")) == (IN_FORCE, IN_FORCE)
    assert state.binds("toll")
    assert state.binds(None)


def test_a_signature_that_is_subject_to_ratification_binds_once_the_principal_ratifies():
    signed = run(*agreed(), on(TextSigned, "north"), on(TextSigned, "south", is_subject_to_ratification=True))
    assert signed.state is AGREED
    assert not signed.is_bound("south")
    assert run(on(TextRatified, "south"), start=signed).state is IN_FORCE


def test_initials_come_before_the_signature():
    assert "initials come before" in refused(*agreed(), on(TextSigned, "north"), on(TextInitialled, "north"))


def test_a_principal_ratifies_what_was_signed_subject_to_it():
    assert "has not signed" in refused(*agreed(), on(TextRatified, "south"))
    assert "signed it for good" in refused(*agreed(), on(TextSigned, "south"), on(TextRatified, "south"))


def test_it_fails_where_a_principal_refuses_signed_or_not():
    state = run(*agreed(), on(RatificationRefused, "south", reason="too little"))
    assert (state.state, state.state_of("truce"), state.refused_by, state.reason) == (FAILED, FAILED, "south", "too little")
    assert "is failed; it would have to be agreed" in refused(*agreed(), on(RatificationRefused, "south"), on(TextSigned, "north"))


def test_a_mediator_takes_back_what_is_not_agreed():
    state = run(opened(), on(TextAccepted, "north"), AgreementWithdrawn("bridge/pact", reason="a better one comes"))
    assert (state.state, state.state_of("truce"), state.reason) == (WITHDRAWN, WITHDRAWN, "a better one comes")


def test_what_is_agreed_is_not_taken_back():
    assert "is agreed; it would have to be open" in refused(*agreed(), AgreementWithdrawn("bridge/pact"))
    assert "'truce' of 'bridge/pact' is agreed" in refused(*agreed("truce"), AgreementWithdrawn("bridge/pact"))


def test_an_early_part_binds_before_the_whole():
    state = run(*agreed("truce"), on(TextSigned, "north", "truce"), on(TextSigned, "south", "truce"))
    assert (state.state, state.state_of("truce")) == (OPEN, IN_FORCE)
    assert state.binds("truce")
    assert not state.binds("toll")


def test_an_early_part_in_force_stays_so_whatever_becomes_of_the_rest():
    in_force = run(*agreed("truce"), on(TextSigned, "north", "truce"), on(TextSigned, "south", "truce"))
    assert run(AgreementWithdrawn("bridge/pact"), start=in_force).state_of("truce") is IN_FORCE
    both = (on(TextAccepted, "north"), on(TextAccepted, "south"), on(TextAgreed))
    failed = run(*both, on(RatificationRefused, "north"), start=in_force)
    assert (failed.state, failed.state_of("truce")) == (FAILED, IN_FORCE)
    assert failed.binds("truce")


def test_an_early_part_that_a_principal_refuses_leaves_the_whole_open():
    state = run(*agreed("truce"), on(RatificationRefused, "south", "truce"))
    assert (state.state, state.state_of("truce")) == (OPEN, FAILED)


def test_accepting_the_whole_is_not_accepting_that_a_part_binds_early():
    state = run(opened(), on(TextAccepted, "north"), on(TextAccepted, "south", "truce"))
    assert not state.is_accepted_by_all()
    assert not state.is_accepted_by_all("truce")


def test_once_the_whole_is_agreed_its_parts_are():
    assert run(*agreed()).state_of("truce") is AGREED


def test_only_the_parts_that_were_named_bind_early():
    assert "those that may: truce" in refused(opened(), on(TextAccepted, "north", "toll"))
    assert "those that may: none" in refused(opened(early_parts=()), on(TextAccepted, "north", "toll"))
