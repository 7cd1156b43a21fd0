"""What is owed to the talks, by whom and by when, and matters of fact that one side asserts and another denies."""

from __future__ import annotations

import re

from gobetween.briefs.accounts.coverage import Coverage, Found, gather, join_same
from gobetween.briefs.accounts.likeness import are_alike, stems
from gobetween.briefs.accounts.lines import Row, dated, section, table, words
from gobetween.briefs.accounts.pressure import said_by
from gobetween.briefs.accounts.rules.same_talks import are_of_same_talks
from gobetween.briefs.blocks import Cell, Section
from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.evidence import DeliverableMention, DisputeMention

STATES = {True: "delivered", False: "not delivered", None: "open"}
NEAR = 600  # characters within which a report that says "any such plan" goes on speaking of the plan before
PART_AFTER = re.compile(r"\s(?:of|that|which|who|for|on|in|from|to|with|about|as|by|at|under|between)\s")
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
    """What is owed, each thing once: with its copies, mentions in other reports of the talks, and later words on "any" plan."""
    return gather(coverage.found("deliverables"), lambda first, second: _are_one_debt(coverage, first, second))


def fullest(group: Owed) -> DeliverableMention:
    """The mention that says most of what is owed; the first of those that say as much."""
    return max((found.item for found in group), key=lambda item: len(stems(item.what)))


def last_state(group: Owed) -> bool | None:
    """Whether it was delivered, by the last report that says so or not; `None` if none does."""
    return next((found.item.is_delivered for found in reversed(group) if found.item.is_delivered is not None), None)


def disputes(coverage: Coverage) -> tuple[Disputed, ...]:
    """Matters of fact in dispute, copies within a story together."""

    def are_one(first: Found[DisputeMention], second: Found[DisputeMention]) -> bool:
        return are_alike(first.passage.text, second.passage.text)

    groups = gather(coverage.found("disputes"), are_one, by=coverage.origin)
    return join_same(groups, lambda each: coverage.names.of(each.item.asserted_by))


def _are_one_debt(coverage: Coverage, first: Found[DeliverableMention], second: Found[DeliverableMention]) -> bool:
    mine, theirs = first.item, second.item
    if coverage.names.of(mine.owed_by) != coverage.names.of(theirs.owed_by):
        return False
    if mine.owed_to and theirs.owed_to and coverage.names.of(mine.owed_to) != coverage.names.of(theirs.owed_to):
        return False
    if first.report is second.report and _head(mine.what) == _head(theirs.what):
        is_near = second.passage.start - first.passage.end <= NEAR
        return are_alike(mine.what, theirs.what) or len(stems(theirs.what)) < 2 or (is_near and _is_of_any(second))
    return are_alike(mine.what, theirs.what) and are_of_same_talks(coverage, first.report, second.report)


def _head(what: str) -> frozenset[str]:
    """The stem of the noun: "shift records of last year" are records."""
    words = PART_AFTER.split(what, maxsplit=1)[0].split()
    return stems(words[-1]) if words else frozenset()


def _is_of_any(found: Found[DeliverableMention]) -> bool:
    """Whether the words speak of any such thing: "has not presented any plans"."""
    return re.search(rf"\b(?:any|no|such|either)(?: such)? {re.escape(found.item.what)}", found.passage.text, re.IGNORECASE) is not None


def _owed_row(coverage: Coverage, group: Owed) -> Row:
    item = fullest(group)
    owed_to = next((found.item.owed_to for found in group if found.item.owed_to), None)
    due = next((found.item.due for found in reversed(group) if not found.item.due.is_unknown), UNKNOWN_DATE)
    return (
        Cell(coverage.names.of(item.owed_by)),
        Cell(item.what),
        Cell(coverage.names.of(owed_to) if owed_to else ""),
        Cell("") if due.is_unknown else dated(due),
        Cell(STATES[last_state(group)], detail=_states(coverage, group)),
        words(group),
        said_by(coverage, group[0]),
    )


def _states(coverage: Coverage, group: Owed) -> str:
    """Where reports differ, what each says; else empty."""
    told = {coverage.label(found.report): STATES[found.item.is_delivered] for found in group if found.item.is_delivered is not None}
    return "; ".join(f"{state}: {label}" for label, state in told.items()) if len(set(told.values())) > 1 else ""


def _disputed_row(coverage: Coverage, group: Disputed) -> Row:
    item = group[0].item
    return (
        Cell(item.matter),
        Cell(coverage.names.of(item.asserted_by)),
        Cell(coverage.names.of(item.denied_by)),
        words(group, detail=f"denied: {item.denial.text}" if item.denial else ""),
    )
