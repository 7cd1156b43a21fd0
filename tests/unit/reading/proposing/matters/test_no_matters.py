"""Stands on what is no matter to be settled, and stands on what is."""

import pytest

from gobetween.model.evidence import PositionMention, Stance
from gobetween.model.passages import Passage, Span

pytest.importorskip("spacy")

from gobetween.reading.proposing.matters.no_matters import AS_A_WHOLE, ITS_DOER, ON_TALKING, PRESSING, why_no_matter


def position(words, issue=""):
    return PositionMention(Passage(words, (Span(0, len(words)),)), "Norland", stance=Stance.DEMAND, issue=issue)


@pytest.mark.parametrize(
    "text",
    [
        "round of negotiations in the coming days in Selby",
        "new talks",
        "secure a meeting with the union",
        "a delegation",
        "return to the bargaining table",
        "an update on the negotiations",
        "collective bargaining",
        "resume direct dialogue",
        "table",
        "both to return on Thursday",
        "the two sides to sit down again",
    ],
)
def test_how_to_talk_is_no_matter(text):
    assert why_no_matter(position(f"Norland wants {text}"), text) == ON_TALKING


@pytest.mark.parametrize(
    "text", ["a strike beginning May 1", "a potential port-wide strike", "fight as long as necessary", "walk out", "avoiding a strike"]
)
def test_a_means_of_pressure_is_no_matter(text):
    assert why_no_matter(position(f"Norland supports {text}"), text) == PRESSING


def test_the_doer_of_what_was_accepted_is_no_matter():
    assert why_no_matter(position("accepted” by Norland envoys", "Norland envoys"), "Norland envoys") == ITS_DOER


@pytest.mark.parametrize("text", ["proposal", "mediator's proposal", "accept the latest draft in principle", "revised offer"])
def test_an_answer_to_a_whole_proposal_is_on_no_single_matter(text):
    assert why_no_matter(position(f"Norland accepts {text}"), text) == AS_A_WHOLE


@pytest.mark.parametrize(
    "text",
    [
        "offer of 9 boats",
        "water package",
        "an end to the strike",
        "a ban on strikes",
        "strike pay",
        "talks on a permanent ceasefire",
        "talks on the Amber Corridor",
        "a pay rise of 4 percent",
        "the right to strike",
        "return of the archive",
        "return home of the villagers",
    ],
)
def test_what_is_to_be_settled_is_a_matter(text):
    assert why_no_matter(position(f"Norland demands {text}"), text) == ""
