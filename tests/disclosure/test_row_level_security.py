"""A spy with SQL of its own in the PostgreSQL store, as the application acting for one party, and as a login admitted as that party."""

import datetime as dt
import json

import pytest

from contract.postgres_server import (  # noqa: F401 - fixtures
    postgres_database,
    postgres_server,
    postgres_store_url,
    postgres_url,
    run,
    with_parts,
)
from gobetween.model.errors import NotDisclosed, RecordConflict, StoreUnavailable
from gobetween.record.entries import Addressed, Entry
from gobetween.storage.keys import passing_keys
from gobetween.storage.sealing import new_private_key, public_key_of

psycopg = pytest.importorskip("psycopg", reason="PostgreSQL is tested where psycopg is installed: pip install 'gobetween[postgres]'")

sql = pytest.importorskip("psycopg.sql")

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
TALKS = "quay"
TABLES = ("books", "lines", "snapshots", "logins")
ALL_OF_NORTH = ["opened", "heard", "told"]


def said(name, author, *audience):
    entry = Entry(name, "said.v1", author=author, recorded=NOON, body={"text": f"secret words of {name}"})
    return Addressed(entry, frozenset(audience))


@pytest.fixture
def open_store():
    from gobetween.storage.postgres.journals import PostgresJournal

    journals = []

    def open_one(url, **more):
        journals.append(PostgresJournal(url, passing_keys(), **more))
        return journals[-1]

    yield open_one
    for journal in journals:
        journal.close()


@pytest.fixture
def keeper(open_store, postgres_store_url):  # noqa: F811 - the fixture that was imported
    """The store as those who run it have it, with talks of two parties, an envoy nobody speaks of, and a sealed book."""
    journal = open_store(postgres_store_url)
    sealed = public_key_of(new_private_key())
    books = {**dict.fromkeys(("north", "south", "hidden-envoy", "keeper", "custodian")), "sealed-south": sealed}
    journal.begin(TALKS, books, [said("opened", "keeper", "public"), said("heard", "keeper", "north")])
    journal.append(TALKS, [said("red-line", "south", "south", "hidden-envoy", "custodian")], expected={"south": 1})
    journal.append(TALKS, [said("told", "north", "north", "keeper")], expected={"north": 2})
    journal.append(TALKS, [said("reserve", "south", "south", "sealed-south")], expected={"south": 2})
    journal.keep_snapshot(TALKS, "south", 2, b"the view of south")
    journal.begin("elsewhere", {"north": None, "south": None}, [said("other", "keeper", "north", "south")])
    return journal


class Spy:
    """Runs SQL as north, through whatever login."""

    def __init__(self, url):
        self.connection = psycopg.connect(url, autocommit=True)
        self.notices = []
        self.connection.add_notice_handler(lambda notice: self.notices.append(notice.message_primary))

    def ask(self, statement, values=None, *, principal="north"):
        """The rows, or the refusal, of statements in one transaction."""
        try:
            with self.connection.transaction():
                self.connection.execute("select set_config('gobetween.principal', %s, true)", (principal,))
                return self.connection.execute(statement, values).fetchall()
        except psycopg.Error as refusal:
            return refusal


@pytest.fixture(params=["as the application", "with a login of its own"])
def spy(request, keeper, postgres_store_url):  # noqa: F811
    from gobetween.storage.postgres.admissions import admit

    login = "gobetween_app"
    if request.param == "with a login of its own":
        login = "n17"
        run(postgres_store_url, "drop role if exists n17")
        run(postgres_store_url, "create role n17 login")
        admit(postgres_store_url, login, TALKS, "north")
    spy = Spy(with_parts(postgres_store_url, user=login))
    yield spy
    spy.connection.close()


def contents(rows):
    return [row[0].decode(errors="replace") for row in rows]


def append(*, begun=(), expected=None, **parts):
    """A call of `append` with one entry of north's, or with whatever its parts are said to be."""
    entry = {"id": "forged", "kind": "said.v1", "author": "north", "recorded": NOON.isoformat(), "body": "{}", "audience": ["north"]}
    entries = parts.pop("entries", None) or [{**entry, "sealed": {}, **parts}]
    begins = [{"audience": each, "key": None} for each in begun]
    act = {"expected": expected or {}, "begins": begins, "entries": entries}
    return "select gobetween.append(%s, %s::json)", (TALKS, json.dumps(act))


