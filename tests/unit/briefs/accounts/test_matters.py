"""What a matter is headed by, and what is told as past."""

import pytest

from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.accounts.matters import head_of, stance_words
from gobetween.briefs.accounts.positions import positions_section
from gobetween.model.evidence import Account, PositionMention, Stance
from gobetween.model.passages import Passage, Span


@pytest.mark.parametrize(
    ("issues", "head"),
    [
        (("5 percent", "pay rise of at least 4 percent", "pay rise of 2 to 3 percent"), "pay rise (percent)"),
        (("agreement of one year", "agreement of at least two years"), "agreement (years)"),
        (("shifts of eight hours", "freedom to plan shifts of ten or twelve hours"), "shifts (hours)"),
        (("guarantee for casual dockers", "guarantee for permanent dockers only"), "guarantee for dockers"),
        (("withdrawal from the Amber Corridor", "complete withdrawal"), "withdrawal"),
        (("5 percent", "4 percent"), "how many percent"),
        (("ceasefire", "permanent ceasefire"), "ceasefire"),
    ],
)
def test_a_matter_is_headed_by_what_its_positions_share_and_not_by_one_side_s_amount(issues, head):
    assert head_of(issues) == head


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("It had also demanded shifts of eight hours", "demanded before"),
        ("Until now the union had asked for a guarantee", "demanded before"),
        ("The union demands shifts of eight hours", "demands"),
        ("The union, which had asked for nine, now demands shifts of eight hours", "demands"),
    ],
)
def test_what_had_been_demanded_is_not_listed_as_demanded(newsroom, words, stance):
    position = PositionMention(newsroom.words(words), "Union", stance=Stance.DEMAND, issue="shifts of eight hours")
    (section,) = positions_section(coverage_of(Account((newsroom.report("a", positions=(position,)),))))
    assert section.blocks[-1].rows[0][1].text == stance


@pytest.mark.parametrize(
    ("text", "condition", "told"),
    [
        ("Norway will not send a delegation until the siege ends", "until the siege ends", "refuses until"),
        ("Norway would not sign unless the toll is cut", "unless the toll is cut", "refuses unless"),
        ("Norway will sign if the toll is cut", "if the toll is cut", "accepts if"),
        ("Norway will keep the truce until the toll is raised", "until the toll is raised", "accepts if"),
    ],
)
def test_a_refusal_until_something_is_worded_as_one(text, condition, told):
    at = text.index(condition)
    position = PositionMention(
        Passage(text, (Span(0, len(text)),)),
        "Norway",
        stance=Stance.CONDITIONAL,
        condition=Passage(condition, (Span(at, len(text)),)),
    )
    assert stance_words(position) == told
