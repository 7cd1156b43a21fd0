"""Preparing, changing and losing a PostgreSQL store; and that it writes what every other store writes."""

import datetime as dt
import itertools
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract.postgres_server import (  # noqa: F401 - fixtures
    empty_database_url,
    postgres_database,
    postgres_server,
    postgres_store_url,
    postgres_url,
    run,
    with_parts,
)
from gobetween.model.errors import NotDisclosed, RecordConflict, RecordDamaged, StoreUnavailable
from gobetween.record.entries import Addressed, Entry
from gobetween.record.volumes import checked
from gobetween.storage.keys import passing_keys
from gobetween.storage.memory import MemoryJournal

psycopg = pytest.importorskip("psycopg", reason="PostgreSQL is tested where psycopg is installed: pip install 'gobetween[postgres]'")

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
BOOKS = ("north", "south", "keeper")


def said(name, *audience, author="north", kind="said.v1", **body):
    return Addressed(Entry(name, kind, author=author, recorded=NOON, body=body), frozenset(audience))


@pytest.fixture
def open_store():
    from gobetween.storage.postgres import open_postgres

    journals = []

    def open_one(url, *, create=False):
        journals.append(open_postgres(url, passing_keys(), create=create))
        return journals[-1]

    yield open_one
    for journal in journals:
        journal.close()


# The same bytes

NAMES = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=8)
LEAVES = (
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
)
BODIES = st.dictionaries(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=4),
    st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("aä\n\0", max_size=2), inner, max_size=3)),
    max_size=4,
)
MOMENTS = st.datetimes(dt.datetime(1000, 1, 2), dt.datetime(9999, 12, 30), timezones=st.just(dt.UTC))  # noqa: DTZ001 - bounds have none
ENTRIES = st.builds(
    lambda name, kind, author, moment, body, audience: Addressed(
        Entry(name, kind, author=author, recorded=moment, body=body), frozenset(audience)
    ),
    *(NAMES, NAMES, st.sampled_from((*BOOKS, "public", "custodian")) | NAMES, MOMENTS, BODIES),
    st.sets(st.sampled_from((*BOOKS, "public", 'q"\\ü\U0001f54a')), min_size=1),
)
NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def ours(postgres_database):  # noqa: F811 - the fixture that was imported
    from gobetween.storage.postgres.journals import PostgresJournal

    journal = PostgresJournal(postgres_database, passing_keys())
    yield journal
    journal.close()


@settings(max_examples=50, deadline=None)
@given(NAMES, st.lists(ENTRIES, max_size=4), st.lists(st.lists(ENTRIES, max_size=3), max_size=3), NAMES)
def test_the_database_writes_the_bytes_that_every_store_writes(ours, name, first, later, joining):
    talks = f"{name} {next(NUMBERS)}"
    memory = MemoryJournal()
    for journal in (ours, memory):
        journal.begin(talks, dict.fromkeys((*BOOKS, 'q"\\ü\U0001f54a')), first)
        for number, entries in enumerate(later):
            journal.append(talks, entries, expected={}, begins={f"{joining} {number}": None} if number == 1 else {})
    assert ours.volume(talks) == memory.volume(talks)
    assert ours.book(talks, "south") == memory.book(talks, "south")


def test_what_postgresql_has_no_letter_for_is_refused(open_store, postgres_store_url):  # noqa: F811
    journal = open_store(postgres_store_url)
    journal.begin("quay", dict.fromkeys(BOOKS), [])
    for entry in (said("a\0", "north"), said("a", "north", author="\0"), said("a", "north", kind="\0")):
        with pytest.raises(ValueError, match="form"):
            journal.append("quay", [entry], expected={})
    for name in ("\0", "\ud800"):
        with pytest.raises(ValueError, match=r"form|canonical"):
            journal.begin(name, dict.fromkeys(BOOKS), [])
        with pytest.raises(ValueError, match=r"form|canonical"):
            journal.begin("other", {name: None}, [])
        for attempt in (journal.book, journal.size, journal.kept, journal.snapshot):
            with pytest.raises(NotDisclosed):
                attempt("quay", name)
            with pytest.raises(NotDisclosed):
                attempt(name, "north")
    assert journal.talks() == ("quay",)


# Preparing


def test_a_store_that_was_not_prepared_says_so(open_store, empty_database_url):  # noqa: F811
    with pytest.raises(StoreUnavailable, match="not prepared"):
        open_store(empty_database_url)


def test_a_store_is_prepared_when_it_is_first_opened_by_whoever_may(open_store, empty_database_url):  # noqa: F811
    run(empty_database_url, "drop role if exists passer_by")
    run(empty_database_url, "create role passer_by login")
    with pytest.raises(StoreUnavailable, match="may not prepare it"):
        open_store(with_parts(empty_database_url, user="passer_by"), create=True)
    assert open_store(empty_database_url, create=True).talks() == ()
    assert open_store(empty_database_url).talks() == ()
    with pytest.raises(StoreUnavailable, match="no right"):
        open_store(with_parts(empty_database_url, user="passer_by")).book("quay", "north")


