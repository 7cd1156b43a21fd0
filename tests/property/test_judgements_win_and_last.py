"""Judging, for any document: twice is as once, in any order, after a re-run, and what nobody judged stays as it was read."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.model.evidence import ItemKind, JudgedItem, Standing, Verdict, items_of, judged
from strategies.judged_documents import account, documents, judgements_of, moved

SOME = settings(derandomize=True, max_examples=150, deadline=None, database=None)
JUDGED = (Standing.CONFIRMED, Standing.CHANGED)


def seen(whole, judgements):
    return judged(account(whole), judgements).account.reports[0].document


@st.composite
def judged_documents(draw):
    whole = draw(documents())
    return whole, draw(judgements_of(whole))


@SOME
@given(judged_documents())
def test_judging_twice_is_as_judging_once(given_case) -> None:
    whole, judgements = given_case
    once = judged(account(whole), judgements).account
    assert judged(once, judgements).account == once


@SOME
@given(judged_documents(), st.randoms(use_true_random=False))
def test_the_order_in_which_items_were_judged_changes_nothing(given_case, rng) -> None:
    whole, judgements = given_case
    shuffled = rng.sample(judgements, len(judgements))
    first, second = judged(account(whole), judgements), judged(account(whole), shuffled)
    assert first.account == second.account
    assert [(each.id, each.is_struck) for each in first.entries] == [(each.id, each.is_struck) for each in second.entries]


@SOME
@given(judged_documents())
def test_a_second_run_of_the_same_reader_gives_the_same(given_case) -> None:
    whole, judgements = given_case
    again = evolve(whole, reader="another version")
    assert evolve(seen(again, judgements), reader="") == seen(whole, judgements)


@SOME
@given(judged_documents())
def test_what_a_person_kept_is_there_whatever_is_read_later(given_case) -> None:
    whole, judgements = given_case
    nothing = evolve(whole, **{kind.value: () for kind in ItemKind})
    for later in (whole, nothing, moved(whole, 1)):
        document = seen(later, judgements)
        for judgement in judgements:
            if judgement.verdict.keeps:
                kept = [item for item in getattr(document, judgement.about.kind.value) if item.standing in JUDGED]
                wanted = judgement.judged_item()
                assert any(evolve(item, standing=Standing.READ) == wanted for item in kept)


@SOME
@given(judged_documents())
def test_what_was_not_judged_stays_as_it_was_read_under_its_id(given_case) -> None:
    whole, judgements = given_case
    keys = {judgement.about.key for judgement in judgements if judgement.verdict is not Verdict.OPEN}
    after = {name: item for name, _, item in items_of(seen(whole, judgements))}
    for name, kind, item in items_of(whole):
        if JudgedItem(whole.sha256, kind, item).key not in keys:
            assert after[name] == item


@SOME
@given(judged_documents())
def test_what_is_wrong_is_nowhere_and_every_item_has_one_id(given_case) -> None:
    whole, judgements = given_case
    result = judged(account(whole), judgements)
    document = result.account.reports[0].document
    keys = {JudgedItem(whole.sha256, kind, item).key for _, kind, item in items_of(document) if item.standing is Standing.READ}
    assert not keys & {judgement.about.key for judgement in judgements if judgement.verdict is Verdict.WRONG}
    names = [entry.id for entry in result.entries]
    assert len(set(names)) == len(names)
    assert [entry.id for entry in result.entries if not entry.is_struck] == [name for name, _, _ in items_of(document)]
