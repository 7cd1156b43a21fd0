"""Kind by kind: what counts as the same item, and the tallies over a set of annotated texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from annotated import Annotated
from attrs import frozen
from matching import Marked, Read, Same, Stretch, Tally, is_close, likeness, overlap

from gobetween.model.evidence import Document, FigureMention
from gobetween.model.passages import Passage

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@frozen
class Kind:
    """A row of the table: which items of a document stand beside which marks, and when two are the same."""

    title: str
    items: str
    marks: str
    same: Same


def tally(kind: Kind, texts: Iterable[tuple[Annotated, Document]]) -> Tally:
    """The kind's counts over the texts."""
    counts = Tally()
    for text, document in texts:
        counts.add(text.path.name, _read(getattr(document, kind.items)), list(_marked(text.marks[kind.marks])), kind.same)
    return counts


def tally_days(texts: Iterable[tuple[Annotated, Document]], *, resolved: bool) -> Tally:
    """Of the dates that a mark touches: those that resolve to a day, or those that are left open."""
    counts = Tally()
    for text, document in texts:
        marked = [each for each in _marked(text.marks["relative_dates"]) if each.mark["kind"] == "event"]
        read = [each for each in _read(document.dates) if any(overlap(each, mark) for mark in marked)]
        counts.add(
            text.path.name,
            [each for each in read if bool(each.item.when.day) is resolved],
            [each for each in marked if bool(_DAY.fullmatch(each.mark["resolved"])) is resolved],
            lambda one, mark: overlap(one, mark) and (not resolved or str(one.item.when.day) == mark.mark["resolved"]),
        )
    return counts


def _read(items: Iterable[Any]) -> list[Read]:
    return [
        Read(_whole(each.passage) if not hasattr(each, "speaker") else _parts(each.passage), each, each.passage.text) for each in items
    ]


def _marked(marks: Iterable[dict[str, Any]]) -> Iterator[Marked]:
    for mark in marks:
        spans = mark.get("content") or mark.get("span") or mark
        spans = spans if isinstance(spans, list) else [spans]
        stretches = tuple((span["start"], span["end"]) for span in spans)
        yield Marked(stretches, mark, " ... ".join(span["text"] for span in spans), _may(mark))


def _may(mark: dict[str, Any]) -> bool:
    return bool(mark.get("optional") or mark.get("explicit") is False)


def _whole(passage: Passage) -> tuple[Stretch, ...]:
    return ((passage.start, passage.end),)


def _parts(passage: Passage) -> tuple[Stretch, ...]:
    return tuple((span.start, span.end) for span in passage.spans)


def _at(spans: dict[str, Any] | list[dict[str, Any]]) -> tuple[Stretch, ...]:
    return tuple((span["start"], span["end"]) for span in (spans if isinstance(spans, list) else [spans]))


def _same_statement(read: Read, marked: Marked) -> bool:
    return likeness(read, marked) >= 0.5 and overlap(_parts(read.item.speaker.passage), _at(marked.mark["speaker_span"]))


def _same_figure(read: Read, marked: Marked) -> bool:
    item: FigureMention = read.item
    return overlap(read, marked) and abs(float(item.value) - float(marked.mark["value"])) < 1e-9


def _same_giver(read: Read, marked: Marked) -> bool:
    if not _same_figure(read, marked):
        return False
    given, span = read.item.attributed_to, marked.mark["attribution_span"]
    if marked.mark["attribution_open"]:
        return True
    return (given is None) == (span is None) and (span is None or overlap(_parts(given.passage), _at(span)))


def _alike(*pairs: tuple[Callable[[Any], Any], str]) -> Same:
    def same(read: Read, marked: Marked) -> bool:
        return is_close(read, marked) and all(_plain(said(read.item)) == _plain(marked.mark[field]) for said, field in pairs)

    return same


def _plain(words: object) -> str:
    """Without case, and with one kind of apostrophe."""
    return str(words or "").casefold().replace("’", "'")


def _party(item: Any) -> str:
    return str(item.party)


KINDS = (
    Kind("statements", "statements", "statements", _same_statement),
    Kind("figures", "figures", "figures", _same_figure),
    Kind("figures with attribution", "figures", "figures", _same_giver),
    Kind("meetings", "meetings", "meetings", is_close),
    Kind("meetings with status", "meetings", "meetings", _alike((lambda item: item.status, "status"))),
    Kind("meetings with form", "meetings", "meetings", _alike((lambda item: item.form, "form"))),
    Kind("positions", "positions", "positions", _alike((_party, "party"))),
    Kind(
        "positions with stance",
        "positions",
        "positions",
        _alike((lambda item: item.party, "party"), (lambda item: item.stance, "stance")),
    ),
    Kind("sticking points", "sticking_points", "sticking_points", is_close),
    Kind("assessments with tone", "assessments", "assessments", _alike((lambda item: item.tone, "tone"))),
    Kind("leverage, by whom", "leverage", "leverage", _alike((lambda item: item.by, "by"))),
    Kind("deliverables, by whom", "deliverables", "deliverables", _alike((lambda item: item.owed_by, "owed_by"))),
    Kind("disputes, denied by whom", "disputes", "disputes", _alike((lambda item: item.denied_by, "denied_by"))),
    Kind("delegations", "delegations", "delegations", _alike((lambda item: item.actor, "actor"))),
    Kind("acts", "acts", "acts", is_close),
)
"""What is scored, in the order of the table; positions and meetings by the definitions that the evaluation folder uses, too."""
