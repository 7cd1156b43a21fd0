"""A plot as a file of its own: with its ground, what every copy must say written under it, and colours for light and for dark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gobetween.rendering.svg.shapes import BOLD, COLOURS, FAINT, INK, LINE, PAPER, element, label, text_width

DARK_INK, DARK_FAINT, DARK_LINE, DARK_PAPER = "#e7e4dc", "#a3abb5", "#39424d", "#14181d"
DARK_COLOURS = ("#8ab8e8", "#f2a17c", "#7fd1b1", "#d0a9e2", "#e3be60", "#b7c1cc")
MARGIN = 14
LINE_HEIGHT = 16
TITLE, TITLE_HEIGHT = 15, 20

_OPENING = re.compile(
    r'<svg(?P<before>[^>]*?) viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)" width="[^"]*" height="[^"]*"(?P<after>[^>]*)>'
)


def standalone(svg: str, title: str, notices: Sequence[str]) -> str:
    """The plot `svg` (of `shapes.drawing`) as the text of a file, with its title above it and the `notices` below."""
    found = _OPENING.match(svg)
    assert found is not None
    width, height = float(found["width"]), float(found["height"])
    above = _wrapped(title, width, TITLE * BOLD)
    below = [line for notice in notices for line in _wrapped(notice, width, 12)]
    top = -(MARGIN + len(above) * TITLE_HEIGHT)
    wide, tall = width + 2 * MARGIN, height - top + len(below) * LINE_HEIGHT + 2 * MARGIN
    head = f'<svg{found["before"]} viewBox="{-MARGIN} {top} {wide:g} {tall:g}" width="{wide:g}" height="{tall:g}"{found["after"]}>'
    ground = element("rect", x=-MARGIN, y=top, width=wide, height=tall, fill=PAPER, class_="paper")
    titles = (label(line, 2, top + TITLE_HEIGHT * (at + 1), font_size=TITLE, font_weight="600") for at, line in enumerate(above))
    words = (label(line, 2, height + LINE_HEIGHT * (at + 1)) for at, line in enumerate(below))
    inside = svg[found.end() :].removesuffix("</svg>")
    return f"{head}<style>{_style()}</style>{ground}{''.join(titles)}{inside}{''.join(words)}</svg>\n"


def _wrapped(text: str, width: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _style() -> str:
    light = _rules((INK, FAINT, LINE, PAPER), COLOURS)
    dark = _rules((DARK_INK, DARK_FAINT, DARK_LINE, DARK_PAPER), DARK_COLOURS)
    return f"{light}@media (prefers-color-scheme:dark){{{dark}}}"


def _rules(greys: tuple[str, str, str, str], colours: Sequence[str]) -> str:
    ink, faint, line, paper = greys
    fixed = (
        f".ink{{fill:{ink}}}.faint{{fill:{faint}}}.line{{stroke:{line}}}.band{{fill:{line}}}.axis{{stroke:{ink}}}"
        f".paper{{fill:{paper}}}.on{{fill:{paper}}}.halo{{stroke:{paper}}}"
    )
    series = "".join(f".c{at}{{fill:{colour}}}.s{at}{{stroke:{colour}}}" for at, colour in enumerate(colours))
    return fixed + series
