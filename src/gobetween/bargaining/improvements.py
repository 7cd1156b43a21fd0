"""Joint gains: packages that are better for all than the one on the table."""

from __future__ import annotations

from collections.abc import Mapping
from operator import gt

from attrs import evolve, field, frozen

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.deal_zones import preferences_missing, valued_at
from gobetween.bargaining.dominance import maxima
from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.packages import issues_left_open, package_at
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import RequirementKind
from gobetween.bargaining.results import Infeasible, Optimal, Status, Unknown, ValuedPackage
from gobetween.model.issues import Package


@frozen
class Better:
    """Packages better than the one on the table: how many, the best of them, and those with the fewest terms changed.

    `best` are those that none of the others beats for one party without hurting another; `shortest` change `changes` terms.
    All in stated order.
    """

    count: int = 0
    best: tuple[ValuedPackage, ...] = ()
    shortest: tuple[ValuedPackage, ...] = ()
    changes: int = 0


@frozen
class Improvements:
    """What could replace the package on the table: better `for_some` and worse for none, or better `for_all`.

    With a partial package nothing is compared: `missing` are the issues on which it says nothing, and `completions` the best ways
    to say it.
    """

    status: Status
    on_table: ValuedPackage | None = field(default=None, kw_only=True)
    for_some: Better = field(default=Better(), kw_only=True)
    for_all: Better = field(default=Better(), kw_only=True)
    missing: tuple[str, ...] = field(default=(), kw_only=True)
    completions: tuple[ValuedPackage, ...] = field(default=(), kw_only=True)


def improve(problem: Problem, package: Package, *, kernel: Kernel = ENUMERATION) -> Improvements:
    """The packages better than this one: worth as much or more to everyone and more to someone, and those worth more to everyone.

    They keep the links of the matter and everyone's red lines and links, even where the package on the table does not; beyond that
    nobody needs more than what is on the table now, be it less than a reservation value. The status is `Optimal`, also
    when nothing is better; `Unknown` if a party's preferences are not known, or if the package is partial: then its best
    completions are given, `Infeasible` if it has none.

    Raises:
        TooManyPackages: there are more than the kernel takes on.
        InvalidCase: the package takes an option that the problem does not have.
    """
    missing = issues_left_open(problem, package)
    if unknown := preferences_missing(problem):
        return Improvements(unknown, missing=missing)
    if missing:
        return _completed(problem.settled(package), missing, kernel)
    table = ValuedPackage({issue: package[issue] for issue in problem.issues}, problem.values(package))
    raised = _raised(problem, table.values)
    rows = [(values, place) for place, values, _ in kernel.judge(raised, raised.acceptance)]
    before = tuple(table.values.values())
    return Improvements(
        Optimal(),
        on_table=table,
        for_some=_better(problem, table.package, [row for row in rows if row[0] != before]),
        for_all=_better(problem, table.package, [row for row in rows if all(map(gt, row[0], before))]),
    )


def _raised(problem: Problem, values: Mapping[str, int]) -> Problem:
    """The problem in which nobody takes less than these values: what a kernel then keeps, it can also prune by."""
    requirements = (each if each.least is None else evolve(each, least=values[str(each.owner)]) for each in problem.requirements)
    return evolve(problem, requirements=tuple(requirements))


def _better(problem: Problem, table: Package, rows: list[tuple[tuple[int, ...], int]]) -> Better:
    if not rows:
        return Better()
    greatest = set(maxima(values for values, _ in rows))
    changed = [_terms_changed(problem, table, place) for _, place in rows]
    fewest = min(changed)
    return Better(
        len(rows),
        best=tuple(valued_at(problem, place) for values, place in rows if values in greatest),
        shortest=tuple(valued_at(problem, place) for (_, place), changes in zip(rows, changed, strict=True) if changes == fewest),
        changes=fewest,
    )


def _terms_changed(problem: Problem, table: Package, place: int) -> int:
    return sum(table[issue] != option for issue, option in package_at(problem.issues, place).items())


def _completed(settled: Problem, missing: tuple[str, ...], kernel: Kernel) -> Improvements:
    kept = settled.matter | settled.bits(RequirementKind.RED_LINE, RequirementKind.LINK)
    rows = [(values, place) for place, values, _ in kernel.judge(settled, kept)]
    if not rows:
        return Improvements(Infeasible(find_blame(settled, kept, kernel) or ()), missing=missing)
    greatest = set(maxima(values for values, _ in rows))
    return Improvements(
        Unknown("the package on the table says nothing on " + ", ".join(missing)),
        missing=missing,
        completions=tuple(valued_at(settled, place) for values, place in rows if values in greatest),
    )
