"""How much more another package could turn out to give, in one world: by what is worst for the package at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import lcm

from attrs import evolve, field, frozen

from gobetween.bargaining.kernels import Choice, Kernel
from gobetween.bargaining.kernels.objectives import Total
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.robust.doubts import Doubtful, World, possibly
from gobetween.model.doubt import Picture
from gobetween.model.issues import OptionSets, Package
from gobetween.model.preferences import Preferences, ValueLink

FINEST_UNIT = 10**9
"""Shares of different parties are added up exactly if this many parts will do; otherwise in parts so small, rounded down."""

LARGEST_SUM = 2**43
"""Parts are made larger where differences between packages could come to more of them than every kernel adds up."""

Issues = Mapping[str, tuple[str, ...]]


@frozen
class Rivalry:
    """One world's pictures with the weight of each party's values: `unit` of the weighted sum is one party's greatest gain."""

    issues: Issues
    pictures: tuple[Picture, ...] = field(kw_only=True)
    weights: tuple[int, ...] = field(kw_only=True)
    unit: int = field(kw_only=True)
    world: World = field(kw_only=True)

    def regret(self, choice: Choice, rival: Choice) -> Fraction:
        """The most that the rival could turn out to give more, in shares of greatest gains, summed over parties."""
        own, other = package_of(self.issues, choice), package_of(self.issues, rival)
        worth = self.challenge(choice, "rival")
        return Fraction(worth.value(other) - self._kept_links(own), self.unit)

    def challenge(self, choice: Choice, name: str) -> Preferences:
        """What each package could give more than the chosen one, up to a constant, as preferences."""
        own = package_of(self.issues, choice)
        kept = {issue: self._least(issue, option) for issue, option in own.items()}
        values = {
            issue: {option: 0 if option == own[issue] else self._most(issue, option) - kept[issue] for option in options}
            for issue, options in self.issues.items()
        }
        links = [ValueLink(condition, least if _holds(condition, own) else most) for condition, least, most in self._links()]
        return self._as(name, values, links)

    def regained(self, rival: Choice, name: str) -> tuple[Preferences, int]:
        """What each package leaves to be regretted for want of the rival, all signs turned, as preferences; and where it is 0."""
        other = package_of(self.issues, rival)
        values = {
            issue: {
                option: 0 if option == other[issue] else self._least(issue, option) - self._most(issue, other[issue])
                for option in options
            }
            for issue, options in self.issues.items()
        }
        links = [ValueLink(condition, most if _holds(condition, other) else least) for condition, least, most in self._links()]
        lost = sum(most for condition, _, most in self._links() if _holds(condition, other))
        return self._as(name, values, links), lost

    def _most(self, issue: str, option: str) -> int:
        return sum(weight * each.ends(issue, option)[1] for weight, each in zip(self.weights, self.pictures, strict=True))

    def _least(self, issue: str, option: str) -> int:
        return sum(weight * each.ends(issue, option)[0] for weight, each in zip(self.weights, self.pictures, strict=True))

    def _links(self) -> Iterator[tuple[OptionSets, int, int]]:
        for weight, picture in zip(self.weights, self.pictures, strict=True):
            for low, high in zip(picture.least.links, picture.most.links, strict=True):
                yield low.if_chosen, weight * low.value, weight * high.value

    def _kept_links(self, own: Package) -> int:
        return sum(least for condition, least, _ in self._links() if _holds(condition, own))

    def _as(self, name: str, values: dict[str, dict[str, int]], links: list[ValueLink]) -> Preferences:
        return evolve(self.pictures[0].least, party=name, option_values=values, links=tuple(links), reservation=0)


def rivalries(question: Doubtful, kernel: Kernel) -> tuple[Rivalry, ...]:
    """One for each world, in stated order."""
    gains = [[_greatest_gain(question, each, kernel) for each in doubt.pictures] for doubt in question.doubts]
    return tuple(_rivalry(question, world, [gain[at] for gain, at in zip(gains, world, strict=True)]) for world in question.worlds)


def _rivalry(question: Doubtful, world: World, gains: list[int]) -> Rivalry:
    pictures = tuple(doubt.pictures[at] for doubt, at in zip(question.doubts, world, strict=True))
    counted = [gain for gain in gains if gain > 0]
    unit, enough = lcm(*counted), 1_000 * max(counted, default=0)
    if unit > FINEST_UNIT:
        unit = max(FINEST_UNIT, enough)
    largest = sum(Fraction(2 * _reach(picture), gain) for picture, gain in zip(pictures, gains, strict=True) if gain > 0)
    room = int(LARGEST_SUM / largest) if largest else unit
    if enough <= room < unit:
        unit = room
    return Rivalry(
        question.bare.issues,
        pictures=pictures,
        weights=tuple(unit // gain if gain > 0 else 0 for gain in gains),
        unit=unit,
        world=world,
    )


def _reach(picture: Picture) -> int:
    """What no package can be worth more than to the party, nor less than that below zero."""
    options = sum(
        max((max(map(abs, picture.ends(issue, option))) for option in values), default=0)
        for issue, values in picture.most.option_values.items()
    )
    links = zip(picture.least.links, picture.most.links, strict=True)
    return options + sum(max(abs(low.value), abs(high.value)) for low, high in links)


def _greatest_gain(question: Doubtful, picture: Picture, kernel: Kernel) -> int:
    """The most that the party could gain over no deal, over all packages that keep what is firm."""
    hopes = possibly(picture, "hopes")
    problem, _ = question.with_stand_ins([], [hopes])
    best = kernel.search(problem, question.firm, Total((1,)), most=1).choices
    return hopes.value(package_of(problem.issues, best[0])) - hopes.reservation if best else 0


def _holds(sets: OptionSets, package: Package) -> bool:
    return all(package.get(issue) in options for issue, options in sets.items())
