import pkgutil
from importlib import import_module

import pytest

from contract.kernel_contract import KernelContract, LargeCases

pytest.importorskip("numpy", reason="the fast kernel needs NumPy")
numba = pytest.importorskip("numba", reason="without Numba there is nothing compiled to compare with what is interpreted")

from gobetween.bargaining.kernels import layered  # noqa: E402  # only where NumPy is there
from gobetween.bargaining.kernels.layered.kernel import LAYERED  # noqa: E402  # only where NumPy is there


class TestLayered(KernelContract, LargeCases):
    @pytest.fixture
    def kernel(self):
        return LAYERED


class TestLayeredInterpreted(KernelContract):
    """Where Numba is not installed, the same loops run as they are written."""

    cases = 8

    @pytest.fixture
    def kernel(self, monkeypatch):
        for each in pkgutil.walk_packages(layered.__path__, f"{layered.__name__}."):
            module = import_module(each.name)
            for name, loop in list(vars(module).items()):
                if hasattr(loop, "py_func"):
                    monkeypatch.setattr(module, name, loop.py_func)
        return LAYERED
