"""The same matter, actor by actor: positions that are on one thing, by the words for it."""

from __future__ import annotations

from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.briefs.accounts.likeness import names_in, overlap, stems
from gobetween.briefs.accounts.lines import dated, table, words
from gobetween.briefs.accounts.wording import agreeing
from gobetween.briefs.blocks import Cell, Table
from gobetween.briefs.phrasing import capitalised, shortened
from gobetween.model.evidence import PositionMention, Stance

WORDING = {
    Stance.DEMAND: "demands",
    Stance.OFFER: "offers",
    Stance.ACCEPT: "accepts",
    Stance.CONDITIONAL: "accepts if",
    Stance.REJECT: "rejects",
    Stance.OPPOSE: "opposes",
    Stance.THREATEN: "threatens or plans",
    Stance.DROPPED_DEMAND: "dropped the demand",
    Stance.SUPPORT: "supports",
    Stance.CLAIM: "claims",
    Stance.DENY: "denies",
    Stance.PENDING: "has yet to answer",
}

Group = tuple[Found[PositionMention], ...]


def matters(coverage: Coverage, groups: tuple[Group, ...]) -> tuple[tuple[str, tuple[Group, ...]], ...]:
    """Matters on which several actors take positions, each with those positions; more actors come first."""
    clusters: list[list[Group]] = []
    for group in groups:
        home = next((cluster for cluster in clusters if any(_same_matter(each[0], group[0]) for each in cluster)), None)
        if home is None:
            clusters.append([group])
        else:
            home.append(group)
    shared = [cluster for cluster in clusters if len({coverage.names.of(group[0].item.party) for group in cluster}) > 1]
    shared.sort(key=lambda cluster: -len({coverage.names.of(group[0].item.party) for group in cluster}))
    return tuple((_title(cluster), tuple(cluster)) for cluster in shared)


def matter_of(found: Found[PositionMention]) -> str:
    """What a position is on, in the reader's words, or else in the report's."""
    return found.item.issue or found.passage.text


def does(coverage: Coverage, found: Found[PositionMention]) -> str:
    """The party and its stance in words: "the dockers demand"."""
    party = coverage.names.of(found.item.party)
    return f"{party} {agreeing(party, WORDING[found.item.stance])}"


def _same_matter(first: Found[PositionMention], second: Found[PositionMention]) -> bool:
    mine, theirs = stems(matter_of(first)), stems(matter_of(second))
    shared = mine & theirs
    if first.report is not second.report and len(shared) < 2:
        return False
    if first.item.issue and second.item.issue:
        return bool(shared) and overlap(mine, theirs) >= 0.6
    named = names_in(first.passage.text) & names_in(second.passage.text)
    return len(shared) > 1 and overlap(mine, theirs) >= 0.5 and bool(named)


def _title(cluster: list[Group]) -> str:
    issues = [group[0].item.issue for group in cluster if group[0].item.issue]
    return capitalised(min(issues, key=len)) if issues else shortened(cluster[0][0].passage.text, 80)


def matters_table(coverage: Coverage, groups: tuple[Group, ...]) -> tuple[Table, ...]:
    """Each shared matter with who stands where on it."""
    rows = []
    for title, cluster in matters(coverage, groups):
        for index, group in enumerate(cluster):
            actor = does(coverage, group[0])
            when = dated(coverage.when(group[0]))
            rows.append((Cell(title if index == 0 else ""), Cell(actor), words(group), when))
    return table("The same matter, by actor", ("Matter", "Actor", "Words", "When"), rows)
