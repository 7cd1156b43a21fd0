"""How an answer words numbers, shows points, and takes the package that is asked about."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from gobetween.bargaining.kernels import Count
from gobetween.bargaining.results import Feasible, Optimal, Unknown
from gobetween.briefs.answers.answers import PartyGain
from gobetween.briefs.answers.frontiers import evenly
from gobetween.briefs.answers.giving import gain_cell, share_words, signed, status_of
from gobetween.briefs.quantities import counted_packages, large, range_of
from gobetween.briefs.scenes import Scene
from gobetween.disclosure.views import view_for
from gobetween.model.cases import Case


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0"),
        (63, "63"),
        (12_345, "12,345"),
        (10**9 - 1, "999,999,999"),
        (10**9, "1.00 × 10^9"),
        (8_887_671 * 10**13, "8.88 × 10^19"),
    ],
)
def test_large_numbers_are_shortened_and_never_rounded_up(number: int, words: str) -> None:
    assert large(number) == words


def test_a_count_is_one_number_or_two_ends() -> None:
    assert range_of(Count(12, 12)) == "12"
    assert range_of(Count(3, 4000)) == "between 3 and 4,000"
    assert [counted_packages(Count(each, each)) for each in (0, 1, 2)] == ["no package is", "1 package is", "2 packages are"]
    assert counted_packages(Count(0, 5)) == "between 0 and 5 packages are"


def test_gains_show_numbers_where_they_are_open_and_per_cents_where_they_are_not() -> None:
    assert gain_cell(PartyGain(920, -80, Fraction(-1, 3))).text == "920 (−80, −33%)"
    assert gain_cell(PartyGain(None, None, Fraction(2, 5))).text == "40%"
    assert gain_cell(PartyGain(900, 0, None)).text == "900 (0, –)"
    assert (signed(5), signed(0), share_words(None)) == ("+5", "0", "–")


@pytest.mark.parametrize(("count", "most", "shown"), [(3, 0, [0, 1, 2]), (3, 5, [0, 1, 2]), (9, 3, [0, 4, 8]), (9, 1, [0]), (0, 4, [])])
def test_points_are_spread_evenly_with_the_first_and_the_last(count: int, most: int, shown: list[int]) -> None:
    assert evenly(count, most) == shown


def test_a_bound_shows_to_those_alone_who_may_see_every_number() -> None:
    scene = Scene(view_for("keeper", Case("t", "T")), day=dt.date(2031, 1, 1))
    assert status_of(scene, Feasible(7)).bound == 7
    assert status_of(scene, Feasible(7), shows_bound=False).bound is None
    assert status_of(scene, Optimal()).status == "optimal"
    assert status_of(scene, Unknown("stopped")).reason == "stopped"
