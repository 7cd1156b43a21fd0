"""What blocks agreement and what would open it."""

from gobetween.bargaining.deadlocks.conflicts import Conflict, Conflicts
from gobetween.bargaining.deadlocks.costs import Cost, GivenUp, dearness, default_cost
from gobetween.bargaining.deadlocks.openings import SHOWN, Opening, Openings, Reduction
from gobetween.bargaining.deadlocks.questions import (
    DETAILED,
    MOST_FOUND,
    Deadlock,
    count_opened,
    explain_deadlock,
    find_conflicts,
    find_deadlock,
    find_openings,
    first_conflict,
)
from gobetween.bargaining.deadlocks.reasons import links_behind

__all__ = [
    "DETAILED",
    "MOST_FOUND",
    "SHOWN",
    "Conflict",
    "Conflicts",
    "Cost",
    "Deadlock",
    "GivenUp",
    "Opening",
    "Openings",
    "Reduction",
    "count_opened",
    "dearness",
    "default_cost",
    "explain_deadlock",
    "find_conflicts",
    "find_deadlock",
    "find_openings",
    "first_conflict",
    "links_behind",
]
