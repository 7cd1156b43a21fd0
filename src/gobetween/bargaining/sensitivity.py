"""How wrong each number would have to be before a package is no longer what a rule recommends."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from attrs import field, frozen

from gobetween.bargaining.deal_zones import preferences_missing
from gobetween.bargaining.kernels import Kernel, Progress, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.kernels.objectives import Total
from gobetween.bargaining.packages import issues_left_open, package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.recommending import Number, Recommending, Rule, firm, numbers_of
from gobetween.bargaining.results import Feasible, Optimal, Status, Unknown
from gobetween.model.issues import Package
from gobetween.model.preferences import ValueBasis

NO_PRODUCT = "not all parties gain by it, so there is no product of gains, and how far it is from tipping is not worked out"


@frozen
class TippingPoint:
    """The smallest `change` of one number, up or (below zero) down, with which the rule no longer recommends the package.

    `share` is the change as a part of what the party's best package is worth to it. `instead` is a package that the rule then
    places higher, or `None` where the package is no longer acceptable.
    """

    number: Number
    change: int
    share: Fraction = field(kw_only=True)
    instead: Package | None = field(default=None, kw_only=True)


@frozen
class Sensitivity:
    """How much error the recommendation of a package bears: where it tips, the smallest share first, by number where they are equal.

    `steady` are the numbers of which no change within the range matters. The status is `Optimal`; `Feasible` if the search was
    stopped: of the `of` numbers, `looked_at` were gone through, and what was found holds, but for `steady`, if `is_proven` is false;
    `Unknown` if the rule does not recommend the package in the first place, and then it places `instead` higher, if it is not
    unacceptable by itself.
    """

    status: Status
    rule: Rule
    tipping_points: tuple[TippingPoint, ...] = field(default=(), kw_only=True)
    steady: tuple[Number, ...] = field(default=(), kw_only=True)
    looked_at: int = field(default=0, kw_only=True)
    of: int = field(default=0, kw_only=True)
    instead: Package | None = field(default=None, kw_only=True)


def sensitivity(
    problem: Problem,
    package: Package,
    rule: Rule = Rule.NASH,
    *,
    bases: Collection[ValueBasis] = (ValueBasis.ASSUMED,),
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
) -> Sensitivity:
    """How wrong each number that rests on one of the `bases` would have to be, the others as they are, before the package tips.

    A package is recommended while it is acceptable (but for `Rule.EFFICIENT`) and no acceptable package is placed higher; one that
    ties stays recommended. Changes are looked for up to what the party's best package is worth (that keeps red lines, links and
    rules), either way, in whole numbers.

    Exact: with one number changing, the difference between two packages changes its sign at most once while the package is
    acceptable, and only from this one to the other; where the rule goes by greatest gains, while these move evenly. So
    the rule is asked at the far end; the package that is placed higher there is compared with this one alone for the smallest change
    at which it is; the rule is asked again just before. Cost: some searches for each number and direction.

    Raises:
        InvalidCase: the package names an issue or option that the problem does not have, or leaves an issue open.
    """
    if unknown := preferences_missing(problem):
        return Sensitivity(unknown, rule)
    if left_open := issues_left_open(problem, package):
        return Sensitivity(Unknown(f"the package says nothing on {', '.join(left_open)}"), rule)
    kernel = kernel or kernel_for(problem)
    numbers = [each for preferences in problem.preferences for each in numbers_of(preferences, problem) if each.basis in bases]
    if not numbers:
        return Sensitivity(Unknown(f"no number here is {' or '.join(bases)}"), rule)
    first = Recommending(problem, package, rule, numbers[0], kernel, watch)
    instead = first.better(0)
    if instead is not None or not (rule is Rule.EFFICIENT or first.is_acceptable(package, 0)):
        return Sensitivity(Unknown(f"the rule '{rule}' does not recommend this package"), rule, instead=instead)
    if _gains_nothing(problem, package, rule):
        return Sensitivity(Unknown(NO_PRODUCT), rule)
    return _gone_through(first, numbers, _best_values(problem, kernel, watch))


def _gone_through(first: Recommending, numbers: list[Number], reach: dict[str, int]) -> Sensitivity:
    points: list[TippingPoint] = []
    steady: list[Number] = []
    looked_at, is_proven = 0, True
    for number in numbers:
        if not first.watch(Progress("numbers", looked_at, len(numbers), len(points))):
            break
        asking = first.for_number(number)
        found = list(_tipping_points(asking, reach[number.party]))
        is_proven = is_proven and asking.is_proven
        points += found
        steady += [] if found else [number]
        looked_at += 1
    return Sensitivity(
        Optimal() if is_proven and looked_at == len(numbers) else Feasible(),
        first.rule,
        tipping_points=tuple(sorted(points, key=lambda each: abs(each.share))),
        steady=tuple(steady),
        looked_at=looked_at,
        of=len(numbers),
    )


def _tipping_points(asking: Recommending, reach: int) -> Iterator[TippingPoint]:
    for sign in (1, -1):
        tipped = _first_tip(asking, sign, reach)
        if tipped is not None:
            change, instead = tipped
            yield TippingPoint(asking.number, sign * change, share=Fraction(sign * change, reach), instead=instead)


def _first_tip(asking: Recommending, sign: int, reach: int) -> tuple[int, Package | None] | None:
    """The smallest change with that sign, up to `reach`, with which the package is no longer recommended, and what is instead."""
    last = _last_acceptable(asking, sign, reach)
    for start, end in _spans(asking, sign, 0, last):
        if start and (rival := asking.better(sign * start)) is not None:
            return start, rival
        if tipped := _first_tip_within(asking, sign, start, end):
            return tipped
    return (last + 1, None) if last < reach else None


def _first_tip_within(asking: Recommending, sign: int, start: int, end: int) -> tuple[int, Package] | None:
    """The same, of changes after `start`, with which the package still is recommended, in a stretch where it tips once at most."""
    tipped = None
    while end > start and (rival := asking.better(sign * end)) is not None:
        end = _first_beaten(asking, rival, sign, start, end)
        tipped, end = (end, rival), end - 1
    return tipped


def _last_acceptable(asking: Recommending, sign: int, reach: int) -> int:
    """The greatest change, up to `reach`, with which the package itself is still acceptable."""
    if asking.rule is Rule.EFFICIENT or asking.is_acceptable(asking.package, sign * reach):
        return reach
    kept, lost = 0, reach
    while lost - kept > 1:
        middle = (kept + lost) // 2
        kept, lost = (middle, lost) if asking.is_acceptable(asking.package, sign * middle) else (kept, middle)
    return kept


def _spans(asking: Recommending, sign: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The changes from start to end in stretches in which greatest gains move evenly (see `Recommending.is_even`)."""
    if asking.is_even(sign * start, sign * end):
        yield start, end
        return
    middle = (start + end) // 2
    yield from _spans(asking, sign, start, middle)
    yield from _spans(asking, sign, middle + 1, end)


def _first_beaten(asking: Recommending, rival: Package, sign: int, start: int, end: int) -> int:
    """The smallest change after `start` with which the rival is placed higher, given that it is at the end and not at the start."""
    kept, beaten = start, end
    while beaten - kept > 1:
        middle = (kept + beaten) // 2
        kept, beaten = (kept, middle) if asking.beats(rival, sign * middle) else (middle, beaten)
    return beaten


def _gains_nothing(problem: Problem, package: Package, rule: Rule) -> bool:
    """Whether the rule has nothing to multiply."""
    gains = (each.value(package) - bar for each, bar in zip(problem.preferences, problem.reservations, strict=True))
    return rule is Rule.NASH and not all(gain > 0 for gain in gains)


def _best_values(problem: Problem, kernel: Kernel, watch: Watch) -> dict[str, int]:
    """What the best package that keeps what is firm is worth to everyone, at least 1."""
    best = {}
    for at, preferences in enumerate(problem.preferences):
        weights = tuple(int(each == at) for each in range(len(problem.preferences)))
        found = kernel.search(problem, firm(problem), Total(weights), most=1, watch=watch).choices
        best[preferences.party] = max(1, abs(preferences.value(package_of(problem.issues, found[0])))) if found else 1
    return best
