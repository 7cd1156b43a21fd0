"""What a brief is made of: sections of paragraphs, listings, tables and plots, every line with its citations and marks."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from gobetween.model.dates import When
from gobetween.model.passages import Citation


class Mark(StrEnum):
    """What a line rests on, shown beside it wherever it is shown."""

    REPORTED = "reported"
    READ = "read by rules"  # from the reports, not yet checked by a person
    DOUBTFUL = "doubtful"  # read by rules that are often wrong in such a place
    PROPOSED = "proposed by a model"  # not accepted by a person
    CONFIRMED = "confirmed by a person"
    CHANGED = "changed by a person"
    COMPUTED = "computed"
    ASSUMED = "assumed"
    ENTRUSTED = "entrusted"
    NOT_PUBLIC = "not public"  # some hold it, and nothing says that it was entrusted
    INFERRED = "inferred"
    CONTESTED = "contested"
    ALLEGED = "alleged"


@frozen
class Cell:
    """One piece of text with what it rests on; `detail` is a second, smaller line; `items` are the ids of what was read for it."""

    text: str
    citations: tuple[Citation, ...] = ()
    marks: tuple[Mark, ...] = field(default=(), kw_only=True)
    detail: str = field(default="", kw_only=True)
    items: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class Paragraph:
    """One paragraph."""

    cell: Cell


@frozen
class Listing:
    """A list of points under a title (which may be empty)."""

    title: str
    cells: tuple[Cell, ...]


@frozen
class Table:
    """Rows under columns; every row has as many cells as there are columns; `note` stands below."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(kw_only=True)
    note: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            msg = f"the table '{self.title}' has {len(self.columns)} columns; every row needs as many cells"
            raise ValueError(msg)


@frozen
class TimelineEntry:
    """One thing on a timeline, in a lane ("Meetings", "Acts", ...)."""

    when: When
    lane: str
    label: str


@frozen
class TimelinePlot:
    """What happened when: one lane a kind, ranges drawn as ranges; what has no date stands in the table alone."""

    title: str
    description: str
    entries: tuple[TimelineEntry, ...] = field(kw_only=True)
    table: Table = field(kw_only=True)


@frozen
class PositionPoint:
    """Where an actor stood on an issue in one stretch of the talks: indices into the panel's options; in confidence or not."""

    stretch: int
    actor: str
    options: tuple[int, ...]
    stance: str
    is_entrusted: bool = field(default=False, kw_only=True)


@frozen
class PositionsPanel:
    """One issue: its options from top to bottom, and who stood where in which stretch."""

    issue: str
    options: tuple[str, ...]
    points: tuple[PositionPoint, ...]


@frozen
class PositionsPlot:
    """Positions over time: a panel an issue, the stretches of the talks (rounds) from left to right, in order."""

    title: str
    description: str
    stretches: tuple[str, ...] = field(kw_only=True)
    panels: tuple[PositionsPanel, ...] = field(kw_only=True)
    table: Table = field(kw_only=True)


@frozen
class Gain:
    """What a package gives a party, as a share of the most that it could gain over no deal (below zero: worse than no deal)."""

    party: str
    share: Fraction


@frozen
class GainsBar:
    """A package by name, and each party's gain from it."""

    package: str
    gains: tuple[Gain, ...]


@frozen
class GainsPlot:
    """Gains of packages side by side."""

    title: str
    description: str
    bars: tuple[GainsBar, ...] = field(kw_only=True)
    table: Table = field(kw_only=True)
    marks: tuple[Mark, ...] = field(default=(), kw_only=True)


@frozen
class StanceCell:
    """Where one actor stands on one issue: its stances, and the options they are about, in words; in confidence or not."""

    stances: tuple[str, ...] = ()
    words: str = ""
    is_entrusted: bool = field(default=False, kw_only=True)


@frozen
class StanceRow:
    """One issue with a cell for each actor; `suits_all` says whether some option suits all who spoke, `None` if fewer than two did."""

    issue: str
    cells: tuple[StanceCell, ...]
    suits_all: bool | None = field(default=None, kw_only=True)


@frozen
class StancesPlot:
    """Issues down, actors across: who stands for what now, and on which issues no option suits all who spoke."""

    title: str
    description: str
    actors: tuple[str, ...] = field(kw_only=True)
    rows: tuple[StanceRow, ...] = field(kw_only=True)
    table: Table = field(kw_only=True)


@frozen
class AccessLine:
    """That a mediator is said to reach somebody, by itself or `through` others; `is_contested` if accounts differ."""

    mediator: str
    to: str
    through: tuple[str, ...] = field(default=(), kw_only=True)
    is_contested: bool = field(default=False, kw_only=True)


@frozen
class AccessPlot:
    """Who can reach whom: the mediators, the parties, others who are reached, and a line for each claim of access."""

    title: str
    description: str
    mediators: tuple[str, ...] = field(kw_only=True)
    parties: tuple[str, ...] = field(kw_only=True)
    others: tuple[str, ...] = field(default=(), kw_only=True)
    lines: tuple[AccessLine, ...] = field(kw_only=True)
    table: Table = field(kw_only=True)


Plot = TimelinePlot | PositionsPlot | GainsPlot | StancesPlot | AccessPlot
Block = Paragraph | Listing | Table | TimelinePlot | PositionsPlot | GainsPlot | StancesPlot | AccessPlot


@frozen
class Section:
    """A part of a brief; `id` is its stable name, `lead` one sentence that says what it shows."""

    id: str
    title: str
    lead: str = field(default="", kw_only=True)
    blocks: tuple[Block, ...] = field(kw_only=True)


@frozen
class SourceLine:
    """A source as the brief lists it: `number` is what citations show; `origin` the number of the source whose story it tells too."""

    id: str
    number: int
    label: str = field(kw_only=True)
    published: When = field(kw_only=True)
    origin: int | None = field(default=None, kw_only=True)
    detail: str = field(default="", kw_only=True)


@frozen
class Brief:
    """A brief for one audience: notices that every export repeats, the essence in a few lines, sections, sources.

    `is_one_page` says that it was cut down to one sheet (`one_page`), and is to be set as one.
    """

    title: str
    audience: str  # "keeper", "public", or an actor's name
    subtitle: str = field(default="", kw_only=True)
    as_of: dt.date | None = field(default=None, kw_only=True)
    notices: tuple[str, ...] = field(default=(), kw_only=True)
    essence: tuple[Cell, ...] = field(default=(), kw_only=True)
    sections: tuple[Section, ...] = field(kw_only=True)
    sources: tuple[SourceLine, ...] = field(default=(), kw_only=True)
    is_one_page: bool = field(default=False, kw_only=True)
