"""Ways to say how talks go, by construction; and the same words said of something else."""

import pytest

from gobetween.model.evidence import Tone

GLOOM = (
    "“We're nowhere near an agreement,” the union's negotiator said.",
    "I am not holding my breath, said the fishermen's leader, Ole Brandt.",
    "“We are not there yet,” the lead negotiator told reporters.",
    "The discussions were heading nowhere, he said.",
    "Expectations for the summit are low.",
    "“There is no sign of compromise,” said a source close to the company.",
    "The peace process is on its last legs, a former envoy said.",
    "There is little appetite for compromise, a diplomat said.",
    "The talks have run out of steam.",
    "A wide gulf remains between the two sides.",
    "“Nothing has moved since January,” said the negotiator.",
    "The negotiations are going backwards, according to the union.",
    "“There are no grounds for optimism,” said the head of the mission.",
    "An agreement is not in sight, the foreign minister said.",
    "“It doesn't look good,” a delegate said as the talks adjourned.",
    "The commissioner sounded a pessimistic note.",
    "There is a real danger that the talks will fail, the envoy said.",
    "He dismissed the negotiations as theatre.",
    "The talks ended in failure, the ministry said.",
    "The prime minister played down hopes of a quick settlement.",
    "The ministry said the negotiations were in deep trouble.",
    "“The gaps are still very wide,” said an official of the union.",
    "The envoy said she was deeply concerned about the state of the talks.",
    "The commissioner warned that failure was now more likely than success.",
    "A rebel commander said the talks had been a sham.",
)
HOPE = (
    "A person close to the talks said the two firms were nearing an agreement.",
    "The delegate said both sides were pleased with the outcome.",
    "Two officials said that a settlement was only a matter of time.",
    "The negotiations are inching towards an agreement.",
    "The gap between the two sides is narrowing, the conciliator said.",
    "“There is movement,” said one official close to the negotiations.",
    "The talks have gathered momentum, a diplomat said.",
    "The mood around the table has brightened, according to two participants.",
    "“I see a real chance of a settlement,” the conciliator said.",
    "A deal could come as early as next week, officials said.",
    "A compromise is taking shape, several sources said.",
    "The two governments are on the cusp of a deal, a diplomat said.",
    "The sides are within touching distance of a deal.",
    "“We have never been this close to peace,” the envoy said.",
    "The commissioner struck an upbeat note after the meeting.",
    "On paper the sides are not far apart.",
    "The truce is holding along most of the front, a monitor said.",
    "The talks were “useful”, the ministry said.",
    "“I expect a deal before the weekend,” the chair said.",
)
BALANCE = (
    ("“This is the moment of truth,” the envoy said.", Tone.CRITICAL),
    ("There is not much time left, the mediator warned.", Tone.CRITICAL),
    ("Negotiators are in a race against time.", Tone.CRITICAL),
    ("The negotiations have entered the endgame, two officials said.", Tone.CRITICAL),
    ("“We've come a long way but we're not there yet,” the negotiator said.", Tone.MIXED),
    ("Progress is slow, the mediator said.", Tone.MIXED),
    ("The talks were difficult but constructive, the company said.", Tone.MIXED),
    ("The draft brings them closer to a deal, although they still differ on fees.", Tone.MIXED),
    ("“Some issues are settled, others are not,” the mediator said.", Tone.MIXED),
    ("The envoy gave a mixed assessment of the talks.", Tone.MIXED),
)
NOT_OF_TALKS = (
    "The bank said growth prospects were good.",
    "The actor said he was optimistic about his new film.",
    "The bank played down expectations of a rate cut.",
    "A lorry was stuck in the tunnel for two hours while talks went on nearby.",
    "The match was deadlocked at the break, the club said.",
    "The train was on track for Oslo, and the talks begin on Monday.",
    "The weather was grim, and the delegation left early.",
    "The prisoners looked gloomy as they left the bus.",
    "The patient is making progress, the hospital said.",
    "The union's offices are within reach of the harbour by tram.",
    "The bank is confident that inflation will fall, it said.",
    "“I am confident of winning the vote,” the party leader said.",
    "Hopes of finding survivors were fading, rescuers said.",
    "The mood in the city was tense on Sunday, a reporter said.",
    "It is a critical phase for the harvest, the farmers' union said.",
    "The fleet was far off the coast, the coastguard said.",
    "“It has been a difficult year,” the chief executive said of sales.",
    "The minister was optimistic about the economy.",
    "The gap in the fence was closed by soldiers, the army said.",
    "“We are close to the coast,” the captain said.",
)


@pytest.mark.parametrize(
    ("text", "tone"), [*((each, Tone.GLOOMY) for each in GLOOM), *((each, Tone.HOPEFUL) for each in HOPE), *BALANCE]
)
def test_ways_to_say_how_the_talks_go(read, text, tone):
    assert [found.tone for found in read(text).assessments] == [tone]


@pytest.mark.parametrize("text", NOT_OF_TALKS)
def test_the_same_words_of_something_else_judge_no_talks(read, text):
    assert read(text).assessments == ()


def test_a_bad_end_of_talks_is_a_judgement_only_where_somebody_tells_it(read):
    assert read("The third round ended without agreement on Friday.").assessments == ()
    (told,) = read("The third round ended without agreement, the union said.").assessments
    assert told.tone is Tone.GLOOMY


def test_of_long_words_only_the_clause_that_judges_is_quoted(read):
    (found,) = read(
        "Two officials said that the gap on pay had narrowed to one point and that the rosters would be discussed next week."
    ).assessments
    assert found.passage.text.startswith("that the gap on pay")
    assert "rosters" not in found.passage.text


def test_a_mood_is_not_sought_behind_any_number_of_words(read):
    far = "He gave " + "a some an " * 40 + "optimistic note on the talks."
    near = "He gave an oddly upbeat note on the talks."
    assert [found.tone for found in read(near).assessments] == [Tone.HOPEFUL]
    assert all(not found.passage.text.startswith("gave") for found in read(far).assessments)
