from __future__ import annotations

import pytest

from gobetween.model.comparisons import BracketChange, Movement
from gobetween.talks.drafting import amendments, one_texts
from gobetween.talks.drafting.amendments import Request
from gobetween.talks.drafting.comparisons import compare_versions
from gobetween.talks.drafting.showings import Attribution, attribute, show
from gobetween.talks.standings import Seat, Standing
from texts_and_seals_of_the_strait import HOURS, TEXT, reworded, talks_with_a_text


@pytest.fixture
def talks():
    """Three versions, of which south was shown the first and the third; north too, and asked for what stands."""
    talks = talks_with_a_text()
    talks.act("harbour", show, TEXT, ("north", "south"))
    talks.act("north", amendments.amend, TEXT, Request("toll", words="nothing"))
    talks.act("harbour", attribute, TEXT, Attribution("toll", 1, by="north"))
    talks.act("harbour", one_texts.revise, TEXT, reworded(HOURS.__class__("Ships pass at night.", id="hours")))
    talks.act("harbour", one_texts.settle, TEXT, {"toll": 1})
    talks.act("harbour", show, TEXT, ("north", "south"))
    return talks


def compared(talks, actor, *numbers):
    return compare_versions(Standing(Seat(actor), talks.case(actor), talks.now, str), TEXT, *numbers)


def test_without_numbers_the_last_two_versions_are_compared(talks):
    found = compared(talks, "harbour")
    assert (found.older, found.newer) == (2, 3)
    assert [each.id for each in found.comparison.clauses if each.is_changed] == ["toll"]


def test_a_party_compares_what_it_was_shown_by_its_own_count(talks):
    found = compared(talks, "south")
    assert (found.older, found.newer) == (1, 2)
    assert [each.id for each in found.comparison.clauses if each.is_changed] == ["toll", "hours"]


def test_any_two_versions_are_compared_in_either_order(talks):
    assert compared(talks, "harbour", 1).newer == 3
    back = compared(talks, "harbour", 3, 1)
    assert [each.bracket.change for each in back.comparison.clauses if each.bracket] == [BracketChange.OPENED]


def test_what_moved_is_told_as_far_as_each_may_know_by_whom(talks):
    assert compared(talks, "harbour").movements == (Movement("toll", "nothing", "north", ()),)
    assert compared(talks, "bridge").movements == (Movement("toll", "nothing", None, ()),)
    assert compared(talks, "north").movements == (Movement("toll", "nothing", "north", ()),)
    assert compared(talks, "south").movements == (Movement("toll", "nothing", None, ()),)


def test_what_is_not_there_is_not_compared(talks):
    for actor, numbers, says in (
        ("south", (1, 3), "no version 3 of 'harbour/text'; the last is 2"),
        ("shipping", (), "you have no text called 'harbour/text'"),
        ("harbour", (3, 4), "no version 4"),
    ):
        assert says in talks.refusal(actor, compare_versions, TEXT, *numbers)


def test_one_version_alone_is_compared_with_nothing():
    talks = talks_with_a_text()
    assert "you have one version of 'harbour/text'" in talks.refusal("harbour", compare_versions, TEXT)
    assert compared(talks, "harbour", 1, 1).comparison.is_empty
