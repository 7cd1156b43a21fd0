"""Deeds told by a verb with its thing, by a crowd, or by a noun; and the same words of no deed."""

import pytest

DEEDS = (
    ("Nurses staged a 24-hour walkout on Tuesday.", "Nurses"),
    ("Dockers at the port walked out on Monday.", "Dockers"),
    ("The dockers went on strike on Monday.", "dockers"),
    ("Lorry drivers set up roadblocks on the border road.", "Lorry drivers"),
    ("Traders in the town have blocked the river road for nine days.", "Traders in the town"),
    ("Thousands of workers marched through the capital.", "Thousands of workers"),
    ("A strike by pilots grounded 200 flights on Monday.", "pilots"),
    ("Norway opened fire on the crowd.", "Norway"),
    ("Norway suspended its participation in the treaty on Monday.", "Norway"),
    ("The Norwegian delegation walked out of the session.", "Norway"),
    ("Norway pulled out of the joint commission.", "Norway"),
    ("Norway carried out drone strikes on the port.", "Norway"),
    ("Norway raised tariffs on steel.", "Norway"),
    ("Norway's seizure of the trawler overshadowed the talks.", "Norway"),
    ("Norwegian shelling killed four people in Sund.", "Norway"),
    ("Norway freed the last of its 212 prisoners.", "Norway"),
)
NO_DEEDS = (
    "The workers rallied round the chairman's proposal.",
    "Norway raised the issue of tariffs.",
    "Norway occupied the chair of the council.",
    "The union is considering a strike.",
    "The union called off the strike.",
    "A strike could begin on Monday.",
    "Norway feared a seizure of the trawler by Canada.",
    "Canada accused Norway of shelling the town and killing four people.",
    "Norway opened the session.",
    "Prices marched upwards on Monday.",
)


@pytest.mark.parametrize(("text", "actor"), DEEDS)
def test_deeds_have_many_constructions(read, text, actor):
    assert [act.actor for act in read(text).acts] == [actor]


@pytest.mark.parametrize("text", NO_DEEDS)
def test_what_is_only_thought_of_or_meant_otherwise_is_no_deed(read, text):
    assert read(text).acts == ()
