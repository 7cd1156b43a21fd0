"""What packages are worth: is there a deal zone, what the Nash solution gives, what is better for all than the text on the table."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.bargaining.deal_zones import DealZone, deal_zone
from gobetween.bargaining.demands import consents_needed
from gobetween.bargaining.kernels import Count
from gobetween.bargaining.problems import Problem, problem_of
from gobetween.bargaining.requirements import RequirementKind
from gobetween.bargaining.results import Infeasible, Optimal, Unknown
from gobetween.bargaining.solutions.nash import NashSolution, solve_nash
from gobetween.briefs.allowances import allowance
from gobetween.briefs.blocks import Block, Cell, Mark, Section
from gobetween.briefs.cells import paragraph, section_of
from gobetween.briefs.gains import NamedPackage, gains_plot, scale_of, share_in_words, terms_table
from gobetween.briefs.numbers_seen import sees
from gobetween.briefs.packages_on_table import table_blocks, table_packages
from gobetween.briefs.phrasing import joined, listed
from gobetween.briefs.quantities import counted_packages, range_of
from gobetween.briefs.requirements_in_words import conflict_of_values
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sticking_points import computed_marks
from gobetween.model.errors import BeyondReach
from gobetween.model.preferences import ASSUMPTION_NOTICE, ValueBasis

MOST_SHOWN = 4
NOT_COMPUTED = (
    "Whether a deal zone exists is not worked out here. For that, what packages are worth to every party must be open to this reader "
    "for computing, or be assumed. A party can entrust its own numbers, and permit pooling for a reader; whoever holds the case "
    "folder can try numbers of their own, which are then marked as assumed wherever they have influence."
)
KNOWN = "known to this reader"
NOT_PROVEN = "It is the best that was found in the time a brief takes; whether another is better is not proven."
HOW_TO_ASSUME = "To try your own: write assumptions/NAME.yaml in the case folder, and add --assume NAME."


def numbers_section(scene: Scene) -> tuple[Section, ...]:
    """Results that need numbers, or in one paragraph what could be done, in the same words whatever others have entrusted."""
    if not scene.case.issues or not scene.case.parties:
        return ()
    title, lead = "What packages are worth", "Packages compared by what they are worth to each party, by the numbers at hand."
    if not is_computable(scene):
        return section_of("numbers", title, "", [paragraph(joined(NOT_COMPUTED, HOW_TO_ASSUME if scene.is_keeper else "", by=" "))])
    try:
        return section_of("numbers", title, lead, _blocks(scene, problem_of(scene.case, scene.preferences)))
    except BeyondReach as error:
        return section_of("numbers", title, "", [paragraph(str(error), marks=marks_of(scene))])


def is_computable(scene: Scene) -> bool:
    """Whether there are numbers of every party that this audience may compute with."""
    return bool(scene.case.issues and scene.case.parties) and {each.party for each in scene.preferences} >= set(scene.case.parties)


def marks_of(scene: Scene) -> tuple[Mark, ...]:
    """What the numbers rest on; red lines and links count too."""
    bases = {each.basis for each in scene.preferences}
    assumed = (Mark.ASSUMED,) if ValueBasis.ASSUMED in bases else ()
    entrusted = (Mark.ENTRUSTED,) if ValueBasis.ENTRUSTED in bases or Mark.ENTRUSTED in computed_marks(scene) else ()
    inferred = (Mark.INFERRED,) if Mark.INFERRED in computed_marks(scene) else ()
    return (Mark.COMPUTED, *assumed, *inferred, *entrusted)


def _blocks(scene: Scene, problem: Problem) -> Iterator[Block]:
    marks = marks_of(scene)
    if Mark.ASSUMED in marks:
        yield paragraph(ASSUMPTION_NOTICE, marks=(Mark.ASSUMED,))
    zone, nash = deal_zone(problem, shown=1, is_ranged=False, watch=allowance()), solve_nash(problem, watch=allowance())
    yield paragraph(_zone(scene, zone), marks=marks)
    tabled = table_packages(scene, problem)
    packages = [*_nash_packages(nash), *tabled.named]
    if nash.packages:
        yield paragraph(_nash(scene, problem, nash), marks=marks)
    yield from table_blocks(tabled, marks)
    yield from gains_plot(scene, problem, packages, marks)
    yield from terms_table(scene, packages, marks)
    yield paragraph(_basis(scene), marks=marks)
    if left_out := _left_out(scene):
        yield paragraph(left_out, marks=marks)
    yield paragraph(_red_lines(scene, problem), marks=marks)


def _zone(scene: Scene, zone: DealZone) -> str:
    if isinstance(zone.status, Infeasible):
        return f"By these numbers there is no deal zone. {conflict_of_values(scene, zone.status.conflict)}."
    if isinstance(zone.status, Unknown):
        return f"Whether there is a deal zone by these numbers was not settled: {zone.status.reason}."
    many = counted_packages(zone.size)
    return f"By these numbers there is a deal zone. Within the red lines and links {KNOWN}, {many} at least as good as no deal for all."


def _nash(scene: Scene, problem: Problem, nash: NashSolution) -> str:
    ties = f"{len(nash.packages)} packages" if nash.are_all else f"{len(nash.packages)} packages or more"
    tied = f" ({ties} tie)" if len(nash.packages) > 1 else ""
    which = ", the first gives" if tied else ""
    first = nash.packages[0]
    shares = scale_of(problem).shares(first.package)
    given = listed(f"{scene.names.actor(party)} {share_in_words(share)}" for party, share in shares.items())
    left_out = [each for each in first.gains if all(each not in gaining for gaining in nash.gaining)]
    none = f" {scene.names.actors(left_out)} can gain nothing together with the others." if left_out else ""
    proven = "" if isinstance(nash.status, Optimal) else f" {NOT_PROVEN}"
    return (
        f"The Nash package{tied} has the greatest product of gains over no deal, of all packages that everyone could "
        f"accept, by the red lines and links {KNOWN}: a gain that is small for anyone makes the product small. "
        f"Of the most that each could gain{which}: {given}.{none}{proven}"
    )


def _nash_packages(nash: NashSolution) -> list[NamedPackage]:
    shown = nash.packages[:MOST_SHOWN]
    names = ["Nash package"] if len(nash.packages) == 1 else [f"Nash package {place}" for place in range(1, len(shown) + 1)]
    return [NamedPackage(name, each.package) for name, each in zip(names, shown, strict=True)]


def _basis(scene: Scene) -> str:
    """Whose numbers these are, and whose are not in it though their consent is needed."""
    each_basis = (f"{scene.names.actor(each.party)} ({each.basis})" for each in scene.preferences)
    counted = {each.party for each in scene.preferences}
    consents = {actor for issue in scene.case.issues for actor in issue.consents} - counted
    absent = [actor.id for actor in scene.case.actors if actor.id in consents]
    without = f" Not counted in, though its consent is needed on some issue: {scene.names.actors(absent)}." if absent else ""
    notes = dict.fromkeys(each.note for each in scene.preferences if each.basis is ValueBasis.ASSUMED and each.note)
    said = "".join(f" {note}" for note in notes)
    return f"Numbers of: {listed(each_basis)}.{said}{without} Results of arithmetic inform people; they are nobody's answer."


def _left_out(scene: Scene) -> str:
    """On which issues numbers that may be seen say nothing though the party has a say there: what follows may rest on that."""
    said = []
    for each in scene.preferences:
        named = set(each.issues_named)
        issues = [
            issue.id for issue in scene.case.issues if issue.id not in named and each.party in consents_needed(scene.case, issue.id)
        ]
        if issues and sees(scene, each.party):
            said.append(f"{scene.names.actor(each.party)} on {listed(scene.names.issue(issue) for issue in issues)}")
    return f"Nothing is said in the numbers of {joined(*said)}: every option there counts 0 for that party." if said else ""


def _red_lines(scene: Scene, problem: Problem) -> str:
    """Whose red lines were kept to: a reader may compute with numbers of parties whose red lines it does not know."""
    drawn = {each.owner for each in problem.requirements if each.kind is RequirementKind.RED_LINE}
    owners = [actor.id for actor in scene.case.actors if actor.id in drawn]
    others = [each for each in scene.case.parties if each not in drawn]
    kept = f"those of {scene.names.actors(owners)} {KNOWN}" if owners else "none"
    unknown = (
        f" None is known here of {scene.names.actors(others, last='or')}, which does not mean that there is none." if others else ""
    )
    return f"Red lines that were kept to: {kept}.{unknown}"


def zone_cells(scene: Scene) -> tuple[Cell, ...]:
    """One line for the essence, if numbers may be worked with."""
    if not is_computable(scene):
        return ()
    try:
        zone = deal_zone(problem_of(scene.case, scene.preferences), shown=1, is_ranged=False, watch=allowance())
    except BeyondReach:
        return ()
    if isinstance(zone.status, Unknown):
        return ()
    packages = "package" if zone.size == Count(1, 1) else "packages"
    found = (
        "there is no deal zone"
        if isinstance(zone.status, Infeasible)
        else f"a deal zone of {range_of(zone.size)} {packages}, within the red lines {KNOWN}"
    )
    return (Cell(f"By the numbers given: {found}", marks=marks_of(scene)),)
