"""What is owed to the talks, by whom and by when, and matters of fact that one side asserts and another denies."""

from __future__ import annotations

from gobetween.briefs.accounts.coverage import Coverage, Found, gather, join_same
from gobetween.briefs.accounts.likeness import are_alike
from gobetween.briefs.accounts.lines import Row, dated, section, table, words
from gobetween.briefs.accounts.pressure import said_by
from gobetween.briefs.blocks import Cell, Section
from gobetween.model.evidence import DeliverableMention, DisputeMention

STATES = {True: "delivered", False: "not delivered", None: "open"}
Owed = tuple[Found[DeliverableMention], ...]
Disputed = tuple[Found[DisputeMention], ...]


def outstanding_section(coverage: Coverage) -> tuple[Section, ...]:
    """Both tables."""
    owed = table(
        "Owed to the talks",
        ("By whom", "What", "To whom", "Due", "State", "Words", "Said by"),
        [_owed_row(coverage, group) for group in deliverables(coverage)],
    )
    disputed = table(
        "Facts in dispute",
        ("Matter", "Asserted by", "Denied by", "Words"),
        [_disputed_row(coverage, group) for group in disputes(coverage)],
        note="Neither account is taken for true here.",
    )
    lead = "What the reports say was promised or asked for, and on which facts they have two accounts."
    return section("account-outstanding", "What is owed, and what is disputed", lead, (*owed, *disputed))


def deliverables(coverage: Coverage) -> tuple[Owed, ...]:
    """What is owed, copies within a story together."""

    def are_one(first: Found[DeliverableMention], second: Found[DeliverableMention]) -> bool:
        return coverage.names.of(first.item.owed_by) == coverage.names.of(second.item.owed_by) and are_alike(
            first.item.what, second.item.what
        )

    groups = gather(coverage.found("deliverables"), are_one, by=coverage.origin)
    return join_same(groups, lambda each: coverage.names.of(each.item.owed_by))


def disputes(coverage: Coverage) -> tuple[Disputed, ...]:
    """Matters of fact in dispute, copies within a story together."""

    def are_one(first: Found[DisputeMention], second: Found[DisputeMention]) -> bool:
        return are_alike(first.passage.text, second.passage.text)

    groups = gather(coverage.found("disputes"), are_one, by=coverage.origin)
    return join_same(groups, lambda each: coverage.names.of(each.item.asserted_by))


def _owed_row(coverage: Coverage, group: Owed) -> Row:
    item = group[0].item
    return (
        Cell(coverage.names.of(item.owed_by)),
        Cell(item.what),
        Cell(coverage.names.of(item.owed_to) if item.owed_to else ""),
        Cell("") if item.due.is_unknown else dated(item.due),
        Cell(STATES[item.is_delivered]),
        words(group),
        said_by(coverage, group[0]),
    )


def _disputed_row(coverage: Coverage, group: Disputed) -> Row:
    item = group[0].item
    return (
        Cell(item.matter),
        Cell(coverage.names.of(item.asserted_by)),
        Cell(coverage.names.of(item.denied_by)),
        words(group, detail=f"denied: {item.denial.text}" if item.denial else ""),
    )
