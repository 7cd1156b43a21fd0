"""How near words are, by rule."""

from __future__ import annotations

import pytest

from gobetween.talks.conveying.likenesses import are_near, holds_all, numbers_in


@pytest.mark.parametrize(
    ("some", "others", "near"),
    [
        ("Half the toll.", "half the TOLL", True),
        ("", "", False),
        ("Half the toll.", "Half the hours.", False),
        ("We could wait another year for it.", "They could wait another year.", True),
        ("We could wait another year for it.", "It will be another day.", False),
        ("One two three.", "One two three four five six.", False),
    ],
)
def test_words_are_near_that_share_half_of_their_runs(some: str, others: str, near: bool) -> None:
    assert are_near(some, others) is near
    assert are_near(others, some) is near


def test_a_text_holds_words_that_stand_in_it_in_order() -> None:
    assert holds_all("What if: half the toll, then?", "Half the toll")
    assert not holds_all("The toll by half", "Half the toll")
    assert not holds_all("behalf the tollgate", "half the toll")


def test_numbers_are_found_in_figures_and_in_words() -> None:
    assert numbers_in("1,200 ships, 3.5 years, twenty men and a half") == {"1200", "3.5", "20"}
