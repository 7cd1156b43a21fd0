"""A case exported to another tool's files and imported again is the same bargaining problem, each party on a scale of its own."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.packages import every_package
from gobetween.bargaining.problems import problem_of
from gobetween.casefiles.scenarios.case_forms import ASSUMPTION_SET, case_of
from gobetween.casefiles.scenarios.scenario_files import FORMATS, files_for
from gobetween.casefiles.scenarios.scenario_folders import read_scenario
from gobetween.model.actors import Actor, Role, RoleKind
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.issues import Issue, Option
from gobetween.model.items import EVERYONE
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink

_name = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8) | st.sampled_from(
    ["no", "1.0", "null", "a b", "<&>", "'\"", "-5", "5", "Größe", "東京"]
)
_names = st.lists(_name, min_size=1, max_size=3, unique=True)
_LARGE = 10**12


@st.composite
def _cases(draw: Any, *, parties: int = 3, with_links: bool = False) -> Case:
    titles = draw(_names)
    options = {title: [str(number) for number in range(draw(st.integers(1, 3)))] if with_links else draw(_names) for title in titles}
    issues = tuple(
        Issue(
            f"issue-{at}",
            title=title,
            holders=EVERYONE,
            options=tuple(Option(f"option-{place}", title=name, holders=EVERYONE) for place, name in enumerate(options[title])),
        )
        for at, title in enumerate(titles)
    )
    ids = [f"party-{number}" for number in range(draw(st.integers(2, parties)))]
    preferences = tuple(draw(_preferences(each, issues, with_links=with_links)) for each in ids)
    return Case(
        "talks",
        "Talks",
        actors=tuple(Actor(each, name=each, holders=EVERYONE) for each in ids),
        roles=tuple(Role(f"{each}-role", actor=each, role=RoleKind.PARTY, holders=EVERYONE) for each in ids),
        issues=issues,
        preferences=preferences,
    )


@st.composite
def _preferences(draw: Any, party: str, issues: tuple[Issue, ...], *, with_links: bool) -> Preferences:
    most = draw(st.sampled_from([1, 7, 100, _LARGE // 10 if with_links else _LARGE]))
    values = {issue.id: {option.id: draw(st.integers(0, most)) for option in issue.options} for issue in issues}
    values[issues[0].id][issues[0].options[0].id] |= not any(map(any, (options.values() for options in values.values())))
    links = tuple(draw(st.lists(_link(issues), max_size=3))) if with_links else ()
    best = sum(max(options.values()) for options in values.values())
    discount = draw(st.sampled_from(["", "Discount factor 0.95 for each round or unit of time: ..."]))
    return Preferences(
        party,
        values,
        reservation=draw(st.integers(0, min(best, _LARGE))),
        links=links,
        basis=ValueBasis.ASSUMED,
        assumption="x",
        note=discount if with_links else "",
    )


@st.composite
def _link(draw: Any, issues: tuple[Issue, ...]) -> ValueLink:
    chosen = {}
    for issue in draw(st.lists(st.sampled_from(issues), min_size=1, max_size=3, unique_by=lambda issue: issue.id)):
        first = draw(st.integers(0, len(issue.options) - 1))
        last = draw(st.integers(first, len(issue.options) - 1))
        chosen[issue.id] = frozenset(option.id for option in issue.options[first : last + 1])
    return ValueLink(chosen, draw(st.integers(-50, 50)))


def there_and_back(case: Case, form: str) -> Case:
    """What comes back; its parties in the order of their files."""
    with tempfile.TemporaryDirectory() as top:
        for name, text in files_for(case, form, "x").files.items():
            (Path(top) / name).write_text(text, encoding="utf-8")
        return case_of(read_scenario(Path(top)), "talks", exact=True).case


def worths(case: Case, assumption: str) -> list[tuple[list[int], int]]:
    """For each party what every package is worth, in stated order, and its reservation value; on the least scale of whole numbers."""
    packages = list(every_package(problem_of(case).issues))
    return [
        ([each.value(package) for package in packages], each.reservation) for each in case.preferences if each.assumption == assumption
    ]


def assert_same_problem(back: Case, case: Case) -> None:
    assert [(issue.title, [option.title for option in issue.options]) for issue in back.issues] == [
        (issue.title, [option.title for option in issue.options]) for issue in case.issues
    ]
    for (ours, least), (theirs, before) in zip(worths(back, ASSUMPTION_SET), worths(case, "x"), strict=True):
        factor = next((Fraction(a, b) for a, b in zip((*ours, least), (*theirs, before), strict=True) if b), Fraction(1))
        assert factor > 0
        assert [*ours, least] == [factor * value for value in (*theirs, before)]


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("geniusweb", "negolog")])
@settings(max_examples=15, deadline=None)
@given(case=_cases())
def test_sums_of_values_come_back(form: str, case: Case) -> None:
    assert_same_problem(there_and_back(case, form), case)


@settings(max_examples=15, deadline=None)
@given(case=_cases(parties=2))
def test_two_parties_come_back_from_negolog(case: Case) -> None:
    assert_same_problem(there_and_back(case, "negolog"), case)


@settings(max_examples=15, deadline=None)
@given(case=_cases())
def test_a_reservation_comes_back_from_geniusweb_where_a_package_is_worth_it(case: Case) -> None:
    reachable = all(not least or least in values for values, least in worths(case, "x"))
    if reachable:
        assert_same_problem(there_and_back(case, "geniusweb"), case)
    else:
        with pytest.raises(InvalidCase, match="no package is worth just its reservation value"):
            there_and_back(case, "geniusweb")


@pytest.mark.parametrize("form", ["genius", "negmas", "negmas-json"])
@settings(max_examples=15, deadline=None)
@given(case=_cases(with_links=True))
def test_value_links_over_whole_numbers_come_back(form: str, case: Case) -> None:
    back = there_and_back(case, form)
    assert_same_problem(back, case)
    told = [("Discount factor 0.95 " in each.note) for each in case.preferences]
    assert [("Discount factor 0.95 " in each.note) for each in back.preferences] == told
