from __future__ import annotations

import pytest

from gobetween.bargaining.problems import Problem, Requirement, RequirementKind, problem_of, reservation_of
from gobetween.model.evidence import Stance
from gobetween.model.issues import Link


def some(*options):
    return frozenset(options)


def test_a_problem_follows_from_a_case(case, position, prefer):
    links = (
        Link("mine", by="union", if_chosen={"wage": some("two")}, requires={"hours": some("short")}),
        Link("matter", if_chosen={"wage": some("four"), "hours": some("short")}),
    )
    known = (prefer("union", 3), prefer("employers", 4))
    problem = problem_of(case(position("a", "union", Stance.DEMAND, "two four"), links=links), known)
    assert dict(problem.issues) == {"wage": ("none", "two", "four"), "hours": ("long", "short"), "quay": ("open",)}
    assert [(each.id, each.owner, each.kind.value, each.items) for each in problem.requirements] == [
        ("positions/a", "union", "demand", ("a",)),
        ("links/mine", "union", "link", ("mine",)),
        ("links/matter", None, "link", ("matter",)),
        ("reservation/union", "union", "reservation", ()),
        ("reservation/employers", "employers", "reservation", ()),
    ]
    assert problem.parties == ("union", "employers")
    assert problem.reservations == (3, 4)
    assert problem.required(problem.matter) == (problem.requirements[2],)
    assert problem.required(problem.acceptance) == problem.requirements[1:]


def test_links_by_those_without_a_say_or_about_what_is_not_there_are_left_out(case):
    links = (
        Link("city", by="city", if_chosen={"wage": some("two")}),
        Link("unknown-issue", if_chosen={"wage": some("two")}, requires={"hidden": some()}),
        Link("unknown-option", if_chosen={"wage": some("nine")}),
        Link("no-options", if_chosen={"mood": some()}),
        Link("says-nothing", if_chosen={}),
        Link("port", by="port", if_chosen={"wage": some("two")}, requires={"quay": some("open")}),
    )
    assert [each.id for each in problem_of(case(links=links)).requirements] == ["links/port"]


def test_the_cases_own_preferences_play_no_part_unless_passed(case):
    assert problem_of(case()).preferences == ()


def test_a_requirement_is_met_without_its_condition_or_with_its_terms(require):
    link = require("l", "a", "link", when="wage:two", then="hours:short")
    never = require("n", "a", "red", when="wage:two")
    always = require("d", "a", then="wage:two,four")
    assert link.is_met_by({"wage": "four", "hours": "long"})
    assert link.is_met_by({"wage": "two", "hours": "short"})
    assert not link.is_met_by({"wage": "two", "hours": "long"})
    assert not never.is_met_by({"wage": "two"})
    assert never.is_met_by({"wage": "four"})
    assert always.is_met_by({"wage": "four"})
    assert not always.is_met_by({"wage": "none"})
    assert link.issues == ("wage", "hours")
    assert link.is_concedable


def test_a_reservation_is_met_by_value(problem, prefer):
    talks = problem({"wage": "two four"}, preferences=[prefer("union", 5, wage={"two": 4, "four": 5})])
    (reservation,) = talks.requirements
    assert [talks.is_met_by(reservation, {"wage": wage}) for wage in ("two", "four")] == [False, True]


def test_is_met_by_of_a_problem_asks_other_requirements_for_their_options(problem, require):
    demand = require("d", "a", then="wage:two")
    assert problem({"wage": "two four"}, demand).is_met_by(demand, {"wage": "two"})


@pytest.mark.parametrize(
    "faulty",
    [
        {"kind": RequirementKind.DEMAND},
        {"kind": RequirementKind.RESERVATION},
        {"kind": RequirementKind.DEMAND, "least": 3},
        {"kind": RequirementKind.RESERVATION, "least": 3, "requires": {"wage": frozenset({"two"})}},
    ],
)
def test_a_requirement_has_options_or_a_least_value(faulty):
    with pytest.raises(ValueError, match="needs options"):
        Requirement("r", "union", **faulty)


def test_a_reservation_has_an_owner():
    with pytest.raises(ValueError, match="needs an owner"):
        Requirement("r", None, kind=RequirementKind.RESERVATION, least=1)


def test_a_problem_names_every_fault_of_it(prefer, require):
    union, port = prefer("union", 1), prefer("port", 1)
    requirements = (
        require("d", "a", then="hidden:x"),
        require("d", "b", then="wage:two"),
        reservation_of(port),
    )
    with pytest.raises(ValueError, match="no bargaining problem") as caught:
        Problem({"wage": ()}, requirements, preferences=(union, union))
    for fault in (
        "issue 'wage' has no options",
        "two requirements are called 'd'",
        "'union' has two sets of preferences",
        "'union' has preferences, but not exactly one reservation",
        "'port' has a reservation without preferences",
        "requirement 'd' names the unknown issue 'hidden'",
    ):
        assert fault in str(caught.value)
