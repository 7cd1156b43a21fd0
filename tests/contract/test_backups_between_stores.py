"""A backup of one kind of store makes a store of another kind, exactly."""

from contextlib import closing

import pytest

from contract.journal_contract import TALKS, begun, entry, keys_of
from contract.postgres_server import (  # noqa: F401 - fixtures
    empty_database_url,
    postgres_database,
    postgres_server,
    postgres_store_url,
    postgres_url,
)
from gobetween.model.errors import RecordConflict, StoreUnavailable
from gobetween.storage.addresses import open_journal
from gobetween.storage.backups import backup, restore
from gobetween.storage.keys import passing_keys
from gobetween.storage.sealing import new_private_key, public_key_of


@pytest.fixture(autouse=True)
def _own_data(monkeypatch, tmp_path):
    monkeypatch.setenv("GOBETWEEN_KEYS", str(tmp_path / "keys"))


def filled(address):
    private = new_private_key()
    with closing(open_journal(address, keys=keys_of(private))) as journal:
        begun(journal, entry("a", "public"), entry("b", "north", "south"), north=public_key_of(private))
        journal.append(TALKS, [entry("c", "east")], expected={}, begins={"east": None})
        journal.begin("other", {"west": None}, [entry("z", "west")])


def volumes(address):
    with closing(open_journal(address, keys=passing_keys(), create=False)) as journal:
        return {talks: journal.volume(talks) for talks in journal.talks()}


def test_postgresql_is_backed_up_and_restored_into_sqlite_and_back(postgres_store_url, empty_database_url, tmp_path):  # noqa: F811
    address = as_address(postgres_store_url)
    filled(address)
    kept = volumes(address)
    told = backup(address, tmp_path / "backup.jsonl")
    assert {(each.talks, each.audience): each.size for each in told} == {
        (talks, audience): len(lines) for talks, volume in kept.items() for audience, lines in volume.books.items()
    }
    assert (tmp_path / "backup.jsonl").stat().st_mode & 0o777 == 0o600
    assert restore(tmp_path / "backup.jsonl", tmp_path / "talks.gobetween") == told
    assert volumes(tmp_path / "talks.gobetween") == kept
    backup(tmp_path / "talks.gobetween", tmp_path / "backup.gobetween")
    restore(tmp_path / "backup.gobetween", as_address(empty_database_url))
    assert volumes(as_address(empty_database_url)) == kept


def test_nothing_is_restored_over_talks_that_are_there(postgres_store_url, tmp_path):  # noqa: F811
    address = as_address(postgres_store_url)
    filled(address)
    kept = volumes(address)
    backup(address, tmp_path / "backup.jsonl")
    with pytest.raises(RecordConflict, match="talks in that store already"):
        restore(tmp_path / "backup.jsonl", address)
    assert volumes(address) == kept


def test_a_backup_that_cannot_be_written_leaves_nothing(postgres_store_url, tmp_path):  # noqa: F811
    filled(as_address(postgres_store_url))
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        backup(as_address(postgres_store_url), tmp_path / "file" / "backup.jsonl")


def as_address(url):
    """The address as a URL, whatever form the fixture gives it in."""
    from urllib.parse import quote, urlencode

    from psycopg.conninfo import conninfo_to_dict

    parts = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    name = quote(parts.pop("dbname"), safe="")
    return f"postgresql:///{name}?{urlencode(parts)}"
