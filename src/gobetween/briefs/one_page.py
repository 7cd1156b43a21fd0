"""A brief cut down to one sheet: the essence, who stands where, what blocks and what would open it, what is owed, what comes next.

Everything on the sheet stands in the whole brief too, so that it shows nothing to anybody that the whole brief would not. Where rows
are left out, it says how many there are; those are the audience's own to see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from gobetween.briefs.blocks import Brief, Cell, Listing, Paragraph, Section, SourceLine, Table
from gobetween.briefs.debts import PASSED
from gobetween.briefs.positions import HELD_BY_SOME
from gobetween.briefs.sheet_room import LINES, lines_of, shortened

_NEVER = frozenset({"Delegations", "Earlier judgements", "Tolls", "Accounts that differ"})  # lines for a longer read
_TOLD_BELOW = {"Still to answer": "owed", "Blocks, as computed": "blocked", "Planned next": "next"}
_MUST_ANSWER, _TO_WHAT, _WHO_WAITS = "Who must answer", "To what", "Who waits"
_SINCE = "since "


_MORE = "one page of it: the rest, and the words that sources are cited with, stand in the whole brief"


_WHOLE = 700  # letters of a set of demands; a longer one is cut all the same
_LETTERS = (180, 150, 120, 90, 60, 30)  # of a point, where room is dear: the most that lets every part have its first points
_MORE_LETTERS = (420, 320, 250, 210)  # where room is left when all points are there
_PARTS = ("demands", "owed", "openings", "next", "stands", "waiting")  # which grow in turns


@frozen
class _Room:
    """How much is taken: rows or points of each part, and letters of a text."""

    letters: int
    rows: Mapping[str, int] = dict.fromkeys(_PARTS, 1)


def one_page(brief: Brief) -> Brief:
    """The brief on one sheet: as much of it as there is room for, without the cited words; the numbers of sources stay.

    The room is estimated, on the safe side; forms that can measure set what is here as large as it fits.
    """
    starts = [_Room(letters) for letters in _LETTERS]
    room = _with_more_points(brief, next((each for each in starts if _fits(_sheet(brief, each))), starts[-1]))
    roomier = (_sheet(brief, evolve(room, letters=letters)) for letters in _MORE_LETTERS)
    return next((sheet for sheet in roomier if _fits(sheet)), _sheet(brief, room))


def _with_more_points(brief: Brief, room: _Room) -> _Room:
    """The room after each part has grown by a point at a time, in turns, until none can."""
    growing = list(_PARTS)
    while growing:
        for part in tuple(growing):
            larger = evolve(room, rows={**room.rows, part: room.rows[part] + 1})
            sheet = _sheet(brief, larger)
            if _fits(sheet) and sheet != _sheet(brief, room):
                room = larger
            else:
                growing.remove(part)
    return room


def _fits(sheet: Brief) -> bool:
    return lines_of(sheet) <= LINES


def _sheet(brief: Brief, room: _Room) -> Brief:
    taken = _Taken(brief, room)
    sections = tuple(section for make in (_waiting, _stands, _blocked, _owed, _next) for section in make(taken))
    told = {section.id for section in sections}
    essence = tuple(taken.short(cell) for cell in brief.essence if _belongs(cell, told))
    shown = (*essence, *(cell for section in sections for cell in _cells(section)))
    cited = {citation.source for cell in shown for citation in cell.citations}
    return evolve(
        brief,
        essence=essence,
        subtitle=_joined(brief.subtitle or "On one page", _MORE),
        sections=sections,
        sources=tuple(_bare(source) for source in brief.sources if source.id in cited),
        is_one_page=True,
    )


def _belongs(cell: Cell, told: set[str]) -> bool:
    label = cell.text.partition(":")[0]
    return label not in _NEVER and _TOLD_BELOW.get(label) not in told


def _bare(source: SourceLine) -> SourceLine:
    return evolve(source, origin=None, detail="")


class _Taken:
    """Takes tables and lists out of a brief by their section and title, cut to the room there is."""

    def __init__(self, brief: Brief, room: _Room) -> None:
        self._brief = brief
        self._room = room

    def find(self, section_id: str, title: str, kind: type) -> Table | Listing | None:
        """The table (that of a plot, too) or list of that title in that section, if the brief has it."""
        blocks = (block for section in self._brief.sections if section.id == section_id for block in section.blocks)
        held = (block if isinstance(block, Paragraph | Listing | Table) else block.table for block in blocks)
        return next(
            (each for each in held if isinstance(each, kind) and isinstance(each, Table | Listing) and each.title == title), None
        )

    def short(self, cell: Cell, letters: int | None = None) -> Cell:
        """The cell without its detail and the cited words, its text cut to the room."""
        text = shortened(cell.text, letters or round(1.3 * self._room.letters))
        return evolve(cell, text=text, citations=tuple(evolve(each, spans=(), words="") for each in cell.citations), detail="")

    def table(self, section_id: str, title: str, *, heading: str = "") -> Iterator[Table]:
        """A table under another heading, cut to rows and to words."""
        found = self.find(section_id, title, Table)
        if isinstance(found, Table):
            letters = max(40, 3 * self._room.letters // max(len(found.columns), 1))
            rows = tuple(tuple(self.short(cell, letters) for cell in row) for row in found.rows[: self._room.rows["stands"] + 7])
            yield evolve(found, title=_first_of(heading, len(rows), len(found.rows)), rows=rows)

    def points(self, part: str, cells: list[Cell], title: str, *, letters: int | None = None) -> Iterator[Listing]:
        """A list cut to points and to words; its title says where there are more."""
        shown = tuple(self.short(cell, letters or self._room.letters) for cell in cells[: self._room.rows[part]])
        if shown:
            yield Listing(_first_of(title, len(shown), len(cells)), shown)

    def section(self, part: str, title: str, cells: list[Cell]) -> Iterator[Section]:
        """A section of nothing but such a list, under its own title."""
        for listing in self.points(part, cells, title):
            yield Section(part, listing.title, blocks=(evolve(listing, title=""),))

    def points_of(self, section_id: str, title: str) -> list[Cell]:
        """The points of a list, if the brief has it."""
        found = self.find(section_id, title, Listing)
        return list(found.cells) if isinstance(found, Listing) else []

    def lines_of(self, section_id: str, title: str, line: Callable[[dict[str, str]], str]) -> list[Cell]:
        """A point a row of a table, in the words that `line` makes of the row's texts by their columns."""
        found = self.find(section_id, title, Table)
        if not isinstance(found, Table):
            return []
        return [_one_cell(row, line(defaultdict(str, _texts(found, row)))) for row in found.rows]


