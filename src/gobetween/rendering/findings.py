"""What is unsound in a case's requirements, in the words of the files it is written in: for whoever mends them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gobetween.bargaining.requirements import Requirement
from gobetween.bargaining.soundness import CircularLinks, ContradictoryLinks, ContradictoryRedLines, Finding, ImpossibleOption
from gobetween.model.cases import Case
from gobetween.model.issues import Link, OptionSets
from gobetween.model.positions import Position

_MADE_ID = re.compile(r"-[0-9a-f]{8}$")


def finding_in_words(finding: Finding, case: Case) -> str:
    """Where it stands, what is wrong, which entries it comes from (by their id or their own words), and what would mend it."""
    match finding:
        case ContradictoryLinks(because):
            what = "no package meets these links together; they are nobody's to concede, so change one of them"
        case ImpossibleOption(issue, option, because=because):
            what = f"issues.{issue}.options.{option}: no package can contain it; leave it out, or change one of"
        case ContradictoryRedLines(owner, because=because):
            what = f"the red lines and links of '{owner}' leave it no package; one of them says more than was meant"
        case CircularLinks(because):
            what = "these links require each other in a circle: all of them bind, or none; is that meant?"
    entries = [entry for requirement in because for entry in _entries(requirement, case)]
    files = ", ".join(sorted({_file(entry) for entry in entries})) or "case.yaml"
    return f"{files}: {what}: {'; '.join(map(_called, entries))}"


def is_fault(finding: Finding) -> bool:
    """Whether nothing can be computed until it is mended; the others are worth a look."""
    return isinstance(finding, ContradictoryLinks | ContradictoryRedLines)


def _entries(requirement: Requirement, case: Case) -> Iterator[Position | Link]:
    yield from (position for position in case.positions if position.id in requirement.items)
    yield from (link for link in case.links if link.id in requirement.items)


def _file(entry: Position | Link) -> str:
    return f"parties/{entry.owner}.yaml" if entry.owner else "case.yaml"


def _called(entry: Position | Link) -> str:
    if not _MADE_ID.search(entry.id):
        return f"'{entry.id}'"
    if entry.text:
        return f"“{entry.text}”"
    if isinstance(entry, Position):
        return f"{entry.actor} on {entry.issue}: {entry.stance} {', '.join(sorted(entry.options))}"
    return f"if {_sets(entry.if_chosen)}, then {_sets(entry.requires) or 'never'}"


def _sets(sets: OptionSets) -> str:
    return " and ".join(f"{issue} {' or '.join(sorted(options))}" for issue, options in sets.items())
