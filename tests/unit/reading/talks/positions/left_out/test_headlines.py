"""What a headline says shortly is told once."""

from gobetween.model.evidence import Stance


def told(items, text):
    return [(each.party, each.stance, text[each.passage.start : each.passage.end]) for each in items.positions]


def test_a_position_of_a_headline_that_the_text_repeats_is_told_below(read):
    text = "Norway rejects plan to share the cod\n\nNorway rejected on Monday the plan to share the cod with its neighbour.\n"
    assert [each[2][:15] for each in told(read(text), text)] == ["Norway rejected"]


def test_a_position_that_only_a_headline_tells_stays(read):
    text = "Norway demands a new harbour tax\n\nChile accepted a smaller fleet on Monday.\n"
    assert ("Norway", Stance.DEMAND) in [each[:2] for each in told(read(text), text)]


def test_a_refusal_above_an_offer_in_like_words_stays(read):
    text = "The union has rejected an offer from Norway\n\nNorway has made a new pay offer to the union on Monday.\n"
    assert [each[1] for each in told(read(text), text)] == [Stance.REJECT, Stance.OFFER]


def test_a_text_without_a_headline_keeps_all(read):
    text = "Norway rejected the plan to share the cod. Norway rejected the plan to share the cod again.\n"
    assert len(told(read(text), text)) == len(("first", "second"))


def test_a_headline_alone_is_kept(read):
    text = "Norway rejected the plan to share the cod\n"
    assert [each[:2] for each in told(read(text), text)] == [("Norway", Stance.REJECT)]
