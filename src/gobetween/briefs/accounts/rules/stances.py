"""One party that by one report accepts, and by another of the same days refuses, the same thing; delegations with two heads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart, speaker_of
from gobetween.briefs.accounts.likeness import overlap, stems
from gobetween.briefs.accounts.rules.clashes import Clash, Side, matter_in_words
from gobetween.briefs.accounts.suppositions import positions_in_force
from gobetween.model.evidence import DelegationMention, PositionMention, Stance

SAME_DAYS = 3
OPPOSITES = (
    frozenset({Stance.ACCEPT, Stance.REJECT}),
    frozenset({Stance.SUPPORT, Stance.OPPOSE}),
    frozenset({Stance.ACCEPT, Stance.OPPOSE}),
)


def find_stance_clashes(coverage: Coverage) -> Iterator[Clash]:
    """Opposite stances of one party on one matter, from independent origins, within a few days."""
    for first, second in combinations(positions_in_force(coverage), 2):
        if _are_opposite(coverage, first, second):
            party = coverage.names.of(first.item.party)
            sides = tuple(
                Side(f"{coverage.source(speaker_of(each))}, {coverage.label(each.report)}", (each,)) for each in (first, second)
            )
            why = "Independent reports of the same days have the party on opposite sides of the matter."
            yield Clash(f"{matter_in_words(first, second)}: what {party} answers", why, sides)


def find_head_clashes(coverage: Coverage) -> Iterator[Clash]:
    """Two heads of one actor's delegation in one place, from independent origins, within a few days."""
    for first, second in combinations((each for each in coverage.found("delegations") if each.item.head), 2):
        if _are_rivals(coverage, first, second):
            sides = tuple(Side(coverage.label(each.report), (each,)) for each in (first, second))
            why = "Reports of the same days name different heads of the delegation there."
            yield Clash(f"Who leads the delegation of {coverage.names.of(first.item.actor)}", why, sides)


def _are_opposite(coverage: Coverage, first: Found[PositionMention], second: Found[PositionMention]) -> bool:
    if coverage.names.of(first.item.party) != coverage.names.of(second.item.party):
        return False
    if frozenset({first.item.stance, second.item.stance}) not in OPPOSITES or not _is_near(coverage, first, second):
        return False
    if first.item.condition or second.item.condition:
        return False
    mine, theirs = (stems(each.item.issue or each.passage.text) for each in (first, second))
    return len(mine & theirs) > 1 and overlap(mine, theirs) >= 0.75


def _are_rivals(coverage: Coverage, first: Found[DelegationMention], second: Found[DelegationMention]) -> bool:
    mine, theirs = first.item, second.item
    if coverage.names.of(mine.actor) != coverage.names.of(theirs.actor) or mine.head is None or theirs.head is None:
        return False
    if coverage.names.of(mine.head) == coverage.names.of(theirs.head) or not mine.place or not theirs.place:
        return False
    return coverage.names.of(mine.place) == coverage.names.of(theirs.place) and _is_near(coverage, first, second)


def _is_near(coverage: Coverage, first: Found[object], second: Found[object]) -> bool:
    apart = days_apart(coverage.when(first), coverage.when(second))
    return coverage.origin(first) != coverage.origin(second) and apart is not None and apart <= SAME_DAYS
