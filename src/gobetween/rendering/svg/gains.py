"""What packages would give: a group of bars a package, from no deal outwards, every bar with its party and its number."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from gobetween.briefs.blocks import Gain, GainsBar, GainsPlot
from gobetween.rendering.svg.scales import ShareScale, share_scale
from gobetween.rendering.svg.shapes import (
    AXIS,
    BOLD,
    HALO,
    WIDE,
    Look,
    cut,
    drawing,
    element,
    filled,
    hatched,
    hatching,
    label,
    line,
    quiet,
    text_width,
    tip,
    wrap,
)
from gobetween.rendering.wordings import percent

BAR = 16
HEAD = 40
ROOMY = 110  # from no deal to the most possible: room for words above both, and a number between
LEAST_NAMES, MOST_NAMES = 90.0, 280.0  # the column of parties' names; on a narrow drawing they stand above their bars
NAME_LINE = 16
NO_DEAL = 22.0  # what the words above the axis need beside it


@frozen
class Sheet:
    """What all groups of a drawing share: its scale, and the width of the column of names, 0 where they stand above their bars."""

    scale: ShareScale
    prefix: str
    width: int = field(kw_only=True)
    names: float = field(kw_only=True)


def gains_svg(plot: GainsPlot, *, prefix: str, width: int = WIDE) -> str:
    """The gains as SVG; `prefix` makes its ids unique in a page. A bar that would leave the scale ends in an arrow."""
    parties = list(dict.fromkeys(gain.party for bar in plot.bars for gain in bar.gains))
    names = min(max((text_width(each) + 12 for each in parties), default=LEAST_NAMES), MOST_NAMES) if width >= WIDE else 0.0
    shares = [gain.share for bar in plot.bars for gain in bar.gains]
    room = 52 if any(share < 0 for share in shares) else 6
    scale = share_scale(shares, left=(names or NO_DEAL) + room, right=width - 52)
    sheet = Sheet(scale, prefix, width=width, names=names)
    groups, height = [], float(HEAD)
    for bar in plot.bars:
        drawn, taken = _group(bar, parties, sheet, top=height)
        groups.append(drawn)
        height += taken
    defs = element("defs", *(hatching(prefix, index, index - 1) for index in range(1, len(parties))))
    content = (defs, _axis(scale, height), *groups)
    return drawing(prefix, plot.title, plot.description, *content, width=width, height=height + 8)


def _axis(scale: ShareScale, bottom: float) -> str:
    parts = []
    for step in range(-4, 5):
        share = Fraction(step, 4)
        if scale.has(share):
            x, is_zero = scale.place(share), step == 0
            look: Look = AXIS if is_zero else {"stroke_dasharray": "1 3"}
            parts.append(line(x, HEAD - 8, x, bottom, **look))
            if step % (2 if scale.place(Fraction(1)) - scale.place(Fraction(0)) > ROOMY else 4) == 0:
                parts.append(quiet(percent(share), x, HEAD - 13, text_anchor="middle"))
    zero, end = scale.place(Fraction(0)), scale.right
    parts.append(quiet("no deal", zero, HEAD - 27, text_anchor="middle", font_weight="600"))
    parts.append(quiet("most possible" if end - zero > ROOMY else "most", end, HEAD - 27, text_anchor="middle", font_weight="600"))
    return element("g", *parts)


def _group(bar: GainsBar, parties: list[str], sheet: Sheet, *, top: float) -> tuple[str, float]:
    lines = wrap(bar.package, sheet.width - 12, 12.5 * BOLD, lines=2)
    parts = [label(text, 2, top + 15 + number * 16, font_weight="600", font_size="12.5", **HALO) for number, text in enumerate(lines)]
    y = top + 8 + len(lines) * 16
    for gain in bar.gains:
        if sheet.names:
            parts.append(label(cut(gain.party, sheet.names - 6), 2, y + 12.5))
        else:
            zero = sheet.scale.place(Fraction(0)) + 4
            parts.append(label(cut(gain.party, sheet.width - zero), zero, y + 12.5, **HALO))
            y += NAME_LINE
        parts.append(_bar(gain, parties.index(gain.party), sheet.scale, y=y, prefix=sheet.prefix))
        y += BAR + 5
    return element("g", tip(bar.package), *parts), y - top + 10


def _bar(gain: Gain, index: int, scale: ShareScale, *, y: float, prefix: str) -> str:
    zero, end = scale.place(Fraction(0)), scale.place(gain.share)
    left, right = min(zero, end), max(zero, end)
    look = hatched(prefix, index) if index else filled(index)
    shape = element("path", d=_outline(left, right, y, gain.share, scale), stroke_width="1.2", **look)
    at, anchor = (left - 5, "end") if gain.share < 0 else (right + 5, "start")
    number = label(percent(gain.share), at, y + 12.5, text_anchor=anchor, font_weight="600", **HALO)
    return element("g", tip(f"{gain.party}: {percent(gain.share)}"), shape if right > left else "", number)


def _outline(left: float, right: float, y: float, share: Fraction, scale: ShareScale) -> str:
    middle, bottom = y + BAR / 2, y + BAR
    if share < scale.low:
        return f"M{left + 7:.1f} {y:.1f}H{right:.1f}V{bottom:.1f}H{left + 7:.1f}L{left:.1f} {middle:.1f}Z"
    if share > scale.high:
        return f"M{left:.1f} {y:.1f}H{right - 7:.1f}L{right:.1f} {middle:.1f}L{right - 7:.1f} {bottom:.1f}H{left:.1f}Z"
    return f"M{left:.1f} {y:.1f}H{right:.1f}V{bottom:.1f}H{left:.1f}Z"
