import builtins
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from gobetween.model.errors import MissingPart, StoreUnavailable
from gobetween.storage.addresses import default_address, is_postgres, key_folder_for, open_journal
from gobetween.storage.sqlite.journals import SqliteJournal


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch):
    monkeypatch.delenv("GOBETWEEN_STORE", raising=False)
    monkeypatch.delenv("GOBETWEEN_KEYS", raising=False)


def test_a_path_is_an_sqlite_file_for_its_owners_eyes(tmp_path):
    for address in (tmp_path / "new" / "a.gobetween", str(tmp_path / "b.gobetween")):
        journal = open_journal(address)
        assert isinstance(journal, SqliteJournal)
        journal.close()
        assert stat.S_IMODE(Path(address).stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.gobetween", "new"]


def test_a_store_that_is_not_to_be_made_is_not(tmp_path):
    with pytest.raises(StoreUnavailable, match="there is no store at"):
        open_journal(tmp_path / "none.gobetween", create=False)
    assert list(tmp_path.iterdir()) == []


def test_the_default_store_lies_among_the_users_data(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_address().endswith("talks.gobetween")
    monkeypatch.setenv("GOBETWEEN_STORE", str(tmp_path / "named.gobetween"))
    open_journal().close()
    assert (tmp_path / "named.gobetween").is_file()


@pytest.mark.parametrize("address", ["", "mysql://host/db", "http://host", "null\0byte"])
def test_there_are_no_stores_of_other_kinds(address, monkeypatch):
    monkeypatch.setattr("gobetween.storage.addresses.default_address", lambda: address)
    with pytest.raises(StoreUnavailable, match="path, or postgresql://"):
        open_journal()


def test_postgresql_is_told_by_its_address():
    assert is_postgres("postgresql://host/db")
    assert is_postgres("postgres://host/db")
    assert not is_postgres("postgresql")
    assert not is_postgres("/tmp/postgresql://x")  # noqa: S108 - no file is made
    assert not is_postgres(Path("postgresql://x"))


def test_a_driver_that_is_missing_is_named_with_how_to_install_it(monkeypatch):
    imported = builtins.__import__

    def without_driver(name, *arguments, **named):
        if name.partition(".")[0] == "psycopg":
            raise ImportError(name)
        return imported(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without_driver)
    monkeypatch.delitem(sys.modules, "psycopg", raising=False)
    with pytest.raises(MissingPart, match=r"pip install 'gobetween\[postgres\]'"):
        open_journal("postgresql://nowhere.invalid/db")


def test_keys_lie_beside_the_store_or_where_they_are_said_to(monkeypatch, tmp_path):
    assert key_folder_for(tmp_path / "a.gobetween").path == tmp_path / "a.gobetween.keys"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    named = {key_folder_for(f"postgresql://{who}@host:5432/db").path for who in ("a", "b:secret")}
    assert len(named) == 1
    assert "secret" not in str(named)
    assert key_folder_for("postgresql://host/other").path not in named
    monkeypatch.setenv("GOBETWEEN_KEYS", str(tmp_path / "safe"))
    assert key_folder_for(tmp_path / "a.gobetween").path == tmp_path / "safe"


def test_opening_a_store_loads_no_cryptography():
    program = """
import sys
from gobetween.storage import addresses, exports, backups, verifications
assert not {"nacl", "rfc8785", "psycopg", "platformdirs"} & set(sys.modules), sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_folder_without_rights_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match="cannot be made"):
        open_journal(tmp_path / "file" / "talks.gobetween")
    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        open_journal(tmp_path)
    with pytest.raises(StoreUnavailable, match="cannot be made"):
        open_journal(tmp_path / ("long" * 100))
