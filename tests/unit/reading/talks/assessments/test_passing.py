"""Words for how talks go that judge nothing where they stand."""

import pytest

from gobetween.model.evidence import Tone


@pytest.mark.parametrize(
    "text",
    [
        "The visit was expected to pave the way for a revival of the stalled peace talks.",
        "Envoys met to revive talks between the guild and the firm that stalled a year ago.",
        "The summit was called to break the deadlock in the talks.",
        "Talks were halted last month because of frustration over a lack of progress between the sides.",
        "No deal was found on Wednesday, raising the likelihood of a full strike.",
        "A frustrated mayor said he had given them what they asked for in the talks.",
        "The envoy said both sides would meet to end the stalemate in the talks.",
    ],
)
def test_what_only_tells_which_talks_are_meant_or_came_before_judges_nothing(read, text):
    assert read(text).assessments == ()


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("The talks have stalled, the envoy said.", Tone.GLOOMY),
        ("The talks are deadlocked.", Tone.GLOOMY),
        ("The sides remained far apart on pay.", Tone.GLOOMY),
        ("With little hope of a deal before May, the guild went home.", Tone.GLOOMY),
        ("A diplomat said the talks were stuck and that the stalemate could last for months.", Tone.GLOOMY),
        ('The deal was in its "final stages", a source told the radio.', Tone.HOPEFUL),
        ("The sources said the meeting would go smoothly, before Friday's crunch talks.", Tone.HOPEFUL),
        ("The news raised hopes of a deal.", Tone.HOPEFUL),
    ],
)
def test_what_says_how_they_go_is_still_heard(read, text, tone):
    assert [each.tone for each in read(text).assessments] == [tone]
