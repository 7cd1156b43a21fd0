"""The answer to: how wrong would a number have to be before a package is no longer what a rule recommends?"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import field, frozen

from gobetween.bargaining.kernels import Watch
from gobetween.bargaining.packages import issues_left_open
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.recommending import Number, Rule
from gobetween.bargaining.results import Optimal, Unknown
from gobetween.bargaining.sensitivity import Sensitivity, TippingPoint, sensitivity
from gobetween.briefs.answers.answers import Answer, GivenPackage, GivenStatus, portions_of
from gobetween.briefs.answers.giving import Giving, answer_for, basis_words, signed, terms_in_words
from gobetween.briefs.answers.numbers_open import problem_with_seen_numbers
from gobetween.briefs.answers.plots import MatrixPlot
from gobetween.briefs.answers.solutions import RULES, SOLVERS, solutions_of
from gobetween.briefs.answers.tabled import ASKED_AT_WILL, tabled_package
from gobetween.briefs.blocks import Block, Cell
from gobetween.briefs.cells import paragraph, table_of
from gobetween.briefs.phrasing import counted, listed
from gobetween.briefs.scenes import Scene
from gobetween.model.errors import InvalidCase
from gobetween.model.issues import OptionSets, Package
from gobetween.model.preferences import ValueBasis

LEAST_SHOWN = Fraction(1, 1000)
"""The smallest share that is written out in per cent."""
DRAWN_ERRORS = (1, 2, 5, 10, 20, 50)
"""In per cent of what the party's best package is worth: the columns of the plot."""


@frozen
class SensitivityAsked:
    """How wrong each number would have to be before the rule no longer recommends a package, by default the one that it recommends.

    Assumed numbers are doubted; with `every_number`, or where none is assumed, all of them.
    """

    package: OptionSets = field(factory=dict)
    proposal: str | None = field(default=None, kw_only=True)
    rule: str = field(default="nash", kw_only=True)
    every_number: bool = field(default=False, kw_only=True)
    limit: int = field(default=20, kw_only=True)

    def answered(self, scenes: tuple[Scene, ...], watch: Watch) -> Answer:
        """See `Question.answered`."""
        scene = scenes[0]
        problem = problem_with_seen_numbers(scene, ASKED_AT_WILL)
        giving = Giving.of(scene, problem, watch)
        name, package = self._package(giving, watch)
        found = sensitivity(problem, package, Rule(self.rule), bases=self._bases(problem), watch=watch)
        result = _result(giving, package, found, self.limit)
        return answer_for(
            scenes,
            "sensitivity",
            parties=giving.given_parties(),
            essence=(Cell(_essence(scene, name, found)),),
            blocks=tuple(_blocks(scene, package, found, result)),
            result=result,
            plot=_plot(scene, result),
        )

    def _bases(self, problem: Problem) -> tuple[ValueBasis, ...]:
        assumed = any(each.basis is ValueBasis.ASSUMED for each in problem.preferences)
        return (ValueBasis.ASSUMED,) if assumed and not self.every_number else tuple(ValueBasis)

    def _package(self, giving: Giving, watch: Watch) -> tuple[str, Package]:
        if self.package or self.proposal is not None:
            tabled = tabled_package(giving.scene, self.package, self.proposal)
            open_issues = issues_left_open(giving.problem, tabled.settled)
            if open_issues:
                raise InvalidCase(f"the package leaves open: {', '.join(open_issues)}; give one option for every issue, with --package")
            return tabled.name, tabled.settled
        if self.rule not in SOLVERS:
            raise InvalidCase(f"the rule '{self.rule}' recommends many packages; say which one: --package ISSUE=OPTION,...")
        (solved,) = solutions_of(giving, (self.rule,), watch=next(portions_of(watch, 2)))
        if not solved.packages:
            raise InvalidCase(
                "there is no package that the rule recommends; see gobetween zone, or give a package: --package ISSUE=OPTION,..."
            )
        return "The recommended package", solved.packages[0].terms


@frozen
class GivenNumber:
    """A number: an option value, what a value link adds (by its place among the party's), or the reservation value (neither)."""

    party: str
    value: int
    basis: str = field(kw_only=True)
    issue: str | None = field(kw_only=True)
    option: str | None = field(kw_only=True)
    link: int | None = field(kw_only=True)


@frozen
class GivenTippingPoint:
    """The smallest change of a number that tips the package, also as a part of the party's best; what the rule then places higher."""

    number: GivenNumber
    change: int = field(kw_only=True)
    share: Fraction = field(kw_only=True)
    instead: Package | None = field(kw_only=True)


@frozen
class GivenSensitivity:
    """Where the recommendation tips, the smallest share first: `tipping_count` points, the first of them listed; and what is steady."""

    status: GivenStatus
    rule: str = field(kw_only=True)
    package: GivenPackage = field(kw_only=True)
    tipping_count: int = field(kw_only=True)
    tipping_points: tuple[GivenTippingPoint, ...] = field(kw_only=True)
    steady: tuple[GivenNumber, ...] = field(kw_only=True)
    looked_at: int = field(kw_only=True)
    of: int = field(kw_only=True)
    instead: Package | None = field(kw_only=True)


