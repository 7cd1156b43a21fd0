"""Links and requirements that span several issues, followed from issue to issue by one of three states."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from gobetween.bargaining.problems import Problem
from gobetween.model.issues import OptionSets

OPEN, UNMET, CLOSED = 0, 1, 2
"""Its condition holds so far and its terms are met so far; its condition holds so far and its terms are not met; it is decided."""

Bools = NDArray[np.bool_]
States = NDArray[np.uint8]


@frozen
class Track:
    """A requirement (`bit`) or a value link (`party`, `value`): for each issue, by its number, which options it names there.

    A requirement is broken once all `conditions` are fulfilled and one of the `terms` is not; a value link holds once all its
    `conditions` are fulfilled, and has no terms. `is_kept` requirements may not be broken; of others it is noted.
    """

    conditions: Mapping[int, Bools]
    terms: Mapping[int, Bools] = field(factory=dict)
    bit: int = field(default=-1, kw_only=True)
    is_kept: bool = field(default=False, kw_only=True)
    party: int = field(default=-1, kw_only=True)
    value: int = field(default=0, kw_only=True)

    @property
    def is_requirement(self) -> bool:
        """Whether it is a requirement, not a value link."""
        return self.bit >= 0

    @property
    def span(self) -> frozenset[int]:
        """The issues it speaks of."""
        return frozenset((*self.conditions, *self.terms))

    @property
    def start(self) -> int:
        """Its state before the first issue."""
        return UNMET if self.is_requirement and not self.terms else OPEN

    def alone(self, issue: int) -> Bools:
        """Which options of the one issue that it speaks of break it, or let the value link hold."""
        if issue not in self.conditions:
            return ~self.terms[issue]
        return self.conditions[issue] & ~self.terms[issue] if issue in self.terms else self.conditions[issue]

    def step(self, issue: int, options: int, later: Collection[int]) -> tuple[States, Bools]:
        """What each option of an issue makes of each state, and where that decides it: broken, or the value link holds.

        Both have shape (3, options); `later` are the issues that come after this one.
        """
        after = np.full((3, options), CLOSED, np.uint8)
        falls = np.zeros((3, options), np.bool_)
        fulfilled = self.conditions.get(issue, np.ones(options, np.bool_))
        failing = ~self.terms[issue] if issue in self.terms else np.zeros(options, np.bool_)
        is_condition_ahead = any(each in later for each in self.conditions)
        is_term_ahead = any(each in later for each in self.terms)
        for state in (OPEN, UNMET):
            unmet = fulfilled & (failing | (state == UNMET))
            met = fulfilled & ~unmet
            if is_condition_ahead:
                after[state, unmet] = UNMET
                after[state, met] = OPEN if is_term_ahead or not self.is_requirement else CLOSED
            else:
                falls[state] = unmet if self.is_requirement else met
                after[state, met] = OPEN if is_term_ahead else CLOSED
        return after, falls


def tracks_of(problem: Problem, noted: int, kept: int) -> Iterator[Track]:
    """The requirements that are `kept` or `noted` (bits), reservations apart, and all value links that can hold."""
    places = {issue: at for at, issue in enumerate(problem.issues)}
    for at, each in enumerate(problem.requirements):
        if each.least is None and (kept | noted) >> at & 1:
            conditions, terms = _named(problem, places, each.if_chosen), _named(problem, places, each.requires)
            yield Track(conditions, terms, bit=at, is_kept=bool(kept >> at & 1))
    for party, preferences in enumerate(problem.preferences):
        for link in preferences.links:
            if link.if_chosen.keys() <= places.keys() and link.value:
                yield Track(_named(problem, places, link.if_chosen), party=party, value=link.value)


def _named(problem: Problem, places: Mapping[str, int], sets: OptionSets) -> dict[int, Bools]:
    return {
        places[issue]: np.fromiter((option in options for option in problem.issues[issue]), np.bool_)  # of that issue's options
        for issue, options in sets.items()
    }
