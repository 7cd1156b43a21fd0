"""The package that somebody asks about: typed term by term, or that of a proposal which the audience may see."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from gobetween.bargaining.problems import Problem
from gobetween.briefs.answers.numbers_open import problem_with_numbers, problem_with_seen_numbers
from gobetween.briefs.numbers_seen import is_known_to_those_unseen
from gobetween.briefs.scenes import Scene
from gobetween.model.errors import InvalidCase, NotDisclosed
from gobetween.model.issues import OptionSets, Package
from gobetween.model.proposals import Proposal

ASKED_AT_WILL = "by asking for one package after the other they could be brought out"


@frozen
class Tabled:
    """The terms that are `settled`, in a problem narrowed to the options that are left where a choice is left, under a name."""

    name: str
    settled: Package
    problem: Problem
    proposal: str | None = field(default=None, kw_only=True)


def tabled_package(scene: Scene, package: OptionSets, proposal: str | None) -> Tabled:
    """The package that was typed, or else that of the proposal of this id, or else that of the latest proposal on the table.

    A package may be typed only where the audience may see all numbers that are computed with.

    Raises:
        NotDisclosed: numbers are not open to the audience, or no such proposal is.
        InvalidCase: an issue or an option is not there, or there is no proposal with terms to fall back on.
    """
    if package:
        problem = problem_with_seen_numbers(scene, ASKED_AT_WILL)
        _refuse_unknown(package, problem)
        return _tabled("The package asked about", package, problem)
    problem = problem_with_numbers(scene)
    found = _proposal(scene, proposal) if proposal is not None else _latest(scene, problem)
    terms = _terms(found, problem)
    if not terms:
        raise InvalidCase(f"the proposal '{found.id}' names no terms that could be compared; give some with --package ISSUE=OPTION,...")
    return _tabled(found.name, terms, problem, found.id)


def _tabled(name: str, terms: OptionSets, problem: Problem, proposal: str | None = None) -> Tabled:
    settled = {issue: min(options) for issue, options in terms.items() if len(options) == 1}
    choices = {issue: options for issue, options in terms.items() if issue not in settled}
    return Tabled(name, settled, problem.narrowed(choices), proposal=proposal)


def _refuse_unknown(package: OptionSets, problem: Problem) -> None:
    for issue, options in package.items():
        if issue not in problem.issues:
            raise InvalidCase(f"--package names the issue '{issue}', which is not there; issues: {', '.join(problem.issues)}")
        for option in sorted(options - set(problem.issues[issue])):
            allowed = ", ".join(problem.issues[issue])
            raise InvalidCase(f"--package takes '{option}' on '{issue}', which is not to be had; options there: {allowed}")


def _proposal(scene: Scene, name: str) -> Proposal:
    for each in scene.case.proposals:
        if each.id == name and not is_known_to_those_unseen(scene, each):
            raise NotDisclosed(f"the proposal '{name}' was not put to everyone whose numbers it would be weighed by; {ASKED_AT_WILL}")
        if each.id == name:
            return each
    there = ", ".join(each.id for each in scene.case.proposals) or "none"
    raise NotDisclosed(f"no proposal '{name}' is open to {scene.view.audience}; open to {scene.view.audience}: {there}")


def _latest(scene: Scene, problem: Problem) -> Proposal:
    for each in scene.on_table():
        if _terms(each, problem) and is_known_to_those_unseen(scene, each):
            return each
    raise InvalidCase("no proposal on the table names terms that could be compared; say which package: --package ISSUE=OPTION,...")


def _terms(proposal: Proposal, problem: Problem) -> Mapping[str, frozenset[str]]:
    """The options that the proposal leaves on each issue of which it says something."""
    named = {issue: options & set(problem.issues.get(issue, ())) for issue, options in proposal.terms.items()}
    return {issue: frozenset(options) for issue, options in named.items() if options}