def _result(giving: Giving, package: Package, found: Sensitivity, limit: int) -> GivenSensitivity:
    return GivenSensitivity(
        giving.status(found.status),
        rule=found.rule,
        package=giving.package(package),
        tipping_count=len(found.tipping_points),
        tipping_points=tuple(
            GivenTippingPoint(_number(each.number), change=each.change, share=each.share, instead=each.instead)
            for each in found.tipping_points[: limit or None]
        ),
        steady=tuple(_number(each) for each in found.steady),
        looked_at=found.looked_at,
        of=found.of,
        instead=found.instead,
    )


def _number(number: Number) -> GivenNumber:
    return GivenNumber(number.party, number.value, basis=number.basis, issue=number.issue, option=number.option, link=number.link)


def _essence(scene: Scene, name: str, found: Sensitivity) -> str:
    if isinstance(found.status, Unknown):
        return f"{name}: {found.status.reason}."
    if not found.looked_at:
        return f"{name}: none of {found.of:,} numbers was looked at before the search was stopped."
    looked = (
        ""
        if found.looked_at == found.of
        else f" Only {found.looked_at:,} of {found.of:,} numbers were looked at: another may tip it sooner."
    )
    proof = "" if isinstance(found.status, Optimal) or not found.steady else " What is said to be steady is not proven."
    if not found.tipping_points:
        return f"{name} stays {_recommended(found)}, whichever one of these numbers is wrong.{looked}{proof}"
    first = found.tipping_points[0]
    return (
        f"{name} stays {_recommended(found)} until one number is wrong by {_share(first)} of what the party's best "
        f"package is worth to it: {_named(scene, first.number)}.{looked}{proof}"
    )


def _recommended(found: Sensitivity) -> str:
    return f"what the rule recommends ({RULES.get(found.rule, found.rule)})"


def _share(point: TippingPoint) -> str:
    share = abs(point.share)
    return "less than 0.1%" if 0 < share < LEAST_SHOWN else f"{float(share) * 100:.1f}%"


def _named(scene: Scene, number: Number) -> str:
    return f"{scene.names.actor(number.party)}: {_of_the_party(scene, number)}"


def _of_the_party(scene: Scene, number: Number | GivenNumber) -> str:
    if number.issue is not None and number.option is not None:
        return f"“{scene.names.option(number.issue, number.option)}” ({scene.names.issue(number.issue)})"
    return "what it needs to prefer a deal to none" if number.link is None else f"value link {number.link + 1}"


def _plot(scene: Scene, found: GivenSensitivity) -> MatrixPlot | None:
    """The listed numbers, party by party, against how wrong they may be; nothing where none tips."""
    owners = list(dict.fromkeys(each.number.party for each in found.tipping_points))
    rows = sorted(found.tipping_points, key=lambda each: owners.index(each.number.party))
    if not rows:
        return None
    shown = (
        f" The first {len(rows)} of {found.tipping_count} places where it tips are drawn." if len(rows) < found.tipping_count else ""
    )
    return MatrixPlot(
        f"How wrong a number would have to be: {scene.case.title}",
        "A row for each number, with the error at which it tips, in the party's own numbers; a column for each error in per cent of "
        "what the party's best package is worth: marked where so much, the other numbers as they are, is enough that the rule no "
        f"longer recommends the package.{shown}",
        rows=tuple(
            (scene.names.actor(each.number.party), f"{_of_the_party(scene, each.number)}, {signed(each.change)}") for each in rows
        ),
        columns=tuple(str(error) for error in DRAWN_ERRORS),
        cells=frozenset(
            (row, column)
            for row, each in enumerate(rows)
            for column, error in enumerate(DRAWN_ERRORS)
            if abs(each.share) * 100 <= error
        ),
        column_word="error, %",
    )


def _blocks(scene: Scene, package: Package, found: Sensitivity, result: GivenSensitivity) -> Iterator[Block]:
    yield paragraph(f"The package: {terms_in_words(scene, package)}")
    if found.instead is not None:
        yield paragraph(f"The rule places higher: {_changed(scene, package, found.instead)}.")
    rows = [
        (
            Cell(_named(scene, each.number)),
            Cell(f"{each.number.value:,}"),
            Cell(f"{signed(each.change)} ({_share(each)})"),
            Cell(_changed(scene, package, each.instead) if each.instead is not None else "the package is not acceptable any more"),
        )
        for each in found.tipping_points[: len(result.tipping_points)]
    ]
    shown = f", {len(rows)} of {result.tipping_count} shown" if len(rows) < result.tipping_count else ""
    note = "Each number by itself, the others as they are; in the party's own numbers, and as a part of what its best package is worth."
    yield from table_of(
        f"Where it tips, the smallest error first{shown}", ("Number", "Taken to be", "Tips at", "What then"), rows, note=note
    )
    steady = listed(_named(scene, each) for each in found.steady)
    if steady:
        yield paragraph(f"{counted(len(found.steady), 'number')} of which no error matters by itself: {steady}.")
    yield paragraph(basis_words(scene))


def _changed(scene: Scene, before: Package, after: Package) -> str:
    changed = {issue: option for issue, option in after.items() if before.get(issue) != option}
    return f"rather {terms_in_words(scene, changed)}"
