"""What happened when: one lane a kind, marks and bars in their place, long gaps left out and shown as left out."""

from __future__ import annotations

import datetime as dt
import re

from attrs import field, frozen

from gobetween.briefs.blocks import TimelineEntry, TimelinePlot
from gobetween.model.dates import DateBasis, When
from gobetween.rendering.svg.bands import Band, Banded
from gobetween.rendering.svg.scales import BrokenTime, break_time
from gobetween.rendering.svg.shapes import (
    BOLD,
    FINE,
    HALO,
    PAPER,
    WIDE,
    Look,
    cut,
    element,
    filled,
    hatched,
    hatching,
    label,
    line,
    outlined,
    quiet,
    text_width,
    tip,
    wrap,
)
from gobetween.rendering.svg.time_axis import HEAD, time_axis, time_grid, time_key
from gobetween.rendering.wordings import written

LINE_HEIGHT = 14
SPARE = 7  # between two rows
ROWS = 12  # of a lane that are kept together where the drawing is parted
MOST_LINES = 4
GROUND: Look = {"fill": PAPER, "class_": "paper"}
OPEN_END = 26  # the length of an arrow where one end is not known
_PEOPLE = re.compile(
    r" \((?!(?:inferred|planned|called off|inferred, (?:planned|called off))\))[^()]*\)"
)  # those who were there for a side


