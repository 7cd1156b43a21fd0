"""What holds for every mandate, every vote, and every position said in public."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gobetween.bargaining.demands import current_positions, positions_required
from gobetween.model.actors import Principal, Procedure
from gobetween.model.cases import Case
from gobetween.model.dates import on
from gobetween.model.errors import ProtocolViolation
from gobetween.model.evidence import Stance
from gobetween.model.issues import Issue, Option
from gobetween.model.mandates import Choice, Mandate, Ruling, Tally, Vote
from gobetween.model.positions import IN_CONFIDENCE, Position, Series
from gobetween.protocols.decisions import Poll, check_poll
from gobetween.protocols.mandates import covers

OPTIONS = ("none", "half", "full")
option_sets = st.dictionaries(st.sampled_from(("toll", "hours")), st.frozensets(st.sampled_from(OPTIONS)))
shares = st.fractions(0, 1, max_denominator=12)


@given(option_sets, option_sets, option_sets)
def test_a_wider_mandate_covers_all_that_a_narrower_one_does(may_accept, wider, terms):
    both = {issue: may_accept.get(issue, frozenset()) | wider.get(issue, frozenset()) for issue in (*may_accept, *wider)}
    if covers(Mandate("m", party="north", may_accept=may_accept), terms):
        assert covers(Mandate("m", party="north", may_accept=both), terms)


@given(option_sets, option_sets, option_sets)
def test_terms_are_within_a_mandate_only_if_each_part_of_them_is(may_accept, terms, more):
    mandate = Mandate("m", party="north", may_accept=may_accept)
    both = {issue: terms.get(issue, frozenset()) | more.get(issue, frozenset()) for issue in (*terms, *more)}
    if covers(mandate, both):
        assert all(covers(mandate, each) or not any(each.values()) for each in (terms, more))


def allowed(principal, poll):
    """The rulings that the procedure allows."""
    found = []
    for ruling in Ruling:
        try:
            check_poll(principal, ruling, poll)
        except ProtocolViolation:
            continue
        found.append(ruling)
    return found


@given(shares, shares, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(1, 30))
def test_a_ballot_carries_or_does_not_and_one_more_for_it_never_turns_it(quorum, threshold, votes_for, against, abstained, eligible):
    principal = Principal("p", party="north", name="All", procedure=Procedure.BALLOT, quorum=quorum, threshold=threshold)
    tally = Tally(votes_for, against, abstained=abstained, eligible=eligible)
    found = allowed(principal, Poll(tally=tally))
    assert found in ([], [Ruling.REFUSE], [Ruling.APPROVE, Ruling.AMEND])
    cast = votes_for + against + abstained
    assert bool(found) is (quorum * eligible <= cast <= eligible)
    if Ruling.APPROVE in found:
        assert votes_for > against
        assert Fraction(votes_for, votes_for + against) >= threshold
        assert cast == eligible or Ruling.APPROVE in allowed(principal, Poll(tally=evolve(tally, votes_for=votes_for + 1)))


@given(st.sampled_from([Procedure.VOTE, Procedure.CONSENSUS]), shares, shares, st.lists(st.sampled_from(Choice), max_size=6))
def test_members_carry_or_do_not_and_nobody_turns_it_by_changing_to_yes(procedure, quorum, threshold, choices):
    members = tuple("abcdef")
    principal = Principal("p", party="north", name="All", procedure=procedure, members=members, quorum=quorum, threshold=threshold)
    votes = tuple(Vote(member, choice) for member, choice in zip(members, choices, strict=False))
    found = allowed(principal, Poll(votes=votes))
    assert found in ([], [Ruling.REFUSE], [Ruling.APPROVE, Ruling.AMEND])
    assert bool(found) is (bool(votes) and len(votes) >= quorum * len(members))
    if Ruling.APPROVE in found:
        for place in range(len(votes)):
            changed = (*votes[:place], evolve(votes[place], choice=Choice.FOR), *votes[place + 1 :])
            assert Ruling.APPROVE in allowed(principal, Poll(votes=changed))


@st.composite
def position_lists(draw):
    """Positions of one actor on one issue, in any series, on some days of a week."""
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from(Series),
                st.sampled_from((Stance.DEMAND, Stance.ACCEPT, Stance.REJECT, Stance.DROPPED_DEMAND, Stance.THREATEN)),
                st.frozensets(st.sampled_from(OPTIONS), max_size=2),
                st.integers(1, 7),
                st.booleans(),
            ),
            max_size=7,
        )
    )
    return tuple(
        Position(
            f"p{place}",
            actor="north",
            issue="toll",
            series=series,
            stance=stance,
            options=options,
            text="words",
            is_red_line=is_red_line,
            when=on(dt.date(2031, 3, day)),
        )
        for place, (series, stance, options, day, is_red_line) in enumerate(drawn)
    )


def case_of(positions):
    toll = Issue("toll", title="Toll", options=tuple(Option(each, title=each) for each in OPTIONS), consents=("north",))
    return Case("strait", "Strait", issues=(toll,), positions=positions)


@given(position_lists())
def test_what_is_said_openly_puts_nothing_private_out_of_force(positions):
    private = tuple(each for each in positions if each.series in IN_CONFIDENCE)
    alone = {each.id for each in current_positions(case_of(private))}
    beside = {each.id for each in current_positions(case_of(positions)) if each.series in IN_CONFIDENCE}
    assert alone == beside


@given(position_lists())
def test_who_holds_nothing_private_reckons_with_what_is_open_alone(positions):
    opened = tuple(each for each in positions if each.series not in IN_CONFIDENCE)
    found = positions_required(case_of(opened))
    assert all(each.owner == "north" for each in found)
    assert {name for each in found for name in each.items} <= {each.id for each in opened}


@given(position_lists())
def test_whatever_is_required_comes_from_a_position_in_force(positions):
    case = case_of(positions)
    in_force = {each.id for each in current_positions(case)}
    assert all(each.items[0] in in_force for each in positions_required(case))
