"""What choosing an option does to a package under way: values as sums, requirements and value links as bits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import add

from attrs import field, frozen

from gobetween.bargaining.problems import Problem
from gobetween.model.issues import OptionSets
from gobetween.model.preferences import ValueLink


@frozen
class Effect:
    """The running state of a package: its `values`, the conditions that fail (`off`), the terms that are not met (`unmet`).

    In both sets bit i stands for requirement i; above these, `off` has one bit for each value link. A requirement is broken by the
    whole package if its terms are unmet and its condition is not off.
    """

    values: tuple[int, ...]
    off: int
    unmet: int

    def then(self, other: Effect) -> Effect:
        """The state after both."""
        return Effect(tuple(map(add, self.values, other.values)), self.off | other.off, self.unmet | other.unmet)


@frozen
class Bar:
    """A reservation value: the requirement's bit, the place of the party among the preferences, and the least value."""

    bit: int
    party: int
    least: int


class Extra(dict[int, int]):
    """What a party's value links add, by which of their `bits` are off; worked out once for each set of them."""

    def __init__(self, links: tuple[tuple[int, int], ...]) -> None:
        super().__init__()
        self._links = links
        self.bits = sum(bit for bit, _ in links)

    def __missing__(self, off: int) -> int:
        self[off] = sum(value for bit, value in self._links if not off & bit)
        return self[off]


@frozen
class Effects:
    """A problem made ready to be gone through: a level of effects for every issue, from the `start`.

    `decided[depth]` are the requirements whose condition lies wholly in the first issues; `reach[depth]` is the most that the
    issues after these can add to each party's value.
    """

    start: Effect
    levels: tuple[tuple[Effect, ...], ...]
    bars: tuple[Bar, ...] = field(kw_only=True)
    extras: Mapping[int, Extra] = field(kw_only=True)
    decided: tuple[int, ...] = field(kw_only=True)
    reach: tuple[tuple[int, ...], ...] = field(kw_only=True)

    @property
    def parties(self) -> int:
        """How many have preferences."""
        return len(self.start.values)

    def is_lost(self, prefix: Effect, depth: int, kept: int) -> bool:
        """Whether no package with this prefix can meet the `kept` requirements any more."""
        if prefix.unmet & ~prefix.off & self.decided[depth] & kept:
            return True
        reach = self.reach[depth]
        return any(bar.bit & kept and prefix.values[bar.party] + reach[bar.party] < bar.least for bar in self.bars)


def effects_of(problem: Problem) -> Effects:
    """The effects of a problem's options; cost: options times requirements and value links."""
    levels = tuple(
        tuple(_effect(problem, issue, option) for option in options)  # one effect an option
        for issue, options in problem.issues.items()
    )
    return Effects(
        _start(problem),
        levels,
        bars=tuple(_bars(problem)),
        extras=_extras(problem),
        decided=tuple(_decided(problem)),
        reach=tuple(_reach(problem, levels)),
    )


def _start(problem: Problem) -> Effect:
    never = sum(1 << at for at, each in enumerate(problem.requirements) if each.least is None and not each.requires)
    foreign = sum(bit for bit, _, link in _value_links(problem) if not link.if_chosen.keys() <= problem.issues.keys())
    return Effect((0,) * len(problem.preferences), foreign, never)


def _effect(problem: Problem, issue: str, option: str) -> Effect:
    off = sum(bit for bit, _, link in _value_links(problem) if _misses(link.if_chosen, issue, option))
    unmet = 0
    for at, requirement in enumerate(problem.requirements):
        off |= _misses(requirement.if_chosen, issue, option) << at
        unmet |= _misses(requirement.requires, issue, option) << at
    return Effect(tuple(each.option_values.get(issue, {}).get(option, 0) for each in problem.preferences), off, unmet)


def _misses(sets: OptionSets, issue: str, option: str) -> bool:
    return issue in sets and option not in sets[issue]


def _value_links(problem: Problem) -> Iterator[tuple[int, int, ValueLink]]:
    links = ((party, link) for party, preferences in enumerate(problem.preferences) for link in preferences.links)
    for at, (party, link) in enumerate(links, len(problem.requirements)):
        yield 1 << at, party, link


def _bars(problem: Problem) -> Iterator[Bar]:
    place = {preferences.party: party for party, preferences in enumerate(problem.preferences)}
    for at, requirement in enumerate(problem.requirements):
        if requirement.least is not None:
            yield Bar(1 << at, place[str(requirement.owner)], requirement.least)


def _extras(problem: Problem) -> dict[int, Extra]:
    links = list(_value_links(problem))
    having = dict.fromkeys(party for _, party, _ in links)
    return {party: Extra(tuple((bit, link.value) for bit, owner, link in links if owner == party)) for party in having}


def _decided(problem: Problem) -> Iterator[int]:
    seen: set[str] = set()
    for issue in (None, *problem.issues):
        seen |= {issue} if issue else set()
        yield sum(1 << at for at, each in enumerate(problem.requirements) if each.if_chosen.keys() <= seen)


def _reach(problem: Problem, levels: tuple[tuple[Effect, ...], ...]) -> Iterator[tuple[int, ...]]:
    links = [sum(max(0, link.value) for link in preferences.links) for preferences in problem.preferences]
    for depth in range(len(levels) + 1):
        yield tuple(
            extra + sum(max(option.values[party] for option in level) for level in levels[depth:]) for party, extra in enumerate(links)
        )
