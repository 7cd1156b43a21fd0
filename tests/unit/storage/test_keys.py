import json
import stat

import pytest
from nacl.pwhash import argon2id

from gobetween.model.errors import NotDisclosed, RecordConflict, RecordDamaged, StoreUnavailable
from gobetween.model.sealed import CUSTODIAN
from gobetween.record.chains import head
from gobetween.record.checkpoints import check_against
from gobetween.record.volumes import checked
from gobetween.storage.addresses import key_folder_for, open_journal
from gobetween.storage.key_files import read_key_file
from gobetween.storage.keys import KeyFolder, make_keys
from gobetween.storage.sealing import MARK, keys_at_hand, new_private_key, public_key_of, seal
from gobetween.storage.signing import SignatureVerifier, new_signer
from gobetween.storage.sqlite.journals import SqliteJournal
from unit.storage.specimen_records import NOON, TALKS, entry


@pytest.fixture
def keys(tmp_path):
    return KeyFolder(tmp_path / "keys")


@pytest.fixture
def sealed(tmp_path, keys):
    """Talks with a sealed book for north."""
    journal = SqliteJournal(tmp_path / "talks.gobetween", keys)
    journal.begin(TALKS, {"north": keys.create(TALKS, "north")}, [entry("a", "public"), entry("b", "north")])
    journal.keep_snapshot(TALKS, "north", 2, b"the words of b")
    yield journal
    journal.close()


def read(journal):
    return [line.entry.id for line in journal.book(TALKS, "north")]


# Signing


def test_a_signature_holds_for_what_was_signed_and_nothing_else():
    signer, other, verifier = new_signer(), new_signer(), SignatureVerifier()
    signature = signer.sign(b"content")
    assert verifier.is_signed(b"content", signature, signer.public_key)
    assert not verifier.is_signed(b"contents", signature, signer.public_key)
    assert not verifier.is_signed(b"content", signature, other.public_key)
    assert not verifier.is_signed(b"content", signature[:-1], signer.public_key)
    assert not verifier.is_signed(b"content", signature, b"short")


def test_the_signing_key_is_made_once_and_lies_beside_the_store(tmp_path):
    store = tmp_path / "talks.gobetween"
    made = []
    for _ in range(2):
        journal = open_journal(store)
        if not journal.talks():
            journal.begin(TALKS, {"north": None}, [entry("a", "north")])
        made.append(journal.checkpoint(TALKS, "north", NOON))
        check_against(made[-1], journal.kept(TALKS, "north"), SignatureVerifier(), trusted_key=made[0].key)
        journal.close()
    seed = (tmp_path / "talks.gobetween.keys" / "signing.key").read_text().strip()
    assert bytes.fromhex(seed) not in store.read_bytes()
    assert seed.encode() not in store.read_bytes()


def test_keys_are_for_their_owners_eyes(keys):
    keys.signer()
    keys.create(TALKS, "north")
    modes = {path.relative_to(keys.path).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in (keys.path, *keys.path.rglob("*"))}
    assert modes == {".": 0o700, "signing.key": 0o600, TALKS: 0o700, f"{TALKS}/north.key": 0o600}


def test_a_file_that_is_no_signing_key_is_told(keys):
    keys.signer()
    for text in ("", "zz", "00", "\N{SNOWMAN}"):
        (keys.path / "signing.key").write_text(text, encoding="utf-8")
        with pytest.raises(StoreUnavailable, match=r"signing\.key"):
            keys.signer()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        KeyFolder(tmp_path / "file" / "keys").signer()


# Sealing


def test_what_is_sealed_opens_with_its_key_alone():
    private, other = new_private_key(), new_private_key()
    public = public_key_of(private)
    sealed = seal(b"words", public)
    assert sealed.startswith(MARK)
    assert b"words" not in sealed
    assert sealed != seal(b"words", public)
    assert keys_at_hand([private]).open(sealed, public) == b"words"
    for opener, key, content in (
        (keys_at_hand([other]), public, sealed),
        (keys_at_hand([other]), public_key_of(other), sealed),
        (keys_at_hand([private]), public, sealed[:-1]),
        (keys_at_hand([private]), public, MARK),
    ):
        with pytest.raises(RecordDamaged):
            opener.open(content, key)


def test_private_keys_are_not_shown():
    private = new_private_key()
    signer = new_signer()
    for shown in (repr(keys_at_hand([private])), repr(signer), str(signer)):
        assert private.hex() not in shown
        assert repr(private) not in shown
        assert repr(signer.seed) not in shown


def test_a_sealed_book_says_nothing_in_the_stores_files(sealed, tmp_path):
    assert read(sealed) == ["a", "b"]
    written = b"".join(path.read_bytes() for path in tmp_path.glob("talks.gobetween*") if path.is_file())
    assert b"words of a" in written
    assert b"words of b" not in written


def test_without_the_key_folder_the_store_is_closed(sealed, tmp_path):
    stranger = SqliteJournal(tmp_path / "talks.gobetween", KeyFolder(tmp_path / "elsewhere"))
    with pytest.raises(NotDisclosed):
        stranger.book(TALKS, "north")
    with pytest.raises(NotDisclosed):
        stranger.snapshot(TALKS, "north")
    stranger.close()


