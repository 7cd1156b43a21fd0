"""Scenarios of other tools, imported, against what is known of them: brute force, the tools' own figures, published frontiers."""

from __future__ import annotations

import csv
import datetime as dt
import json
import math
import os
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

from gobetween.bargaining.deal_zones import deal_zone
from gobetween.bargaining.frontiers import find_frontier
from gobetween.bargaining.packages import count_packages
from gobetween.bargaining.problems import Problem, problem_of, reservation_of
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.casefiles.encoding.folder_writer import files_of, write_folder
from gobetween.casefiles.folders import check_folder, load_case
from gobetween.casefiles.scenarios.case_forms import ASSUMPTION_SET, case_of
from gobetween.casefiles.scenarios.scenario_folders import read_scenario
from gobetween.casefiles.scenarios.whole_numbers import scale_of
from gobetween.model.issues import Package

NAMED = os.environ.get("GOBETWEEN_EVALUATION", "")
SCENARIOS = Path(NAMED) / "scenarios"
TODAY = dt.date(2026, 11, 22)

pytestmark = pytest.mark.skipif(
    not NAMED or not (SCENARIOS / "oracle.csv").is_file(),
    reason="GOBETWEEN_EVALUATION names no folder with scenarios/oracle.csv and the scenarios themselves",
)


def rows() -> list[dict[str, str]]:
    if not NAMED or not (SCENARIOS / "oracle.csv").is_file():
        return []
    return list(csv.DictReader((SCENARIOS / "oracle.csv").read_text(encoding="utf-8").splitlines()))


def folders() -> list[str]:
    found = [path for top in (SCENARIOS, SCENARIOS / "negolog") if NAMED and top.is_dir() for path in top.iterdir() if path.is_dir()]
    return sorted(path.relative_to(SCENARIOS).as_posix() for path in found if path.name != "negolog")


@frozen(eq=False)
class Imported:
    problem: Problem
    titles: dict[str, dict[str, str]]
    units: tuple[Fraction, ...]

    def shares(self, values: Any) -> tuple[float, ...]:
        """Values on the scale of the file."""
        return tuple(float(value / unit) for value, unit in zip(values, self.units, strict=True))

    def words(self, package: Package) -> str:
        return " | ".join(self.titles[issue][option] for issue, option in package.items())


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Any:
    @cache
    def bring_in(name: str) -> Imported:
        scenario = read_scenario(SCENARIOS / name)
        folder = tmp_path_factory.mktemp("scenario") / "case"
        write_folder(files_of(case_of(scenario, "case").case), folder)
        assert check_folder(folder, today=TODAY) == ()
        case = load_case(folder, assumption=ASSUMPTION_SET, today=TODAY).case
        titles = {issue.id: {option.id: option.title for option in issue.options} for issue in case.issues}
        return Imported(problem_of(case, case.preferences), titles, tuple(scale_of(party).units for party in scenario.parties))

    return bring_in


@pytest.mark.parametrize("name", folders())
def test_every_folder_imports_and_loads(name: str, imported: Any) -> None:
    assert len(imported(name).problem.preferences) >= 2


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["scenario"])
def test_imports_agree_with_brute_force(row: dict[str, str], imported: Any) -> None:
    found: Imported = imported(row["scenario"])
    problem = found.problem
    assert (len(problem.preferences), len(problem.issues)) == (int(row["parties"]), int(row["issues"]))
    assert count_packages(problem.issues) == int(row["outcomes"])
    reservations = json.loads(row["reservation"])
    assert found.shares(problem.reservations) == pytest.approx(reservations, abs=1e-9)
    assert deal_zone(problem, shown=0).count == int(row["n_individually_rational"])
    points = [found.shares(point.values.values()) for point in find_frontier(problem).points]
    assert len(points) == int(row["distinct_frontier_points"])
    welfare, egalitarian = json.loads(row["max_welfare"]), json.loads(row["egalitarian_gain"])
    assert any(point == pytest.approx(welfare, abs=1e-6) for point in points)
    assert max(map(sum, points)) == pytest.approx(sum(welfare), abs=3e-6)

    def least_gain(shares: Sequence[float]) -> float:
        return min(share - reserved for share, reserved in zip(shares, reservations, strict=True))

    assert any(point == pytest.approx(egalitarian, abs=1e-6) for point in points)
    assert max(map(least_gain, points)) == pytest.approx(least_gain(egalitarian), abs=1e-6)
    opposition = min(math.sqrt(sum((1 - share) ** 2 for share in point)) for point in points)
    assert opposition == pytest.approx(float(row["opposition"]), abs=1e-6)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["scenario"])
