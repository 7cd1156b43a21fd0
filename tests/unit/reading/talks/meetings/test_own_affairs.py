import pytest


def told(items):
    return [meeting.passage.text for meeting in items.meetings]


@pytest.mark.parametrize(
    "text",
    [
        "The union held strike meetings for members on Wednesday.",
        "The union has begun a consultation with every level of the membership.",
        "The minister held a joint press conference with his Canadian counterpart.",
        "The session of parliament on Monday ended in uproar.",
        "Canada, which is mediating the talks, urged restraint.",
        "Turkey, which hosted the talks, urged restraint.",
        "Ada Berg, who is leading talks with the government, resigned.",
        "The ministers picked him in May to mediate a dialogue between Norway and Canada.",
        "The Norwegian trade minister, Ada Berg, welcomed the move on Monday.",
        "The union will present the new offer to its members.",
        "The first round of the election is in May.",
        "The second round of the tournament begins on Friday.",
        "The round of golf on Sunday was cut short.",
        "The professor's talk on Tuesday was about bees.",
        "The workers' strike meeting on Friday drew a crowd.",
        "The meeting of the central bank in March raised rates.",
    ],
)
def test_who_somebody_is_and_what_a_side_does_alone_is_no_meeting(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "President Ada Berg suggested hosting both leaders in Oslo.",
        "The envoy has trouble visiting the camp to meet all parties.",
        "They have no intention of returning to the table on Wednesday.",
        "They spoke of the best ways to return to these talks.",
        "The union wants talks to begin next week.",
        "No date has been set for the next round of talks.",
        "The sides have not agreed on a venue for the next round of talks.",
        "Prime Minister Ada Berg will open talks with the greens if the liberals refuse.",
        "The envoy said that he returned to the talks with hope.",
        "Both leaders have spent years negotiating with creditors.",
    ],
)
def test_what_is_weighed_or_wished_or_hangs_on_a_condition_is_no_meeting(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The regional council summit in Oslo begins on 16 December.", "The regional council summit in Oslo begins on 16 December"),
        ("The two sides resumed the talks on Monday.", "The two sides resumed the talks on Monday"),
        ("The rebels returned to the table on Wednesday.", "The rebels returned to the table on Wednesday"),
    ],
)
def test_the_same_words_tell_of_a_meeting_where_parties_meet(read, text, words):
    assert told(read(text)) == [words]


def test_a_headline_announces_what_the_text_below_tells(read):
    text = "Berg to meet Dahl in Oslo\n\nNorwegian President Ada Berg will meet Canadian Prime Minister Carl Dahl in Oslo on Friday.\n"
    assert told(read(text)) == ["Norwegian President Ada Berg will meet Canadian Prime Minister Carl Dahl in Oslo on Friday"]


def test_a_headline_alone_tells_of_a_meeting(read):
    text = "Norway and Canada to meet for talks in Oslo\n\nThe ministry gave no more details.\n"
    assert told(read(text)) == ["Norway and Canada to meet for talks in Oslo"]


def test_what_two_who_met_told_each_other_is_no_further_contact(read):
    text = "Norwegian President Ada Berg met Canadian Prime Minister Carl Dahl in Oslo on Friday. Berg told Dahl that fish mattered."
    assert told(read(text)) == ["Norwegian President Ada Berg met Canadian Prime Minister Carl Dahl in Oslo on Friday"]
