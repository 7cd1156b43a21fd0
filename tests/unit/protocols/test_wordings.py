from __future__ import annotations

import pytest

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Alternative, Clause
from gobetween.protocols.wordings import Wording, check

HOURS = Clause("By day.", id="hours")


@pytest.mark.parametrize(
    ("wording", "says"),
    [
        (Wording("", (HOURS,)), "a title"),
        (Wording("Text", ()), "at least one clause"),
        (Wording("Text", (Clause("a", id="a"), Clause("b", id="a"))), "found 'a' twice"),
        (Wording("Text", (Clause("a"),)), "empty"),
        (Wording("Text", (Clause("", id="a"),)), "says nothing"),
        (Wording("Text", (Clause("", id="a", alternatives=(Alternative("b"), Alternative(""))),)), "has no words"),
        (Wording("Text", (Clause("", id="a", alternatives=(Alternative("b"), Alternative("b"))),)), "the same words"),
        (Wording("Text", (Clause("a", id="a", annex="A"),)), "does not have"),
        (Wording("Text", (Clause("a", id="a", annex="A"), HOURS), annexes=("A",)), "come first"),
        (Wording("Text", (Clause("a", id="a", annex="A"), Clause("b", id="b", annex="B")), annexes=("B", "A")), "order"),
    ],
)
def test_a_text_has_a_title_and_clauses_that_say_something_in_their_places(wording, says):
    with pytest.raises(ProtocolViolation, match=says):
        check(wording)


def test_annexes_come_in_their_order_after_what_stands_in_none():
    check(Wording("Text", (HOURS, Clause("a", id="a", annex="A"), Clause("b", id="b", annex="B")), annexes=("A", "Bare", "B")))
