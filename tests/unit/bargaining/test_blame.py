from __future__ import annotations

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.kernels.enumeration import ENUMERATION


def test_nothing_is_to_blame_where_a_package_meets_everything(problem, require):
    talks = problem({"wage": "two four"}, require("high", "union", then="wage:four"))
    assert find_blame(talks, 1, ENUMERATION) is None


def test_what_is_needless_for_a_conflict_is_not_blamed(problem, require):
    talks = problem(
        {"wage": "two four", "hours": "long short"},
        require("high", "union", then="wage:four"),
        require("short", "union", then="hours:short"),
        require("low", "employers", then="wage:two"),
    )
    assert [each.id for each in find_blame(talks, 7, ENUMERATION)] == ["high", "low"]
