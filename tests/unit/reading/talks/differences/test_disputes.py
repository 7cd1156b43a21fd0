import pytest


def only(items):
    (dispute,) = items.disputes
    return dispute


@pytest.mark.parametrize(
    ("text", "by", "denied_by"),
    [
        ("Norway accuses Canada of holding back fish. Canada denies this.", "Norway", "Canada"),
        ("Norway says that the stock has halved. Canada disputes the figure.", "Norway", "Canada"),
        ("Norway says that the stock has halved. Canada called that nonsense.", "Norway", "Canada"),
        ("Norway says that the stock has halved. Canada doubts that figure.", "Norway", "Canada"),
        ("Norway says that the stock has halved. Canada rejected the claim.", "Norway", "Canada"),
        ("Norway said that Canada had closed the strait. Canada denied that it had closed the strait.", "Norway", "Canada"),
    ],
)
def test_a_denial_is_laid_beside_what_it_denies(read, text, by, denied_by):
    dispute = only(read(text))
    assert (dispute.asserted_by, dispute.denied_by) == (by, denied_by)
    assert dispute.denial is not None


def test_a_denial_alone_gives_the_words_denied_and_nobody_who_asserts(read):
    dispute = only(read("Canada denied that it had closed the strait."))
    assert (dispute.passage.text, dispute.asserted_by, dispute.denied_by) == ("that it had closed the strait", "", "Canada")


@pytest.mark.parametrize(
    "text",
    [
        "Canada rejected the offer.",
        "Canada does not deny that the stock has halved.",
        "If Canada denied it, nobody would listen.",
        "Norway says that the stock has halved. Canada agrees.",
    ],
)
def test_a_refusal_or_assent_is_no_dispute_of_facts(read, text):
    assert read(text).disputes == ()


def test_an_accusation_rejected_is_disputed(read):
    assert only(read("Canada rejected accusations that it had shelled the bridge.")).denied_by == "Canada"
