"""Tellers that close a sentence, and sources with a relative clause of their own."""

import pytest

from gobetween.model.evidence import StatementKind


def said(items):
    return [(statement.speaker.passage.text, statement.content.text) for statement in items.statements]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Up to 1.9 million people have fled, the United Nations estimates.",
            "the United Nations",
            "Up to 1.9 million people have fled",
        ),
        ("The mine was shut for a year, a government report notes.", "a government report", "The mine was shut for a year"),
        (
            "The strike cost the town 4 million, the chamber of trade reckons.",
            "the chamber of trade",
            "The strike cost the town 4 million",
        ),
        ("The deal would ruin the town, its mayor fears.", "its mayor", "The deal would ruin the town"),
        ("The deal will hold, the envoy believes.", "the envoy", "The deal will hold"),
        ("The toll rose to 44, according to the ministry, which does not count soldiers.", "the ministry", "The toll rose to 44"),
        ("According to the ministry, which counts only its own, 40 ships were lost.", "the ministry", "40 ships were lost"),
        ("Forty ships were lost, according to Anna Berg, who leads the guild.", "Anna Berg", "Forty ships were lost"),
        ("Norland must vote within a year, its neighbours demanded Friday.", "its neighbours", "Norland must vote within a year"),
        (
            "Norland must return to civilian rule and hold polls within a year, its neighbours demanded Friday in a meeting by video.",
            "its neighbours",
            "Norland must return to civilian rule and hold polls within a year",
        ),
        ('The envoy said Monday\'s talks were "quite successful".', "The envoy", 'Monday\'s talks were "quite successful"'),
        ("The mayor dismissed speculation that he was delaying.", "The mayor", "speculation that he was delaying"),
        ('An official echoed that, saying "we were very close" to a deal.', "An official", '"we were very close" to a deal'),
        ("In Lund's view, the talks are over.", "Lund", "the talks are over"),
        ('The talks "reached a dead end," in Lund\'s words.', "Lund", 'The talks "reached a dead end,"'),
        ("The two sides issued a joint statement saying they would meet again.", "The two sides", "they would meet again"),
        ("She emphasized the need for more talks with the guild.", "She", "the need for more talks with the guild"),
        (
            "Officials expressed cautious optimism at the prospect of a deal.",
            "Officials",
            "cautious optimism at the prospect of a deal",
        ),
    ],
)
def test_the_one_behind_the_comma_tells_what_stands_before(read, text, speaker, content):
    assert said(read(text)) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The thief took coins, jewels and bank notes.",
        "The board looked at letters, a map and the police reports.",
        "The guild was hurt by low pay, long hours and the firm's claims.",
        "The minister met the guild, the firm and its banks, and read their reports.",
        "The storm underscored the need for a new wall.",
        "He found comfort in his mother's words.",
    ],
)
def test_words_that_only_look_like_a_tellers_say_nothing(read, text):
    assert said(read(text)) == []


def test_what_somebody_would_not_say_is_their_silence(read):
    (statement,) = read("The minister's spokesman would not say whether the talks would go on.").statements
    assert statement.kind is StatementKind.NO_COMMENT


def test_what_is_added_behind_a_quotation_is_told_apart_from_it(read):
    added = "the talks were in their sixth week, the people had suffered enough and something else must be done"
    items = read(f'"We will not only meet, but also bring something new," he said, adding {added}.')
    assert said(items) == [("he", '"We will not only meet, but also bring something new,"'), ("he", added)]
