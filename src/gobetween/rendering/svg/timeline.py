"""What happened when: one lane a kind, marks and bars in their place, long gaps left out and shown as left out."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from gobetween.briefs.blocks import TimelineEntry, TimelinePlot
from gobetween.model.dates import DateBasis, When
from gobetween.rendering.svg.scales import BrokenTime, break_time
from gobetween.rendering.svg.shapes import (
    BOLD,
    FINE,
    HALO,
    PAPER,
    WIDE,
    cut,
    drawing,
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
)
from gobetween.rendering.svg.time_axis import HEAD, time_axis, time_key
from gobetween.rendering.wordings import written

ROW = 21
OPEN_END = 26  # the length of an arrow where one end is not known


@frozen
class Placed:
    """An entry where it is drawn: its bar or mark from `start` to `end`, its text and where that begins."""

    entry: TimelineEntry
    start: float = field(kw_only=True)
    end: float = field(kw_only=True)
    text: str = field(kw_only=True)
    text_at: float = field(kw_only=True)
    is_inside: bool = field(default=False, kw_only=True)

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where nothing else may stand in its row."""
        return min(self.start, self.text_at), max(self.end, self.text_at + text_width(self.text)) + 10


@frozen
class LaneLook:
    """Which lane it is, and where it lies."""

    index: int
    prefix: str
    top: float = field(kw_only=True)
    width: float = field(kw_only=True)


def timeline_svg(plot: TimelinePlot, *, prefix: str, width: int = WIDE) -> str:
    """The timeline as SVG; `prefix` makes its ids unique in a page. Entries without any date are left to the table."""
    dated = [entry for entry in plot.entries if not entry.when.is_unknown]
    if not dated:
        return drawing(prefix, plot.title, plot.description, quiet("Nothing here has a date.", 8, 24), width=width, height=40)
    days = [day for entry in dated for day in (entry.when.earliest, entry.when.latest) if day]
    scale = break_time(days, left=14, right=width - 14, gap=46 if width >= WIDE else 30)
    lanes, height = [], float(HEAD)
    for index, lane in enumerate(dict.fromkeys(entry.lane for entry in dated)):
        entries = sorted((entry for entry in dated if entry.lane == lane), key=lambda entry: entry.when.sort_key)
        drawn, taken = _lane(entries, scale, LaneLook(index, prefix, top=height, width=width))
        lanes.append(drawn)
        height += taken
    count = len(lanes)
    defs = element("defs", *(hatching(prefix, index, FINE) for index in range(count)))
    axis = time_axis(scale, height)
    key, height = time_key([entry.when for entry in dated], scale, height + 18, prefix=prefix, width=width)
    return drawing(prefix, plot.title, plot.description, defs, axis, *lanes, key, width=width, height=height)


def _lane(entries: list[TimelineEntry], scale: BrokenTime, look: LaneLook) -> tuple[str, float]:
    placed = [_place(entry, scale, look.width) for entry in entries]
    ends: list[float] = []
    parts = [
        line(0, look.top, look.width, look.top),
        label(cut(entries[0].lane, look.width - 20, 12.5 * BOLD), 4, look.top + 17, font_weight="600", font_size="12.5"),
    ]
    for one in placed:
        start, end = one.extent
        row = next((number for number, taken in enumerate(ends) if taken <= start), len(ends))
        ends[row : row + 1] = [end]
        parts.append(_entry(one, look.top + 26 + row * ROW, look.index, look.prefix))
    return element("g", *parts), 26 + len(ends) * ROW + 10


def _place(entry: TimelineEntry, scale: BrokenTime, width: float) -> Placed:
    start, end = _ends(entry.when, scale)
    right, left = width - end - 8, start - 8
    full = text_width(entry.label)
    text, at, is_inside = entry.label, end + 6, False
    if full <= right:
        pass
    elif full <= left:
        at = start - 6 - full
    elif end - start >= max(right, left):
        text, at, is_inside = cut(entry.label, end - start - 16), start + 8, True
    elif left > right:
        text = cut(entry.label, left)
        at = start - 6 - text_width(text)
    else:
        text = cut(entry.label, right)
    return Placed(entry, start=start, end=end, text=text, text_at=max(at, 0.0), is_inside=is_inside)


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
    words = label(one.text, one.text_at, middle + 4, **HALO)
    ground = element("rect", x=one.text_at - 3, y=middle - 8, width=text_width(one.text) + 6, height=16, fill=PAPER, class_="paper")
    return element("g", tip(f"{one.entry.label} ({written(when)})"), shape, ground if one.is_inside else "", words)


def _bar(one: Placed, middle: float) -> str:
    """A bar with an arrow at an end that is not known."""
    start, end, top, bottom = one.start, one.end, middle - 6, middle + 6
    tip_left = f"M{start + 6:.1f} {bottom:.1f}L{start:.1f} {middle:.1f}L{start + 6:.1f} {top:.1f}"
    tip_right = f"L{end - 6:.1f} {top:.1f}L{end:.1f} {middle:.1f}L{end - 6:.1f} {bottom:.1f}"
    left = f"M{start:.1f} {bottom:.1f}V{top:.1f}" if one.entry.when.earliest else tip_left
    right = f"L{end:.1f} {top:.1f}V{bottom:.1f}" if one.entry.when.latest else tip_right
    return f"{left}{right}Z"
