"""Words under an "if": what a party would do in some case is no position in force."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import frozen

from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.model.evidence import PositionMention, Report
from gobetween.model.passages import Passage

IN_CASE = r"(?:if|unless|in case|provided that|as long as)"
UNDER_IF = re.compile(rf"\b{IN_CASE}\b[^.;,]*$", re.IGNORECASE)
BEGINS_WITH_IF = re.compile(rf"^\W*(?:and |but |or )?{IN_CASE}\b[^,]*$", re.IGNORECASE)
LONGEST = 1000  # characters of a passage that is looked at for one within it


@frozen
class Holders:
    """Passages of a report that others may stand in, by position."""

    passages: tuple[Passage, ...]
    starts: tuple[int, ...]

    def around(self, inner: Passage) -> Iterator[Passage]:
        """Those that hold `inner` and more."""
        near = self.passages[bisect_left(self.starts, inner.start - LONGEST) : bisect_right(self.starts, inner.start)]
        return (each for each in near if each.end >= inner.end and each.spans != inner.spans)


def positions_in_force(coverage: Coverage) -> tuple[Found[PositionMention], ...]:
    """Position mentions in all reports, but for those that stand under an "if"."""
    return coverage.once("in force", lambda: tuple(each for each in coverage.found("positions") if not is_supposed(coverage, each)))


def is_supposed(coverage: Coverage, found: Found[PositionMention]) -> bool:
    """Whether the words are an if-clause, or stand in one: in a threat's condition, or after an "if" within a longer passage."""
    text = found.passage.text
    if BEGINS_WITH_IF.search(text):
        return True
    holders: Holders = coverage.once(("holders", found.report.name), lambda: _holders(found.report))
    return any(_is_under_if(outer.text, text) for outer in holders.around(found.passage))


def _is_under_if(outer: str, inner: str) -> bool:
    where = outer.find(inner)
    return where >= 0 and UNDER_IF.search(outer[:where]) is not None


def _holders(report: Report) -> Holders:
    document = report.document
    passages = [
        *(leverage.passage for leverage in document.leverage),
        *(position.passage for position in document.positions),
        *(position.condition for position in document.positions if position.condition),
        *(point.passage for point in document.sticking_points),
        *(statement.content for statement in document.statements),
        *(figure.sentence for figure in document.figures if figure.sentence),
    ]
    ordered = tuple(sorted(dict.fromkeys(passages), key=lambda each: each.start))
    return Holders(ordered, tuple(each.start for each in ordered))
