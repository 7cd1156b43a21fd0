"""Results of the engine as an answer gives them: packages with everybody's gains, statuses, requirements in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from gobetween.bargaining.deal_zones import only, value_for
from gobetween.bargaining.kernels import Undecided, Watch
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement, RequirementKind
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Status, Unknown
from gobetween.briefs.answers.answers import Answer, GivenPackage, GivenParty, GivenRequirement, GivenStatus, PartyGain
from gobetween.briefs.answers.guesses import doubts_in
from gobetween.briefs.answers.numbers_open import sees_all
from gobetween.briefs.blocks import Cell, Mark
from gobetween.briefs.notices import notices_of_results
from gobetween.briefs.numbers import marks_of
from gobetween.briefs.numbers_seen import in_whole_per_cent, sees
from gobetween.briefs.phrasing import listed
from gobetween.briefs.requirements_in_words import conflict_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sticking_points import computed_marks
from gobetween.briefs.unreckoned import unreckoned
from gobetween.model.issues import OptionSets, Package
from gobetween.model.preferences import ASSUMPTION_NOTICE, Preferences, ValueBasis

NO_GAIN = "–"


@frozen
class Giving:
    """A scene and what each party could get at best: what tells of packages how they serve everyone, as far as the audience may see."""

    scene: Scene
    problem: Problem
    best: tuple[int, ...]

    @classmethod
    def of(cls, scene: Scene, problem: Problem, watch: Watch) -> Giving:
        """The scale takes a search for each party's best package: make it once an answer, before anything else.

        Where the links of the matter leave no package, everybody's best is its reservation value.

        Raises:
            Undecided: it was stopped before it found a package.
        """
        kernel = kernel_for(problem)
        found = [
            kernel.search(problem, problem.matter, only(problem, at), most=1, watch=watch) for at in range(len(problem.preferences))
        ]
        if any(not each.choices and not each.is_proven for each in found):
            raise Undecided("the search was stopped before it found anything; allow it more time with --seconds")
        if not all(each.choices for each in found):
            return cls(scene, problem, problem.reservations)
        return cls(scene, problem, tuple(value_for(problem, at, each.choices[0]) for at, each in enumerate(found)))

    @property
    def parties(self) -> tuple[str, ...]:
        """Everyone with preferences, in order."""
        return tuple(each.party for each in self.problem.preferences)

    def package(self, terms: Package) -> GivenPackage:
        """The package with what it gives to everyone."""
        values = {each.party: each.value(terms) for each in self.problem.preferences}
        return GivenPackage({issue: terms[issue] for issue in self.problem.issues if issue in terms}, self.gains(values))

    def gains(self, values: Mapping[str, int]) -> dict[str, PartyGain]:
        """What these values are to everyone."""
        return {
            each.party: self._gain(each, best, values[each.party])
            for each, best in zip(self.problem.preferences, self.best, strict=True)
        }

    def _gain(self, preferences: Preferences, best: int, value: int) -> PartyGain:
        gain, most = value - preferences.reservation, best - preferences.reservation
        share = Fraction(gain, most) if most > 0 else None
        if sees(self.scene, preferences.party):
            return PartyGain(value, gain, share)
        return PartyGain(None, None, None if share is None else in_whole_per_cent(share))

    def given_parties(self) -> tuple[GivenParty, ...]:
        """Whose numbers these are."""
        return tuple(
            GivenParty(
                each.party,
                self.scene.names.actor(each.party),
                basis=each.basis,
                reservation=each.reservation if sees(self.scene, each.party) else None,
                best=best if sees(self.scene, each.party) else None,
            )
            for each, best in zip(self.problem.preferences, self.best, strict=True)
        )

    def status(self, status: Status) -> GivenStatus:
        """The status with its conflict in words; a bound in everybody's numbers shows only to who may see them all."""
        return status_of(self.scene, status, shows_bound=all(sees(self.scene, each) for each in self.parties))


def status_of(scene: Scene, status: Status, *, shows_bound: bool = True) -> GivenStatus:
    """The status as an answer gives it."""
    match status:
        case Optimal():
            return GivenStatus("optimal")
        case Infeasible():
            return GivenStatus("infeasible", conflict=requirements_of(scene, status.conflict))
        case Unknown():
            return GivenStatus("unknown", reason=status.reason)
        case Feasible():
            return GivenStatus("feasible", bound=status.bound if shows_bound else None)


