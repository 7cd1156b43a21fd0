"""The same thing counted in several reports: growth over time told from disagreement, qualifiers obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart, place
from gobetween.briefs.accounts.likeness import stems
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.accounts.wording import amount, counted
from gobetween.model.evidence import Figure

SAME_TIME = 3  # days within which two reports count at the same time
ROUNDING = Fraction(1, 10)  # a difference below this may be rounding where a number is said to be approximate
AT_LEAST = re.compile(r"\b(more than|over|at least|above|exceed\w*|upwards of|no fewer than|a minimum of)\b")
AT_MOST = re.compile(r"\b(less than|fewer than|under|below|at most|up to|as many as|nearly|almost)\b")
ABOUT = re.compile(r"\b(about|around|some|approximately|roughly|an estimated|estimated|nearly|almost|close to)\b")
SAME_THING = {
    "killed": "dead",
    "kill": "dead",
    "death": "dead",
    "die": "dead",
    "died": "dead",
    "life": "dead",
    "live": "dead",
    "lives": "dead",
}


@frozen
class Verdict:
    """What a comparison of counts comes to."""

    text: str
    is_disagreement: bool = False


def is_same_count(first: Figure, second: Figure) -> bool:
    """Whether two figures count the same thing: same unit, same counted thing, no different places."""
    if not first.counted or not second.counted or first.unit != second.unit:
        return False
    if first.place and second.place and first.place != second.place:
        return False
    mine, theirs = _things(first), _things(second)
    return bool(mine) and mine == theirs and (first.place == second.place or len(mine) > 1)


def compare(coverage: Coverage, group: tuple[Found[Figure], ...]) -> Verdict:
    """What the counts of one thing, in order of date, come to."""
    if len({found.item.value for found in group}) == 1:
        return Verdict("the same number")
    if any(place(found.report.document.published).is_unknown for found in group):
        return Verdict("different numbers, but a report is undated: growth over time cannot be told from disagreement")
    disputed = next(disagreements(coverage, group), None)
    if disputed is not None:
        return Verdict("different numbers at the same time", is_disagreement=True)
    values = [found.item.value for found in group]
    if values == sorted(values):
        return Verdict(f"later and larger: growth from {amount(values[0])} to {amount(values[-1])}")
    return Verdict("within what the words “more than”, “about” and the like allow, or changed over time")


def disagreements(coverage: Coverage, group: tuple[Found[Figure], ...]) -> Iterator[tuple[Found[Figure], Found[Figure]]]:
    """Pairs that count the same thing at the same time, from independent origins, with numbers that cannot both be right."""
    for index, first in enumerate(group):
        for second in group[index + 1 :]:
            apart = days_apart(first.report.document.published, second.report.document.published)
            if apart is None or apart > SAME_TIME or coverage.origin(first) == coverage.origin(second):
                continue
            if not _agree(first.item, second.item):
                yield first, second


def find_tally_clashes(coverage: Coverage, groups: tuple[tuple[Found[Figure], ...], ...]) -> Iterator[Clash]:
    """Counts that disagree."""
    for group in groups:
        for first, second in disagreements(coverage, group):
            sides = tuple(
                Side(f"{coverage.source(each.item.attributed_to)}, {coverage.label(each.report)}", (each,)) for each in (first, second)
            )
            why = f"The same thing counted within {counted(SAME_TIME, 'day')}, with numbers that their qualifiers do not reconcile."
            yield Clash(f"How many: {first.item.counted}", why, sides)


def _agree(first: Figure, second: Figure) -> bool:
    low, high = sorted((first, second), key=lambda each: each.value)
    if AT_LEAST.search(_qualifier(low)) or AT_MOST.search(_qualifier(high)):
        return True
    if low.upper is not None and low.upper >= high.value:
        return True
    is_about = bool(ABOUT.search(_qualifier(low)) or ABOUT.search(_qualifier(high)))
    return (high.value - low.value) <= (ROUNDING if is_about else Fraction(1, 100)) * high.value


def _qualifier(figure: Figure) -> str:
    return (figure.qualifier or "").casefold()


def _things(figure: Figure) -> frozenset[str]:
    where = stems(figure.place or "")
    return frozenset(SAME_THING.get(stem, stem) for stem in stems(figure.counted) - where)
