"""A side's position that is not public, of which nothing says by whom it was entrusted: marked, and no answer to what is public."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.briefs.blocks import Mark, Table
from gobetween.briefs.one_page import one_page
from gobetween.briefs.positions import HELD_BY_SOME
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.talking_points import find_points
from gobetween.disclosure.views import view_for
from gobetween.model.dates import on
from gobetween.model.items import KEEPER_ALONE, PUBLIC
from gobetween.model.positions import Position

DAY = dt.date(2031, 5, 20)
LATER = on(dt.date(2031, 5, 18))
QUIETLY = "Three would do for a year."
SOME = frozenset({"employers", "conciliator", "keeper"})


def case_with(quay, holders, **more):
    """The employers ask for 2 per cent in public; 3 per cent would do, as these know."""
    public = next(each for each in quay.positions if each.actor == "employers" and each.issue == "wage")
    option = next(each.id for each in quay.issue("wage").options if "3" in each.title)
    said = evolve(
        public, id="quiet", options=frozenset({option}), text=QUIETLY, when=LATER, known=LATER, round=None, is_red_line=False,
        holders=holders, citations=(), **more,
    )  # fmt: skip
    return evolve(quay, positions=(*quay.positions, said)), public


def tables(brief):
    blocks = (block for section in brief.sections for block in section.blocks)
    return {
        each.title: each for each in (block if isinstance(block, Table) else getattr(block, "table", None) for block in blocks) if each
    }


def words_in(table):
    return " ".join(cell.text for row in table.rows for cell in row)


@pytest.fixture
def brief(quay, brief_of):
    return brief_of(case_with(quay, SOME)[0])


def test_it_stands_apart_from_what_is_public_with_a_mark_and_its_holders(brief):
    found = tables(brief)
    cell = next(cell for row in found[HELD_BY_SOME].rows for cell in row if "3 per cent" in cell.text)

    assert Mark.NOT_PUBLIC in cell.marks
    assert "Held by" in found[HELD_BY_SOME].note
    assert "Port Employers" in found[HELD_BY_SOME].note
    assert "2 per cent" in words_in(found["Where each stands now"])


def test_who_else_holds_it_is_for_the_keeper_alone(quay, brief_of):
    note = tables(brief_of(case_with(quay, SOME)[0], "conciliator"))[HELD_BY_SOME].note

    assert note == "Not for passing on."


def test_it_is_no_move_from_what_is_public(brief):
    assert not any(QUIETLY in cell.text for cell in brief.essence)


def test_wherever_its_words_stand_the_mark_stands_with_them(brief):
    cells = [cell for table in tables(brief).values() for row in table.rows for cell in row if QUIETLY in cell.text]

    assert cells
    assert all(Mark.NOT_PUBLIC in cell.marks for cell in cells)


def test_the_notice_names_it(quay, brief_of):
    case, _public = case_with(quay, SOME)
    told = evolve(case.positions[-1], id="told", actor="union", owner="union", text="Ask us on Monday once more.")
    notices = brief_of(evolve(case, positions=(*case.positions, told))).notices

    assert "Not for passing on: contains what Dockers' Union entrusted, and positions that are not public." in notices


def test_the_one_sheet_sets_it_apart_too(brief):
    stands = next(each for each in one_page(brief).sections if each.id == "stands")

    assert [each.title for each in stands.blocks] == ["", "As only some know"]


@pytest.mark.parametrize("holders", [SOME, KEEPER_ALONE | {"conciliator"}, KEEPER_ALONE])
@pytest.mark.parametrize("audience", ["conciliator", "keeper"])
def test_what_is_said_to_others_keeps_the_public_demand_and_holds_nothing_of_it(quay, audience, holders):
    case, public = case_with(quay, holders)
    points = find_points(Scene(view_for(audience, case), DAY), "union")

    assert any(isinstance(each.item, Position) and each.item.id == public.id for each in points)
    assert not any(QUIETLY.rstrip(".") in each.words for each in points)


def test_what_everybody_knows_is_marked_nowhere(quay, brief_of):
    assert HELD_BY_SOME not in tables(brief_of(case_with(quay, frozenset({PUBLIC}))[0]))


def test_what_the_keeper_alone_holds_is_not_marked_for_some(quay, brief_of):
    assert HELD_BY_SOME not in tables(brief_of(case_with(quay, KEEPER_ALONE)[0]))
