"""The single question to a single party whose answer would tell most about the deal zone."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, field, frozen

from gobetween.bargaining.kernels import Count, Kernel, Progress, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible, Optimal, Status, Unknown
from gobetween.bargaining.robust.doubts import Doubtful, doubtful
from gobetween.bargaining.robust.narrowings import Asked, Question, after, questions
from gobetween.bargaining.robust.zones import Sureness, doubtful_packages, less, sureness_to
from gobetween.model.doubt import Doubt
from gobetween.model.issues import Package

ASKED_ABOUT = 10
"""About so many of the packages in doubt it is considered to ask whether they are acceptable."""


@frozen
class Asking:
    """A question, and how many packages would be in doubt after each possible answer; `left` is that number at worst."""

    question: Question
    answers: dict[str, Count] = field(kw_only=True)

    @property
    def left(self) -> int:
        """How many packages are in doubt at most, whatever the answer."""
        return max(each.most for each in self.answers.values())


@frozen
class BestQuestion:
    """The question after whose worst answer the fewest packages are in doubt, of those `looked_at` out of `of`.

    `None` if no question that was looked at is sure to tell anything. The status is `Optimal` if all of them were looked at and
    counted exactly, otherwise `Feasible`; `Unknown` if nothing is known of somebody's preferences.
    """

    status: Status
    best: Asking | None = None
    in_doubt: Count = field(default=Count(0, 0), kw_only=True)
    looked_at: int = field(default=0, kw_only=True)
    of: int = field(default=0, kw_only=True)


def best_question(
    problem: Problem,
    doubts: Iterable[Doubt],
    *,
    packages: Iterable[Package] = (),
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
) -> BestQuestion:
    """The one question whose answer, whatever it is, leaves the fewest packages in doubt.

    A question goes to one party about its own preferences alone: which picture is right; whether its reservation value, or an option
    value, is above the middle of what it may be; which of two issues matters more; whether it would accept a package (the
    `packages` given, and some of those in doubt). Each possible answer narrows the doubt, and the packages that then are possibly
    but not surely in the zone are counted. Ties: the first in that order, option values with the widest ends first, by parties. What
    a party would answer in truth is its own.

    Cost: two counts for each answer of each question; a question is given up as soon as an answer is no better than the best.
    """
    question = doubtful(problem, doubts)
    if isinstance(question, Unknown):
        return BestQuestion(question)
    kernel = kernel or kernel_for(problem)
    before = _in_doubt(question, kernel, watch)
    if not before.most:
        return BestQuestion(Optimal(), in_doubt=before)
    found = doubtful_packages(question, ASKED_ABOUT, kernel, watch)
    offered = (*packages, *(package_of(problem.issues, choice) for choice in found))
    candidates = _candidates(question, offered)
    best, looked_at, limit = None, 0, before.most
    for each in candidates:
        if not watch(Progress("questions", looked_at, len(candidates))):
            break
        asking = _asking(question, each, kernel, limit, watch)
        looked_at += 1
        if asking is not None:
            best, limit = asking, asking.left
    is_whole = looked_at == len(candidates) and before.is_exact
    return BestQuestion(Optimal() if is_whole else Feasible(), best, in_doubt=before, looked_at=looked_at, of=len(candidates))


def _candidates(question: Doubtful, packages: tuple[Package, ...]) -> list[Question]:
    """The questions by what they are about, those about the widest ends first, so that the likeliest are looked at before a stop."""
    found = []
    for doubt in question.doubts:
        if not doubt.is_none:
            hanging = tuple(each for each in packages if sureness_to(doubt, each) is Sureness.POSSIBLY)
            found += [(each, _width(doubt, each)) for each in questions(doubt, question.bare.issues, hanging)]
    order = list(Asked)
    return [each for each, _ in sorted(found, key=lambda pair: (order.index(pair[0].about), -pair[1]))]


def _width(doubt: Doubt, asked: Question) -> int:
    """How far the ends of an option value lie apart at most."""
    if asked.issue is None or asked.option is None:
        return 0
    ends = [each.ends(asked.issue, asked.option) for each in doubt.pictures]
    return max(high for _, high in ends) - min(low for low, _ in ends)


def _asking(question: Doubtful, candidate: Question, kernel: Kernel, limit: int, watch: Watch) -> Asking | None:
    """What the question would leave in doubt, if less than the limit whatever the answer."""
    place = next(at for at, doubt in enumerate(question.doubts) if doubt.party == candidate.party)
    answers: dict[str, Count] = {}
    left = after(question.doubts[place], candidate, question.bare.issues)
    if len(left) < 2 or any(doubt == question.doubts[place] for doubt in left.values()):
        return None
    for answer, doubt in left.items():
        doubts = (*question.doubts[:place], doubt, *question.doubts[place + 1 :])
        answers[answer] = _in_doubt(evolve(question, doubts=doubts), kernel, watch)
        if answers[answer].most >= limit:
            return None
    return Asking(candidate, answers=answers)


def _in_doubt(question: Doubtful, kernel: Kernel, watch: Watch) -> Count:
    everyone = [doubt.party for doubt in question.doubts]
    possible = question.count(kernel, possible=everyone, watch=watch)
    return less(possible, question.count(kernel, sure=everyone, watch=watch)) if possible.most else possible
