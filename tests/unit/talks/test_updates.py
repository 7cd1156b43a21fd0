"""Talks follow their folder: what is new, corrected, narrowed or taken out there; and nothing that was done in them is undone."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given, settings

from gobetween.disclosure.views import view_for
from gobetween.model.actors import Actor
from gobetween.model.cases import Case, Profile
from gobetween.model.errors import NotDisclosed
from gobetween.model.happenings import Happening
from gobetween.model.items import EVERYONE, KEEPER, PUBLIC
from gobetween.model.preferences import Preferences, ValueBasis
from gobetween.storage.memory import MemoryJournal
from gobetween.talks.clerks import Clerk
from gobetween.talks.entering import TalksOpened, enter
from gobetween.talks.openings import KeptFile, Opening
from gobetween.talks.standings import Seat
from specimen_talks import TALKS, SpecimenTalks, strait_case
from strategies.random_cases import cases


def opening(case: Case, *files: KeptFile) -> Opening:
    seen = {}
    for audience in (PUBLIC, KEEPER, *(actor.id for actor in case.actors)):
        try:
            seen[audience] = view_for(audience, case).case
        except NotDisclosed:
            continue
    return Opening(TalksOpened(case.title, Profile.CLOSED), seen, case.preferences, files)


def opened(case: Case, *files: KeptFile) -> Clerk:
    clerk = Clerk(MemoryJournal(), SpecimenTalks().clerk.sources)
    clerk.begin(TALKS, opening(case, *files))
    return clerk


def seen_by(clerk: Clerk, audience: str) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for name, item in clerk.view(TALKS, audience).case.items():
        found.setdefault(name, {})[item.id] = item
    return found


def happening(text: str, *holders: str) -> Happening:
    return Happening("ferry", text=text, holders=frozenset(holders))


def with_happening(text: str, *holders: str) -> Case:
    return evolve(strait_case(), happenings=(happening(text, *holders),))


def test_a_folder_that_says_what_it_said_records_nothing() -> None:
    case = with_happening("late", "north", "harbour")
    assert opened(case).update(TALKS, opening(case)) == ()


def test_what_is_corrected_is_recorded_for_those_who_see_it_alone() -> None:
    clerk = opened(with_happening("late", "north", "harbour"))
    before = {each: clerk.journal.size(TALKS, each) for each in ("south", "bridge", PUBLIC, KEEPER)}
    clerk.update(TALKS, opening(with_happening("very late", "north", "harbour")))
    assert [each.text for each in clerk.case(TALKS, "north").happenings] == ["very late"]
    assert before == {each: clerk.journal.size(TALKS, each) for each in before}


def test_what_is_taken_out_is_gone_and_what_is_narrowed_stays_with_those_who_keep_it() -> None:
    clerk = opened(with_happening("late", PUBLIC))
    clerk.update(TALKS, opening(with_happening("late", "north")))
    assert [each.text for each in clerk.case(TALKS, "north").happenings] == ["late"]
    assert clerk.case(TALKS, "south").happenings == clerk.case(TALKS, PUBLIC).happenings == ()
    clerk.update(TALKS, opening(strait_case()))
    assert clerk.case(TALKS, "north").happenings == ()
    clerk.update(TALKS, opening(with_happening("late", PUBLIC)))
    assert len(clerk.case(TALKS, "south").happenings) == 1


def test_who_is_new_gets_a_book_with_what_it_may_see() -> None:
    clerk = opened(strait_case())
    case = strait_case()
    joined = evolve(case, actors=(*case.actors, Actor("pilots", name="Pilots", kind="group", holders=EVERYONE)))
    clerk.update(TALKS, opening(evolve(joined, happenings=(happening("late", "pilots", "north"),))))
    assert {each.id for each in clerk.case(TALKS, "pilots").actors} == {each.id for each in joined.actors}
    assert [each.text for each in clerk.case(TALKS, "pilots").happenings] == ["late"]


def test_what_was_done_in_the_talks_stays() -> None:
    clerk = opened(with_happening("late", PUBLIC))
    clerk.perform(TALKS, Seat("north"), lambda at: enter(at, "happenings", Happening("north/own", text="ours"), frozenset({"harbour"})))
    clerk.update(TALKS, opening(strait_case()))
    assert [each.id for each in clerk.case(TALKS, "north").happenings] == ["north/own"]


def test_a_file_that_changed_is_kept_anew() -> None:
    old, new = (KeptFile("case.yaml", content, frozenset({KEEPER})) for content in (b"old", b"new"))
    clerk = opened(strait_case(), old)
    assert clerk.update(TALKS, opening(strait_case(), old)) == ()
    assert len(clerk.update(TALKS, opening(strait_case(), new))) == 1


@given(cases(), cases())
@settings(max_examples=15, deadline=None)
def test_talks_that_follow_show_what_talks_opened_anew_would_show(before: Case, after: Case) -> None:
    before, after = (evolve(each, preferences=()) for each in (before, after))
    clerk, anew = opened(before), opened(after)
    clerk.update(TALKS, opening(after))
    for audience in opening(after).seen:
        assert seen_by(clerk, audience) == seen_by(anew, audience), audience


def assumed(value: int) -> Case:
    values = {"toll": {"none": value, "half": 1, "full": 0}}
    guess = Preferences("north", values, reservation=1, basis=ValueBasis.ASSUMED, assumption="guess", holders=EVERYONE)
    told = Preferences("south", values, reservation=1, basis=ValueBasis.ENTRUSTED, holders=frozenset({"south", "harbour"}))
    return evolve(strait_case(), preferences=(guess, told))


def test_assumed_numbers_follow_and_entrusted_ones_are_the_partys_to_change() -> None:
    clerk = opened(assumed(2))
    assert clerk.update(TALKS, opening(assumed(2))) == ()
    clerk.update(TALKS, opening(assumed(3)))
    found = clerk.view(TALKS, "harbour", assumption="guess").analysable
    assert {each.party: each.option_values["toll"]["none"] for each in found} == {"north": 3, "south": 2}
