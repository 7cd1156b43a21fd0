import datetime as dt
import gc
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from attrs import field, frozen

from gobetween.model.caucuses import Told, ToldKind
from gobetween.model.dates import on
from gobetween.model.errors import RecordDamaged
from gobetween.model.happenings import Figure
from gobetween.model.issues import Link
from gobetween.model.passages import Citation, Span
from gobetween.record.codecs import decode, decode_all, encode

TOLD = Told(
    "a", kind=ToldKind.SIGNAL, to=("hirer",), text="We could move", holders=frozenset({"union", "hirer"}), when=on(dt.date(2031, 3, 1))
)
WRITTEN = {
    "id": "a",
    "kind": "signal",
    "to": ["hirer"],
    "text": "We could move",
    "holders": ["hirer", "union"],
    "when": {"earliest": "2031-03-01", "latest": "2031-03-01"},
}


def test_what_holds_its_default_is_left_out():
    assert encode(TOLD) == WRITTEN
    assert decode(WRITTEN, Told) == TOLD


@pytest.mark.parametrize("value", [Fraction(3), 3, Fraction(5, 2), 2**60, -(2**60), Fraction(2**60)])
def test_whole_numbers_and_fractions_stay_what_they_are(value):
    figure = Figure("a", counted="dead", value=value)
    read = decode(encode(figure), Figure).value
    assert (read, type(read)) == (value, type(value))


def test_sets_of_options_are_written_in_order():
    link = Link("a", if_chosen={"toll": frozenset({"low", "high", "none"})})
    assert encode(link)["if_chosen"] == {"toll": ["high", "low", "none"]}
    assert decode(encode(link), Link) == link


@pytest.mark.parametrize(
    "body",
    [
        {**WRITTEN, "unheard": 1},
        {name: each for name, each in WRITTEN.items() if name != "text"},
        {**WRITTEN, "text": 5},
        {**WRITTEN, "text": None},
        {**WRITTEN, "to": "hirer"},
        {**WRITTEN, "to": [5]},
        {**WRITTEN, "holders": [["hirer"]]},
        {**WRITTEN, "holders": "hirer"},
        {**WRITTEN, "kind": "shout"},
        {**WRITTEN, "kind": ["signal"]},
        {**WRITTEN, "is_red_line": 1},
        {**WRITTEN, "when": {"earliest": "2031-02-30"}},
        {**WRITTEN, "when": {"earliest": "2031-03-02", "latest": "2031-03-01"}},
        {**WRITTEN, "citations": [{"source": "a", "spans": [{"start": 5, "end": 1}]}]},
        {**WRITTEN, "citations": [{"source": "a", "spans": [{"start": 5.5, "end": 8}]}]},
        [WRITTEN],
        "a",
        None,
    ],
)
def test_what_does_not_say_it_is_refused_without_its_words(body):
    for attempt in (lambda: decode(body, Told), lambda: decode_all([body], Told)):
        with pytest.raises(RecordDamaged) as refusal:
            attempt()
        assert str(refusal.value) == "an entry of the record does not say what a Told says"


def test_the_collector_is_on_again_after_many_were_read():
    assert gc.isenabled()
    with pytest.raises(RecordDamaged):
        decode_all([WRITTEN, None], Told)
    assert gc.isenabled()
    assert decode_all([WRITTEN, WRITTEN], Told) == [TOLD, TOLD]
    assert gc.isenabled()


def test_a_citation_with_spans_and_one_without_are_both_exact():
    cited = (Citation("wire"), Citation("wire", (Span(1, 5),), "words"), Citation("wire", words="words"))
    assert decode(encode(cited), tuple[Citation, ...]) == cited


@frozen
class _Act:
    entry: Mapping[str, Any]
    day: dt.date | None = field(default=None, kw_only=True)
    at: dt.datetime = field(default=dt.datetime(2031, 1, 1, tzinfo=dt.UTC), kw_only=True)


def test_what_is_json_already_passes_as_it_is():
    act = _Act({"a": [1, None, {"b": True}]}, day=dt.date(2031, 3, 1))
    assert decode(encode(act), _Act) == act


def test_a_moment_says_its_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        encode(_Act({}, at=dt.datetime(2031, 3, 1)))  # noqa: DTZ001 - the point of the test
    with pytest.raises(RecordDamaged):
        decode({"entry": {}, "at": "2031-03-01T00:00:00"}, _Act)


def test_what_has_no_form_is_refused():
    with pytest.raises(TypeError, match="object has no form"):
        encode(object())
    with pytest.raises(RecordDamaged):
        decode([1], int | str)  # type: ignore[arg-type] - the point of the test
