from __future__ import annotations

import importlib.util

import pytest

from gobetween.bargaining.deal_zones import deal_zone
from gobetween.bargaining.kernels import Count, choosing
from gobetween.bargaining.kernels.choosing import QUICKLY_ENUMERATED, FastOrThorough, kernel_for
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.objectives import Total
from gobetween.model.errors import TooEntangled, TooManyPackages

FEW = {f"i{at}": "a b c d" for at in range(7)}  # 16,384 packages
MANY = {f"i{at}": "a b c d" for at in range(8)}
FAR_TOO_MANY = {f"i{at}": "a b c d" for at in range(12)}


class Overtaxed:
    """A fast kernel for which everything is too much."""

    name = "overtaxed"

    def __getattr__(self, question):
        def refuse(*_args, **_options):
            raise TooEntangled(question)

        return refuse


def without_numpy(monkeypatch):
    monkeypatch.setattr(choosing, "find_spec", lambda name: None if name == "numpy" else importlib.util.find_spec(name))


def test_few_packages_are_enumerated_and_more_put_to_the_fast_kernel(problem):
    pytest.importorskip("numpy", reason="the fast kernel needs NumPy")
    assert kernel_for(problem(FEW)) is ENUMERATION
    assert 4**7 <= QUICKLY_ENUMERATED < 4**8
    assert kernel_for(problem(MANY)).name == "layered"


def test_without_numpy_all_is_enumerated_and_what_is_too_much_names_the_extra(problem, prefer, monkeypatch):
    without_numpy(monkeypatch)
    assert kernel_for(problem(MANY)) is ENUMERATION
    with pytest.raises(TooManyPackages, match=r'pip install "gobetween\[engine\]"'):
        deal_zone(problem(FAR_TOO_MANY, preferences=[prefer("north", 0)]))


def test_what_is_too_much_for_the_fast_kernel_is_enumerated_where_packages_are_few(problem, prefer):
    kernel = FastOrThorough(Overtaxed)
    talks = problem(FEW, preferences=[prefer("north", 0, i0={"a": 1})])
    assert kernel.name == "overtaxed"
    assert kernel.find_package(talks, 0) == (0,) * 7
    assert kernel.count(talks, 0) == Count(4**7, 4**7)
    assert kernel.search(talks, 0, Total((1,)), most=1).choices == ((0,) * 7,)
    assert kernel.frontier(talks, 0).values() == ((1,),)
    assert kernel.oracle(talks).meet(0).choice == (0,) * 7


def test_what_is_too_much_for_both_kernels_is_refused_with_the_fast_ones_reason(problem):
    with pytest.raises(TooEntangled):
        FastOrThorough(Overtaxed).count(problem(FAR_TOO_MANY), 0)


def test_values_beyond_the_fast_kernels_range_are_enumerated_where_packages_are_few(problem, prefer):
    pytest.importorskip("numpy", reason="the fast kernel needs NumPy")
    huge = 2**70
    zone = deal_zone(problem(MANY, preferences=[prefer("north", huge, i0={"a": huge}), prefer("south", 0)]), shown=1)
    assert zone.count == 4**7
    assert zone.ranges[0].most == huge
