"""What is no issue of talks, what sources of one side say of another, and claims that hold another stance."""

import pytest


def _told(items):
    return [(each.party, each.stance.name) for each in items.positions]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said Norway had rowed back from such a firm timetable.",
        "Norway said it was prepared to fight for years.",
        "Norway offered an update on the talks on Monday.",
        "Norway offered few details of the plan.",
        "Norway laid out the mobilization plan to parliament.",
        "Norway suggested a restaurant near the harbour.",
        "Norway called for a taxi after the meeting.",
        "Norway voiced concern about the death of a fisherman.",
        "Mediators want terms that are acceptable to Norway and Canada.",
        "Canadian sources said the fighters would have to leave the strait.",
    ],
)
def test_what_is_no_issue_of_talks_is_no_position(read, text):
    assert _told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway offered a tariff cut of 5 percent.", "OFFER"),
        ("Norway laid out its plan for a truce to Canada.", "OFFER"),
        ("Norway suggested a joint patrol of the strait.", "OFFER"),
        ("Norway called for a ceasefire.", "DEMAND"),
        ("Norway voiced concern about the proposed tariff.", "OPPOSE"),
        ("Norway said it was prepared to accept a tariff cut.", "ACCEPT"),
        ("The plan is acceptable to Norway.", "ACCEPT"),
        ("Canadian sources said that they want a longer truce.", "DEMAND"),
    ],
)
def test_what_is_at_issue_stays_a_position(read, text, stance):
    assert stance in [each for _, each in _told(read(text))]


def test_giving_up_a_demand_is_still_told(read):
    assert ("Norway", "DROPPED_DEMAND") in _told(read("Norway rowed back from its demand for a tariff cut."))


@pytest.mark.parametrize(
    "text",
    [
        "Canadian sources said Norway wants to postpone the vote.",
        "According to Canadian sources, Norway will withdraw its troops from the strait.",
        "Canadian sources told reporters that Norway will not accept the plan.",
    ],
)
def test_unnamed_sources_of_one_side_only_claim_what_another_wants_or_will_do(read, text):
    assert _told(read(text)) == [("Canada", "CLAIM")]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway maintains that it is willing to open the port.", "OFFER"),
        ("The union maintained that the strike will continue until pay rises.", "THREATEN"),
        ("Norway asserted that it would not accept the cap.", "REJECT"),
        ("Norway asserts that Canada fired first.", "CLAIM"),
    ],
)
def test_a_claim_that_holds_another_stance_gives_way_to_it(read, text, stance):
    assert [each for _, each in _told(read(text))] == [stance]