def _texts(table: Table, row: tuple[Cell, ...]) -> dict[str, str]:
    there = tuple(zip(table.columns, row, strict=True))
    return {column: cell.text.rstrip(".") for column, cell in there} | {_detail_of(column): cell.detail for column, cell in there}


def _detail_of(column: str) -> str:
    """Under what the smaller line of a column's cell stands among a row's texts."""
    return f"{column}, detail"


def _one_cell(row: tuple[Cell, ...], text: str) -> Cell:
    citations = tuple(dict.fromkeys(citation for cell in row for citation in cell.citations))
    return Cell(text, citations, marks=tuple(dict.fromkeys(mark for cell in row for mark in cell.marks)))


def _first_of(title: str, shown: int, there: int) -> str:
    """The title, with a word of how many there are where not all are shown."""
    if shown == there:
        return title
    told = f"the first {shown} of {there}" if shown > 1 else f"the first of {there}"
    return _joined(title, told) if title else told.capitalize()


def _section(name: str, title: str, *blocks: Iterable[Table] | Iterable[Listing]) -> Iterator[Section]:
    kept = tuple(block for each in blocks for block in each)
    if kept:
        yield Section(name, title, blocks=kept)


def _waiting(taken: _Taken) -> Iterator[Section]:
    """In live talks, what others wait for."""
    yield from taken.section("waiting", "What waits for you", taken.points_of("waiting", "Others wait for you"))


