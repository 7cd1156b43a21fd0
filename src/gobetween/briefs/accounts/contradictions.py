"""Accounts that do not fit together, side by side, each with the rule's reason in words."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.accounts.coverage import Coverage
from gobetween.briefs.accounts.figures import figure_groups
from gobetween.briefs.accounts.lines import line, listing, section
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.accounts.rules.denials import find_denials
from gobetween.briefs.accounts.rules.forms import find_denied_meetings, find_form_clashes
from gobetween.briefs.accounts.rules.moods import find_mood_clashes
from gobetween.briefs.accounts.rules.offices import find_office_clashes
from gobetween.briefs.accounts.rules.stances import find_head_clashes, find_stance_clashes
from gobetween.briefs.accounts.rules.tallies import find_tally_clashes
from gobetween.briefs.accounts.rules.weekdays import find_weekday_clashes
from gobetween.briefs.accounts.wording import quoted
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
    yield from find_denied_meetings(coverage)
    yield from find_denials(coverage)
    yield from find_stance_clashes(coverage)
    yield from find_head_clashes(coverage)
    yield from find_mood_clashes(coverage)
    yield from find_office_clashes(coverage)
    yield from find_tally_clashes(coverage, figure_groups(coverage))
    yield from find_weekday_clashes(coverage)


def _cells(clash: Clash) -> Iterator[Cell]:
    for side in clash.sides:
        yield line(f"{side.who}: {_words(side)}", side.found, marks=(Mark.CONTESTED,))
    yield Cell(clash.why, marks=(Mark.COMPUTED,))


def _words(side: Side) -> str:
    return "; ".join(dict.fromkeys(quoted(found.passage.text) for found in side.found))
