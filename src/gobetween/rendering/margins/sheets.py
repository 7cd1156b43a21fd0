"""A report laid out for its margin: paragraphs cut where words of items begin and end, and beside each the items that begin in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from gobetween.model.evidence import Document, EventMention, Furniture, Item, ItemKind, ReliabilitySign, Standing, items_of
from gobetween.reading.documents.clean_text import CleanText
from gobetween.rendering.margins.wordings import code_of, headline_of, particulars_of

DOUBTFUL = 50
"""Percent of confidence below which an item is shown as doubtful."""

GROUPS: Mapping[ItemKind, str] = {
    ItemKind.STATEMENT: "said",
    ItemKind.POSITION: "position",
    ItemKind.STICKING_POINT: "position",
    ItemKind.DISPUTE: "position",
    ItemKind.FIGURE: "figure",
    ItemKind.DATE: "time",
    ItemKind.MEETING: "meeting",
    ItemKind.DELEGATION: "meeting",
    ItemKind.ASSESSMENT: "course",
    ItemKind.LEVERAGE: "course",
    ItemKind.DELIVERABLE: "course",
    ItemKind.ACT: "course",
    ItemKind.EVENT: "course",
    ItemKind.OFFICE: "person",
}
"""By which of a few signs the words of a kind are marked; more would not be told apart."""

_LONGEST_FURNITURE = 160


@frozen
class ReadReport:
    """A report with its text as it was read: `raw` is what spans count in, `clean` what was left of it."""

    name: str
    document: Document
    raw: str = field(repr=False)
    clean: CleanText = field(repr=False)


@frozen
class Note:
    """One item in the margin, numbered within its report."""

    number: int
    id: str
    kind: str
    group: str
    headline: str
    particulars: tuple[str, ...]
    percent: int | None = field(default=None, kw_only=True)
    reasons: tuple[str, ...] = field(default=(), kw_only=True)
    standing: str = field(default="", kw_only=True)  # nothing where rules read it
    codes: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look at it first."""
        return self.percent is not None and self.percent < DOUBTFUL


@frozen
class Place:
    """Words of an item in the cleaned text: where they stand, and whether they are its first."""

    note: Note
    start: int
    end: int
    is_first: bool


@frozen
class Piece:
    """Words that belong to the same items; `ending` are the notes whose words end here."""

    text: str
    groups: tuple[str, ...] = ()
    ending: tuple[Note, ...] = ()
    starting: tuple[int, ...] = ()


