import pytest

from contract.journal_contract import JournalContract, Store
from contract.postgres_server import postgres_database, postgres_server, postgres_store_url, postgres_url  # noqa: F401 - fixtures
from gobetween.storage.keys import passing_keys


class OneDatabase(Store):
    def __init__(self, url):
        self.url = url

    def open(self, keys=None):
        from gobetween.storage.postgres.journals import PostgresJournal

        return PostgresJournal(self.url, keys or passing_keys())


class TestPostgresJournal(JournalContract):
    @pytest.fixture
    def store(self, postgres_store_url):  # noqa: F811 - the fixture that was imported
        return OneDatabase(postgres_store_url)
