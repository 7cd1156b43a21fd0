"""Faults in what a problem requires, before anybody bargains: options that cannot be had, contradictions, circles."""

from __future__ import annotations

from collections.abc import Collection

from attrs import evolve, field, frozen

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.kernels.objectives import Total
from gobetween.bargaining.option_kinds import kinds_of
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem, reservation_of
from gobetween.bargaining.requirements import Requirement, RequirementKind
from gobetween.model.issues import Package
from gobetween.model.preferences import Preferences, ValueBasis


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


def find_faults(problem: Problem, *, kernel: Kernel | None = None) -> tuple[Finding, ...]:
    """Everything of these kinds, in this order: contradictory links of the matter or else impossible options, red lines, circles.

    Where the links of the matter leave no package, nothing is said of single options and actors: they share that fault.

    Raises:
        BeyondReach: the problem is too large, or too entangled, for the kernel.
    """
    circles = find_circular_links(problem)
    stated = kinds_of(_without_values(problem)).problem
    asked = kernel or kernel_for(stated)
    if asked.find_package(stated, stated.matter) is None:
        return (ContradictoryLinks(find_blame(stated, stated.matter, asked) or ()), *circles)
    return (*find_impossible_options(problem, kernel=kernel), *find_contradictory_red_lines(problem, kernel=kernel), *circles)


def find_impossible_options(problem: Problem, *, kernel: Kernel | None = None) -> tuple[ImpossibleOption, ...]:
    """The options that no package meeting the matter's links contains, in stated order; all of them where there is no such package.

    Cost: searches for packages that contain as many kinds of options as possible that none of those found before contains, mostly
    as many as the largest issue has options; then a minimal conflict for each kind that is left.
    """
    kinds = kinds_of(_without_values(problem))
    stated, asked = kinds.problem, kernel or kernel_for(kinds.problem)
    found = {
        (issue, option): find_blame(settled, settled.matter, asked) or ()
        for issue, first in _never_chosen(stated, asked)
        for settled in [stated.settled({issue: first})]
        for option in kinds.options[issue][first]
    }
    named = ((issue, option) for issue, options in problem.issues.items() for option in options)
    return tuple(ImpossibleOption(*each, because=found[each]) for each in named if each in found)


def _never_chosen(problem: Problem, kernel: Kernel) -> tuple[tuple[str, str], ...]:
    """The options that no package meeting the matter's links contains."""
    unseen = {(issue, option): None for issue, options in problem.issues.items() for option in options}
    while unseen:
        package = _package_with_most(problem, unseen, kernel)
        chosen = [each for each in package.items() if each in unseen]
        if not chosen:
            break
        for each in chosen:
            del unseen[each]
    return tuple(unseen)


def _package_with_most(problem: Problem, options: Collection[tuple[str, str]], kernel: Kernel) -> Package:
    """A package that meets the matter's links and contains as many of these options as possible; empty if there is none."""
    worth = {issue: {option: int((issue, option) in options) for option in among} for issue, among in problem.issues.items()}
    seeking = Preferences("?", worth, reservation=0, basis=ValueBasis.ASSUMED)
    sought = evolve(problem, requirements=(*problem.requirements, reservation_of(seeking)), preferences=(seeking,))
    found = kernel.search(sought, problem.matter, Total((1,)), most=1)
    return package_of(problem.issues, found.choices[0]) if found.choices else {}


def find_contradictory_red_lines(problem: Problem, *, kernel: Kernel | None = None) -> tuple[ContradictoryRedLines, ...]:
    """The actors to whom their own red lines and links leave no package, though the matter's links do, in order of first mention."""
    stated = kinds_of(_without_values(problem)).problem
    asked = kernel or kernel_for(stated)
    found: list[ContradictoryRedLines] = []
    for owner in dict.fromkeys(each.owner for each in stated.requirements if each.owner):
        own = stated.bits(RequirementKind.RED_LINE, RequirementKind.LINK, owner=owner)
        if asked.find_package(stated, stated.matter | own) is None:
            found.append(ContradictoryRedLines(owner, because=find_blame(stated, own, asked) or ()))
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
