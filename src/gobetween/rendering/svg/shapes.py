"""Elements, colours, patterns and measured text that all plots share."""

from __future__ import annotations

import unicodedata
from html import escape
from typing import Any

Look = dict[str, Any]  # attributes of an element: texts, numbers, or None

FINE = 4  # the style of hatching for what is inferred: fine stripes
WIDE, NARROW = 760, 330  # widths for which plots are drawn: a page or sheet, and a phone

FONT = "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"
COLOURS = ("#1f5a96", "#b5451b", "#1c7a5c", "#7b4a8e", "#8a6200", "#4a5560")
INK, FAINT, LINE, PAPER = "#1b2430", "#59616b", "#d5d3cb", "#fffefb"
HALO: Look = {"class_": "ink halo", "paint_order": "stroke", "stroke": PAPER, "stroke_width": "4", "stroke_linejoin": "round"}
AXIS: Look = {"class_": "axis", "stroke": INK, "fill": "none"}

BOLD = 1.12  # how much wider bold text is
_HALF = 0.58  # of the font size: the width of an average letter, measured generously


def element(name: str, *content: str, **attributes: str | float | None) -> str:
    """An element; `_` in the names of attributes stands for `-`, a trailing one is dropped, `None` leaves an attribute out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_number(value) if not isinstance(value, str) else escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(content)}</{name}>" if content else f"<{name}{written}/>"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def drawing(prefix: str, title: str, description: str, *content: str, width: float, height: float, top: float = 0.0) -> str:
    """The `<svg>` itself, named and described for those who cannot see it; it begins at the height `top` of its content."""
    return element(
        "svg",
        element("title", escape(title) or "Plot", id=f"{prefix}-title"),
        element("desc", escape(description) or escape(title) or "Plot", id=f"{prefix}-desc"),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 {_number(top)} {_number(width)} {_number(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{prefix}-title {prefix}-desc",
        font_family=FONT,
        font_size="12",
        direction="ltr",
    )


def tip(text: str) -> str:
    """The full text behind a mark."""
    return element("title", escape(text) or "–")


def label(text: str, x: float, y: float, **attributes: str | float | None) -> str:
    """One line of text in ink."""
    look: Look = {"fill": INK, "class_": "ink"}
    return element("text", escape(text) or " ", x=x, y=y, **(look | attributes))


def quiet(text: str, x: float, y: float, **attributes: str | float | None) -> str:
    """One line of small, fainter text."""
    look: Look = {"fill": FAINT, "class_": "faint", "font_size": "11"}
    return label(text, x, y, **(look | attributes))


def line(x1: float, y1: float, x2: float, y2: float, **attributes: str | float | None) -> str:
    """A thin line."""
    look: Look = {"stroke": LINE, "class_": "line"}
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **(look | attributes))


def filled(index: int) -> Look:
    """The look of a solid shape of series `index`."""
    return {"fill": _colour(index), "stroke": _colour(index), "class_": f"c{index % 6} s{index % 6}"}


def lettered(index: int) -> Look:
    """The look of text or ground in the colour of series `index`, without an edge."""
    return {"fill": _colour(index), "class_": f"c{index % 6}"}


def outlined(index: int) -> Look:
    """The look of a hollow shape or a line of series `index`."""
    return {"fill": "none", "stroke": _colour(index), "class_": f"s{index % 6}"}


def hatched(prefix: str, index: int) -> Look:
    """The look of a shape filled with the pattern that `hatching` defines."""
    return outlined(index) | {"fill": f"url(#{prefix}-h{index})"}


def hatching(prefix: str, index: int, style: int) -> str:
    """A pattern in the colour of series `index`: stripes, dots, bars, crossing or fine stripes by `style`; refer to it by `hatched`."""
    ground = element(
        "rect", width="8", height="8", fill_opacity="0.16", **(filled(index) | {"stroke": "none", "class_": f"c{index % 6}"})
    )
    marks = (
        element("path", d="M-2 2l4-4M0 8l8-8M6 10l4-4", stroke_width="2.6", **outlined(index)),
        element("circle", cx="4", cy="4", r="2.1", **filled(index)),
        element("path", d="M4 0v8", stroke_width="2.6", **outlined(index)),
        element("path", d="M0 0l8 8M8 0l-8 8", stroke_width="1.6", **outlined(index)),
        element("path", d="M-2 2l4-4M0 8l8-8M6 10l4-4", stroke_width="1.1", **outlined(index)),
    )[style if style == FINE else style % FINE]
    return element("pattern", ground, marks, id=f"{prefix}-h{index}", width="8", height="8", patternUnits="userSpaceOnUse")


def _colour(index: int) -> str:
    return COLOURS[index % len(COLOURS)]


def text_width(text: str, size: float = 12) -> float:
    """About how wide `text` is drawn, rather too wide than too narrow."""
    return sum(_width(character) for character in text) * size


def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF" or character in "mwMW—":
        return 1.0 if character not in "mwMW—" else 0.88
    return 0.34 if character in " .,:;'’|!iljI()[]" else _HALF + 0.1 * character.isupper()


def cut(text: str, width: float, size: float = 12) -> str:
    """`text`, shortened with an ellipsis to fit `width`."""
    if text_width(text, size) <= width:
        return text
    kept, used = [], text_width("…", size)
    for character in text:
        used += text_width(character, size)
        if used > width:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def wrap(text: str, width: float, size: float = 12, lines: int = 3) -> list[str]:
    """`text` in at most `lines` lines of `width`; the last is cut if more would follow."""
    words = text.split()
    wrapped: list[str] = []
    while words and len(wrapped) < lines - 1:
        count = 1
        while count < len(words) and text_width(" ".join(words[: count + 1]), size) <= width:
            count += 1
        wrapped.append(cut(" ".join(words[:count]), width, size))
        words = words[count:]
    return [*wrapped, cut(" ".join(words), width, size)] if words else wrapped or [""]
