"""What an answer is: words and tables for people, exact data for programs, a plot, and what every copy must say of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import repeat
from typing import Protocol, runtime_checkable

from attrs import field, frozen

from gobetween.bargaining.kernels import Watch
from gobetween.briefs.answers.plots import AnswerPlot
from gobetween.briefs.blocks import Block, Cell, GainsPlot, Mark
from gobetween.briefs.scenes import Scene


@frozen
class PartyGain:
    """What a package gives a party: its `value` and its `gain` over no deal in the party's own whole numbers, and its share.

    The share is of the most that the party could gain over no deal; `None` where it could gain nothing at all. Of a party whose
    numbers the audience may compute with but not see, the share is in whole per cent, and the numbers are `None`.
    """

    value: int | None
    gain: int | None
    share: Fraction | None


@frozen
class GivenPackage:
    """A package by the ids of issues and options, and what it gives to everyone with preferences."""

    terms: Mapping[str, str]
    gains: Mapping[str, PartyGain]


@frozen
class GivenRequirement:
    """A requirement as an answer tells of it: whose it is, of which kind, and in words; never the number behind a reservation."""

    id: str
    owner: str | None
    kind: str = field(kw_only=True)
    words: str = field(kw_only=True)
    if_chosen: Mapping[str, tuple[str, ...]] = field(kw_only=True)
    requires: Mapping[str, tuple[str, ...]] = field(kw_only=True)
    items: tuple[str, ...] = field(kw_only=True)


@frozen
class GivenStatus:
    """How far a result is proven: `optimal`, `feasible` (with a `bound`, if there is one), `infeasible` or `unknown` (and why)."""

    status: str
    bound: int | Fraction | None = field(default=None, kw_only=True)
    conflict: tuple[GivenRequirement, ...] = field(default=(), kw_only=True)
    reason: str = field(default="", kw_only=True)


@frozen
class GivenParty:
    """Whose numbers were computed with and what they rest on; `reservation` and `best` are in its own numbers, where these are open."""

    id: str
    name: str
    basis: str = field(kw_only=True)
    reservation: int | None = field(default=None, kw_only=True)
    best: int | None = field(default=None, kw_only=True)


@frozen
class Answer:
    """The answer to one question for one audience.

    `result` is a value of the question's own, exact throughout; `essence` says it in a sentence or two, `blocks` in tables. All
    of it rests on what the `marks` say.
    """

    question: str
    case: str
    audience: str = field(kw_only=True)
    as_of: dt.date | None = field(default=None, kw_only=True)
    assumptions: tuple[str, ...] = field(default=(), kw_only=True)
    notices: tuple[str, ...] = field(default=(), kw_only=True)
    marks: tuple[Mark, ...] = field(default=(), kw_only=True)
    parties: tuple[GivenParty, ...] = field(default=(), kw_only=True)
    essence: tuple[Cell, ...] = field(default=(), kw_only=True)
    blocks: tuple[Block, ...] = field(default=(), kw_only=True)
    result: object = field(kw_only=True)
    plot: AnswerPlot | GainsPlot | None = field(default=None, kw_only=True)


@runtime_checkable
class Portioned(Protocol):
    """A watch that shares out the time that it allows."""

    def portions(self, count: int) -> Iterator[Watch]:
        """So many watches, for one search after the other: each, when it is asked for, allows its part of the time then left."""
        ...


def portions_of(watch: Watch, count: int) -> Iterator[Watch]:
    """The watch's portions, or itself again and again if it has none."""
    return watch.portions(count) if isinstance(watch, Portioned) else repeat(watch, count)


class Question(Protocol):
    """Something that may be asked of a case; of several scenes, one for each set of assumptions, most questions take the first."""

    def answered(self, scenes: tuple[Scene, ...], watch: Watch) -> Answer:
        """The answer as far as it was found until `watch` said to stop.

        Raises:
            NotDisclosed: what it needs is not open to the audience.
            InvalidCase: what was asked names something that is not there.
            BeyondReach: the case is more than can be computed with.
            Undecided: the search was stopped before it could tell anything.
        """
        ...
