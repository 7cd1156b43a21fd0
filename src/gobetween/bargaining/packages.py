"""Packages in their stated order: how many there are, one by one, and by their place in that order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

from gobetween.bargaining.problems import Problem
from gobetween.model.errors import InvalidCase, TooManyPackages
from gobetween.model.issues import Package

MOST_PACKAGES = 10**6
"""How many packages complete enumeration takes on."""

Issues = Mapping[str, tuple[str, ...]]


def count_packages(issues: Issues) -> int:
    """How many packages there are: the product of the numbers of options (one, the empty package, without any issue)."""
    return prod(len(options) for options in issues.values())


def refuse_too_many(issues: Issues) -> None:
    """Stop before an enumeration that would not end.

    Raises:
        TooManyPackages: there are more than `MOST_PACKAGES`.
    """
    count = count_packages(issues)
    if count > MOST_PACKAGES:
        msg = (
            f"{len(issues)} issues make {count:,} packages, and complete enumeration takes on {MOST_PACKAGES:,} at most; the engine's "
            'fast kernel takes on more (pip install "gobetween[engine]"); without it, take fewer issues together, merge options that '
            "nobody distinguishes, or settle an issue by leaving it one option"
        )
        raise TooManyPackages(msg)


def every_package(issues: Issues) -> Iterator[dict[str, str]]:
    """Every package in stated order: that of the issues and of their options, the last issue varying fastest.

    Raises:
        TooManyPackages: there are more than `MOST_PACKAGES`.
    """
    refuse_too_many(issues)
    return (dict(zip(issues, chosen, strict=True)) for chosen in product(*issues.values()))


def package_at(issues: Issues, place: int) -> dict[str, str]:
    """The package at that place in the stated order, from 0."""
    return package_of(issues, choice_at(issues, place))


def choice_at(issues: Issues, place: int) -> tuple[int, ...]:
    """The package at that place in the stated order, from 0, as the number of its option for each issue."""
    chosen: list[int] = []
    for options in reversed(tuple(issues.values())):
        place, index = divmod(place, len(options))
        chosen.append(index)
    return tuple(reversed(chosen))


def package_of(issues: Issues, choice: Sequence[int]) -> dict[str, str]:
    """The package that takes on each issue the option of that number."""
    return {issue: options[at] for (issue, options), at in zip(issues.items(), choice, strict=True)}


def choice_of(issues: Issues, package: Package) -> tuple[int, ...]:
    """The number of the option that a whole package takes on each issue."""
    return tuple(options.index(package[issue]) for issue, options in issues.items())


def issues_left_open(problem: Problem, package: Package) -> tuple[str, ...]:
    """The issues on which a partial package says nothing.

    Raises:
        InvalidCase: it names an issue or an option that the problem does not have.
    """
    for issue, option in package.items():
        if option not in problem.issues.get(issue, ()):
            allowed = ", ".join(problem.issues.get(issue, problem.issues))
            msg = f"a package takes '{option}' on '{issue}', which is not to be had; allowed there: {allowed}"
            raise InvalidCase(msg)
    return tuple(issue for issue in problem.issues if issue not in package)
