"""Whatever is answered or bid under seal: the book of everyone but whoever answered is a function of the outcome alone."""

from __future__ import annotations

from itertools import permutations, product

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.talks.sealing.blind_biddings import bid
from gobetween.talks.sealing.sealed_proposals import seal
from specimen_talks import AUDIENCES, books
from texts_and_seals_of_the_strait import FINAL, NUMBER, strait, talks_with_a_bidding, talks_with_an_offer, three_sides

PARTIES = ("north", "south", "west")
EVERYONE = (*AUDIENCES, "west")
BIDS = st.integers(min_value=0, max_value=60)


def answered(answers, *, order=PARTIES, waits=False):
    """The talks after these answers (`None`: silent), an hour apart; at the end, or after the deadline, everyone has looked."""
    talks = talks_with_an_offer(three_sides(), *PARTIES)
    given_by = dict(zip(PARTIES, answers, strict=True))
    for party in order:
        talks.wait(hours=1)
        if given_by[party] is not None:
            talks.act(party, seal, FINAL, accepts=given_by[party])
    if waits:
        talks.wait(days=2)
    for audience in EVERYONE:
        talks.view(audience)
    return talks


def outcome(talks):
    return talks.case("harbour").sealed_proposals[0].outcome


def test_a_book_tells_ones_own_answer_and_the_outcome_however_the_others_answered():
    found = {}
    for answers in product((True, False), repeat=3):
        talks = answered(answers)
        own = dict(zip(PARTIES, answers, strict=True))
        for audience in EVERYONE:
            key = (audience, own.get(audience), outcome(talks))
            found.setdefault(key, set()).add(books(talks.clerk, audience))
    assert all(len(each) == 1 for each in found.values())
    assert len(found) == 5 * 2 + 3 * 3  # of those without an answer each outcome; of parties no refusal is in what is agreed


def test_at_the_deadline_silence_is_as_a_refusal_to_everyone_else():
    found = {}
    for answers in product((True, False, None), repeat=3):
        if None in answers:
            talks = answered(answers, waits=True)
            own = dict(zip(PARTIES, answers, strict=True))
            for audience in EVERYONE:
                found.setdefault((audience, own.get(audience)), set()).add(books(talks.clerk, audience))
    assert all(len(each) == 1 for each in found.values())


def test_the_order_in_which_they_answered_is_in_nobody_elses_book():
    for answers in ((True, True, False), (True, False, False), (True, True, True)):
        worlds = [answered(answers, order=order) for order in permutations(PARTIES)]
        for audience in ("harbour", "bridge", "shipping", "public", "keeper"):
            assert len({books(talks.clerk, audience) for talks in worlds}) == 1


def test_changes_of_mind_are_in_nobody_elses_book():
    plain = answered((True, False, True))
    talks = talks_with_an_offer(three_sides(), *PARTIES)
    talks.act("south", seal, FINAL, accepts=True)
    talks.wait(hours=1)
    talks.act("north", seal, FINAL, accepts=True)
    talks.wait(hours=1)
    talks.act("south", seal, FINAL, accepts=False)
    talks.wait(hours=1)
    talks.act("west", seal, FINAL, accepts=True)
    for audience in EVERYONE:
        if audience != "south":
            assert books(talks.clerk, audience) == books(plain.clerk, audience)


def test_who_looks_first_after_the_deadline_and_when_is_in_nobodys_book():
    worlds = []
    for hours, first in enumerate(EVERYONE):
        talks = talks_with_an_offer(three_sides(), *PARTIES)
        talks.act("north", seal, FINAL, accepts=True)
        talks.wait(days=2, hours=hours)
        talks.view(first)
        worlds.append(talks)
    for audience in EVERYONE:
        assert len({books(talks.clerk, audience) for talks in worlds}) == 1


def bidden(payer, payee):
    talks = talks_with_a_bidding(strait())
    for party, amount in (("north", payer), ("south", payee)):
        if amount is not None:
            talks.act(party, bid, NUMBER, amount)
    talks.wait(days=2)
    talks.view("shipping")
    return talks, evolve(talks.case("harbour").biddings[0], holders=frozenset())


def others(talks, audience, own):
    """The book without the bid of its own reader, which is replaced by one that all worlds share."""
    return books(talks.clerk, audience).replace(f'"amount":{own},'.encode(), b'"amount":0,')


@settings(max_examples=60, deadline=None)
@given(first=st.tuples(BIDS, BIDS), second=st.tuples(BIDS, BIDS))
def test_bids_that_come_to_the_same_leave_the_same_in_every_book_but_the_bidders_own(first, second):
    (one, came), (other, came_too) = bidden(*first), bidden(*second)
    same = came == came_too
    for audience in ("harbour", "bridge", "shipping", "keeper", "public"):
        assert (books(one.clerk, audience) == books(other.clerk, audience)) is (same or audience != "harbour")
    for party, mine, theirs in (("north", first[0], second[0]), ("south", first[1], second[1])):
        if same:
            assert others(one, party, mine) == others(other, party, theirs)


@settings(max_examples=40, deadline=None)
@given(low=BIDS, gap=st.integers(min_value=1, max_value=60), other_gap=st.integers(min_value=1, max_value=60))
def test_how_near_bids_were_that_did_not_meet_is_in_no_book(low, gap, other_gap):
    (one, _), (other, _) = bidden(low, low + gap), bidden(low, low + other_gap)
    for audience in AUDIENCES:
        if audience != "south":
            assert books(one.clerk, audience) == books(other.clerk, audience)


@settings(max_examples=40, deadline=None)
@given(payee=BIDS, excess=st.integers(min_value=0, max_value=30), shift=st.integers(min_value=0, max_value=15))
def test_only_the_mean_of_bids_that_met_is_told(payee, excess, shift):
    shift = min(shift, excess // 2, payee + excess)
    wide, narrow = (payee + excess, payee), (payee + excess - shift, payee + shift)
    (one, came), (other, came_too) = bidden(*wide), bidden(*narrow)
    assert came == came_too
    assert came.settled == sum(wide) // 2
    assert books(one.clerk, "harbour") == books(other.clerk, "harbour")


def test_silence_is_as_bids_that_did_not_meet():
    worlds = [bidden(9, None)[0], bidden(None, None)[0], bidden(None, 9)[0]]
    for audience in ("harbour", "bridge", "shipping", "keeper", "public"):
        assert len({books(talks.clerk, audience) for talks in worlds}) == 1
