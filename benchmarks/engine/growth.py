"""How time grows with issues, parties and links, as plots with their numbers in a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from attrs import field, frozen
from domains import Domain
from measuring import ask_ours
from plots import Curve, plot
from random_domains import random_domain
from tables import duration

SEEDS = 3
LONGEST = 90
"""Seconds by the clock that all calls of one point may take together."""

LAST = 3.0
"""Seconds; a curve ends at the first point where a call takes longer."""


@frozen
class Series:
    """A question, and the domain for a size and a seed."""

    label: str
    question: str
    making: Callable[..., Domain] = field(kw_only=True)
    sizes: tuple[int, ...] = field(kw_only=True)


@frozen
class Growth:
    """Several series over one kind of size."""

    name: str
    title: str = field(kw_only=True)
    across: str = field(kw_only=True)
    series: tuple[Series, ...] = field(kw_only=True)


def grow(growth: Growth, kernels: str) -> list[Curve]:
    """The curves: for each size the median time of a warm call, until one takes too long; compiled kernels lie in that folder."""
    return [_curve(series, kernels) for series in growth.series]


def draw(growth: Growth, curves: Sequence[Curve], folder: Path) -> str:
    """Writes the plot into the folder and gives the table as Markdown."""
    folder.mkdir(parents=True, exist_ok=True)
    described = f"Time of a warm call against {growth.across}, on a logarithmic scale; the table beside it has the numbers."
    drawn = plot(growth.name, growth.title, described, growth.across, curves)
    (folder / file_name(growth)).write_text(drawn, encoding="utf-8")
    sizes = sorted({size for curve in curves for size, _ in curve.points})
    lines = [[growth.across, *map(str, sizes)], ["---"] * (len(sizes) + 1), *(_cells(curve, sizes) for curve in curves)]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def file_name(growth: Growth) -> str:
    """The plot's file in its folder."""
    return f"engine-{growth.name}.svg"


def _curve(series: Series, kernels: str) -> Curve:
    points: list[tuple[int, float | None]] = []
    ask_ours(series.question, [series.making(series.sizes[1], 0)], kernels, extent="first")  # compiles, which is not to count
    for size in series.sizes:
        domains = [series.making(size, seed) for seed in range(SEEDS)]
        ours = ask_ours(series.question, domains, kernels, extent="warm", seconds=LONGEST)
        points.append((size, None if ours.failed else ours.typical))
        if ours.failed or ours.typical > LAST:
            break
    return Curve(series.label, tuple(points))


def _cells(curve: Curve, sizes: Sequence[int]) -> list[str]:
    taken = dict(curve.points)
    return [curve.label, *(_cell(taken, size) for size in sizes)]


def _cell(taken: dict[int, float | None], size: int) -> str:
    if size not in taken:
        return ""
    seconds = taken[size]
    return "not done" if seconds is None else duration(seconds)


def _by_issues(parties: int, issues: int, seed: int) -> Domain:
    return random_domain(parties, issues, seed=seed)


def _by_parties(issues: int, parties: int, seed: int) -> Domain:
    return random_domain(parties, issues, seed=seed)


def _by_links(parties: int, issues: int, links: int, seed: int) -> Domain:
    return random_domain(parties, issues, seed=seed, links=links, rules=links // 4)


GROWTHS = (
    Growth(
        "issues",
        title="Time by the number of issues (ten options each)",
        across="issues",
        series=(
            Series("frontier, 2 parties", "frontier", making=partial(_by_issues, 2), sizes=(5, 10, 20, 30, 40, 60)),
            Series("frontier, 3 parties", "frontier", making=partial(_by_issues, 3), sizes=(5, 10, 15, 20, 25, 30)),
            Series("Nash, 3 parties", "nash", making=partial(_by_issues, 3), sizes=(5, 10, 20, 30, 40, 60)),
            Series("Nash, 6 parties", "nash", making=partial(_by_issues, 6), sizes=(5, 10, 20, 30, 40, 60)),
        ),
    ),
    Growth(
        "parties",
        title="Time by the number of parties",
        across="parties",
        series=(
            Series("frontier, 6 issues", "frontier", making=partial(_by_parties, 6), sizes=(2, 3, 4, 5, 6)),
            Series("Nash, 20 issues", "nash", making=partial(_by_parties, 20), sizes=(2, 3, 4, 5, 6, 8, 10, 12)),
            Series("Nash, 30 issues", "nash", making=partial(_by_parties, 30), sizes=(2, 3, 4, 5, 6, 8, 10, 12)),
        ),
    ),
    Growth(
        "links",
        title="Time by the number of links (and a quarter as many rules)",
        across="links",
        series=(
            Series("frontier, 2 parties, 20 issues", "frontier", making=partial(_by_links, 2, 20), sizes=(0, 5, 10, 20, 30, 40)),
            Series("Nash, 3 parties, 30 issues", "nash", making=partial(_by_links, 3, 30), sizes=(0, 10, 20, 30, 40, 60)),
            Series("Nash, 6 parties, 30 issues", "nash", making=partial(_by_links, 6, 30), sizes=(0, 10, 20, 30, 40, 60)),
        ),
    ),
)
"""What is plotted."""
