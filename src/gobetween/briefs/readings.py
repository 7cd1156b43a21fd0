"""What was read from reports, as part of a brief: its sections, and its sources beside those of the case."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from gobetween.briefs.accounts import account_essence, account_sections, account_sources
from gobetween.briefs.blocks import Block, Cell, Listing, Paragraph, Section, SourceLine, Table
from gobetween.briefs.sources import source_lines
from gobetween.disclosure.views import View
from gobetween.model.passages import Citation

READ = "Read from the reports: "


@frozen
class Readings:
    """The sections and the essence of what was read, and the sources of the whole brief."""

    sections: tuple[Section, ...]
    essence: tuple[Cell, ...]
    sources: tuple[SourceLine, ...]


def readings_of(view: View, *, beside_case: bool) -> Readings:
    """What was read; beside a case's content its titles say where they come from, and a report that the case lists is that source."""
    if not beside_case:
        return Readings(account_sections(view), account_essence(view), (*source_lines(view.case), *account_sources(view)))
    listed = _listed(view)
    sections = (evolve(each, title=f"{READ}{each.title[0].lower()}{each.title[1:]}") for each in account_sections(view))
    return Readings(tuple(_recited(each, listed) for each in sections), (), _sources(view, listed))


def _listed(view: View) -> Mapping[str, str]:
    """For each report that is among the case's sources, the id it has there."""
    by_words = {source.sha256: source.id for source in view.case.sources if source.sha256}
    by_file = {source.file: source.id for source in view.case.sources if source.file}
    found = {
        report.name: by_words.get(report.document.sha256) or by_file.get(report.name.rpartition("/")[2])
        for report in view.case.account.reports
    }
    return {name: source for name, source in found.items() if source}


def _sources(view: View, listed: Mapping[str, str]) -> tuple[SourceLine, ...]:
    """The case's sources, then the reports that are not among them, numbered on."""
    own = source_lines(view.case)
    read = account_sources(view)
    further = [line for line in read if line.id not in listed]
    numbers = {line.number: place for place, line in enumerate(further, start=len(own) + 1)}
    of_case = {line.id: line.number for line in own}
    numbers |= {line.number: of_case[listed[line.id]] for line in read if line.id in listed}
    renumbered = (
        evolve(line, number=numbers[line.number], origin=numbers[line.origin] if line.origin is not None else None) for line in further
    )
    return (*own, *renumbered)


def _recited(section: Section, ids: Mapping[str, str]) -> Section:
    return evolve(section, blocks=tuple(_block(block, ids) for block in section.blocks))


def _block(block: Block, ids: Mapping[str, str]) -> Block:
    match block:
        case Paragraph():
            return Paragraph(_cell(block.cell, ids))
        case Listing():
            return Listing(block.title, tuple(_cell(cell, ids) for cell in block.cells))
        case Table():
            return _table(block, ids)
        case _:
            return evolve(block, table=_table(block.table, ids))


def _table(table: Table, ids: Mapping[str, str]) -> Table:
    return evolve(table, rows=tuple(tuple(_cell(cell, ids) for cell in row) for row in table.rows))


def _cell(cell: Cell, ids: Mapping[str, str]) -> Cell:
    citations = (Citation(ids.get(each.source, each.source), each.spans, each.words) for each in cell.citations)
    return evolve(cell, citations=tuple(citations))
