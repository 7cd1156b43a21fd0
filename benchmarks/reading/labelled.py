"""Items that were read from annotated texts, each with its signs and whether it is right: what confidence is fitted on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from annotated import annotated_texts
from attrs import evolve, frozen
from matching import Marked, Read, likeness, overlap
from scores import KINDS, Kind
from scores import _marked as marked_items
from scores import _read as read_items

from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Document, ItemKind
from gobetween.reading import confidence
from gobetween.reading.confidence.surroundings import Surroundings
from gobetween.reading.confidence.weighing import features_of
from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.reader import load_parser, read_document

JUDGED_BY = {
    ItemKind.STATEMENT: "statements",
    ItemKind.FIGURE: "figures with attribution",
    ItemKind.MEETING: "meetings with status",
    ItemKind.POSITION: "positions with stance",
    ItemKind.STICKING_POINT: "sticking points",
    ItemKind.ASSESSMENT: "assessments with tone",
    ItemKind.LEVERAGE: "leverage, by whom",
    ItemKind.DELIVERABLE: "deliverables, by whom",
    ItemKind.DISPUTE: "disputes, denied by whom",
    ItemKind.DELEGATION: "delegations",
    ItemKind.ACT: "acts",
}
"""By which row of the scores an item is right; dates are right by their day, offices and events have no annotation."""

UNSEEN = 10
IN_GOLD = (ItemKind.STATEMENT, ItemKind.FIGURE, ItemKind.MEETING, ItemKind.POSITION, ItemKind.STICKING_POINT)
"""What the annotation of the evaluation folder holds."""

_BY_TITLE = {row.title: row for row in KINDS}
_ROWS = {kind: _BY_TITLE[title] for kind, title in JUDGED_BY.items()}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Signs = dict[int, frozenset[str]]


@frozen
class Example:
    """One item of an annotated text."""

    kind: ItemKind
    text: str
    signs: frozenset[str]
    is_right: bool
    weight: int = 1


class Reading:
    """Reads texts, and keeps the signs of every item, which a document does not hold."""

    def __init__(self) -> None:
        self.parser, self.lexicon = load_parser(), default_lexicon()

    def read(self, name: str, data: bytes) -> tuple[Document, Signs]:
        """The document, and the signs of its items by their identity."""
        signs: Signs = {}

        def keep(document: Document, clean: Any, doc: Any, lexicon: Lexicon) -> Document:
            around = Surroundings(clean, doc, lexicon)
            for kind in JUDGED_BY | {ItemKind.DATE: ""}:
                signs.update({id(item): features_of(item, around, document) for item in getattr(document, kind.value)})
            return document

        weighing, confidence.with_confidence = confidence.with_confidence, keep
        try:
            return read_document(name, data, self.lexicon, self.parser), signs
        finally:
            confidence.with_confidence = weighing


def own_examples(part: str, reading: Reading) -> Iterator[Example]:
    """Those of the texts of this folder; of held-out ones each counts several times, as no rule was mended on them."""
    weight = UNSEEN if part == "held-out" else 1
    yield from (evolve(each, weight=weight) for each in _own_examples(part, reading))


def _own_examples(part: str, reading: Reading) -> Iterator[Example]:
    for text in annotated_texts(part):
        document, signs = reading.read(text.path.name, text.data)
        for kind, row in _ROWS.items():
            yield from _examples(kind, row, document, signs, text.marks, text.path.name)
        yield from _days(document, signs, text.marks, text.path.name)


def evaluation_examples(folder: Path, reading: Reading) -> Iterator[Example]:
    """Those of the evaluation folder: items of its reports annotated by hand, and statements of news with attributions."""
    yield from _of_gold(folder, reading)
    yield from _of_polnear(folder / "eval" / "polnear", reading)


def further_examples(folder: Path, reading: Reading) -> Iterator[Example]:
    """Those of a folder of texts on which no rule was mended, each with the annotation of it beside it: `news.txt`, `news.txt.json`.

    The annotation is that of the evaluation folder's reports; it may leave out kinds in all texts, of which nothing is learnt then.
    """
    marked = [(path.with_suffix(""), json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))]
    given = [kind for kind in IN_GOLD if any(marks[_ROWS[kind].marks] for _, marks in marked)]
    has_days = any(marks["relative_dates"] for _, marks in marked)
    for path, marks in marked:
        found = _of_marks(path.name, path.read_bytes(), marks, given, reading, has_days=has_days)
        yield from (evolve(each, weight=UNSEEN) for each in found)


def _of_gold(folder: Path, reading: Reading) -> Iterator[Example]:
    for path in sorted((folder / "eval" / "gold").glob("*.txt.json")):
        marks = json.loads(path.read_text(encoding="utf-8"))
        yield from _of_marks(marks["file"], (folder / "reports" / marks["file"]).read_bytes(), marks, IN_GOLD, reading)


def _of_marks(
    name: str, data: bytes, marks: dict[str, Any], given: Iterable[ItemKind], reading: Reading, *, has_days: bool = True
) -> Iterator[Example]:
    document, signs = reading.read(name, data)
    for figure in marks["figures"]:
        figure["attribution_open"] = False
        figure["value"] = float("nan") if figure["value"] is None else figure["value"]
    for kind in given:
        row = _ROWS[kind]
        if kind is ItemKind.MEETING and not all("status" in mark for mark in marks[row.marks]):
            row = _BY_TITLE["meetings"]
        yield from _examples(kind, row, document, signs, marks, name)
    if has_days:
        yield from _days(document, signs, marks, name)


def _of_polnear(folder: Path, reading: Reading) -> Iterator[Example]:
    seen = set()
    for path in sorted(folder.glob("*.ann")):
        text = path.with_name(re.sub(r"_[0-9a-f]{4}\.ann$", ".txt", path.name))
        if text in seen or not text.is_file():
            continue
        seen.add(text)
        try:
            document, signs = reading.read(text.name, text.read_bytes())
        except InvalidReport:
            continue
        marked = [Marked(tuple(content), {"speaker": source}, "") for source, content in _attributions(path) if source and content]
        yield from _labelled(ItemKind.STATEMENT, read_items(document.statements), marked, _same_attribution, signs, text.name)


def _same_attribution(read: Read, marked: Marked) -> bool:
    speaker = [(span.start, span.end) for span in read.item.speaker.passage.spans]
    return likeness(read, marked) >= 0.5 and overlap(speaker, marked.mark["speaker"])


def _attributions(path: Path) -> Iterator[tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
    """Source and content of each attribution in a brat annotation."""
    places: dict[str, list[tuple[int, int]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            spans = rest.split("\t")[0].split(" ", 1)[1]
            places[name] = [tuple(map(int, each.split())) for each in spans.split(";")]  # type: ignore[misc]  # pairs
        elif name.startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = {}
            for part in rest.split()[1:]:
                role, _, target = part.partition(":")
                roles.setdefault(role.rstrip("0123456789"), []).extend(places.get(target, []))
            yield roles.get("Source", []), roles.get("Content", [])


def _examples(kind: ItemKind, row: Kind, document: Document, signs: Signs, marks: dict[str, Any], text: str) -> Iterator[Example]:
    items = read_items(getattr(document, row.items))
    yield from _labelled(kind, items, list(marked_items(marks[row.marks])), row.same, signs, text)


def _labelled(
    kind: ItemKind, items: Iterable[Read], marked: list[Marked], same: Callable[[Read, Marked], bool], signs: Signs, text: str
) -> Iterator[Example]:
    """As in the scores: each item takes the first mark that is the same; what fits only an optional mark is neither right nor wrong."""
    left, may = [each for each in marked if not each.may], [each for each in marked if each.may]
    for item in items:
        fitting = next((each for each in left if same(item, each)), None)
        if fitting is not None:
            left.remove(fitting)
        elif any(same(item, each) for each in may):
            continue
        yield Example(kind, text, signs[id(item.item)], fitting is not None)


def _days(document: Document, signs: Signs, marks: dict[str, Any], text: str) -> Iterator[Example]:
    marked = [each for each in marked_items(marks["relative_dates"]) if each.mark["kind"] == "event"]
    for item in read_items(document.dates):
        mark = next((each for each in marked if overlap(item, each)), None)
        if mark is not None:
            resolved = mark.mark["resolved"] or ""
            wanted = resolved if _DAY.fullmatch(resolved) else "None"
            yield Example(ItemKind.DATE, text, signs[id(item.item)], str(item.item.when.day) == wanted)
