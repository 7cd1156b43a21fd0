import pytest


def told(items):
    return [meeting.passage.text for meeting in items.meetings]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The Norwegian President, during a meeting with Canadian Prime Minister Carl Dahl, said that he would not come.",
            "a meeting with Canadian Prime Minister Carl Dahl",
        ),
        (
            "They kept the promises given by the leaders of Norway and Canada in their meetings on Oct. 6 in Oslo.",
            "their meetings on Oct. 6 in Oslo",
        ),
        (
            "The monthly meetings which began in Oslo on Wednesday will iron out the differences.",
            "The monthly meetings which began in Oslo on Wednesday",
        ),
        ("The union chief spoke after talks with employers' leader Carl Dahl.", "talks with employers' leader Carl Dahl"),
        (
            "A new stage of peace talks with the rebels started in the Norwegian capital on July 7.",
            "A new stage of peace talks with the rebels started in the Norwegian capital on July 7",
        ),
        ("Ada Berg hosted talks to work out differences over the dam.", "Ada Berg hosted talks to work out differences over the dam"),
        ("The two will engage in discussions with envoy Ada Berg.", "The two will engage in discussions with envoy Ada Berg"),
        (
            "The foreign minister, Ada Berg, will be present at the meetings.",
            "The foreign minister, Ada Berg, will be present at the meetings",
        ),
        ("Norway is in talks with Canada over fish.", "Norway is in talks with Canada over fish"),
        ("They met inside a protected area, which parts the two camps.", "They met inside a protected area"),
        ("The summit will be mediated by envoy Ada Berg.", "The summit will be mediated by envoy Ada Berg"),
        (
            "Similar meetings are being held by the president of Norway, Ada Berg.",
            "Similar meetings are being held by the president of Norway, Ada Berg",
        ),
        (
            "The ministers agreed to speed up their work and to organise another meeting in the coming weeks.",
            "organise another meeting in the coming weeks",
        ),
        ("“Envoy Ada Berg will meet Carl Dahl on Sunday”, the ministry said.", "Envoy Ada Berg will meet Carl Dahl on Sunday"),
    ],
)
def test_a_meeting_is_told_by_a_phrase_or_by_those_who_hold_it(read, text, words):
    assert told(read(text)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's negotiating team has arrived in Canada.",
        "A logistics team landed in Oslo earlier this week.",
        "The five envoys visited Oslo and Ottawa.",
        "A group of Western diplomats visited Ottawa on Monday.",
        "The political delegation left Ottawa for Oslo.",
        "The Norwegian prime minister, Ada Berg, arrived in Ottawa.",
    ],
)
def test_those_who_are_sent_travel_for_the_talks_without_a_word_of_them(read, text):
    assert told(read(text)) == [text.removesuffix(".")]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian delegation was fully empowered to negotiate with Canada.",
        "The group has refused to talk directly with the Norwegian government.",
        "Norway is ready to meet with Canada.",
        "Norway has the mandate to meet with Canada.",
        "Norway rejected the Canadian offer to hold a meeting of ministers in January.",
        "The main aim is to hold the meeting in Oslo.",
        "Any meeting between Norway and Canada, for now, is not planned.",
        "No talks between Norway and Canada are planned in Oslo.",
        "The mayor called for talks between Norway and Canada in Geneva.",
        "Norway ruled out a meeting with Canada in Geneva.",
        "There is little prospect of a meeting between Norway and Canada in Geneva.",
        "Norway voiced its thanks to Canada for hosting the meeting.",
        "We expect both sides to work to restart the dialogue.",
        "Norway played a part in earlier mediations between Canada and Mexico.",
        "Talk of a breakthrough in negotiations with Canada is early.",
        "Tourists arrived in Oslo on Monday.",
        "The team arrived at a compromise.",
        "A football team flew to Canada.",
        "“We will meet them on Sunday”, she said.",
    ],
)
def test_what_one_may_or_wants_to_do_is_no_meeting(read, text):
    assert told(read(text)) == []


