"""The answer to: what holds whichever of several sets of assumptions is true, and whom should one ask what?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from attrs import evolve, field, frozen

from gobetween.bargaining.kernels import Count, Watch
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Infeasible, Optimal, Unknown
from gobetween.bargaining.robust import Robustness, robust
from gobetween.bargaining.robust.narrowings import Asked, Question
from gobetween.bargaining.robust.questions import Asking
from gobetween.briefs.answers.answers import Answer, GivenStatus
from gobetween.briefs.answers.giving import answer_for, status_of, terms_in_words
from gobetween.briefs.answers.guesses import doubts_in
from gobetween.briefs.answers.numbers_open import TRIED_BESIDE, problem_with_seen_numbers
from gobetween.briefs.blocks import Block, Cell
from gobetween.briefs.cells import listing_of, paragraph, table_of
from gobetween.briefs.phrasing import counted, listed
from gobetween.briefs.quantities import range_of
from gobetween.briefs.scenes import Scene
from gobetween.model.doubt import Doubt, standing_in, together
from gobetween.model.errors import InvalidCase
from gobetween.model.issues import Package

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
            raise InvalidCase(NOTHING_IN_DOUBT)
        found = robust(problems[0], doubts, shown=self.limit, watch=watch)
        scene = scenes[0]
        result = _result(scene, found)
        return answer_for(
            scenes,
            "robust",
            essence=tuple(Cell(text) for text in _essence(scene, found)),
            blocks=tuple(_blocks(scene, doubts, found)),
            result=result,
        )


@frozen
class GivenCount:
    """How many packages there are: at least and at most; one number where it is exact."""

    at_least: int
    at_most: int


@frozen
class GivenPartyInDoubt:
    """How many packages that keep what is firm are surely, at least possibly, acceptable to a party; how many hang on it alone."""

    party: str
    surely: GivenCount
    possibly: GivenCount
    alone: GivenCount


@frozen
class GivenDoubtfulZone:
    """How many packages keep red lines and links, and how many of them are surely, and at least possibly, in the zone; some of both."""

    status: GivenStatus
    packages: GivenCount = field(kw_only=True)
    surely: GivenCount = field(kw_only=True)
    possibly: GivenCount = field(kw_only=True)
    sure: tuple[Package, ...] = field(kw_only=True)
    doubtful: tuple[Package, ...] = field(kw_only=True)
    parties: tuple[GivenPartyInDoubt, ...] = field(kw_only=True)


@frozen
class GivenRegret:
    """The package whose greatest regret is least; its regret, felt in a `world` (a picture a party) for want of the `rival`."""

    status: GivenStatus
    package: Package = field(kw_only=True)
    regret: Fraction = field(kw_only=True)
    rival: Package = field(kw_only=True)
    world: Mapping[str, str] = field(kw_only=True)
    among_sure: bool = field(kw_only=True)


@frozen
class GivenAsking:
    """A question to one party in words, and how many packages are in doubt after each answer."""

    party: str
    words: str = field(kw_only=True)
    answers: Mapping[str, GivenCount] = field(kw_only=True)


@frozen
class GivenQuestion:
    """The question that tells most, of those `looked_at` out of `of`, and how many packages are in doubt before it."""

    status: GivenStatus
    best: GivenAsking | None = field(kw_only=True)
    in_doubt: GivenCount = field(kw_only=True)
    looked_at: int = field(kw_only=True)
    of: int = field(kw_only=True)


@frozen
class GivenRobustness:
    """The three answers; each has a status of its own."""

    zone: GivenDoubtfulZone
    regret: GivenRegret
    question: GivenQuestion


def doubts_of(scenes: Iterable[Scene], problems: Iterable[Problem]) -> tuple[Doubt, ...]:
    """One doubt a party: what each set of assumptions leaves open, one picture where all agree on it and leave nothing open."""
    each_set = ((problem, standing_in(problem.preferences, doubts_in(scene))) for scene, problem in zip(scenes, problems, strict=True))
    return together(_named(doubt) for _problem, doubts in each_set for doubt in doubts)


def _named(doubt: Doubt) -> Doubt:
    """The doubt, its only picture called by its set of assumptions."""
    first = doubt.pictures[0]
    named = evolve(first, name=first.name or first.least.assumption or "")
    return Doubt(doubt.party, (named,)) if len(doubt.pictures) == 1 else doubt


def _count(count: Count) -> GivenCount:
    return GivenCount(count.least, count.most)


def _result(scene: Scene, found: Robustness) -> GivenRobustness:
    zone, regret, question = found.zone, found.regret, found.question
    return GivenRobustness(
        GivenDoubtfulZone(
            status_of(scene, zone.status),
            packages=_count(zone.packages),
            surely=_count(zone.surely),
            possibly=_count(zone.possibly),
            sure=zone.sure,
            doubtful=zone.doubtful,
            parties=tuple(
                GivenPartyInDoubt(each.party, _count(each.surely), _count(each.possibly), _count(each.alone)) for each in zone.parties
            ),
        ),
        GivenRegret(
            status_of(scene, regret.status),
            package=regret.package,
            regret=regret.regret,
            rival=regret.rival,
            world=regret.world,
            among_sure=regret.among_sure,
        ),
        GivenQuestion(
            status_of(scene, question.status),
            best=_asking(scene, question.best) if question.best else None,
            in_doubt=_count(question.in_doubt),
            looked_at=question.looked_at,
            of=question.of,
        ),
    )


def _asking(scene: Scene, asking: Asking) -> GivenAsking:
    answers = {answer: _count(count) for answer, count in asking.answers.items()}
    return GivenAsking(asking.question.party, words=_question(scene, asking.question), answers=answers)


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
            f"What to ask first: {scene.names.actor(best.question.party)}: {_question(scene, best.question)} Of "
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
            f"turn out to give all parties together {round(regret.regret * 100)}% more of the most that each could gain."
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


def _question(scene: Scene, question: Question) -> str:
    names = scene.names
    match question.about:
        case Asked.PICTURE:
            return "which of the pictures of its preferences is right?"
        case Asked.RESERVATION:
            return f"does it need more than {question.than:,}, in these numbers, to prefer a deal to none?"
        case Asked.ISSUES:
            return f"which matters more to it, {listed((names.issue(each) for each in question.issues), last='or')}?"
        case Asked.OPTION:
            option = f"“{names.option(str(question.issue), str(question.option))}” ({names.issue(question.issue)})"
            return f"is {option} worth more than {question.than:,} to it, in these numbers?"
        case Asked.PACKAGE:
            return f"could it accept this package: {terms_in_words(scene, question.package)}?"