def _stands(taken: _Taken) -> Iterator[Section]:
    """Issues down, parties across; of reports alone, matters and who says what of them."""
    has_case = taken.find("positions", "Where each stands now", Table) is not None
    yield from _section(
        "stands",
        "Who stands where",
        taken.table("positions", "Where each stands now"),
        taken.table("positions", HELD_BY_SOME, heading="As only some know"),
        taken.table("positions", "Where each stands now, as entrusted", heading="As entrusted"),
        () if has_case else taken.table("account-positions", "The same matter, by actor"),
    )


def _blocked(taken: _Taken) -> Iterator[Section]:
    """Sets of demands: fewer of them rather than a part of one, which would be another set."""
    conflicts = taken.points_of("sticking-points", "Computed: demands that cannot all be met")
    openings = taken.lines_of("sticking-points", "Computed: a package exists if ...", lambda row: row["If"])
    reported = taken.lines_of("account-sticking-points", "Sticking points", lambda row: f"{row['Matter']}: {row['Words']}")
    demands = [evolve(each, text=each.text.removeprefix("These cannot all be met: ")) for each in conflicts]
    yield from _section(
        "blocked",
        "What blocks, and the smallest openings",
        taken.points("demands", demands, "Cannot all be met", letters=_WHOLE),
        taken.points("openings", openings, "A package exists if one of these is done, fewest demands first", letters=_WHOLE),
        () if conflicts else taken.points("demands", reported, "As the reports have it"),
    )


def _owed(taken: _Taken) -> Iterator[Section]:
    """Answers first, then what was asked for and is still out, then the days that were set."""
    asked = taken.lines_of("debts", "Asked for outside the deal", _asked)
    points = [
        *taken.lines_of("debts", "Answers owed", _answer),
        *taken.lines_of("answers-owed", "To proposals", _answer),
        *(each for each in asked if each.text),
        *taken.lines_of("debts", "Times set", _time_set),
    ]
    reported = taken.lines_of("account-outstanding", "Owed to the talks", _promised)
    yield from taken.section("owed", "What is owed, and by when", points or reported)


def _answer(row: dict[str, str]) -> str:
    told = row["When"]
    when = f"as of {told}" if told and not told.startswith(_SINCE) else told or row["Since"]
    until = f"until {row['Until']}" if row["Until"] else ""
    waiting = f"awaited by {row[_WHO_WAITS]}" if row[_WHO_WAITS] else ""
    return _joined(f"{row[_MUST_ANSWER]}: an answer to “{row[_TO_WHAT] or row['What']}”", waiting, when, until)


def _time_set(row: dict[str, str]) -> str:
    passed = PASSED if PASSED in row[_detail_of("When")] else ""
    return _joined(f"{row['When']}: {row['What']}", row["By whom"], passed)


def _asked(row: dict[str, str]) -> str:
    """Nothing where it was delivered."""
    return "" if row["State"] == "delivered" else _joined(f"{row['Asked of']}, asked by {row['By']}: {row['What']}", row["When"])


def _promised(row: dict[str, str]) -> str:
    return _joined(f"{row['By whom']}: {row['What']}", row["Due"], row["State"])


def _next(taken: _Taken) -> Iterator[Section]:
    yield from taken.section("next", "Planned next", taken.points_of("course", "Planned next"))


def _joined(text: str, *remarks: str) -> str:
    told = "; ".join(remark for remark in remarks if remark)
    return f"{text} ({told})" if told else text


def _cells(section: Section) -> Iterator[Cell]:
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield block.cell
        elif isinstance(block, Listing):
            yield from block.cells
        elif isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
