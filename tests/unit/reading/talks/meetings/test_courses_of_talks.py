import pytest


def told(items):
    return [meeting.passage.text for meeting in items.meetings]


@pytest.mark.parametrize(
    "text",
    [
        "Talks with management over pay and pensions collapsed.",
        "Talks between the miners' union and the coal board have failed.",
        "Talks with Orbis, which owns the channel, have yet to yield results.",
        "Talks have been ongoing since the union staged strikes last month.",
        "Talks were continuing between Norway and Canada with Swiss mediation.",
        "Bargaining ended for the day shortly after 1 p.m.",
        "The climate talks were meant to end on Friday.",
        "Norway and Canada launched indirect negotiations Saturday in Oslo.",
        "Foreign Minister Ada Berg has joined talks over the nuclear program.",
        "A federal mediator will join the talks on Thursday.",
        "The rebels' delegation is expected to appear tonight for consultations with the Norwegian delegation.",
        "Norway and Canada are to discuss the list of conditions next week in Geneva.",
        "Norway will send a delegation to Geneva for talks on the dam.",
        "Envoys representing the opposition arrived on Sunday.",
        "Ada Berg had been in Oslo on Friday.",
        "Negotiators worked through the night.",
        "The leaders of Norway and Canada held a phone call on Tuesday.",
        "The Norwegian officials will relay our demands to the Canadian delegation.",
    ],
)
def test_the_course_of_talks_tells_of_a_meeting(read, text):
    assert told(read(text)) == [text.rstrip(".") if not text.endswith("p.m.") else text]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The two sides signed the accord in Oslo on Sunday.", "The two sides signed the accord in Oslo on Sunday"),
        (
            "It was part of a deal signed on 3 May in Oslo between Norway and Canada.",
            "a deal signed on 3 May in Oslo between Norway and Canada",
        ),
    ],
)
def test_who_signs_a_deal_in_a_town_on_a_day_has_met(read, text, words):
    assert told(read(text)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The talks failed to win over the public.",
        "If talks with management collapse, the union will strike.",
        "Talks may break down.",
        "The minister signed the accord.",
        "The president signed the law in Oslo on Sunday.",
        "The players worked through the night.",
        "The firm will send a team to Geneva.",
        "The letter relays our demands to the reader.",
        "The negotiations have stalled.",
        "The actor will appear for an encore tonight.",
        "Norway and Canada are to discuss fish.",
    ],
)
def test_what_is_no_meeting_in_the_same_words(read, text):
    assert told(read(text)) == []
