"""The best packages met so far in a search, all those that are equally good, and what is still worth looking at."""

from __future__ import annotations

from fractions import Fraction

from attrs import define, field

from gobetween.bargaining.kernels import Choice, Found
from gobetween.bargaining.kernels.objectives import Least, Objective, Score

Number = int | Fraction


@define
class Incumbents:
    """The best packages so far by the objective's exact score; `crowd` counts those whose least gain equals the best's."""

    objective: Objective
    most: int
    score: Score | None = None
    values: tuple[int, ...] = ()
    choices: set[Choice] = field(factory=set)
    crowd: int = 0

    @property
    def first(self) -> Number | None:
        """The score as one number: its first entry, where it has several."""
        return self.score[0] if isinstance(self.score, tuple) else self.score

    @property
    def are_too_many(self) -> bool:
        """Whether more packages are equally good than were asked for, so that only better ones are of interest."""
        return len(self.choices) > self.most

    def is_wanted(self, values: tuple[int, ...]) -> bool:
        """Whether a package with these values is as good as the best so far, or better."""
        score = self.objective.score(values)
        if score is None:
            return False
        if isinstance(score, tuple) and self.score is not None and score[0] == self.first:
            self.crowd += 1
        return self.score is None or score >= self.score  # type: ignore[operator]  # scores of one objective compare

    def take(self, choice: Choice, values: tuple[int, ...]) -> bool:
        """Take in a package that is wanted, and say whether that changes what is worth looking at."""
        score, before = self.objective.score(values), self.first
        if self.score is not None and score == self.score:
            if self.are_too_many:
                return False
            self.choices.add(choice)
            return self.are_too_many
        self.score, self.values, self.choices = score, values, {choice}
        self.crowd = self.crowd if self.first == before else 1
        return self.first != before or self.are_too_many

    def found(self, *, is_proven: bool, are_all: bool = True, bound: Number | None = None) -> Found:
        """What a search gives back with these as its best, and if they are not proven with a bound on the score.

        `are_all`: whether the search went to its end, so that all that are equally good were met.
        """
        of_least = isinstance(self.objective, Least)
        reach: Score | None = (Fraction(bound),) if of_least and bound is not None else bound
        return Found(
            tuple(sorted(self.choices)[: self.most]),
            is_proven=is_proven,
            are_all=is_proven and are_all and not self.are_too_many,
            bound=None if is_proven else reach,
        )
