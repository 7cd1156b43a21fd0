"""What may be changed of an item, and in which words."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from gobetween.model.dates import DateBasis, When, on
from gobetween.model.evidence import (
    DateMention,
    DelegationMention,
    DeliverableMention,
    ItemKind,
    SourceType,
    Stance,
    StickingPointMention,
)
from gobetween.model.evidence.item_fields import (
    BUILDERS,
    PASSAGE_FIELDS,
    PLAIN_FIELDS,
    READ_SPEAKER_FIELDS,
    SPEAKER_FIELDS,
    added_item,
    changeable,
    described,
    value_as_text,
    with_change,
)
from strategies.judged_documents import PARTIES, event, figure, meeting, position, statement, words

ITEMS = {
    ItemKind.POSITION: position(0, 30),
    ItemKind.FIGURE: figure(0, 4),
    ItemKind.STATEMENT: statement(0, 30),
    ItemKind.MEETING: meeting(0, 30),
    ItemKind.DATE: DateMention(words(0, 6), on(dt.date(2031, 3, 7))),
    ItemKind.DELEGATION: DelegationMention(words(0, 9), PARTIES[0], size=4),
    ItemKind.STICKING_POINT: StickingPointMention(words(0, 9), "the shorter week"),
    ItemKind.DELIVERABLE: DeliverableMention(words(0, 9), PARTIES[1], "a timetable"),
}


@pytest.mark.parametrize(
    ("kind", "name", "text", "value"),
    [
        (ItemKind.POSITION, "party", "  Harbour   Company ", "Harbour Company"),
        (ItemKind.POSITION, "stance", "Dropped-Demand", Stance.DROPPED_DEMAND),
        (ItemKind.POSITION, "issue", "", ""),
        (ItemKind.FIGURE, "value", "29,000", 29_000),
        (ItemKind.FIGURE, "value", "2.5", Fraction(5, 2)),
        (ItemKind.FIGURE, "upper", "", None),
        (ItemKind.MEETING, "participants", "Union, Company", ("Union", "Company")),
        (ItemKind.MEETING, "participants", "Smith, Jones & Co;", ("Smith, Jones & Co",)),
        (ItemKind.DELEGATION, "size", "12", 12),
        (ItemKind.STICKING_POINT, "is_explicit", "No", False),
        (ItemKind.DELIVERABLE, "is_delivered", "", None),
    ],
)
def test_words_become_the_value_of_a_field(kind: ItemKind, name: str, text: str, value: object) -> None:
    changed = with_change(kind, ITEMS[kind], name, text)
    assert getattr(changed, name) == value
    assert with_change(kind, ITEMS[kind], name, value_as_text(kind, changed, name)) == changed


def test_a_date_that_a_person_gave_says_so() -> None:
    when = with_change(ItemKind.DATE, ITEMS[ItemKind.DATE], "when", "2031-03").when
    assert when == When(dt.date(2031, 3, 1), dt.date(2031, 3, 31), basis=DateBasis.INFERRED, inference="as a person judged")
    assert with_change(ItemKind.DATE, ITEMS[ItemKind.DATE], "when", "unknown").when.is_unknown
    assert with_change(ItemKind.DATE, ITEMS[ItemKind.DATE], "when", "2031-03-01/..").when.latest is None


@pytest.mark.parametrize(
    ("kind", "name", "text", "said"),
    [
        (ItemKind.POSITION, "colour", "red", "allowed: via, via_actor, via_type, party, stance, issue, when"),
        (ItemKind.POSITION, "stance", "shouts", "allowed: demand, offer"),
        (ItemKind.POSITION, "party", " ", "found nothing"),
        (ItemKind.POSITION, "party", "x" * 2001, "at most 2,000"),
        (ItemKind.POSITION, "when", "yesterday", "'yesterday' is no date|allowed: 2024-02-21"),
        (ItemKind.POSITION, "via_actor", "Union", "give 'via' first"),
        (ItemKind.FIGURE, "value", "many", "allowed: a number"),
        (ItemKind.FIGURE, "value", "1/0", "allowed: a number"),
        (ItemKind.STATEMENT, "speaker", "", "judge it wrong"),
        (ItemKind.STATEMENT, "speaker_type", "oracle", "allowed: named person"),
        (ItemKind.STICKING_POINT, "is_explicit", "perhaps", "allowed: yes, no"),
        (ItemKind.DELEGATION, "size", "a few", "allowed: a whole number"),
    ],
)
def test_a_wrong_field_or_value_is_answered_with_what_is_allowed(kind: ItemKind, name: str, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        with_change(kind, ITEMS[kind], name, text)


def test_another_speaker_belongs_to_nobody_until_it_is_said() -> None:
    said = with_change(ItemKind.STATEMENT, ITEMS[ItemKind.STATEMENT], "speaker", "A spokesman")
    assert (said.speaker.actor, said.speaker.source_type) == (None, SourceType.UNKNOWN)
    said = with_change(ItemKind.STATEMENT, said, "speaker_actor", "Dockers' Union")
    said = with_change(ItemKind.STATEMENT, said, "speaker_type", "anonymous source")
    assert (said.speaker.actor, said.speaker.source_type) == ("Dockers' Union", SourceType.ANONYMOUS_SOURCE)
    same = with_change(ItemKind.STATEMENT, said, "speaker", "A spokesman")
    assert same == said


def test_a_figure_may_be_given_to_someone_and_to_nobody() -> None:
    given = with_change(ItemKind.FIGURE, ITEMS[ItemKind.FIGURE], "attributed_to", "Harbour Company")
    assert (given.attributed_to.name, given.attributed_to.passage) == ("Harbour Company", given.passage)
    assert with_change(ItemKind.FIGURE, given, "attributed_to", "").attributed_to is None
    assert value_as_text(ItemKind.FIGURE, ITEMS[ItemKind.FIGURE], "attributed_to_actor") == ""


def test_every_kind_can_be_built_and_has_fields_that_exist() -> None:
    for kind, build in BUILDERS.items():
        names = set(PLAIN_FIELDS[kind])
        assert names <= {each.name for each in build.__attrs_attrs__}
        assert names <= set(changeable(kind))


def test_what_an_item_says_is_described_field_by_field() -> None:
    assert dict(described(ItemKind.POSITION, ITEMS[ItemKind.POSITION])) == {
        "party": "Dockers' Union",
        "stance": "demand",
        "when": "unknown",
    }


def test_a_judgement_keeps_every_field_of_an_item() -> None:
    """Else a judged item would lose, at the next reading, what its judgement does not hold."""
    for kind, build in BUILDERS.items():
        speakers = (SPEAKER_FIELDS.get(kind), *READ_SPEAKER_FIELDS.get(kind, ()))
        known = {*PLAIN_FIELDS[kind], *PASSAGE_FIELDS.get(kind, ()), *speakers, "passage", "content"}
        further = {"read_from"} if kind is ItemKind.EVENT else set()
        assert {each.name for each in build.__attrs_attrs__} - {"id", "confidence", "standing"} - known == further


def test_an_added_item_needs_what_every_item_of_its_kind_has() -> None:
    passage = words(0, 9)
    made = added_item(ItemKind.STATEMENT, passage, [("speaker_actor", "Harbour Company"), ("speaker", "Per Holm")])
    assert (made.speaker.name, made.speaker.actor, made.content) == ("Per Holm", "Harbour Company", passage)
    made = added_item(ItemKind.FIGURE, passage, [("value", "40"), ("unit", "hours")])
    assert (made.value, made.unit) == (40, "hours")
    with pytest.raises(ValueError, match=r"a meeting needs participants=\.\.\."):
        added_item(ItemKind.MEETING, passage, [("place", "Norda")])
    with pytest.raises(ValueError, match=r"an event needs plover=\.\.\., source=\.\.\."):
        added_item(ItemKind.EVENT, passage, [])
    with pytest.raises(ValueError, match="is no field of a position"):
        added_item(ItemKind.POSITION, passage, [("party", "A"), ("stance", "offer"), ("colour", "red")])


def test_who_says_so_is_written_in_three_fields() -> None:
    said = with_change(ItemKind.STATEMENT, ITEMS[ItemKind.STATEMENT], "speaker_type", "body")
    names = ("speaker", "speaker_actor", "speaker_type")
    assert [value_as_text(ItemKind.STATEMENT, said, name) for name in names] == ["Arbitrator", "Arbitrator", "body"]


@pytest.mark.parametrize("text", ["unknown", "2031-03-07", "2031-03-01/2031-03-09", "../2031-03-09", "2031-03-01/.."])
def test_a_time_is_written_as_it_is_read(text: str) -> None:
    made = with_change(ItemKind.DATE, ITEMS[ItemKind.DATE], "when", text)
    assert value_as_text(ItemKind.DATE, made, "when") == text


def test_names_that_must_be_given_are_not_made_of_commas() -> None:
    with pytest.raises(ValueError, match="source: found ';'; allowed: names"):
        with_change(ItemKind.EVENT, event(0, 9), "source", ";")
