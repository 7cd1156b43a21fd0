import datetime as dt
import hashlib

import pytest
from attrs import evolve, frozen

from gobetween.model.errors import RecordDamaged
from gobetween.record.chains import Kept, beginning, head, link, named, verified
from gobetween.record.checkpoints import check_against, sign_checkpoint

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)


@frozen
class Marks:
    """Signs by hashing with its key, which is no secret: enough to see what is signed."""

    public_key: bytes = b"a key"

    def sign(self, content):
        return hashlib.sha256(self.public_key + content).digest()

    def is_signed(self, content, signature, key):
        return signature == hashlib.sha256(key + content).digest()


def chain(*contents, talks="quay", audience="north"):
    before, lines = beginning(talks, audience), []
    for position, content in enumerate(contents, 1):
        before = link(before, content)
        lines.append(Kept(position, content, before))
    return tuple(lines)


LINES = chain(b"one", b"two", b"three")


def test_a_chain_is_of_the_hashes_that_the_reference_says():
    start = hashlib.sha256(b'{"audience":"north","chain":"gobetween.v1","talks":"quay"}').digest()
    assert beginning("quay", "north") == start
    assert LINES[0].digest == hashlib.sha256(start + hashlib.sha256(b"one").digest()).digest()


def test_a_chain_that_holds_is_given_line_by_line():
    assert tuple(verified("quay", "north", LINES)) == LINES
    assert head("quay", "north", LINES) == (3, LINES[-1].digest)
    assert head("quay", "north", ()) == (0, beginning("quay", "north"))


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ((evolve(LINES[0], content=b"0ne"), *LINES[1:]), "line 1"),
        ((LINES[0], evolve(LINES[1], digest=LINES[0].digest), LINES[2]), "line 2"),
        ((LINES[0], LINES[2]), "line 2"),
        ((LINES[1], LINES[0], LINES[2]), "line 1"),
        ((LINES[0], evolve(LINES[2], position=2)), "line 2"),
        ((*LINES, LINES[-1]), "line 4"),
        (chain(b"one", audience="south"), "line 1"),
        (chain(b"one", talks="other"), "line 1"),
    ],
)
def test_the_first_line_that_is_not_what_was_recorded_is_named(lines, place):
    with pytest.raises(RecordDamaged, match=f"{place} of the book of north"):
        head("quay", "north", lines)


def test_the_order_of_entries_is_named_as_such():
    assert named("") == "the order of entries"


def test_a_checkpoint_signs_everything_that_it_says():
    made = sign_checkpoint(Marks(), "quay", "north", LINES, NOON)
    check_against(made, LINES, Marks(), trusted_key=b"a key".hex())
    later = NOON + dt.timedelta(seconds=1)
    for changed in (
        evolve(made, talks="other"),
        evolve(made, audience="south"),
        evolve(made, size=2),
        evolve(made, head=LINES[1].digest.hex()),
        evolve(made, made_utc=later),
        evolve(made, key=b"b key".hex()),
        evolve(made, key="no hexadecimal"),
    ):
        with pytest.raises(RecordDamaged, match="signature does not fit"):
            check_against(changed, LINES, Marks())


def test_other_lines_in_the_place_of_those_of_a_checkpoint_are_found():
    made = sign_checkpoint(Marks(), "quay", "north", LINES, NOON)
    rewritten = chain(b"one", b"two, anew", b"three", b"four")
    with pytest.raises(RecordDamaged, match="first 3 lines of the book of north are not those of the checkpoint"):
        check_against(made, rewritten, Marks())
    check_against(made, chain(b"one", b"two", b"three", b"four"), Marks())


def test_a_checkpoint_of_another_key_is_not_trusted():
    made = sign_checkpoint(Marks(b"b key"), "quay", "north", LINES, NOON)
    with pytest.raises(RecordDamaged, match="was signed with the key"):
        check_against(made, LINES, Marks(), trusted_key=b"a key".hex())


def test_nothing_is_signed_that_does_not_hold():
    with pytest.raises(RecordDamaged):
        sign_checkpoint(Marks(), "quay", "north", LINES[1:], NOON)
