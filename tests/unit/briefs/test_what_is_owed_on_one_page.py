"""On the one sheet a time stands for what it is: when an answer was said to be out, a day set, a day that has passed."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.briefs.one_page import one_page
from gobetween.model.dates import UNKNOWN_DATE, on
from gobetween.model.happenings import Deadline
from gobetween.model.items import EVERYONE
from gobetween.model.proposals import Answer, AnswerKind

SAID = on(dt.date(2031, 5, 14))


@pytest.fixture
def owed(quay, brief_of):
    """The points of what is owed on the sheet, of a case with these besides."""

    def points(**more):
        sheet = one_page(brief_of(evolve(quay, **more)))
        return [cell.text for section in sheet.sections if section.id == "owed" for block in section.blocks for cell in block.cells]

    return points


def pending(quay, known):
    proposal = evolve(quay.proposals[0], id="paper", name="The paper", is_on_table=True, by=("conciliator",), to=("union",))
    answer = Answer("out", proposal="paper", by="union", answer=AnswerKind.PENDING, to=("conciliator",), known=known, holders=EVERYONE)
    return {"proposals": (proposal,), "answers": (answer,)}


def test_the_span_of_a_round_is_no_time_by_which_an_answer_is_due(quay, owed):
    home = next(each for each in quay.rounds if not each.when.is_unknown)
    in_round = pending(quay, UNKNOWN_DATE)
    in_round["proposals"] = tuple(evolve(each, round=home.id) for each in in_round["proposals"])
    (line,) = (each for each in owed(**in_round) if "The paper" in each)

    assert line.endswith("(awaited by State Conciliator)")


def test_when_it_was_known_to_be_out_is_told_as_that(quay, owed):
    (line,) = (each for each in owed(**pending(quay, SAID)) if "The paper" in each)

    assert line.endswith("as of 14 May 2031)")


@pytest.mark.parametrize(("day", "is_past"), [(19, True), (20, False)])
def test_a_day_set_that_has_passed_says_so(owed, day, is_past):
    due = Deadline("due", by="union", text="Answer on the paper", when=on(dt.date(2031, 5, day)), holders=EVERYONE)
    (line,) = (each for each in owed(deadlines=(due,)) if "Answer on the paper" in each)

    assert ("this day has passed" in line) is is_past
