"""What is unsound in a case's requirements, in the words of the files it is written in: for whoever mends them."""

from __future__ import annotations

from gobetween.bargaining.requirements import Requirement
from gobetween.bargaining.soundness import CircularLinks, ContradictoryLinks, ContradictoryRedLines, Finding, ImpossibleOption


def finding_in_words(finding: Finding) -> str:
    """One sentence on what is wrong, which entries of the case it comes from, and what would mend it."""
    match finding:
        case ContradictoryLinks(because):
            return f"no package meets the links {_entries(because)} together; they are nobody's to concede, so change one of them"
        case ImpossibleOption(issue, option, because=because):
            return f"issues.{issue}.options.{option}: no package can contain it, because of {_entries(because)}; drop it, or change one"
        case ContradictoryRedLines(owner, because=because):
            return f"{owner}: its own red lines and links {_entries(because)} leave it no package; one of them says more than was meant"
        case CircularLinks(links):
            return f"the links {_entries(links)} require each other in a circle: all of them bind, or none; is that meant?"


def is_fault(finding: Finding) -> bool:
    """Whether nothing can be computed until it is mended; the others are worth a look."""
    return isinstance(finding, ContradictoryLinks | ContradictoryRedLines)


def _entries(requirements: tuple[Requirement, ...]) -> str:
    return ", ".join(f"'{item}'" for requirement in requirements for item in (requirement.items or (requirement.id,)))
