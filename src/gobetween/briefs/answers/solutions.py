"""The answer to: which packages do the solution concepts choose, and what do they give?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import evolve, field, frozen

from gobetween.bargaining.kernels import Watch
from gobetween.bargaining.solutions.egalitarian import solve_egalitarian
from gobetween.bargaining.solutions.kalai_smorodinsky import solve_kalai_smorodinsky
from gobetween.bargaining.solutions.leximin import solve_leximin
from gobetween.bargaining.solutions.nash import NashPackage, NashSolution, solve_nash
from gobetween.bargaining.solutions.results import Solution, SolvedPackage
from gobetween.bargaining.solutions.utilitarian import solve_utilitarian
from gobetween.briefs.answers.answers import Answer, GivenStatus, portions_of
from gobetween.briefs.answers.gains import gains_of
from gobetween.briefs.answers.given.solutions import ChosenPackage, GivenSolution, GivenSolutions
from gobetween.briefs.answers.giving import Giving, answer_for, basis_words, gain_cell, gains_note, share_words
from gobetween.briefs.answers.numbers_open import problem_with_numbers, problem_with_seen_numbers, sees_all
from gobetween.briefs.blocks import Block, Cell, GainsPlot
from gobetween.briefs.cells import listing_of, paragraph, table_of
from gobetween.briefs.gains import NamedPackage, terms_table
from gobetween.briefs.phrasing import counted, listed
from gobetween.briefs.quantities import large
from gobetween.briefs.scenes import Scene
from gobetween.model.errors import InvalidCase

RULES = {
    "nash": "Nash",
    "kalai-smorodinsky": "Kalai-Smorodinsky",
    "leximin": "Leximin",
    "egalitarian": "Egalitarian",
    "utilitarian": "Utilitarian",
}
MEANINGS = {
    "nash": "the greatest product of gains over no deal",
    "kalai-smorodinsky": "the least part as great as can be, then the next; a gain as a part of the most that the party could gain "
    "in the deal zone",
    "leximin": "the least gain, in the parties' own numbers, as great as can be, then the next least, and so on",
    "egalitarian": "the least gain, in the parties' own numbers, as great as can be",
    "utilitarian": "the greatest sum of parts, a gain as a part of the most that the party could gain in the deal zone; with "
    "weights the greatest sum of values in the parties' own numbers, each times its weight",
}
OF_THE_ZONE = frozenset({"kalai-smorodinsky", "utilitarian"})
"""Rules that compare shares of the most that a party could gain in the deal zone, not in any package."""

SOLVERS: dict[str, Callable[..., NashSolution | Solution]] = {
    "nash": solve_nash,
    "kalai-smorodinsky": solve_kalai_smorodinsky,
    "leximin": solve_leximin,
    "egalitarian": solve_egalitarian,
    "utilitarian": solve_utilitarian,
}
SHOWN_TIES = 4
SHOWN_UNSEEN = 1
"""So many packages that tie are listed where numbers may not be seen: that others tie tells more of the numbers than the result."""


@frozen
class SolveAsked:
    """The packages that these rules choose; `weights` by party, whole numbers, 1 where nothing is said; `limit` ties are listed."""

    rules: tuple[str, ...] = tuple(RULES)
    weights: Mapping[str, int | Fraction] = field(factory=dict)
    limit: int = field(default=SHOWN_TIES, kw_only=True)

    def answered(self, scenes: tuple[Scene, ...], watch: Watch) -> Answer:
        """See `Question.answered`."""
        scene = scenes[0]
        if self.weights:
            problem = problem_with_seen_numbers(scene, "by choosing weights they could be brought out")
        else:
            problem = problem_with_numbers(scene)
        giving = Giving.of(scene, problem, watch)
        _refuse_strangers(self.weights, giving)
        found = solutions_of(giving, self.rules, weights=self.weights, watch=watch)
        limit = self.limit if sees_all(scene) else min(self.limit or SHOWN_UNSEEN, SHOWN_UNSEEN)
        listed_ties = tuple(_cut(each, limit) for each in found)
        return answer_for(
            scenes,
            "solve",
            parties=giving.given_parties(),
            essence=tuple(Cell(text) for text in (*_weighed(scene, self.weights), *_essence(giving, found))),
            blocks=tuple(_blocks(scene, listed_ties)),
            result=GivenSolutions(listed_ties, dict(self.weights)),
            plot=_plot(scene, listed_ties, self.weights),
        )


def rules_named(name: str) -> tuple[str, ...]:
    """The rule of that name, or every rule for `all`.

    Raises:
        InvalidCase: there is no such rule.
    """
    if name not in ("all", *RULES):
        raise InvalidCase(f"there is no rule {name!r}; rules: all, {', '.join(RULES)}")
    return tuple(RULES) if name == "all" else (name,)


def _refuse_strangers(weights: Mapping[str, int | Fraction], giving: Giving) -> None:
    for party in weights:
        if party not in giving.parties:
            msg = f"--weight names '{party}', whose numbers are not computed with; parties: {', '.join(giving.parties)}"
            raise InvalidCase(msg)


def solutions_of(
    giving: Giving, rules: Sequence[str], *, weights: Mapping[str, int | Fraction] | None = None, watch: Watch
) -> tuple[GivenSolution, ...]:
    """What each rule chooses; the time is shared out among them."""
    problem, portions = giving.problem, portions_of(watch, len(rules))
    solved = (
        (rule, SOLVERS[rule](problem, weights=weights or None, watch=portion)) for rule, portion in zip(rules, portions, strict=True)
    )
    return tuple(_solution(giving, rule, found) for rule, found in solved)


def _solution(giving: Giving, rule: str, found: NashSolution | Solution) -> GivenSolution:
    return GivenSolution(
        rule,
        giving.status(found.status),
        packages=tuple(_chosen(giving, each) for each in found.packages),
        count=len(found.packages),
        are_all=found.are_all,
        left_out=found.left_out if isinstance(found, Solution) else (),
    )


def _chosen(giving: Giving, package: NashPackage | SolvedPackage) -> ChosenPackage:
    given = giving.package(package.package)
    score = package.product if isinstance(package, NashPackage) else package.score
    return ChosenPackage(given.terms, given.gains, score=score if sees_all(giving.scene) else None)


def _cut(solution: GivenSolution, limit: int) -> GivenSolution:
    return solution if not limit else evolve(solution, packages=solution.packages[:limit])


def _weighed(scene: Scene, weights: Mapping[str, int | Fraction]) -> Iterator[str]:
    """How many times each party was counted, where that was asked for."""
    if weights:
        counted_so = (f"{scene.names.actor(each.party)} {weights.get(each.party, 1)}" for each in scene.preferences)
        yield f"With weights: {listed(counted_so)}."


def _essence(giving: Giving, found: Sequence[GivenSolution]) -> Iterator[str]:
    """What the rules agree on, or that there is nothing to choose."""
    scene = giving.scene
    empty = next((each for each in found if each.status.status == "infeasible"), None)
    if empty is not None:
        yield f"There is no deal zone, so there is nothing to choose. These cannot all be met: {_conflict(empty)}."
        return
    for solution in found:
        yield f"{RULES[solution.rule]}: {_found(scene, solution)}"


def _conflict(solution: GivenSolution) -> str:
    return "; ".join(each.words for each in solution.status.conflict)


def _found(scene: Scene, solution: GivenSolution) -> str:
    """What the first package gives, whether it is proven, and how many tie."""
    if not solution.packages:
        return f"nothing found: {solution.status.reason}" if solution.status.reason else "nothing was found"
    shares = solution.packages[0].gains.items()
    if all(gain.share is None for _, gain in shares):
        return f"nobody can gain anything over no deal{_ties(solution)}."
    gives = listed(f"{scene.names.actor(party)} {share_words(gain.share)}" for party, gain in shares)
    return f"{gives} of the most that each could gain; {proof_in_words(solution.status)}{_ties(solution)}."


def _ties(solution: GivenSolution) -> str:
    if solution.count < 2:
        return ""
    least = "" if solution.are_all else "at least "
    return f"; {least}{counted(solution.count, 'package')} tie, the first is meant"


def proof_in_words(status: GivenStatus) -> str:
    """`proven`, or that it is the best found so far."""
    return "proven" if status.status == "optimal" else "the best found, not proven"


def _blocks(scene: Scene, found: Sequence[GivenSolution]) -> Iterator[Block]:
    rows = [
        (
            Cell(RULES[solution.rule] if not at else f"{RULES[solution.rule]}, tie {at + 1}"),
            *(gain_cell(gain) for gain in package.gains.values()),
            Cell(_proof(solution)),
        )
        for solution in found
        for at, package in enumerate(solution.packages)
    ]
    columns = ("Rule", *(scene.names.actor(each.party) for each in scene.preferences), "Proof")
    zone_rules = [RULES[each.rule] for each in found if each.rule in OF_THE_ZONE and each.packages]
    goes = "goes" if len(zone_rules) == 1 else "go"
    other = f" {listed(zone_rules)} {goes} by shares of the most in the deal zone, which may be other ones."
    yield from table_of("What each rule gives", columns, rows, note=gains_note(scene) + (other if zone_rules else ""))
    yield from terms_table(scene, _named(found), ())
    yield from _explained(found)
    yield paragraph(basis_words(scene))


def _proof(solution: GivenSolution) -> str:
    if solution.status.status == "optimal":
        return "proven"
    if solution.status.bound is None:
        return "not proven"
    score = solution.packages[0].score
    first = score[0] if isinstance(score, tuple) else score
    if first == solution.status.bound:
        return "reaches its bound"
    scored = f"scores {bound_in_words(first)}, " if first is not None else ""
    return f"{scored}at most {bound_in_words(solution.status.bound)}"


def bound_in_words(bound: int | Fraction) -> str:
    """A bound as a person reads it."""
    return large(bound) if isinstance(bound, int) else f"{float(bound):,.4g}"


def _named(found: Sequence[GivenSolution]) -> list[NamedPackage]:
    """The first package of each rule, those of rules that agree once."""
    names: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for solution in found:
        for package in solution.packages[:1]:
            names.setdefault(tuple(package.terms.items()), []).append(RULES[solution.rule])
    return [NamedPackage(listed(rules), dict(terms)) for terms, rules in names.items()]


def _explained(found: Sequence[GivenSolution]) -> Iterator[Block]:
    yield from listing_of(
        "What the rules mean", (Cell(f"{RULES[each.rule]}: {MEANINGS[each.rule]}") for each in found if each.packages)
    )


def _plot(scene: Scene, found: Sequence[GivenSolution], weights: Mapping[str, int | Fraction]) -> GainsPlot | None:
    named = [(solution, package) for solution in found for package in solution.packages[:1]]
    if not named:
        return None
    names = {tuple(each.package.items()): each.name for each in _named(found)}
    bars = {names[tuple(package.terms.items())]: package for _, package in named}
    drawn = gains_of(scene, f"What the rules give: {scene.case.title}", bars)
    return drawn and evolve(drawn, description=" ".join((*_weighed(scene, weights), drawn.description)))
