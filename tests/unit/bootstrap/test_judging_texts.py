"""Words are looked for in a report as a reader sees them, and found where they stand, as whole words."""

from __future__ import annotations

import pytest

from gobetween.bootstrap.judging_texts import Searched, check_quoted, passage_of, stands_at
from gobetween.model.errors import InvalidJudgement
from gobetween.model.evidence import ItemKind
from gobetween.model.passages import Passage, Span

PAGE = "<p>The bakers&rsquo; guild <b>said&nbsp;no</b> &ndash; twice.</p><p>It said nothing &amp; left. It left early.</p>"


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The bakers' guild said no", "The bakers&rsquo; guild <b>said&nbsp;no"),
        ("said no - twice", "said&nbsp;no</b> &ndash; twice"),
        ("nothing &   left", "nothing &amp; left"),
        ("“said", None),
        ("sai", None),
        ("aid no", None),
        ("said yes", None),
    ],
)
def test_words_are_found_through_tags_and_other_signs_and_never_in_longer_words(words: str, found: str | None) -> None:
    passages = Searched(PAGE).passages(words)
    assert [PAGE[each.start : each.end] for each in passages] == ([found] if found else [])


def test_words_that_stand_twice_or_nowhere_tell_no_place() -> None:
    with pytest.raises(InvalidJudgement, match=r"stand 2 times in a\.html"):
        passage_of("left", Searched(PAGE), "a.html")
    with pytest.raises(InvalidJudgement, match=r"do not stand in a\.html"):
        passage_of("the bakers", Searched(PAGE), "a.html")
    with pytest.raises(InvalidJudgement, match="cannot be opened"):
        passage_of("left", None, "a.html")
    with pytest.raises(InvalidJudgement, match="no words were given"):
        passage_of(" ", Searched(PAGE), "a.html")


def test_a_quoted_field_has_words_of_the_report() -> None:
    check_quoted(ItemKind.POSITION, [("condition", "guild said no"), ("issue", "never said")], PAGE, "a.html")
    check_quoted(ItemKind.POSITION, [("condition", "")], PAGE, "a.html")
    with pytest.raises(InvalidJudgement, match=r"condition: 'guild said yes' does not stand in a\.html"):
        check_quoted(ItemKind.POSITION, [("condition", "guild said yes")], PAGE, "a.html")


@pytest.mark.parametrize(
    ("words", "span", "stands"),
    [
        ("guild said no – twice", place(PAGE, "guild <b>said&nbsp;no</b> &ndash; twice"), True),
        ("guild said no – twice", place(PAGE, "guild <b>said&nbsp;no</b>"), False),
        ("said no … left", place(PAGE, "said&nbsp;no</b> &ndash; twice.</p><p>It said nothing &amp; left"), True),
        ("no said", place(PAGE, "said&nbsp;no"), False),
        ("said no", Span(0, len(PAGE) + 1), False),
    ],
)
def test_words_stand_where_they_follow_each_other_there(words: str, span: Span, *, stands: bool) -> None:
    assert stands_at(Passage(words, (span,)), PAGE) is stands
