"""A plot of times against sizes: time on a logarithmic scale, curves told apart by marks and dashes as well as by colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10

from attrs import field, frozen

from gobetween.rendering.svg.shapes import AXIS, drawing, element, filled, label, line, outlined, quiet

WIDTH, HEIGHT = 760, 380
LEFT, RIGHT, TOP, BOTTOM = 76, 560, 44, 330
DASHES = (None, "7 4", "2 3", "9 3 2 3")
MARKS = ("M0-4.5A4.5 4.5 0 1 1 0 4.5A4.5 4.5 0 1 1 0-4.5Z", "M-4-4H4V4H-4Z", "M0-5.5L5.5 0L0 5.5L-5.5 0Z", "M0-5L5 4H-5Z")
APART = 16  # two curves' names are at least so far apart


@frozen
class Curve:
    """Seconds for each size; `None` where it took too long."""

    label: str
    points: tuple[tuple[int, float | None], ...]

    @property
    def known(self) -> list[tuple[int, float]]:
        """The points that have a time."""
        return [(size, seconds) for size, seconds in self.points if seconds is not None]


@frozen
class _Scales:
    """From sizes and seconds to places."""

    least: int = field(kw_only=True)
    most: int = field(kw_only=True)
    low: int = field(kw_only=True)
    high: int = field(kw_only=True)

    @classmethod
    def of(cls, curves: Sequence[Curve]) -> _Scales:
        """The scales on which all curves have room: whole powers of ten of seconds."""
        sizes = [size for curve in curves for size, _ in curve.points]
        powers = [log10(seconds) for curve in curves for _, seconds in curve.known]
        return cls(least=min(sizes), most=max(sizes), low=floor(min(powers)), high=ceil(max(powers)))

    def x(self, size: int) -> float:
        """Where a size is."""
        return LEFT + (RIGHT - LEFT) * (size - self.least) / max(self.most - self.least, 1)

    def y(self, seconds: float) -> float:
        """Where a time is."""
        return BOTTOM - (BOTTOM - TOP) * (log10(seconds) - self.low) / max(self.high - self.low, 1)


def plot(prefix: str, title: str, description: str, across: str, curves: Sequence[Curve]) -> str:
    """The plot as SVG; curves without any time are left out."""
    shown = [curve for curve in curves if curve.known]
    scales = _Scales.of(shown)
    names = _spread([scales.y(curve.known[-1][1]) for curve in shown])
    content = (
        label(title, 2, 18, font_weight="600", font_size="13"),
        *_axes(scales, across, sorted({size for curve in shown for size, _ in curve.points})),
        *(_drawn(at, curve, scales, name) for at, (curve, name) in enumerate(zip(shown, names, strict=True))),
    )
    ground = element("rect", width=float(WIDTH), height=float(HEIGHT), fill="#fffefb")
    return drawing(prefix, title, description, ground, *content, width=WIDTH, height=HEIGHT) + "\n"


def _axes(scales: _Scales, across: str, sizes: Sequence[int]) -> Iterator[str]:
    for power in range(scales.low, scales.high + 1):
        y = scales.y(10.0**power)
        yield line(LEFT, y, RIGHT, y)
        yield quiet(f"{10**power} s" if power >= 0 else _fraction(power), LEFT - 8, y + 4, text_anchor="end")
    yield line(LEFT, BOTTOM, RIGHT, BOTTOM, **AXIS)
    for size in sizes:
        yield line(scales.x(size), BOTTOM, scales.x(size), BOTTOM + 5, **AXIS)
        yield quiet(str(size), scales.x(size), BOTTOM + 18, text_anchor="middle")
    yield quiet(across, (LEFT + RIGHT) / 2, BOTTOM + 36, text_anchor="middle")


def _fraction(power: int) -> str:
    return f"{10 ** (power + 3)} ms" if power >= -3 else f"{10 ** (power + 6)} µs"


def _drawn(at: int, curve: Curve, scales: _Scales, name_y: float) -> str:
    places = [(scales.x(size), scales.y(seconds)) for size, seconds in curve.known]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    x, y = places[-1]
    look = outlined(at)
    marks = (element("path", d=MARKS[at % len(MARKS)], transform=f"translate({x:.1f} {y:.1f})", **filled(at)) for x, y in places)
    return element(
        "g",
        element("path", d=path, stroke_width="1.8", stroke_dasharray=DASHES[at % len(DASHES)], **look),
        *marks,
        element("path", d=f"M{x + 7:.1f} {y:.1f}L{RIGHT + 12:.1f} {name_y:.1f}", stroke_width="0.7", **look),
        label(curve.label, RIGHT + 16, name_y + 4),
    )


def _spread(places: Sequence[float]) -> list[float]:
    """The places, moved apart downwards where they are too near each other, in the order given."""
    moved = [0.0] * len(places)
    last = float("-inf")
    for at in sorted(range(len(places)), key=places.__getitem__):
        last = moved[at] = max(places[at], last + APART)
    return moved
