from __future__ import annotations

from attrs import evolve

from gobetween.bargaining.deal_zones import deal_zone
from gobetween.bargaining.kernels import Count
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Unknown

WAGE = {"wage": "none two four"}


def test_red_lines_links_and_reservation_values_bound_the_zone_demands_do_not(problem, require, prefer):
    union = prefer("union", 2, wage={"two": 2, "four": 4})
    talks = problem(WAGE, require("d", "union", then="wage:none"), preferences=[union], parties=("union",))
    zone = deal_zone(talks)
    assert [dict(each.package) for each in zone.packages] == [{"wage": "two"}, {"wage": "four"}]
    assert [each.values for each in zone.packages] == [{"union": 2}, {"union": 4}]
    (union_range,) = zone.ranges
    assert (union_range.least, union_range.most, union_range.reservation, union_range.best) == (2, 4, 2, 4)
    assert zone.status == Optimal()


def test_only_the_first_packages_are_shown_but_all_are_counted(problem, prefer):
    talks = problem(WAGE, preferences=[prefer("union", 0)])
    zone = deal_zone(talks, shown=2)
    assert (zone.count, len(zone.packages), zone.is_all_shown) == (3, 2, False)
    assert deal_zone(talks).is_all_shown


def test_no_deal_zone_is_a_result_with_a_minimal_conflict(problem, require, prefer):
    talks = problem(
        WAGE,
        require("idle", "employers", "red", when="wage:none"),
        preferences=[prefer("union", 3, wage={"four": 4}), prefer("employers", 1, wage={"none": 2, "two": 1})],
    )
    zone = deal_zone(talks)
    assert zone.count == 0
    assert isinstance(zone.status, Infeasible)
    assert [each.id for each in zone.status.conflict] == ["reservation/union", "reservation/employers"]


def test_without_a_partys_preferences_the_zone_is_unknown(problem, prefer):
    talks = problem(WAGE, preferences=[prefer("union", 0)], parties=("union", "employers", "port"))
    assert deal_zone(talks).status == Unknown("no preferences are known of employers, port")
    assert deal_zone(problem(WAGE)).status == Unknown("nobody's preferences are known")


def test_whoever_has_to_consent_keeps_its_red_line_without_numbers(problem, require, prefer):
    talks = problem(WAGE, require("r", "port", "red", when="wage:four,two"), preferences=[prefer("union", 0)], parties=("union",))
    assert [each.package["wage"] for each in deal_zone(talks).packages] == ["none"]


def test_a_reservation_value_has_room_to_rise_until_the_zone_is_empty(problem, prefer):
    union, employers = prefer("union", 1, wage={"two": 2, "four": 4}), prefer("employers", 1, wage={"none": 5, "two": 3})
    ranges = deal_zone(problem(WAGE, preferences=[union, employers])).ranges
    assert [(each.party, each.headroom) for each in ranges] == [("union", 1), ("employers", 2)]


def test_ranges_can_be_left_out(problem, prefer):
    zone = deal_zone(problem(WAGE, preferences=[prefer("union", 2, wage={"two": 2})]), is_ranged=False)
    assert (zone.status, zone.size, zone.ranges) == (Optimal(), Count(1, 1), ())


def test_a_zone_whose_size_is_not_known_is_not_said_to_be_proven(problem, prefer):
    talks = problem(WAGE, preferences=[prefer("union", 0)])
    zone = deal_zone(talks, shown=1, kernel=Vague(ENUMERATION))
    assert (zone.status, zone.size, zone.count) == (Feasible(), Count(1, 9), 1)
    assert not zone.is_all_shown


def test_a_search_that_ends_before_it_finds_a_package_says_that_it_does_not_know(problem, prefer):
    zone = deal_zone(problem(WAGE, preferences=[prefer("union", 9)]), kernel=Vague(ENUMERATION))
    assert isinstance(zone.status, Unknown)
    assert "stopped" in zone.status.reason


def test_of_a_range_that_which_was_searched_to_the_end_is_proven(problem, prefer):
    talks = problem(WAGE, preferences=[prefer("union", 1, wage={"two": 2, "four": 4})])
    parts = [stopped_at(talks, search).ranges[0] for search in range(1, 4)]  # after the first search, for any package
    assert [(each.is_most_proven, each.is_best_proven, each.is_least_proven) for each in parts] == [
        (False, True, True),
        (True, False, True),
        (True, True, False),
    ]
    assert not any(each.is_proven for each in parts)


def stopped_at(talks, search):
    """The zone where one of the searches, counted from 0, was stopped before its end."""

    class Stopping(Vague):
        asked = -1

        def count(self, *args, **options):
            return self.kernel.count(*args, **options)

        def search(self, *args, **options):
            self.asked += 1
            return super().search(*args, **options) if self.asked == search else self.kernel.search(*args, **options)

    return deal_zone(talks, kernel=Stopping(ENUMERATION))


class Vague:
    """A kernel that is never sure of anything."""

    def __init__(self, kernel):
        self.kernel = kernel

    def count(self, *_args, **_options):
        return Count(0, 9)

    def search(self, *args, **options):
        return evolve(self.kernel.search(*args, **options), is_proven=False, are_all=False)
