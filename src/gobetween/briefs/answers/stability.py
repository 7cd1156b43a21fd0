"""The answer to: would a deal be kept, who would gain by breaking what, and what deters them?"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from gobetween.bargaining.kernels import Watch
from gobetween.bargaining.packages import issues_left_open
from gobetween.bargaining.problems import Problem, problem_of
from gobetween.bargaining.results import Unknown
from gobetween.bargaining.stability import Notion, Stability, stability
from gobetween.bargaining.stability.compliance import PhaseStability, Temptation
from gobetween.bargaining.stability.promises import Act
from gobetween.briefs.answers.answers import Answer
from gobetween.briefs.answers.given.stability import given_stability
from gobetween.briefs.answers.giving import answer_for, signed
from gobetween.briefs.answers.guesses import conduct_in, sets_to_name
from gobetween.briefs.answers.numbers_open import TRIED_BESIDE, problem_with_seen_numbers
from gobetween.briefs.answers.plots import MatrixPlot
from gobetween.briefs.answers.tabled import tabled_package
from gobetween.briefs.blocks import Block, Cell
from gobetween.briefs.cells import listing_of, paragraph, table_of
from gobetween.briefs.phrasing import counted, joined, listed, phrase
from gobetween.briefs.scenes import Scene
from gobetween.model.errors import InvalidCase, NotDisclosed
from gobetween.model.issues import OptionSets, Package

NOTHING_ASSUMED = (
    "nothing is assumed of conduct after a deal that this reader may know; a set of assumptions can say what hangs on obligations "
    "('conduct' in assumptions/NAME.yaml): name one with --assume NAME"
)
MODEL = (
    "It is a model: it knows nobody's intentions, and says nothing of anyone whose stakes it was not given. Nash: nobody gains by "
    "moving alone. General and symmetric metarational: others could respond so that nothing is gained, or nothing even after another "
    "move. Sequential: they would gain themselves by responding."
)


@frozen
class StabilityAsked:
    """Whether obligations would be kept, phase by phase; with a package, what this is worth counts too."""

    package: OptionSets = field(factory=dict)
    proposal: str | None = field(default=None, kw_only=True)
    limit: int = field(default=10, kw_only=True)

    def answered(self, scenes: tuple[Scene, ...], watch: Watch) -> Answer:
        """See `Question.answered`."""
        scene = scenes[0]
        conduct = conduct_in(scene)
        if conduct is None or not conduct.stakes:
            raise NotDisclosed(joined(NOTHING_ASSUMED, sets_to_name(scene), by=". "))
        problem, package = self._package(scene)
        found = stability(problem, package, conduct, scene.case.obligations, scene.case.phases, watch=watch)
        return answer_for(
            scenes,
            "stability",
            by_numbers=bool(package),
            is_assumed=True,
            essence=tuple(Cell(text) for text in _essence(scene, found)),
            blocks=tuple(_blocks(scene, found, self.limit)),
            result=given_stability(scene, found, package, self.limit),
            plot=_plot(scene, found),
        )

    def _package(self, scene: Scene) -> tuple[Problem, Package]:
        if not self.package and self.proposal is None:
            return problem_of(scene.case), {}
        problem_with_seen_numbers(scene, TRIED_BESIDE)
        tabled = tabled_package(scene, self.package, self.proposal)
        open_issues = issues_left_open(tabled.problem, tabled.settled)
        if open_issues:
            raise InvalidCase(f"the package leaves open: {', '.join(open_issues)}; give one option for every issue, with --package")
        return tabled.problem, tabled.settled


def _essence(scene: Scene, found: Stability) -> Iterator[str]:
    if isinstance(found.status, Unknown):
        yield f"Not known: {found.status.reason}."
    for notion in (Notion.NASH, Notion.SEQUENTIAL):
        broken = [each for each in found.phases if not each.is_kept(notion)]
        if found.phases and not broken:
            yield f"By {notion} stability everything would be kept in {counted(len(found.phases), 'phase')}."
        elif broken:
            where = listed(_name(scene, each.phase) for each in broken)
            tempted = listed(
                scene.names.actor(each) for phase in broken for each in phase.players if each not in phase.complying[notion]
            )
            yield f"By {notion} stability not everything would be kept: {tempted} would move away from it ({where})."
    if found.no_better_off:
        yield f"Even with everything kept, the package is worth less than no deal to: {scene.names.actors(found.no_better_off)}."


def _name(scene: Scene, phase: str | None) -> str:
    return next((each.name for each in scene.case.phases if each.id == phase), "The whole")


def _blocks(scene: Scene, found: Stability, limit: int) -> Iterator[Block]:
    columns = ("Phase", *(_short(notion) for notion in Notion))
    rows = [(Cell(_name(scene, each.phase)), *(Cell(_kept(scene, each, notion)) for notion in Notion)) for each in found.phases]
    yield from table_of("Would everything be kept, once a phase is under way?", columns, rows)
    columns = ("Phase", "Who would gain", "By breaking", "Gain", "Yet refrains by")
    tempted = [(phase, each) for phase in found.phases for each in phase.temptations]
    rows = [_tempted(scene, phase, each) for phase, each in tempted[: limit or None]]
    shown = f", {len(rows)} of {len(tempted)} shown" if len(rows) < len(tempted) else ""
    note = "Gains in the party's own numbers, all else being kept."
    yield from table_of(f"Who would gain by breaking what{shown}", columns, rows, note=note)
    yield from listing_of("What could deter them", _sanctions(scene, tempted[: limit or None]))
    yield from listing_of("What was announced", _announced(scene, found))
    if found.unvalued:
        yield paragraph(f"Left out, since nothing is assumed of them: {listed(_obligation(scene, each) for each in found.unvalued)}.")
    yield paragraph(MODEL)


def _short(notion: Notion) -> str:
    return notion[:1].upper() + notion[1:]


def _kept(scene: Scene, phase: PhaseStability, notion: Notion) -> str:
    moving = [each for each in phase.players if each not in phase.complying[notion]]
    return f"no: {scene.names.actors(moving)}" if moving else "yes"


def _tempted(scene: Scene, phase: PhaseStability, each: Temptation) -> tuple[Cell, ...]:
    refrains = listed(_short(notion) for notion in Notion if each.deterred[notion]) or "none of them"
    return (
        Cell(_name(scene, phase.phase)),
        Cell(scene.names.actor(each.party)),
        Cell(listed(_obligation(scene, one) for one in each.obligations)),
        Cell(signed(each.gain)),
        Cell(refrains),
    )


def _obligation(scene: Scene, name: str) -> str:
    return next((f"“{phrase(each.text)}”" for each in scene.case.obligations if each.id == name), "")


def _sanctions(scene: Scene, tempted: list[tuple[PhaseStability, Temptation]]) -> Iterator[Cell]:
    for phase, each in tempted:
        broken = listed(_obligation(scene, one) for one in each.obligations)
        breach = f"{_name(scene, phase.phase)}: {scene.names.actor(each.party)} breaks {broken}"
        for sanction in each.sanctions[:1]:
            would = "they would gain by it" if sanction.is_credible else "they would not gain by it themselves"
            out = "" if sanction.is_inescapable else "; it could be got out of"
            yield Cell(f"{breach}: {listed(_act(scene, one) for one in sanction.acts if one.by != each.party)} ({would}{out})")


def _act(scene: Scene, act: Act) -> str:
    if act.is_response:
        return f"{scene.names.actor(act.by)} responds to the breach of {_obligation(scene, act.obligation)}"
    return f"{scene.names.actor(act.by)} breaks {_obligation(scene, act.obligation)}"


def _announced(scene: Scene, found: Stability) -> Iterator[Cell]:
    for phase in found.phases:
        if phase.announced is not None:
            acts = listed(_act(scene, each) for each in phase.announced.acts) or "nothing would be broken"
            stays = listed(_short(each) for each in phase.announced.notions)
            yield Cell(
                f"{_name(scene, phase.phase)}: {acts}: "
                + (f"nobody would move from there, by {stays}" if stays else "somebody would move from there")
            )


def _plot(scene: Scene, found: Stability) -> MatrixPlot | None:
    stakes = [each for each in scene.case.obligations if any(each.id in phase.gains for phase in found.phases)]
    if not stakes:
        return None
    owners = list(dict.fromkeys(each.actor for each in stakes))
    rows = sorted(stakes, key=lambda each: owners.index(each.actor))
    phases = listed(f"{at} {_name(scene, each.phase)}" for at, each in enumerate(found.phases, 1))
    return MatrixPlot(
        f"Who would gain by breaking what: {scene.case.title}",
        "A row for each obligation, a column for each phase: marked where whoever owes it would gain by breaking it alone while that "
        f"phase is under way, all else being kept. Phases: {phases}.",
        rows=tuple((scene.names.actor(each.actor), phrase(each.text)) for each in rows),
        columns=tuple(str(at) for at in range(1, len(found.phases) + 1)),
        cells=frozenset(
            (row, column)
            for row, each in enumerate(rows)
            for column, phase in enumerate(found.phases)
            if phase.gains.get(each.id, 0) > 0
        ),
        column_word="phase",
    )
