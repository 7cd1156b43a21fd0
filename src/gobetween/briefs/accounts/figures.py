"""Figures with who gives them, as said; the same thing counted in several reports is compared by date."""

from __future__ import annotations

from gobetween.briefs.accounts.coverage import Coverage, Found, gather
from gobetween.briefs.accounts.likeness import overlap, stems
from gobetween.briefs.accounts.lines import Row, dated, line, section, table
from gobetween.briefs.accounts.rules.counts import is_same_count, plain_count, with_counts_named
from gobetween.briefs.accounts.rules.tallies import compare, is_bargained, is_series
from gobetween.briefs.accounts.terms import number_in_words, says_same, terms_table
from gobetween.briefs.accounts.wording import quoted
from gobetween.briefs.blocks import Cell, Mark, Section, Table
from gobetween.briefs.phrasing import when_or_undated
from gobetween.model.evidence import FigureMention

Group = tuple[Found[FigureMention], ...]


def figures_section(coverage: Coverage) -> tuple[Section, ...]:
    """Figures in what is on the table, figures compared, all figures."""
    groups = figure_groups(coverage)
    blocks = (*terms_table(coverage), *_compared(coverage, groups), *_all(coverage, groups))
    lead = "Numbers as each report gives them, qualifiers included; a background number stands with whoever the report says gave it."
    return section("account-figures", "Figures", lead, blocks)


def figure_groups(coverage: Coverage) -> tuple[Group, ...]:
    """Figures that count the same thing in the same place, by date."""
    return coverage.once("figures", lambda: _figure_groups(coverage))


def _figure_groups(coverage: Coverage) -> tuple[Group, ...]:
    found = [each for each in with_counts_named(coverage.found("figures")) if not _counts_sources(each)]
    groups = gather(found, lambda first, second: is_same_count(first.item, second.item), by=lambda each: each.item.unit)
    return tuple(tuple(sorted(group, key=lambda each: coverage.when(each).sort_key)) for group in groups)


def _counts_sources(found: Found[FigureMention]) -> bool:
    return bool({"sourc", "source"} & stems(found.item.counted)) or found.item.counted.endswith("sources")


def _compared(coverage: Coverage, groups: tuple[Group, ...]) -> tuple[Table, ...]:
    groups = tuple(group for group in groups if not (is_bargained(coverage, group) and _differ(group)))  # demanded or offered
    several = [_comparison(coverage, group) for group in groups if coverage.origins(group) > 1]
    series = [_comparison(coverage, group) for group in groups if coverage.origins(group) == 1 and is_series(coverage, group)]
    heads = ("Counted", "Figures, by date", "Compared")
    return (
        *table("The same thing counted in several reports", heads, several),
        *table("The same thing counted again and again in one report", heads, series),
    )


def _comparison(coverage: Coverage, group: Group) -> Row:
    verdict = compare(coverage, group)
    marks = (Mark.CONTESTED,) if verdict.is_disagreement else ()
    series = "; ".join(
        f"{number_in_words(each.item)} ({_given_by(coverage, each)}; {_for_when(each)}{coverage.label(each.report)})"
        for each in (copies[0] for copies in within_stories(coverage, group))
    )
    return Cell(counted_in(group)), line(series, group), Cell(verdict.text, marks=(Mark.COMPUTED, *marks))


def _for_when(found: Found[FigureMention]) -> str:
    """The time that the report gives the number for, before the report's own."""
    return "" if found.item.when.is_unknown else f"for {found.item.when}; "


def _all(coverage: Coverage, groups: tuple[Group, ...]) -> tuple[Table, ...]:
    ordered = sorted(groups, key=lambda group: (-_rank(group), group[0].report.name, group[0].passage.start))
    rows = [row for group in ordered for row in _rows(coverage, group)]
    ranks = [_rank(group) for group in ordered for _ in within_stories(coverage, group)]
    return table("All figures", ("Counted", "Figure", "Given by", "Report of"), rows, ranks=ranks)


def _rank(group: Group) -> float:
    figure = group[0].item
    given = any(found.item.attributed_to for found in group)
    return 2 * len({found.report.name for found in group}) + 3 * given + (figure.unit == "persons") + bool(figure.counted)


def within_stories(coverage: Coverage, group: Group) -> tuple[Group, ...]:
    """A count once for each story that gives it."""
    return gather(group, says_same, by=coverage.origin)


def _rows(coverage: Coverage, group: Group) -> list[Row]:
    return [
        (
            Cell(counted_in(copies)),
            line(
                number_in_words(copies[0].item), copies, detail=quoted(copies[0].item.sentence.text) if copies[0].item.sentence else ""
            ),
            Cell(_given_by(coverage, copies[0])),
            dated(copies[0].report.document.published),
        )
        for copies in within_stories(coverage, group)
    ]


def counted_in(group: Group) -> str:
    """What is counted, and where: "dead, Gaza"; a fate is named by one word whatever the report's."""
    figure = min((found.item for found in group), key=lambda each: len(each.counted))
    places = [found.item.place for found in group if found.item.place]
    counted = plain_count(figure.counted) or "not said"
    return f"{counted}, {places[0]}" if places and overlap(stems(places[0]), stems(counted)) == 0 else counted


def _given_by(coverage: Coverage, found: Found[FigureMention]) -> str:
    return coverage.source(found.item.attributed_to)


def tolls(coverage: Coverage) -> tuple[Group, ...]:
    """People counted by several stories that do not all give the same number: one telling a story, the dead first."""
    groups = (tuple(copies[0] for copies in within_stories(coverage, group)) for group in figure_groups(coverage))
    told = [group for group in groups if group[0].item.unit == "persons" and coverage.origins(group) > 1 and _differ(group)]
    return tuple(sorted(told, key=lambda group: (not counted_in(group).startswith("dead"), -len(group))))


def toll_in_words(coverage: Coverage, group: Group) -> str:
    """What is counted, then each number with who gives it and the report's date."""
    numbers = (f"{number_in_words(found.item)} ({_source_and_day(coverage, found)})" for found in group)
    return f"{counted_in(group)}: {', '.join(numbers)}"


def _source_and_day(coverage: Coverage, found: Found[FigureMention]) -> str:
    if found.item.attributed_to is None:
        return coverage.label(found.report)
    return f"{_given_by(coverage, found)}, {when_or_undated(found.report.document.published)}"


def _differ(group: Group) -> bool:
    return len({found.item.value for found in group}) > 1
