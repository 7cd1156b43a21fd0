"""The frontier: a plane for two parties, an axis each for more, with the packages that have names marked by letters and shapes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import cos, hypot, pi, sin

from gobetween.briefs.answers.plots import FrontierPlot, MarkedPoint
from gobetween.rendering.svg.marks import initials, mark
from gobetween.rendering.svg.scales import ShareScale, share_scale
from gobetween.rendering.svg.shapes import (
    AXIS,
    FAINT,
    HALO,
    INK,
    LINE,
    WIDE,
    Look,
    cut,
    drawing,
    element,
    label,
    line,
    outlined,
    quiet,
    text_width,
    tip,
    wrap,
)
from gobetween.rendering.wordings import percent

APART = 27.0  # so far lie the marks of two packages from each other at the least
TOP, SIDE, FOOT = 22.0, 62.0, 48.0
PLANE = 500.0
DASHES = (None, "7 3", "2 3", "9 3 2 3", "4 2", "12 4")
Place = tuple[float, float]


def frontier_svg(plot: FrontierPlot, *, prefix: str, width: int = WIDE) -> str:
    """The frontier as SVG; `prefix` makes its ids unique in a page. Cost is linear in points times parties."""
    make = _plane if len(plot.parties) == 2 else _axes
    parts, bottom = make(plot, float(width))
    beside = len(plot.parties) == 2 and width >= WIDE
    legend, height = _legend(plot.marked, (PLANE + SIDE + 24, TOP - 4) if beside else (0.0, bottom), float(width))
    height = max(height, bottom)
    return drawing(prefix, plot.title, plot.description, *parts, legend, width=width, height=height)


def _every_share(plot: FrontierPlot) -> Iterable[Fraction]:
    for shares in (*plot.points, *(each.shares for each in plot.marked)):
        yield from shares


# Two parties


def _plane(plot: FrontierPlot, width: float) -> tuple[list[str], float]:
    side = min(width - SIDE - 16, PLANE)
    across = share_scale(_every_share(plot), left=SIDE, right=SIDE + side)
    bottom = TOP + side
    up = ShareScale(bottom, TOP, low=across.low, high=across.high)

    def place(shares: Sequence[Fraction]) -> Place:
        return across.place(shares[0]), up.place(shares[1])

    zero = place((Fraction(0), Fraction(0)))
    zone = element(
        "rect", tip("at least as good as no deal for both"), x=zero[0], y=TOP, width=SIDE + side - zero[0], height=zero[1] - TOP,
        fill=LINE, class_="band", fill_opacity="0.35",
    )  # fmt: skip
    dots = [_dot(place(shares), plot.parties, shares) for shares in plot.points]
    named = _marked([(place(each.shares), each) for each in plot.marked], plot)
    parts = [zone, *_grid(across, up, bottom), *_titles(plot.parties, across, bottom), *dots, *named]
    return parts, bottom + FOOT


def _grid(across: ShareScale, up: ShareScale, bottom: float) -> list[str]:
    parts = []
    for step in range(-4, 5):
        share = Fraction(step, 4)
        if not across.has(share):
            continue
        look: Look = AXIS if step == 0 else {"stroke_dasharray": "1 3"}
        x, y = across.place(share), up.place(share)
        words = "no deal" if step == 0 else percent(share)
        parts += [line(x, TOP, x, bottom, **look), line(across.left, y, across.right, y, **look)]
        parts += [quiet(words, x, bottom + 15, text_anchor="middle"), quiet(words, across.left - 6, y + 4, text_anchor="end")]
    return parts


def _titles(parties: Sequence[str], across: ShareScale, bottom: float) -> list[str]:
    room = across.right - across.left
    right = label(cut(f"{parties[0]} →", room), across.right, bottom + 34, text_anchor="end", font_weight="600")
    up = label(cut(f"↑ {parties[1]}", room + SIDE), 2, TOP - 9, font_weight="600")
    return [right, up]


def _dot(place: Place, parties: Sequence[str], shares: Sequence[Fraction]) -> str:
    return element(
        "circle", tip(_in_words(parties, shares)), cx=place[0], cy=place[1], r=3.2, fill=FAINT, class_="faint", fill_opacity="0.75"
    )


def _in_words(parties: Sequence[str], shares: Sequence[Fraction]) -> str:
    return "; ".join(f"{party} {percent(share)}" for party, share in zip(parties, shares, strict=True))


def _marked(points: Sequence[tuple[Place, MarkedPoint]], plot: FrontierPlot) -> list[str]:
    """The marks of packages, moved aside where two would meet, with a line to where they belong."""
    codes = codes_of(plot.marked)
    taken: list[Place] = []
    parts = []
    for index, ((x, y), each) in enumerate(points):
        at = free_place((x, y), taken)
        taken.append(at)
        leader = element("line", x1=x, y1=y, x2=at[0], y2=at[1], stroke_width="1.2", **AXIS) if at != (x, y) else ""
        spot = element("circle", cx=x, cy=y, r=4.2, fill=INK, class_="ink") if at != (x, y) else ""
        words = tip(f"{', '.join(each.names)}: {_in_words(plot.parties, each.shares)}")
        parts.append(element("g", words, leader, spot, mark(index, codes[each.names], *at)))
    return parts


def free_place(wanted: Place, taken: Sequence[Place]) -> Place:
    """The place nearest to the wanted one, of some around it, that keeps apart from those taken."""
    around = [(radius * APART, turn * pi / 4) for radius in (1, 1.5, 2, 3) for turn in (1, 3, 5, 7, 0, 2, 4, 6)]
    places = [wanted, *((wanted[0] + far * cos(turn), wanted[1] - far * sin(turn)) for far, turn in around)]
    return next((each for each in places if all(hypot(each[0] - x, each[1] - y) >= APART for x, y in taken)), wanted)


def codes_of(marked: Sequence[MarkedPoint]) -> dict[tuple[str, ...], str]:
    """Two letters for each package that has names."""
    codes = initials(each.names[0].replace("-", " ") for each in marked)
    return {each.names: code for each, code in zip(marked, codes.values(), strict=True)}


def _legend(marked: Sequence[MarkedPoint], start: Place, width: float) -> tuple[str, float]:
    codes, tall = codes_of(marked), 0.0
    (left, y), parts = start, []
    x, y = left + 14, y + 14
    for index, each in enumerate(marked):
        lines = wrap(", ".join(each.names), width - left - 36, lines=4)
        wide = 46 + max(map(text_width, lines))
        if x > left + 14 and x + wide > width:
            x, y = left + 14, y + tall
        tall = max(30, 14 * len(lines) + 8)
        words = (label(text, 20, 4 + 14 * at) for at, text in enumerate(lines))
        parts.append(element("g", mark(index, codes[each.names], 0, 0), *words, transform=f"translate({x:.1f} {y:.1f})"))
        x += wide
    return element("g", *parts), y + (tall if marked else 0)


# More than two


def _axes(plot: FrontierPlot, width: float) -> tuple[list[str], float]:
    left, right = 40.0, width - 44
    gap = (right - left) / max(len(plot.parties) - 1, 1)
    places = [left + gap * at for at in range(len(plot.parties))]
    names = [wrap(each, max(gap - 8, 44), 11, lines=3) for each in plot.parties]
    top = TOP + 14 * max(map(len, names), default=1)
    up = share_scale(_every_share(plot), left=top + 330, right=top)
    heads = [
        element("g", tip(party), *(_head(text, x, 12 + 14 * number, at, len(places)) for number, text in enumerate(lines)))
        for at, (party, lines, x) in enumerate(zip(plot.parties, names, places, strict=True))
    ]
    thin = min(0.5, 40 / max(len(plot.points), 1) + 0.06)
    faint: Look = {"stroke": FAINT, "class_": "axis", "stroke_width": "1", "stroke_opacity": f"{thin:.2f}"}
    lines_of = [_line(plot, shares, places, up, faint) for shares in plot.points]
    named = [
        _line(plot, each.shares, places, up, outlined(at) | {"stroke_width": "2.6", "stroke_dasharray": DASHES[at % len(DASHES)]}, each)
        for at, each in enumerate(plot.marked)
    ]
    ends: list[tuple[Place, MarkedPoint]] = [((places[-1] + 16, up.place(each.shares[-1])), each) for each in plot.marked]
    return [*_ticks(up, places), *lines_of, *named, *heads, *_marks_down(ends, plot)], top + 330 + 14


def _head(text: str, x: float, y: float, at: int, count: int) -> str:
    anchor = "start" if at == 0 else "end" if at == count - 1 else "middle"
    shift = -36 if at == 0 else 36 if at == count - 1 else 0
    return label(text, x + shift, y, text_anchor=anchor, font_size="11", font_weight="600", **HALO)


def _ticks(up: ShareScale, places: Sequence[float]) -> list[str]:
    parts = [line(x, up.left, x, up.right, **AXIS) for x in places]
    for step in range(-4, 5, 2):
        share = Fraction(step, 4)
        if up.has(share):
            y = up.place(share)
            look: Look = AXIS if step == 0 else {"stroke_dasharray": "1 3"}
            parts.append(line(places[0], y, places[-1], y, **look))
            parts.append(quiet("no deal" if step == 0 else percent(share), places[0] - 5, y + 4, text_anchor="end", font_size="10"))
    return parts


def _line(
    plot: FrontierPlot, shares: Sequence[Fraction], places: Sequence[float], up: ShareScale, look: Look, each: MarkedPoint | None = None
) -> str:
    path = "M" + "L".join(f"{x:.1f} {up.place(share):.1f}" for x, share in zip(places, shares, strict=True))
    names = f"{', '.join(each.names)}: " if each else ""
    return element("path", tip(names + _in_words(plot.parties, shares)), d=path, **({"fill": "none"} | look))


def _marks_down(ends: Sequence[tuple[Place, MarkedPoint]], plot: FrontierPlot) -> list[str]:
    """The marks at the right ends of their lines, the lower moved down where two would meet."""
    codes, order = codes_of(plot.marked), list(plot.marked)
    parts, least = [], 0.0
    for (x, y), each in sorted(ends, key=lambda end: end[0][1]):
        least = max(y, least)
        parts.append(mark(order.index(each), codes[each.names], x + 6, least))
        least += APART
    return parts
