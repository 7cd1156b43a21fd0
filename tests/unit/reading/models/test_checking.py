"""What a model proposes is taken only where it quotes the report's own words."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gobetween.model.evidence import Document, ItemKind, PositionMention, Stance, Standing, items_of
from gobetween.model.passages import Span
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.models import checked_items
from gobetween.reading.models.checking import MOST_ITEMS
from gobetween.reading.models.requests import FIELDS, request_for

TEXT = "Ina Holt said that the crew would stay. The union demands 4.5 percent, or 1,200 more a year. Norland met Sund in Holm."
CLEAN = CleanText(TEXT, tuple(range(10, 10 + len(TEXT))))
DOCUMENT = Document("0" * 64, len(TEXT) + 10)


def check(*items, document=DOCUMENT):
    return checked_items(json.dumps({"items": items}), CLEAN, document)


def refused(**item):
    document, (refusal,) = check(item)
    assert document == DOCUMENT
    return refusal.reason


def position(**more):
    return {
        "kind": "position",
        "quote": "The union demands 4.5 percent",
        "party": "The union",
        "stance": "demand",
        "issue": "pay",
        **more,
    }


EXAMPLES = {
    "statement": {"quote": "that the crew would stay", "speaker": "Ina Holt", "mode": "indirect"},
    "position": position(),
    "meeting": {"quote": "Norland met Sund in Holm", "participants": ["Norland", "Sund"], "status": "held", "place": "Holm"},
    "figure": {"quote": "4.5 percent", "value": 4.5, "unit": "percent", "attributed_to": "The union"},
    "sticking-point": {"quote": "the crew would stay", "issue": "the crew", "parties": ["The union"]},
    "assessment": {"quote": "the crew would stay", "tone": "hopeful", "by": "Ina Holt"},
    "leverage": {"quote": "The union demands 4.5 percent", "by": "The union", "on": "Norland", "demand": "4.5 percent"},
    "deliverable": {"quote": "1,200 more a year", "owed_by": "Norland", "what": "1,200 more"},
    "dispute": {"quote": "the crew would stay", "matter": "the crew", "asserted_by": "Ina Holt", "denied_by": "Norland"},
    "act": {"quote": "Norland met Sund in Holm", "actor": "Norland"},
}


def test_there_is_an_example_of_every_kind_that_a_model_is_told_of():
    assert EXAMPLES.keys() == FIELDS.keys()


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_item_that_quotes_the_report_is_proposed_with_its_place_in_the_original(kind):
    document, refusals = check({**EXAMPLES[kind], "kind": kind})
    ((_, _, item),) = items_of(document)
    quote = EXAMPLES[kind]["quote"]
    start = 10 + TEXT.index(quote)
    assert refusals == ()
    assert (item.passage.text, item.passage.spans) == (quote, (Span(start, start + len(quote)),))
    assert item.standing is Standing.PROPOSED


def test_words_that_do_not_stand_in_the_report_are_refused():
    assert refused(**position(quote="the union demands 4.5 percent")) == "its quote does not stand in the report letter by letter"
    assert refused(**position(party="Dockers' Union")) == "its party does not stand in the report letter by letter"


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ({"kind": "preference"}, "its kind is none of"),
        ({"kind": ["position"]}, "its kind is none of"),
        (position(stance="hate"), "its stance is none of demand, offer"),
        (position(quote="  "), "it has no quote"),
        (position(party=7), "it has no party"),
        (position(issue="x" * 301), "its issue is longer than 300 characters"),
        ({"kind": "figure", "quote": "4.5 percent", "value": 45}, "its value does not stand in its quote"),
        ({"kind": "figure", "quote": "4.5 percent", "value": "4.5"}, "its value is no number"),
        ({"kind": "figure", "quote": "4.5 percent", "value": True}, "its value is no number"),
        ({"kind": "meeting", "quote": "Norland met Sund", "participants": "Norland"}, "its participants are no list of names"),
    ],
)
def test_a_wrong_field_is_refused_with_its_reason(item, reason):
    assert refused(**item).startswith(reason)


def test_what_rules_have_read_already_is_not_proposed_again():
    first, _ = check(position())
    again, (refusal,) = check(position(quote="The union demands 4.5 percent, or 1,200"), document=first)
    assert again == first
    assert refusal.reason == "it was read already"


def test_a_party_of_its_own_on_the_same_words_is_another_item():
    first, _ = check(position())
    assert len(check(position(party="Sund"), document=first)[0].positions) == 2


def test_one_bad_item_does_not_spoil_the_others():
    document, refusals = check(position(), {"kind": "act"}, EXAMPLES["meeting"] | {"kind": "meeting"})
    assert (len(document.positions), len(document.meetings)) == (1, 1)
    assert [(each.number, each.reason) for each in refusals] == [(2, "it has no quote")]


@pytest.mark.parametrize("answer", ["", "no", "[]", '{"items": 3}', '{"items": {"kind": "act"}}', "[" * 100_000])
def test_an_answer_in_another_form_is_refused_as_a_whole(answer):
    document, (refusal,) = checked_items(answer, CLEAN, DOCUMENT)
    assert document == DOCUMENT
    assert "list of" in refusal.reason


def test_an_answer_in_a_fence_is_read():
    document, _ = checked_items(f"```json\n{json.dumps({'items': [position()]})}\n```", CLEAN, DOCUMENT)
    assert document.positions[0].stance is Stance.DEMAND


def test_only_so_many_items_are_looked_at():
    _, refusals = check(*[{"kind": "act"}] * (MOST_ITEMS + 5))
    assert refusals[-1].reason == f"more than {MOST_ITEMS} items; the rest was not looked at"


def test_a_number_keeps_its_fraction_and_thousands_their_comma():
    document, refusals = check(
        {"kind": "figure", "quote": "4.5 percent", "value": 4.5}, {"kind": "figure", "quote": "1,200 more", "value": 1200}
    )
    assert refusals == ()
    assert [each.value for each in document.figures] == [Fraction(9, 2), 1200]


def test_the_request_carries_the_text_and_nothing_of_a_case():
    request = request_for(TEXT, "some-model")
    assert request["messages"][-1] == {"role": "user", "content": TEXT}
    assert [message["role"] for message in request["messages"]] == ["system", "user"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.sampled_from([TEXT[:8], "demand", "4.5 percent"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@given(st.lists(st.dictionaries(st.sampled_from(["kind", *{f for fields in FIELDS.values() for f in fields}]), VALUES, max_size=6)))
def test_whatever_a_model_answers_nothing_that_was_read_is_lost_or_invented(items):
    before, _ = check(position())
    document, _ = check(*items, document=before)
    assert document.positions[:1] == before.positions
    for kind in ItemKind:
        for item in getattr(document, kind.value):
            assert item.passage.text in TEXT


def test_a_position_by_rules_stays_one_by_rules():
    read = PositionMention(CLEAN.passage((40, 69)), "The union", stance=Stance.DEMAND)
    document, _ = check(position(party="Sund"), document=Document("0" * 64, 1, positions=(read,)))
    assert [each.standing for each in document.positions] == [Standing.READ, Standing.PROPOSED]
