"""NegMAS scenarios: an outcome space and one utility function a party, in YAML or JSON."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from gobetween.casefiles.scenarios.imports.negmas_domains import kind_of, negmas_issues
from gobetween.casefiles.scenarios.imports.negmas_functions import negmas_party
from gobetween.casefiles.scenarios.records import Record
from gobetween.casefiles.scenarios.refusals import listed
from gobetween.casefiles.scenarios.values import Scenario
from gobetween.model.errors import InvalidCase


def role_of(at: Record) -> str | None:
    """'domain' or 'profile', by what the file says of its type; `None` if it is no part of a NegMAS scenario."""
    if "type" not in at.names():
        return None
    kind = kind_of(at).lower()
    if kind.endswith("outcomespace"):
        return "domain"
    return "profile" if "fun" in kind else None


def negmas_scenario(files: Mapping[str, Record], name: str, steps: int | None) -> Scenario:
    """The scenario of these files, by their names.

    Raises:
        InvalidCase: there is not one outcome space, or something in a file has no meaning here.
    """
    domains = [file for file, at in files.items() if role_of(at) == "domain"]
    if len(domains) != 1:
        raise InvalidCase(f"a NegMAS scenario has one outcome space, and here are {len(domains)}: {listed(domains)}")
    issues = negmas_issues(files[domains[0]], steps)
    read = [negmas_party(at, PurePath(file).stem, issues) for file, at in sorted(files.items()) if file != domains[0]]
    parties = tuple(party for party, _ in read)
    notices = tuple(notice for _, found in read for notice in found)
    return Scenario(name, tuple(each.issue for each in issues), parties, tool="NegMAS", notices=notices)
