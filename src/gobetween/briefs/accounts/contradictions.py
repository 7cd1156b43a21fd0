"""Accounts that do not fit together, side by side, each with the rule's reason in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.briefs.accounts.figures import figure_groups
from gobetween.briefs.accounts.lines import as_said, line, listing, section
from gobetween.briefs.accounts.rules.cancellations import find_cancellations
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.accounts.rules.denials import find_denials
from gobetween.briefs.accounts.rules.forms import find_denied_meetings, find_form_clashes
from gobetween.briefs.accounts.rules.moods import find_mood_clashes
from gobetween.briefs.accounts.rules.offices import find_office_clashes
from gobetween.briefs.accounts.rules.stances import find_head_clashes, find_stance_clashes
from gobetween.briefs.accounts.rules.tallies import find_tally_clashes
from gobetween.briefs.accounts.rules.weekdays import find_weekday_clashes
from gobetween.briefs.blocks import Cell, Mark, Section
from gobetween.briefs.phrasing import capitalised, counted

MOST = 40


def contradictions_section(coverage: Coverage) -> tuple[Section, ...]:
    """Every contradiction found."""
    found = contradictions(coverage)
    lead = f"Found by rule: {counted(len(found), 'contradiction')}. None is decided here; a person judges which is right."
    if len(found) > MOST:
        lead += f" The first {MOST} are shown."
    blocks = [block for clash in found[:MOST] for block in listing(capitalised(clash.about), _cells(clash))]
    return section("account-contradictions", "Accounts that do not fit together", lead, blocks)


def contradictions(coverage: Coverage) -> tuple[Clash, ...]:
    """What the rules find, in the order of the rules."""
    return coverage.once("contradictions", lambda: tuple(_find(coverage)))


def _find(coverage: Coverage) -> Iterator[Clash]:
    yield from find_form_clashes(coverage)
    denied = tuple(find_denied_meetings(coverage))
    yield from denied
    yield from find_cancellations(coverage)
    yield from (clash for clash in find_denials(coverage) if not any(_is_within(clash, each) for each in denied))
    yield from find_stance_clashes(coverage)
    yield from find_head_clashes(coverage)
    yield from find_mood_clashes(coverage)
    yield from find_office_clashes(coverage)
    yield from find_tally_clashes(coverage, figure_groups(coverage))
    yield from find_weekday_clashes(coverage)


def _is_within(clash: Clash, other: Clash) -> bool:
    """Whether the other sets the same words against each other: a meeting denied is one clash, not also an assertion denied."""
    told = [each for side in other.sides for each in side.found]
    return all(any(_touch(each, one) for one in told) for side in clash.sides for each in side.found)


def _touch(first: Found[Any], second: Found[Any]) -> bool:
    same = first.report is second.report
    return same and any(mine.overlaps(theirs) for mine in first.passage.spans for theirs in second.passage.spans)


def _cells(clash: Clash) -> Iterator[Cell]:
    for side in clash.sides:
        yield line(f"{side.who}: {_words(side)}", side.found, marks=(Mark.CONTESTED,))
    yield Cell(clash.why, marks=(Mark.COMPUTED,))


def _words(side: Side) -> str:
    return "; ".join(dict.fromkeys(as_said(found) for found in side.found))
