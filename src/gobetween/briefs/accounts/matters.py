"""The same matter, actor by actor: positions that are on one thing, by the words for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

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

_REFUSING = re.compile(
    r"\b(?:not|no|never|cannot|refus\w*|reject\w*|declin\w*|withh[eo]ld\w*|h[oe]ld\w* back)\b|n[’']t\b", re.IGNORECASE
)
_YET = re.compile(r"(?:\W|only )*(until|till|unless|before)\b", re.IGNORECASE)

NUMBERS = r"\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
UNITS = "percent|per cent|years?|months?|weeks?|days?|hours?|minutes?|euros?|dollars?|crowns?|pounds?"
AMOUNT = re.compile(
    rf"(?:\b(?:of|by|to|at least|at most|up to|about|more than|less than|not more than|some) )*"
    rf"\b(?:{NUMBERS})(?:(?: to | or |-| and )(?:{NUMBERS}))*[ -]({UNITS})\b",
    re.IGNORECASE,
)
EDGE = re.compile(
    r"^(?:\W|\b(?:of|for|to|in|on|by|with|the|a|an)\b\s)+|(?:\W|\s\b(?:of|for|to|in|on|by|with|the|a|an|at|only)\b)+$", re.IGNORECASE
)

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


def stance_words(position: PositionMention) -> str:
    """What the party does, in words; 'will not sign until ...' refuses until then, and does not accept."""
    condition = position.condition
    opening = _YET.match(condition.text) if condition is not None and position.stance is Stance.CONDITIONAL else None
    if condition is None or opening is None or _REFUSING.search(position.passage.text.replace(condition.text, " ")) is None:
        return WORDING[position.stance]
    return f"refuses {opening[1].lower()}"


def does(coverage: Coverage, found: Found[PositionMention]) -> str:
    """The party and its stance in words: "the dockers demand"."""
    party = coverage.names.of(found.item.party)
    return f"{party} {agreeing(party, stance_words(found.item))}"


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
    """What the positions have in common, without the amount or the kind that one of them would have; else the shortest wording."""
    issues = list(dict.fromkeys(group[0].item.issue for group in cluster if group[0].item.issue))
    if not issues:
        return shortened(cluster[0][0].passage.text, 80)
    return capitalised(head_of(issues) or min(issues, key=len))


def head_of(issues: Sequence[str]) -> str:
    """The words of the first issue in which all share a thing, in their order: "guarantee for dockers" of two kinds of dockers.

    Amounts are left out, but for their unit, which stands in brackets: "Agreement (years)". Empty if nothing is left.
    """
    plain = [" ".join(AMOUNT.sub(" ", issue).split()) for issue in issues]
    told = [text for text in plain if stems(text)]
    units = dict.fromkeys(_plural(found[1].casefold()) for issue in issues for found in AMOUNT.finditer(issue))
    if not told:
        return f"how many {next(iter(units))}" if len(units) == 1 else ""
    shared = frozenset.intersection(*map(stems, told))
    base = min(told, key=len) if not shared or len(told) == 1 else _kept(min(told, key=len), shared)
    name = EDGE.sub("", base)
    return f"{name} ({next(iter(units))})" if name and len(units) == 1 else name


def _kept(text: str, shared: frozenset[str]) -> str:
    """The words that carry the shared meaning, with the small words between them."""
    words = text.split()
    kept = [word for word in words if stems(word) <= shared]
    return " ".join(kept)


def _plural(unit: str) -> str:
    return unit if unit.endswith("s") or unit in ("percent", "per cent") else f"{unit}s"


def matters_table(coverage: Coverage, groups: tuple[Group, ...]) -> tuple[Table, ...]:
    """Each shared matter with who stands where on it."""
    rows = []
    for title, cluster in matters(coverage, groups):
        for index, group in enumerate(cluster):
            actor = does(coverage, group[0])
            when = dated(coverage.when(group[0]))
            rows.append((Cell(title if index == 0 else ""), Cell(actor), words(group), when))
    return table("The same matter, by actor", ("Matter", "Actor", "Words", "When"), rows)
