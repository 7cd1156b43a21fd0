"""Judgements applied to what was read: they win, survive a re-run, and strike nothing that they do not speak of."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.dates import on
from gobetween.model.evidence import (
    ActMention,
    AssessmentMention,
    Confidence,
    DateMention,
    DelegationMention,
    DeliverableMention,
    DisputeMention,
    ItemKind,
    Judgement,
    LeverageMention,
    MeetingStatus,
    OfficeMention,
    Stance,
    Standing,
    StickingPointMention,
    Tone,
    Verdict,
    identified,
    items_of,
    judged,
    undecided,
)
from strategies.judged_documents import PARTIES, about, account, document, event, figure, meeting, moved, position, statement, words

DEMAND = position(0, 40)
OTHER = position(0, 40, PARTIES[1], Stance.REJECT)


def of(whole, *judgements):
    return judged(account(whole), judgements).account.reports[0].document


def test_a_wrong_item_is_struck_and_its_neighbour_on_the_same_words_is_not() -> None:
    seen = of(document(positions=(DEMAND, OTHER)), Judgement(about(DEMAND), Verdict.WRONG))
    assert seen.positions == (OTHER,)


def test_an_item_keeps_its_id_when_another_on_its_words_is_struck() -> None:
    whole = document(positions=(DEMAND, OTHER))
    before = {item.party: name for name, _, item in items_of(whole)}
    seen = of(whole, Judgement(about(DEMAND), Verdict.WRONG))
    assert [name for name, _, _ in items_of(seen)] == [before[OTHER.party]]


def test_a_right_item_is_confirmed_by_a_person() -> None:
    doubtful = evolve(DEMAND, confidence=Confidence(40))
    seen = of(document(positions=(doubtful, OTHER)), Judgement(about(DEMAND), Verdict.RIGHT))
    assert [(each.party, each.standing, each.confidence) for each in seen.positions] == [
        (DEMAND.party, Standing.CONFIRMED, None),
        (OTHER.party, Standing.READ, None),
    ]


def test_a_changed_item_has_the_values_that_the_person_gave() -> None:
    changes = (("stance", "reject"), ("party", "Harbour Company"))
    (seen,) = of(document(positions=(DEMAND,)), Judgement(about(DEMAND), Verdict.CHANGED, changes=changes)).positions
    assert (seen.party, seen.stance, seen.standing) == ("Harbour Company", Stance.REJECT, Standing.CHANGED)


def test_a_merged_item_is_gone_and_what_it_is_the_same_as_stays() -> None:
    twice = position(2, 42)
    whole = document(positions=(DEMAND, twice))
    judgement = Judgement(about(twice), Verdict.MERGED, into=about(DEMAND))
    assert of(whole, judgement).positions == (DEMAND,)
    only = of(document(positions=(twice,)), judgement)
    assert only.positions == (twice,), "what it was the same as is no longer read: it stays"


def test_items_merged_in_a_circle_all_stay() -> None:
    second, third = position(50, 90), position(100, 140)
    ring = [Judgement(about(a), Verdict.MERGED, into=about(b)) for a, b in ((DEMAND, second), (second, third), (third, DEMAND))]
    assert of(document(positions=(DEMAND, second, third)), *ring).positions == (DEMAND, second, third)


def test_items_merged_in_a_row_become_one() -> None:
    second, third = position(50, 90), position(100, 140)
    row = [Judgement(about(a), Verdict.MERGED, into=about(b)) for a, b in ((DEMAND, second), (second, third))]
    assert of(document(positions=(DEMAND, second, third)), *row).positions == (third,)


def test_the_last_judgement_of_an_item_counts_and_one_taken_back_does_not() -> None:
    whole = document(positions=(DEMAND,))
    wrong, right, back = (Judgement(about(DEMAND), verdict) for verdict in (Verdict.WRONG, Verdict.RIGHT, Verdict.OPEN))
    assert of(whole, wrong, right).positions[0].standing is Standing.CONFIRMED
    assert of(whole, right, wrong).positions == ()
    assert of(whole, wrong, back).positions[0].standing is Standing.READ


@pytest.mark.parametrize(("verdict", "left"), [(Verdict.RIGHT, 1), (Verdict.WRONG, 0), (Verdict.ADDED, 1)])
def test_judgements_hold_when_the_words_are_read_a_little_longer(verdict: Verdict, left: int) -> None:
    seen = of(moved(document(positions=(DEMAND,)), 9), Judgement(about(DEMAND), verdict))
    assert len(seen.positions) == left
    assert all((each.passage, each.standing) == (DEMAND.passage, Standing.CONFIRMED) for each in seen.positions)


def test_what_shares_less_than_half_of_the_words_is_another_item() -> None:
    seen = of(document(positions=(position(0, 90),)), Judgement(about(DEMAND), Verdict.WRONG))
    assert len(seen.positions) == 1


def test_a_person_who_confirmed_wins_over_another_reading_of_the_same_words() -> None:
    (seen,) = of(document(positions=(OTHER,)), Judgement(about(DEMAND), Verdict.RIGHT)).positions
    assert (seen.party, seen.stance) == (DEMAND.party, DEMAND.stance)


def test_a_wrong_reading_does_not_strike_another_reading_of_the_same_words() -> None:
    assert of(document(positions=(OTHER,)), Judgement(about(DEMAND), Verdict.WRONG)).positions == (OTHER,)


@pytest.mark.parametrize(
    ("verdict", "changes", "left"),
    [
        (Verdict.RIGHT, (), 2),
        (Verdict.CHANGED, (("party", "Crews"),), 2),
        (Verdict.ADDED, (), 2),
        (Verdict.WRONG, (), 1),
    ],
)
def test_what_is_no_longer_read_stands_alone_if_a_person_keeps_it(verdict: Verdict, changes: tuple, left: int) -> None:
    later = position(100, 140)
    seen = of(document(positions=(later,)), Judgement(about(DEMAND), verdict, changes=changes))
    assert len(seen.positions) == left
    assert seen.positions[-1] == later
    assert len({name for name, _, _ in items_of(seen)}) == left


def test_what_a_person_adds_stands_beside_another_reading_of_the_same_words() -> None:
    whole = document(positions=(OTHER,))
    added = Judgement(about(DEMAND), Verdict.ADDED)
    changed = Judgement(about(DEMAND), Verdict.CHANGED, changes=(("issue", "pay"),))
    for judgements in ((added,), (added, changed)):
        seen = of(whole, *judgements)
        assert {each.party for each in seen.positions} == {DEMAND.party, OTHER.party}
        assert len({name for name, _, _ in items_of(seen)}) == 2
    assert len(of(document(positions=(DEMAND,)), added).positions) == 1, "the same reading is the same item"


def test_two_that_were_kept_of_the_same_words_have_ids_of_their_own() -> None:
    kept = [Judgement(about(each), Verdict.RIGHT) for each in (DEMAND, OTHER)]
    assert len({name for name, _, _ in items_of(of(document(), *kept))}) == 2


def test_an_item_read_twice_is_judged_once() -> None:
    whole = document(positions=(DEMAND, DEMAND))
    assert of(whole, Judgement(about(DEMAND), Verdict.WRONG)).positions == ()
    assert len(of(whole, Judgement(about(DEMAND), Verdict.RIGHT)).positions) == 1


def test_copies_of_a_document_are_judged_as_one() -> None:
    whole = document(positions=(DEMAND,))
    result = judged(account(whole, whole), [Judgement(about(DEMAND), Verdict.WRONG)])
    assert [report.document.positions for report in result.account.reports] == [(), ()]
    assert [(entry.report, entry.is_struck) for entry in result.entries] == [("report-1.txt", True)]


def test_a_judgement_on_a_document_that_is_not_here_is_told() -> None:
    lost = Judgement(about(DEMAND, sha256="cd" * 32), Verdict.RIGHT)
    whole = document(positions=(DEMAND,))
    result = judged(account(whole), [lost])
    assert result.absent == (lost,)
    assert result.account == account(whole)


def test_an_event_goes_with_the_meeting_that_it_was_coded_from() -> None:
    held, coded, apart = meeting(0, 40), event(0, 40), event(50, 90)
    seen = of(document(meetings=(held,), events=(coded, apart)), Judgement(about(held, ItemKind.MEETING), Verdict.WRONG))
    assert (seen.meetings, seen.events) == ((), (apart,))


def coded(whole):
    """One event for each position that demands, from its party."""
    demands = (each for each in whole.positions if each.stance is Stance.DEMAND)
    return tuple(evolve(event(0, 40, "position"), passage=each.passage, source=(each.party,)) for each in demands)


def recoded(whole, *judgements):
    return judged(account(whole), judgements, coded).account.reports[0].document.events


def with_events(*positions):
    whole = document(positions=positions)
    return evolve(whole, events=coded(whole))


def test_an_event_follows_the_position_that_it_was_coded_from_when_a_person_changes_it() -> None:
    whole = with_events(DEMAND, position(50, 90))
    changed = Judgement(about(DEMAND), Verdict.CHANGED, changes=(("party", PARTIES[1]),))
    assert [each.source for each in recoded(whole, changed)] == [PARTIES[1:2], PARTIES[:1]]
    assert [name for name, kind, _ in items_of(whole) if kind is ItemKind.EVENT] == [each.id for each in recoded(whole, changed)]
    assert [each.source for each in of(whole, changed).events] == [PARTIES[:1]] * 2, "without a way to code, they stay as read"


def test_an_event_goes_when_what_a_person_makes_of_its_position_is_none() -> None:
    changed = Judgement(about(DEMAND), Verdict.CHANGED, changes=(("stance", "claim"),))
    assert recoded(with_events(DEMAND), changed) == ()


def test_an_event_comes_with_a_position_that_was_added_and_goes_with_one_that_is_wrong() -> None:
    added = Judgement(about(position(50, 90)), Verdict.ADDED)
    wrong = Judgement(about(DEMAND), Verdict.WRONG)
    assert [each.passage.start for each in recoded(with_events(DEMAND), added)] == [0, 50]
    assert [each.passage.start for each in recoded(with_events(DEMAND), added, wrong)] == [50]


def test_an_event_that_a_person_confirmed_stays_when_its_position_is_changed() -> None:
    whole = with_events(DEMAND)
    changed = Judgement(about(DEMAND), Verdict.CHANGED, changes=(("party", PARTIES[1]),))
    kept = Judgement(about(whole.events[0], ItemKind.EVENT), Verdict.RIGHT)
    assert [(each.source, each.standing) for each in recoded(whole, changed, kept)] == [(PARTIES[:1], Standing.CONFIRMED)]


def test_judging_with_coding_twice_is_as_judging_once() -> None:
    changed = Judgement(about(DEMAND), Verdict.CHANGED, changes=(("party", PARTIES[1]),))
    once = judged(account(with_events(DEMAND, OTHER)), (changed,), coded).account
    assert judged(once, (changed,), coded).account == once


def test_an_event_stays_while_another_item_stands_on_its_words_or_a_person_keeps_it() -> None:
    act, coded = position(0, 40), event(0, 40, "position")
    wrong = Judgement(about(DEMAND), Verdict.WRONG)
    assert of(document(positions=(act, OTHER), events=(coded,)), wrong).events == (coded,)
    kept = Judgement(about(coded, ItemKind.EVENT), Verdict.RIGHT)
    assert len(of(document(positions=(act,), events=(coded,)), wrong, kept).events) == 1
    assert of(document(positions=(act,), events=(event(0, 40, ""),)), wrong).events


def test_review_begins_with_the_doubtful_and_leaves_out_what_was_judged() -> None:
    sure, unsure = evolve(DEMAND, confidence=Confidence(90)), evolve(position(50, 90), confidence=Confidence(30))
    untold, done = position(100, 140), figure(0, 4)
    result = judged(account(document(positions=(sure, unsure, untold), figures=(done,))), [])
    assert [entry.item for entry in undecided(result.entries)] == [unsure, done, untold, sure]
    result = judged(account(document(figures=(done,))), [Judgement(about(done, ItemKind.FIGURE), Verdict.WRONG)])
    assert list(undecided(result.entries)) == []


def test_review_asks_of_an_item_before_the_event_that_was_coded_from_it() -> None:
    coded = event(0, 40, "position")
    result = judged(account(document(positions=(DEMAND,), events=(coded,))), [])
    assert [entry.item for entry in undecided(result.entries)] == [DEMAND, coded]


@pytest.mark.parametrize(
    ("verdict", "parts", "words"),
    [
        (Verdict.CHANGED, {}, "which fields"),
        (Verdict.RIGHT, {"changes": (("party", "Crews"),)}, "which fields"),
        (Verdict.MERGED, {}, "which it is the same as"),
        (Verdict.RIGHT, {"into": about(OTHER)}, "which it is the same as"),
        (Verdict.MERGED, {"into": about(DEMAND)}, "with itself"),
        (Verdict.MERGED, {"into": about(DEMAND, sha256="cd" * 32)}, "same document"),
        (Verdict.MERGED, {"into": about(figure(0, 4), ItemKind.FIGURE)}, "of its kind"),
        (Verdict.CHANGED, {"changes": (("stance", "shouts"),)}, "allowed: demand"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused(verdict: Verdict, parts: dict, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Judgement(about(DEMAND), verdict, **parts)


def test_nothing_is_judged_without_judgements() -> None:
    whole = document(positions=(DEMAND,), statements=(statement(0, 30),))
    assert judged(account(whole), []).account == account(whole)


def test_every_item_bears_its_id_in_tables_and_is_else_the_same() -> None:
    whole = account(document(positions=(DEMAND, OTHER), figures=(figure(0, 4),)))
    shown = identified(whole)
    assert shown == whole
    before = [name for name, _, _ in items_of(whole.reports[0].document)]
    assert [item.id for _, _, item in items_of(shown.reports[0].document)] == before
    assert [name for name, _, _ in items_of(shown.reports[0].document)] == before


READINGS = [
    (ItemKind.DATE, DateMention(words(0, 9), on(dt.date(2031, 3, 7))), DateMention(words(0, 9), on(dt.date(2031, 3, 8)))),
    (ItemKind.FIGURE, figure(0, 9), evolve(figure(0, 9), upper=50)),
    (ItemKind.MEETING, meeting(0, 9), evolve(meeting(0, 9), status=MeetingStatus.PLANNED)),
    (ItemKind.DELEGATION, DelegationMention(words(0, 9), "Union"), DelegationMention(words(0, 9), "Company")),
    (ItemKind.STATEMENT, statement(10, 30), statement(10, 30, "Union")),
    (ItemKind.STICKING_POINT, StickingPointMention(words(0, 9), "hours"), StickingPointMention(words(0, 9), "pay")),
    (ItemKind.ASSESSMENT, AssessmentMention(words(0, 9), Tone.GLOOMY), AssessmentMention(words(0, 9), Tone.HOPEFUL)),
    (ItemKind.LEVERAGE, LeverageMention(words(0, 9), "Union", "Company"), LeverageMention(words(0, 9), "Company", "Union")),
    (ItemKind.DELIVERABLE, DeliverableMention(words(0, 9), "Union", "a list"), DeliverableMention(words(0, 9), "Company", "a list")),
    (ItemKind.DISPUTE, DisputeMention(words(0, 9), "x", "Union", "Company"), DisputeMention(words(0, 9), "x", "Company", "Union")),
    (ItemKind.ACT, ActMention(words(0, 9), "Union"), ActMention(words(0, 9), "Company")),
    (ItemKind.OFFICE, OfficeMention(words(0, 9), "Anna Berg", "secretary"), OfficeMention(words(0, 9), "Anna Berg", "head")),
    (ItemKind.EVENT, event(0, 9), evolve(event(0, 9), plover="DEMAND")),
]


@pytest.mark.parametrize(("kind", "wrong", "other"), READINGS, ids=lambda each: each.word if isinstance(each, ItemKind) else "")
def test_of_two_readings_of_the_same_words_the_wrong_one_alone_is_struck(kind: ItemKind, wrong, other) -> None:
    whole = document(**{kind.value: (wrong, other)})
    assert getattr(of(whole, Judgement(about(wrong, kind), Verdict.WRONG)), kind.value) == (other,)


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_confidence_is_a_percentage(percent: int) -> None:
    with pytest.raises(ValueError, match="0 to 100"):
        Confidence(percent)


def test_few_annotated_items_make_nothing_doubtful() -> None:
    assert [Confidence(20, measured_on=number).is_doubtful for number in (None, 3, 300)] == [True, False, True]
