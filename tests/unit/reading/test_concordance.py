from gobetween.reading.concordance import answered_once, below, called, forms, sentence_of
from gobetween.reading.parsing import parse
from gobetween.reading.syntax import child_called, has_child, has_left

TEXT = "The Ferry Union will not sign before May, Norvan's envoy said.\nTalks on fares and rotas resumed, and both asked for time."


def test_what_hangs_on_a_word_is_told_as_the_parser_has_it(parser):
    doc = parse(TEXT, parser)
    for token in doc:
        assert below(token) == [(child.dep_, child.lower_, child.i) for child in token.children]


def test_each_sentence_ends_where_the_parser_ends_it(parser):
    doc = parse(TEXT, parser)
    assert [sentence_of(token) for token in doc] == [(token.sent.start, token.sent.end) for token in doc]


def test_words_are_found_by_form_and_by_lemma_in_reading_order(parser):
    doc = parse(TEXT, parser)
    assert [token.text for token in called(doc, {"ask", "say", "talk", "the", "ferry"})] == ["The", "Ferry", "said", "Talks", "asked"]
    assert forms(doc)[:3] == ["the", "ferry", "union"]


def test_words_that_hang_on_another_are_asked_for_by_how_and_where(parser):
    doc = parse(TEXT, parser)
    sign = next(token for token in doc if token.text == "sign")
    assert has_child(sign, ("will",), "aux")
    assert not has_child(sign, ("will",), "nsubj")
    assert has_left(sign, {"not"})
    assert not has_left(sign, {"before"})
    assert (found := child_called(sign, {"before", "until"})) is not None
    assert found.text == "before"
    assert child_called(sign, {"until"}) is None


def test_a_question_is_worked_out_once_for_each_word_of_a_text(parser):
    asked = []

    @answered_once
    def is_long(token):
        """Whether a word is long."""
        asked.append(token.i)
        return len(token) > 4

    doc = parse(TEXT, parser)
    assert [is_long(doc[i]) for i in (1, 1, 2, 2)] == [True, True, True, True]
    assert is_long(parse(TEXT, parser)[0]) is False
    assert asked == [1, 2, 0]
    assert is_long.__doc__ == "Whether a word is long."
