"""Whether the reports tell of talks at all: that somebody meets, mediates, or answers another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gobetween.briefs.accounts.coverage import Coverage
from gobetween.briefs.accounts.rules.same_talks import ABOUT_TALKS
from gobetween.briefs.phrasing import counted
from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Report
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.casting.sides import Sides
from gobetween.reading.proposing.drafts import Question

DISPUTE = re.compile(
    r"\b(?:talks|negotiat\w+|mediat\w+|bargain\w+|truce|cease-?fire|strike|dispute|arbitrat\w+|conciliat\w+|peace|treaty|accord)\b",
    re.IGNORECASE,
)


def refuse_without_talks(coverage: Coverage, cast: Cast, sides: Sides, texts: Mapping[str, str]) -> None:
    """Says plainly that no talks were found, where nobody meets or mediates, nobody answers another, and no dispute is spoken of.

    Raises:
        InvalidReport: nothing in the reports is about talks.
    """
    if _are_told(coverage, sides) or any(_bargain(cast, sides, report, texts) for report in coverage.reports):
        return
    foreign = sum(1 for report in coverage.reports if report.document.language != "en")
    also = f" ({foreign} of them not in English, which is the only language analysed)" if foreign else ""
    raise InvalidReport(
        f"no talks were found in {_these(coverage)}{also}: nobody is said to meet, to negotiate or to mediate, and no two answer each "
        f"other; there is nothing to draft. gobetween read shows what was read"
    )


def on_missing_talks(coverage: Coverage, sides: Sides) -> Iterator[Question]:
    """What to look at first where demands are told, and no talks."""
    if not _are_told(coverage, sides):
        yield Question(
            f"No talks were found in {_these(coverage)}: nobody is said to meet, to negotiate or to mediate. Drafted is who demands, "
            f"offers or refuses what, and no more. Is anything negotiated here?"
        )


def _are_told(coverage: Coverage, sides: Sides) -> bool:
    if sides.is_sure or sides.mediators or coverage.found("sticking_points"):
        return True
    meet = any(len(found.item.participants) > 1 for found in coverage.found("meetings"))
    return meet or any(ABOUT_TALKS.search(found.passage.text) for found in coverage.found("assessments"))


def _bargain(cast: Cast, sides: Sides, report: Report, texts: Mapping[str, str]) -> bool:
    """Whether in the report two of the parties bargain, or one is named where a dispute is spoken of."""
    told = [party for party, found in sides.parties.items() if any(each.report is report for each in found)]
    if len(told) > 1:
        return True
    is_named = bool(told) or any(actor in sides.parties for actor in cast.ids(report.document.actors))
    return is_named and DISPUTE.search(texts.get(report.name, "")) is not None


def _these(coverage: Coverage) -> str:
    number = len(coverage.reports)
    return "this report" if number == 1 else f"these {counted(number, 'report')}"
