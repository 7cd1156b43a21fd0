"""Turns of phrase of plain news, each in its frame of the table, and the same words where nobody takes a stand."""

import pytest


def stands(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway put in a claim for a larger share.", "demand"),
        ("Norway stuck to its guns on the toll.", "demand"),
        ("Norway joined calls for a longer pause.", "demand"),
        ("Norway has tabled a rise of 3 percent.", "offer"),
        ("Norway left the door open to a joint patrol.", "offer"),
        ("Norway is prepared to buy more copper.", "offer"),
        ("Norway is prepared to accept the toll.", "accept"),
        ("Norway caved in on the toll.", "accept"),
        ("Norway acceded to the request.", "accept"),
        ("Norway gave the green light to the merger.", "accept"),
        ("Norway has signed the truce.", "accept"),
        ("Norway lent its backing to the plan.", "support"),
        ("Norway sees merit in the plan.", "support"),
        ("Norway is advocating a new court.", "support"),
        ("Norway reaffirmed its commitment to free passage.", "support"),
        ("Norway pushed aside the map of Chile.", "reject"),
        ("Norway is no longer holding out for a toll.", "dropped_demand"),
        ("Norway complained about the new checks.", "oppose"),
        ("Norway voiced dismay at the second tunnel.", "oppose"),
        ("Norway has consented to open the strait.", "accept"),
        ("Norway is unhappy with the pace of the talks.", "oppose"),
        ("Norway gave short shrift to the idea.", "reject"),
        ("Norway drew the line at foreign inspectors.", "reject"),
        ("Norway ignored calls for a longer pause.", "reject"),
        ("Norway hit out at the new tunnel.", "oppose"),
        ("Norway criticised the second tunnel.", "oppose"),
        ("Norway has misgivings about the merger.", "oppose"),
        ("The toll is opposed by Norway.", "oppose"),
        ("Norway disclaimed responsibility for the leak.", "deny"),
        ("Norway played down talk of a toll.", "deny"),
        ("Norway is pressing ahead with sanctions.", "threaten"),
        ("Norway raised the spectre of an embargo.", "threaten"),
        ("Norway toned down its demand for a toll.", "dropped_demand"),
        ("Norway kept its options open on the toll.", "pending"),
        ("Norway gave no answer to the proposal.", "pending"),
        ("Norway pinned the blame for the delay on Chile.", "claim"),
    ],
)
def test_turns_of_phrase_show_a_stance(read, text, stance):
    assert stands(read(text)) == [("Norway", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway signed a treaty in 1984.",
        "Norway hit out at Chile.",
        "Norway criticised the reporters.",
        "Norway turned down an interview.",
        "The envoy of Norway accepted a bunch of flowers.",
        "Norway denied entry to photographers.",
        "Norway kept its doors open on Sunday.",
        "Norway gave an answer.",
        "The drivers of Norway backed their lorries onto the bridge.",
        "Norway refused to take questions.",
        "Norway accepted 900 refugees from Chile.",
        "Norway complained about the heat.",
    ],
)
def test_the_same_words_about_what_is_at_issue_nowhere_show_none(read, text):
    assert stands(read(text)) == []
