import pytest

from gobetween.model.errors import StoreUnavailable

pytest.importorskip("psycopg", reason="PostgreSQL is tested where psycopg is installed: pip install 'gobetween[postgres]'")

from gobetween.storage.postgres.connections import Session, place_of


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("postgresql://ann:hidden@db.example.org:5433/talks", "postgresql://db.example.org/talks"),
        ("postgresql:///talks", "postgresql://localhost/talks"),
        ("host=db.example.org dbname=talks password=hidden", "postgresql://db.example.org/talks"),
    ],
)
def test_a_place_is_named_without_user_and_password(url, place):
    assert place_of(url) == place


def test_what_is_no_address_is_refused_without_repeating_it():
    with pytest.raises(StoreUnavailable, match="USER@HOST") as refusal:
        place_of("postgresql://ann:hid%zz@[")
    assert "hid" not in str(refusal.value)


def test_a_server_that_is_not_there_is_told_of_without_the_password(tmp_path):
    session = Session(f"postgresql://ann:hidden@/talks?host={tmp_path}", 1)
    with pytest.raises(StoreUnavailable, match="not available") as refusal, session.acting("north"):
        pass
    assert "hidden" not in str(refusal.value)
    assert "ann" not in str(refusal.value)
