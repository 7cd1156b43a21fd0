"""Where nobody, or not everybody, has demanded anything, no result may sound as if all agreed."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.bargaining.kernels import unwatched
from gobetween.briefs.answers.deadlocks import DeadlockAsked
from gobetween.briefs.scenes import Scene
from gobetween.disclosure.views import view_for
from gobetween.model.dates import parse_when
from gobetween.model.issues import Link
from gobetween.model.items import EVERYONE

NOBODY = "No demand that names an option is recorded, so that nothing can be said of what excludes a deal."


@pytest.fixture
def essence_of(quay):
    def answered(case, audience="keeper", **given):
        view = view_for(audience, case, **given)
        told: list[str] = []
        answer = DeadlockAsked(tell=told.append).answered((Scene(view, dt.date(2031, 5, 20)),), unwatched)
        return [each.text for each in answer.essence], told

    return answered


def tied(quay):
    one, other = ({each.id: frozenset({each.options[0].id})} for each in quay.issues[:2])
    return Link("tie", by="employers", if_chosen=one, requires=other, holders=EVERYONE)


def test_without_any_demand_nothing_is_said_of_what_excludes_a_deal(quay, essence_of):
    assert essence_of(evolve(quay, positions=(), links=())) == ([NOBODY], [])


def test_a_link_alone_is_no_demand(quay, essence_of, brief_of, lines_of):
    case = evolve(quay, positions=(), links=(tied(quay),))
    brief = brief_of(case)

    assert essence_of(case) == ([NOBODY], [])
    assert NOBODY in lines_of(brief)
    assert not any("Nothing in the recorded demands" in line for line in lines_of(brief))


def test_a_reader_who_holds_no_position_is_told_that_it_sees_none(quay, essence_of):
    hidden = tuple(evolve(each, holders=frozenset({"keeper"})) for each in quay.positions)

    assert essence_of(evolve(quay, positions=hidden, links=()), "conciliator")[0] == [
        "No demand that names an option is recorded that this reader sees, so that nothing can be said of what excludes a deal."
    ]


def test_who_has_demanded_nothing_is_named_where_nothing_excludes_a_deal(quay, essence_of, brief_of, lines_of):
    alone = tuple(each for each in quay.positions if each.actor == "union")
    case, silent = evolve(quay, positions=alone, links=()), "Of Port Employers no demand that names an option is recorded."

    assert essence_of(case)[0] == [f"Nothing that is required excludes a deal: some package meets it all. {silent}"]
    assert any("Nothing in the recorded demands" in line and silent in line for line in lines_of(brief_of(case)))


def test_as_of_a_day_no_more_is_said_than_that_none_is_known_to_have_been_made(quay, essence_of):
    known = tuple(evolve(each, known=parse_when("1999-01-01")) for each in quay.issues)
    there = tuple(evolve(each, known=parse_when("1999-01-01")) for each in quay.actors)

    told, _progress = essence_of(evolve(quay, issues=known, actors=there), as_of=dt.date(2000, 1, 1))

    assert told == [
        "No demand that names an option is known to have been made by then, so that nothing can be said of what excludes a deal."
    ]
