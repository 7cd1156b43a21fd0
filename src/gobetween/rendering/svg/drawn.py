"""The plots of briefs as SVG: which drawing shows which plot."""

from __future__ import annotations

from gobetween.briefs.blocks import AccessPlot, GainsPlot, Plot, PositionsPlot, StancesPlot, TimelinePlot
from gobetween.rendering.svg.shapes import WIDE


def plot_svg(plot: Plot, *, prefix: str, width: int = WIDE) -> str:
    """The plot as SVG; `prefix` makes its ids unique in a page."""
    if isinstance(plot, TimelinePlot):
        from gobetween.rendering.svg.timeline import timeline_svg

        return timeline_svg(plot, prefix=prefix, width=width)
    if isinstance(plot, PositionsPlot):
        from gobetween.rendering.svg.positions import positions_svg

        return positions_svg(plot, prefix=prefix, width=width)
    if isinstance(plot, StancesPlot):
        from gobetween.rendering.svg.stances import stances_svg

        return stances_svg(plot, prefix=prefix, width=width)
    if isinstance(plot, AccessPlot):
        from gobetween.rendering.svg.access import access_svg

        return access_svg(plot, prefix=prefix, width=width)
    assert isinstance(plot, GainsPlot)
    from gobetween.rendering.svg.gains import gains_svg

    return gains_svg(plot, prefix=prefix, width=width)


def plot_pieces(plot: Plot, *, prefix: str, least: float = 0.0) -> tuple[str | None, tuple[str, ...]]:
    """The plot for sheets of paper: what belongs above each part, if anything, and parts between which a sheet may end.

    Each part but the last is at least so tall; a drawing that cannot be parted is one part.
    """
    if isinstance(plot, TimelinePlot):
        from gobetween.rendering.svg.timeline import timeline_bands

        return timeline_bands(plot, prefix=prefix).pieces(prefix, least=least)
    if isinstance(plot, PositionsPlot):
        from gobetween.rendering.svg.positions import positions_bands

        return positions_bands(plot).pieces(prefix, least=least)
    if isinstance(plot, StancesPlot):
        from gobetween.rendering.svg.stances import stances_bands

        return stances_bands(plot).pieces(prefix, least=least)
    return None, (plot_svg(plot, prefix=prefix),)