def test_a_login_or_a_database_that_is_not_there_is_told_of_in_the_same_words(open_store, postgres_url):  # noqa: F811
    texts = set()
    for parts in ({"user": "nobodys_login"}, {"dbname": "nobodys_database"}):
        with pytest.raises(StoreUnavailable, match="refuses this login") as refusal:
            open_store(with_parts(postgres_url, **parts))
        texts.add(str(refusal.value).replace("nobodys_database", "postgres"))
    assert len(texts) == 1


def test_steps_are_taken_up_and_back_without_touching_the_record(open_store, empty_database_url):  # noqa: F811
    from gobetween.storage.postgres.migrations import LATEST, STEPS, prepare

    prepare(empty_database_url, to=1)
    with pytest.raises(StoreUnavailable, match="has the shape 1"):
        open_store(empty_database_url)
    assert prepare(empty_database_url).version == LATEST
    journal = open_store(empty_database_url)
    journal.begin("quay", dict.fromkeys(BOOKS), [said("a", "public"), said("b", "north", words="kept")])
    journal.keep_snapshot("quay", "north", 2, b"a view")
    record = journal.volume("quay")
    for version in range(LATEST - 1, 0, -1):
        assert prepare(empty_database_url, to=version).version == version
    assert prepare(empty_database_url).steps == STEPS[1:]
    assert prepare(empty_database_url).steps == ()
    journal = open_store(empty_database_url)
    assert journal.volume("quay") == record
    assert journal.snapshot("quay", "north") is None  # a snapshot can be lost without harm
    journal.append("quay", [said("c", "north")], expected={"north": 2})
    checked(journal.volume("quay"))


def test_a_store_with_talks_in_it_is_not_withdrawn(open_store, empty_database_url):  # noqa: F811
    from gobetween.storage.postgres.migrations import LATEST, prepare

    journal = open_store(empty_database_url, create=True)
    journal.begin("quay", dict.fromkeys(BOOKS), [said("a", "north")])
    with pytest.raises(StoreUnavailable, match="there are talks"):
        prepare(empty_database_url, to=0)
    assert prepare(empty_database_url).version == LATEST
    assert journal.size("quay", "north") == 1


def test_an_empty_store_is_withdrawn_without_a_trace_and_can_come_again(open_store, empty_database_url):  # noqa: F811
    from gobetween.storage.postgres.migrations import prepare

    with psycopg.connect(empty_database_url, autocommit=True) as connection:
        before = rights(connection)
        assert prepare(empty_database_url).are_counters_closed
        assert rights(connection) != before
        assert not prepare(empty_database_url, to=0).are_counters_closed
        assert rights(connection) == before
    assert open_store(empty_database_url, create=True).talks() == ()


def rights(connection):
    """Who may read and run what in the database."""
    return (
        connection.execute("select nspname from pg_namespace order by 1").fetchall(),
        connection.execute(
            "select p.oid, has_function_privilege('public', p.oid, 'execute') from pg_proc p"
            " where pronamespace = 'pg_catalog'::regnamespace order by 1"
        ).fetchall(),
        connection.execute(
            "select attname, has_column_privilege('public', attrelid, attnum, 'select') from pg_attribute"
            " where attrelid = 'pg_class'::regclass and attnum > 0 order by 1"
        ).fetchall(),
        connection.execute("select has_database_privilege('public', current_database(), 'temp')").fetchall(),
    )


def test_a_store_of_a_newer_gobetween_is_left_alone(open_store, empty_database_url):  # noqa: F811
    from gobetween.storage.postgres.migrations import prepare

    prepare(empty_database_url)
    run(empty_database_url, "update gobetween.shape set version = 99")
    with pytest.raises(StoreUnavailable, match="install a newer one"):
        open_store(empty_database_url, create=True)
    with pytest.raises(StoreUnavailable, match="install a newer one"):
        prepare(empty_database_url)


def test_a_database_that_is_not_in_utf8_is_refused(postgres_url):  # noqa: F811
    from gobetween.storage.postgres.migrations import prepare

    run(postgres_url, "create database latin encoding 'LATIN1' locale 'C' template template0")
    with pytest.raises(StoreUnavailable, match="UTF-8"):
        prepare(with_parts(postgres_url, dbname="latin"))
    run(postgres_url, "drop database latin")


def test_who_owns_the_database_prepares_it_without_being_a_superuser(open_store, empty_database_url):  # noqa: F811
    from gobetween.storage.postgres.migrations import prepare

    name = psycopg.conninfo.conninfo_to_dict(empty_database_url)["dbname"]
    run(empty_database_url, "drop role if exists landlord")
    run(empty_database_url, "create role landlord login createrole")
    for role in ("owner", "reader", "operator", "app", "actor"):  # roles belong to the server; somebody else made them before
        run(empty_database_url, f"grant gobetween_{role} to landlord with admin option")
    run(empty_database_url, f"alter database {name} owner to landlord")
    assert not prepare(with_parts(empty_database_url, user="landlord")).are_counters_closed
    journal = open_store(with_parts(empty_database_url, user="gobetween_app"))
    journal.begin("quay", dict.fromkeys(BOOKS), [said("a", "north")])
    assert journal.size("quay", "north") == 1
    run(empty_database_url, f"alter database {name} owner to postgres")


