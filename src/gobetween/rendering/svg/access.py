"""Who can reach whom: mediators between the parties, a line for each claim of access.

A party is a square box, a mediator a round one. A solid line says that the mediator reaches the other by itself, a dotted one that it
does through others, who are named on it; a crossed line is contested. Nothing rests on colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from gobetween.briefs.blocks import AccessLine, AccessPlot
from gobetween.rendering.svg.marks import refusal
from gobetween.rendering.svg.shapes import AXIS, HALO, PAPER, WIDE, Look, drawing, element, label, line, quiet, text_width, tip, wrap

BOX, GAP = 44.0, 22.0
BETWEEN, BETWEEN_NARROW = 150.0, 100.0  # room for lines, and for the names on them
LINE_HEIGHT = 15
NEAR, FAR = 0.36, 0.72


@frozen
class Box:
    """Where somebody's box lies: round for a mediator, thin for one who is no party."""

    name: str
    x: float
    y: float = field(kw_only=True)
    width: float = field(kw_only=True)
    is_mediator: bool = field(kw_only=True)
    is_party: bool = field(default=True, kw_only=True)

    def side_towards(self, other: Box) -> tuple[float, float]:
        """The middle of the edge that faces the other."""
        return (self.x + self.width if other.x > self.x else self.x, self.y + BOX / 2)


def access_svg(plot: AccessPlot, *, prefix: str, width: int = WIDE) -> str:
    """The map as SVG; `prefix` makes its ids unique in a page. Parties stand on both sides where there is room for it."""
    reached = [*plot.parties, *plot.others]
    is_wide = width >= WIDE
    left = reached[0::2] if is_wide else []
    right = reached[1::2] if is_wide else reached
    across = (width - 2 * BETWEEN) / 3 if is_wide else (width - BETWEEN_NARROW) / 2
    rows = max(len(left), len(right), len(plot.mediators), 1)
    tall = rows * (BOX + GAP)
    middle = across + BETWEEN if is_wide else 0.0
    boxes = [
        *_column(left, 0.0, across, tall, is_mediator=False),
        *_column(plot.mediators, middle, across, tall, is_mediator=True),
        *_column(right, width - across, across, tall, is_mediator=False),
    ]
    boxes = [evolve(box, is_party=box.is_mediator or box.name in plot.parties) for box in boxes]
    by_name = {(box.name, box.is_mediator): box for box in boxes}
    drawn = [one for each in plot.lines for one in _line(each, by_name)]
    legend, below = _legend(plot, tall + 6, width)
    return drawing(prefix, plot.title, plot.description, *drawn, *map(_box, boxes), legend, width=width, height=below)


def _column(names: Sequence[str], x: float, width: float, tall: float, *, is_mediator: bool) -> list[Box]:
    """The boxes of a column, spread evenly over the height."""
    step = tall / max(len(names), 1)
    return [Box(name, x, y=step * (at + 0.5) - BOX / 2, width=width, is_mediator=is_mediator) for at, name in enumerate(names)]


def _box(box: Box) -> str:
    look: Look = AXIS | {
        "fill": PAPER,
        "class_": "paper axis",
        "stroke_width": "1.6" if box.is_party else "0.7",
        "stroke_dasharray": None if box.is_party else "5 3",
    }
    round_ = BOX / 2 if box.is_mediator else 2
    shape = element("rect", x=box.x + 1, y=box.y, width=box.width - 2, height=BOX, rx=round_, **look)
    lines = wrap(box.name, box.width - 24, lines=2)
    top = box.y + BOX / 2 + 4 - (len(lines) - 1) * LINE_HEIGHT / 2
    look = {"text_anchor": "middle", "font_weight": "600"}
    words = [label(text, box.x + box.width / 2, top + at * LINE_HEIGHT, **look) for at, text in enumerate(lines)]
    return element("g", tip(f"{box.name}, {'mediator' if box.is_mediator else 'reached'}"), shape, *words)


def _line(claim: AccessLine, boxes: dict[tuple[str, bool], Box]) -> Iterator[str]:
    mediator = boxes.get((claim.mediator, True))
    other = boxes.get((claim.to, False)) or boxes.get((claim.to, True))
    if mediator is None or other is None or mediator is other:
        return
    x1, y1 = mediator.side_towards(other)
    x2, y2 = other.side_towards(mediator)
    through = f" through {', '.join(claim.through)}" if claim.through else ""
    contested = " (contested)" if claim.is_contested else ""
    dashes = "2 5" if claim.through else None
    parts = [tip(f"{claim.mediator} can reach {claim.to}{through}{contested}")]
    parts.append(line(x1, y1, x2, y2, **AXIS | {"stroke_width": "1.8"}, stroke_dasharray=dashes, stroke_linecap="round"))
    if claim.is_contested:
        parts.append(refusal(x1 + (x2 - x1) * FAR, y1 + (y2 - y1) * FAR))
    if claim.through:
        x, y = x1 + (x2 - x1) * NEAR, y1 + (y2 - y1) * NEAR  # near the mediator, where lines to others do not cross it
        parts.append(quiet(f"via {', '.join(claim.through)}", x, y - 7, text_anchor="middle", **{**HALO, "font_size": "10.5"}))
    yield element("g", *parts)


def _legend(plot: AccessPlot, y: float, width: float) -> tuple[str, float]:
    """What the lines mean, those that are there."""
    shapes = [("mediator", 9.0, None), ("party", 2.0, None), *([("no party", 2.0, "5 3")] if plot.others else [])]
    entries: list[tuple[str, str | None, bool]] = []
    entries += [("by itself", None, False)] if any(not each.through for each in plot.lines) else []
    entries += [("through others", "2 5", False)] if any(each.through for each in plot.lines) else []
    entries += [("contested", None, True)] if any(each.is_contested for each in plot.lines) else []
    parts, x, at = [], 4.0, y + 14
    for words, round_, dashes in shapes:
        sample = element("rect", x=x, y=at - 13, width=34, height=18, rx=round_, stroke_dasharray=dashes, **AXIS)
        parts += [sample, label(words, x + 40, at)]
        x += 66 + text_width(words)
    x, at = 4.0, at + 24
    for words, dashes, is_crossed in entries:
        wide = 50 + text_width(words)
        if x > 4 and x + wide > width:
            x, at = 4.0, at + 22
        sample = line(x, at - 4, x + 34, at - 4, **AXIS | {"stroke_width": "1.8"}, stroke_dasharray=dashes, stroke_linecap="round")
        parts += [sample, *([refusal(x + 17, at - 4)] if is_crossed else []), label(words, x + 40, at)]
        x += wide + 16
    return element("g", *parts) if parts else "", at + 12
