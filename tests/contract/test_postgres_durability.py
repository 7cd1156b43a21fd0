import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from contract.postgres_server import (  # noqa: F401 - fixtures
    postgres_database,
    postgres_server,
    postgres_store_url,
    postgres_url,
)
from gobetween.record.volumes import checked
from gobetween.storage.keys import passing_keys

ROUNDS = 20


@pytest.fixture
def journal(postgres_store_url):  # noqa: F811 - the fixture that was imported
    from gobetween.storage.postgres.journals import PostgresJournal

    journal = PostgresJournal(postgres_store_url, passing_keys())
    journal.begin("quay", dict.fromkeys(("north", "keeper")), [])
    yield journal
    journal.close()


@contextmanager
def writers():
    """Starts writers: a function from address and file to a process id."""
    program = [sys.executable, str(Path(__file__).with_name("postgres_writers.py"))]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as forking:

        def start(url, file):
            forking.stdin.write(f"go\t{url}\t{file}\n")
            forking.stdin.flush()
            return int(forking.stdout.readline())

        yield start
        forking.stdin.close()


def acknowledged(files):
    return [line for file in files if file.exists() for line in file.read_text().split("\n")[:-1]]


def wait_for(condition, *, seconds=20):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.01)


def check(journal, files):
    """Whatever was acknowledged is there, in every book, and nothing is there by half."""
    journal.inspect()
    checked(journal.volume("quay"))
    for audience in ("north", "keeper"):
        ids = [line.entry.id for line in journal.book("quay", audience)]
        assert len(ids) == len(set(ids))
        assert {each[:-1] + "a" for each in ids} | {each[:-1] + "b" for each in ids} == set(ids)
        assert {f"{each}-{part}" for each in acknowledged(files) for part in "ab"} <= set(ids)


def test_nothing_acknowledged_is_lost_when_writers_are_killed(journal, postgres_store_url, tmp_path):  # noqa: F811
    files = [tmp_path / f"{number}-{writer}" for number in range(ROUNDS) for writer in "pq"]
    with writers() as start:
        for number in range(ROUNDS):
            mine = files[2 * number : 2 * number + 2]
            running = [start(postgres_store_url, file) for file in mine]
            wait_for(lambda mine=mine, least=20 * (number % 5): all(file.exists() and file.stat().st_size > least for file in mine))
            for writer in running:
                os.kill(writer, signal.SIGKILL)
    check(journal, files)
    assert len(acknowledged(files)) >= 2 * ROUNDS


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(journal, postgres_server, postgres_store_url, tmp_path):  # noqa: F811
    files = [tmp_path / writer for writer in "pq"]
    with writers() as start:
        for file in files:
            start(postgres_store_url, file)
        wait_for(lambda: all(file.exists() and file.stat().st_size > 100 for file in files))
        os.kill(postgres_server.get_pid(), signal.SIGKILL)
        postgres_server.get_postmaster_info().process.wait(10)
    restart(postgres_server)
    check(journal, files)  # by the same journal, which finds the server again by itself
    assert len(acknowledged(files)) >= 2


def restart(postgres_server):  # noqa: F811
    until = time.monotonic() + 20
    while True:
        try:
            postgres_server.ensure_postgres_running()
        except subprocess.SubprocessError:  # what is left of the old server is still going
            assert time.monotonic() < until
            time.sleep(0.1)
        else:
            return
