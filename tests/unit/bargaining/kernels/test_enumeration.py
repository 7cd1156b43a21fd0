from __future__ import annotations

from attrs import evolve

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.packages import every_package
from gobetween.model.preferences import ValueLink

ISSUES = {f"i{number}": "a b c" for number in range(8)}  # 6561 packages: prefixes and a shared block


def judged(problem):
    for place, package in enumerate(every_package(problem.issues)):
        violated = sum(1 << at for at, each in enumerate(problem.requirements) if not problem.is_met_by(each, package))
        yield place, tuple(problem.values(package).values()), violated


def test_large_problems_are_judged_as_package_by_package(problem, require, prefer):
    worth = {issue: {"a": number, "b": 3, "c": -number} for number, issue in enumerate(ISSUES)}
    links = (
        ValueLink({"i0": frozenset("a"), "i7": frozenset("bc")}, 40),
        ValueLink({"unknown": frozenset("a")}, 1000),
        ValueLink({}, 2),
    )
    union = evolve(prefer("union", 30, **worth), links=links)
    city = prefer("city", 10, i3={"a": 9}, i6={"c": 5})
    talks = problem(
        ISSUES,
        require("spans", None, "link", when="i0:a,b", then="i7:c"),
        require("early", "union", "red", when="i0:c i1:c"),
        require("late", "city", "link", when="i6:b", then="i0:a i1:b"),
        preferences=[union, city],
    )
    every = list(judged(talks))
    assert list(ENUMERATION.judge(talks)) == every
    for kept in range(32):
        assert list(ENUMERATION.judge(talks, kept)) == [row for row in every if not row[2] & kept]
