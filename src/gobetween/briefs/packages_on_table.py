"""The text on the table as a package: what it leaves unsaid or open, how that could best be said, and what would be better for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from gobetween.bargaining.improvements import Improvements, improve
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Infeasible, ValuedPackage
from gobetween.briefs.blocks import Block, Mark
from gobetween.briefs.cells import paragraph
from gobetween.briefs.gains import NamedPackage, scale_of
from gobetween.briefs.phrasing import counted, joined, listed
from gobetween.briefs.requirements_in_words import conflict_in_words
from gobetween.briefs.scenes import Scene
from gobetween.model.issues import OptionSets
from gobetween.model.proposals import Proposal

MOST_SHOWN = 2
GREATEST_LEAST_SHARE = "Greatest least share: of these packages, the one in which the smallest of the parties' shares is largest."


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
            settled = {issue: min(options) for issue, options in terms.items() if len(options) == 1}
            choices = {issue: options for issue, options in terms.items() if issue not in settled}
            return _compared(scene, problem, proposal, improve(problem.narrowed(choices), settled))
    return TablePackages(words=("No proposal on the table names terms that could be compared.",) if scene.case.proposals else ())


def table_blocks(tabled: TablePackages, marks: tuple[Mark, ...]) -> Iterator[Block]:
    """What is said of the text on the table."""
    yield from (paragraph(each, marks=marks) for each in tabled.words)


def _terms(proposal: Proposal, problem: Problem) -> OptionSets:
    """The options that the proposal leaves on each issue of which it says something."""
    named = {issue: options & set(problem.issues.get(issue, ())) for issue, options in proposal.terms.items()}
    return {issue: options for issue, options in named.items() if options}


def _compared(scene: Scene, problem: Problem, proposal: Proposal, found: Improvements) -> TablePackages:
    name = proposal.name
    if found.missing:
        return _completed(scene, problem, proposal, found)
    if found.on_table is None:
        return TablePackages()
    all_gain, some_gain = found.for_all, found.for_some
    better = f"{counted(all_gain.count, 'package is', 'packages are')}" if all_gain.count else "no package is"
    further = f"{counted(some_gain.count, 'is', 'are')}" if some_gain.count else "none is"
    words = f"{name}: {better} better for all, and {further} better for some and worse for none."
    kind, best = ("Better for all", all_gain.best) if all_gain.best else ("Better for some, worse for none", some_gain.best)
    return TablePackages((NamedPackage(name, found.on_table.package), *_chosen(scene, problem, kind, best)), (words, *_explained(best)))


def _completed(scene: Scene, problem: Problem, proposal: Proposal, found: Improvements) -> TablePackages:
    terms = _terms(proposal, problem)
    unsaid = f"{proposal.name} {_left_open(scene, terms, found.missing)}"
    if isinstance(found.status, Infeasible):
        reason = conflict_in_words(scene, found.status.conflict)
        return TablePackages(words=(f"{unsaid}, and no way of completing it is open to all: {reason}.",))
    ways = counted(len(found.completions), "way of completing it", "ways of completing it")
    within = " within these choices" if any(each in terms for each in found.missing) else ""
    are = "is" if len(found.completions) == 1 else "are"
    words = f"{unsaid}. {ways}{within} {are} such that no other is better for one and worse for none."
    return TablePackages(_chosen(scene, problem, "Completed", found.completions), (words, *_explained(found.completions)))


def _left_open(scene: Scene, terms: OptionSets, missing: Sequence[str]) -> str:
    """`says nothing on Hours`, `leaves a choice on Jobs (“Some” or “All”)`, or both."""
    silent = listed(scene.names.issue(each) for each in missing if each not in terms)
    choices = listed(f"{scene.names.issue(each)} ({scene.names.quoted(each, terms[each])})" for each in missing if each in terms)
    return joined(f"says nothing on {silent}" if silent else "", f"leaves a choice on {choices}" if choices else "", by=" and ")


def _explained(packages: Sequence[ValuedPackage]) -> tuple[str, ...]:
    """What the name of the one that is chosen for all means, where one is."""
    return (GREATEST_LEAST_SHARE,) if len(packages) > MOST_SHOWN else ()


def _chosen(scene: Scene, problem: Problem, kind: str, packages: Sequence[ValuedPackage]) -> tuple[NamedPackage, ...]:
    """Of many packages, the best for each party and the one whose least share is greatest, so that no side's choice stands alone."""
    if len(packages) <= MOST_SHOWN:
        several = len(packages) > 1
        return tuple(
            NamedPackage(f"{kind} ({place})" if several else kind, each.package) for place, each in enumerate(packages, start=1)
        )
    scale = scale_of(problem)
    given = [(each.package, scale.shares(each.package)) for each in packages]
    evenest = max(given, key=lambda each: min(each[1].values()))
    best = [
        NamedPackage(
            f"{kind}, best for {scene.names.actor(party)}", max(given, key=lambda each: (each[1][party], sum(each[1].values())))[0]
        )
        for party in given[0][1]
    ]
    return (NamedPackage(f"{kind}, greatest least share", evenest[0]), *best)
