import pytest

from contract.kernel_contract import KernelContract, LargeCases
from gobetween.bargaining.kernels.enumeration import ENUMERATION


class TestEnumeration(KernelContract, LargeCases):
    @pytest.fixture
    def kernel(self):
        return ENUMERATION
