"""Whether terms name what whoever acts knows, and whether everybody does."""

from __future__ import annotations

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.items import PUBLIC
from gobetween.talks.standings import Standing


def must_know_terms(at: Standing, terms: OptionSets) -> None:
    """Refuses issues and options that are none as far as whoever acts knows; the text is the same whether they exist or not.

    Raises:
        ProtocolViolation: one of them is not, or an issue is named without an option.
    """
    for issue_id, options in terms.items():
        issue = at.case.issue(issue_id)
        if issue is None:
            known = ", ".join(each.id for each in at.case.issues) or "none"
            raise ProtocolViolation(f"there is no issue '{issue_id}' that you know of; issues: {known}")
        known = ", ".join(each.id for each in issue.options)
        if not options:
            raise ProtocolViolation(f"the issue '{issue_id}' is named without an option; options: {known}")
        for option in sorted(options):
            if issue.option(option) is None:
                raise ProtocolViolation(f"there is no option '{option}' on '{issue_id}' that you know of; options: {known}")


def must_be_common_terms(at: Standing, terms: OptionSets) -> None:
    """Refuses terms that go to others, unless everybody knows their issues and options.

    Raises:
        ProtocolViolation: one of them is not known, or known to some alone, which may be all but those who would get it.
    """
    must_know_terms(at, terms)
    if not are_public(at, terms):
        raise ProtocolViolation("not everyone knows of these terms; write them out in the text instead of naming the options")


def are_public(at: Standing, terms: OptionSets) -> bool:
    """Whether everybody knows these issues and options."""
    for issue_id, options in terms.items():
        issue = at.case.issue(issue_id)
        if issue is None or PUBLIC not in issue.holders:
            return False
        if any(each.id in options and PUBLIC not in each.holders for each in issue.options):
            return False
    return True
