"""Commands for whoever runs a store: prepared, looked at, logins admitted to one book; and what such a login can do and cannot."""

from __future__ import annotations

import builtins
import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from contract.postgres_server import (  # noqa: F401 - fixtures
    empty_database_url,
    postgres_server,
    postgres_url,
)
from contract.postgres_server import (
    run as run_sql,
)
from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main
from gobetween.model.errors import GobetweenError

HARBOUR = Path(__file__).parents[3] / "examples" / "harbour"
OTHERS_WORDS = "From May two of our ships go to Ostermouth"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def gobetween(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command as the entry point does; its exit code and all that it prints."""
    monkeypatch.setenv("GOBETWEEN_STORE", str(tmp_path / "talks.gobetween"))
    monkeypatch.setenv("GOBETWEEN_KEYS", str(tmp_path / "keys"))
    monkeypatch.setenv("GOBETWEEN_TALKS", "harbour")
    monkeypatch.delenv("GOBETWEEN_OPERATOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> tuple[int, str]:
        try:
            done = CliRunner().invoke(main, [str(each) for each in arguments], obj=Workshop(), standalone_mode=False)
        except click.ClickException as error:
            return error.exit_code, error.format_message()
        if isinstance(done.exception, GobetweenError | click.ClickException):
            return 2, str(getattr(done.exception, "message", done.exception))
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return run


def address_of(url: str, user: str = "postgres") -> str:
    """The address as a person writes it, for a login of the server."""
    from psycopg.conninfo import conninfo_to_dict

    parts = conninfo_to_dict(url)
    return f"postgresql://{user}@/{parts['dbname']}?host={parts['host']}"


@pytest.fixture
def superuser(empty_database_url: str) -> str:  # noqa: F811 - the fixture that was imported
    """The address of a database that was not prepared, as the server's superuser."""
    return address_of(empty_database_url)


@pytest.fixture
def logins(gobetween: Run, superuser: str, empty_database_url: str, monkeypatch: pytest.MonkeyPatch):  # noqa: F811
    """Harbour in a prepared store; the addresses of the application, of who runs it, of a login of its own, and of any other."""
    gobetween("store", "prepare", superuser)
    names = {"application": "gobetween_app", "operator": "gobetween_operator", "n17": "gobetween_actor", "visitor": None}
    for name, role in names.items():
        run_sql(empty_database_url, f"drop role if exists {name}")
        run_sql(empty_database_url, f"create role {name} login{f' in role {role}' if role else ''}")
    addresses = {name: address_of(empty_database_url, name) for name in names}
    monkeypatch.setenv("GOBETWEEN_STORE", addresses["application"])
    code, said = gobetween("talks", "open", HARBOUR, "--rehearsal")
    assert code == 0, said
    gobetween("as", "shipping-line", "tell", f"{OTHERS_WORDS}, deal or no deal.", "--to", "harbour-master", "--name", "two-ships")
    yield addresses
    monkeypatch.undo()
    for name in names:
        run_sql(empty_database_url, f"drop role {name}")


@pytest.fixture
def unions(gobetween: Run, logins: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a login that was admitted as the union and nobody else; the default store from here on."""
    code, said = gobetween("store", "admit", "harbour", "union", "n17", "--operator", logins["operator"])
    assert (code, said) == (0, "admitted: the login n17 is union in harbour, and nobody else there\n")
    monkeypatch.setenv("GOBETWEEN_STORE", logins["n17"])
    return logins["n17"]


# Files


def test_the_condition_of_a_file_is_told_before_and_after_talks_are_opened_in_it(gobetween: Run, tmp_path: Path) -> None:
    code, said = gobetween("store", "status")
    assert code == 2
    assert "there is no store at" in said
    assert not (tmp_path / "talks.gobetween").exists()
    gobetween("talks", "open", HARBOUR)
    code, said = gobetween("store", "status")
    assert code == 0
    assert f"store: {tmp_path / 'talks.gobetween'} (SQLite, " in said
    assert "shape: 2, the one that this Gobetween knows\ntalks: 1: harbour\n" in said


def test_looking_at_an_older_file_does_not_carry_it_on(gobetween: Run, tmp_path: Path) -> None:
    from gobetween.storage.sqlite.connections import connect, open_store
    from gobetween.storage.sqlite.migrations import migrate, version_of

    path = tmp_path / "talks.gobetween"
    connection = open_store(path)
    migrate(connection, path, to=1)
    connection.close()
    code, said = gobetween("store", "status")
    assert code == 0
    assert "shape: 1; it is carried on to 2 when it is next used" in said
    connection = connect(path)
    assert version_of(connection) == 1
    connection.close()


def test_what_is_no_store_is_told_to_be_none(gobetween: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all,")
    code, said = gobetween("store", "status", "--store", "letter.txt")
    assert code == 2
    assert "letter.txt" in said


@pytest.mark.parametrize(
    "command", [("prepare", "talks.gobetween"), ("admit", "harbour", "union", "n17"), ("dismiss", "harbour", "union", "n17")]
)
def test_what_is_for_postgresql_is_refused_for_a_file(gobetween: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    code, said = gobetween("store", *command)
    assert code == 2
    assert "that is for stores in PostgreSQL: give postgresql://" in said
    assert not (tmp_path / "talks.gobetween").exists()


def test_an_operators_address_that_is_a_file_is_refused(gobetween: Run) -> None:
    code, said = gobetween("store", "admit", "harbour", "union", "n17", "--operator", "talks.gobetween")
    assert code == 2
    assert "an operator's address is that of a PostgreSQL database" in said


@pytest.mark.parametrize("command", [("prepare", "postgresql://db/talks"), ("status", "--store", "postgresql://db/talks")])
def test_without_the_driver_it_is_said_how_to_install_it(
    gobetween: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    real = builtins.__import__

    def without_psycopg(name, *args, **kwargs):
        if name == "psycopg":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_psycopg)
    code, said = gobetween("store", *command)
    assert code == 2
    assert "pip install 'gobetween[postgres]'" in said


# Preparing, and looking


def test_preparing_says_what_it_made_and_a_second_time_that_nothing_was_missing(gobetween: Run, superuser: str) -> None:
    code, said = gobetween("store", "status", "--store", superuser)
    assert code == 0
    assert "shape: 0, not prepared for this Gobetween" in said
    code, said = gobetween("store", "prepare", superuser)
    assert code == 0
    assert "steps taken: 0001_books, 0002_snapshots" in said
    assert "counters of the server: closed" in said
    code, said = gobetween("store", "prepare", superuser)
    assert code == 0
    assert "roles made: none was missing\nsteps taken: none was missing" in said
    code, said = gobetween("store", "status", "--store", superuser)
    assert "shape: 2, prepared" in said
    assert "talks: 0\n" in said


def test_no_address_is_printed_with_its_password(gobetween: Run, superuser: str, tmp_path: Path) -> None:
    told = superuser.replace("postgres@", "postgres:hunter2@")
    gobetween("talks", "open", HARBOUR)
    gobetween("backup", "kept.gobetween")
    for command in (
        ("store", "prepare", told),
        ("store", "status", "--store", told),
        ("restore", "kept.gobetween", "--store", told),
        ("store", "status", "--store", "postgresql://postgres:hunter2@127.0.0.1:1/talks"),
    ):
        said = gobetween(*command)[1]
        assert said
        assert "hunter2" not in said


def test_a_server_that_is_not_there_and_a_login_without_rights_are_told_of(
    gobetween: Run, superuser: str, logins: dict[str, str]
) -> None:
    code, said = gobetween("store", "prepare", "postgresql://postgres@127.0.0.1:1/talks")
    assert code == 2
    assert "postgresql://127.0.0.1/talks is not available" in said
    code, said = gobetween("store", "prepare", logins["visitor"])
    assert code == 2
    assert "this login has no right to that" in said
    code, said = gobetween("store", "status", "--store", logins["visitor"])
    assert code == 0
    assert "harbour" not in said
    assert "this login: none here" in said


def test_nobody_is_admitted_to_a_store_that_is_not_prepared(gobetween: Run, superuser: str) -> None:
    code, said = gobetween("store", "admit", "harbour", "union", "n17", "--operator", superuser)
    assert code == 2
    assert "not prepared" in said


def test_each_login_is_told_what_it_may_and_of_the_talks_that_it_may_know(gobetween: Run, logins: dict[str, str]) -> None:
    gobetween("store", "admit", "harbour", "union", "n17", "--operator", logins["operator"])
    told = {name: gobetween("store", "status", "--store", address)[1] for name, address in logins.items()}
    assert "this login: acts for everybody (the application)\ntalks: 1: harbour" in told["application"]
    assert "this login: runs the store (an operator)\ntalks: 1: harbour" in told["operator"]
    assert "this login: acts for those it was admitted as\ntalks: 1: harbour" in told["n17"]
    gobetween("store", "dismiss", "harbour", "union", "n17", "--operator", logins["operator"])
    assert gobetween("store", "status", "--store", logins["n17"])[1].endswith("talks: 0\n")


# Admitting


def test_only_logins_and_books_that_there_are_are_admitted_and_only_by_an_operator(gobetween: Run, logins: dict[str, str]) -> None:
    operator = ("--operator", logins["operator"])
    for command, reason in (
        (("admit", "harbour", "union", "n99", *operator), "has no login 'n99'"),
        (("admit", "harbour", "custodian", "n17", *operator), "harbour"),
        (("admit", "harbour", "smugglers", "n17", *operator), "harbour"),
        (("admit", "airport", "union", "n17", *operator), "airport"),
        (("admit", "harbour", "union", "application", *operator), "has the application's rights"),
        (("admit", "harbour", "union", "visitor", *operator), "no right"),  # this operator may not grant roles
        (("admit", "harbour", "union", "n17"), "no right"),  # as the application
        (("admit", "harbour", "union", "n17", "--operator", logins["n17"]), "no right"),
        (("dismiss", "harbour", "union", "n17", *operator), "was not admitted"),
        (("dismiss", "harbour", "union", "n17"), "no right"),
    ):
        code, said = gobetween("store", *command)
        assert (code, reason in said) == (2, True), said


def test_a_login_of_its_own_looks_verifies_exports_and_acts_as_its_audience(gobetween: Run, unions: str, tmp_path: Path) -> None:
    for command in (
        ("as", "union", "show"),
        ("as", "union", "brief"),
        ("as", "union", "history"),
        ("verify", "harbour", "--as", "union"),
        ("checkpoint", "harbour", "--as", "union", "--output", "union.json"),
        ("verify", "harbour", "--as", "union", "--checkpoint", "union.json"),
        ("talks", "export", "harbour", "union-folder", "--as", "union"),
        ("verify", "union-folder", "--checkpoint", "union.json"),
        ("as", "union", "hold-caucus", "--with", "harbour-master", "--name", "monday"),
        ("as", "union", "tell", "Ten hours would do.", "--caucus", "union/monday", "--name", "ten"),
    ):
        code, said = gobetween(*command)
        assert code == 0, (command, said)
        assert "Ostermouth" not in said
    assert json.loads((tmp_path / "union.json").read_text())["audience"] == "union"
    assert "Ostermouth" not in (tmp_path / "union-folder" / "record.jsonl").read_text()
    assert "union/ten" in gobetween("as", "union", "find", "Ten hours would do")[1]


def test_what_such_a_login_did_is_there_for_those_it_was_told(gobetween: Run, unions: str, logins: dict[str, str]) -> None:
    gobetween("as", "union", "tell", "Ten hours would do.", "--to", "harbour-master", "--name", "ten")
    application = ("--store", logins["application"])
    assert "union/ten" in gobetween("as", "harbour-master", *application, "find", "Ten hours would do")[1]
    assert "union/ten" not in gobetween("as", "employers", *application, "find", "Ten hours would do")[1]


def test_such_a_login_is_nobody_else(gobetween: Run, unions: str) -> None:
    for other in ("shipping-line", "harbour-master", "keeper", "custodian", "nobody"):
        refused = (2, f"there are no talks 'harbour' here that are open to '{other}'")
        assert gobetween("as", other, "show") == refused
        assert gobetween("as", other, "tell", "x", "--to", "conciliator") == refused
        assert gobetween("checkpoint", "harbour", "--as", other) == refused
        assert gobetween("verify", "harbour", "--as", other) == refused
        assert gobetween("talks", "export", "harbour", "folder", "--as", other) == refused


def test_such_a_login_does_nothing_that_is_for_who_runs_the_store(gobetween: Run, unions: str, tmp_path: Path) -> None:
    for command in (
        ("verify", "harbour"),
        ("talks", "export", "harbour", "whole"),
        ("backup", "kept.jsonl"),
        ("talks", "open", str(HARBOUR), "--name", "second"),
    ):
        code, said = gobetween(*command)
        assert code == 2, command
        assert "shipping-line" not in said
    assert not (tmp_path / "kept.jsonl").exists()


def test_what_the_software_keeps_under_seal_is_left_to_where_the_talks_run(
    gobetween: Run, unions: str, logins: dict[str, str], tmp_path: Path
) -> None:
    application = ("--store", logins["application"])
    before = gobetween("as", "union", "history")
    sides = ("--payer", "employers", "--payee", "union", "--unit", "crowns", "--deadline", "2099-01-01")
    code, said = gobetween("as", "conciliator", *application, "open-bidding", "What bonus?", *sides, "--name", "bonus")
    assert code == 0, said
    after = gobetween("as", "union", "history")
    assert after != before
    code, said = gobetween("as", "union", "bid", "conciliator/bonus", "500")
    assert code == 2
    assert "kept under seal by the software itself" in said
    assert gobetween("as", "union", "history") == after


# Who runs the store


def test_who_runs_the_store_verifies_exports_backs_up_and_restores_all(
    gobetween: Run, logins: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gobetween("verify", "harbour")[0] == 2  # the application may not
    monkeypatch.setenv("GOBETWEEN_OPERATOR", logins["operator"])
    code, said = gobetween("verify", "harbour")
    assert code == 0, said
    assert "the book of shipping-line" in said
    assert gobetween("talks", "export", "harbour", "whole")[0] == 0
    assert gobetween("backup", "kept.jsonl")[0] == 0
    monkeypatch.delenv("GOBETWEEN_OPERATOR")
    assert gobetween("backup", "again.jsonl", "--operator", logins["operator"])[0] == 0
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "kept.jsonl").read_bytes()
    assert gobetween("backup", "third.jsonl", "--store", logins["operator"], "--operator", logins["operator"])[0] == 0
    code, said = gobetween("restore", "kept.jsonl", "--store", "restored.gobetween")
    assert code == 0, said
    assert gobetween("verify", "harbour", "--store", "restored.gobetween")[1].count("whole: ") == said.count("whole: ")
