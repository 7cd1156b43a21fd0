"""The text on the table as a package: what it leaves unsaid, how that could best be said, and what would be better for all."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from gobetween.bargaining.improvements import Improvements, improve
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Infeasible
from gobetween.briefs.blocks import Block, Mark
from gobetween.briefs.cells import paragraph
from gobetween.briefs.phrasing import listed, numbered
from gobetween.briefs.requirements_in_words import conflict_in_words
from gobetween.briefs.scenes import Scene
from gobetween.model.issues import Package
from gobetween.model.proposals import Proposal

MOST_SHOWN = 3


@frozen
class NamedPackage:
    """A package under the name that plots and tables show."""

    name: str
    package: Package


@frozen
class TablePackages:
    """What can be compared of the proposals on the table, and what is said of each."""

    named: tuple[NamedPackage, ...] = ()
    words: tuple[str, ...] = ()


def table_packages(scene: Scene, problem: Problem) -> TablePackages:
    """The latest proposal on the table, completed where it is silent, and what is better for all."""
    for proposal in scene.on_table():
        terms = _terms(proposal, problem)
        if terms:
            return _compared(scene, proposal, improve(problem, terms))
    return TablePackages(words=("No proposal on the table names terms that could be compared.",) if scene.case.proposals else ())


def table_blocks(tabled: TablePackages, marks: tuple[Mark, ...]) -> Iterator[Block]:
    """What is said of the text on the table."""
    yield from (paragraph(each, marks=marks) for each in tabled.words)


def _terms(proposal: Proposal, problem: Problem) -> Package:
    """The terms on which the proposal leaves no choice."""
    single = {issue: next(iter(options)) for issue, options in proposal.terms.items() if len(options) == 1}
    return {issue: option for issue, option in single.items() if option in problem.issues.get(issue, ())}


def _compared(scene: Scene, proposal: Proposal, found: Improvements) -> TablePackages:
    name = proposal.name
    if found.missing:
        return _completed(scene, name, found)
    if found.on_table is None:
        return TablePackages()
    better, ties = found.for_all, found.for_some
    words = (
        f"{name}: {numbered(better.count, 'package is', 'packages are')} better for all, "
        if better.count
        else f"{name}: no package is better for all, "
    )
    words += (
        f"and {numbered(ties.count, 'is', 'are')} better for some and worse for none."
        if ties.count
        else "and none is better for some and worse for none."
    )
    best = better.best or ties.best
    kind = "Better for all" if better.best else "Better for some"
    return TablePackages((NamedPackage(name, found.on_table.package), *_named(kind, [each.package for each in best])), (words,))


def _completed(scene: Scene, name: str, found: Improvements) -> TablePackages:
    silent = listed(scene.names.issue(each) for each in found.missing)
    if isinstance(found.status, Infeasible):
        reason = conflict_in_words(scene, found.status.conflict)
        return TablePackages(words=(f"{name} says nothing on {silent}, and no way of completing it is open to all: {reason}.",))
    ways = numbered(len(found.completions), "way of completing it is", "ways of completing it are")
    words = f"{name} says nothing on {silent}. {ways} such that no other is better for one and worse for none."
    return TablePackages(_named(f"{name}, completed", [each.package for each in found.completions]), (words,))


def _named(kind: str, packages: list[Package]) -> tuple[NamedPackage, ...]:
    shown = packages[:MOST_SHOWN]
    if len(packages) == 1:
        return (NamedPackage(kind, shown[0]),)
    return tuple(NamedPackage(f"{kind} ({place})", each) for place, each in enumerate(shown, start=1))
