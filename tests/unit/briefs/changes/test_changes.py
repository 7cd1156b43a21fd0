from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve, fields

from gobetween.briefs.blocks import Listing, Mark, Paragraph, Table
from gobetween.briefs.changes import compose_changes
from gobetween.briefs.changes.wordings import GROUPS, TOLD_ELSEWHERE
from gobetween.casefiles.folders import load_case
from gobetween.disclosure.views import view_for
from gobetween.model.cases import Case
from gobetween.model.dates import on
from gobetween.model.items import Item
from gobetween.model.proposals import AnswerKind

HARBOUR = Path(__file__).parents[4] / "examples" / "harbour"
TODAY = dt.date(2031, 4, 30)


@pytest.fixture(scope="module")
def harbour():
    return load_case(HARBOUR, today=TODAY).case


def changes(case, first, last, audience="keeper"):
    first, last = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    views = [view_for(audience, case, as_of=day) for day in (first, last)]
    return compose_changes(*views, first=first, last=last)


def section(brief, section_id):
    return next(each for each in brief.sections if each.id == section_id)


def block(brief, section_id, title):
    return next(each for each in section(brief, section_id).blocks if getattr(each, "title", "").startswith(title))


def test_every_list_of_a_case_is_told_of_or_told_elsewhere():
    lists = {each.name for each in fields(Case) if "tuple" in str(each.type)}
    told = {name for group in GROUPS for name in group.kinds}

    assert lists == told | set(TOLD_ELSEWHERE)
    assert not told & set(TOLD_ELSEWHERE)


def test_who_moved_stands_with_what_stood_before(harbour):
    moves = block(changes(harbour, "2031-03-05", "2031-03-07"), "moved", "Moves").cells

    assert [each.text.split(":")[0] for each in moves] == [
        "March round, Dockers' Union on Guarantee of jobs",
        "March round, Terminal Employers on Pay rise",
    ]
    assert "Before: offers “2 per cent” or “3 per cent”." in moves[1].detail


def test_a_position_said_before_the_stretch_is_no_move_in_it(harbour):
    later = changes(harbour, "2031-03-07", "2031-03-31")

    assert not any("Moves" in getattr(each, "title", "") for each in section(later, "moved").blocks)


def test_the_essence_says_that_nobody_moved_and_over_what_demands_came_to_clash(harbour):
    essence = [cell.text for cell in changes(harbour, "2031-03-06", "2031-03-13").essence]

    assert "Moved: Nobody, as far as became known in that time." in essence
    assert "Between demands: 1 conflict (on Automated cranes) opened, none closed." in essence
    assert not any("Nobody" in each.text for each in changes(harbour, "2031-03-05", "2031-03-07").essence)


def test_conflicts_that_opened_and_closed_are_told_apart(harbour):
    opened = changes(harbour, "2031-03-02", "2031-03-07")
    blocked = section(opened, "blocked")

    assert [each.title.split(":")[0] for each in blocked.blocks if isinstance(each, Listing)] == ["Opened"]
    assert all(Mark.COMPUTED in cell.marks for each in blocked.blocks if isinstance(each, Listing) for cell in each.cells)


def test_a_demand_that_falls_closes_its_conflicts(harbour):
    demand = next(each for each in harbour.positions if each.options and each.actor == "union" and each.stance.value == "demand")
    early = evolve(demand, known=on(dt.date(2031, 3, 1)), when=on(dt.date(2031, 3, 1)), is_red_line=False)
    yielding = evolve(
        early,
        id="yielding",
        known=on(dt.date(2031, 4, 2)),
        when=on(dt.date(2031, 4, 2)),
        options=frozenset(option.id for option in harbour.issue(demand.issue).options),
    )
    others = tuple(each for each in harbour.positions if each.actor != "union" or each.issue != demand.issue)
    brief = changes(evolve(harbour, positions=(*others, early, yielding)), "2031-04-01", "2031-04-03")

    assert any(getattr(each, "title", "").startswith("Closed") for each in section(brief, "blocked").blocks)
    assert any("none opened" in cell.text for cell in brief.essence)


