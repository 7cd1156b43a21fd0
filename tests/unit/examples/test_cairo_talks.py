"""The Cairo case as live talks: what the reports say, the mediators' access and routes; and acts in a rehearsal alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gobetween.bootstrap.openings import opening_of
from gobetween.briefs.compose import compose_live
from gobetween.cli.services.talks import OpeningRequest, TalksPlace
from gobetween.model.caucuses import Told
from gobetween.model.errors import ProtocolViolation
from gobetween.storage.memory import MemoryJournal
from gobetween.talks.clerks import Clerk
from gobetween.talks.confiding import caucuses
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.standings import Seat
from specimen_talks import SpecimenTalks

FOLDER = Path(__file__).parents[3] / "examples" / "cairo"
TODAY = dt.date(2026, 11, 22)


def opened(*, is_rehearsal: bool = False) -> Clerk:
    opening, _ = opening_of(OpeningRequest(FOLDER, TalksPlace("cairo"), is_rehearsal=is_rehearsal), TODAY)
    clerk = Clerk(MemoryJournal(), SpecimenTalks().clerk.sources)
    clerk.begin("cairo", opening)
    return clerk


def told(clerk: Clerk) -> tuple[Told, ...]:
    clerk.perform("cairo", Seat("hamas"), lambda at: caucuses.tell(at, Telling("In a rehearsal."), to=("qatar",), name="try"))
    return clerk.case("cairo", "qatar").told


def test_three_mediators_and_what_has_to_pass_through_whom_are_shown() -> None:
    clerk = opened()
    assert set(clerk.case("cairo", "egypt").mediators) == {"egypt", "qatar", "united-states"}
    for audience in ("egypt", "israel", "public"):
        (section,) = compose_live(clerk.view("cairo", audience), today=TODAY, only=("routes",)).sections
        said = " ".join(cell.text for block in section.blocks for row in block.rows for cell in row)  # type: ignore[union-attr]
        assert "United States and then Egypt" in said
        assert "Egypt, Qatar or United States" in said


def test_nobody_acts_in_the_name_of_real_actors_and_views_say_where_it_all_comes_from() -> None:
    clerk = opened()
    with pytest.raises(ProtocolViolation, match="rehearsal"):
        told(clerk)
    brief = compose_live(clerk.view("cairo", "hamas"), today=TODAY)
    assert any(each.startswith("From reports:") for each in brief.notices)


def test_in_a_rehearsal_acts_are_invented_and_every_view_says_so() -> None:
    clerk = opened(is_rehearsal=True)
    assert [each.text for each in told(clerk)] == ["In a rehearsal."]
    for audience in ("hamas", "qatar", "israel", "public", "keeper"):
        notices = compose_live(clerk.view("cairo", audience), today=TODAY).notices
        assert any(each.startswith("Rehearsal.") for each in notices)
    assert clerk.case("cairo", "israel").told == clerk.case("cairo", "egypt").told == ()
