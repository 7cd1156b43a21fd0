"""All that a position asks, thing by thing."""

import pytest

from gobetween.briefs.accounts.coverage import Found
from gobetween.model.evidence import Document, PositionMention, Report, Stance
from gobetween.model.passages import Passage, Span

pytest.importorskip("spacy")

from gobetween.reading.proposing.matters.objects import objects_of, things_in


def found(words, issue, condition=None):
    passage = Passage(words, (Span(0, len(words)),))
    under = Passage(condition, (Span(words.index(condition), words.index(condition) + len(condition)),)) if condition else None
    item = PositionMention(passage, "Norland", stance=Stance.DEMAND, issue=issue, condition=under)
    return Found(Report("a.txt", Document("0" * 64, 1000)), item, passage)


@pytest.mark.parametrize(
    ("words", "issue", "things"),
    [
        (
            "the crews want a raise of 4 percent and a week of 35 hours",
            "raise of 4 percent and a week of",
            ("raise of 4 percent and a week of 35 hours",),
        ),
        ("the yard offers 2 percent and no change in hours", "2 percent", ("2 percent", "no change in hours")),
        (
            "it asks for a guarantee that no mill is shut and a fee of 4 million, payable at once",
            "guarantee",
            ("guarantee that no mill is shut", "a fee of 4 million"),
        ),
        ("it wants the levy gone and its envoy said so", "the levy gone", ("the levy gone",)),
        ("it wants the levy gone and demands that the gate be opened", "the levy gone", ("the levy gone",)),
        ("crews back, mill balks: strike may end", "mill balks: strike may end", ()),
        (
            "it wants to cut the levy by 4 points and rejects any freeze",
            "cut the levy by 4 points and rejects any freeze",
            ("cut the levy by 4 points",),
        ),
        ("on Monday, a truce was demanded", "a truce", ("a truce",)),
    ],
)
def test_what_goes_on_belongs_to_it_and_a_clause_of_its_own_does_not(words, issue, things):
    assert objects_of(found(words, issue)) == things


def test_the_condition_is_no_part_of_it():
    words = "it would take nine days and a later start if the gate is opened and a fee is paid"
    assert objects_of(found(words, "nine days", "if the gate is opened and a fee is paid")) == ("nine days", "a later start")


def test_joined_things_are_told_apart_and_clauses_are_not():
    assert things_in("the yard sold its dock and two cranes") == ("the yard sold its dock", "two cranes")
    assert things_in("the yard sold its dock and the crews were paid") == ("the yard sold its dock and the crews were paid",)
