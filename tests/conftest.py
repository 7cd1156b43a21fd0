"""Assertions in the modules that tests share are told in full; a busy machine fails no property for being slow."""

import pytest
from hypothesis import HealthCheck, settings

pytest.register_assert_rewrite("contract.journal_contract", "unit.storage.specimen_records")

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
