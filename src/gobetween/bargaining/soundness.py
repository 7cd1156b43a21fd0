"""Faults in what a problem requires, before anybody bargains: options that cannot be had, contradictions, circles."""

from __future__ import annotations

from attrs import evolve, field, frozen

from gobetween.bargaining.blame import find_blame, find_package
from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.option_kinds import kinds_of
from gobetween.bargaining.packages import package_at
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement, RequirementKind


@frozen
class ImpossibleOption:
    """An option that no package can contain: `because` is a minimal set of the matter's links that together exclude it."""

    issue: str
    option: str
    because: tuple[Requirement, ...] = field(kw_only=True)


@frozen
class ContradictoryLinks:
    """Links of the matter that leave no package at all; none of them is needless for that."""

    because: tuple[Requirement, ...]


@frozen
class ContradictoryRedLines:
    """Red lines and links of one actor that leave it no package, given the links of the matter; none is needless for that."""

    owner: str
    because: tuple[Requirement, ...] = field(kw_only=True)


@frozen
class CircularLinks:
    """Links each of which, once it binds, makes the next one bind, round in a circle."""

    links: tuple[Requirement, ...]


Finding = ContradictoryLinks | ImpossibleOption | ContradictoryRedLines | CircularLinks


def find_faults(problem: Problem, *, kernel: Kernel = ENUMERATION) -> tuple[Finding, ...]:
    """Everything of these kinds, in this order: contradictory links of the matter or else impossible options, red lines, circles.

    Where the links of the matter leave no package, nothing is said of single options and actors: they share that fault.

    Raises:
        TooManyPackages: there are more than the kernel takes on.
    """
    circles = find_circular_links(problem)
    stated = kinds_of(_without_values(problem)).problem
    if find_package(stated, stated.matter, kernel) is None:
        return (ContradictoryLinks(find_blame(stated, stated.matter, kernel) or ()), *circles)
    return (*find_impossible_options(problem, kernel=kernel), *find_contradictory_red_lines(problem, kernel=kernel), *circles)


def find_impossible_options(problem: Problem, *, kernel: Kernel = ENUMERATION) -> tuple[ImpossibleOption, ...]:
    """The options that no package meeting the matter's links contains, in stated order; all of them where there is no such package.

    Cost: a search for a package for each kind of option that none of those found before contains.
    """
    kinds = kinds_of(_without_values(problem))
    found: dict[tuple[str, str], tuple[Requirement, ...]] = {}
    possible: set[tuple[str, str]] = set()
    for issue, options in kinds.options.items():
        for first, alike in options.items():
            if (issue, first) in possible:
                continue
            settled = kinds.problem.settled({issue: first})
            place = find_package(settled, settled.matter, kernel)
            if place is None:
                because = find_blame(settled, settled.matter, kernel) or ()
                found |= {(issue, option): because for option in alike}
            else:
                possible.update(package_at(settled.issues, place).items())
    named = ((issue, option) for issue, options in problem.issues.items() for option in options)
    return tuple(ImpossibleOption(*each, because=found[each]) for each in named if each in found)


def find_contradictory_red_lines(problem: Problem, *, kernel: Kernel = ENUMERATION) -> tuple[ContradictoryRedLines, ...]:
    """The actors to whom their own red lines and links leave no package, though the matter's links do, in order of first mention."""
    stated = kinds_of(_without_values(problem)).problem
    found: list[ContradictoryRedLines] = []
    for owner in dict.fromkeys(each.owner for each in stated.requirements if each.owner):
        own = stated.bits(RequirementKind.RED_LINE, RequirementKind.LINK, owner=owner)
        if find_package(stated, stated.matter | own, kernel) is None:
            found.append(ContradictoryRedLines(owner, because=find_blame(stated, own, kernel) or ()))
    return tuple(found)


def find_circular_links(problem: Problem) -> tuple[CircularLinks, ...]:
    """The circles of links: each, once it binds and is kept, makes another one bind, until the first binds again.

    A link makes another bind if what it says of a package (its conditions and its terms) entails the other's conditions, one of
    them by its terms. Circles that share a link are one. Such links are no contradiction: they say that terms come all or none.
    """
    links = [each for each in problem.requirements if each.kind is RequirementKind.LINK]
    reach = [{after for after, second in enumerate(links) if second is not first and _forces(first, second)} for first in links]
    for through in range(len(links)):
        for ahead in reach:
            ahead.update(reach[through] if through in ahead else ())
    circles = {
        tuple(other for other in range(len(links)) if other in reach[at] and at in reach[other])
        for at in range(len(links))
        if at in reach[at]
    }
    return tuple(CircularLinks(tuple(links[at] for at in circle)) for circle in sorted(circles))


def _without_values(problem: Problem) -> Problem:
    """The problem without demands and values, which these faults have nothing to do with."""
    binding = (RequirementKind.RED_LINE, RequirementKind.LINK)
    requirements = tuple(each for each in problem.requirements if each.kind in binding)
    return evolve(problem, requirements=requirements, preferences=())


def _forces(first: Requirement, second: Requirement) -> bool:
    said = {**first.if_chosen, **first.requires}
    entailed = all(issue in said and said[issue] <= options for issue, options in second.if_chosen.items())
    return entailed and any(issue in first.requires for issue in second.if_chosen)
