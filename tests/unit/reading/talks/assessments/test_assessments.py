import pytest

from gobetween.model.evidence import Tone


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("The talks have reached a critical phase.", Tone.CRITICAL),
        ("The negotiations are not progressing as expected.", Tone.GLOOMY),
        ("The talks have stalled.", Tone.GLOOMY),
        ("There has yet to be a breakthrough in the talks.", Tone.GLOOMY),
        ("The sides are close to a deal.", Tone.HOPEFUL),
        ("The talks made good progress.", Tone.HOPEFUL),
        ("The last talks were not very promising.", Tone.GLOOMY),
    ],
)
def test_judgements_of_the_talks_have_a_tone(read, text, tone):
    (found,) = read(text).assessments
    assert found.tone is tone
    assert found.by is None


def test_who_judges_and_who_was_told_are_kept(read):
    (found,) = read("The talks have reached a critical phase, two diplomatic sources told the Harbour Gazette.").assessments
    assert found.by is not None
    assert found.by.name == "two diplomatic sources"
    assert found.told_to == "the Harbour Gazette"


def test_a_mood_is_its_owners(read):
    items = read("Anna Berg said the talks were not progressing, although she was optimistic that a treaty could be signed.")
    assert [(found.tone, found.by.name) for found in items.assessments if found.by] == [
        (Tone.GLOOMY, "Anna Berg"),
        (Tone.HOPEFUL, "Anna Berg"),
    ]


def test_what_is_not_about_talks_is_no_assessment(read):
    assert read("The patient is in a critical phase.").assessments == ()


def test_a_judgement_in_quotation_marks_has_its_source_and_hearer(read):
    (assessment,) = read(
        "The talks are “cautiously promising,” a diplomat from Norway told the Courier, but the sticking point remains the quota."
    ).assessments
    assert assessment.by is not None
    assert (assessment.tone.value, assessment.by.actor, assessment.told_to) == ("hopeful", "Norway", "the Courier")


def test_a_negated_hope_is_gloom(read):
    (assessment,) = read('A diplomat said the talks were "not very promising".').assessments
    assert assessment.tone.value == "gloomy"


@pytest.mark.parametrize("words", ["less hopeful", "less and less hopeful", "no longer optimistic", "hardly promising"])
def test_lessened_hope_is_gloom(read, words):
    (found,) = read(f"The talks are {words} than a week ago.").assessments
    assert found.tone is Tone.GLOOMY


def test_lessened_gloom_is_no_gloom(read):
    assert read("Anna Berg was less pessimistic about the talks.").assessments == ()
    assert [found.tone for found in read("Anna Berg was more hopeful about the talks.").assessments] == [Tone.HOPEFUL]


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Hardly anyone in the talks is optimistic.", Tone.GLOOMY),
        ("Neither side expects a quick deal.", Tone.GLOOMY),
        ("Nobody at the table believes in the truce.", Tone.GLOOMY),
        ("The talks were no closer to a deal.", Tone.GLOOMY),
        ("Families of the miners were sceptical.", Tone.GLOOMY),
        ("The mood in the talks was poor.", Tone.GLOOMY),
        ("The gap between the sides was still wide.", Tone.GLOOMY),
        ("The sides are two-thirds of the way to a deal.", Tone.HOPEFUL),
        ("The talks brought progress on cars but none on farms.", Tone.MIXED),
        ("The talks had made slow progress.", Tone.MIXED),
    ],
)
def test_hope_gloom_and_their_mixture_have_many_words(read, text, tone):
    assert [each.tone for each in read(text).assessments] == [tone]


def test_a_mood_needs_no_talks_in_its_sentence(read):
    (found,) = read("The Harbour Union's secretary, Ada Berg, left early. Berg sounded upbeat.").assessments
    assert (found.tone, found.by.name) == (Tone.HOPEFUL, "Ada Berg")


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("The talks are at a dead end, said Anna Berg.", Tone.GLOOMY),
        ("The two sides remain poles apart on pay, the union said.", Tone.GLOOMY),
        ("The chief negotiator said he saw no prospect of an agreement before Easter.", Tone.GLOOMY),
        ("The mediator warned that the talks were on the brink of collapse.", Tone.GLOOMY),
        ("Hopes of an early settlement are fading.", Tone.GLOOMY),
        ("The chair told them that he did not believe they would finish by Friday.", Tone.GLOOMY),
        ("Negotiations have ground to a halt.", Tone.GLOOMY),
        ("Negotiators said a deal was within striking distance.", Tone.HOPEFUL),
        ("The talks are proceeding well, the company said.", Tone.HOPEFUL),
        ('"We are in the home stretch," the mediator told reporters after the round.', Tone.HOPEFUL),
        ("He described the talks as positive.", Tone.HOPEFUL),
        ("Negotiators have cleared most of the hurdles, an official said.", Tone.HOPEFUL),
        ("The talks are hanging by a thread, two officials said.", Tone.CRITICAL),
        ("Officials said the window for a deal was closing.", Tone.CRITICAL),
        ("The next 48 hours will be decisive for the talks, he said.", Tone.CRITICAL),
        ("Talks have made headway but difficult issues remain, the mediator said.", Tone.MIXED),
        ("The round brought some progress, Anna Berg said.", Tone.MIXED),
    ],
)
def test_talks_are_judged_in_many_words(read, text, tone):
    assert [found.tone for found in read(text).assessments] == [tone]


@pytest.mark.parametrize(
    "text",
    [
        "If the talks fall apart, the army will move.",
        "Asked whether he was hopeful, the minister did not answer.",
        "The previous round collapsed in June, and talks resumed on Monday.",
        "Norway wants to avoid a collapse of the talks.",
        "The agreement provides for a final round of inspections.",
        "The mediator will report on progress in the talks on Friday.",
        "The ship broke down near the port while talks went on.",
        "It was too early to say whether the talks had failed, she said.",
    ],
)
def test_what_is_asked_averted_or_long_past_is_no_judgement(read, text):
    assert read(text).assessments == ()


def test_hope_beside_a_deed_is_quoted_without_it(read):
    (found,) = read("Envoys left the port on Friday with little hope of a deal before Easter.").assessments
    assert found.passage.text == "with little hope of a deal before Easter"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said it would send nobody until it got a list of the sailors who are still alive.",
        "They asked for the names of the miners who were in danger, the union said.",
    ],
)
def test_what_is_said_of_others_in_a_clause_of_their_own_is_no_judgement_of_the_talks(read, text):
    assert read(text).assessments == ()


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("While gaps remain in bridging the differences between the parties, the pause has been drafted.", Tone.GLOOMY),
        ("On ending the lockout, the gaps remain unbridged, a union official said.", Tone.GLOOMY),
        ("The differences have yet to be narrowed, the conciliator said.", None),
        ("The gap between the two sides is narrowing.", Tone.HOPEFUL),
        ("The differences over overtime have been bridged.", Tone.HOPEFUL),
    ],
)
def test_gaps_that_remain_are_no_hope(read, text, tone):
    assert [each.tone for each in read(text).assessments] == ([tone] if tone else [])


def test_who_hints_at_it_is_the_source_without_a_word_of_saying(read):
    (found,) = read("There were indications from President Ada Weld that an agreement was close.").assessments
    assert found.by is not None
    assert found.by.name == "Ada Weld"
