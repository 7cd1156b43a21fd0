"""When things were said: the day that stands beside the saying, and words for a time that lack a year."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import frozen

from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.briefs.phrasing import MONTHS
from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.evidence import AssessmentMention, DateMention, Report, Statement

NEAR_THE_CUE = 60  # characters within which words for a day belong to the saying, not to what is said
ONE_SENTENCE = 60  # characters between two halves of one remark
LONGEST = 1000  # characters of a statement that is looked through for the one that holds a judgement
MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b")

WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
PREPOSITION = re.compile(r"^(?:on|in|since|during)\s+", re.IGNORECASE)


@frozen
class Sayings:
    """A report's dates and statements by position, so that what stands near a place is found without looking through all."""

    dates: tuple[DateMention, ...]
    date_starts: tuple[int, ...]
    statements: tuple[Statement, ...]
    statement_starts: tuple[int, ...]

    def dates_within(self, start: int, end: int) -> tuple[DateMention, ...]:
        """Dates that begin in `[start, end]`."""
        return self.dates[bisect_left(self.date_starts, start) : bisect_right(self.date_starts, end)]

    def statements_within(self, start: int, end: int) -> tuple[Statement, ...]:
        """Statements whose words begin in `[start, end]`."""
        return self.statements[bisect_left(self.statement_starts, start) : bisect_right(self.statement_starts, end)]


def said_on(coverage: Coverage, found: Found[Statement]) -> When:
    """The day of saying: by words for it beside the speaker, or beside the other half of the same remark; else unknown."""
    sayings = _sayings(coverage, found.report)
    own = _beside(sayings, found.item)
    if not own.is_unknown:
        return own
    others = (_beside(sayings, other) for other in _halves(sayings, found.item))
    return next((when for when in others if not when.is_unknown), UNKNOWN_DATE)


def judged_on(coverage: Coverage, found: Found[AssessmentMention]) -> When:
    """The day of saying of the statement that a judgement stands in; else the day of publication."""
    sayings, start, end = _sayings(coverage, found.report), found.passage.start, found.passage.end
    for statement in sayings.statements_within(start - LONGEST, end):
        if any(mine.overlaps(theirs) for mine in statement.content.spans for theirs in found.passage.spans):
            when = said_on(coverage, Found(found.report, statement, statement.content))
            if not when.is_unknown:
                return when
    return found.report.document.published


def words_for_time(coverage: Coverage, found: Found[object]) -> str:
    """Words in or right before a thing's words for a time that gives no date: "October 7, year not said"; empty if there are none."""
    near = _sayings(coverage, found.report).dates_within(found.passage.start - NEAR_THE_CUE, found.passage.end)
    named = [each.passage.text for each in near if each.when.is_unknown]
    for pattern, what in ((MONTH, "year not said"), (WEEKDAY, "date not known")):
        words = [text for text in named if pattern.search(text)]
        if words:
            return f"{PREPOSITION.sub('', words[-1]).strip(' ,')}, {what}"
    return ""


def _sayings(coverage: Coverage, report: Report) -> Sayings:
    return coverage.once(("sayings", report.name), lambda: _by_position(report))


def _by_position(report: Report) -> Sayings:
    dates = tuple(sorted(report.document.dates, key=lambda each: each.passage.start))
    statements = tuple(sorted(report.document.statements, key=lambda each: each.content.start))
    return Sayings(
        dates,
        tuple(each.passage.start for each in dates),
        statements,
        tuple(each.content.start for each in statements),
    )


def _beside(sayings: Sayings, statement: Statement) -> When:
    """The day by words between the speaker and what is said."""
    anchors = [statement.speaker.passage, *([statement.cue] if statement.cue else [])]
    for anchor in anchors:
        for mention in sayings.dates_within(anchor.end, min(anchor.end + NEAR_THE_CUE, statement.content.start)):
            if not any(mention.passage.spans[0].overlaps(span) for span in statement.content.spans):
                return mention.when
    return UNKNOWN_DATE


def _halves(sayings: Sayings, statement: Statement) -> Iterator[Statement]:
    """Statements of the same speaker, from the same words for the speaker or so near that they share a sentence."""
    start, end = statement.content.start, statement.content.end
    for other in sayings.statements_within(start - LONGEST, end + ONE_SENTENCE):
        apart = max(other.content.start - end, start - other.content.end)
        same_words = other.speaker.passage.spans == statement.speaker.passage.spans
        if other is not statement and other.speaker.name == statement.speaker.name and (same_words or apart <= ONE_SENTENCE):
            yield other
