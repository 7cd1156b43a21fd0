import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gobetween.model.evidence import Document, Report
from gobetween.reading.documents.stories import find_stories, fingerprint

WORDS = [
    "envoy",
    "port",
    "union",
    "strike",
    "offer",
    "draft",
    "clause",
    "quay",
    "crane",
    "guard",
    "ship",
    "owner",
    "night",
    "table",
    "letter",
    "mayor",
    "judge",
    "harvest",
]


def text(seed, length=200):
    rng = random.Random(seed)  # noqa: S311 - made-up text needs no secrets
    return " ".join(f"{rng.choice(WORDS)}{rng.randrange(40)}" for _ in range(length))


def report(name, words):
    return Report(name, Document(name, len(words), fingerprint=fingerprint(words)))


def test_a_fingerprint_is_the_same_everywhere():
    assert fingerprint("The Union's offer stands.") == fingerprint("the union’s OFFER — stands!")
    assert fingerprint("one two three") == (7274879177180986167,)


def test_an_excerpt_tells_the_story_of_the_whole():
    whole = text(1)
    (story,) = find_stories([report("b", whole), report("a", " ".join(whole.split()[:50])), report("c", text(2))])
    assert story.names == ("b", "a")
    assert "100%" in story.reason


def test_texts_on_one_matter_in_other_words_are_two_stories():
    assert find_stories([report("a", text(1)), report("b", text(2))]) == ()


def test_stories_are_connected_groups():
    first, second = text(1), text(2)
    (story,) = find_stories([report("a", first), report("b", second), report("c", f"{first} {second}")])
    assert story.names == ("c", "a", "b")


def test_many_copies_are_one_story():
    reports = [report(f"{number:03}", text(1)) for number in range(60)]
    (story,) = find_stories(reports)
    assert len(story.names) == 60


@pytest.mark.parametrize("count", [19, 20, 21, 120])
def test_however_many_outlets_carry_a_piece_each_with_a_line_of_its_own_it_is_one_story(count):
    piece = text(1)
    reports = [report(f"{number:03}", f"{piece} printed by paper number {number}") for number in range(count)]
    (story,) = find_stories([*reports, report("other", text(2))])
    assert len(story.names) == count


def test_a_stock_phrase_shared_by_many_stories_joins_none_of_them():
    phrase = text(0, 20)
    assert find_stories([report(f"{number:03}", f"{text(number + 1, 30)} {phrase}") for number in range(60)]) == ()


def test_empty_documents_tell_no_story():
    assert find_stories([report("a", ""), report("b", "")]) == ()
    assert find_stories([]) == ()


@given(st.permutations(range(5)))
def test_the_order_of_reports_does_not_matter(order):
    reports = [report(str(number), text(number // 2)) for number in range(5)]
    assert find_stories([reports[index] for index in order]) == find_stories(reports)
