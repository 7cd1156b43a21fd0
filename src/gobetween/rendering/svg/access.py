"""Who can reach whom: mediators between the parties, a line for each claim of access.

A party is a square box, a mediator a round one. A solid line says that the mediator reaches the other by itself, a dotted one that it
does through others: its number stands where no other line comes near, and below the drawing is said through whom. A crossed line is
contested. Nothing rests on colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from math import hypot

from attrs import evolve, field, frozen

from gobetween.briefs.blocks import AccessLine, AccessPlot
from gobetween.rendering.svg.marks import refusal
from gobetween.rendering.svg.shapes import AXIS, PAPER, WIDE, Look, drawing, element, label, line, text_width, tip, wrap

BOX, GAP = 44.0, 22.0
BETWEEN, BETWEEN_NARROW = 150.0, 100.0  # room for lines, and for the signs on them
LINE_HEIGHT = 15
ALONG = tuple(step / 20 for step in range(3, 18))  # where on a line a sign may stand, as parts of its length
RADIUS = 8.5
MOST_LINES = 150

Segment = tuple[float, float, float, float]


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
    segments = {each: ends for each in plot.lines if (ends := _ends(each, by_name))}
    numbers = dict(zip((each for each in segments if each.through), count(1), strict=False))
    drawn = [_line(each, numbers.get(each), ends) for each, ends in segments.items()]
    signs = [_signs(each, numbers.get(each), ends, segments.values()) for each, ends in segments.items()]
    legend, below = _legend(list(segments), has_others=bool(plot.others), y=tall + 6, width=width)
    key, below = _key(numbers, below + 4, width)
    return drawing(prefix, plot.title, plot.description, *drawn, *signs, *map(_box, boxes), legend, key, width=width, height=below)


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


def _ends(claim: AccessLine, boxes: dict[tuple[str, bool], Box]) -> Segment | None:
    """From the mediator's box to the other's; nothing where one of them is not drawn."""
    mediator = boxes.get((claim.mediator, True))
    other = boxes.get((claim.to, False)) or boxes.get((claim.to, True))
    if mediator is None or other is None or mediator is other:
        return None
    return (*mediator.side_towards(other), *other.side_towards(mediator))


def _line(claim: AccessLine, number: int | None, ends: Segment) -> str:
    dashes = "2 5" if number else None
    look: Look = AXIS | {"stroke_width": "1.8", "stroke_dasharray": dashes, "stroke_linecap": "round"}
    return element("g", tip(_in_words(claim)), line(*ends, **look))


def _in_words(claim: AccessLine) -> str:
    through = f" through {', '.join(claim.through)}" if claim.through else ""
    return f"{claim.mediator} can reach {claim.to}{through}{' (contested)' if claim.is_contested else ''}"


def _signs(claim: AccessLine, number: int | None, ends: Segment, others: Iterable[Segment]) -> str:
    """The number and the cross of a line, each where the other lines are farthest."""
    if not number and not claim.is_contested:
        return ""
    parts = []
    rest = [each for each in others if each != ends]
    at = _clearest(ends, rest)
    if number:
        parts.append(_numbered(number, *_point(ends, at)))
    if claim.is_contested:
        parts.append(refusal(*_point(ends, _clearest(ends, rest, [each for each in ALONG if not number or abs(each - at) > 0.2]))))
    return element("g", *parts)


def _clearest(ends: Segment, others: Sequence[Segment], along: Sequence[float] = ALONG) -> float:
    """Where on a line the nearest other line is farthest; of several such places the one nearest to the middle.

    Among very many lines no place is clear, and none is looked for.
    """
    if len(others) > MOST_LINES:
        return along[0]
    clear = {at: min((_distance(_point(ends, at), each) for each in others), default=0.0) for at in along}
    return max(along, key=lambda at: (round(min(clear[at], 2 * RADIUS), 1), -abs(at - 0.5)))


def _point(ends: Segment, at: float) -> tuple[float, float]:
    x1, y1, x2, y2 = ends
    return x1 + (x2 - x1) * at, y1 + (y2 - y1) * at


def _distance(point: tuple[float, float], segment: Segment) -> float:
    x1, y1, x2, y2 = segment
    long = (x2 - x1) ** 2 + (y2 - y1) ** 2
    at = ((point[0] - x1) * (x2 - x1) + (point[1] - y1) * (y2 - y1)) / long if long else 0.0
    x, y = _point(segment, min(max(at, 0.0), 1.0))
    return hypot(point[0] - x, point[1] - y)


def _numbered(number: int, x: float, y: float) -> str:
    ground: Look = AXIS | {"fill": PAPER, "class_": "paper axis", "stroke_width": "1.2"}
    figure = label(str(number), x, y + 4, text_anchor="middle", font_size="11", font_weight="600")
    return element("circle", cx=x, cy=y, r=RADIUS, **ground) + figure


def _key(numbers: dict[AccessLine, int], y: float, width: float) -> tuple[str, float]:
    """Whom each numbered line leads through."""
    parts = []
    for claim, number in numbers.items():
        lines = wrap(_in_words(claim), width - 32, lines=3)
        parts.append(_numbered(number, 4 + RADIUS, y + 8))
        parts += [label(text, 30, y + 12 + at * LINE_HEIGHT) for at, text in enumerate(lines)]
        y += max(len(lines) * LINE_HEIGHT, 2 * RADIUS) + 6
    return element("g", *parts) if parts else "", y


def _legend(lines: Sequence[AccessLine], *, has_others: bool, y: float, width: float) -> tuple[str, float]:
    """What the shapes and the lines mean, those that are there."""
    shapes = [("mediator", 9.0, None), ("party", 2.0, None), *([("no party", 2.0, "5 3")] if has_others else [])]
    entries: list[tuple[str, str | None, bool]] = []
    entries += [("by itself", None, False)] if any(not each.through for each in lines) else []
    entries += [("through others", "2 5", False)] if any(each.through for each in lines) else []
    entries += [("contested", None, True)] if any(each.is_contested for each in lines) else []
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
