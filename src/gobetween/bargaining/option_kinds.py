"""Options that nothing distinguishes, taken together, so that cases with many issues stay small enough to enumerate."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from math import prod

from attrs import evolve, frozen

from gobetween.bargaining.kernels.effects import Effect, effects_of
from gobetween.bargaining.problems import Problem


@frozen
class OptionKinds:
    """A `problem` with one option of each kind, the first, and for each issue and such option all options of its kind.

    Options are of one kind if they do the same to every requirement and are worth the same to everyone whose preferences are known.
    Whatever is required or worth is the same for all packages that a package of `problem` stands for, and it is their first.
    """

    problem: Problem
    options: Mapping[str, Mapping[str, tuple[str, ...]]]

    def counts(self) -> list[int]:
        """How many packages each package of `problem` stands for, in stated order."""
        return [prod(sizes) for sizes in product(*([len(alike) for alike in kinds.values()] for kinds in self.options.values()))]


def kinds_of(problem: Problem) -> OptionKinds:
    """The kinds of a problem's options; an issue that nothing speaks of has one. Cost: as `effects_of`."""
    options: dict[str, dict[str, tuple[str, ...]]] = {}
    for issue, effects in zip(problem.issues, effects_of(problem).levels, strict=True):
        alike: dict[Effect, list[str]] = {}
        for option, effect in zip(problem.issues[issue], effects, strict=True):
            alike.setdefault(effect, []).append(option)
        options[issue] = {first: (first, *others) for first, *others in alike.values()}
    return OptionKinds(evolve(problem, issues={issue: tuple(kinds) for issue, kinds in options.items()}), options)
