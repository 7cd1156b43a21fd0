import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TEXT = """Norway Norwegian said told that he they the group source demands if according to was talks with Canada and delegation
led by Anna Berg denied dropped its demand for close as well in on Monday not who which will meet 12
“ ” " ' « » , . : — ( ’s ''"""
WORDS = st.sampled_from([*TEXT.split(), "\n", "\n\n"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60))
def test_no_text_makes_reading_fail(read, words):
    text = " ".join(words)
    items = read(text)
    for statement in items.statements:
        assert all(0 <= span.start < span.end <= len(text) for span in statement.content.spans)


def test_a_rule_that_fails_costs_its_own_kind_alone_and_is_told(read, monkeypatch):
    from gobetween.reading import items

    text = "Norway demands a higher quota. Canada met Norway in Bern on Monday."
    whole = read(text)
    assert whole.positions
    assert whole.signs == ()
    monkeypatch.setattr(items, "find_positions", lambda *_: 1 // 0)
    found = read(text, may_fail=True)
    assert found.positions == ()
    assert found.meetings == whole.meetings
    assert [(sign.kind, sign.note) for sign in found.signs] == [
        ("not read whole", "its positions could not be read: a rule failed (ZeroDivisionError); please report it with the document")
    ]


def test_sentences_nested_too_deeply_are_refused_and_not_read_in_part(read, monkeypatch):
    from gobetween.reading import items

    def too_deep(*_):
        raise RecursionError

    monkeypatch.setattr(items, "find_positions", too_deep)
    with pytest.raises(RecursionError):
        read("Norway demands a higher quota.")


def test_an_empty_text_has_no_items(read):
    items = read("")
    assert items.actors == ()
    assert items.statements == ()


def test_time_grows_with_length_and_not_with_its_square(parser):
    """Ten times as many quotations may take some ten times as long in the finders, whatever the parser takes."""
    from gobetween.model.dates import UNKNOWN_DATE
    from gobetween.reading.documents.clean_text import CleanText
    from gobetween.reading.items import read_items
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.parsing import parse

    def seconds(repeats):
        text = "“We want a better quota,” Anna Berg said. " * repeats
        doc = parse(text, parser)
        clean = CleanText(text, tuple(range(len(text))))
        start = time.perf_counter()
        items = read_items(clean, doc, default_lexicon(), UNKNOWN_DATE, None, ())
        assert len(items.statements) >= repeats / 2
        return time.perf_counter() - start

    seconds(10)
    assert seconds(1000) < 40 * seconds(100)
