from __future__ import annotations

from collections import Counter
from fractions import Fraction

from attrs import evolve

from gobetween.bargaining.deadlocks import (
    Conflict,
    Deadlock,
    Opening,
    count_opened,
    default_cost,
    explain_deadlock,
    find_conflicts,
    find_deadlock,
    find_openings,
    first_conflict,
    links_behind,
)
from gobetween.bargaining.kernels import Count
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.problems import problem_of
from gobetween.bargaining.results import Feasible, Infeasible, Optimal
from gobetween.model.actors import Role, RoleKind
from gobetween.model.preferences import ValueLink

ISSUES = {"wage": "none two four", "hours": "long short"}


def ids(requirements):
    return [each.id for each in requirements]


def test_a_deadlock_is_its_minimal_conflicts_with_their_issues_and_owners(problem, require):
    talks = problem(
        ISSUES,
        require("high", "union", then="wage:four"),
        require("linked", "employers", "link", when="wage:four", then="hours:long"),
        require("short", "union", then="hours:short"),
        require("low", "employers", "red", when="wage:four"),
    )
    conflicts = find_conflicts(talks)
    assert [ids(each.requirements) for each in conflicts.conflicts] == [["high", "low"], ["high", "linked", "short"]]
    assert conflicts.conflicts[0].issues == ("wage",)
    assert conflicts.conflicts[1].issues == ("wage", "hours")
    assert conflicts.conflicts[1].owners == ("union", "employers")
    assert conflicts.status == Optimal()


def test_openings_concede_red_lines_last_and_show_what_they_open(problem, require):
    talks = problem(
        ISSUES,
        require("low", "employers", "red", when="wage:four,two"),
        require("high", "union", then="wage:four"),
        require("higher", "union", then="wage:four,two"),
    )
    first, second = find_openings(talks).openings
    assert (ids(first.concessions), first.cost, first.count) == (["high", "higher"], (0, 2), 2)
    assert [dict(each) for each in first.packages] == [{"wage": "none", "hours": "long"}]
    assert (ids(second.concessions), second.cost) == (["low"], (1, 1))
    assert second.reductions == ()


def test_the_caller_may_say_what_is_cheap(problem, require):
    talks = problem(ISSUES, require("low", "employers", "red", then="wage:none"), require("high", "union", then="wage:four"))
    openings = find_openings(talks, lambda concessions: (sum(each.owner == "union" for each in concessions),))
    assert [(ids(each.concessions), each.cost) for each in openings.openings] == [(["low"], (0,)), (["high"], (1,))]


def test_without_a_deadlock_there_is_no_conflict_and_the_opening_is_free(problem, require):
    talks = problem(ISSUES, require("high", "union", then="wage:four"))
    assert find_conflicts(talks).conflicts == ()
    (opening,) = find_openings(talks).openings
    assert (opening.concessions, opening.count, opening.cost) == ((), 2, (0, 0))


def test_contradictory_links_of_the_matter_are_named(problem, require):
    talks = problem(
        ISSUES,
        require("spare", None, "link", when="wage:four"),
        require("one", None, "link", then="hours:long"),
        require("other", None, "link", when="hours:long"),
        require("demand", "union", then="wage:four"),
    )
    for result in (find_conflicts(talks), find_openings(talks)):
        assert isinstance(result.status, Infeasible)
        assert ids(result.status.conflict) == ["one", "other"]


def test_a_conflict_names_the_links_of_the_matter_that_make_it(problem, require):
    talks = problem(
        ISSUES,
        require("high", "union", then="wage:four"),
        require("paid", None, "link", when="wage:two,four", then="hours:long"),
        require("early", None, "link", when="hours:short", then="wage:none"),
        require("other", None, "link", when="hours:long", then="wage:two,four"),
        require("short", "union", then="hours:short"),
        require("low", "employers", "red", when="wage:four"),
    )
    for kernel in (ENUMERATION, LAYERED):
        behind = {
            tuple(ids(each.requirements)): ids(links_behind(talks, each, kernel=kernel)) for each in find_conflicts(talks).conflicts
        }
        assert behind == {("high", "low"): [], ("high", "short"): ["paid"]}


def test_an_opening_says_by_how_much_a_reservation_value_must_come_down(problem, prefer, require):
    union = prefer("union", 10, wage={"two": 5, "four": 9}, hours={"short": 2})
    talks = problem(ISSUES, require("low", "employers", "red", when="wage:four"), preferences=[union])
    value, line = find_openings(talks).openings
    assert ids(value.concessions) == ["reservation/union"]
    assert [(each.amounts, dict(each.package)) for each in value.reductions] == [({"union": 3}, {"wage": "two", "hours": "short"})]
    assert value.count == 4
    assert ids(line.concessions) == ["low"]
    assert (value.cost, line.cost) == ((0, 0, Fraction(3, 11)), (1, 1, 0))


