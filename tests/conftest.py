"""Assertions in the modules that tests share are told in full, whoever imports them first."""

import pytest

pytest.register_assert_rewrite("contract.journal_contract", "unit.storage.specimen_records")
