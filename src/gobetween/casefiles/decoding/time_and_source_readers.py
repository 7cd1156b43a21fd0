"""Readers of dates (`when`) and of citations (`source@start-end`), with the cited words where the original is at hand."""

from __future__ import annotations

import datetime as dt
import html
import re

from gobetween.casefiles.decoding.faults import quoted
from gobetween.casefiles.decoding.field_readers import ID, each, label, one_of, some, words
from gobetween.casefiles.decoding.fields import Fields, may, must, read_fields, schema_of
from gobetween.casefiles.decoding.other_dates import is_no_day, time_meant
from gobetween.casefiles.decoding.places import Place, Unreadable
from gobetween.casefiles.decoding.readers import accepts
from gobetween.casefiles.decoding.yaml_nodes import Mapping as MappingNode
from gobetween.casefiles.schemas.fragments import REFERS_TO, Schema, either, given, matching, titled
from gobetween.model.dates import DateBasis, When, parse_when
from gobetween.model.passages import Citation, Span

_YEAR = re.compile(r"[0-9]{4}")
_SPAN = "[0-9]{1,9}-[0-9]{1,9}"
_CITATION = re.compile(rf"(?P<source>[^@\s]+)(?:@(?P<spans>{_SPAN}(?:\+{_SPAN})*))?")
_TAG = re.compile(r"<[/!?a-zA-Z][^>]*>")
_BREAKING_TAG = re.compile(
    r"</?(?:article|blockquote|br|dd|div|dt|figure|h[1-6]|hr|li|ol|p|section|t[dhr]|table|ul)\b[^>]*>", re.IGNORECASE
)

_A_YEAR = r"(?!0000)[0-9]{4}"
_A_MONTH = rf"{_A_YEAR}-(?:0[1-9]|1[0-2])"
_A_DAY = rf"{_A_MONTH}-(?:0[1-9]|[12][0-9]|3[01])"
_AN_END = f"(?:{_A_YEAR}|{_A_MONTH}|{_A_DAY})"
_AN_EXACT_END = f"(?:{_A_MONTH}|{_A_DAY})"
EXACT_TIME: Schema = matching(
    _AN_EXACT_END, f"{_AN_EXACT_END}/{_AN_EXACT_END}", rf"{_AN_EXACT_END}/\.\.", rf"\.\./{_AN_EXACT_END}", "unknown"
)
"""The forms of `parse_when`, which has no years."""
_WRITTEN_TIME = titled(
    "time as text",
    either(
        matching(_AN_END, f"{_AN_END}/{_AN_END}", rf"{_AN_END}/\.\.", rf"\.\./{_AN_END}", "unknown"),
        {"type": "integer", "minimum": 1000, "maximum": 9999},
    ),
)
_FOUND: Fields = {
    "date": must(accepts(_WRITTEN_TIME)(label)),
    "basis": may(one_of(DateBasis.STATED, DateBasis.INFERRED)),
    "inference": may(words),
}
_SAYS_HOW = {
    "if": {"properties": {"basis": {"const": "inferred"}, "date": {"not": {"const": "unknown"}}}, "required": ["basis", "date"]},
    "then": given("inference"),
}


@accepts(titled("time", either(_WRITTEN_TIME, {**schema_of(_FOUND), **_SAYS_HOW})))
def when(at: Place) -> When:
    """A time: one of the forms of `parse_when`, a year, or `{date: ..., basis: ..., inference: ...}`."""
    if not isinstance(at.node, MappingNode):
        return _parsed(at, label(at), DateBasis.STATED, "")
    faults_before = at.fault_count
    parts = read_fields(at, _FOUND)
    if at.fault_count > faults_before:
        raise Unreadable
    inference = parts.get("inference", "")
    basis = DateBasis(parts.get("basis", "inferred" if inference else "stated"))
    return _parsed(at, parts["date"], basis, inference)


@accepts(titled("day", matching(_A_DAY)))
def day(at: Place) -> dt.date:
    """One day."""
    text = label(at)
    read = _parsed(at, text, DateBasis.STATED, "")
    return read.day if read.day is not None and text == str(read.day) else at.reject_value("allowed: one day, such as 2031-12-31")


def _parsed(at: Place, text: str, basis: DateBasis, inference: str) -> When:
    first, slash, last = text.partition("/")
    if not slash:
        last = first if _YEAR.fullmatch(text) else ""
    begin = f"{first}-01" if _YEAR.fullmatch(first) else first
    end = f"{last}-12" if _YEAR.fullmatch(last) else last
    if not text.isascii():  # digits of other scripts
        at.reject(f"found {quoted(text)}; allowed: dates such as 2024-02-21, in the digits 0 to 9")
    try:
        return parse_when(f"{begin}/{end}" if end or slash else begin, basis=basis, inference=inference)
    except (ValueError, OverflowError) as error:
        meant = time_meant(text)
        reason = str(error).partition(" is no date ")[2] or str(error)
        if is_no_day(text):
            reason = reason.replace("not year-month-day", "no calendar has that day")
        at.reject(f"found {quoted(text)}, which is no date {reason}{f'; did you mean {meant}?' if meant else ''}")


@accepts(
    titled(
        "citation",
        {**either(matching(rf"{ID}(?:@{_SPAN}(?:\+{_SPAN})*)?"), {"type": "integer", "minimum": 0}), REFERS_TO: ["source"]},
    )
)
def _citation(at: Place) -> Citation:
    text = label(at)
    match = _CITATION.fullmatch(text)
    if match is None:
        at.reject(f"found {quoted(text)}; allowed: a source's id, or source@start-end with offsets in the original")
    source = match["source"]
    if source not in at.frame.ids["source"]:
        at.reject_id(source, at.frame.ids["source"], "source")
    at.name("source", source)
    spans = tuple(_span(at, *pair.split("-")) for pair in (match["spans"] or "").split("+") if pair)
    return Citation(source, spans, _cited_words(at, source, spans))


citations = some(each(_citation))
"""What an item rests on: `source`, `source@10-40`, `source@10-40+80-96`, or a list of these."""


def _span(at: Place, start: str, end: str) -> Span:
    if int(start) >= int(end):
        at.reject(f"found '{start}-{end}'; a span runs forward: start-end, with the end after the start")
    return Span(int(start), int(end))


def _cited_words(at: Place, source: str, spans: tuple[Span, ...]) -> str:
    original = at.frame.originals.get(source)
    if original is None:
        return ""
    beyond = [span for span in spans if span.end > len(original)]
    if beyond:
        at.reject(f"found the span {beyond[0].start}-{beyond[0].end}; the original of '{source}' has {len(original)} characters")
    return " … ".join(visible_words(original[span.start : span.end]) for span in spans)


def visible_words(original: str) -> str:
    """The words of a stretch of text or HTML as a reader would see them: no tags, no entities, single spaces."""
    return " ".join(html.unescape(_TAG.sub("", _BREAKING_TAG.sub(" ", original))).replace("\ufeff", "").split())
