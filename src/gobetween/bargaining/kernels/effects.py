"""What choosing an option does to a package under way: values as sums, requirements and value links as bits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from operator import add, or_

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
    """The effects of a problem's options; cost: options times requirements and value links that speak of their issue."""
    said = _said_of(problem)
    levels = tuple(
        tuple(_effect(problem, said.get(issue, ()), issue, option) for option in options)  # one effect an option
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


@frozen
class _Said:
    """The options of one issue that a condition (or else a term) of the requirement or value link with that bit names."""

    bit: int
    options: frozenset[str]
    is_condition: bool


def _said_of(problem: Problem) -> dict[str, list[_Said]]:
    """What is said of each issue: most requirements speak of few, and there may be many of both."""
    said: dict[str, list[_Said]] = {}

    def keep(sets: OptionSets, bit: int, *, is_condition: bool) -> None:
        for issue, options in sets.items():
            said.setdefault(issue, []).append(_Said(bit, options, is_condition))

    for at, requirement in enumerate(problem.requirements):
        keep(requirement.if_chosen, 1 << at, is_condition=True)
        keep(requirement.requires, 1 << at, is_condition=False)
    for bit, _, link in _value_links(problem):
        keep(link.if_chosen, bit, is_condition=True)
    return said


def _effect(problem: Problem, said: Sequence[_Said], issue: str, option: str) -> Effect:
    off = unmet = 0
    for each in said:
        if option in each.options:
            continue
        if each.is_condition:
            off |= each.bit
        else:
            unmet |= each.bit
    return Effect(tuple(each.option_values.get(issue, {}).get(option, 0) for each in problem.preferences), off, unmet)


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
    depth = {issue: at for at, issue in enumerate(problem.issues, start=1)}
    by_depth = [0] * (len(depth) + 1)
    for at, each in enumerate(problem.requirements):
        if each.if_chosen.keys() <= depth.keys():
            by_depth[max((depth[issue] for issue in each.if_chosen), default=0)] |= 1 << at
    yield from accumulate(by_depth, or_)


def _reach(problem: Problem, levels: tuple[tuple[Effect, ...], ...]) -> Iterator[tuple[int, ...]]:
    links = [sum(max(0, link.value) for link in preferences.links) for preferences in problem.preferences]
    best = [[max(option.values[party] for option in level) for party in range(len(links))] for level in levels]
    from_the_last = accumulate(reversed(best), lambda found, level: [*map(add, found, level)], initial=links)
    yield from reversed([tuple(each) for each in from_the_last])