def test_destroying_a_key_destroys_what_it_covers_and_leaves_the_chain(sealed, keys):
    assert read(sealed) == ["a", "b"]
    file = keys.file_of(TALKS, "north")
    keys.destroy(TALKS, "north")
    assert not file.exists()
    with pytest.raises(NotDisclosed):
        sealed.book(TALKS, "north")
    assert head(TALKS, "north", sealed.kept(TALKS, "north"))[0] == 2
    checked(sealed.volume(TALKS))
    sealed.append(TALKS, [entry("c", "north")], expected={"north": 2})
    assert sealed.size(TALKS, "north") == 3
    with pytest.raises(NotDisclosed, match="there is no key"):
        keys.destroy(TALKS, "north")


def test_what_a_killed_program_left_of_a_key_is_destroyed_with_it(keys):
    keys.create(TALKS, "north")
    left = keys.file_of(TALKS, "north").with_name(".left.part")
    left.write_bytes(keys.file_of(TALKS, "north").read_bytes())
    keys.destroy(TALKS, "north")
    assert list(left.parent.iterdir()) == []


def test_a_key_is_made_once(keys):
    keys.create(TALKS, "north")
    before = keys.file_of(TALKS, "north").read_bytes()
    with pytest.raises(RecordConflict, match="already"):
        keys.create(TALKS, "north")
    assert keys.file_of(TALKS, "north").read_bytes() == before


@pytest.mark.parametrize("name", ["../escape", "..", "a/b", ".hidden", "Ä spaced", "con:x"])
def test_no_name_leads_out_of_the_folder(keys, name):
    public = keys.create(name, name)
    file = keys.file_of(name, name)
    assert file.resolve().parent.parent == keys.path.resolve()
    assert keys.holds(public)


# Passphrases


@pytest.fixture
def _cheap_guesses(monkeypatch):
    monkeypatch.setattr(argon2id, "MEMLIMIT_MODERATE", argon2id.MEMLIMIT_MIN)
    monkeypatch.setattr(argon2id, "OPSLIMIT_MODERATE", argon2id.OPSLIMIT_MIN)


@pytest.mark.usefixtures("_cheap_guesses")
def test_a_wrapped_key_opens_with_its_passphrase_alone(tmp_path, keys):
    public = keys.create(TALKS, "north", passphrase="correct horse")  # noqa: S106 - a test's
    file = keys.file_of(TALKS, "north")
    journal = SqliteJournal(tmp_path / "talks.gobetween", keys)
    journal.begin(TALKS, {"north": public}, [entry("b", "north")])
    with pytest.raises(NotDisclosed):
        journal.book(TALKS, "north")
    for wrong in ("wrong horse", None):
        with pytest.raises(NotDisclosed, match="wrapped"):
            keys.unlock(file, wrong)
    assert not keys.holds(public)
    keys.unlock(file, "correct horse")
    assert read(journal) == ["b"]
    journal.close()
    assert "correct" not in file.read_text()
    kept = json.loads(file.read_text())
    for changed in ({**kept["key"], "salt": "00"}, {**kept["key"], "box": "zz"}, {}):
        file.write_text(json.dumps({**kept, "key": changed}))
        with pytest.raises(NotDisclosed, match="wrapped"):
            KeyFolder(keys.path).unlock(file, "correct horse")


def test_keys_are_made_for_every_book_and_handed_out_but_for_the_custodians(tmp_path):
    store = tmp_path / "talks.gobetween"
    public = make_keys(tmp_path / "out", TALKS, ["north", "south", "public", CUSTODIAN], store_keys=key_folder_for(store))
    assert public["public"] is None
    out = KeyFolder(tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out" / TALKS).iterdir()) == ["north.key", "south.key"]
    assert sorted(path.name for path in (tmp_path / "talks.gobetween.keys" / TALKS).iterdir()) == [f"{CUSTODIAN}.key"]
    journal = open_journal(store)
    journal.begin(TALKS, public, [entry("b", "north"), entry("c", CUSTODIAN)])
    assert [line.entry.id for line in journal.book(TALKS, CUSTODIAN)] == ["c"]
    with pytest.raises(NotDisclosed):
        journal.book(TALKS, "north")
    journal.close()
    journal = open_journal(store, keys=(out.file_of(TALKS, "north"),))
    assert read(journal) == ["b"]
    with pytest.raises(NotDisclosed):
        journal.book(TALKS, "south")
    journal.close()


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"key": 1, "public": "", "talks": "", "audience": ""}', '{"key": "zz"}', "\N{SNOWMAN}"]
)
def test_what_is_no_key_file_is_told(tmp_path, text):
    file = tmp_path / "north.key"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(StoreUnavailable, match=r"north\.key"):
        read_key_file(file)
    with pytest.raises(StoreUnavailable, match=r"none\.key"):
        read_key_file(tmp_path / "none.key")


def test_a_private_key_that_is_not_the_public_ones_is_not_taken(keys):
    public = keys.create(TALKS, "north")
    file = keys.file_of(TALKS, "north")
    file.write_text(json.dumps({**json.loads(file.read_text()), "key": new_private_key().hex()}))
    assert not KeyFolder(keys.path).holds(public)
