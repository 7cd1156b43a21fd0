"""Whom 'it', 'they', 'he' and 'she' take up, and when the item is marked because another may be meant."""

import pytest

from gobetween.reading.confidence.kind_features import CONTESTED


@pytest.fixture(scope="session")
def position(parser):
    """The last position of a text, as a whole document has it: with its confidence."""
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.reader import read_document

    return lambda text: read_document("a.txt", text.encode(), default_lexicon(), parser).positions[-1]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "The parish council of Upham met. Lowick Village rejects that route and demands a stop. It has offered to pay half.",
            "Lowick Village",
        ),
        ("Norway met Canada on Monday. Norway rejected the text. It wants more time.", "Norway"),
        ("The dock union turned down the offer of Baltic Terminals. It demands a longer pause.", "dock union"),
        ("Belmara has ruled that out. That was the answer of Belmara's minister, Hadrian Sollas. He wants seven years.", "Belmara"),
    ],
)
def test_a_pronoun_takes_up_the_subject_of_the_sentence_before(position, text, party):
    found = position(text)
    assert found.party == party
    assert CONTESTED not in found.confidence.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Norway rejected the text after Canada refused to move. The hall was cold. It wants more time.",
        "The European Union met. The Teachers' Union was there. The Union rejects the draft.",
        "Norway said that Canada was stalling. It wants more time.",
    ],
)
def test_where_another_may_be_meant_as_well_the_item_is_doubtful(position, text):
    found = position(text)
    assert CONTESTED in found.confidence.reasons
    assert found.confidence.is_doubtful


@pytest.mark.parametrize(
    "text",
    [
        "Norway rejected the text. It wants more time.",
        "The Teachers' Union was there. The Union rejects the draft.",
        "Norway wants more time.",
    ],
)
def test_where_only_one_can_be_meant_nothing_is_said_of_others(position, text):
    assert CONTESTED not in position(text).confidence.reasons


def test_they_who_say_of_themselves_what_they_do_are_nobody_else(read):
    items = read("Guards killed three drivers of Veldria. Traders in Kharun say they will stay until the gates open.")
    assert not {p.party for p in items.positions} & {"Veldria", "three drivers"}


def test_the_only_person_of_the_sentence_before_is_meant_though_no_subject(read):
    items = read(
        "Vaisala Teo spoke on Monday. The hall was cold. I asked Lien Okoro, who had come late, about the draft. "
        '"It is long," she said.'
    )
    assert items.statements[-1].speaker.name == "Lien Okoro"
