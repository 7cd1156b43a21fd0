"""Sayings that go on with another's, close it, or stand before it."""

import pytest

from gobetween.model.evidence import StatementKind


def said(items):
    return [(statement.speaker.passage.text, statement.content.text) for statement in items.statements]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The mayor said the guild had refused, adding that the town could pay no more.",
            "The mayor",
            "that the town could pay no more",
        ),
        ("Mayor Lund said the offer was fair and urged the guild to sign it.", "Mayor Lund", "the guild to sign it"),
        ("The minister said the plan would fail and called on both sides to think again.", "The minister", "both sides to think again"),
        ("The minister said the guild wants a truce and accused the firm of delay.", "The minister", "the firm of delay"),
        ("The guild's office advised reporters not to travel, saying tight controls may hinder them.", "The guild's office", "tight"),
        ("The union rejected the offer, saying it fell short.", "The union", "it fell short"),
        ("Berg said they were hurt by the offer, saying the new posts would only last a year.", "Berg", "the new posts"),
        ('Her words echoed those of Mr Lund, who said earlier: "Much has been done but some matters remain."', "Mr Lund", '"Much'),
        ("A No 10 spokeswoman said the talks would go on.", "A No 10 spokeswoman", "the talks would go on"),
        ("The guild’s Michelle O’Neill accused the firm of delay.", "The guild’s Michelle O’Neill", "the firm of delay"),
    ],
)
def test_a_second_saying_is_told_by_whoever_tells_the_first_unless_it_may_be_told_of_another(read, text, speaker, content):
    assert any(who == speaker and words.startswith(content) for who, words in said(read(text)))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said the offer would stand and left the room.", "the offer would stand"),
        ("The envoy said talks would resume and thanked the hosts.", "talks would resume"),
        ("Lund said the firm will raise the pay and cut the hours.", "the firm will raise the pay and cut the hours"),
        ("Lund said the firm could pay and would sign.", "the firm could pay and would sign"),
        ("The radio said Norway had refused and demanded more ships.", "Norway had refused and demanded more ships"),
        (
            "A spokesman says Norland has voiced concerns and condemned the raids.",
            "Norland has voiced concerns and condemned the raids",
        ),
    ],
)
def test_what_is_said_ends_before_a_deed_that_its_form_sets_apart(read, text, content):
    assert said(read(text))[0][1] == content


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The guild has failed to win a deal, two guild sources said on Friday at talks in Oslo, the radio reported.",
            {"two guild sources", "the radio"},
        ),
        ("Lund said that the guild values the talks, the guild's press office said on Friday.", {"Lund", "the guild's press office"}),
    ],
)
def test_one_who_only_closes_the_sentence_leaves_its_own_teller(read, text, speakers):
    assert {who for who, _ in said(read(text))} == speakers


def test_the_words_of_one_who_closes_the_sentence_are_not_part_of_what_is_said(read):
    found = dict(said(read("Lund said that the guild values the talks, the guild's press office said on Friday.")))
    assert found["Lund"] == "that the guild values the talks"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As union officials have noted, the firm would struggle alone.", [("union officials", "the firm would struggle alone")]),
        ("As the envoy said on Monday, the border will stay closed.", [("the envoy", "the border will stay closed")]),
        ("As the minister spoke, the crowd left.", []),
        ("As the guild warned of a strike, the firm closed the gates.", []),
        ("The hall had emptied, without the guild saying who had been asked.", []),
        ("The sides met for an hour without saying what had been agreed.", []),
        ("Nearly 300 people have been killed, raising fears that the land is heading back to war.", []),
        ("The new envoy did not announce plans for new talks.", []),
        ("Announcing the new deadline, the mayor said nothing.", []),
    ],
)
def test_only_what_is_said_counts(read, text, expected):
    assert said(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("No immediate comment was available from the guild.", "the guild"),
        ("There was no immediate comment from the Norwegian government on the talks.", "the Norwegian government"),
        ("There was no response from the mine's owners.", "the mine's owners"),
    ],
)
def test_no_comment_from_somebody_is_their_silence(read, text, speaker):
    (statement,) = read(text).statements
    assert (statement.speaker.passage.text, statement.kind) == (speaker, StatementKind.NO_COMMENT)


def test_no_word_from_the_talks_is_nobodys_silence(read):
    assert not read("There was no word from the talks on Monday.").statements


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The firm will make deeper cuts, the radio cited two officials as saying.", "two officials", "The firm will make deeper cuts"),
        ("Both camps met in May, and the firm made a new offer, according to aides.", "aides", "Both camps met in May, and the firm"),
        ("The guild said no, and the firm left, according to the radio.", "the radio", "the firm left"),
        ("The strike is over, Norland's official news agency APX said.", "Norland's official news agency APX", "The strike is over"),
        ("The camp left after publishing a letter last week that said it was ready for talks.", "that", "it was ready for talks"),
    ],
)
def test_each_is_told_by_its_own_source(read, text, speaker, content):
    assert any(who == speaker and words.startswith(content) for who, words in said(read(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UN Special Envoy to Syria Anna Berg announced the start of the talks.", "Anna Berg"),
        ("The clash took place when the army stopped two men, said Brig. Anna Berg, an army spokesman.", "Anna Berg"),
        ("The pass is shut, said Lt. Col. Anna Berg.", "Anna Berg"),
    ],
)
def test_speakers_are_called_by_the_name_behind_a_post_or_rank(read, text, name):
    assert [statement.speaker.name for statement in read(text).statements] == [name]
