"""The answer to: what would be better for all than what is on the table?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from gobetween.bargaining.improvements import Improvements, improve
from gobetween.bargaining.kernels import Watch
from gobetween.bargaining.results import Infeasible, Optimal, Unknown
from gobetween.briefs.answers.answers import Answer, GivenPackage
from gobetween.briefs.answers.gains import gains_of
from gobetween.briefs.answers.given.improvements import GivenImprovements, given_improvements
from gobetween.briefs.answers.giving import (
    Giving,
    answer_for,
    basis_words,
    gain_cell,
    gains_note,
    share_words,
    signed,
    terms_in_words,
)
from gobetween.briefs.answers.numbers_open import problem_with_numbers, sees_all
from gobetween.briefs.answers.tabled import Tabled, tabled_package
from gobetween.briefs.blocks import Block, Cell
from gobetween.briefs.cells import listing_of, paragraph, table_of
from gobetween.briefs.phrasing import counted, listed
from gobetween.briefs.quantities import counted_packages
from gobetween.briefs.requirements_in_words import conflict_in_words
from gobetween.briefs.scenes import Scene
from gobetween.model.issues import OptionSets, Package

SHOWN_UNSEEN = 3
"""So many packages of a kind at most where numbers may not be seen."""


@frozen
class ImproveAsked:
    """What is better than a package: typed (`package`), or a proposal's, or without either that of the latest one on the table."""

    package: OptionSets = field(factory=dict)
    proposal: str | None = field(default=None, kw_only=True)
    limit: int = field(default=5, kw_only=True)

    def answered(self, scenes: tuple[Scene, ...], watch: Watch) -> Answer:
        """See `Question.answered`."""
        scene = scenes[0]
        tabled = tabled_package(scene, self.package, self.proposal)
        giving = Giving.of(scene, problem_with_numbers(scene), watch)
        found = improve(tabled.problem, tabled.settled, watch=watch)
        limit = self.limit if sees_all(scene) else min(self.limit or SHOWN_UNSEEN, SHOWN_UNSEEN)
        result = given_improvements(giving, tabled, found, limit)
        return answer_for(
            scenes,
            "improve",
            parties=giving.given_parties(),
            essence=tuple(Cell(text) for text in _essence(scene, tabled, found, result)),
            blocks=tuple(_blocks(giving, tabled, result)),
            result=result,
            plot=gains_of(scene, f"{tabled.name}, and what is better: {scene.case.title}", _named(scene, tabled, result)),
        )


def _essence(scene: Scene, tabled: Tabled, found: Improvements, result: GivenImprovements) -> Iterator[str]:
    if found.missing:
        yield _partial(scene, tabled, found)
        if result.acceptable_completions is not None and found.completions:
            yield _acceptable(result.acceptable_completions)
        return
    if isinstance(found.status, Unknown):
        yield f"Nothing was found: {found.status.reason}."
        return
    proven = "" if isinstance(found.status, Optimal) else " Not all of this is proven: the search was stopped, or went over to a grid."
    if not found.for_some.size.most:
        yield f"{tabled.name}: no package that the red lines and links allow is better for some and worse for none.{proven}"
        return
    for_all, for_some = counted_packages(found.for_all.size), counted_packages(found.for_some.size)
    yield f"{tabled.name}: {for_all} better for all, and {for_some} better for some and worse for none.{proven}"
    if found.for_all.shortest:
        yield f"The shortest change that is better for all changes {counted(found.for_all.changes, 'term')}."


def _partial(scene: Scene, tabled: Tabled, found: Improvements) -> str:
    left = f"{tabled.name} leaves open: {listed(scene.names.issue(each) for each in found.missing)}."
    if isinstance(found.status, Infeasible):
        return f"{left} No way of completing it is open to all: {conflict_in_words(scene, found.status.conflict)}."
    if not isinstance(found.completions_status, Optimal):
        ways = counted(len(found.completions), "way of completing it was found", "ways of completing it were found")
        return f"{left} {ways} such that no other found is better for one and worse for none. There may be others, and better ones."
    ways = counted(len(found.completions), "way of completing it is", "ways of completing it are")
    return f"{left} {ways} such that no other is better for one and worse for none."


