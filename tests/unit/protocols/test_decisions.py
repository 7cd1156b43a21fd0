"""The protocol of decisions: by each procedure, what is decided, what is refused, and what nothing decides."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import product

import pytest

from gobetween.model.actors import Principal, Procedure
from gobetween.model.errors import ProtocolViolation
from gobetween.model.mandates import Choice, Ruling, Tally, Vote
from gobetween.protocols.acts import Moment
from gobetween.protocols.decisions import DecisionTaken, Poll, after, check_poll, is_approved

MOMENT = Moment("south-members", dt.datetime(2031, 3, 2, 9, tzinfo=dt.UTC))
APPROVE, AMEND, REFUSE = Ruling.APPROVE, Ruling.AMEND, Ruling.REFUSE
CHOICES = {"f": Choice.FOR, "a": Choice.AGAINST, "-": Choice.ABSTAIN}


def principal(procedure: Procedure, *, quorum: str = "1/2", threshold: str = "1/2", members: str = "abcde") -> Principal:
    return Principal(
        "p",
        party="south",
        name="The board",
        procedure=procedure,
        members=tuple(members),
        quorum=Fraction(quorum),
        threshold=Fraction(threshold),
    )


def votes(written: str) -> Poll:
    """`ff-a`: the first two members for it, the third abstains, the fourth against."""
    return Poll(votes=tuple(Vote(member, CHOICES[each]) for member, each in zip("abcdefgh", written, strict=False)))


def ballot(votes_for: int, against: int, abstained: int = 0, *, eligible: int) -> Poll:
    return Poll(tally=Tally(votes_for, against, abstained=abstained, eligible=eligible))


def decides(who: Principal, poll: Poll) -> str:
    """What can be recorded: `approve`, `refuse`, or why nothing is decided."""
    done = []
    for ruling in Ruling:
        try:
            check_poll(who, ruling, poll)
        except ProtocolViolation as refused:
            words = str(refused)
        else:
            done.append(ruling)
    assert done in ([], [REFUSE], [APPROVE, AMEND], list(Ruling))
    return str(done[0]) if done else words


@pytest.mark.parametrize(
    ("rules", "written", "outcome"),
    [
        ({}, "fff", "approve"),
        ({}, "fffaa", "approve"),
        ({}, "ffaaa", "refuse"),
        ({}, "ff-", "refuse"),  # two of five members are not half of them
        ({}, "fff--", "approve"),
        ({"members": "abcd"}, "ffaa", "refuse"),  # half are for it, and no more than against
        ({"members": "abcd"}, "ffa", "approve"),
        ({"threshold": "2/3", "members": "abcdef"}, "ffffaa", "approve"),
        ({"threshold": "2/3", "members": "abcdef"}, "fffa", "refuse"),
        ({"threshold": "1"}, "fffff", "approve"),
        ({"threshold": "1"}, "ffff-", "refuse"),
        ({"threshold": "0"}, "f----", "approve"),
        ({"threshold": "0"}, "-----", "refuse"),
        ({}, "ff", "nothing is decided: of 5 who may vote 2 took part, and The board needs 1/2 of them"),
        ({"quorum": "4/5"}, "fff", "nothing is decided: of 5 who may vote 3 took part, and The board needs 4/5 of them"),
        ({"quorum": "4/5"}, "fff-", "approve"),
    ],
)
def test_a_vote_counts_its_members(rules: dict[str, str], written: str, outcome: str) -> None:
    assert decides(principal(Procedure.VOTE, **rules), votes(written)) == outcome


@pytest.mark.parametrize(
    ("rules", "poll", "outcome"),
    [
        ({}, ballot(300, 299, eligible=1000), "approve"),
        ({}, ballot(300, 300, eligible=1000), "refuse"),
        ({}, ballot(250, 150, 100, eligible=1000), "approve"),
        ({}, ballot(499, 0, eligible=1000), "nothing is decided: of 1000 who may vote 499 took part, and The board needs 1/2 of them"),
        ({"threshold": "2/3"}, ballot(400, 200, 100, eligible=1000), "approve"),
        ({"threshold": "2/3"}, ballot(399, 200, 100, eligible=1000), "refuse"),
        ({"quorum": "0"}, ballot(0, 0, eligible=10), "refuse"),
        ({}, ballot(6, 5, eligible=10), "the tally cannot be: "),
        ({}, ballot(-1, 5, 2, eligible=10), "the tally cannot be: "),
        ({}, ballot(5, -1, 2, eligible=10), "the tally cannot be: "),
        ({}, ballot(5, 1, -2, eligible=10), "the tally cannot be: "),
        ({}, ballot(0, 0, eligible=0), "the tally cannot be: "),
    ],
)
def test_a_ballot_counts_the_votes_cast(rules: dict[str, str], poll: Poll, outcome: str) -> None:
    assert decides(principal(Procedure.BALLOT, **rules), poll).startswith(outcome)


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("fffff", "approve"),
        ("f----", "approve"),
        ("ffffa", "refuse"),
        ("ff", "nothing is decided: of 5 who may vote 2 took part, and The board needs 1/2 of them"),
    ],
)
def test_consensus_is_that_nobody_is_against(written: str, outcome: str) -> None:
    assert decides(principal(Procedure.CONSENSUS), votes(written)) == outcome


def test_a_head_decides_whatever_it_likes_and_nobody_else_does() -> None:
    who = principal(Procedure.HEAD)
    check_poll(who, APPROVE, Poll("a"))
    check_poll(who, REFUSE, Poll("a"))
    with pytest.raises(ProtocolViolation, match="The board is headed by 'a', who alone decides"):
        check_poll(who, APPROVE, Poll("b"))
    check_poll(principal(Procedure.HEAD, members=""), APPROVE, Poll("anyone"))


def test_where_no_procedure_is_known_the_ruling_is_taken_as_it_is() -> None:
    who = principal(Procedure.UNSAID)
    assert [decides(who, each) for each in (Poll(), Poll("a"))] == ["approve", "approve"]
    assert "give neither votes nor a tally" in decides(who, votes("fff"))


GIVEN = Poll("a", votes=(Vote("a", Choice.FOR),), tally=Tally(1, 2, eligible=3), text="no")
MEANS = {"head": Poll("a"), "votes": votes("fff"), "ballot": ballot(9, 1, eligible=10), "nothing": Poll()}
FITTING = {Procedure.HEAD: "head", Procedure.VOTE: "votes", Procedure.CONSENSUS: "votes", Procedure.BALLOT: "ballot"}


@pytest.mark.parametrize(
    ("procedure", "means"), [(procedure, means) for procedure, means in product(FITTING, MEANS) if FITTING[procedure] != means]
)
def test_a_principal_decides_by_its_own_procedure_alone(procedure: Procedure, means: str) -> None:
    assert decides(principal(procedure), MEANS[means]).startswith("The board does not decide in that way; ")


@pytest.mark.parametrize("written", ["aa", "az", "aab"])
def test_members_alone_vote_and_each_once(written: str) -> None:
    poll = Poll(votes=tuple(Vote(member, Choice.FOR) for member in written))
    found = decides(principal(Procedure.VOTE), poll)
    assert found == "each vote is one of a member, and none votes twice; members of The board: a, b, c, d, e"
    assert decides(principal(Procedure.VOTE, members=""), poll).endswith("members of The board: none is known")


def test_a_decision_stands_in_the_partys_book_with_how_it_was_taken() -> None:
    act = DecisionTaken("south/d", "south", "south/a", REFUSE, poll=GIVEN)
    found = after(None, act, MOMENT)
    assert (found.party, found.owner, found.on, found.ruling, found.day) == ("south", "south", "south/a", REFUSE, dt.date(2031, 3, 2))
    assert (found.votes, found.tally, found.decided_by, found.text) == ((Vote("a", Choice.FOR),), Tally(1, 2, eligible=3), "a", "no")
    with pytest.raises(ProtocolViolation, match="there is a decision 'south/d' already"):
        after(found, act, MOMENT)


def test_the_last_decision_of_a_party_about_something_counts() -> None:
    taken = [
        after(None, DecisionTaken(name, party, on, ruling), MOMENT)
        for name, party, on, ruling in (("1", "south", "pact", REFUSE), ("2", "south", "pact", APPROVE), ("3", "north", "pact", REFUSE))
    ]
    assert is_approved(taken, "south", "pact")
    assert not is_approved(taken[:1], "south", "pact")
    assert not is_approved(taken, "north", "pact")
    assert not is_approved(taken, "south", "other")
    assert not is_approved([*taken, after(None, DecisionTaken("4", "south", "pact", AMEND), MOMENT)], "south", "pact")
