from __future__ import annotations

from gobetween.bargaining import improvements as improvements_of
from gobetween.bargaining.improvements import Better, improve
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Unknown

ISSUES = {"wage": "none two four", "hours": "long short"}


def two_sides(prefer):
    return [
        prefer("union", 0, wage={"two": 2, "four": 3}, hours={"short": 3}),
        prefer("employers", 0, wage={"none": 6, "two": 3}, hours={"long": 1}),
    ]


def test_a_package_on_the_table_can_be_bettered_for_all(problem, prefer):
    improvements = improve(problem(ISSUES, preferences=two_sides(prefer)), {"wage": "four", "hours": "long"})
    assert improvements.on_table.values == {"union": 3, "employers": 1}
    assert improvements.status == Optimal()
    assert [dict(each.package) for each in improvements.for_some.best] == [
        {"wage": "none", "hours": "short"},
        {"wage": "two", "hours": "short"},
    ]
    assert improvements.for_some.changes == 2
    assert [each.values for each in improvements.for_all.best] == [{"union": 5, "employers": 3}]
    assert improvements.for_all.count == 1


def test_an_efficient_package_has_no_improvement(problem, prefer):
    improvements = improve(problem(ISSUES, preferences=two_sides(prefer)), {"hours": "short", "wage": "two"})
    assert list(improvements.on_table.package) == ["wage", "hours"]
    assert (improvements.status, improvements.for_some, improvements.for_all) == (Optimal(), Better(), Better())


def test_the_shortest_improvement_changes_the_fewest_terms(problem, prefer):
    union, city = prefer("union", 0, wage={"four": 1}, hours={"short": 5}), prefer("city", 0)
    shortest = improve(problem(ISSUES, preferences=[union, city]), {"wage": "none", "hours": "long"}).for_some
    assert [dict(each.package) for each in shortest.shortest] == [{"wage": "none", "hours": "short"}, {"wage": "four", "hours": "long"}]
    assert shortest.changes == 1
    assert [dict(each.package) for each in shortest.best] == [{"wage": "four", "hours": "short"}]


def test_improvements_keep_red_lines_and_links_but_not_demands(problem, prefer, require):
    union = prefer("union", 9, wage={"two": 1, "four": 2})
    talks = problem(
        {"wage": "none two four"},
        require("red", "employers", "red", when="wage:four"),
        require("demand", "employers", then="wage:none"),
        preferences=[union],
    )
    assert [each.package["wage"] for each in improve(talks, {"wage": "none"}).for_all.best] == ["two"]


def test_a_partial_package_is_answered_with_its_best_completions(problem, prefer):
    improvements = improve(problem(ISSUES, preferences=two_sides(prefer)), {"wage": "four"})
    assert improvements.status == Unknown("the package on the table says nothing on hours")
    assert improvements.missing == ("hours",)
    assert [each.package["hours"] for each in improvements.completions] == ["long", "short"]
    assert improvements.on_table is None


def test_a_partial_package_that_cannot_be_completed_says_why(problem, prefer, require):
    talks = problem(ISSUES, require("red", "union", "red", when="wage:none"), preferences=two_sides(prefer))
    improvements = improve(talks, {"wage": "none"})
    assert isinstance(improvements.status, Infeasible)
    assert [each.id for each in improvements.status.conflict] == ["red"]


def test_without_preferences_nothing_is_known_to_be_better(problem):
    assert isinstance(improve(problem(ISSUES), {"wage": "two", "hours": "long"}).status, Unknown)


def test_the_most_that_each_could_gain_and_what_shares_the_gains_out(problem, prefer):
    improvements = improve(problem(ISSUES, preferences=two_sides(prefer)), {"wage": "four", "hours": "long"})
    assert [(each.party, each.gain, dict(each.package.package)) for each in improvements.most_for] == [
        ("union", 2, {"wage": "two", "hours": "short"}),
        ("employers", 5, {"wage": "none", "hours": "short"}),
    ]
    assert [dict(each.package) for each in improvements.nash.packages] == [{"wage": "two", "hours": "short"}]
    assert [dict(each.package) for each in improvements.leximin.packages] == [{"wage": "two", "hours": "short"}]


def test_who_can_gain_nothing_has_no_package_that_gives_it_most(problem, prefer):
    improvements = improve(problem(ISSUES, preferences=two_sides(prefer)), {"wage": "two", "hours": "short"})
    assert [(each.gain, each.package, each.is_proven) for each in improvements.most_for] == [(0, None, True)] * 2
    assert improvements.nash.packages == improvements.leximin.packages == ()


def test_of_too_many_best_packages_some_are_shown_from_all_along_the_frontier(problem, prefer, monkeypatch):
    monkeypatch.setattr(improvements_of, "MOST_BEST", 3)
    names = {f"i{at}": "a b" for at in range(4)}
    north = prefer("north", 0, **{issue: {"a": 2**at} for at, issue in enumerate(names)})
    south = prefer("south", 0, **{issue: {"b": 2**at} for at, issue in enumerate(names)})
    whole = improve(problem(names | {"i9": "x y"}, preferences=[north, south]), {"i9": "x"})
    assert len(whole.completions) == 3
    assert whole.completions_status == Feasible()
    assert {each.values["north"] for each in whole.completions} == {15, 8, 0}
