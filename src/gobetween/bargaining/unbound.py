"""What is asked for and yet requires nothing of a package: of actors whose consent nobody needs, and positions without options."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from gobetween.bargaining.demands import ACCEPTING, EXCLUDING, consents_needed, current_positions
from gobetween.model.cases import Case
from gobetween.model.issues import Link
from gobetween.model.positions import Position


@frozen
class Unbound:
    """Positions in force, and links, that would bind if more was said of them.

    `of_others` are of actors who are no party: of those without any role, and of all on issues that do not say whose consent they
    need. `without_options` are on an issue
    and name none of its options, and no note says why.
    """

    of_others: tuple[Position | Link, ...] = ()
    without_options: tuple[Position, ...] = ()

    @property
    def entries(self) -> tuple[Position | Link, ...]:
        """All of them."""
        return (*self.of_others, *self.without_options)


def find_unbound(case: Case) -> Unbound:
    """What asks for something, or refuses it, and is reckoned with nowhere, in the case's order.

    Where an issue names those whose consent it needs, others who have a role are left out on purpose. Cost: that of
    `current_positions`.
    """
    asking = [each for each in current_positions(case) if each.issue is not None and _asks(each)]
    positions = (each for each in asking if each.options and _is_of_other(case, each.actor, each.issue))
    links = (each for each in case.links if each.by and _is_passed_over(case, each.by, (*each.if_chosen, *each.requires)))
    bare = (each for each in asking if not each.options and not each.note)
    return Unbound((*positions, *links), tuple(each for each in bare if _has_a_say(case, each)))


def _asks(position: Position) -> bool:
    return position.stance in ACCEPTING | EXCLUDING and not position.after_deal


def _is_of_other(case: Case, actor: str, issue_id: str | None) -> bool:
    """Whether the issue does not need the actor's consent, and nothing shows that this is meant."""
    issue = case.issue(issue_id) if issue_id else None
    if issue is None or actor in consents_needed(case, issue_id):
        return False
    return not issue.consents or all(role.actor != actor for role in case.roles)


def _has_a_say(case: Case, position: Position) -> bool:
    """Whether the position would bind if it named options, or nothing says that it is not meant to."""
    return position.actor in consents_needed(case, position.issue) or _is_of_other(case, position.actor, position.issue)


def _is_passed_over(case: Case, by: str, issues: Iterable[str]) -> bool:
    """Whether a link over these issues counts for nothing, and not all of them say why."""
    named = tuple(issues)
    is_needed = any(by in consents_needed(case, issue) for issue in named)
    return not is_needed and any(_is_of_other(case, by, issue) for issue in named)
