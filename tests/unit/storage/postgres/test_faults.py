import pytest

from gobetween.model.errors import NotDisclosed, RecordConflict, RecordDamaged, StoreUnavailable

psycopg = pytest.importorskip("psycopg", reason="PostgreSQL is tested where psycopg is installed: pip install 'gobetween[postgres]'")

from gobetween.storage.postgres.faults import fault, faults_told  # noqa: E402 - it needs psycopg


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        ("GB001", RecordConflict, "meanwhile"),
        ("GB002", NotDisclosed, "have a part"),
        ("40001", RecordConflict, "nothing was written"),
        ("40P01", RecordConflict, "nothing was written"),
        ("53100", StoreUnavailable, "disk is full; nothing was written"),
        ("58030", StoreUnavailable, "cannot be read or written"),
        ("53200", StoreUnavailable, "memory"),
        ("53300", StoreUnavailable, "no more connections"),
        ("55P03", StoreUnavailable, "locked for too long"),
        ("25006", StoreUnavailable, "read-only"),
        ("28P01", StoreUnavailable, "refuses this login"),
        ("28000", StoreUnavailable, "refuses this login"),
        ("3D000", StoreUnavailable, "no such database"),
        ("42501", StoreUnavailable, "no right"),
        ("42883", StoreUnavailable, "not prepared"),
        ("57P01", StoreUnavailable, "stopping"),
        ("57P03", StoreUnavailable, "starting"),
        ("08006", StoreUnavailable, "connection broke"),
        ("XX001", RecordDamaged, "restore a backup"),
        ("XX002", RecordDamaged, "restore a backup"),
        ("22P02", ValueError, "form"),
        ("0A000", StoreUnavailable, "0A000"),
    ],
)
def test_every_code_of_the_server_has_an_error_that_says_what_to_do(code, kind, words):
    told = fault("postgresql://host/talks", "quay", code)
    assert isinstance(told, kind)
    assert words in str(told)


def test_what_the_server_said_is_not_repeated_nor_chained():
    with pytest.raises(StoreUnavailable) as told, faults_told("postgresql://host/talks"):
        raise psycopg.errors.DiskFull("could not extend file: Failing row contains (secret words)")
    assert "secret" not in str(told.value)
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__


def test_a_broken_connection_has_no_code_and_is_told_as_one():
    with pytest.raises(StoreUnavailable, match="connection broke"), faults_told("postgresql://host/talks"):
        raise psycopg.OperationalError("server closed the connection unexpectedly")


def test_what_the_driver_cannot_send_is_a_matter_of_form():
    with pytest.raises(ValueError, match="form"), faults_told("postgresql://host/talks"):
        raise psycopg.DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")


def test_other_errors_pass():
    with pytest.raises(NotDisclosed), faults_told("postgresql://host/talks"):
        raise NotDisclosed("as it was")
