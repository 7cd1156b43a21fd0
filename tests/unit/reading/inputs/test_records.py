"""JSON Lines: each line a report, and a bad line costs only itself."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from gobetween.model.evidence import Outlet
from gobetween.reading.inputs import Part, Refused, parts_of


def lines(*records):
    return "\n".join(record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records).encode()


def read(data, name="wire.jsonl"):
    return list(parts_of(name, data))


def test_each_record_is_a_report_with_what_it_states():
    record = {
        "Headline": "Union rejects offer",
        "body_text": "The union said no.",
        "published_at": "2031-05-12T09:00:00Z",
        "source": {"id": None, "name": "Harbour Courier"},
        "authors": ["Ann Lee", {"name": "Bo Ek"}],
        "lang": "EN",
    }
    part, _ = read(lines(record, {"text": "More."}))
    assert (part.name, part.medium, part.data.decode()) == ("wire.jsonl#1", "JSON record", "Union rejects offer\n\nThe union said no.")
    assert (part.stated.title, part.stated.authors, part.stated.language) == ("Union rejects offer", ("Ann Lee", "Bo Ek"), "en")
    assert part.stated.outlet == Outlet("Harbour Courier", "the record names its source")
    assert part.stated.published.day == dt.date(2031, 5, 12)


def test_a_bad_line_is_refused_by_its_number_and_the_others_are_read():
    found = read(lines({"text": "One."}, "{bad", "", '"a text"', {"text": "Five."}))
    assert [each.name for each in found] == ["wire.jsonl#1", "wire.jsonl#2", "wire.jsonl#4", "wire.jsonl#5"]
    assert [type(each) for each in found] == [Part, Refused, Refused, Part]
    assert found[1].reason.startswith("line 2 is no JSON")


def test_a_record_without_text_is_told_which_keys_were_looked_for_and_which_it_has():
    (refusal,) = read(lines({"id": 3, "blurb": "x"}), "one.json")
    assert "text, fulltext" in refusal.reason
    assert "the keys here: id, blurb" in refusal.reason


def test_many_bad_lines_are_summed_up():
    found = read(lines(*["{"] * 500, {"text": "Good."}))
    assert len(found) == 22
    assert found[-1].reason.startswith("480 more records")
    assert found[-2].data == b"Good."


@pytest.mark.parametrize(
    "whole",
    [
        [{"text": "One."}, {"text": "Two."}],
        {"status": "ok", "articles": [{"content": "One."}, {"content": "Two."}]},
        {"version": "1.1", "items": [{"content_html": "One."}, {"content_text": "Two."}]},
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_records_in_one_file_is_read_as_well(whole, indent):
    assert [part.data for part in read(json.dumps(whole, indent=indent).encode(), "wire.json")] == [b"One.", b"Two."]


def test_the_text_may_stand_one_level_below():
    record = {"_source": {"text": "Words.", "title": "Inner"}, "date": "2031-05-12"}
    (part,) = read(lines(record))
    assert (part.data, part.stated.published.day) == (b"Inner\n\nWords.", dt.date(2031, 5, 12))


def test_an_address_names_the_site_where_nothing_else_does():
    (part,) = read(lines({"text": "Words.", "url": "https://www.courier.example/a/b?c"}))
    assert part.stated.outlet == Outlet("courier.example", "the record's address")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (1936000000, dt.date(2031, 5, 8)),
        (1936000000000, dt.date(2031, 5, 8)),
        ("20310512", dt.date(2031, 5, 12)),
        ("12 May 2031", dt.date(2031, 5, 12)),
        ("May 12, 2031", dt.date(2031, 5, 12)),
        (20310512, dt.date(2031, 5, 12)),
        (True, None),
        (3, None),
        (1e300, None),
        ("3/4/2031", None),
        ({"a": 1}, None),
        ("1970-01-01", None),
    ],
)
def test_a_day_is_read_in_its_usual_forms(value, day):
    (part,) = read(lines({"text": "Words.", "date": value}))
    assert part.stated.published.day == day


def test_paragraphs_in_a_list_are_a_text_and_a_line_separator_within_a_text_ends_no_line():
    first, second = read(lines({"text": ["One.", "Two."]}, {"text": "A\u2028B"}))
    assert first.data == b"One.\n\nTwo."
    assert second.data.decode() == "A\u2028B"


@pytest.mark.parametrize("data", [b"[" * 200_000, b'{"a":' * 100_000, b'{"text": ' + b"9" * 9999 + b"}", b'{"text": "half', b"none"])
def test_what_is_no_json_is_a_refusal(data):
    assert [type(found) for found in read(data)] == [Refused]
