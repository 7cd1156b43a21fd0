"""Figures with who gives them, as said; the same thing counted in several reports is compared by date."""

from __future__ import annotations

import re

from gobetween.briefs.accounts.coverage import Coverage, Found, gather
from gobetween.briefs.accounts.likeness import overlap, stems
from gobetween.briefs.accounts.lines import Row, dated, line, section, table
from gobetween.briefs.accounts.rules.tallies import compare, is_same_count
from gobetween.briefs.blocks import Cell, Mark, Section, Table
from gobetween.briefs.phrasing import amount, quoted
from gobetween.model.evidence import FigureMention, SourceType

ON_THE_TABLE = re.compile(
    r"\b(?:proposals?|propos(?:es|ed|ing)|wording|drafts?|offers?|offered|the terms|under discussion|on the table)\b"
    r"|\b(?:deal|agreement|package|text|contract)\b[^.;]{0,40}\b(?:would|will|includ\w+|calls for|envisag\w+|provid\w+)\b",
    re.IGNORECASE,
)
SPANS_OF_TIME = ("minute", "hour", "day", "week", "month", "year", "decade")
SPAN_AS_TERM = re.compile(
    r"\b(pause|truce|ceasefire|cease-fire|halt|strike|contract|lease|lock-?up|moratorium|freeze|notice|term)\b", re.IGNORECASE
)
CITED_ALONE = frozenset({SourceType.ANONYMOUS_SOURCES, SourceType.ANONYMOUS_SOURCE})

Group = tuple[Found[FigureMention], ...]


def figures_section(coverage: Coverage) -> tuple[Section, ...]:
    """Figures in what is on the table, figures compared, all figures."""
    groups = figure_groups(coverage)
    blocks = (*_terms(coverage), *_compared(coverage, groups), *_all(coverage, groups))
    lead = "Numbers as each report gives them, qualifiers included; a background number stands with whoever the report says gave it."
    return section("account-figures", "Figures", lead, blocks)


def figure_groups(coverage: Coverage) -> tuple[Group, ...]:
    """Figures that count the same thing in the same place, by date."""
    return coverage.once("figures", lambda: _figure_groups(coverage))


def _figure_groups(coverage: Coverage) -> tuple[Group, ...]:
    found = [each for each in coverage.found("figures") if not _counts_sources(each)]
    groups = gather(found, lambda first, second: is_same_count(first.item, second.item), by=lambda each: each.item.unit)
    return tuple(tuple(sorted(group, key=lambda each: each.report.document.published.sort_key)) for group in groups)


def terms(coverage: Coverage) -> tuple[Group, ...]:
    """Figures that belong to a text on the table: spans of a pause, sums, numbers in a proposal, wording or draft."""
    found = [each for each in coverage.found("figures") if _is_term(each)]
    return gather(found, _says_same, by=coverage.origin)


def _says_same(first: Found[FigureMention], second: Found[FigureMention]) -> bool:
    return first.item.value == second.item.value and first.item.unit == second.item.unit


def _counts_sources(found: Found[FigureMention]) -> bool:
    return bool({"sourc", "source"} & stems(found.item.counted)) or found.item.counted.endswith("sources")


def _is_term(found: Found[FigureMention]) -> bool:
    figure = found.item
    said = figure.sentence.text if figure.sentence else ""
    if figure.attributed_to and figure.unit == "persons":
        return False
    is_span = any(figure.unit.startswith(unit) for unit in SPANS_OF_TIME)
    near = found.passage.text + " " + figure.counted
    return bool(ON_THE_TABLE.search(said)) and (not is_span or bool(SPAN_AS_TERM.search(near)))


def _terms(coverage: Coverage) -> tuple[Table, ...]:
    rows = [
        (
            line(_with_counted(group[0]), group),
            Cell(quoted(sentence.text) if (sentence := group[0].item.sentence) else ""),
            Cell(coverage.source(group[0].item.attributed_to)),
            dated(group[0].report.document.published),
        )
        for group in terms(coverage)
    ]
    return table("Figures in what is on the table", ("Figure", "Sentence", "Given by", "Report of"), rows)


def _compared(coverage: Coverage, groups: tuple[Group, ...]) -> tuple[Table, ...]:
    rows = []
    for group in groups:
        if coverage.origins(group) > 1:
            verdict = compare(coverage, group)
            marks = (Mark.CONTESTED,) if verdict.is_disagreement else ()
            tellings = [copies[0] for copies in _within_stories(coverage, group)]
            series = "; ".join(f"{_said(each)} ({_given_by(coverage, each)}; {coverage.label(each.report)})" for each in tellings)
            rows.append((Cell(_counted(group)), line(series, group), Cell(verdict.text, marks=(Mark.COMPUTED, *marks))))
    return table("The same thing counted in several reports", ("Counted", "Figures, by date", "Compared"), rows)


def _all(coverage: Coverage, groups: tuple[Group, ...]) -> tuple[Table, ...]:
    ordered = sorted(groups, key=lambda group: (-_rank(group), group[0].report.name, group[0].passage.start))
    rows = [row for group in ordered for row in _rows(coverage, group)]
    ranks = [_rank(group) for group in ordered for _ in _within_stories(coverage, group)]
    return table("All figures", ("Counted", "Figure", "Given by", "Report of"), rows, ranks=ranks)


def _rank(group: Group) -> float:
    figure = group[0].item
    given = any(found.item.attributed_to for found in group)
    return 2 * len({found.report.name for found in group}) + 3 * given + (figure.unit == "persons") + bool(figure.counted)


def _within_stories(coverage: Coverage, group: Group) -> tuple[Group, ...]:
    return gather(group, _says_same, by=coverage.origin)


def _rows(coverage: Coverage, group: Group) -> list[Row]:
    return [
        (
            Cell(_counted(copies)),
            line(_said(copies[0]), copies, detail=quoted(copies[0].item.sentence.text) if copies[0].item.sentence else ""),
            Cell(_given_by(coverage, copies[0])),
            dated(copies[0].report.document.published),
        )
        for copies in _within_stories(coverage, group)
    ]


def _counted(group: Group) -> str:
    figure = min((found.item for found in group), key=lambda each: len(each.counted))
    places = [found.item.place for found in group if found.item.place]
    counted = figure.counted or figure.unit or "not said"
    return f"{counted}, {places[0]}" if places and overlap(stems(places[0]), stems(counted)) == 0 else counted


def _with_counted(found: Found[FigureMention]) -> str:
    return f"{_said(found)}: {found.item.counted}" if found.item.counted else _said(found)


def _given_by(coverage: Coverage, found: Found[FigureMention]) -> str:
    return coverage.source(found.item.attributed_to)


def _said(found: Found[FigureMention]) -> str:
    figure = found.item
    number = f"{amount(figure.value)} to {amount(figure.upper)}" if figure.upper is not None else amount(figure.value)
    unit = figure.unit if figure.unit and figure.unit != "persons" else ""
    return " ".join(part for part in (figure.qualifier or "", number, unit) if part)
