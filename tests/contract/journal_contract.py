"""What every store does: subclass `JournalContract`, give it a `store` fixture, and every test here runs on it."""

from __future__ import annotations

import datetime as dt
import threading
from abc import ABC, abstractmethod

import pytest
from attrs import evolve

from gobetween.model.errors import NotDisclosed, RecordConflict, RecordDamaged
from gobetween.record.chains import beginning, head, verified
from gobetween.record.checkpoints import check_against
from gobetween.record.entries import Addressed, Entry
from gobetween.record.journals import Journal
from gobetween.record.volumes import Volume, checked, entries_in_order
from gobetween.storage.keys import KeysInHand, passing_keys
from gobetween.storage.memory import MemoryJournal
from gobetween.storage.sealing import keys_at_hand, new_private_key, public_key_of
from gobetween.storage.signing import SignatureVerifier

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
TALKS = "quay"
BOOKS = ("custodian", "keeper", "north", "public", "south")


def entry(name: str, *audience: str, recorded: dt.datetime = NOON, **body: object) -> Addressed:
    """An entry of that id for that audience."""
    return Addressed(
        Entry(name, "said.v1", author="north", recorded=recorded, body={"text": f"words of {name}", **body}), frozenset(audience)
    )


def begun(journal: Journal, *entries: Addressed, **keys: bytes) -> Journal:
    """Talks of two parties, begun."""
    journal.begin(TALKS, {**dict.fromkeys(BOOKS), **keys}, entries)
    return journal


def ids(journal: Journal, audience: str, after: int = 0) -> list[str]:
    """The ids in an audience's book."""
    return [line.entry.id for line in journal.book(TALKS, audience, after=after)]


def keys_of(*private: bytes) -> KeysInHand:
    """A signer, and these private keys."""
    return evolve(passing_keys(), private=keys_at_hand(private))


class Store(ABC):
    """One empty store, to be opened more than once."""

    @abstractmethod
    def open(self, keys: KeysInHand | None = None) -> Journal:
        """The journal of this same store; another connection to it, where there are connections."""


