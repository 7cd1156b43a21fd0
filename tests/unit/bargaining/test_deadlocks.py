from __future__ import annotations

from fractions import Fraction

from gobetween.bargaining.deadlocks import find_conflicts, find_openings
from gobetween.bargaining.results import Feasible, Infeasible, Optimal

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
