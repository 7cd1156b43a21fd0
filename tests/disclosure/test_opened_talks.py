"""Opening talks from a folder gives each audience the view that it has of the folder, and nothing else stands in its book."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from gobetween.bootstrap.openings import opening_of
from gobetween.casefiles.folders import load_case
from gobetween.cli.services.talks import OpeningRequest, TalksPlace
from gobetween.disclosure.views import View, view_for
from gobetween.model.cases import Case, Profile
from gobetween.model.errors import NotDisclosed
from gobetween.model.items import KEEPER, PUBLIC
from gobetween.storage.memory import MemoryJournal
from gobetween.talks.clerks import Clerk
from gobetween.talks.drafts import held_by
from gobetween.talks.entering import TalksOpened
from gobetween.talks.openings import Opening
from specimen_talks import SpecimenTalks
from strategies.random_cases import AUDIENCES, cases

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = dt.date(2031, 4, 1)


def clerk_of(opening: Opening, talks: str) -> Clerk:
    clerk = Clerk(MemoryJournal(), SpecimenTalks().clerk.sources)
    clerk.begin(talks, opening)
    return clerk


def as_held_by(audience: str, view: View) -> dict[str, list[Any]]:
    """What the view holds, who else holds it left aside."""
    found: dict[str, list[Any]] = {}
    for name, item in view.case.items():
        if name == "poolings":  # a folder says them with the numbers
            continue
        bare = evolve(item, citations=tuple(evolve(each, words="") for each in item.citations))
        found.setdefault(name, []).append(held_by(frozenset({audience}), bare))
    return {name: sorted(items, key=lambda each: each.id) for name, items in found.items()}


@pytest.mark.parametrize("name", ["cairo", "harbour"])
def test_each_audience_sees_in_the_talks_what_it_sees_of_the_folder(name: str) -> None:
    folder = EXAMPLES / name
    opening, _ = opening_of(OpeningRequest(folder, TalksPlace(name)), TODAY)
    clerk = clerk_of(opening, name)
    for audience in opening.seen:
        of_folder = view_for(audience, load_case(folder, audience=audience, today=TODAY).case)
        in_talks = clerk.view(name, audience)
        assert as_held_by(audience, in_talks) == as_held_by(audience, of_folder)
        assert {each.party for each in in_talks.case.preferences} == {each.party for each in of_folder.case.preferences}
        assert {each.party for each in in_talks.analysable} == {each.party for each in of_folder.analysable}
        assert [each.option_values for each in in_talks.analysable] == [each.option_values for each in of_folder.analysable]


def test_an_assumption_set_is_computed_with_only_when_it_is_asked_for() -> None:
    opening, _ = opening_of(OpeningRequest(EXAMPLES / "cairo", TalksPlace("cairo")), TODAY)
    clerk = clerk_of(opening, "cairo")
    assert clerk.view("cairo", PUBLIC).analysable == ()
    assert {each.assumption for each in clerk.view("cairo", PUBLIC, assumption="quiet-first").analysable} == {"quiet-first"}
    assert clerk.view("cairo", PUBLIC, assumption="lines-first").analysable == ()  # held by mediators and the keeper


def test_the_file_of_the_folder_comes_back_to_those_who_hold_it_and_to_nobody_else() -> None:
    opening, _ = opening_of(OpeningRequest(EXAMPLES / "harbour", TalksPlace("harbour")), TODAY)
    held = {each.path: each.holders for each in opening.files}
    assert held["case.yaml"] == {KEEPER}
    assert held["parties/union.yaml"] == {"union", "harbour-master"}
    assert held["parties/employers.yaml"] == {"employers", "conciliator"}
    written = {path.relative_to(EXAMPLES / "harbour").as_posix() for path in (EXAMPLES / "harbour").rglob("*") if path.is_file()}
    assert {path for path in written if not path.startswith((".", "evidence/"))} == set(held)


def _opening(case: Case) -> Opening:
    seen = {}
    for audience in AUDIENCES:
        try:
            seen[audience] = view_for(audience, case).case
        except NotDisclosed:
            continue
    return Opening(TalksOpened(case.title, Profile.CLOSED), seen, case.preferences)


@given(cases())
@settings(max_examples=60, deadline=None)
def test_any_case_opens_into_views_equal_to_those_of_the_case(case: Case) -> None:
    opening = _opening(case)
    clerk = clerk_of(opening, "quay")
    for audience in opening.seen:
        assert as_held_by(audience, clerk.view("quay", audience)) == as_held_by(audience, view_for(audience, case))


@given(cases())
@settings(max_examples=60, deadline=None)
def test_what_nobody_else_holds_stands_in_nobody_elses_book(case: Case) -> None:
    """Every text of a random case says who holds it; a book with a text of others, or with a list of holders, is a leak."""
    opening = _opening(case)
    clerk = clerk_of(opening, "quay")
    for audience in opening.seen:
        for line in clerk.journal.book("quay", audience):
            body = line.entry.body.get("entry", {})
            said = [value for value in _texts(body) if " held by " in value]
            assert all({audience, PUBLIC} & set(text.rpartition(" held by ")[2].split("+")) for text in said), (audience, body)
            assert body.get("holders") in (None, [], [PUBLIC])


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in _texts(part)]
