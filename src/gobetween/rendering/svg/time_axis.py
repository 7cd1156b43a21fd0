"""The axis of a timeline: years, days, breaks, and the key to its signs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gobetween.model.dates import DateBasis, When
from gobetween.rendering.svg.scales import BrokenTime, Stretch
from gobetween.rendering.svg.shapes import AXIS, INK, LINE, Look, element, hatched, line, quiet, text_width, tip
from gobetween.rendering.wordings import short_day

HEAD = 46  # the axis above the lanes
STEPS = (1, 2, 7, 14, 31, 92, 183, 366, 1830, 36600)  # days between ticks


def time_axis(scale: BrokenTime) -> str:
    """Days above the lanes, and the gaps that are left out."""
    parts = [
        line(stretch.left, HEAD - 8, stretch.left + stretch.days * scale.day_width, HEAD - 8, **AXIS) for stretch in scale.stretches
    ]
    taken = -1.0
    for stretch in scale.stretches:
        taken = _year(parts, stretch, taken)
        parts += [quiet(short_day(day), scale.left_of(day) + 2, HEAD - 13) for day in _ticks(stretch, scale.day_width)]
    parts += [_break((before.right + after.left) / 2, days) for before, after, days in scale.gaps()]
    return element("g", *parts)


def time_grid(scale: BrokenTime, top: float, bottom: float) -> str:
    """What stands behind a lane between two heights: a line down at every tick, a band where time is left out."""
    days = (day for stretch in scale.stretches for day in _ticks(stretch, scale.day_width))
    ticks = [line(scale.left_of(day), top, scale.left_of(day), bottom, stroke_dasharray="1 3") for day in days]
    look: Look = {"fill": LINE, "class_": "band", "fill_opacity": "0.35"}
    spans = ((before.right + 4, max(after.left - before.right - 8, 1)) for before, after, _ in scale.gaps())
    breaks = [element("rect", x=x, y=top, width=width, height=bottom - top, **look) for x, width in spans]
    return element("g", *ticks, *breaks) if ticks or breaks else ""


def _year(parts: list[str], stretch: Stretch, taken: float) -> float:
    text = str(stretch.first.year) if stretch.first.year == stretch.last.year else f"{stretch.first.year}–{stretch.last.year}"
    if stretch.left < taken:
        return taken
    parts.append(quiet(text, stretch.left + 2, 16, font_weight="600"))
    return stretch.left + text_width(text, 11) + 6


def _ticks(stretch: Stretch, day_width: float) -> Iterator[dt.date]:
    step = next((step for step in STEPS if step * day_width >= 46), STEPS[-1])
    for number in range(0, stretch.days, step):
        if number == 0 or stretch.left + number * day_width + 36 <= stretch.right + 6:
            yield stretch.first + dt.timedelta(days=number)


def _break(middle: float, days: int) -> str:
    slashes = "".join(f"M{middle + shift - 3:.1f} {HEAD - 2}l6 -12" for shift in (-3, 3))
    return element(
        "g",
        tip(f"{days} days without an entry are left out here"),
        element("path", d=slashes, stroke_width="1.3", **AXIS),
        quiet(str(days), middle, 14, text_anchor="middle"),
        quiet("days", middle, 26, text_anchor="middle"),
    )


def time_key(spans: list[When], scale: BrokenTime, y: float, *, prefix: str, width: float) -> tuple[str, float]:
    """What the signs mean, those alone that are used; and where the drawing ends."""
    grey: Look = {"fill": INK, "class_": "ink", "fill_opacity": "0.3"}
    arrow, slashes = "M0 1V-10H12L18 -4.5L12 1Z", "M4 2l5-12M10 2l5-12"
    box: Look = {"y": "-10", "width": "18", "height": "11"}
    is_inferred = any(when.basis is DateBasis.INFERRED for when in spans)
    is_open = any(not when.earliest or not when.latest for when in spans)
    signs = (
        ("one day", any(when.day for when in spans), element("circle", cx="9", cy="-4", r="4.5", fill=INK, class_="ink")),
        ("range", any(not when.day for when in spans), element("rect", **box, **grey)),
        ("inferred", is_inferred, element("rect", **box, **hatched(prefix, 0))),
        ("open end", is_open, element("path", d=arrow, **grey)),
        ("time left out", bool(scale.gaps()), element("path", d=slashes, **AXIS)),
    )
    parts, x = [], 4.0
    for text, is_used, sign in signs:
        if not is_used:
            continue
        wide = 36 + text_width(text, 11)
        if x > 4 and x + wide > width:
            x, y = 4.0, y + 20
        parts.append(element("g", sign, quiet(text, 24, 0), transform=f"translate({x:.0f} {y:.0f})"))
        x += wide
    return element("g", *parts), y + 10