def _acceptable(count: int) -> str:
    if not count:
        return "Each of them gives somebody less than no deal."
    return f"{count:,} of them {'gives' if count == 1 else 'give'} nobody less than no deal."


def _blocks(giving: Giving, tabled: Tabled, result: GivenImprovements) -> Iterator[Block]:
    scene = giving.scene
    named = _named(scene, tabled, result)
    rows = [(Cell(name), *(gain_cell(gain) for gain in package.gains.values())) for name, package in named.items()]
    columns = ("Package", *(scene.names.actor(party) for party in giving.parties))
    left_out = len(result.completions) < result.completion_count
    shown = f", {len(result.completions)} of {result.completion_count:,} shown" if left_out else ""
    yield from table_of(f"What each gives{shown}", columns, rows, note=gains_note(scene))
    if result.on_table is not None:
        before = result.on_table
        others = ((name, package) for name, package in named.items() if package != before)
        cells = (Cell(f"{name}: {_changes(scene, before.terms, package.terms)}") for name, package in others)
        yield from listing_of("What each changes", cells)
        yield from listing_of("The most that each could gain alone, without loss to the others", _gained(scene, result))
    else:
        cells = (Cell(f"{name}: {terms_in_words(scene, package.terms)}") for name, package in named.items())
        yield from listing_of("What each says", cells)
    yield paragraph(basis_words(scene))


def _gained(scene: Scene, result: GivenImprovements) -> Iterator[Cell]:
    for each in result.most_for:
        if each.package is None:
            yield Cell(f"{scene.names.actor(each.party)}: nothing")
        else:
            share = share_words(each.package.gains[each.party].share)
            more = f"{signed(each.gain)} in its own numbers, to {share}" if each.gain is not None else f"to {share}"
            proof = "" if each.is_proven else "; more may be possible"
            yield Cell(f"{scene.names.actor(each.party)}: {more} of the most that it could gain over no deal{proof}")


def _changes(scene: Scene, before: Package, after: Package) -> str:
    changed = [
        f"{scene.names.issue(issue)}: “{scene.names.option(issue, option)}” instead of “{scene.names.option(issue, before[issue])}”"
        for issue, option in after.items()
        if before.get(issue) != option
    ]
    return "; ".join(changed) or "nothing"


def _named(scene: Scene, tabled: Tabled, result: GivenImprovements) -> dict[str, GivenPackage]:
    """The packages of the answer under their names, one that is several things once."""
    names: dict[tuple[tuple[str, str], ...], list[str]] = {}
    packages: dict[tuple[tuple[str, str], ...], GivenPackage] = {}
    for name, package in _every(scene, tabled, result):
        key = tuple(package.terms.items())
        names.setdefault(key, []).append(name)
        packages[key] = package
    return {capitalised(listed(names[key])): package for key, package in packages.items()}


def _every(scene: Scene, tabled: Tabled, result: GivenImprovements) -> Iterator[tuple[str, GivenPackage]]:
    if result.on_table is not None:
        yield tabled.name, result.on_table
    kinds = {
        "the shortest change": result.better_for_all.shortest,
        "the Nash improvement": result.nash.packages[:1],
        "the leximin improvement": result.leximin.packages[:1],
    }
    for kind, packages in kinds.items():
        yield from numbered(kind, packages)
    for most in result.most_for:
        if most.package is not None:
            yield f"the most for {scene.names.actor(most.party)}", most.package
    best_for_some = () if result.better_for_all.best else result.better_for_some.best
    yield from numbered("better for all", result.better_for_all.best)
    yield from numbered("better for some, worse for none", best_for_some)
    yield from numbered("completed", result.completions)


def numbered(kind: str, packages: Sequence[GivenPackage]) -> Iterator[tuple[str, GivenPackage]]:
    """The packages of a kind under its name, with a number each where there are several."""
    for place, package in enumerate(packages, 1):
        yield (f"{kind} {place}" if len(packages) > 1 else kind), package


def capitalised(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]
