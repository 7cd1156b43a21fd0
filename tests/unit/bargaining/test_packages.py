from __future__ import annotations

import pytest

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.packages import count_packages, every_package, issues_left_open, package_at
from gobetween.model.errors import InvalidCase, TooManyPackages

MANY = {f"issue-{number}": tuple("0123456789") for number in range(7)}


def test_packages_come_in_the_order_of_issues_and_options_the_last_issue_fastest():
    issues = {"wage": ("two", "four"), "hours": ("long", "short")}
    expected = [("two", "long"), ("two", "short"), ("four", "long"), ("four", "short")]
    assert [tuple(package.values()) for package in every_package(issues)] == expected
    assert [tuple(package_at(issues, place).values()) for place in range(4)] == expected
    assert count_packages(issues) == 4


def test_without_issues_there_is_the_empty_package(problem):
    assert list(every_package({})) == [{}]
    assert list(ENUMERATION.judge(problem({}))) == [(0, (), 0)]


def test_too_many_packages_are_refused_at_once_with_their_number_and_a_way_out(problem):
    told = r"7 issues make 10,000,000 packages.*1,000,000 at most; .*gobetween\[engine\].* take fewer issues"
    with pytest.raises(TooManyPackages, match=told):
        every_package(MANY)
    talks = problem({issue: " ".join(options) for issue, options in MANY.items()})
    with pytest.raises(TooManyPackages):
        ENUMERATION.judge(talks)
    assert count_packages(talks.settled({"issue-0": "3"}).issues) == 10**6


def test_a_partial_package_leaves_issues_open(problem):
    talks = problem({"wage": "two four", "hours": "long short"})
    assert issues_left_open(talks, {"wage": "two"}) == ("hours",)
    assert issues_left_open(talks, {"wage": "two", "hours": "long"}) == ()


@pytest.mark.parametrize(("package", "allowed"), [({"wage": "nine"}, "two, four"), ({"pay": "two"}, "wage")])
def test_an_option_that_is_not_to_be_had_is_refused(problem, package, allowed):
    with pytest.raises(InvalidCase, match=f"allowed there: {allowed}"):
        issues_left_open(problem({"wage": "two four"}), package)
