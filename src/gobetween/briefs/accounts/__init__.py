"""An account of a set of reports: who says what of the talks, every line with its report and words, none yet checked by a person."""

from __future__ import annotations

from gobetween.briefs.accounts.actors import actors_section
from gobetween.briefs.accounts.assessments import assessments_section
from gobetween.briefs.accounts.contradictions import contradictions_section
from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.accounts.documents import documents_section, source_lines
from gobetween.briefs.accounts.essence import essence_of
from gobetween.briefs.accounts.events import events_section
from gobetween.briefs.accounts.figures import figures_section
from gobetween.briefs.accounts.meetings import meetings_section
from gobetween.briefs.accounts.outstanding import outstanding_section
from gobetween.briefs.accounts.positions import positions_section
from gobetween.briefs.accounts.statements import statements_section
from gobetween.briefs.accounts.sticking_points import sticking_points_section
from gobetween.briefs.accounts.timeline import timeline_section
from gobetween.briefs.blocks import Cell, Section, SourceLine
from gobetween.disclosure.views import View

__all__ = ["account_essence", "account_sections", "account_sources"]

SECTIONS = (
    documents_section,
    actors_section,
    positions_section,
    sticking_points_section,
    outstanding_section,
    assessments_section,
    meetings_section,
    figures_section,
    contradictions_section,
    timeline_section,
    events_section,
    statements_section,
)


def account_sections(view: View) -> tuple[Section, ...]:
    """The sections of the account, in reading order; nothing if the view has no reports."""
    coverage = coverage_of(view.case.account)
    if not coverage.reports:
        return ()
    return tuple(made for build in SECTIONS for made in build(coverage))


def account_essence(view: View) -> tuple[Cell, ...]:
    """The state of the talks as the reports have it, in at most ten lines."""
    return essence_of(coverage_of(view.case.account))


def account_sources(view: View) -> tuple[SourceLine, ...]:
    """The reports, numbered in order of publication; undated ones last."""
    return source_lines(coverage_of(view.case.account))
