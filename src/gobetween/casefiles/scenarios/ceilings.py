"""The most that a package can be worth to a party: Genius counts every utility above 1 as 1, which sums of numbers cannot say."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm

from attrs import define, field, frozen

from gobetween.casefiles.scenarios.values import ScenarioParty

_MOST_TRIED = 300_000

Masks = tuple[int, ...]
"""For every issue the options that are left, as bits."""


@frozen
class _Bonus:
    """A bonus above 0: what it adds, and the options that earn it, by the place of their issue."""

    value: int
    sets: tuple[tuple[int, int], ...]

    def narrowed(self, left: Masks) -> Masks | None:
        """The options that are left where it is earned; `None` where it cannot be."""
        masks = list(left)
        for place, chosen in self.sets:
            masks[place] &= chosen
            if not masks[place]:
                return None
        return tuple(masks)

    def can_be_had(self, left: Masks) -> bool:
        """Whether it can be earned with the options that are left."""
        return all(left[place] & chosen for place, chosen in self.sets)


@define
class _Values:
    """The values of options by issue, and the best of any that are left, each looked up once."""

    values: list[list[int]]
    known: dict[tuple[int, int], int] = field(factory=dict)

    def best(self, left: Masks) -> int:
        return sum(map(self._best, range(len(left)), left))

    def _best(self, place: int, mask: int) -> int:
        found = self.known.get((place, mask))
        if found is None:
            found = max(value for at, value in enumerate(self.values[place]) if mask >> at & 1)
            self.known[place, mask] = found
        return found


def most_worth(party: ScenarioParty) -> Fraction:
    """No package is worth more to the party than this; some package is worth it, where no bonus is below 0 and the search ends.

    Branches on the bonuses above 0, greatest first; after 300,000 looks at them it gives the sum of all of them and the best options.
    """
    units = lcm(*(number.denominator for number in _numbers(party)))
    places = {issue: place for place, issue in enumerate(party.values)}
    bits = {issue: {option: 1 << at for at, option in enumerate(options)} for issue, options in party.values.items()}
    values = _Values([[int(value * units) for value in options.values()] for options in party.values.values()])
    bonuses = [
        _Bonus(
            int(bonus.value * units),
            tuple((places[issue], sum(bits[issue][option] for option in chosen)) for issue, chosen in bonus.if_chosen.items()),
        )
        for bonus in sorted(party.bonuses, key=lambda bonus: -bonus.value)
        if bonus.value > 0
    ]
    return Fraction(_search(values, bonuses, tuple((1 << len(options)) - 1 for options in values.values)), units)


def _numbers(party: ScenarioParty) -> Iterable[Fraction]:
    for options in party.values.values():
        yield from options.values()
    yield from (bonus.value for bonus in party.bonuses)


def _search(values: _Values, bonuses: list[_Bonus], everything: Masks) -> int:
    found = values.best(everything) if not bonuses else None
    tried = 0
    open_ones = [(0, everything, bonuses)] if bonuses else []
    while open_ones:
        worth, left, ahead = open_ones.pop()
        ahead = [bonus for bonus in ahead if bonus.can_be_had(left)]
        most = worth + sum(bonus.value for bonus in ahead) + values.best(left)
        if found is not None and most <= found:
            continue
        tried += len(ahead) + 1
        if tried > _MOST_TRIED:
            return values.best(everything) + sum(bonus.value for bonus in bonuses)
        if not ahead:
            found = most
            continue
        first, others = ahead[0], ahead[1:]
        open_ones.append((worth, left, others))
        if (narrowed := first.narrowed(left)) is not None:
            open_ones.append((worth + first.value, narrowed, others))
    return found or 0