def test_several_reservation_values_come_down_in_each_way_that_asks_less_of_someone(problem, prefer):
    union = prefer("union", 5, wage={"none": 0, "two": 2, "four": 4})
    employers = prefer("employers", 5, wage={"none": 4, "two": 3, "four": 0})
    (opening,) = find_openings(problem({"wage": "none two four"}, preferences=[union, employers])).openings
    amounts = [each.amounts for each in opening.reductions]
    assert amounts == [{"union": 5, "employers": 1}, {"union": 3, "employers": 2}, {"union": 1, "employers": 5}]


def test_a_search_that_stops_at_its_limit_says_so_and_what_it_gives_is_right(problem, require):
    talks = problem(
        {f"i{number}": "a b" for number in range(3)},
        *(require(f"{side}{number}", side, then=f"i{number}:{side}") for number in range(3) for side in "ab"),
    )
    assert len(find_conflicts(talks).conflicts) == 3
    assert len(find_openings(talks).openings) == 8
    conflicts, openings = find_conflicts(talks, limit=4), find_openings(talks, limit=4)
    assert (conflicts.status, conflicts.complete, openings.status, openings.complete) == (Feasible(), False, Feasible(), False)
    assert [ids(each.requirements) for each in conflicts.conflicts] == [["a0", "b0"]]
    assert len(openings.openings) == 4


def test_too_many_conflicts_stop_the_search_too(problem, require):
    names = [f"d{number}" for number in range(4)]
    options = {"wage": " ".join(names)}
    talks = problem(options, *(require(name, name, then=f"wage:{name}") for name in names))
    assert len(find_conflicts(talks).conflicts) == 6
    conflicts = find_conflicts(talks, limit=5)
    assert (conflicts.complete, len(conflicts.conflicts)) == (False, 5)


def test_issues_that_nobody_speaks_of_do_not_make_a_case_too_large(problem, require):
    talks = problem(
        {f"i{number}": "a b c d" for number in range(20)},
        require("low", "employers", then="i7:a,b"),
        require("high", "union", then="i7:c,d"),
    )
    (conflict,) = find_conflicts(talks).conflicts
    assert (ids(conflict.requirements), conflict.issues) == (["low", "high"], ("i7",))
    assert [opening.count for opening in find_openings(talks).openings] == [2 * 4**19, 2 * 4**19]


def test_what_is_given_up_is_weighed_in_each_owners_own_terms(problem, prefer, require):
    union = prefer("union", 0, wage={"two": 60, "four": 80}, hours={"short": 20})
    employers = prefer("employers", 0, wage={"none": 5, "two": 4}, hours={"long": 5})
    talks = problem(
        ISSUES,
        require("high", "union", then="wage:four"),
        require("low", "employers", "red", when="wage:four"),
        preferences=[union, employers],
    )
    first, second = find_openings(talks).openings
    assert (ids(first.concessions), first.cost) == (["high"], (0, 0, Fraction(20, 100)))
    assert (ids(second.concessions), second.cost) == (["low"], (0, 0, Fraction(5, 10)))


def test_what_cannot_be_weighed_is_dearer_than_what_can(problem, prefer, require):
    union = prefer("union", 0, wage={"four": 80})
    demand, line = require("high", "union", then="wage:four"), require("low", "city", then="wage:none")
    first, second = find_openings(problem(ISSUES, line, demand, preferences=[union])).openings
    assert (ids(first.concessions), first.cost) == (["high"], (0, 0, Fraction(1)))
    assert (ids(second.concessions), second.cost) == (["low"], (0, 1, 0))


def test_a_demand_over_several_issues_costs_the_best_way_not_to_meet_it(prefer, problem, require):
    union = prefer("union", 0, wage={"two": 5, "four": 8}, hours={"short": 2})
    union = evolve(union, links=(ValueLink({"wage": frozenset({"two"}), "hours": frozenset({"long"})}, 4),))
    linked = require("linked", "union", when="wage:four", then="hours:short")
    cost = default_cost(problem(ISSUES, linked, preferences=[union]), ENUMERATION)
    assert cost((linked,)) == (0, 0, Fraction(10 - 8, 10))
    useless = require("useless", "union", when="wage:two", then="hours:short")
    cost = default_cost(problem(ISSUES, useless, preferences=[union]), ENUMERATION)
    assert cost((useless,)) == (0, 0, Fraction(10 - 9, 10))


def test_a_conflict_is_told_at_once_then_the_rest_and_at_last_the_whole(problem, require):
    told = list(explain_deadlock(wide_apart(problem, require), kernel=LAYERED))
    assert isinstance(told[0], Conflict)
    assert Counter(map(type, told)) == {Conflict: 10, Opening: 2**10, Deadlock: 1}
    assert told[-1].conflicts.complete
    assert told[-1].openings.complete


