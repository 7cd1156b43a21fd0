"""The answer to: what holds whichever of several sets of assumptions is true, and whom should one ask what?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from gobetween.bargaining.kernels import Watch
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Infeasible, Optimal, Unknown
from gobetween.bargaining.robust import Robustness, robust
from gobetween.bargaining.robust.zones import Sureness, sureness_to
from gobetween.briefs.answers.answers import Answer
from gobetween.briefs.answers.given.doubts import given_robustness, question_in_words
from gobetween.briefs.answers.giving import answer_for, terms_in_words
from gobetween.briefs.answers.guesses import doubts_in, sets_to_name
from gobetween.briefs.answers.numbers_open import TRIED_BESIDE, problem_with_seen_numbers
from gobetween.briefs.answers.plots import MatrixPlot
from gobetween.briefs.blocks import Block, Cell
from gobetween.briefs.cells import listing_of, paragraph, table_of
from gobetween.briefs.phrasing import counted, joined, listed
from gobetween.briefs.quantities import range_of
from gobetween.briefs.scenes import Scene
from gobetween.model.doubt import Doubt, standing_in, together
from gobetween.model.errors import InvalidCase

NOTHING_IN_DOUBT = (
    "nothing is in doubt: every party's numbers are known and the same in all that was given. Name a set of assumptions that says "
    "between what they lie, or several sets that differ: --assume ONE --assume OTHER"
)


@frozen
class RobustAsked:
    """What holds whatever is true of what is in doubt; `limit` packages of each sort are listed."""

    limit: int = field(default=5, kw_only=True)

    def answered(self, scenes: tuple[Scene, ...], watch: Watch) -> Answer:
        """See `Question.answered`."""
        problems = [problem_with_seen_numbers(scene, TRIED_BESIDE) for scene in scenes]
        doubts = doubts_of(scenes, problems)
        if all(each.is_none for each in doubts):
            raise InvalidCase(joined(NOTHING_IN_DOUBT, sets_to_name(*scenes), by=". "))
        found = robust(problems[0], doubts, shown=self.limit, watch=watch)
        scene = scenes[0]
        result = given_robustness(scene, found)
        return answer_for(
            scenes,
            "robust",
            essence=tuple(Cell(text) for text in _essence(scene, found)),
            blocks=tuple(_blocks(scene, doubts, found)),
            result=result,
            plot=_plot(scene, doubts, found),
        )


def doubts_of(scenes: Iterable[Scene], problems: Iterable[Problem]) -> tuple[Doubt, ...]:
    """One doubt a party: what each set of assumptions leaves open, one picture where all agree on it and leave nothing open."""
    each_set = ((problem, standing_in(problem.preferences, doubts_in(scene))) for scene, problem in zip(scenes, problems, strict=True))
    return together(_named(doubt) for _problem, doubts in each_set for doubt in doubts)


def _named(doubt: Doubt) -> Doubt:
    """The doubt, its only picture called by its set of assumptions."""
    first = doubt.pictures[0]
    named = evolve(first, name=first.name or first.least.assumption or "")
    return Doubt(doubt.party, (named,)) if len(doubt.pictures) == 1 else doubt


def _essence(scene: Scene, found: Robustness) -> Iterator[str]:
    zone = found.zone
    if isinstance(zone.status, Unknown):
        yield f"Not known: {zone.status.reason}."
        return
    firm = f"Of {range_of(zone.packages)} packages within the red lines and links known to this reader"
    sure = f"{range_of(zone.surely)} are acceptable to all whichever of these numbers are true"
    yield f"{firm}, {sure}, {range_of(zone.in_doubt)} may be or not, and {range_of(zone.never)} are not."
    yield from _regretted(found)
    best = found.question.best
    if best is not None:
        yield (
            f"What to ask first: {scene.names.actor(best.question.party)}: {question_in_words(scene, best.question)} Of "
            f"{range_of(found.question.in_doubt)} packages in doubt, {best.left:,} are left at most, whatever the answer."
        )


def _regretted(found: Robustness) -> Iterator[str]:
    regret = found.regret
    if isinstance(regret.status, Infeasible):
        yield "No package may be acceptable to all, whichever of these numbers are true."
    elif isinstance(regret.status, Unknown):
        yield f"Least regret is not known: {regret.status.reason}."
    else:
        proof = "" if isinstance(regret.status, Optimal) else " (the best found, not proven)"
        of = "surely" if regret.among_sure else "possibly"
        yield (
            f"Of the packages that are {of} acceptable to all, the one with the least regret{proof}: at worst another package would "
            f"turn out to give {round(regret.regret * 100)} points more, adding up over the parties what each gains in per cent of "
            "the most that it could gain."
        )


def _blocks(scene: Scene, doubts: tuple[Doubt, ...], found: Robustness) -> Iterator[Block]:
    zone, regret = found.zone, found.regret
    if regret.package:
        cells = [Cell(f"The package: {terms_in_words(scene, regret.package)}")]
        cells += (
            [Cell(f"At worst one would rather have: {terms_in_words(scene, regret.rival)}{_world(scene, regret.world)}")]
            if regret.rival
            else []
        )
        yield from listing_of("Least regret", cells)
    columns = ("Party", "Surely acceptable to it", "Possibly", "Hang on it alone")
    rows = [
        (Cell(scene.names.actor(each.party)), Cell(range_of(each.surely)), Cell(range_of(each.possibly)), Cell(range_of(each.alone)))
        for each in zone.parties
    ]
    yield from table_of("Whose numbers are in doubt, in packages", columns, rows)
    yield from listing_of("Surely acceptable to all", (Cell(terms_in_words(scene, each)) for each in zone.sure))
    yield from listing_of("Acceptable to all or not, as may be", (Cell(terms_in_words(scene, each)) for each in zone.doubtful))
    best = found.question.best
    if best is not None:
        cells = [Cell(f"{_answer(scene, answer)}: {range_of(count)} in doubt") for answer, count in best.answers.items()]
        yield from listing_of("After each answer to the question", cells)
    yield paragraph(_pictures(scene, doubts))


def _plot(scene: Scene, doubts: tuple[Doubt, ...], found: Robustness) -> MatrixPlot | None:
    """The listed packages against the parties: which of them is sure for whom."""
    packages = [*(("Surely", each) for each in found.zone.sure), *(("Possibly", each) for each in found.zone.doubtful)]
    if not packages:
        return None
    parties = listed(f"{at} {scene.names.actor(doubt.party)}" for at, doubt in enumerate(doubts, 1))
    sure = (
        (row, column)
        for row, (_, package) in enumerate(packages)
        for column, doubt in enumerate(doubts)
        if sureness_to(doubt, package) is Sureness.SURELY
    )
    return MatrixPlot(
        f"What holds in doubt: {scene.case.title}",
        "A row for each package listed, a column for each party: marked where the package is acceptable to the party whichever of "
        f"these numbers are true. Parties: {parties}.",
        rows=tuple((f"{sort} acceptable to all", terms_in_words(scene, package)) for sort, package in packages),
        columns=tuple(str(at) for at in range(1, len(doubts) + 1)),
        cells=frozenset(sure),
        column_word="party",
    )


def _world(scene: Scene, world: Mapping[str, str]) -> str:
    named = listed(f"{scene.names.actor(party)} as in {name}" for party, name in world.items() if name)
    return f" (were {named})" if named else ""


def _answer(scene: Scene, answer: str) -> str:
    return scene.names.issue(answer) or answer


def _pictures(scene: Scene, doubts: tuple[Doubt, ...]) -> str:
    told = (f"{scene.names.actor(each.party)}: {'known' if each.is_none else _ways(each)}" for each in doubts)
    return f"Numbers: {'; '.join(told)}. Numbers of different parties are taken to be independent of each other."


def _ways(doubt: Doubt) -> str:
    """`in doubt`, or in how many sets of assumptions it differs."""
    many = len(doubt.alternatives)
    return counted(many, "picture") if many > 1 else "in doubt"