def test_once_all_demands_fit_together_it_says_so_instead_of_counting_none(harbour):
    days = [on(dt.date(2031, 3, day)) for day in (1, 10)]
    first, second = harbour.issue("shifts").options[:2]
    demand = next(each for each in harbour.positions if each.actor == "union" and each.stance.value == "demand")
    asked = evolve(demand, id="asked", issue="shifts", options=frozenset({first.id}), known=days[0], when=days[0], is_red_line=False)
    refused = evolve(asked, id="refused", actor="employers", options=frozenset({second.id}))
    moved = evolve(refused, id="moved", options=frozenset({first.id}), known=days[1], when=days[1])
    alone = evolve(harbour, positions=(asked, refused, moved), links=())

    blocked = section(changes(alone, "2031-03-05", "2031-03-12"), "blocked")
    told = [each.cell.text for each in blocked.blocks if isinstance(each, Paragraph)]
    assert any(each.startswith("Some package meets all demands; before, at least 1 demand had to be given up.") for each in told)


def test_an_answer_that_came_to_be_owed_is_named_with_who_waits(harbour):
    day = on(dt.date(2031, 4, 2))
    paper = evolve(
        harbour.proposals[0],
        id="new-paper",
        name="The paper",
        is_on_table=True,
        to=("union",),
        by=("conciliator",),
        round=None,
        when=day,
        known=day,
        versions=(),
    )
    brief = changes(evolve(harbour, proposals=(paper,)), "2031-04-01", "2031-04-03")

    assert [cell.text for cell in block(brief, "owed", "Answers owed since").cells] == [
        "Dockers' Union, on “The paper” to State Conciliator."
    ]


@pytest.mark.parametrize("kind", [AnswerKind.PENDING, AnswerKind.NO_ANSWER])
def test_what_is_said_of_an_answer_that_is_still_out_becomes_known_too(harbour, kind):
    day = on(dt.date(2031, 4, 11))
    proposal = harbour.proposals[0]
    said = evolve(
        harbour.answers[0], id="said-of-it", proposal=proposal.id, answer=kind, text="The branches decide.", when=day, known=day
    )
    brief = changes(evolve(harbour, answers=(*harbour.answers, said)), "2031-04-10", "2031-04-12")

    assert brief.essence[0].text == "Became known: 1 entry."
    assert [row[2].text for row in block(brief, "known", "What happened").rows] == ["The branches decide."]


def test_nothing_new_says_so_and_lists_no_source(harbour):
    brief = changes(harbour, "2031-04-10", "2031-04-12")

    assert [cell.text for cell in brief.essence] == ["Nothing of the case became known in that time."]
    assert {each.id for each in brief.sections} <= {"blocked"}


def test_an_entry_that_says_more_later_is_shown_as_it_was_and_as_it_is(harbour):
    deliverable = next(iter(harbour.deliverables), None)
    assert deliverable is not None
    before = view_for("keeper", evolve(harbour, deliverables=(evolve(deliverable, is_delivered=False),)))
    after = view_for("keeper", evolve(harbour, deliverables=(evolve(deliverable, is_delivered=True),)))
    brief = compose_changes(before, after, first=TODAY, last=TODAY + dt.timedelta(days=1))
    table = block(brief, "known", "Of which more")

    assert isinstance(table, Table)
    assert "not delivered" in table.rows[0][1].text
    assert "(delivered)" in table.rows[0][2].text


def test_what_became_known_is_what_the_later_view_has_and_the_earlier_has_not(harbour):
    days = ("2031-03-02", "2031-03-08", "2031-03-31")
    sizes = []
    for first, last in ((0, 1), (1, 2), (0, 2)):
        brief = changes(harbour, days[first], days[last])
        earlier, later = (view_for("keeper", harbour, as_of=dt.date.fromisoformat(days[each])).case for each in (first, last))
        told = {name for group in GROUPS for name in group.kinds} | {
            "rounds",
            "meetings",
            "proposals",
            "relays",
            "happenings",
            "positions",
            "tracks",
        }
        known = _keys(later, told) - _keys(earlier, told)
        words = brief.essence[0].text
        answers = {each.id for each in later.answers} - {each.id for each in earlier.answers}
        sizes.append(len(known) + len(answers))
        assert words.startswith(f"Became known: {len(known) + len(answers)} entries")
    assert sizes[0] + sizes[1] == sizes[2]


def _keys(case: Case, names: set[str]) -> set[tuple[str, str]]:
    return {(name, item.id) for name, item in case.items() if name in names and isinstance(item, Item)}