def test_whoever_watches_may_stop_the_search_and_keeps_what_was_found(problem, require):
    asked = []

    def twice(progress):
        asked.append(progress.stage)
        return asked.count("conflicts and openings") < 2

    found = find_deadlock(wide_apart(problem, require), kernel=LAYERED, watch=twice)
    assert (found.conflicts.status, found.openings.status) == (Feasible(), Feasible())
    assert (found.conflicts.complete, found.openings.complete) == (False, False)
    assert 0 < len(found.openings.openings) < 2**10
    assert all(len(each.concessions) == 10 for each in found.openings.openings)
    assert list(dict.fromkeys(asked)) == ["first conflict", "conflicts and openings", "openings"]


def test_openings_beyond_the_cheapest_are_left_to_be_worked_out(problem, require):
    talks = wide_apart(problem, require)
    openings = find_openings(talks, detailed=3, kernel=LAYERED).openings
    assert [each.is_worked_out for each in openings[:4]] == [True, True, True, False]
    assert (openings[0].count, openings[0].is_count_exact, len(openings[0].packages)) == (2**10, True, 1)
    assert (openings[3].count, openings[3].is_count_exact, openings[3].packages) == (1, False, ())
    assert count_opened(talks, openings[3], kernel=LAYERED) == Count(2**10, 2**10)
    assert count_opened(talks, openings[0]) == Count(2**10, 2**10)


def test_a_first_conflict_is_found_without_the_others(problem, require):
    talks = wide_apart(problem, require)
    assert [ids(first_conflict(talks, kernel=kernel).requirements) for kernel in (LAYERED, None)] == [["a0", "b0"]] * 2
    assert first_conflict(problem(ISSUES, require("high", "union", then="wage:four"))) is None


def test_consents_that_an_issue_needs_have_a_say_and_others_do_not(case, position):
    talks = case(
        position("shut", "port", "reject", "open", issue="quay"),
        position("up", "union", "demand", "four"),
        position("down", "employers", "demand", "none"),
        position("keep", "city", "demand", "two"),
    )
    conflicts = find_conflicts(problem_of(talks)).conflicts
    assert [(ids(each.requirements), each.owners) for each in conflicts] == [
        (["positions/shut"], ("port",)),
        (["positions/up", "positions/down"], ("union", "employers")),
    ]


def test_a_mediator_whose_consent_is_needed_blocks_and_concedes_as_others_do(case, position):
    talks = case(
        position("guarantee", "city", "demand", "long", issue="hours"), position("rest", "union", "demand", "short", issue="hours")
    )
    mediated = evolve(talks, roles=(*talks.roles, Role("city", actor="city", role=RoleKind.MEDIATOR)))
    assert find_conflicts(problem_of(mediated)).conflicts == ()
    hours = evolve(mediated.issue("hours"), consents=("union", "employers", "city"))
    asked = evolve(mediated, issues=tuple(hours if each.id == "hours" else each for each in mediated.issues))
    found = find_deadlock(problem_of(asked))
    assert [each.owners for each in found.conflicts.conflicts] == [("city", "union")]
    assert [ids(each.concessions) for each in found.openings.openings] == [["positions/guarantee"], ["positions/rest"]]


def test_many_issues_and_demands_are_no_hindrance(problem, require, prefer):
    issues = {f"i{at}": "a b c d e" for at in range(60)}
    worth = {issue: dict(zip("abcde", (9, 7, 5, 3, 1), strict=True)) for issue in issues}
    ebb, flow = (
        prefer("ebb", 300, **worth),
        prefer("flow", 330, **{issue: dict(zip("edcba", each.values(), strict=True)) for issue, each in worth.items()}),
    )
    lines = [require(f"r{at}", ("ebb", "flow")[at % 2], "red", when=f"i{at}:{'cde' if at % 2 else 'a'}"[:5]) for at in range(10)]
    found = find_deadlock(problem(issues, *lines, preferences=[ebb, flow]))
    assert [ids(each.requirements) for each in found.conflicts.conflicts] == [["reservation/ebb", "reservation/flow"]]
    assert [dict(each.reductions[0].amounts) for each in found.openings.openings] == [{"ebb": 30}, {"flow": 30}]
    assert [each.cost for each in found.openings.openings] == [(0, 0, Fraction(30, 540)), (0, 0, Fraction(30, 540))]


def wide_apart(problem, require):
    """Ten issues, each with two demands that cannot both be met."""
    demands = (require(f"{side}{at}", side, then=f"i{at}:{side}") for at in range(10) for side in "ab")
    return problem({**{f"i{at}": "a b" for at in range(10)}, **{f"j{at}": "a b" for at in range(10)}}, *demands)
