"""The package that one would regret least, whatever turns out to be true of what is in doubt."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import define, evolve, field, frozen

from gobetween.bargaining.kernels import Choice, Kernel, Progress, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.kernels.objectives import Least, Total
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Status, Unknown
from gobetween.bargaining.robust.doubts import MOST_WORLDS, Doubtful, accepting, doubtful, sure_stand_ins
from gobetween.bargaining.robust.rivals import Rivalry, rivalries
from gobetween.model.doubt import Doubt
from gobetween.model.issues import Package
from gobetween.model.preferences import Preferences


@frozen
class LeastRegret:
    """The package whose greatest regret is least.

    `regret` is that regret, in shares of what a party could gain at most, summed over parties; it is felt in `world` (the name of
    one picture for each party), for want of `rival`; both are empty where there is nothing to regret. `among_sure` says that only
    packages surely in the deal zone were compared. The status is `Optimal`; `Feasible` if the search was stopped, with the least
    regret that any package can have at the bound; `Infeasible` if no package may be in the zone; `Unknown` if preferences are missing
    or pictures too many.
    """

    status: Status
    package: Package = field(factory=dict)
    regret: Fraction = field(default=Fraction(0), kw_only=True)
    rival: Package = field(factory=dict, kw_only=True)
    world: dict[str, str] = field(factory=dict, kw_only=True)
    among_sure: bool = field(default=True, kw_only=True)


def least_regret(problem: Problem, doubts: Iterable[Doubt], *, kernel: Kernel | None = None, watch: Watch = unwatched) -> LeastRegret:
    """The package whose regret, at worst, is least (minimax regret; Savage 1951).

    The regret of package x is the most that another package y could turn out to give more: the sum over parties of the difference
    in value, each as a share of the most that the party could gain over no deal in that picture. Everything that is in doubt turns
    out as it is worst for x: the options on which x and y differ are worth the most to y and the least to x. Rivals y are all
    packages that may be acceptable to everyone in the pictures in question; x is one that is surely in the deal zone, where there
    is any, or else one that may be. A party that can gain nothing in a picture does not count in it. Ties: the first package in
    stated order of those found.

    Rivals are added one by one until none is worse for the best x found than those there are (Boutilier, Patrascu, Poupart and
    Schuurmans 2006): exact, with whole numbers. Cost: that many searches, times the number of worlds.
    """
    question = doubtful(problem, doubts)
    if isinstance(question, Unknown):
        return LeastRegret(question)
    if question.count_worlds > MOST_WORLDS:
        return LeastRegret(
            Unknown(f"more than {MOST_WORLDS} combinations of the parties' pictures; give fewer assumption sets or ranks")
        )
    kernel = kernel or kernel_for(problem)
    return _Search(question, kernel, watch, rivalries(question, kernel)).run()


@frozen
class _Candidate:
    """A package, what it leaves to be regretted, the world and the rival for which; `bound` is the least that any package can."""

    choice: Choice
    regret: Fraction
    at: int = field(default=0, kw_only=True)
    rival: Choice = field(default=(), kw_only=True)
    bound: Fraction = field(default=Fraction(0), kw_only=True)


@define
class _Search:
    """The rivals so far, by the number of their world, and the best package found against them."""

    question: Doubtful
    kernel: Kernel
    watch: Watch
    rivalries: tuple[Rivalry, ...]
    rivals: list[tuple[int, Choice]] = field(factory=list)

    def run(self) -> LeastRegret:
        """The answer."""
        arenas, among_sure = self._arenas()
        if not arenas:
            return LeastRegret(Infeasible(()))
        best: _Candidate | None = None
        bound = Fraction(0)
        while True:
            candidate = self._master(arenas)
            bound = max(bound, candidate.bound)
            judged, fresh = self._judge(candidate.choice)
            best = judged if best is None or judged.regret < best.regret else best
            if best.regret <= bound:
                return self._result(best, Optimal(), among_sure)
            if not fresh or not self.watch(Progress("rivals", len(self.rivals))):
                return self._result(best, Feasible(bound), among_sure)
            self.rivals += fresh

    def _arenas(self) -> tuple[list[tuple[list[Preferences], Choice]], bool]:
        """Whose acceptance a package needs to be compared (surely everyone's; or possibly, in one world or another), with a package."""
        sure = [each for doubt in self.question.doubts for each in sure_stand_ins(doubt)]
        if found := self._with_package(sure):
            return [found], True
        each_world = (self._with_package(accepting(self.question, each.world)) for each in self.rivalries)
        return [found for found in each_world if found], False

    def _with_package(self, stand_ins: list[Preferences]) -> tuple[list[Preferences], Choice] | None:
        choice = self.kernel.find_package(*self.question.with_stand_ins(stand_ins))
        return None if choice is None else (stand_ins, choice)

    def _master(self, arenas: list[tuple[list[Preferences], Choice]]) -> _Candidate:
        """The best package against the rivals so far, and the least regret against them that any can have."""
        regained = [self.rivalries[at].regained(rival, f"rival/{place}") for place, (at, rival) in enumerate(self.rivals)]
        units = [self.rivalries[at].unit for at, _ in self.rivals]
        found = [self._best_in(*arena, [each for each, _ in regained], [lost for _, lost in regained], units) for arena in arenas]
        best = min(found, key=lambda each: (each.regret, each.choice))
        return evolve(best, bound=min(each.bound for each in found))

    def _best_in(
        self, binding: list[Preferences], first: Choice, columns: list[Preferences], lost: list[int], units: list[int]
    ) -> _Candidate:
        problem, kept = self.question.with_stand_ins(binding, columns)
        nobody = (0,) * len(binding)
        objective = Least((*nobody, *lost), (*nobody, *units), is_lexicographic=False)
        answer = self.kernel.search(problem, kept, objective, most=1, watch=self.watch)
        choice = answer.choices[0] if answer.choices else first
        regret = max((self.rivalries[at].regret(choice, rival) for at, rival in self.rivals), default=Fraction(0))
        if answer.is_proven:
            return _Candidate(choice, regret, bound=regret)
        best = answer.bound[0] if isinstance(answer.bound, tuple) and answer.bound else None
        return _Candidate(choice, regret, bound=Fraction(0) if best is None else -best)

    def _judge(self, choice: Choice) -> tuple[_Candidate, list[tuple[int, Choice]]]:
        """How much the package leaves to be regretted at worst, and the rivals for which that are new.

        Of worlds not reached before the watch says to stop, how much it could be at most.
        """
        worst, fresh = _Candidate(choice, Fraction(0), rival=choice), []
        goes_on = True
        for at, rivalry in enumerate(self.rivalries):
            goes_on = goes_on and self.watch(Progress("worlds", at, len(self.rivalries)))
            regret, rival = self._worst_rival(rivalry, choice) if goes_on else (self._greatest_regret(rivalry, choice), ())
            if rival and (at, rival) not in self.rivals:
                fresh.append((at, rival))
            if regret > worst.regret:
                worst = _Candidate(choice, regret, at=at, rival=rival)
        return worst, fresh

    def _worst_rival(self, rivalry: Rivalry, choice: Choice) -> tuple[Fraction, Choice]:
        """The greatest regret in that world, or what it can be at most, and the package for want of which it is felt, if any."""
        challenge = rivalry.challenge(choice, "challenge")
        binding = accepting(self.question, rivalry.world)
        problem, kept = self.question.with_stand_ins(binding, [challenge])
        answer = self.kernel.search(problem, kept, Total((*((0,) * len(binding)), 1)), most=1, watch=self.watch)
        rival = answer.choices[0] if answer.choices else ()
        regret = rivalry.regret(choice, rival) if rival else Fraction(0)
        if answer.is_proven:
            return regret, rival
        own = challenge.value(package_of(problem.issues, choice))
        most = answer.bound if isinstance(answer.bound, int | Fraction) else most_value(challenge)
        return max(regret, Fraction(most - own) / rivalry.unit), rival

    def _greatest_regret(self, rivalry: Rivalry, choice: Choice) -> Fraction:
        """What the regret in that world can be at most, for want of any package, acceptable or not."""
        challenge = rivalry.challenge(choice, "challenge")
        own = challenge.value(package_of(self.question.bare.issues, choice))
        return Fraction(most_value(challenge) - own, rivalry.unit)

    def _result(self, best: _Candidate, status: Status, among_sure: bool) -> LeastRegret:
        issues, rivalry = self.question.bare.issues, self.rivalries[best.at]
        return LeastRegret(
            status,
            package_of(issues, best.choice),
            regret=best.regret,
            rival=package_of(issues, best.rival) if best.rival and best.regret else {},
            world={each.least.party: each.name for each in rivalry.pictures} if best.regret else {},
            among_sure=among_sure,
        )


def most_value(preferences: Preferences) -> int:
    """What no package can be worth more than: the best option on every issue, and every link that adds."""
    best = sum(max(options.values(), default=0) for options in preferences.option_values.values())
    return best + sum(max(0, link.value) for link in preferences.links)
