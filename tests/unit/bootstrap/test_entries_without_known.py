"""A case written by hand, whose entries say when they were and not when they became known."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.services import BriefRequest

CASE = """\
gobetween: 1
title: Quay
profile: closed
fictional: true
actors:
  union: {name: Union, kind: group, roles: [party]}
  board: {name: Board, kind: organisation, roles: [party]}
issues:
  pay:
    title: Pay
    options: {three: Three per cent, five: Five per cent}
positions:
  - {actor: union, issue: pay, stance: demand, options: [five], text: Five., when: 2025-03-03, held_by: public%s}
  - {actor: board, issue: pay, stance: offer, options: [three], text: Three., when: 2025-03-04, held_by: public}
  - {actor: board, issue: pay, stance: offer, options: [five], text: Five., when: 2025-03-04, held_by: union}
"""
DAY, LAST = dt.date(2025, 3, 5), dt.date(2025, 3, 12)
WORKSHOP = Workshop(dt.date(2026, 1, 1))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "case.yaml").write_text(CASE % "", encoding="utf-8")
    return tmp_path


def brief(folder, **asked):
    return WORKSHOP.make_brief(BriefRequest(folder, **asked), lambda _message: None).brief


def told(notices):
    return [each for each in notices if "when they became known" in each]


def test_the_keeper_is_told_what_no_day_lets_in_and_how_to_mend_it(folder):
    (notice,) = told(brief(folder, as_of=DAY).notices)

    assert "4 entries (roles: 2, positions: 2)" in notice  # the union's own is not the keeper's to count
    assert "`known: DATE`" in notice


def test_nobody_else_is_told_how_many_there_are(folder):
    assert not told(brief(folder, as_of=DAY, audience="union").notices)
    assert not told(brief(folder, as_of=DAY, audience="public").notices)


def test_without_a_day_nothing_is_left_out_and_nothing_told(folder):
    made = brief(folder)

    assert not told(made.notices)
    assert "missing" in {each.id for each in made.sections}


def test_what_a_day_leaves_out_is_not_asked_for(folder):
    assert "missing" not in {each.id for each in brief(folder, as_of=DAY).sections}


def test_an_entry_that_says_since_when_it_was_known_is_no_longer_counted(folder):
    (folder / "case.yaml").write_text(CASE % ", known: 2025-03-03", encoding="utf-8")
    made = brief(folder, as_of=DAY)

    assert "positions: 1" in told(made.notices)[0]
    assert "positions" in {each.id for each in made.sections}


@pytest.mark.parametrize("last", [LAST, dt.date(2025, 3, 9)])
def test_a_comparison_tells_of_them_instead_of_saying_that_nothing_became_known(folder, last):
    made = WORKSHOP.compare(BriefRequest(folder), dt.date(2025, 3, 1), last, lambda _message: None).brief
    (line,) = made.essence

    assert line.text.startswith("Nothing with a date became known in that time; of 4 entries")
    assert told(made.notices)


def test_a_comparison_that_begins_after_today_has_them_on_neither_day(folder):
    made = WORKSHOP.compare(BriefRequest(folder), dt.date(2027, 1, 1), None, lambda _message: None).brief

    assert next(each.text for each in made.essence).startswith("Nothing with a date became known in that time; of 4 entries")
    assert told(made.notices)
    assert not any("9999" in each for each in made.notices)


def test_a_comparison_for_somebody_else_says_nothing_of_them(folder):
    asked = BriefRequest(folder, audience="board")
    made = WORKSHOP.compare(asked, dt.date(2025, 3, 1), LAST, lambda _message: None).brief

    assert [each.text for each in made.essence] == ["Nothing of the case became known in that time."]
    assert not told(made.notices)


def test_a_check_warns_of_those_that_say_when_they_were(folder):
    found = WORKSHOP.check_case(folder)

    assert not found.faults
    assert [each[:24] for each in found.warnings if "`known`" in each] == ["2 entries (positions: 2)"]