@frozen
class Placed:
    """An entry where it is drawn: its bar or mark from `start` to `end`, its lines of text and where those begin, or end."""

    entry: TimelineEntry
    start: float = field(kw_only=True)
    end: float = field(kw_only=True)
    lines: tuple[str, ...] = field(kw_only=True)
    text_at: float = field(kw_only=True)
    is_before: bool = field(default=False, kw_only=True)
    is_inside: bool = field(default=False, kw_only=True)

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where nothing else may stand in its row."""
        wide = max(map(text_width, self.lines))
        left = self.text_at - wide if self.is_before else self.text_at
        return min(self.start, left), max(self.end, left + wide) + 10


@frozen
class LaneLook:
    """Which lane it is, and where it lies."""

    index: int
    prefix: str
    top: float = field(kw_only=True)
    width: float = field(kw_only=True)


def timeline_svg(plot: TimelinePlot, *, prefix: str, width: int = WIDE) -> str:
    """The timeline as SVG; `prefix` makes its ids unique in a page. Entries without any date are left to the table."""
    return timeline_bands(plot, prefix=prefix, width=width).whole(prefix)


def timeline_bands(plot: TimelinePlot, *, prefix: str, width: int = WIDE) -> Banded:
    """The timeline in bands: the days above, then lane by lane (long lanes in parts), then the key."""
    dated = [entry for entry in plot.entries if not entry.when.is_unknown]
    if not dated:
        nothing = Band(quiet("Nothing here has a date.", 8, 24), top=0, bottom=40)
        return Banded(plot.title, plot.description, bands=(nothing,), width=width)
    days = [day for entry in dated for day in (entry.when.earliest, entry.when.latest) if day]
    scale = break_time(days, left=14, right=width - 14, gap=46 if width >= WIDE else 30)
    bands, height = list[Band](), float(HEAD)
    lanes = list(dict.fromkeys(entry.lane for entry in dated))
    for index, lane in enumerate(lanes):
        entries = sorted((entry for entry in dated if entry.lane == lane), key=lambda entry: entry.when.sort_key)
        bands += _lane(entries, scale, LaneLook(index, prefix, top=height, width=width))
        height = bands[-1].bottom
    key, below = time_key([entry.when for entry in dated], scale, height + 18, prefix=prefix, width=width)
    defs = element("defs", *(hatching(prefix, index, FINE) for index in range(len(lanes))))
    return Banded(
        plot.title,
        plot.description,
        bands=(*bands, Band(key, top=height, bottom=below)),
        head=Band(time_axis(scale), top=0, bottom=HEAD),
        defined=defs,
        width=width,
    )


def _lane(entries: list[TimelineEntry], scale: BrokenTime, look: LaneLook) -> list[Band]:
    rows: list[list[Placed]] = []
    ends: list[float] = []
    for one in (_place(entry, scale, look.width) for entry in entries):
        start, end = one.extent
        row = next((number for number, taken in enumerate(ends) if taken <= start), len(ends))
        ends[row : row + 1] = [end]
        if row == len(rows):
            rows.append([])
        rows[row].append(one)
    title = label(cut(entries[0].lane, look.width - 20, 12.5 * BOLD), 4, look.top + 17, font_weight="600", font_size="12.5")
    bands, y = list[Band](), look.top + 26
    for first in range(0, len(rows), ROWS):
        parts, top = [line(0, look.top, look.width, look.top), title] if first == 0 else [], y if first else look.top
        for row_of in rows[first : first + ROWS]:
            parts += [_entry(one, y, look.index, look.prefix) for one in row_of]
            y += max(len(one.lines) for one in row_of) * LINE_HEIGHT + SPARE
        bottom = y + 10 if first + ROWS >= len(rows) else y
        bands.append(Band(element("g", time_grid(scale, top, bottom), *parts), top=top, bottom=bottom))
    return bands


def _place(entry: TimelineEntry, scale: BrokenTime, width: float) -> Placed:
    """The text stands behind the mark if it fits there, else before it, else in as many lines as it needs where there is more room."""
    start, end = _ends(entry.when, scale)
    right, left, inside = width - end - 8, start - 8, end - start - 16
    full = text_width(entry.label)
    is_before = full > right and (full <= left or left > right)
    is_inside = full > max(right, left) and inside >= max(right, left)
    lines = _fitted(entry.label, inside if is_inside else left if is_before else right)
    at = start + 8 if is_inside else start - 6 if is_before else end + 6
    return Placed(entry, start=start, end=end, lines=lines, text_at=at, is_before=is_before and not is_inside, is_inside=is_inside)


def _fitted(text: str, room: float) -> tuple[str, ...]:
    """The text in lines; where it is too long even so, without those who were there for a side, and only then cut."""
    for each in (text, _PEOPLE.sub("", text)):
        lines = wrap(each, room, lines=MOST_LINES)
        if " ".join(lines) == " ".join(each.split()):
            break
    return tuple(lines)


def _ends(when: When, scale: BrokenTime) -> tuple[float, float]:
    first, last = when.earliest, when.latest
    if first and last and first == last:
        middle = scale.middle_of(first)
        return middle - 5, middle + 5
    start = scale.left_of(first) if first else scale.right_of(last or dt.date.max) - OPEN_END
    end = scale.right_of(last) if last else start + OPEN_END
    return start, max(end, start + 6)


def _entry(one: Placed, top: float, index: int, prefix: str) -> str:
    when, middle = one.entry.when, top + 8
    dashes = "3 2" if when.basis is DateBasis.INFERRED else None
    if when.day:
        look = outlined(index) if dashes else filled(index)
        shape = element("circle", cx=(one.start + one.end) / 2, cy=middle, r=4.5, stroke_width="1.6", stroke_dasharray=dashes, **look)
    else:
        look = hatched(prefix, index) if dashes else filled(index) | {"fill_opacity": "0.24"}
        shape = element("path", d=_bar(one, middle), stroke_width="1.4", stroke_dasharray=dashes, **look)
    look = HALO | {"text_anchor": "end" if one.is_before else "start"}
    words = [label(text, one.text_at, middle + 4 + at * LINE_HEIGHT, **look) for at, text in enumerate(one.lines)]
    ground = element("rect", x=one.text_at - 3, y=middle - 8, width=max(map(text_width, one.lines)) + 6, height=16, **GROUND)
    return element("g", tip(f"{one.entry.label} ({written(when)})"), shape, ground if one.is_inside else "", *words)


def _bar(one: Placed, middle: float) -> str:
    """A bar with an arrow at an end that is not known."""
    start, end, top, bottom = one.start, one.end, middle - 6, middle + 6
    tip_left = f"M{start + 6:.1f} {bottom:.1f}L{start:.1f} {middle:.1f}L{start + 6:.1f} {top:.1f}"
    tip_right = f"L{end - 6:.1f} {top:.1f}L{end:.1f} {middle:.1f}L{end - 6:.1f} {bottom:.1f}"
    left = f"M{start:.1f} {bottom:.1f}V{top:.1f}" if one.entry.when.earliest else tip_left
    right = f"L{end:.1f} {top:.1f}V{bottom:.1f}" if one.entry.when.latest else tip_right
    return f"{left}{right}Z"
