"""Positions over time: a panel an issue, options from top to bottom, stretches of the talks from left to right.

Each actor has a track of its own within every option that it ever named, so that no two marks meet. A mark carries the actor's
shape, colour and initials; a crossed one says that the actor will not have the option, a locked one that it was told in confidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from gobetween.briefs.blocks import PositionPoint, PositionsPanel, PositionsPlot
from gobetween.rendering.svg.bands import Band, Banded
from gobetween.rendering.svg.marks import DROPPED, REFUSING, initials, legend, mark, signs_of
from gobetween.rendering.svg.shapes import (
    BOLD,
    HALO,
    WIDE,
    element,
    label,
    line,
    outlined,
    quiet,
    tip,
    wrap,
)

TRACK = 25
LINE_HEIGHT = 15


@frozen
class Grid:
    """Where a panel's columns and tracks lie; `tracks` gives the height of each (option, actor)."""

    columns: tuple[float, ...]
    left: float = field(kw_only=True)
    width: float = field(kw_only=True)
    tracks: dict[tuple[int, str], float] = field(factory=dict, kw_only=True)


def positions_svg(plot: PositionsPlot, *, prefix: str, width: int = WIDE) -> str:
    """The positions as SVG; `prefix` makes its ids unique in a page. Cost is linear in the points."""
    return positions_bands(plot, width=width).whole(prefix)


def positions_bands(plot: PositionsPlot, *, width: int = WIDE) -> Banded:
    """The positions in bands: issue by issue, the legend with the first of them."""
    actors = list(dict.fromkeys(point.actor for panel in plot.panels for point in panel.points))
    codes = initials(actors)
    signs, height = _legend(actors, codes, plot, width)
    bands = []
    for panel in plot.panels:
        drawn, taken = _panel(panel, plot.stretches, codes, top=height, width=width)
        bands.append(Band(drawn, top=height, bottom=height + taken))
        height += taken
    first, *rest = bands or [Band("", top=height, bottom=height)]
    bands = [evolve(first, content=element("g", signs, first.content), top=0), *rest]
    bands[-1] = evolve(bands[-1], bottom=bands[-1].bottom + 4)
    return Banded(plot.title, plot.description, bands=tuple(bands), width=width)


def _legend(actors: list[str], codes: dict[str, str], plot: PositionsPlot, width: int) -> tuple[str, float]:
    points = [point for panel in plot.panels for point in panel.points]
    signs = signs_of({point.stance for point in points}, is_entrusted=any(point.is_entrusted for point in points))
    drawn, y = legend([*((mark(index, codes[actor], 0, 0), actor) for index, actor in enumerate(actors)), *signs], width)
    return drawn, y + 24


def _panel(panel: PositionsPanel, stretches: tuple[str, ...], codes: dict[str, str], *, top: float, width: int) -> tuple[str, float]:
    left = 232.0 if width >= WIDE else 6.0
    column = (width - left - 4) / max(len(stretches), 1)
    columns = tuple(left + column * (index + 0.5) for index in range(len(stretches)))
    parts, y = [], top + 18
    for text in wrap(panel.issue, width - 8, 13.5 * BOLD, lines=2):
        parts.append(label(text, 2, y, font_weight="600", font_size="13.5"))
        y += 18
    head, y = _heads(stretches, columns, column, y - 2)
    parts.extend(head)
    grid = Grid(columns, left=left, width=width)
    for index in range(len(panel.options)):
        row, y = _option(panel, index, grid, y)
        parts.append(row)
    order = list(codes)
    links = [one for actor in order for one in _links(panel, actor, order.index(actor), grid)]
    marks = [one for point in panel.points for one in _marks(point, panel, stretches, codes, grid)]
    return element("g", tip(panel.issue), *links, *parts, *marks), y - top + 16


def _heads(stretches: tuple[str, ...], columns: tuple[float, ...], column: float, y: float) -> tuple[list[str], float]:
    wrapped = [wrap(stretch, column - 6, 11, lines=3) if column >= 44 else [str(number)] for number, stretch in enumerate(stretches, 1)]
    parts = [
        element(
            "g",
            tip(stretch),
            *(quiet(text, x, y + 12 + number * 13, text_anchor="middle") for number, text in enumerate(lines)),
        )
        for stretch, lines, x in zip(stretches, wrapped, columns, strict=True)
    ]
    return parts, y + 8 + 13 * max(map(len, wrapped), default=0)


def _option(panel: PositionsPanel, index: int, grid: Grid, y: float) -> tuple[str, float]:
    """The row of one option; writes the heights of its tracks into the grid."""
    actors = dict.fromkeys(point.actor for point in panel.points if index in point.options)
    is_wide = grid.left > TRACK
    lines = wrap(panel.options[index], (grid.left if is_wide else grid.width) - 16, lines=4)
    words = [label(text, 6, y + 17 + number * LINE_HEIGHT, **HALO) for number, text in enumerate(lines)]
    row = element("g", tip(panel.options[index]), line(0, y, grid.width, y), *words)
    below = len(lines) * LINE_HEIGHT + 10
    first = y + 3 if is_wide else y + below - 4
    for number, actor in enumerate(actors):
        grid.tracks[index, actor] = first + (number + 0.5) * TRACK
    tall = len(actors) * TRACK
    return row, y + (max(below, tall + 6) if is_wide else below + tall)


def _links(panel: PositionsPanel, actor: str, colour: int, grid: Grid) -> list[str]:
    """Lines from an actor's options in one stretch to the nearest in the next; dashed over stretches without a position.

    What was entrusted is a series of its own: no line leads from what is open to it, or back.
    """
    wanted = [point for point in panel.points if point.actor == actor and point.stance not in REFUSING | DROPPED]
    series = ([point for point in wanted if point.is_entrusted is private] for private in (False, True))
    return [link for one in series for link in _links_of(one, actor, colour, grid)]


def _links_of(points: Sequence[PositionPoint], actor: str, colour: int, grid: Grid) -> list[str]:
    held: dict[int, set[int]] = {}
    for point in points:
        held.setdefault(point.stretch, set()).update(point.options)
    look = outlined(colour) | {"stroke_width": "2", "stroke_opacity": "0.65"}
    found = []
    for before, after in pairwise(sorted(stretch for stretch, options in held.items() if options)):
        for option in sorted(held[after]):
            nearest = min(held[before], key=lambda other: (abs(other - option), other))
            ends = grid.columns[before], grid.tracks[nearest, actor], grid.columns[after], grid.tracks[option, actor]
            found.append(line(*ends, **look, stroke_dasharray=None if after == before + 1 else "5 4"))
    return found


def _marks(point: PositionPoint, panel: PositionsPanel, stretches: tuple[str, ...], codes: dict[str, str], grid: Grid) -> list[str]:
    earlier = [one for one in panel.points[: panel.points.index(point)] if (one.stretch, one.actor) == (point.stretch, point.actor)]
    found = []
    for option in point.options:
        x = grid.columns[point.stretch] + 23 * sum(option in one.options for one in earlier)
        stands = f"{point.stance} (not for passing on)" if point.is_entrusted else point.stance
        words = f"{point.actor}, {stretches[point.stretch]}: {stands} – {panel.options[option]}"
        place = x, grid.tracks[option, point.actor]
        index, code = list(codes).index(point.actor), codes[point.actor]
        sign = mark(index, code, *place, stance=point.stance, is_entrusted=point.is_entrusted)
        found.append(element("g", tip(words), sign))
    return found
