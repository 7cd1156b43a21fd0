import pytest

from contract.journal_contract import JournalContract, Store
from gobetween.storage.memory import MemoryJournal


class OneMemory(Store):
    """A journal in memory has no second connection: to open it again is to share it, with the keys that were given."""

    def __init__(self):
        self.journals = []

    def open(self, keys=None):
        journal = MemoryJournal(keys)
        if self.journals:
            journal._books_by_place, journal._lock = self.journals[0]._books_by_place, self.journals[0]._lock
        self.journals.append(journal)
        return journal


class TestMemoryJournal(JournalContract):
    @pytest.fixture
    def store(self):
        return OneMemory()
