"""Who presses whom to do what, or else what; pressure whose aim the words do not say is left out."""

from __future__ import annotations

import re
from typing import Any

from gobetween.briefs.accounts.coverage import Coverage, Found, gather, join_same, speaker_of
from gobetween.briefs.accounts.likeness import are_alike
from gobetween.briefs.accounts.lines import Row, table, words
from gobetween.briefs.accounts.wording import agreeing
from gobetween.briefs.blocks import Cell, Table
from gobetween.briefs.phrasing import when_or_undated
from gobetween.model.evidence import LeverageMention

IN_WORDS = (
    (
        re.compile(
            r"(?:not|n't|never|no longer) (?:\w+ )?(?:support|back|accept|allow|tolerate)\b.*?\b(?:plans?|intention|bid) to (.+)"
        ),
        "not to {}",
    ),
    (re.compile(r"\bwarn\w*\b.*?\bagainst (\w+ing\b.+)"), "refrain from {}"),
    (re.compile(r"\b(?:warn|t[eo]ld|tell|urg|ask|order|call)\w*\b.*? not to (.+)"), "not to {}"),
    (re.compile(r"\b(?:press|push|urg|ask|tell|told|call|order|forc|pressur)\w*\b.*? to (.+)"), "{}"),
    (re.compile(r"\bunless [^,.]*?\b(?:agrees?|moves?) to (.+)"), "{}"),
)
UNLESS = ("unless ", "until ", "till ", "before ")  # what is told behind them is what is asked
IN_CASE = ("if ", "unless ", "in case ", "should ")
Pressure = tuple[Found[LeverageMention], ...]


def pressure(coverage: Coverage) -> tuple[Pressure, ...]:
    """Who presses whom, copies within a story together; what carries an 'or else' comes first."""

    def are_one(first: Found[LeverageMention], second: Found[LeverageMention]) -> bool:
        mine, theirs = first.item, second.item
        same = all(coverage.names.of(a) == coverage.names.of(b) for a, b in ((mine.by, theirs.by), (mine.on, theirs.on)))
        return same and are_alike(first.passage.text, second.passage.text)

    told = (each for each in coverage.found("leverage") if demand_in(each.item))
    found = sorted(told, key=lambda each: -bool(each.item.demand) - bool(each.item.otherwise))
    groups = gather(found, are_one, by=coverage.origin)
    return join_same(groups, lambda each: (coverage.names.of(each.item.by), coverage.names.of(each.item.on)))


def pressure_line(coverage: Coverage, group: Pressure) -> str:
    """A pressure in a sentence."""
    item, by = group[0].item, coverage.names.of(group[0].item.by)
    demand, otherwise = demand_and_threat(item)
    on = coverage.names.of(item.on)
    if item.demand.startswith(UNLESS):
        return f"{by} {agreeing(by, 'presses')} {on}: {demand}; or else: {otherwise or 'a warning'}"
    if item.demand.startswith(IN_CASE):
        return f"{by} {agreeing(by, 'warns')} {on}: {demand}"
    told = f" ({item.otherwise})" if item.otherwise and item.demand else ""
    return f"{by} {agreeing(by, 'presses')} {on} {_infinitive(demand_in(item))}{told}"


def demand_and_threat(item: LeverageMention) -> tuple[str, str]:
    """What is asked, and what is threatened otherwise: "unless a deal is signed" asks for a deal.

    A case in which something is asked, or will be done ("if the talks fail"), is told with it.
    """
    demand, otherwise = demand_in(item), item.otherwise
    if demand.startswith(UNLESS):
        return demand.split(" ", 1)[1], otherwise
    if demand.startswith(IN_CASE):
        return f"{otherwise or 'a warning'}, {demand}", ""
    return (f"{demand} {otherwise}", "") if otherwise.startswith(IN_CASE) else (demand, otherwise)


def demand_in(item: LeverageMention) -> str:
    """What is asked, as read, or else as the words have it: not to carry out the plan that is not backed; empty if they do not say."""
    if item.demand:
        return item.demand
    for pattern, wording in IN_WORDS:
        if said := pattern.search(item.passage.text):
            return wording.format(said.group(1).strip(" .,;"))
    return ""


def pressure_table(coverage: Coverage) -> tuple[Table, ...]:
    """Who presses whom to do what."""
    columns = ("Who on whom", "What is asked", "Or else", "Words", "Said by")
    return table("Pressure", columns, [_row(coverage, group) for group in pressure(coverage)])


def _row(coverage: Coverage, group: Pressure) -> Row:
    item = group[0].item
    demand, otherwise = demand_and_threat(item)
    return (
        Cell(f"{coverage.names.of(item.by)} on {coverage.names.of(item.on)}"),
        Cell(demand),
        Cell(otherwise),
        words(group),
        said_by(coverage, group[0]),
    )


def _infinitive(demand: str) -> str:
    return demand if demand.startswith(("to ", "not to ")) else f"to {demand}"


def said_by(coverage: Coverage, found: Found[Any]) -> Cell:
    """Who says so, and in the report of which day."""
    return Cell(coverage.source(speaker_of(found)), detail=when_or_undated(found.report.document.published))
