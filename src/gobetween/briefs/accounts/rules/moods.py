"""Hopeful and gloomy judgements of the same talks within a week, from different sources."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.accounts.rules.same_talks import ABOUT_TALKS, are_of_same_talks
from gobetween.model.evidence import AssessmentMention, Tone

SAME_WEEK = 7


def find_mood_clashes(coverage: Coverage) -> Iterator[Clash]:
    """Each pair of sources once; a report's own voice is no source, and a mixed judgement clashes with nothing."""
    sourced = [each for each in coverage.found("assessments") if each.item.by and ABOUT_TALKS.search(each.passage.text)]
    told = set()
    for hopeful in (each for each in sourced if each.item.tone is Tone.HOPEFUL):
        for gloomy in (each for each in sourced if each.item.tone is Tone.GLOOMY):
            pair = (_voice(coverage, hopeful), _voice(coverage, gloomy))
            if pair[0] != pair[1] and pair not in told and _same_time(coverage, hopeful, gloomy):
                told.add(pair)
                sides = tuple(Side(coverage.source(each.item.by), (each,)) for each in (hopeful, gloomy))
                why = "Within one week one source is hopeful of the talks and another is not; both may be sincere."
                yield Clash(f"How the talks go: well by {pair[0]}, badly by {pair[1]}", why, sides)


def _voice(coverage: Coverage, found: Found[AssessmentMention]) -> str:
    return coverage.names.of(found.item.by.name) if found.item.by else ""


def _same_time(coverage: Coverage, first: Found[AssessmentMention], second: Found[AssessmentMention]) -> bool:
    if first.report is second.report:
        return True
    apart = days_apart(coverage.when(first), coverage.when(second))
    return apart is not None and apart <= SAME_WEEK and are_of_same_talks(coverage, first.report, second.report)
