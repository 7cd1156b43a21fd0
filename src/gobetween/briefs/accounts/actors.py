"""Who appears: actors and what they do in the reports, persons with their offices as said, delegations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from gobetween.briefs.accounts.coverage import Coverage, Found, gather
from gobetween.briefs.accounts.lines import EMPTY, Row, dated, line, section, table, words
from gobetween.briefs.accounts.rules.offices import clashing_titles
from gobetween.briefs.accounts.suppositions import positions_in_force
from gobetween.briefs.blocks import Cell, Mark, Section, Table
from gobetween.briefs.phrasing import counted, listed
from gobetween.model.evidence import DelegationMention, OfficeMention, SourceType

MOST_CITATIONS = 2  # enough to show that an actor appears


def actors_section(coverage: Coverage) -> tuple[Section, ...]:
    """Actors, persons and delegations."""
    blocks = (*delegations_table(coverage), *_persons(coverage), *_actors(coverage))
    lead = "Who appears in the reports, with offices in each report's own words, right or wrong."
    return section("account-actors", "Who appears", lead, blocks)


def delegations_table(coverage: Coverage) -> tuple[Table, ...]:
    """Each delegation as the reports have it; copies within a story in one line."""
    groups = sorted(delegations(coverage), key=lambda group: (coverage.names.of(group[0].item.actor), not group[0].item.head))
    rows = [_delegation_row(coverage, group) for group in groups]
    columns = ("Delegation of", "Head", "Size", "Movement", "Place", "Reported", "Words")
    return table("Delegations", columns, rows)


def delegations(coverage: Coverage) -> tuple[tuple[Found[DelegationMention], ...], ...]:
    """Mentions of one delegation within one story, the fullest first."""

    def are_one(first: Found[DelegationMention], second: Found[DelegationMention]) -> bool:
        mine, theirs = first.item, second.item
        heads = {coverage.names.of(each.head) for each in (mine, theirs) if each.head}
        sizes = {each.size for each in (mine, theirs) if each.size}
        return len(heads) < 2 and len(sizes) < 2

    def by(found: Found[DelegationMention]) -> tuple[str, str]:
        return coverage.origin(found), coverage.names.of(found.item.actor)

    return gather(sorted(coverage.found("delegations"), key=_fullness), are_one, by=by)


def _fullness(found: Found[DelegationMention]) -> int:
    mention = found.item
    return -sum(2 if each is mention.head else 1 for each in (mention.head, mention.size, mention.movement, mention.place) if each)


def _delegation_row(coverage: Coverage, group: tuple[Found[DelegationMention], ...]) -> Row:
    mentions = [found.item for found in group]
    head = next((each.head for each in mentions if each.head), None)
    size = next((each.size for each in mentions if each.size), None)
    movements = dict.fromkeys(each.movement for each in mentions if each.movement)
    places = dict.fromkeys(each.place for each in mentions if each.place)
    return (
        Cell(coverage.names.of(mentions[0].actor)),
        Cell(coverage.names.of(head) if head else "not said"),
        Cell(str(size) if size else ""),
        Cell(", ".join(movements)),
        Cell(", ".join(places)),
        dated(group[0].report.document.published),
        words(group),
    )


def _persons(coverage: Coverage) -> tuple[Table, ...]:
    groups: dict[str, list[Found[OfficeMention]]] = {}
    for found in coverage.found("offices"):
        groups.setdefault(coverage.names.of(found.item.person), []).append(found)
    ordered = sorted(groups.items(), key=lambda entry: (_owner(coverage, entry[0]), entry[0]))
    rows = [row for person, found in ordered for row in _person_rows(coverage, person, found)]
    note = "Titles are each report's own. A contested one conflicts with what another report, or the same one, calls the person."
    has_clash = any(Mark.CONTESTED in cell.marks for row in rows for cell in row)
    return table("Persons and their offices", ("Person", "Of", "Office as said"), rows, note=note if has_clash else "")


def _owner(coverage: Coverage, person: str) -> str:
    return coverage.names.actor_of(person) or "not said"


def _person_rows(coverage: Coverage, person: str, found: list[Found[OfficeMention]]) -> Iterator[Row]:
    titles: dict[str, list[Found[OfficeMention]]] = {}
    for each in found:
        titles.setdefault(each.item.title.casefold(), []).append(each)
    clashing = clashing_titles([group[0].item.title for group in titles.values()])
    for index, group in enumerate(titles.values()):
        title = group[0].item.title
        marks = (Mark.CONTESTED,) if title in clashing else ()
        first = index == 0
        yield (Cell(person) if first else EMPTY, Cell(_owner(coverage, person)) if first else EMPTY, line(title, group, marks=marks))


def _actors(coverage: Coverage) -> tuple[Table, ...]:
    parts = parts_of(coverage)
    ordered = sorted(parts, key=lambda name: (-sum(count for count, _ in parts[name].values()), name))
    rows = [_actor_row(coverage, name, parts[name]) for name in ordered]
    persons = {coverage.names.of(found.item.person) for found in coverage.found("offices")}
    others = dict.fromkeys(coverage.names.of(name) for report in coverage.reports for name in report.document.actors)
    named = listed(sorted(name for name in others if name not in parts and name not in persons))
    return table("Actors", ("Actor", "In", "What the reports have of it"), rows, note=f"Named as well: {named}." if named else "")


Parts = dict[str, tuple[int, tuple[Found[Any], ...]]]


def parts_of(coverage: Coverage) -> dict[str, Parts]:
    """For each actor what it does in the reports, how often, and where."""
    found: dict[str, dict[str, list[Found[Any]]]] = {}
    for part, name, each in _appearances(coverage):
        found.setdefault(name, {}).setdefault(part, []).append(each)
    return {name: {part: (len(each), tuple(each)) for part, each in parts.items()} for name, parts in found.items()}


def _appearances(coverage: Coverage) -> Iterator[tuple[str, str, Found[Any]]]:
    names = coverage.names
    for position in positions_in_force(coverage):
        yield "position", names.of(position.item.party), position
    for statement in coverage.statements():
        speaker = statement.item.speaker
        if speaker.actor:
            yield "statement", names.of(speaker.actor), statement
        elif speaker.source_type is SourceType.BODY:
            yield "statement", names.of(speaker.name), statement
    for each in coverage.found("meetings"):
        for actor in sorted(names.actors_of(each.item.participants)):
            yield "meeting", actor, each
    for each in coverage.found("acts"):
        yield "act", names.of(each.item.actor), each


def _actor_row(coverage: Coverage, name: str, parts: Parts) -> Row:
    reports = {found.report.name for _, each in parts.values() for found in each}
    origins = coverage.origins(found for _, each in parts.values() for found in each)
    first = tuple(each[0] for _, each in parts.values())[:MOST_CITATIONS]
    said = Counter({part: count for part, (count, _) in parts.items()})
    what = ", ".join(counted(count, part) for part, count in said.most_common())
    within = counted(len(reports), "report")
    if origins != len(reports):
        within += f" ({counted(origins, 'origin')})"
    return (Cell(name), Cell(within), line(what, first))