# Reading


def test_a_party_reads_its_own_book_and_nothing_else(spy):
    lines = contents(spy.ask("select content from gobetween.own_lines('quay', 0, null)"))
    assert [next(name for name in ALL_OF_NORTH if f'"id":"{name}"' in line) for line in lines] == ALL_OF_NORTH
    assert spy.ask("select size, public_key from gobetween.own_book('quay')") == [(3, None)]
    assert spy.ask("select * from gobetween.own_snapshot('quay')") == []
    assert spy.ask("select count(*), max(position) from gobetween.own_lines('quay', 0, null)") == [(3, 3)]


@pytest.mark.parametrize("principal", ["", None])
def test_without_a_principal_there_is_nothing(spy, principal):
    for question in (
        "select * from gobetween.own_lines('quay', 0, null)",
        "select * from gobetween.own_book('quay')",
        "select * from gobetween.own_snapshot('quay')",
        "select * from gobetween.sealing_keys('quay', '{sealed-south}')",
    ):
        assert spy.ask(question, principal=principal) == []
    assert spy.ask(*append(), principal=principal).sqlstate == "GB002"


def test_after_the_transaction_the_principal_is_gone(spy):
    assert spy.ask("select count(*) from gobetween.own_lines('quay', 0, null)") == [(3,)]
    assert spy.connection.execute("select count(*) from gobetween.own_lines('quay', 0, null)").fetchall() == [(0,)]
    assert spy.connection.execute("select current_setting('gobetween.principal')").fetchall() == [("",)]


STATEMENTS = (
    "select * from gobetween.{}",
    "select count(*) from gobetween.{}",
    "select max(talks) from gobetween.{}",
    "select ctid, xmin from gobetween.{}",
    "select from gobetween.{}",
    "explain select * from gobetween.{}",
    "insert into gobetween.{} default values returning 1",
    "update gobetween.{} set talks = 'x' returning 1",
    "delete from gobetween.{} returning 1",
    "truncate gobetween.{}",
    "lock gobetween.{}",
    "copy gobetween.{} to stdout",
    "alter table gobetween.{} disable row level security",
    "alter table gobetween.{} no force row level security",
    "comment on table gobetween.{} is null",
    "create policy mine on gobetween.{} using (true)",
    "create trigger mine before insert on gobetween.{} for each row execute function suppress_redundant_updates_trigger()",
    "drop table gobetween.{}",
)


def test_tables_are_closed_to_whoever_acts(spy):
    for table in TABLES:
        for statement in STATEMENTS:
            assert spy.ask(statement.format(table)).sqlstate == "42501", statement.format(table)


def test_no_role_that_sees_more_can_be_taken(spy):
    for role in ("gobetween_owner", "gobetween_reader", "gobetween_operator", "postgres"):
        assert spy.ask(f"set role {role}").sqlstate == "42501"
    for statement in (
        "create function gobetween.mine() returns int language sql as 'select 1'",
        "create table gobetween.mine (a int)",
        "create temp table mine (a int)",
        "alter function gobetween.own_book(text) owner to gobetween_app",
        "select gobetween.add_lines('quay', '{south}', '{1}', '{x}')",
        "select gobetween.begin_book('quay', 'x', null)",
        "select * from gobetween.admitted()",
        "set session authorization postgres",
        "select pg_terminate_backend(pg_backend_pid())",
        "alter role gobetween_app bypassrls",
    ):
        assert spy.ask(statement).sqlstate == "42501", statement


def test_the_list_of_audiences_is_closed(spy):
    seen = spy.ask("select * from gobetween.sealing_keys('quay', '{north,south,hidden-envoy,nobody,custodian}')")
    assert seen == []  # only of sealed books is there anything to tell, to whoever names them


