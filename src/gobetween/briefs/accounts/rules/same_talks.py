"""Whether two reports speak of the same talks: judgements, counts and denials of different talks do not contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gobetween.briefs.accounts.coverage import Coverage
from gobetween.model.evidence import Report

FIRST_NAMED = 5  # actors named first in a report: those whom it is about
SHARED = 3
ABOUT_TALKS = re.compile(
    r"\b(talks?|negotiat\w*|mediat\w*|bargain\w*|deal|agreement|accord|truce|cease-?fire|settlement|contract|pact|treaty|rounds?|sessions?"
    r"|breakthrough|obstacles?|progress\w*|deadlock\w*|impasse|gaps?|compromise)\b",
    re.IGNORECASE,
)


def are_of_same_talks(coverage: Coverage, first: Report, second: Report) -> bool:
    """Whether they are one report or story, have two of the same actors meet, or are about three of the same actors."""
    if coverage.stories[first.name] == coverage.stories[second.name]:
        return True
    theirs = tuple(_tables(coverage, second))
    if any(len(mine & other) > 1 for mine in _tables(coverage, first) for other in theirs):
        return True
    return len(_about(coverage, first) & _about(coverage, second)) >= SHARED


def _tables(coverage: Coverage, report: Report) -> Iterator[frozenset[str]]:
    for meeting in report.document.meetings:
        yield coverage.names.sides_of(meeting.participants)


def _about(coverage: Coverage, report: Report) -> frozenset[str]:
    return coverage.names.actors_of(report.document.actors[:FIRST_NAMED])
