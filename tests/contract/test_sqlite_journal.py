import pytest

from contract.journal_contract import JournalContract, Store
from gobetween.storage.keys import passing_keys
from gobetween.storage.sqlite.journals import SqliteJournal


class OneFile(Store):
    def __init__(self, path):
        self.path = path

    def open(self, keys=None):
        return SqliteJournal(self.path, keys or passing_keys())


class TestSqliteJournal(JournalContract):
    @pytest.fixture
    def store(self, tmp_path):
        return OneFile(tmp_path / "talks.gobetween")
