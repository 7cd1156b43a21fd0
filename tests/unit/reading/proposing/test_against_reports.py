"""What a careful reader would expect of the draft from five real reports, which are no part of the project."""

import os
from pathlib import Path

import pytest

from gobetween.model.evidence import Stance

FOLDER = Path(os.environ.get("GOBETWEEN_EVALUATION", "")) / "reports"

pytestmark = pytest.mark.skipif(
    not os.environ.get("GOBETWEEN_EVALUATION") or not FOLDER.is_dir(), reason="GOBETWEEN_EVALUATION names no folder with reports"
)


@pytest.fixture(scope="module")
def drafted(draft):
    return draft(**{path.stem: path.read_bytes().decode() for path in sorted(FOLDER.iterdir())})


def test_the_two_sides_and_the_three_mediators_are_told_apart(drafted):
    assert set(drafted.case.parties) == {"israel", "hamas"}
    assert set(drafted.case.mediators) == {"egypt", "qatar", "united-states"}


def test_both_corridors_are_issues_that_are_said_to_block(drafted):
    blocking = {issue for point in drafted.case.sticking_points for issue in point.issues}
    assert {"philadelphi-corridor", "netzarim-corridor", "ceasefire"} <= blocking
    assert {option.id for option in drafted.case.issue("philadelphi-corridor").options} == {"stay", "withdraw"}


def test_the_pause_of_forty_days_is_a_way_of_settling_the_ceasefire(drafted):
    titles = [option.title for option in drafted.case.issue("ceasefire").options]
    assert any("40-day" in title for title in titles)


def test_the_dropped_demand_is_dropped_and_a_pause_taken_instead(drafted):
    ceasefire = {each.stance: each for each in drafted.case.positions if (each.actor, each.issue) == ("hamas", "ceasefire")}
    assert ceasefire[Stance.DROPPED_DEMAND].options == {"permanent"}
    assert ceasefire[Stance.ACCEPT].options == {"temporary"}


def test_the_copy_is_no_origin_of_its_own_and_undated_rounds_stay_undated(drafted):
    assert sum(1 for source in drafted.case.sources if source.same_story_as) == 1
    assert sum(1 for each in drafted.case.rounds if each.when.is_unknown) == 2


def test_an_operation_even_with_an_agreement_is_conduct_after_a_deal(drafted):
    assert [each.actor for each in drafted.case.positions if each.after_deal] == ["israel"]
