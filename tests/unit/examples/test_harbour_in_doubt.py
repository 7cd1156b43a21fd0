"""The harbour case with numbers in doubt: what the questions about doubt and conduct have to say of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gobetween.bargaining.problems import problem_of
from gobetween.bargaining.results import Optimal
from gobetween.bargaining.robust.zones import doubtful_zone
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.bargaining.stability import Notion, stability
from gobetween.casefiles.folders import load_case
from gobetween.disclosure.views import view_for
from gobetween.model.items import PUBLIC
from gobetween.model.preferences import ASSUMPTION_NOTICE, ValueBasis

FOLDER = Path(__file__).parents[3] / "examples" / "harbour"
TODAY = dt.date(2031, 6, 1)


@pytest.fixture(scope="module")
def loaded():
    return load_case(FOLDER, assumption="in-doubt", today=TODAY)


@pytest.fixture(scope="module")
def problem(loaded):
    return problem_of(loaded.case, loaded.case.preferences)


def test_the_set_says_that_its_numbers_are_invented():
    text = " ".join((FOLDER / "assumptions" / "in-doubt.yaml").read_text(encoding="utf-8").split())
    assert ASSUMPTION_NOTICE in text
    assumed = view_for(PUBLIC, load_case(FOLDER, audience=PUBLIC, assumption="in-doubt", today=TODAY).case)
    assert {each.basis for each in assumed.analysable} == {ValueBasis.ASSUMED}


def test_some_packages_are_surely_in_the_zone_and_many_may_be(loaded, problem):
    zone = doubtful_zone(problem, loaded.assumption.doubts, shown=1)
    assert zone.status == Optimal()
    assert 0 < zone.surely.least < zone.possibly.least < zone.packages.least
    assert [each.party for each in zone.parties] == ["union", "employers"]


def test_each_phase_would_be_kept_only_because_of_what_follows(loaded, problem):
    package = solve_nash(problem).packages[0].package
    found = stability(problem, package, loaded.assumption.conduct, loaded.case.obligations, loaded.case.phases)
    assert (found.status, found.unvalued, found.no_better_off) == (Optimal(), (), ())
    assert [each.phase for each in found.phases] == ["signature", "new-cranes"]
    assert found.breaks_in(Notion.NASH).phase == "signature"
    assert found.breaks_in(Notion.SEQUENTIAL).phase == "signature"
    assert found.phases[1].is_kept(Notion.SEQUENTIAL)
    assert [act.obligation for act in found.phases[1].announced.acts] == ["retrain"]