def test_talks_spoken_of_as_known_are_not_told_twice(read):
    text = "Norway and Canada met in Oslo on Monday. The sessions that took place in Oslo on Monday ended late."
    assert told(read(text)) == ["Norway and Canada met in Oslo on Monday"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks on the dam have ended without an agreement.",
        "Rounds of talks on fish have ended in deadlock.",
        "Negotiations with the operator have failed to reach an outcome.",
        "A third round of talks is likely to begin in Oslo.",
        "The talks will begin once the prisoners are free.",
        "Negotiations in Oslo were halted on Friday.",
        "Another meeting will be held to prepare the agenda.",
        "Ada Berg is facilitating the commanders' meeting.",
        "Ada Berg welcomed a Canadian delegation at the palace.",
        "Ada Berg briefed Carl Dahl on the plan.",
        "Ada Berg talked about the dialogue with envoy Carl Dahl.",
        "The two ministers discussed the dam on Monday.",
        "The mayor and the union leaders descended on a hotel near the airport.",
        "Both sides are still at the negotiating table.",
        "A small group of negotiators met earlier.",
        "The contact groups have held five meetings so far.",
        "All parties intend to hold a summit.",
        "Ada Berg is on her first trip to the region.",
        "Negotiator Ada Berg is back in Oslo for further talks.",
        "Norway's special envoy is also there for consultations with Canada.",
        "Ada Berg is expected to travel to Canada.",
        "The Norwegian delegation will return home on Friday.",
        "The negotiating team had left Oslo on the 24th.",
        "The delegation reached the capital.",
        "Ada Berg had phone calls with Carl Dahl.",
        "Airline and union failed to reach agreement on Monday.",
        "Ada Berg and Carl Dahl were joined by their Canadian counterpart, Oda Malk.",
        "Ada Berg has joined the fishing negotiations in Oslo.",
    ],
)
def test_news_tells_of_talks_and_visits_in_many_words(read, text):
    assert told(read(text)) == [text.removesuffix(".")]


@pytest.mark.parametrize(
    "text",
    [
        "She had ideas on how to restart the negotiations.",
        "Norway urged both to resume talks to end fighting in Canada.",
        "The company was at the table of the king.",
        "The pilots are still in bed.",
        "The minister was in Oslo.",
        "The team met the target on Monday.",
        "The group met its own goals twice.",
        "It will continue to rain on Friday.",
        "The shares fell on Monday. They will continue to fall on Tuesday.",
        "Norway welcomed the offer at the weekend.",
        "The crisis was discussed on Monday in the press.",
    ],
)
def test_like_words_without_a_meeting_tell_of_none(read, text):
    assert told(read(text)) == []


def test_of_two_meetings_in_one_clause_both_are_told(read):
    items = read("Ada Berg will also visit London on Monday, following her meetings with the Canadian government.")
    assert told(items) == ["Ada Berg will also visit London on Monday", "her meetings with the Canadian government"]


def test_a_pronoun_for_talks_is_a_round(read):
    text = "The negotiations have not broken down. They will continue in Oslo on Friday."
    assert told(read(text)) == ["They will continue in Oslo on Friday"]


def test_a_clause_ends_before_what_is_no_part_of_the_meeting(read):
    text = "Norway met Canada in Oslo on Monday amid rising tension, according to the ministry."
    assert told(read(text)) == ["Norway met Canada in Oslo on Monday"]


def test_talks_between_one_with_a_name_and_one_without_are_told(read):
    assert told(read("Discussions between Norway and its pilots are still ongoing.")) == ["Discussions between Norway and its pilots"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Berg called on the president at the palace.", "Ada Berg called on the president at the palace"),
        (
            "Ada Berg, the Norwegian foreign minister, arrived here on Friday.",
            "Ada Berg, the Norwegian foreign minister, arrived here on Friday",
        ),
        (
            "The airline and its pilots started negotiating again on Tuesday.",
            "The airline and its pilots started negotiating again on Tuesday",
        ),
        ("Ada Berg plans to make trips to Delhi and Oslo.", "Ada Berg plans to make trips to Delhi and Oslo"),
        ("Minister Ada Berg received him at the palace.", "Minister Ada Berg received him at the palace"),
        ("She spoke amid talks between delegates from Norway and Canada.", "talks between delegates from Norway and Canada"),
        ("Norway is hosting the meeting.", "Norway is hosting the meeting"),
    ],
)
def test_visits_and_receptions_are_meetings(read, text, words):
    assert told(read(text)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg called on the president to resign.",
        "Ada Berg called on the parties to return to the talks.",
        "There was something for the two sides to talk about.",
        "Ada Berg received him coldly.",
        "He arrived there late.",
    ],
)
def test_calls_on_somebody_to_act_are_no_visits(read, text):
    assert told(read(text)) == []
