"""The answer to: which packages are such that nobody can get more without somebody getting less?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil

from attrs import field, frozen

from gobetween.bargaining.frontiers import Frontier, FrontierPoint, find_frontier
from gobetween.bargaining.kernels import Watch
from gobetween.bargaining.results import Infeasible, Optimal
from gobetween.briefs.answers.answers import Answer, GivenStatus, PartyGain, portions_of
from gobetween.briefs.answers.giving import Giving, answer_for, basis_words, gain_cell, gains_note, terms_in_words
from gobetween.briefs.answers.numbers_open import problem_with_numbers, problem_with_seen_numbers, sees_all
from gobetween.briefs.answers.plots import FrontierPlot, MarkedPoint
from gobetween.briefs.answers.solutions import RULES, solutions_of
from gobetween.briefs.blocks import Block, Cell
from gobetween.briefs.cells import listing_of, paragraph, table_of
from gobetween.briefs.phrasing import counted, listed
from gobetween.briefs.requirements_in_words import conflict_of_values
from gobetween.briefs.scenes import Scene
from gobetween.model.issues import Package

SHOWN_UNSEEN = 8
"""So many points at most of numbers that may not be seen, with a package each: more of them would amount to the numbers."""

NOT_PROVEN = (
    "Some of the numbers may be computed with for this reader, but not seen. Of these only a proven frontier is shown: points found in "
    "one time and another would together bring them out. Allow more with --seconds."
)

MANY_GRIDS = "by asking for one grid after the other they could be brought out"

PLOTTED = 600
"""So many points at most are drawn."""


@frozen
class FrontierAsked:
    """The frontier: of all possible packages, or of those that everyone could accept; `limit` points are listed (0: all).

    Beyond `most_points` the search goes over to a grid. `all_packages` lists every package behind a point, not one.
    """

    is_acceptable_only: bool = field(default=False, kw_only=True)
    most_points: int | None = field(default=None, kw_only=True)
    limit: int = field(default=20, kw_only=True)
    all_packages: bool = field(default=False, kw_only=True)
    is_plotted: bool = field(default=False, kw_only=True)

    def answered(self, scenes: tuple[Scene, ...], watch: Watch) -> Answer:
        """See `Question.answered`."""
        scene = scenes[0]
        problem = problem_with_numbers(scene) if self.most_points is None else problem_with_seen_numbers(scene, MANY_GRIDS)
        giving = Giving.of(scene, problem, watch)
        portions = portions_of(watch, 2 if self.is_plotted else 1)
        found = find_frontier(problem, acceptable_only=self.is_acceptable_only, most_points=self.most_points, watch=next(portions))
        result = _result(giving, found, self)
        is_drawn = self.is_plotted and not isinstance(found.status, Infeasible) and _may_show(giving, found)
        return answer_for(
            scenes,
            "frontier",
            parties=giving.given_parties(),
            essence=(Cell(_essence(giving, found, self)),),
            blocks=tuple(_blocks(scene, result, self)),
            result=result,
            plot=_plot(giving, found, next(portions)) if is_drawn else None,
        )


@frozen
class GivenPoint:
    """A point of the frontier: its `place` from 1, best for the first party first, and packages behind it, all of them or some."""

    place: int
    gains: Mapping[str, PartyGain]
    packages: tuple[Package, ...] = field(kw_only=True)
    are_all_packages: bool = field(kw_only=True)


@frozen
class GivenFrontier:
    """The frontier: `count` points, of which `points` are listed.

    `error` is 0 for everyone where it is exact; else for every package some point gives each party no less than that package does,
    less the party's error (`None` where the party's numbers may not be seen).
    """

    status: GivenStatus
    is_acceptable_only: bool = field(kw_only=True)
    count: int = field(kw_only=True)
    error: Mapping[str, int | None] = field(kw_only=True)
    points: tuple[GivenPoint, ...] = field(kw_only=True)


def evenly(count: int, most: int) -> list[int]:
    """At most so many of the numbers below `count` (all of them if `most` is 0), the first and the last among them."""
    if not most or count <= most:
        return list(range(count))
    return [0] if most == 1 else [round(Fraction(at * (count - 1), most - 1)) for at in range(most)]


def _may_show(giving: Giving, found: Frontier) -> bool:
    """Whether its points may be shown: of what may not be seen those of a proven frontier alone, which are always the same."""
    return sees_all(giving.scene) or isinstance(found.status, Optimal)


def _result(giving: Giving, found: Frontier, asked: FrontierAsked) -> GivenFrontier:
    count = len(found.points) if _may_show(giving, found) else 0
    places = evenly(count, 0 if sees_all(giving.scene) else SHOWN_UNSEEN)  # always the same ones of what may not be seen
    return GivenFrontier(
        giving.status(found.status),
        is_acceptable_only=asked.is_acceptable_only,
        count=count,
        error=dict(found.error) if sees_all(giving.scene) else dict.fromkeys(giving.parties),
        points=tuple(
            _point(giving, at, found.points[at], all_packages=asked.all_packages and sees_all(giving.scene))
            for at in (places[one] for one in evenly(len(places), asked.limit))
        ),
    )


def _point(giving: Giving, at: int, point: FrontierPoint, *, all_packages: bool) -> GivenPoint:
    packages = tuple(point.packages if all_packages else point.packages[:1])
    are_all = point.are_all and len(packages) == len(point.packages)
    return GivenPoint(at + 1, giving.gains(point.values), packages=packages, are_all_packages=are_all)


def _essence(giving: Giving, found: Frontier, asked: FrontierAsked) -> str:
    scene = giving.scene
    if isinstance(found.status, Infeasible):
        return f"There is no such package, so there is no frontier. {conflict_of_values(scene, found.status.conflict)}."
    of = "everyone could accept" if asked.is_acceptable_only else "the links in the matter allow"
    if not found.points:
        return f"Not known: {getattr(found.status, 'reason', '')}."
    if not _may_show(giving, found):
        return f"The frontier of the packages that {of} was not proven. {NOT_PROVEN}"
    points = counted(len(found.points), "point")
    if isinstance(found.status, Optimal):
        return f"The frontier of the packages that {of} has {points}, proven: nobody can get more there without somebody getting less."
    return f"{points} of the packages that {of}, none better for one and worse for none than another. {_off(giving, found)}"


def _off(giving: Giving, found: Frontier) -> str:
    """By how much they may be off the frontier, where that can be said."""
    if any(error >= best for error, best in zip(found.error.values(), giving.best, strict=True)):
        coarse = "They were found on a grid so coarse that it does not say how much better others may be"
        return f"{coarse}; allow more with --points or --seconds."
    shares = zip(found.error.items(), giving.best, strict=True)
    off = listed(
        f"{giving.scene.names.actor(party)} {error:,} ({ceil(100 * error / best)}% of its best)" for (party, error), best in shares
    )
    return (
        "They were found on a grid: for every package there is a point here that gives each party no less than the package does, less "
        f"this much in its own numbers: {off}."
    )


def _blocks(scene: Scene, result: GivenFrontier, asked: FrontierAsked) -> Iterator[Block]:
    rows = [
        (Cell(str(point.place)), *(gain_cell(gain) for gain in point.gains.values()), Cell(_behind(point))) for point in result.points
    ]
    columns = ("Point", *(scene.names.actor(each.party) for each in scene.preferences))
    yield from table_of(_shown(result), (*columns, "Packages"), rows, note=gains_note(scene))
    cells = [Cell(f"Point {point.place}: {terms_in_words(scene, package)}") for point in result.points for package in point.packages]
    title = "Packages behind these points" if asked.all_packages else "A package behind each of these points"
    yield from listing_of(title, cells)
    yield paragraph(basis_words(scene))


def _behind(point: GivenPoint) -> str:
    if not point.packages:
        return "not worked out"
    return str(len(point.packages)) if point.are_all_packages else f"{len(point.packages)} or more"


def _shown(result: GivenFrontier) -> str:
    shown = len(result.points)
    if shown == result.count:
        return "All points of the frontier" if result.status.status == "optimal" else "All points found"
    return f"{shown} of {result.count:,} points, evenly spread from the best to the worst for the first party"


def _plot(giving: Giving, found: Frontier, watch: Watch) -> FrontierPlot:
    scene, count = giving.scene, len(found.points)
    drawn = evenly(count, PLOTTED if sees_all(scene) else SHOWN_UNSEEN)
    points = tuple(_shares(giving, found.points[at].values) for at in drawn)
    shown = "" if len(points) == count else f" {len(points):,} of {count:,} points are drawn."
    is_exact = isinstance(found.status, Optimal)
    exact, rough = "such that nobody can get more without somebody getting less", "found on a grid; none is better for all than another"
    of = f"Each point is a package {exact if is_exact else rough}."
    return FrontierPlot(
        f"The frontier: {scene.case.title}",
        f"{of} 100% is the most that a party could gain over no deal; 0% is no better than no deal; what is worse than −100% lies at "
        f"the edge.{shown}",
        parties=tuple(scene.names.actor(each) for each in giving.parties),
        points=points,
        marked=_marked(giving, watch),
        count=count,
    )


def _shares(giving: Giving, values: Mapping[str, int]) -> tuple[Fraction, ...]:
    return tuple(gain.share or Fraction(0) for gain in giving.gains(values).values())


def _marked(giving: Giving, watch: Watch) -> tuple[MarkedPoint, ...]:
    """Where the solution concepts lie, those that agree at one point."""
    at: dict[tuple[Fraction, ...], list[str]] = {}
    for solved in solutions_of(giving, tuple(RULES), watch=watch):
        for given in solved.packages[:1]:
            shares = tuple(gain.share or Fraction(0) for gain in given.gains.values())
            at.setdefault(shares, []).append(RULES[solved.rule])
    return tuple(MarkedPoint(tuple(names), shares) for shares, names in at.items())
