"""Plots of what packages give everyone, for answers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from gobetween.briefs.answers.answers import GivenPackage
from gobetween.briefs.blocks import Gain, GainsBar, GainsPlot, Table
from gobetween.briefs.numbers import marks_of
from gobetween.briefs.scenes import Scene

MOST_BARS = 12


def gains_of(scene: Scene, title: str, packages: Mapping[str, GivenPackage]) -> GainsPlot | None:
    """The gains of packages by name, at most `MOST_BARS` of them; nothing without any. The table stands with the answer itself."""
    bars = tuple(
        GainsBar(name, tuple(Gain(scene.names.actor(party), gain.share or Fraction(0)) for party, gain in package.gains.items()))
        for name, package in list(packages.items())[:MOST_BARS]
    )
    if not bars:
        return None
    return GainsPlot(
        title,
        "100% is the most that a party could gain over no deal in any package that the links in the matter allow, whether or not "
        "others could accept it; 0% is no better than no deal.",
        bars=bars,
        table=Table("", (), rows=()),
        marks=marks_of(scene),
    )
