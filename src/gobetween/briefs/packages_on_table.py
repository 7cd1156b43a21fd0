"""The text on the table as a package: what it leaves unsaid or open, how that could best be said, and what would be better for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import ge, gt

from attrs import frozen

from gobetween.bargaining.improvements import Better, Improvements, improve
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Infeasible, Optimal, ValuedPackage
from gobetween.briefs.allowances import allowance
from gobetween.briefs.blocks import Block, Mark
from gobetween.briefs.cells import paragraph
from gobetween.briefs.gains import NamedPackage, scale_of
from gobetween.briefs.numbers_seen import is_known_to_those_unseen
from gobetween.briefs.phrasing import counted, joined, listed
from gobetween.briefs.quantities import counted_packages, range_of
from gobetween.briefs.requirements_in_words import conflict_in_words
from gobetween.briefs.scenes import Scene
from gobetween.model.issues import OptionSets
from gobetween.model.proposals import Proposal

MOST_SHOWN = 2
NOT_PROVEN = "Not all of this is proven: a brief takes only so much time for it, and there may be better packages."
GREATEST_LEAST_SHARE = (
    "Best for whoever gains least: of these packages, the one in which the smallest of the parties' shares is largest "
    "(greatest least share)."
)


@frozen
class TablePackages:
    """What can be compared of the proposals on the table, and what is said of each."""

    named: tuple[NamedPackage, ...] = ()
    words: tuple[str, ...] = ()


def table_packages(scene: Scene, problem: Problem) -> TablePackages:
    """The latest proposal on the table, completed where it is silent, and what is better for all."""
    for proposal in scene.on_table():
        terms = _terms(proposal, problem)
        if terms and is_known_to_those_unseen(scene, proposal):
            settled = {issue: min(options) for issue, options in terms.items() if len(options) == 1}
            choices = {issue: options for issue, options in terms.items() if issue not in settled}
            return _compared(scene, problem, proposal, improve(problem.narrowed(choices), settled, watch=allowance()))
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
    further = found.for_some.size
    some = f"{range_of(further)} {'is' if further.least == further.most == 1 else 'are'}" if further.most else "none is"
    words = f"{name}: {counted_packages(found.for_all.size)} better for all, and {some} better for some and worse for none."
    for_all = _best(found, found.for_all, all)
    kind, best = ("Better for all", for_all) if for_all else ("Better for some, worse for none", _best(found, found.for_some, any))
    unproven = () if isinstance(found.status, Optimal) else (NOT_PROVEN,)
    packages = (NamedPackage(name, found.on_table.package), *_chosen(scene, problem, kind, best))
    return TablePackages(packages, (words, *unproven, *_explained(best)))


def _best(found: Improvements, better: Better, needed: Callable[[Iterable[bool]], bool]) -> tuple[ValuedPackage, ...]:
    """The best of these; where these are not all, with what gives each party most and with the fairest that were found."""
    if isinstance(better.best_status, Optimal) or found.on_table is None:
        return better.best
    most = (each.package for each in found.most_for if each.package is not None)
    others = [*most, *found.nash.packages[:1], *found.leximin.packages[:1]]
    before = found.on_table.values.values()
    gaining = (each for each in others if all(map(ge, each.values.values(), before)) and needed(map(gt, each.values.values(), before)))
    return (*better.best, *(each for each in gaining if each not in better.best))


def _completed(scene: Scene, problem: Problem, proposal: Proposal, found: Improvements) -> TablePackages:
    terms = _terms(proposal, problem)
    unsaid = f"{proposal.name} {_left_open(scene, terms, found.missing)}"
    if isinstance(found.status, Infeasible):
        reason = conflict_in_words(scene, found.status.conflict)
        return TablePackages(words=(f"{unsaid}, and no way of completing it is open to all: {reason}.",))
    if not found.completions:
        return TablePackages(words=(f"{unsaid}, and no way of completing it was found in the time a brief takes.",))
    ways = counted(len(found.completions), "way of completing it", "ways of completing it")
    within = " within these choices" if any(each in terms for each in found.missing) else ""
    are = "is" if len(found.completions) == 1 else "are"
    words = f"{unsaid}. {ways}{within} {are} such that no other is better for one and worse for none."
    if not isinstance(found.completions_status, Optimal):
        words = (
            f"{unsaid}. Of the ways of completing it{within}, {len(found.completions)} are looked at here; there may be better ones."
        )
    return TablePackages(_chosen(scene, problem, "The text completed", found.completions), (words, *_explained(found.completions)))


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
    return (NamedPackage(f"{kind}, best for whoever gains least", evenest[0]), *best)
