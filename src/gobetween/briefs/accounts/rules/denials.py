"""A fact that one actor asserts and another denies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart
from gobetween.briefs.accounts.likeness import overlap, stems
from gobetween.briefs.accounts.rules.clashes import Clash, Side, matter_in_words
from gobetween.briefs.accounts.rules.same_talks import are_of_same_talks
from gobetween.briefs.accounts.suppositions import positions_in_force
from gobetween.model.evidence import PositionMention, SourceType, Stance, Statement, StatementKind

NEXT_TO = 60  # characters between two assertions that a report sets against each other
SAME_DAYS = 7
ABSOLUTE = re.compile(
    r"\b(den(?:y|ies|ied)|false|untrue|baseless|never|no longer|none|cut off all|closed all|stopped all|ended all)\b",
    re.IGNORECASE,
)
ASSERTS = frozenset({StatementKind.STATEMENT, StatementKind.ALLEGATION, StatementKind.DENIAL, StatementKind.BELIEF})


def find_denials(coverage: Coverage) -> Iterator[Clash]:
    """Assertions denied by another actor, each pair of actors and matter once."""
    return iter(coverage.once("denials", lambda: tuple(_denials(coverage))))


def _denials(coverage: Coverage) -> Iterator[Clash]:
    told: set[tuple[str, str, str]] = set()
    for first, second, why in _pairs(coverage):
        mine, theirs = _who(coverage, first), _who(coverage, second)
        key = (*sorted((mine, theirs)), coverage.origin(first))
        if mine == theirs or key in told:
            continue
        told.add((key[0], key[1], key[2]))
        sides = tuple(Side(f"{who}, {coverage.label(each.report)}", (each,)) for who, each in ((mine, first), (theirs, second)))
        yield Clash(f"{matter_in_words(first, second)}: asserted by {mine}, denied by {theirs}", why, sides)


def _pairs(coverage: Coverage) -> Iterator[tuple[Found[Any], Found[Any], str]]:
    for first, second in (*_claims(coverage), *_statements(coverage)):
        yield first, second, "What one asserts the other denies, on the same matter."
    for first, second in _set_against(coverage):
        yield first, second, "The report sets a flat denial right after the assertion; that they are of one matter is its arrangement."


def _claims(coverage: Coverage) -> Iterator[tuple[Found[Any], Found[Any]]]:
    positions = positions_in_force(coverage)
    for claim in (each for each in positions if each.item.stance is Stance.CLAIM):
        for denial in (each for each in positions if each.item.stance is Stance.DENY):
            if _is_near(coverage, claim, denial) and _same_matter(claim, denial):
                yield claim, denial


def _statements(coverage: Coverage) -> Iterator[tuple[Found[Any], Found[Any]]]:
    said = tuple(each for each in coverage.statements() if each.item.speaker.source_type is not SourceType.UNKNOWN)
    for denial in (each for each in said if each.item.kind is StatementKind.DENIAL):
        for claim in said:
            if claim.item.kind is not StatementKind.DENIAL and _is_near(coverage, claim, denial):
                mine, theirs = stems(claim.passage.text), stems(denial.passage.text)
                if len(mine & theirs) > 2 and overlap(mine, theirs) >= 0.5:
                    yield claim, denial


def _set_against(coverage: Coverage) -> Iterator[tuple[Found[Any], Found[Any]]]:
    """A claim about another's conduct, and right after it another actor's flat denial: one report sets them against each other."""
    positions = positions_in_force(coverage)
    claims: list[Found[Any]] = [each for each in positions if each.item.stance is Stance.CLAIM]
    claims += [each for each in coverage.statements() if each.item.speaker.actor and _asserts(each)]
    for claim in claims:
        for denial in (each for each in coverage.statements() if each.item.speaker.actor):
            after = denial.item.speaker.passage.start - claim.passage.end if denial.report is claim.report else -1
            if 0 <= after <= NEXT_TO and denial.item.kind in ASSERTS and ABSOLUTE.search(denial.passage.text):
                yield claim, denial


def _asserts(found: Found[Statement]) -> bool:
    if found.item.kind is StatementKind.ALLEGATION:
        return True
    cue = found.item.cue.text.casefold() if found.item.cue else ""
    return any(word in cue for word in ("assert", "claim", "accus", "alleg", "charg"))


def _same_matter(first: Found[PositionMention], second: Found[PositionMention]) -> bool:
    issues = stems(first.item.issue), stems(second.item.issue)
    if overlap(*issues) >= 0.5:
        return True
    mine, theirs = (stems(f"{each.item.issue} {each.passage.text}") for each in (first, second))
    return len(mine & theirs) > 1 and overlap(mine, theirs) >= 0.4


def _is_near(coverage: Coverage, first: Found[Any], second: Found[Any]) -> bool:
    if first.report is second.report:
        return True
    apart = days_apart(coverage.when(first), coverage.when(second))
    return apart is not None and apart <= SAME_DAYS and are_of_same_talks(coverage, first.report, second.report)


def _who(coverage: Coverage, found: Found[Any]) -> str:
    if isinstance(found.item, PositionMention):
        return coverage.names.of(found.item.party)
    speaker = found.item.speaker
    return coverage.names.of(speaker.actor or speaker.name)
