"""What packages give each party, as shares of the most that it could gain over no deal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from gobetween.bargaining.deal_zones import best_values
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.problems import Problem
from gobetween.briefs.blocks import Cell, Gain, GainsBar, GainsPlot, Mark, Table
from gobetween.briefs.cells import table_of
from gobetween.briefs.numbers_seen import in_whole_per_cent, sees
from gobetween.briefs.scenes import Scene
from gobetween.model.issues import Package
from gobetween.model.preferences import Preferences


@frozen
class NamedPackage:
    """A package under the name that plots and tables show."""

    name: str
    package: Package


@frozen
class GainScale:
    """How far each party could gain over no deal; `best` is what everyone gets from the package best for it."""

    preferences: tuple[Preferences, ...]
    best: tuple[int, ...]

    def shares(self, package: Package) -> dict[str, Fraction]:
        """For everyone with preferences, its gain over no deal as a share of its greatest; 0 where nothing can be gained."""
        return {each.party: _share(each, best, package) for each, best in zip(self.preferences, self.best, strict=True)}


def scale_of(problem: Problem) -> GainScale:
    """The scale of a problem: it takes a search for each party, so make it once."""
    return GainScale(problem.preferences, best_values(problem, kernel_for(problem)))


def _share(preferences: Preferences, best: int, package: Package) -> Fraction:
    most = best - preferences.reservation
    return Fraction(preferences.value(package) - preferences.reservation, most) if most > 0 else Fraction(0)


def share_in_words(share: Fraction) -> str:
    """A share as whole per cent; below zero says that it is worse than no deal."""
    whole = round(share * 100)
    return f"{whole}%" if share >= 0 else f"{whole}% (worse than no deal)"


def gains_plot(scene: Scene, problem: Problem, packages: Iterable[NamedPackage], marks: tuple[Mark, ...]) -> Iterator[GainsPlot]:
    """The plot with its table, if there is any package to show."""
    scale = scale_of(problem)
    given = [(each, _shown(scene, scale.shares(each.package))) for each in packages]
    parties = [each.party for each in problem.preferences]
    rows = [(Cell(each.name), *(Cell(share_in_words(value), marks=marks) for value in share.values())) for each, share in given]
    columns = ("Package", *(scene.names.actor(each) for each in parties))
    note = (
        "Shares of the most that each could gain over no deal, over all packages that the matter's links allow; "
        "shares do not compare between parties beyond that. "
        "Of packages that tie, the first in the order of issues and options is shown."
    )
    for table in table_of("What each package gives", columns, rows, note=note):
        yield GainsPlot(
            "What each package gives each party",
            "For each package: 100% is the most that a party could gain over no deal in any package that the matter's links allow, "
            "whether or not others could accept it; 0% is no better than no deal.",
            bars=tuple(GainsBar(each.name, _gains(scene, share)) for each, share in given),
            table=table,
            marks=marks,
        )


def _shown(scene: Scene, shares: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {party: share if sees(scene, party) else in_whole_per_cent(share) for party, share in shares.items()}


def _gains(scene: Scene, share: Mapping[str, Fraction]) -> tuple[Gain, ...]:
    return tuple(Gain(scene.names.actor(party), value) for party, value in share.items())


def terms_table(scene: Scene, packages: Sequence[NamedPackage], marks: tuple[Mark, ...]) -> tuple[Table, ...]:
    """What each package says on each issue, packages side by side."""
    rows = [
        (Cell(issue.title), *(Cell(scene.names.option(issue.id, each.package.get(issue.id, "")), marks=marks) for each in packages))
        for issue in scene.case.issues
    ]
    return table_of("What each package says", ("Issue", *(each.name for each in packages)), rows if packages else ())