# Losing the server, and what is damaged


def test_a_session_that_was_ended_while_idle_is_opened_again(open_store, postgres_store_url):  # noqa: F811
    journal = open_store(postgres_store_url)
    journal.begin("quay", dict.fromkeys(BOOKS), [])
    for _ in range(2):
        run(postgres_store_url, "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'gobetween'")
        journal.append("quay", [said("a", "north")], expected={"north": journal.size("quay", "north")})
    assert journal.size("quay", "north") == 2


def test_who_waits_too_long_for_another_writer_is_told_so(open_store, postgres_store_url):  # noqa: F811
    journal = open_store(postgres_store_url)
    journal.begin("quay", dict.fromkeys(BOOKS), [])
    with psycopg.connect(postgres_store_url) as other:
        run(postgres_store_url, "alter function gobetween.append set lock_timeout = '50ms'")
        other.execute("select from gobetween.books where talks = 'quay' and audience = '' for update")
        with pytest.raises(StoreUnavailable, match="locked for too long"):
            journal.append("quay", [said("a", "north")], expected={})
        other.rollback()
    run(postgres_store_url, "alter function gobetween.append set lock_timeout = '10s'")
    journal.append("quay", [said("a", "north")], expected={"north": 0})


def test_a_store_that_may_not_be_written_to_says_so(open_store, postgres_store_url):  # noqa: F811
    journal = open_store(postgres_store_url)
    journal.begin("quay", dict.fromkeys(BOOKS), [])
    read_only = open_store(with_parts(postgres_store_url, options="-c default_transaction_read_only=on"))
    with pytest.raises(StoreUnavailable, match="read-only; nothing was written"):
        read_only.append("quay", [said("a", "north")], expected={})
    assert read_only.size("quay", "north") == 0


def test_a_server_with_other_habits_is_asked_for_what_the_record_needs(open_store, postgres_store_url):  # noqa: F811
    habits = "-c default_transaction_isolation=serializable -c synchronous_commit=off"
    journal = open_store(with_parts(postgres_store_url, options=habits))
    journal.begin("quay", dict.fromkeys(BOOKS), [])
    journal.append("quay", [said("a", "north")], expected={"north": 0})
    with journal._session.acting("north") as connection:
        assert connection.execute("show synchronous_commit").fetchone() == ("on",)


def test_threads_share_a_journal(open_store, postgres_store_url):  # noqa: F811
    journal = open_store(postgres_store_url)
    journal.begin("quay", dict.fromkeys(BOOKS), [])

    def write(writer):
        for number in range(10):
            journal.append("quay", [said(f"{writer}-{number}", "north")], expected={})
            assert journal.book("quay", "north", after=journal.size("quay", "north") - 1)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert journal.size("quay", "north") == 40
    checked(journal.volume("quay"))


@pytest.mark.parametrize(
    "damage",
    [
        "delete from gobetween.lines where audience = 'north' and position = 2",
        "delete from gobetween.lines where audience = 'north' and position = 1",
        "delete from gobetween.books where audience = 'north'",
        "update gobetween.books set size = 1 where audience = 'north'",
        "update gobetween.lines set digest = sha256('x') where audience = 'north' and position = 2",
        "insert into gobetween.lines select talks, 'nobody', position, content, digest from gobetween.lines where audience = 'north'",
    ],
)
def test_inspection_finds_books_that_do_not_fit_their_lines(open_store, postgres_store_url, damage):  # noqa: F811
    journal = open_store(postgres_store_url)
    journal.begin("quay", dict.fromkeys(BOOKS), [said("a", "north"), said("b", "north", "keeper")])
    journal.inspect()
    run(postgres_store_url, f"set session_replication_role = replica; {damage}")
    with pytest.raises(RecordDamaged):
        journal.inspect()


def test_not_even_the_owner_changes_a_line_by_mistake(open_store, postgres_store_url):  # noqa: F811
    open_store(postgres_store_url).begin("quay", dict.fromkeys(BOOKS), [said("a", "north")])
    for statement in ("update gobetween.lines set content = 'x'", "delete from gobetween.lines", "truncate gobetween.lines"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="what was recorded stays"):
            run(postgres_store_url, statement)


def test_a_book_that_joined_with_a_key_is_sealed_for_whoever_asked_before(open_store, postgres_store_url):  # noqa: F811
    from gobetween.storage.sealing import new_private_key, public_key_of

    early, late = open_store(postgres_store_url), open_store(postgres_store_url)
    early.begin("quay", dict.fromkeys(BOOKS), [])
    with pytest.raises(NotDisclosed):
        early.append("quay", [said("a", "east")], expected={})
    late.append("quay", [], expected={}, begins={"east": public_key_of(new_private_key())})
    early.append("quay", [said("b", "east", words="hidden")], expected={})
    assert b"hidden" not in early.kept("quay", "east")[0].content
    with pytest.raises(RecordConflict):
        late.append("quay", [], expected={}, begins={"east": None})