def test_nash_packages_agree_with_brute_force(row: dict[str, str], imported: Any) -> None:
    found: Imported = imported(row["scenario"])
    over = solve_nash(found.problem).packages
    assert found.shares(over[0].values.values()) == pytest.approx(json.loads(row["nash_over_reservation"]), abs=1e-6)
    nothing = Problem(found.problem.issues, parties=found.problem.parties)
    unreserved = tuple(evolve(each, reservation=0) for each in found.problem.preferences)
    free = solve_nash(with_preferences(nothing, unreserved)).packages
    assert row["nash_outcome"] in [found.words(each.package) for each in free]
    assert found.shares(free[0].values.values()) == pytest.approx(json.loads(row["nash_disagreement0"]), abs=1e-6)


def with_preferences(problem: Problem, preferences: tuple[Any, ...]) -> Problem:
    return evolve(problem, requirements=tuple(map(reservation_of, preferences)), preferences=preferences)


@pytest.mark.parametrize("name", [name for name in folders() if name.startswith("negolog/")])
def test_negologs_own_figures_hold(name: str, imported: Any) -> None:
    specs = json.loads((SCENARIOS / name / "specs.json").read_text(encoding="utf-8"))
    found: Imported = imported(name)
    assert count_packages(found.problem.issues) == specs["NumberOfBids"]
    assert [len(options) for options in found.problem.issues.values()] == specs["IssueValues"]
    points = [found.shares(point.values.values()) for point in find_frontier(found.problem).points]
    welfare = max(map(sum, points))
    assert welfare == pytest.approx(specs["Social Welfare"], abs=1e-12)
    greatest = [
        point for point in points if sum(point) == pytest.approx(welfare, abs=1e-12)
    ]  # its "Kalai"; of these one, and its distance
    assert any(point == pytest.approx((specs["Kalai_A"], specs["Kalai_B"]), abs=1e-12) for point in greatest)
    assert any(math.dist(point, (1, 1)) == pytest.approx(specs["Opposition"], abs=1e-12) for point in greatest)
    unreserved = tuple(evolve(each, reservation=0) for each in found.problem.preferences)
    nash = found.shares(solve_nash(with_preferences(found.problem, unreserved)).packages[0].values.values())
    assert math.prod(nash) == pytest.approx(specs["Nash Product"], abs=1e-12)
    reserved = [specs["ReservationValueProfileA"], specs["ReservationValueProfileB"]]
    assert found.shares(found.problem.reservations) == pytest.approx(reserved, abs=1e-12)


@pytest.mark.parametrize("name", ["anac-y2014-10issues", "other-S-1NIKFRT-1"])
def test_frontiers_over_hyper_rectangles_are_the_published_ones(name: str, imported: Any) -> None:
    found: Imported = imported(name)
    lines = (SCENARIOS / name / "pareto.xml").read_text(encoding="utf-8").split("\n")
    published = sorted(tuple(map(float, line.split(","))) for line in lines if line.strip())
    ours = sorted(found.shares(point.values.values()) for point in find_frontier(found.problem).points)
    assert ours == [pytest.approx(point, abs=1e-6) for point in published]
