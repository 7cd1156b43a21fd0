"""Sayings told by the way: who goes on, who puts it so, who makes it clear to somebody, who dismisses a thing as something."""

import pytest


def told(items):
    return [(statement.speaker.name, statement.content.text) for statement in items.statements]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Berg met them. There was little hope, she went on, that the talks would resume.", "There was little hope"),
        ("Ada Berg met them. The offer was too low, she went on to say.", "The offer was too low"),
        ("As Ada Berg, the guild's secretary, put it, the offer is an insult.", "the offer is an insult"),
        ("Ada Berg made it clear to reporters that she would not sign.", "that she would not sign"),
        ("Ada Berg left no doubt that the guild would strike.", "that the guild would strike"),
        ('Ada Berg dismissed the demand as "a fantasy".', 'the demand as "a fantasy"'),
        ('Ada Berg rejected the offer as "derisory".', 'the offer as "derisory"'),
    ],
)
def test_who_tells_by_the_way_says_it(read, text, content):
    ((name, said),) = told(read(text))
    assert name == "Ada Berg"
    assert said.removeprefix("that ").startswith(content.removeprefix("that "))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg went on a trip, and the mill stood still.",
        "Night fell, and she went on.",
        "The guild met the mill. It was made clear to both that the hour was late.",
        "The mill dismissed Ada Berg as a thief.",
        "The guild dismissed its clerk as part of the plan.",
        "Ada Berg left no letter that could be found.",
    ],
)
def test_who_walks_on_or_is_sent_away_says_nothing(read, text):
    assert told(read(text)) == []
