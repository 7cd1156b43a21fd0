"""A case as a folder has it: the one that comes back when the folder is loaded."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from gobetween.casefiles.encoding.carried import without_carried
from gobetween.casefiles.encoding.entrusted_parts import entrusted_in, in_folder_order
from gobetween.casefiles.encoding.known_holders import as_known_to, check_open
from gobetween.casefiles.encoding.written_ids import with_written_ids
from gobetween.model.cases import Case, Source
from gobetween.model.positions import IN_CONFIDENCE, Position
from gobetween.model.proposals import Proposal, Version


def folder_form(case: Case, audience: str) -> Case:
    """The case by the rules of `folder_writer.files_of`.

    Raises:
        InvalidCase: a folder cannot say it, or it is more than the audience may see.
    """
    check_open(audience, case)
    case = as_known_to(audience, _as_read(without_carried(case)))
    kept = {each.id for file in entrusted_in(case) for each in (*file.positions, *file.interests, *file.delegations)}
    return in_folder_order(with_written_ids(case, kept))


def _as_read(case: Case) -> Case:
    """The case with what its files need not say: whose it is holds it, a source is known once it is published."""
    actors, issues = {actor.id for actor in case.actors}, {issue.id for issue in case.issues}
    lists: dict[str, Any] = {}
    for name, item in case.items():
        owned = item if item.owner is None or item.owner in actors else evolve(item, owner=None)
        if isinstance(owned, Source) and owned.known.is_unknown:
            owned = evolve(owned, known=owned.published)
        elif isinstance(owned, Proposal):
            owned = evolve(owned, versions=tuple(_without_strangers(version, issues) for version in owned.versions))
        elif isinstance(owned, Position) and owned.series in IN_CONFIDENCE and owned.owner is None:
            owned = evolve(owned, owner=owned.actor)
        lists.setdefault(name, []).append(owned)
    changed: dict[str, Any] = {name: tuple(items) for name, items in lists.items()}
    changed["preferences"] = tuple(
        each if each.assumption is not None else evolve(each, holders=each.holders | {each.party}) for each in case.preferences
    )
    return evolve(case, **changed)


def _without_strangers(version: Version, issues: set[str]) -> Version:
    """The version, its clauses bound to no issue that the case does not have: a view may have the text of one alone."""
    clauses = tuple(clause if clause.issue in issues else evolve(clause, issue=None) for clause in version.clauses)
    return evolve(version, clauses=clauses)
