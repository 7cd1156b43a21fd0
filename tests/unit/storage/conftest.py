import pytest

pytest.register_assert_rewrite("unit.storage.specimen_records")
