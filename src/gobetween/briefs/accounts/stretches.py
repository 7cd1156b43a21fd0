"""Reports that belong to one time: stretches of the talks, told apart by the days between reports; undated ones are kept apart."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from gobetween.briefs.accounts.coverage import Coverage, place
from gobetween.briefs.phrasing import when_in_words
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.model.evidence import Report

LONGEST_GAP = dt.timedelta(days=14)  # more days than this without a report begin another stretch


@frozen
class Stretch:
    """Reports of one time; `when` is unknown for the undated ones, which are not of one time."""

    when: When
    reports: tuple[Report, ...]

    @property
    def label(self) -> str:
        """The stretch in words."""
        return when_in_words(self.when, otherwise="Undated")


def stretches_of(coverage: Coverage) -> tuple[Stretch, ...]:
    """The dated reports in stretches, in order, then the undated ones if there are any."""
    dated = [report for report in coverage.reports if not place(report.document.published).is_unknown]
    undated = tuple(report for report in coverage.reports if report not in dated)
    groups: list[list[Report]] = []
    for report in sorted(dated, key=lambda each: each.document.published.sort_key):
        if groups and _is_near(groups[-1], report):
            groups[-1].append(report)
        else:
            groups.append([report])
    found = [Stretch(_span(group), tuple(group)) for group in groups]
    return (*found, Stretch(UNKNOWN_DATE, undated)) if undated else tuple(found)


def _is_near(group: list[Report], report: Report) -> bool:
    last, first = _span(group).latest, report.document.published.earliest
    return last is not None and first is not None and first - last <= LONGEST_GAP


def _span(group: list[Report]) -> When:
    whens = [report.document.published for report in group]
    inferred = [when.inference for when in whens if when.basis is DateBasis.INFERRED]
    return When(
        min(when.earliest for when in whens if when.earliest),
        max(when.latest for when in whens if when.latest),
        basis=DateBasis.INFERRED if inferred else DateBasis.STATED,
        inference="; ".join(dict.fromkeys(inferred)),
    )
