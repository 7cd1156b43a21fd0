"""The reports: outlet, date and language with what they rest on, which tell one story, signs of lower reliability."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.accounts.coverage import Coverage
from gobetween.briefs.accounts.lines import EMPTY, Row, dated, listing, section, table
from gobetween.briefs.accounts.occasions import occasions_of
from gobetween.briefs.accounts.stretches import Stretch, stretches_of
from gobetween.briefs.accounts.unread import language_of, unread_listing
from gobetween.briefs.blocks import Cell, Listing, Mark, Section, SourceLine
from gobetween.briefs.phrasing import counted, listed
from gobetween.model.dates import DateBasis
from gobetween.model.evidence import Report
from gobetween.model.passages import Citation


def documents_section(coverage: Coverage) -> tuple[Section, ...]:
    """The reports, one a line, with how many independent origins there are."""
    blocks = (
        *table("Reports", ("Report", "Outlet", "Published", "Story", "Signs of lower reliability"), _rows(coverage)),
        *_times(coverage),
        *unread_listing(coverage),
    )
    return section("account-reports", "Reports", f"{extent(coverage)}.", blocks)


def extent(coverage: Coverage) -> str:
    """How many reports there are, and how many independent stories they tell."""
    reports = counted(len(coverage.reports), "report")
    if len(coverage.reports) == 1:
        return reports
    copies = "; copies of one story count once" if origins(coverage) < len(coverage.reports) else ""
    return f"{reports} from {counted(origins(coverage), 'independent origin')}{copies}"


def origins(coverage: Coverage) -> int:
    """The number of stories that the reports tell, copies counted once."""
    return len({coverage.stories[report.name] for report in coverage.reports})


def source_lines(coverage: Coverage) -> tuple[SourceLine, ...]:
    """The reports as a brief lists them, numbered in order of publication, undated ones last."""
    numbers: dict[str, int] = {}
    lines = []
    for number, report in enumerate(coverage.reports, start=1):
        first = numbers.setdefault(coverage.stories[report.name], number)
        lines.append(_source_line(report, number, first if first != number else None))
    return tuple(lines)


def _source_line(report: Report, number: int, origin: int | None) -> SourceLine:
    document = report.document
    outlet = document.outlet.name if document.outlet else "Outlet unknown"
    named = f"{outlet}: “{document.title}”" if document.title else outlet
    is_inferred = document.published.basis is DateBasis.INFERRED
    detail = f"date inferred: {document.published.inference}" if is_inferred else ""
    return SourceLine(
        report.name,
        number,
        label=f"{named} ({report.name})",
        published=document.published,
        origin=origin,
        detail=detail,
    )


def _rows(coverage: Coverage) -> list[Row]:
    return [
        (
            Cell(report.document.title or report.name, (Citation(report.name),), marks=(Mark.READ,), detail=_byline(report)),
            _outlet(report),
            _published(report),
            _story(coverage, report),
            _signs(report),
        )
        for report in coverage.reports
    ]


def _byline(report: Report) -> str:
    authors = listed(report.document.authors)
    language = language_of(report.document)
    parts = (report.name if report.document.title else "", f"language: {language}", f"by {authors}" if authors else "")
    return "; ".join(part for part in parts if part)


def _outlet(report: Report) -> Cell:
    outlet = report.document.outlet
    return Cell(outlet.name, detail=outlet.basis) if outlet else Cell("unknown", detail="the report names no outlet of its own")


def _published(report: Report) -> Cell:
    published = report.document.published
    if published.is_unknown:
        return Cell("unknown", detail=published.inference or "the report bears no date")
    return dated(published, with_reason=True)


def _story(coverage: Coverage, report: Report) -> Cell:
    """Which reports are copies of it, and which tell of the same event without being copies."""
    story = next((each for each in coverage.account.stories if report.name in each.names), None)
    copies = [name for name in story.names if name != report.name] if story else []
    occasion = next((each for each in occasions_of(coverage) if report.name in each.names), None)
    others = [name for name in occasion.names if name not in (report.name, *copies)] if occasion else []
    parts = [f"the same as {_labels(coverage, copies)}" if copies else "its own"]
    if others:
        parts.append(f"of the same event as {_labels(coverage, others)}")
    reasons = (each.reason for each in (story, occasion if others else None) if each)
    return Cell("; ".join(parts), detail=". ".join(reasons))


def _labels(coverage: Coverage, names: list[str]) -> str:
    by_name = {each.name: each for each in coverage.reports}
    return listed(coverage.label(by_name[name]) for name in names if name in by_name)


def _signs(report: Report) -> Cell:
    signs = report.document.signs
    if not signs:
        return EMPTY
    spans = tuple(sign.span for sign in signs if sign.span)
    kinds = listed(sign.kind for sign in signs)
    notes = "; ".join(dict.fromkeys(sign.note for sign in signs if sign.note))
    return Cell(kinds, (Citation(report.name, spans),) if spans else (), marks=(Mark.READ,), detail=notes)


def _times(coverage: Coverage) -> tuple[Listing, ...]:
    return listing("Reports by time", _time_lines(coverage))


def _time_lines(coverage: Coverage) -> Iterator[Cell]:
    stretches = stretches_of(coverage)
    for stretch in stretches:
        names = listed(_short(report) for report in stretch.reports)
        citations = tuple(Citation(report.name) for report in stretch.reports)
        yield Cell(f"{stretch.label}: {names}", citations, marks=_marks(stretch), detail=_detail(stretch))


def _short(report: Report) -> str:
    outlet = report.document.outlet
    return f"{outlet.name} ({report.name})" if outlet else report.name


def _marks(stretch: Stretch) -> tuple[Mark, ...]:
    return (Mark.READ, Mark.INFERRED) if stretch.when.basis is DateBasis.INFERRED else (Mark.READ,)


def _detail(stretch: Stretch) -> str:
    if stretch.when.is_unknown:
        return "their place among the others is not known, and they need not be of one time"
    return stretch.when.inference if stretch.when.basis is DateBasis.INFERRED else ""