@frozen
class Block:
    """A paragraph with the notes beside it, or, without pieces, what was left out between two paragraphs."""

    pieces: tuple[Piece, ...] = ()
    notes: tuple[Note, ...] = ()
    signs: tuple[ReliabilitySign, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()  # kind, words


@frozen
class Sheet:
    """A report ready to be shown."""

    report: ReadReport
    blocks: tuple[Block, ...]
    notes: int
    signs: tuple[ReliabilitySign, ...] = ()  # of the report as a whole


def sheet_of(report: ReadReport) -> Sheet:
    """The report's paragraphs in reading order with their notes. Cost: linear in the text, and items times their logarithm."""
    paragraphs = report.clean.paragraphs()
    notes = _notes(report)
    here = _by_paragraph(report.clean, notes, [start for start, _ in paragraphs])
    blocks: list[Block] = []
    left_out = deque(sorted(report.clean.furniture, key=lambda each: each.span.start))
    for place, (start, end) in enumerate(paragraphs):
        between = list(_before(report.clean.offsets[start], left_out))
        if between:
            blocks.append(Block(left_out=tuple(_words_left_out(report.raw, between))))
        block = _paragraph(report.clean.text, start, end, here.get(place, []))
        whole = report.clean.span(start, end)
        signs = tuple(sign for sign in report.document.signs if sign.span and whole.start <= sign.span.start < whole.end)
        blocks.append(evolve(block, signs=signs))
    if left_out:
        blocks.append(Block(left_out=tuple(_words_left_out(report.raw, left_out))))
    placed = {sign for block in blocks for sign in block.signs}
    return Sheet(report, tuple(blocks), len(notes), tuple(sign for sign in report.document.signs if sign not in placed))


def _before(offset: int, left_out: deque[Furniture]) -> Iterator[Furniture]:
    while left_out and left_out[0].span.start < offset:
        yield left_out.popleft()


def _by_paragraph(clean: CleanText, notes: list[tuple[Note, Item]], starts: list[int]) -> dict[int, list[Place]]:
    """For each paragraph the words of items that stand in it, and whether they are an item's first."""
    found: dict[int, list[Place]] = {}
    for note, item in notes:
        for at, (start, end) in enumerate(_places(clean, item)):
            first = max(bisect_right(starts, start) - 1, 0)
            for paragraph in range(first, max(bisect_left(starts, end), first + 1)):
                found.setdefault(paragraph, []).append(Place(note, start, end, at == 0 and paragraph == first))
    return found


def _notes(report: ReadReport) -> list[tuple[Note, Item]]:
    """Every item with its note, in order of its first words; an event shares the note of the item that it was coded from."""
    codes: dict[tuple[str, int, int], list[str]] = {}
    shared: set[str] = set()
    every = list(items_of(report.document))
    others = {(kind.word, item.passage.start, item.passage.end) for _, kind, item in every if kind is not ItemKind.EVENT}
    for name, _, item in every:
        if isinstance(item, EventMention) and (key := (item.read_from, item.passage.start, item.passage.end)) in others:
            codes.setdefault(key, []).append(code_of(item))
            shared.add(name)
    told = sorted((each for each in every if each[0] not in shared), key=lambda each: (each[2].passage.start, each[2].passage.end))
    return [
        (_note(number, name, kind, item, codes.get((kind.word, item.passage.start, item.passage.end), [])), item)
        for number, (name, kind, item) in enumerate(told, start=1)
    ]


def _note(number: int, name: str, kind: ItemKind, item: Item, codes: Sequence[str]) -> Note:
    sure = item.confidence
    return Note(
        number,
        name,
        kind.word.replace("-", " "),
        GROUPS[kind],
        headline_of(item),
        particulars_of(item),
        percent=sure.percent if sure else None,
        reasons=sure.reasons if sure else (),
        standing="" if item.standing is Standing.READ else str(item.standing),
        codes=tuple(dict.fromkeys(codes)),
    )


def _places(clean: CleanText, item: Item) -> list[tuple[int, int]]:
    """Where the words of an item stand in the cleaned text."""
    found = []
    for span in item.passage.spans:
        start, end = bisect_left(clean.offsets, span.start), bisect_left(clean.offsets, span.end)
        if start < end:
            found.append((start, end))
    return found


def _paragraph(text: str, start: int, end: int, here: list[Place]) -> Block:
    cuts = sorted({start, end, *(max(each.start, start) for each in here), *(min(each.end, end) for each in here)})
    pieces = tuple(_piece(text, first, last, here) for first, last in pairwise(cuts))
    return Block(pieces, tuple(each.note for each in here if each.is_first))


def _piece(text: str, first: int, last: int, here: list[Place]) -> Piece:
    groups = tuple(dict.fromkeys(each.note.group for each in here if each.start <= first and last <= each.end))
    ending = tuple(each.note for each in here if each.end == last)
    starting = tuple(each.note.number for each in here if each.start == first and each.is_first)
    return Piece(text[first:last], groups, ending, starting)


def _words_left_out(raw: str, furniture: Iterable[Furniture]) -> Iterator[tuple[str, str]]:
    for each in furniture:
        words = " ".join(_without_tags(raw[each.span.start : min(each.span.end, each.span.start + 20 * _LONGEST_FURNITURE)]).split())
        yield each.kind, words if len(words) <= _LONGEST_FURNITURE else f"{words[:_LONGEST_FURNITURE]} …"


def _without_tags(markup: str) -> str:
    from gobetween.reading.documents.markup import Kind, pieces

    return " ".join(markup[each.start : each.end] for each in pieces(markup) if each.kind is Kind.TEXT)
