"""Readers of dates (`when`) and of citations (`source@start-end`), with the cited words where the original is at hand."""

from __future__ import annotations

import datetime as dt
import html
import re

from gobetween.casefiles.decoding.faults import quoted
from gobetween.casefiles.decoding.field_readers import by_key, each, label, one_of, some, words
from gobetween.casefiles.decoding.places import Place
from gobetween.casefiles.decoding.yaml_nodes import Mapping as MappingNode
from gobetween.model.dates import DateBasis, When, parse_when
from gobetween.model.passages import Citation, Span

_YEAR = re.compile(r"\d{4}")
_CITATION = re.compile(r"(?P<source>[^@\s]+)(?:@(?P<spans>\d{1,9}-\d{1,9}(?:\+\d{1,9}-\d{1,9})*))?")
_TAG = re.compile(r"<[/!?a-zA-Z][^>]*>")
_BREAKING_TAG = re.compile(
    r"</?(?:article|blockquote|br|dd|div|dt|figure|h[1-6]|hr|li|ol|p|section|t[dhr]|table|ul)\b[^>]*>", re.IGNORECASE
)


def when(at: Place) -> When:
    """A time: one of the forms of `parse_when`, a year, or `{date: ..., basis: ..., inference: ...}`."""
    if isinstance(at.node, MappingNode):
        parts = by_key(at, _part_of_when)
        if "date" not in parts:
            at.reject("'date' is missing")
        inference = parts.get("inference", "")
        basis = DateBasis(parts.get("basis", "inferred" if inference else "stated"))
        return _parsed(at, parts["date"], basis, inference)
    return _parsed(at, label(at), DateBasis.STATED, "")


def day(at: Place) -> dt.date:
    """One day."""
    read = when(at)
    return read.day or at.reject_value("allowed: one day, such as 2031-12-31")


def _part_of_when(at: Place, key: str) -> str:
    if key == "basis":
        return one_of(DateBasis.STATED, DateBasis.INFERRED)(at)
    if key == "date":
        return label(at)
    return words(at) if key == "inference" else at.reject(at.unlisted(key, ("date", "basis", "inference")))


def _parsed(at: Place, text: str, basis: DateBasis, inference: str) -> When:
    first, slash, last = text.partition("/")
    if not slash:
        last = first if _YEAR.fullmatch(text) else ""
    begin = f"{first}-01" if _YEAR.fullmatch(first) else first
    end = f"{last}-12" if _YEAR.fullmatch(last) else last
    try:
        return parse_when(f"{begin}/{end}" if end or slash else begin, basis=basis, inference=inference)
    except (ValueError, OverflowError) as error:
        at.reject(f"found {quoted(text)}: {error}")


def citations(at: Place) -> tuple[Citation, ...]:
    """What an item rests on: `source`, `source@10-40`, `source@10-40+80-96`, or a list of these."""
    return some(each(_citation))(at)


def _citation(at: Place) -> Citation:
    text = label(at)
    match = _CITATION.fullmatch(text)
    if match is None:
        at.reject(f"found {quoted(text)}; allowed: a source's id, or source@start-end with offsets in the original")
    source = match["source"]
    if source not in at.frame.ids["source"]:
        at.reject_word(source, at.frame.ids["source"])
    at.name("source", source)
    spans = tuple(_span(at, *pair.split("-")) for pair in (match["spans"] or "").split("+") if pair)
    return Citation(source, spans, _cited_words(at, source, spans))


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
