"""The clerk: acts are judged by what the actor sees, recorded whole or not at all, and looked at through the actor's own book."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.disclosure.views import view_for
from gobetween.model.errors import NotDisclosed, ProtocolViolation, RecordConflict, RecordDamaged
from gobetween.model.happenings import Happening
from gobetween.model.items import EVERYONE, KEEPER, PUBLIC
from gobetween.model.sealed import CUSTODIAN
from gobetween.record.entries import Addressed, Entry
from gobetween.storage.memory import MemoryJournal
from gobetween.talks import clerks, entering
from gobetween.talks.clerks import Clerk
from gobetween.talks.entering import TalksOpened
from gobetween.talks.openings import Opening
from gobetween.talks.snapshots import draft_of, snapshot_of
from gobetween.talks.standings import Deed, Seat, Standing
from specimen_talks import TALKS, SpecimenTalks, books, strait_case


def note(at: Standing, name: str = "note") -> tuple[Deed, ...]:
    return entering.enter(at, "happenings", Happening(at.new_id(name), text="the ferry was late"), frozenset({"harbour"}))


def test_what_an_actor_enters_is_seen_by_itself_and_those_it_was_entered_for() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", note)
    assert [each.id for each in talks.case("harbour").happenings] == ["north/note"]
    assert [each.id for each in talks.case("north").happenings] == ["north/note"]
    assert [talks.case(each).happenings for each in ("south", "bridge", KEEPER, PUBLIC)] == [(), (), (), ()]


def test_an_entry_with_the_same_id_corrects_the_one_before_it_and_both_stay_in_the_book() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", note)
    size = len(talks.journal.book(TALKS, "north"))
    changed = Happening("north/note", text="the ferry was on time")
    talks.act("north", lambda at: entering.enter(at, "happenings", changed, frozenset({"harbour"})))
    assert [each.text for each in talks.case("harbour").happenings] == ["the ferry was on time"]
    assert len(talks.journal.book(TALKS, "north")) == size + 1


@pytest.mark.parametrize("entry_id", ["south/note", "toll-note"])
def test_nobody_corrects_what_is_anothers_and_the_words_do_not_tell_whether_it_is_there(entry_id: str) -> None:
    talks = SpecimenTalks.opened()
    talks.act("south", note)
    talks.act(KEEPER, lambda at: entering.enter(at, "happenings", Happening("toll-note", text="kept"), EVERYONE))
    there = talks.refusal("north", lambda at: entering.enter(at, "happenings", Happening(entry_id, text="x"), frozenset()))
    assert there == f"'{entry_id}' is not yours to correct"
    if entry_id.startswith("south/"):
        other = talks.refusal("north", lambda at: entering.enter(at, "happenings", Happening("south/none", text="x"), frozenset()))
        assert other.replace("none", "note") == there


@pytest.mark.parametrize("name", ["nobody", PUBLIC, CUSTODIAN, "south-heads"])
def test_whoever_is_not_there_and_whoever_may_not_act_get_the_same_words(name: str) -> None:
    talks = SpecimenTalks(journal=MemoryJournal())
    _begin(talks)
    with pytest.raises(NotDisclosed) as refused:
        talks.clerk.perform(TALKS, talks.clerk.seat(TALKS, name), note)
    assert str(refused.value).replace(name, "nobody") == f"there are no talks '{TALKS}' here that are open to 'nobody'"


def test_talks_that_are_not_there_and_talks_that_are_not_open_to_one_get_the_same_words() -> None:
    clerk = Clerk(MemoryJournal(), SpecimenTalks().clerk.sources)
    with pytest.raises(NotDisclosed) as refused:
        clerk.seat("elsewhere", "nobody")
    assert str(refused.value) == "there are no talks 'elsewhere' here that are open to 'nobody'"


def test_a_principal_sits_at_its_partys_book_and_acts_under_its_own_name() -> None:
    talks = SpecimenTalks.opened()
    seat = talks.clerk.seat(TALKS, "south-members")
    assert seat == Seat("south", "south-members")
    own = Happening("south/own", text="the ferry was late")
    talks.clerk.perform(TALKS, seat, lambda at: entering.enter(at, "happenings", own, frozenset()))
    assert talks.journal.book(TALKS, "south")[-1].entry.author == "south-members"
    talks.clerk.perform(TALKS, seat, note)
    assert talks.journal.book(TALKS, "harbour")[-1].entry.author == "south"


def test_nobody_acts_in_talks_made_from_reports_but_the_keeper() -> None:
    talks = SpecimenTalks()
    _begin(talks, is_reported=True)
    with pytest.raises(ProtocolViolation, match="open it as a rehearsal"):
        talks.act("north", note)
    talks.act(KEEPER, lambda at: entering.enter(at, "happenings", Happening("report", text="reported"), EVERYONE))
    assert [each.id for each in talks.case("north").happenings] == ["report"]


def test_fictional_talks_are_fictional_in_every_view_and_views_of_talks_are_live() -> None:
    talks = SpecimenTalks()
    _begin(talks, is_fictional=True)
    views = [talks.clerk.view(TALKS, each) for each in ("north", PUBLIC, KEEPER)]
    assert all(view.case.is_fictional and view.is_live for view in views)


def test_in_a_rehearsal_of_such_talks_anybody_may_act_and_the_clock_can_be_set() -> None:
    talks = SpecimenTalks()
    set_to = dt.datetime(2044, 1, 2, tzinfo=dt.UTC)
    talks.clerk.sources = evolve(talks.clerk.sources, rehearsal_clock=lambda: set_to)
    _begin(talks, is_reported=True, is_rehearsal=True)
    talks.act("north", note)
    assert talks.journal.book(TALKS, "north")[-1].entry.recorded == set_to


def test_outside_a_rehearsal_the_clock_cannot_be_set() -> None:
    talks = SpecimenTalks()
    talks.clerk.sources = evolve(talks.clerk.sources, rehearsal_clock=lambda: dt.datetime(2044, 1, 2, tzinfo=dt.UTC))
    _begin(talks)
    talks.act("north", note)
    assert talks.journal.book(TALKS, "north")[-1].entry.recorded == talks.now


def test_an_act_is_judged_anew_when_the_actors_book_grew_meanwhile() -> None:
    talks = SpecimenTalks.opened()
    other = Clerk(talks.journal, talks.clerk.sources)
    seen: list[int] = []

    def slowly(at: Standing) -> tuple[Deed, ...]:
        seen.append(len(at.case.happenings))
        if len(seen) == 1:
            other.perform(TALKS, Seat("north"), lambda here: note(here, "first"))
        return note(at, "second")

    talks.act("north", slowly)
    assert seen == [0, 1]
    assert [each.id for each in talks.case("north").happenings] == ["north/first", "north/second"]


def test_an_act_that_is_always_overtaken_gives_up_and_says_that_nothing_was_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clerks, "MOST_TRIES", 3)
    talks = SpecimenTalks.opened()
    other = Clerk(talks.journal, talks.clerk.sources)

    def overtaken(at: Standing) -> tuple[Deed, ...]:
        other.perform(TALKS, Seat("north"), lambda here: note(here, None))
        return note(at, "mine")

    with pytest.raises(RecordConflict, match="nothing of this was recorded"):
        talks.act("north", overtaken)
    assert "north/mine" not in [each.id for each in talks.case("north").happenings]


def test_as_of_a_day_only_what_was_recorded_by_then_is_there() -> None:
    talks = SpecimenTalks.opened()
    talks.wait(days=1)
    talks.act("north", note)
    day_before = talks.now.date() - dt.timedelta(days=1)
    assert talks.clerk.case(TALKS, "north", as_of=day_before).happenings == ()
    assert len(talks.clerk.view(TALKS, "north", as_of=talks.now.date()).case.happenings) == 1


@pytest.mark.parametrize("audience", ["north", "harbour", KEEPER, CUSTODIAN])
def test_a_snapshot_says_what_the_book_comes_to(audience: str) -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", note)
    _, draft = talks.clerk._draft(TALKS, audience)
    assert draft_of(snapshot_of(draft), audience) == draft


@pytest.mark.parametrize("content", [b"", b"{}", b'{"version":0}', b'{"version":1,"head":{}}', b"\xff", b"[]"])
def test_what_is_no_snapshot_is_none(content: bytes) -> None:
    assert draft_of(content, "north") is None


def test_a_long_book_is_carried_on_from_its_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clerks, "LINES_WORTH_A_SNAPSHOT", 3)
    talks = SpecimenTalks(journal=MemoryJournal())
    _begin(talks)
    talks.act("north", note)
    expected = talks.case("harbour")
    kept = talks.journal.snapshot(TALKS, "harbour")
    assert kept is not None
    asked: list[int] = []
    book = talks.journal.book
    monkeypatch.setattr(
        type(talks.journal), "book", lambda _self, name, who, *, after=0: asked.append(after) or book(name, who, after=after)
    )
    assert Clerk(talks.journal, talks.clerk.sources).case(TALKS, "harbour") == expected
    assert asked == [kept[0]]


def test_a_name_in_use_and_a_name_with_other_letters_are_refused() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", note)
    assert "already" in talks.refusal("north", note)
    assert "lower-case" in talks.refusal("north", lambda at: note(at, "Not So"))


def test_what_is_withdrawn_is_gone_for_those_who_had_it() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", note)
    talks.act("north", lambda at: entering.withdraw(at, "happenings", "north/note", frozenset({"harbour"}), reason="a slip"))
    assert talks.case("harbour").happenings == ()
    assert "not yours" in talks.refusal("south", lambda at: entering.withdraw(at, "happenings", "north/note", frozenset()))


def test_an_unknown_name_among_those_who_are_to_hold_it_is_refused() -> None:
    talks = SpecimenTalks.opened()
    entry = Happening("north/x", text="x")
    said = talks.refusal("north", lambda at: entering.enter(at, "happenings", entry, frozenset({"nobody"})))
    assert "nobody you know of" in said


def _begin(talks: SpecimenTalks, **terms: bool) -> None:
    frame = strait_case()
    seen = {each: view_for(each, frame).case for each in (KEEPER, PUBLIC, *(actor.id for actor in frame.actors))}
    talks.clerk.begin(TALKS, Opening(TalksOpened(frame.title, frame.profile, **terms), seen))


def test_acts_that_one_does_not_get_leave_ones_book_byte_for_byte_as_it_was() -> None:
    with_act, without = SpecimenTalks.opened(), SpecimenTalks.opened()
    with_act.act("north", note)
    for audience in ("south", "bridge", "shipping", PUBLIC, KEEPER):
        assert books(with_act.clerk, audience) == books(without.clerk, audience)


def test_an_act_that_does_not_follow_in_a_readers_book_leaves_the_book_readable_and_is_noted() -> None:
    """Whoever writes past the clerk can send an act about something that its receiver has never heard of."""
    talks = SpecimenTalks.opened()
    stray = Entry("stray", "permission-revoked.v1", author="bridge", recorded=talks.now, body={"permission": "north/none"})
    talks.journal.append(TALKS, [Addressed(stray, frozenset({"south"}))], expected={})
    talks.act("south", note)
    assert [each.id for each in talks.case("south").happenings] == ["south/note"]
    assert talks.clerk._draft(TALKS, "south")[1].left_out == ("stray",)


@pytest.mark.parametrize("collection", ["mandates", "answers", "permissions", "agreements", "sealed_answers", "actors"])
def test_what_comes_about_by_acts_is_not_entered(collection: str) -> None:
    talks = SpecimenTalks.opened()
    entry = Happening("north/x", text="x")
    assert "come about by what actors do" in talks.refusal("north", lambda at: entering.enter(at, collection, entry, frozenset()))


def test_an_entry_of_a_kind_that_is_not_known_is_refused_by_name() -> None:
    talks = SpecimenTalks.opened()
    strange = Entry("strange", "ferry-sunk.v9", author="bridge", recorded=talks.now, body={})
    talks.journal.append(TALKS, [Addressed(strange, frozenset({"south"}))], expected={})
    with pytest.raises(RecordDamaged, match=r"ferry-sunk\.v9.*a newer one may"):
        talks.case("south")


def test_an_entry_of_an_older_kind_is_read_as_todays(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it would be if withdrawn entries had once been recorded without the collection that they were in."""
    newer = {"entry-withdrawn.v0": ("entry-withdrawn.v1", lambda body: {"collection": "happenings", **body})}
    monkeypatch.setattr("gobetween.talks.replays.UPCASTS", newer)
    talks = SpecimenTalks.opened()
    talks.act("north", note)
    old = Entry("old", "entry-withdrawn.v0", author="north", recorded=talks.now, body={"entry_id": "north/note"})
    talks.journal.append(TALKS, [Addressed(old, frozenset({"north"}))], expected={})
    assert talks.case("north").happenings == ()
    assert talks.journal.book(TALKS, "north")[-1].entry.kind == "entry-withdrawn.v0"