class JournalContract:
    """What holds for every store."""

    @pytest.fixture
    def journal(self, store: Store):
        journal = store.open()
        yield journal
        journal.close()

    # Books

    def test_an_empty_store_has_no_talks(self, journal):
        assert journal.talks() == ()

    def test_talks_begin_with_a_book_for_each_audience(self, journal):
        begun(journal)
        assert journal.talks() == (TALKS,)
        assert journal.audiences(TALKS) == BOOKS
        assert [journal.size(TALKS, each) for each in BOOKS] == [0] * 5

    def test_there_is_a_public_book_even_if_nobody_names_it(self, journal):
        journal.begin(TALKS, {"north": None}, [entry("a", "public")])
        assert journal.audiences(TALKS) == ("north", "public")
        assert ids(journal, "public") == ids(journal, "north") == ["a"]

    def test_talks_of_one_name_begin_once(self, journal):
        begun(journal, entry("a", "north"))
        with pytest.raises(RecordConflict):
            begun(journal, entry("b", "south"))
        assert (ids(journal, "north"), ids(journal, "south")) == (["a"], [])

    def test_talks_in_one_store_know_nothing_of_each_other(self, journal):
        begun(journal, entry("a", "north"))
        journal.begin("other", {"north": None}, [entry("b", "north")])
        assert journal.talks() == ("other", TALKS)
        assert ids(journal, "north") == ["a"]
        assert [line.entry.id for line in journal.book("other", "north")] == ["b"]

    def test_an_entry_is_read_back_as_it_was_recorded(self, journal):
        told = entry("a", "north", numbers=[1, -2, 2**53 - 1], nested={"z": None, "ä": [True, "\u2028"], "": "𝄞"})
        begun(journal, told)
        (line,) = journal.book(TALKS, "north")
        assert line.entry == told.entry
        assert line.position == 1

    def test_an_entry_goes_into_the_books_of_its_audience_alone(self, journal):
        begun(journal)
        journal.append(TALKS, [entry("a", "north", "keeper")], expected={"north": 0})
        assert {each: ids(journal, each) for each in BOOKS if ids(journal, each)} == {"north": ["a"], "keeper": ["a"]}

    def test_what_is_public_goes_into_every_book(self, journal):
        begun(journal, entry("a", "north"))
        journal.append(TALKS, [entry("b", "public", "south")], expected={})
        assert ids(journal, "north") == ["a", "b"]
        assert all(ids(journal, each) == ["b"] for each in BOOKS if each != "north")

    def test_positions_have_no_gaps_whatever_others_get(self, journal):
        begun(journal, entry("a", "north"), entry("b", "south"), entry("c", "north"))
        journal.append(TALKS, [entry("d", "south"), entry("e", "north")], expected={"north": 2})
        assert [line.position for line in journal.book(TALKS, "north")] == [1, 2, 3]
        assert ids(journal, "north") == ["a", "c", "e"]

    def test_a_book_is_read_on_from_where_it_was_left(self, journal):
        begun(journal, *(entry(each, "north") for each in "abcde"))
        whole = journal.book(TALKS, "north")
        assert [journal.book(TALKS, "north", after=after) for after in (0, 1, 3, 5, 9)] == [whole, whole[1:], whole[3:], (), ()]

    def test_the_order_is_that_of_recording_whatever_the_clocks_say(self, journal):
        begun(journal)
        for hour, name in enumerate("abcd"):
            journal.append(TALKS, [entry(name, "north", recorded=NOON - dt.timedelta(hours=hour))], expected={"north": hour})
        assert ids(journal, "north") == ["a", "b", "c", "d"]

    def test_a_time_is_kept_to_the_second_in_utc(self, journal):
        moment = dt.datetime(2031, 3, 1, 14, 30, 5, 999, tzinfo=dt.timezone(dt.timedelta(hours=2)))
        begun(journal, entry("a", "north", recorded=moment))
        assert journal.book(TALKS, "north")[0].entry.recorded == dt.datetime(2031, 3, 1, 12, 30, 5, tzinfo=dt.UTC)

    def test_what_was_written_is_there_for_whoever_opens_the_store(self, journal, store):
        begun(journal, entry("a", "north"))
        other = store.open()
        assert ids(other, "north") == ["a"]
        other.append(TALKS, [entry("b", "north")], expected={"north": 1})
        other.close()
        assert ids(journal, "north") == ["a", "b"]

    # All or nothing

    def test_nothing_is_written_if_an_expected_book_has_grown(self, journal):
        begun(journal, entry("a", "north"))
        with pytest.raises(RecordConflict):
            journal.append(TALKS, [entry("b", "south")], expected={"north": 0}, begins={"east": None})
        assert ids(journal, "south") == []
        assert journal.audiences(TALKS) == BOOKS

    def test_nothing_is_written_if_an_expected_book_is_shorter_than_was_seen(self, journal):
        begun(journal)
        with pytest.raises(RecordConflict):
            journal.append(TALKS, [entry("b", "north")], expected={"north": 1})
        assert ids(journal, "north") == []

    def test_books_that_are_not_expected_decide_nothing(self, journal):
        begun(journal)
        journal.append(TALKS, [entry("hidden", "south")], expected={})
        journal.append(TALKS, [entry("a", "north", "south")], expected={"north": 0})
        assert ids(journal, "south") == ["hidden", "a"]

    def test_of_several_entries_all_are_written_or_none(self, journal):
        begun(journal)
        with pytest.raises(NotDisclosed):
            journal.append(TALKS, [entry("a", "public"), entry("b", "nobody")], expected={})
        assert [journal.size(TALKS, each) for each in BOOKS] == [0] * 5

    def test_what_has_no_canonical_form_is_refused_whole(self, journal):
        begun(journal)
        for body in ({"n": 2**53}, {"text": "\ud800"}, {"n": float("nan")}):
            with pytest.raises(ValueError, match="canonical"):
                journal.append(TALKS, [entry("a", "north"), entry("b", "north", **body)], expected={})
        assert journal.size(TALKS, "north") == 0
        journal.append(TALKS, [entry("c", "north")], expected={"north": 0})
        assert ids(journal, "north") == ["c"]

    def test_nothing_begins_if_a_first_entry_is_for_nobody(self, journal):
        with pytest.raises(NotDisclosed):
            begun(journal, entry("a", "public"), entry("b", "nobody"))
        assert journal.talks() == ()

    def test_audiences_have_names_and_the_public_no_key(self, journal):
        for audiences in ({"": None}, {"public": b"k" * 32}, {"north": b"short"}):
            with pytest.raises(ValueError, match=r"audience|public|key"):
                journal.begin(TALKS, audiences, [])
        assert journal.talks() == ()

    # Joining

    def test_who_joins_gets_all_that_is_public_and_nothing_else(self, journal):
        begun(journal, entry("a", "public"), entry("b", "north"), entry("c", "public", "north"))
        journal.append(TALKS, [entry("d", "east", "north"), entry("e", "public")], expected={}, begins={"east": None})
        assert ids(journal, "east") == ["a", "c", "d", "e"]
        assert [line.position for line in journal.book(TALKS, "east")] == [1, 2, 3, 4]
        assert "east" in journal.audiences(TALKS)

    def test_who_joins_may_join_without_any_entry(self, journal):
        begun(journal, entry("a", "public"))
        journal.append(TALKS, [], expected={}, begins={"east": None})
        assert ids(journal, "east") == ["a"]

    def test_nobody_joins_twice(self, journal):
        begun(journal)
        with pytest.raises(RecordConflict):
            journal.append(TALKS, [entry("a", "north")], expected={}, begins={"south": None})
        assert journal.size(TALKS, "north") == 0

    # What must not be told

    def test_hidden_activity_changes_nothing_for_others(self, journal):
        begun(journal, entry("a", "public"))
        before = self._all_that_north_can_learn(journal)
        journal.append(TALKS, [entry("x", "south"), entry("y", "south", "keeper")], expected={"south": 1}, begins={"secret": None})
        journal.keep_snapshot(TALKS, "south", 2, b"a view")
        assert self._all_that_north_can_learn(journal) == before

    @staticmethod
    def _all_that_north_can_learn(journal):
        texts = []
        for attempt in (
            lambda: journal.append(TALKS, [entry("b", "north")], expected={"north": 7}),
            lambda: journal.append(TALKS, [entry("b", "nobody")], expected={}),
            lambda: journal.book(TALKS, "nobody"),
        ):
            with pytest.raises((NotDisclosed, RecordConflict)) as refusal:
                attempt()
            texts.append(str(refusal.value))
        seen = (
            journal.book(TALKS, "north"),
            journal.kept(TALKS, "north"),
            journal.size(TALKS, "north"),
            journal.snapshot(TALKS, "north"),
        )
        return texts, seen, evolve(journal.checkpoint(TALKS, "north", NOON), key="", signature="")

    def test_what_is_not_open_is_refused_in_the_same_words_whatever_the_reason(self, store):
        private = new_private_key()
        owner = begun(store.open(keys_of(private)), entry("a", "north"), north=public_key_of(private))
        stranger = store.open(keys_of())
        texts = set()
        for talks, audience in ((TALKS, "north"), (TALKS, "nobody"), ("none", "north"), (TALKS, "")):
            for attempt in (stranger.book, stranger.snapshot):
                with pytest.raises(NotDisclosed) as refusal:
                    attempt(talks, audience)
                texts.add(str(refusal.value).replace(f"'{talks}'", "TALKS").replace(f"'{audience}'", "AUDIENCE"))
        assert len(texts) == 1
        stranger.close()
        owner.close()

    def test_no_such_talks_and_no_such_addressee_are_refused_in_the_same_words(self, journal):
        begun(journal)
        texts = set()
        for talks, audience, expected in (
            ("none", "north", {}),
            (TALKS, "nobody", {}),
            (TALKS, "north", {"nobody": 0}),
            ("none", "x", {"x": 1}),
        ):
            with pytest.raises(NotDisclosed) as refusal:
                journal.append(talks, [entry("a", audience)], expected=expected)
            texts.add(str(refusal.value).replace(f"'{talks}'", "TALKS"))
        assert len(texts) == 1

    def test_every_way_of_reading_refuses_what_is_not_there(self, journal):
        begun(journal)
        for audience in ("nobody", ""):
            for attempt in (journal.book, journal.size, journal.kept, journal.snapshot):
                with pytest.raises(NotDisclosed):
                    attempt(TALKS, audience)
            with pytest.raises(NotDisclosed):
                journal.checkpoint(TALKS, audience, NOON)
            with pytest.raises(NotDisclosed):
                journal.keep_snapshot(TALKS, audience, 0, b"")
        for attempt in (journal.audiences, journal.volume):
            with pytest.raises(NotDisclosed):
                attempt("none")

    def test_names_that_are_no_text_name_nothing(self, journal):
        begun(journal)
        for talks, audience in ((TALKS, "\udcff"), ("\udcff", "north")):
            for attempt in (journal.book, journal.size, journal.kept, journal.snapshot):
                with pytest.raises(NotDisclosed):
                    attempt(talks, audience)
            with pytest.raises((NotDisclosed, ValueError)):
                journal.append(talks, [entry("a", audience)], expected={})
        for talks, audience in (("\udcff", "north"), ("other", "\udcff")):
            with pytest.raises(ValueError, match=r"canonical|form that cannot be recorded"):
                journal.begin(talks, {audience: None}, [])
        assert journal.talks() == (TALKS,)

    # Chains and checkpoints

    def test_every_book_is_a_chain_that_holds(self, journal):
        begun(journal, entry("a", "public"), entry("b", "north"))
        journal.append(TALKS, [entry("c", "north", "south")], expected={}, begins={"east": None})
        for audience in (*BOOKS, "east"):
            lines = journal.kept(TALKS, audience)
            assert [line.digest for line in verified(TALKS, audience, lines)] == [line.digest for line in journal.book(TALKS, audience)]

    def test_equal_entries_have_other_hashes_in_other_books(self, journal):
        begun(journal, entry("a", "north", "south"))
        assert journal.kept(TALKS, "north")[0].digest != journal.kept(TALKS, "south")[0].digest
        assert journal.kept(TALKS, "north")[0].content == journal.kept(TALKS, "south")[0].content

    def test_a_checkpoint_says_how_long_a_book_was_and_its_last_hash(self, journal):
        begun(journal, entry("a", "north"), entry("b", "north"))
        made = journal.checkpoint(TALKS, "north", NOON)
        lines = journal.kept(TALKS, "north")
        assert (made.size, made.head, made.made_utc) == (2, lines[-1].digest.hex(), NOON)
        check_against(made, lines, SignatureVerifier())

    def test_a_checkpoint_of_an_empty_book_holds_its_beginning(self, journal):
        begun(journal)
        made = journal.checkpoint(TALKS, "north", NOON)
        assert (made.size, made.head) == (0, beginning(TALKS, "north").hex())

    def test_a_checkpoint_holds_for_the_book_as_it_grows(self, journal):
        begun(journal, entry("a", "north"))
        made = journal.checkpoint(TALKS, "north", NOON)
        journal.append(TALKS, [entry("b", "north")], expected={"north": 1})
        check_against(made, journal.kept(TALKS, "north"), SignatureVerifier(), trusted_key=made.key)

    def test_a_cut_end_is_found_by_the_checkpoint_and_not_by_the_chain(self, journal):
        begun(journal, entry("a", "north"), entry("b", "north"))
        made = journal.checkpoint(TALKS, "north", NOON)
        cut = journal.kept(TALKS, "north")[:-1]
        assert head(TALKS, "north", cut)[0] == 1
        with pytest.raises(RecordDamaged, match="2 lines when the checkpoint was made; now it has 1"):
            check_against(made, cut, SignatureVerifier())

    def test_a_changed_checkpoint_is_found_by_its_signature(self, journal):
        begun(journal, entry("a", "north"))
        made = journal.checkpoint(TALKS, "north", NOON)
        lines = journal.kept(TALKS, "north")
        for changed in (
            evolve(made, size=0),
            evolve(made, audience="south"),
            evolve(made, signature="00" * 64),
            evolve(made, signature="?"),
        ):
            with pytest.raises(RecordDamaged, match="signature"):
                check_against(changed, lines, SignatureVerifier())

    # Snapshots

    def test_a_snapshot_is_given_back_as_it_was_kept(self, journal):
        begun(journal, entry("a", "north"))
        assert journal.snapshot(TALKS, "north") is None
        journal.keep_snapshot(TALKS, "north", 1, b"a view \x00\xff")
        assert journal.snapshot(TALKS, "north") == (1, b"a view \x00\xff")
        assert journal.snapshot(TALKS, "south") is None

    def test_a_newer_snapshot_replaces_an_older_and_not_the_other_way_round(self, journal):
        begun(journal, entry("a", "north"), entry("b", "north"))
        for position, content in ((1, b"one"), (2, b"two"), (2, b"two, anew"), (1, b"one")):
            journal.keep_snapshot(TALKS, "north", position, content)
        assert journal.snapshot(TALKS, "north") == (2, b"two, anew")

    def test_a_snapshot_is_made_at_a_line_that_there_is(self, journal):
        begun(journal, entry("a", "north"))
        for position in (2, -1):
            with pytest.raises(ValueError, match="no line"):
                journal.keep_snapshot(TALKS, "north", position, b"")
        journal.keep_snapshot(TALKS, "north", 0, b"nothing yet")
        assert journal.snapshot(TALKS, "north") == (0, b"nothing yet")

    # Sealed books

    def test_a_sealed_book_is_read_by_whoever_has_its_key(self, store):
        private = new_private_key()
        journal = begun(store.open(keys_of(private)), entry("a", "public"), entry("b", "north", "south"), north=public_key_of(private))
        journal.append(TALKS, [entry("c", "north")], expected={"north": 2})
        assert ids(journal, "north") == ["a", "b", "c"]
        assert ids(journal, "north", after=2) == ["c"]
        assert ids(journal, "south") == ["a", "b"]
        journal.close()

    def test_a_sealed_book_keeps_no_words_but_public_ones(self, store):
        private = new_private_key()
        journal = begun(store.open(keys_of(private)), entry("a", "public"), entry("b", "north"), north=public_key_of(private))
        journal.append(TALKS, [entry("c", "north")], expected={"north": 2})
        journal.keep_snapshot(TALKS, "north", 3, b"the words of b and c")
        public, *private_lines = journal.kept(TALKS, "north")
        assert b"words of a" in public.content
        assert not any(b"words" in line.content or b"said" in line.content for line in private_lines)
        assert journal.snapshot(TALKS, "north") == (3, b"the words of b and c")
        journal.close()

    def test_a_sealed_book_is_verified_written_to_and_signed_without_its_key(self, store):
        private = new_private_key()
        owner = begun(store.open(keys_of(private)), entry("a", "north"), north=public_key_of(private))
        stranger = store.open(keys_of())
        stranger.append(TALKS, [entry("b", "north")], expected={"north": 1})
        assert stranger.size(TALKS, "north") == 2
        assert head(TALKS, "north", stranger.kept(TALKS, "north"))[0] == 2
        check_against(stranger.checkpoint(TALKS, "north", NOON), owner.kept(TALKS, "north"), SignatureVerifier())
        checked(stranger.volume(TALKS))
        assert ids(owner, "north") == ["a", "b"]
        stranger.close()
        owner.close()

    def test_who_joins_with_a_key_gets_a_sealed_book(self, store):
        private = new_private_key()
        journal = begun(store.open(keys_of(private)), entry("a", "public"))
        journal.append(TALKS, [entry("b", "east")], expected={}, begins={"east": public_key_of(private)})
        assert ids(journal, "east") == ["a", "b"]
        assert b"words" not in journal.kept(TALKS, "east")[1].content
        journal.close()

    # The whole record

    def test_a_volume_tells_in_which_order_everything_was_recorded(self, journal):
        begun(journal, entry("a", "public"), entry("b", "south"))
        journal.append(TALKS, [entry("c", "north", "keeper"), entry("d", "east")], expected={}, begins={"east": None})
        journal.append(TALKS, [entry("e", "public")], expected={})
        told = [(each.entry.id, sorted(each.audience)) for each in entries_in_order(journal.volume(TALKS))]
        assert told == [("a", ["public"]), ("b", ["south"]), ("c", ["keeper", "north"]), ("d", ["east"]), ("e", ["public"])]

    def test_a_store_as_it_should_be_passes_inspection(self, journal):
        begun(journal, entry("a", "public"), entry("b", "south")).inspect()

    def test_a_volume_that_was_changed_is_found_out(self, journal):
        begun(journal, entry("a", "public"), entry("b", "south"), entry("c", "south"))
        volume = journal.volume(TALKS)
        checked(volume)
        for changed in self._changed(volume):
            with pytest.raises(RecordDamaged):
                checked(changed)

    @staticmethod
    def _changed(volume: Volume):
        south = volume.books["south"]
        yield evolve(volume, books={**volume.books, "south": south[:-1]})
        yield evolve(volume, books={**volume.books, "south": (*south[:-1], evolve(south[-1], content=south[0].content))})
        yield evolve(volume, books={**volume.books, "south": (south[0], south[2], south[1])})
        yield evolve(volume, order=volume.order[:-1])
        yield evolve(volume, order=())
        yield evolve(volume, books={name: lines for name, lines in volume.books.items() if name != "custodian"})
        yield evolve(volume, keys={**volume.keys, "south": b"k" * 32})
        yield evolve(volume, books={**volume.books, "west": ()}, keys={**volume.keys, "west": None})
        yield evolve(volume, talks="other")

    def test_a_volume_is_taken_in_exactly_as_it_is_and_goes_on(self, journal):
        elsewhere = begun(MemoryJournal(), entry("a", "public"), entry("b", "north"), north=public_key_of(new_private_key()))
        elsewhere.append(TALKS, [entry("c", "south")], expected={}, begins={"east": None})
        journal.take_in(elsewhere.volume(TALKS))
        assert journal.volume(TALKS) == elsewhere.volume(TALKS)
        journal.append(TALKS, [entry("d", "south")], expected={"south": 2})
        assert ids(journal, "south") == ["a", "c", "d"]
        checked(journal.volume(TALKS))

    def test_a_volume_is_not_taken_in_over_talks_that_are_there(self, journal):
        begun(journal, entry("a", "north"))
        with pytest.raises(RecordConflict):
            journal.take_in(journal.volume(TALKS))

    def test_a_damaged_volume_is_not_taken_in(self, journal):
        begun(journal, entry("a", "north"))
        volume = journal.volume(TALKS)
        with pytest.raises(RecordDamaged):
            journal.take_in(evolve(volume, talks="other"))
        assert journal.talks() == (TALKS,)

    # Several at once

    def test_of_eight_writers_at_once_none_loses_an_entry(self, store):
        begun(store.open()).close()
        failures: list[BaseException] = []

        def write(writer: int) -> None:
            try:
                journal = store.open()
                for number in range(10):
                    self._append_until_it_is_in(journal, f"{writer}-{number}", f"{'north' if writer % 2 else 'south'}")
                journal.close()
            except BaseException as error:  # noqa: BLE001 - whatever it is, the test shows it
                failures.append(error)

        threads = [threading.Thread(target=write, args=(writer,)) for writer in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        journal = store.open()
        assert sorted(ids(journal, "keeper")) == sorted(f"{writer}-{number}" for writer in range(8) for number in range(10))
        for audience, parity in (("north", 1), ("south", 0)):
            lines = journal.book(TALKS, audience)
            assert [line.position for line in lines] == list(range(1, 41))
            for writer in range(parity, 8, 2):
                mine = [line.entry.id for line in lines if line.entry.id.startswith(f"{writer}-")]
                assert mine == [f"{writer}-{number}" for number in range(10)]
            # Each entry says how long the book was when its writer looked: what was appended had seen all before it.
            assert [line.entry.body["seen"] for line in lines] == list(range(40))
        checked(journal.volume(TALKS))
        journal.close()

    @staticmethod
    def _append_until_it_is_in(journal: Journal, name: str, audience: str) -> None:
        while True:
            seen = journal.size(TALKS, audience)
            try:
                journal.append(TALKS, [entry(name, audience, "keeper", seen=seen)], expected={audience: seen})
            except RecordConflict:
                continue
            return