def requirements_of(scene: Scene, requirements: Iterable[Requirement]) -> tuple[GivenRequirement, ...]:
    """The requirements as an answer gives them."""
    return tuple(
        GivenRequirement(
            each.id,
            each.owner,
            kind=each.kind,
            words=conflict_in_words(scene, (each,)),
            if_chosen=_sets(each.if_chosen),
            requires=_sets(each.requires),
            items=each.items if each.kind is not RequirementKind.RESERVATION else (),
        )
        for each in requirements
    )


def _sets(sets: OptionSets) -> dict[str, tuple[str, ...]]:
    return {issue: tuple(sorted(options)) for issue, options in sets.items()}


def gain_cell(gain: PartyGain) -> Cell:
    """`64%`, and where the numbers are open the value and the gain over no deal before it: `7,120 (+2,120, 64%)`."""
    if gain.value is None or gain.gain is None:
        return Cell(share_words(gain.share))
    return Cell(f"{gain.value:,} ({signed(gain.gain)}, {share_words(gain.share)})")


def share_words(share: Fraction | None) -> str:
    """A share in whole per cent, or a dash."""
    return NO_GAIN if share is None else f"{round(share * 100)}%".replace("-", "−")


def signed(number: int) -> str:
    """`+120`, `0`, `−80`."""
    return f"{number:+,}".replace("-", "−") if number else "0"


def terms_in_words(scene: Scene, terms: Package) -> str:
    """The package issue by issue, by titles."""
    return "; ".join(f"{scene.names.issue(issue)}: {scene.names.option(issue, option)}" for issue, option in terms.items())


def gains_note(scene: Scene) -> str:
    """What the numbers of a table of gains mean."""
    share = "the gain over no deal as a share of the most that the party could gain over no deal, in any package that the links allow "
    share += f"({NO_GAIN}: it can gain nothing in any)"
    if sees_all(scene):
        return f"For each party: the value in its own numbers, in brackets the gain over no deal, and per cent: {share}."
    return f"Per cent: {share}. Numbers that may be computed with for this reader, but not seen, are left out."


def answer_for(scenes: tuple[Scene, ...], question: str, *, by_numbers: bool = True, is_assumed: bool = False, **parts: Any) -> Answer:
    """An answer with what every copy must say: fictional, rehearsed, entrusted, assumed (also beside numbers), as of when, for whom."""
    scene = scenes[0]
    marks = marks_of(scene) if by_numbers else computed_marks(scene)
    notices = (notice for each in scenes for notice in notices_of_results(each, computed=by_numbers))
    middle = _middle_of_doubt(scene) if by_numbers and question != "robust" else ()
    left_out = tuple(filter(None, map(unreckoned, scenes)))
    return Answer(
        question,
        scene.case.title,
        audience=scene.view.audience_name,
        as_of=scene.view.as_of,
        marks=tuple(each for each in Mark if each in marks or (is_assumed and each is Mark.ASSUMED)),
        assumptions=tuple(dict.fromkeys(each.assumption for each in scenes if each.assumption is not None)),
        notices=tuple(dict.fromkeys((*((ASSUMPTION_NOTICE,) if is_assumed else ()), *notices, *middle, *left_out))),
        **parts,
    )


def _middle_of_doubt(scene: Scene) -> tuple[str, ...]:
    """Whose numbers, of those computed with, are the middle of what is in doubt."""
    in_doubt = {each.party for each in doubts_in(scene)}
    assumed = (each.party for each in scene.preferences if each.basis is ValueBasis.ASSUMED)
    taken = [scene.names.actor(party) for party in assumed if party in in_doubt]
    if not taken:
        return ()
    return (f"In doubt: the numbers of {listed(taken)}. Here the middle of what they may be is taken; gobetween robust takes it all.",)


def basis_words(scene: Scene) -> str:
    """Whose numbers these are."""
    given = listed(f"{scene.names.actor(each.party)} ({each.basis})" for each in scene.preferences)
    return f"Numbers of: {given}. Results of arithmetic inform people; they are nobody's answer."