def test_the_row_policies_hold_for_whatever_reads_the_tables(keeper, postgres_store_url):  # noqa: F811
    with psycopg.connect(postgres_store_url, autocommit=True) as connection:
        connection.execute("set role gobetween_reader")
        whose = sql.SQL("select distinct audience from gobetween.{}")
        tables = [whose.format(sql.Identifier(table)) for table in ("books", "lines", "snapshots")]
        assert [connection.execute(table).fetchall() for table in tables] == [[], [], []]
        connection.execute("select set_config('gobetween.principal', 'south', false)")
        assert [connection.execute(table).fetchall() for table in tables] == [[("south",)]] * 3
        connection.execute("set row_security = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("select * from gobetween.lines")


def test_without_the_row_policies_reading_would_tell_everything(keeper, postgres_store_url):  # noqa: F811
    run(postgres_store_url, "alter table gobetween.lines disable row level security")
    try:
        spy = Spy(with_parts(postgres_store_url, user="gobetween_app"))
        assert "red-line" in " ".join(contents(spy.ask("select content from gobetween.own_lines('quay', 0, null)")))
        spy.connection.close()
    finally:
        run(postgres_store_url, "alter table gobetween.lines enable row level security")


# Writing


def test_a_party_writes_in_its_own_name(spy, keeper):
    assert spy.ask(*append(audience=["north", "keeper"], expected={"north": 3})) == [("",)]
    assert keeper.book(TALKS, "keeper")[-1].entry == Entry("forged", "said.v1", author="north", recorded=NOON, body={})
    keeper.inspect()


FORGED = (
    append(author="south"),
    append(author="custodian"),
    append(author=None),
    append(entries=[{"author": "north", "audience": ["north"]}, {"author": "south", "audience": ["north"]}]),
    append(entries=[{"audience": ["north"]}]),
    append(expected={"south": 3}),
    append(expected={"south": 99}),
    append(expected={"north": 3, "hidden-envoy": 2}),
    append(expected={"nobody": 0}),
    append(expected={"": 0}),
    append(begun=["south"]),
    append(begun=["nobody"]),
    append(audience=["north", "nobody"]),
    append(audience=["north", ""]),
    append(audience=["north", None]),
)


def test_what_is_not_a_partys_to_write_or_to_ask_is_refused_in_the_same_words(spy, keeper):
    for forged in FORGED:
        refusal = spy.ask(*forged)
        told = (refusal.sqlstate, refusal.diag.message_primary, refusal.diag.message_detail)
        assert told == ("GB002", "refused", None), forged
    assert keeper.size(TALKS, "north") == 3


MALFORMED = (
    *(append(**{part: None}) for part in ("id", "kind", "recorded", "body")),
    *(append(audience=audience) for audience in ([], None, "north", {"north": 1}, 7, ["sealed-south"])),
    *(append(body=body) for body in ("{", "", "{} {}", '{},"id":"another","kind":"agreed.v1"')),
    *(append(recorded=moment) for moment in ("infinity", "0001-01-01", "12026-01-01", "noon")),
    *(append(expected=expected) for expected in ({"north": "many"}, {"north": 2**70}, ["north"], "north")),
    append(audience=["sealed-south"], sealed={"sealed-south": b"not sealed".hex()}),
    append(audience=["sealed-south"], sealed={"sealed-south": b"sealed.v1\n".hex() + "x"}),
    append(audience=["sealed-south"], sealed=["sealed-south"]),
    append(entries={"id": "a"}),
    append(entries=7),
    ("select gobetween.append('quay', '{')", None),
)


def test_malformed_entries_are_refused_without_a_word_about_rows(spy, keeper):
    for malformed in MALFORMED:
        refusal = spy.ask(*malformed)
        assert isinstance(refusal, psycopg.Error), malformed
        assert (refusal.sqlstate or "none")[:2] in ("22", "GB"), malformed
        told = f"{refusal.diag.message_primary} {refusal.diag.message_detail}"
        assert not any(word in told for word in ("south", "quay", "Failing row", "Key (")), told
    for nothing in ("null", "'[]'", "'{}'"):
        assert spy.ask(f"select gobetween.append('quay', {nothing})") == [("",)]
    assert keeper.size(TALKS, "north") == 3


def test_what_one_row_may_not_hold_twice_tells_nothing(spy, keeper):
    """An old picture of the books could make a table refuse a line that is there already, and quote whose it is and where."""
    spy.connection.execute("begin isolation level repeatable read")
    spy.connection.execute("select set_config('gobetween.principal', 'north', true)")
    keeper.append(TALKS, [said("more", "south", "south")], expected={"south": 3})
    with pytest.raises(psycopg.Error) as refusal:
        spy.connection.execute(*append(audience=["north", "south"]))
    spy.connection.execute("rollback")
    assert (refusal.value.sqlstate, refusal.value.diag.message_detail) == ("25001", None)


def test_nobody_but_the_application_begins_talks_and_nobody_learns_of_others(spy):
    begin = """select gobetween.begin_talks(%s, '{"begins": [], "entries": []}')"""
    told = {str(spy.ask(begin, [talks]).diag.message_primary) for talks in (TALKS, "elsewhere", "none")}
    assert told == {"refused"}
    rows = spy.ask("select * from gobetween.talks_here()")
    assert rows in ([], [(TALKS,)])  # the application as north is told of none, north's own login of its own


def test_a_snapshot_is_kept_beside_ones_own_book_alone(spy, keeper):
    spy.ask("select gobetween.keep_snapshot('quay', 3, 'mine', 'bond')")
    assert keeper.snapshot(TALKS, "south") == (2, b"the view of south")
    for talks, position in (("quay", 4), ("quay", -1), ("none", 0)):
        assert spy.ask("select gobetween.keep_snapshot(%s, %s, 'mine', 'bond')", (talks, position)).sqlstate == "GB002"


# Logins that were admitted as one audience


@pytest.fixture
def admitted(keeper, postgres_store_url):  # noqa: F811
    from gobetween.storage.postgres.admissions import admit

    run(postgres_store_url, "drop role if exists n17")
    run(postgres_store_url, "create role n17 login")
    admit(postgres_store_url, "n17", TALKS, "north")
    return with_parts(postgres_store_url, user="n17")


def test_the_applications_login_can_act_for_anybody_so_this_wall_is_the_second(keeper, postgres_store_url):  # noqa: F811
    spy = Spy(with_parts(postgres_store_url, user="gobetween_app"))
    assert spy.ask("select count(*) from gobetween.own_lines('quay', 0, null)", principal="south") == [(3,)]
    spy.connection.close()


def test_a_login_of_ones_own_cannot_act_for_anybody_else(admitted):
    spy = Spy(admitted)
    for principal in ("south", "hidden-envoy", "keeper", "custodian", "public", "sealed-south"):
        assert spy.ask("select * from gobetween.own_lines('quay', 0, null)", principal=principal) == []
        assert spy.ask("select * from gobetween.own_book('quay')", principal=principal) == []
        assert spy.ask(*append(author=principal), principal=principal).sqlstate == "GB002"
    assert spy.ask("select * from gobetween.own_lines('elsewhere', 0, null)") == []
    spy.connection.close()


def test_a_party_uses_the_store_with_its_own_login(admitted, open_store):
    journal = open_store(admitted)
    assert journal.talks() == (TALKS,)
    assert [line.entry.id for line in journal.book(TALKS, "north")] == ALL_OF_NORTH
    journal.append(TALKS, [said("answer", "north", "north", "keeper")], expected={"north": 3})
    journal.keep_snapshot(TALKS, "north", 4, b"mine")
    assert (journal.size(TALKS, "north"), journal.snapshot(TALKS, "north")) == (4, (4, b"mine"))
    assert journal.checkpoint(TALKS, "north", NOON).size == 4
    for audience in ("south", "custodian", "public"):
        for attempt in (journal.book, journal.size, journal.kept, journal.snapshot):
            with pytest.raises(NotDisclosed):
                attempt(TALKS, audience)
    for forged in ([said("a", "south", "south")], [said("a", "custodian", "north")]):
        with pytest.raises(NotDisclosed):
            journal.append(TALKS, forged, expected={"south": 3})
    with pytest.raises(NotDisclosed):
        journal.begin("mine", {"north": None}, [])


def test_an_admission_is_for_a_book_that_is_there_and_can_be_taken_back(admitted, open_store, postgres_store_url):  # noqa: F811
    from gobetween.storage.postgres.admissions import admit, dismiss

    for login, talks, audience in (
        ("n17", TALKS, "custodian"),
        ("n17", TALKS, "nobody"),
        ("n17", TALKS, ""),
        ("n17", "none", "north"),
        ("gobetween_app", TALKS, "north"),
    ):
        with pytest.raises(NotDisclosed):
            admit(postgres_store_url, login, talks, audience)
    with pytest.raises(StoreUnavailable):
        admit(postgres_store_url, "nobodys_login", TALKS, "north")
    with pytest.raises(StoreUnavailable):
        admit(admitted, "n17", TALKS, "south")
    dismiss(postgres_store_url, "n17", TALKS, "north")
    with pytest.raises(NotDisclosed):
        open_store(admitted).book(TALKS, "north")


# What is for those who run the store


@pytest.mark.parametrize("login", ["gobetween_app", "n17"])
def test_the_whole_record_is_closed_to_whoever_acts(admitted, keeper, open_store, login):
    journal = open_store(with_parts(admitted, user=login))
    volume = keeper.volume("elsewhere")
    for attempt in (
        lambda: journal.audiences(TALKS),
        lambda: journal.volume(TALKS),
        lambda: journal.take_in(volume),
        journal.inspect,
    ):
        with pytest.raises(StoreUnavailable, match="no right") as refusal:
            attempt()
        assert "south" not in str(refusal.value)
    assert [line.entry.id for line in journal.book(TALKS, "north")] == ALL_OF_NORTH  # the session goes on


def test_an_operators_address_beside_the_applications_gives_both(keeper, open_store, postgres_store_url):  # noqa: F811
    run(postgres_store_url, "drop role if exists night_shift")
    run(postgres_store_url, "create role night_shift login in role gobetween_operator")
    operator = with_parts(postgres_store_url, user="night_shift")
    with pytest.raises(StoreUnavailable, match="no right"):
        open_store(operator).book(TALKS, "north")
    journal = open_store(with_parts(postgres_store_url, user="gobetween_app"), operator_url=operator)
    assert journal.audiences("elsewhere") == ("north", "public", "south")
    assert journal.volume(TALKS) == keeper.volume(TALKS)
    journal.append(TALKS, [said("b", "north", "north")], expected={"north": 3})


def test_a_superusers_session_acts_with_the_applications_rights(keeper):
    with keeper._session.acting("north") as connection:
        assert connection.execute("select current_user").fetchone() == ("gobetween_app",)


# What the server counts

QUESTIONS = (
    "select reltuples, relpages from pg_class where relname = 'lines'",
    "select sum(reltuples) from pg_class",
    "select n_tup_ins, n_live_tup, seq_scan, idx_scan from pg_stat_user_tables where relname = 'lines'",
    "select * from pg_stat_all_tables where schemaname = 'gobetween'",
    "select * from pg_statio_all_tables where schemaname = 'gobetween'",
    "select * from pg_stat_user_functions",
    "select xact_commit, tup_inserted from pg_stat_database where datname = current_database()",
    "select count(*) from pg_stat_activity where query <> ''",
    "select * from pg_stat_wal",
    "select * from pg_stat_io",
    "select * from pg_locks where pid <> pg_backend_pid()",
    "select * from pg_stats where schemaname = 'gobetween' and tablename <> 'shape'",
    "select * from pg_statistic",
    "select pg_relation_size('gobetween.lines')",
    "select pg_total_relation_size('gobetween.lines')",
    "select pg_table_size('gobetween.books')",
    "select pg_database_size(current_database())",
    "select pg_current_wal_lsn()",
    "select pg_current_wal_insert_lsn()",
    "select pg_current_xact_id()",
    "select txid_current()",
    "select pg_current_snapshot()",
    "select txid_current_snapshot()",
    "select age('3'::xid)",
    "select * from pg_control_checkpoint()",
    "select pg_logical_emit_message(false, 'a', 'b')",
    "select pg_column_toast_chunk_id(content) from gobetween.own_lines('quay', 0, null)",
    "select * from pg_available_wal_summaries()",
    "select pg_isolation_test_session_is_blocked(pg_backend_pid(), '{}')",
    "select lo_create(0)",
    "select lo_creat(-1)",
    "select pg_export_snapshot()",
    "select pg_get_multixact_members('1')",
    "select * from pg_sequences",
    "select * from pg_sequence_last_value('gobetween.lines'::regclass)",
    "select * from pg_prepared_xacts",
    "select * from pg_replication_slots",
    "explain (format json) select * from gobetween.own_lines('quay', 0, null)",
    "explain (format json) select * from gobetween.own_book('quay')",
    "explain (format json) select gobetween.append('quay', '{}')",
    "select * from gobetween.own_lines('quay', 0, null)",
    "select * from gobetween.own_book('quay')",
    "select * from gobetween.own_snapshot('quay')",
    "select * from gobetween.talks_here()",
    "select * from gobetween.sealing_keys('quay', '{south}')",
    "select * from gobetween.shape",
    "select oid, relname, relfilenode from pg_class where relname = 'lines'",
    "select relname from pg_class where relnamespace = 'gobetween'::regnamespace order by 1",
)


def answers(spy):
    told = {}
    for question in QUESTIONS:
        answer = spy.ask(question)
        told[question] = f"{answer.sqlstate} {answer}" if isinstance(answer, psycopg.Error) else repr(answer)
    return told


def act_unseen(journal, rounds=3):
    for number in range(rounds):
        entries = [said(f"unseen-{number}-{each}", "south", "south", "hidden-envoy") for each in range(40)]
        journal.append(TALKS, entries, expected={"south": 3 + 40 * number})
    journal.append(TALKS, [], expected={}, begins={f"joined-{rounds}": None})
    journal.keep_snapshot(TALKS, "south", 5, b"view" * 5000)


def test_nothing_that_the_server_tells_a_party_changes_with_what_others_do(spy, keeper, postgres_store_url):  # noqa: F811
    before = answers(spy)
    act_unseen(keeper)
    run(postgres_store_url, "analyze")
    assert answers(spy) == before


def test_the_same_questions_tell_a_superuser_that_others_were_at_work(keeper, postgres_store_url):  # noqa: F811
    spy = Spy(postgres_store_url)
    before = answers(spy)
    act_unseen(keeper)
    run(postgres_store_url, "analyze")
    after = answers(spy)
    assert sum(after[question] != before[question] for question in QUESTIONS) > 15
    spy.connection.close()


def test_plans_are_not_printed_for_what_functions_run(spy, keeper):
    spy.connection.execute("set client_min_messages = log; set debug_print_plan = on; set debug_print_rewritten = on")
    spy.connection.execute("set debug_pretty_print = off")
    spy.ask("select * from gobetween.own_lines('quay', 0, null)")
    spy.ask("select * from gobetween.talks_here()")
    spy.ask(*append())
    assert spy.notices  # its own queries are printed to it
    assert not any("IndexScan" in notice or "SEQSCAN" in notice.upper() or "INDEXSCAN" in notice.upper() for notice in spy.notices)


def test_refusals_of_the_journal_name_nobody(admitted, open_store):
    journal = open_store(admitted)
    for attempt in (
        lambda: journal.append(TALKS, [said("a", "north", "nobody")], expected={"north": 3}),
        lambda: journal.append(TALKS, [said("a", "north", "north")], expected={"south": 3}),
        lambda: journal.append("none", [said("a", "north", "north")], expected={"north": 3}),
    ):
        with pytest.raises(NotDisclosed) as refusal:
            attempt()
        assert str(refusal.value).replace("none", TALKS) == (
            f"there are no talks '{TALKS}' here in which all who are named have a part; nothing was written"
        )
    with pytest.raises(RecordConflict):
        journal.append(TALKS, [said("a", "north", "north")], expected={"north": 2})
