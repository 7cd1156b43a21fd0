"""Reports with their texts at hand, for what needs more than the evidence: pages with notes in the margin, questions to a model."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gobetween.bootstrap.accounts import parts_of_file
from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Account

if TYPE_CHECKING:
    from gobetween.casefiles.report_files import ReportFile
    from gobetween.rendering.margins import ReadReport


def read_texts(files: Sequence[ReportFile], account: Account) -> Iterator[ReadReport]:
    """The account's reports, in its order of files, each opened again; one whose file has changed since it was read is left out."""
    from gobetween.reading.documents.cleaning import clean_document
    from gobetween.reading.documents.sources import open_source
    from gobetween.reading.inputs import Part
    from gobetween.rendering.margins import ReadReport

    documents = {report.name: report.document for report in account.reports}
    for file in files:
        for part in parts_of_file(file):
            document = documents.get(part.name)
            if isinstance(part, Part) and document is not None and hashlib.sha256(part.data).hexdigest() == document.sha256:
                raw = open_source(part.name, part.data).text
                yield ReadReport(part.name, document, raw, clean_document(raw).clean)


def text_of_report(files: Sequence[ReportFile], name: str) -> str:
    """The text of one report, of which the spans of its items are places: of a PDF or a mail, what was taken out of it.

    Raises:
        InvalidReport: no report has that name, or it cannot be read.
    """
    from gobetween.reading.documents.sources import open_source
    from gobetween.reading.inputs import Refused

    known: list[str] = []
    for file in files:
        if not name.startswith(file.name):
            known.append(file.name)
            continue
        for part in parts_of_file(file):
            if isinstance(part, Refused) and part.name == name:
                raise InvalidReport(f"{name}: {part.reason}")
            if not isinstance(part, Refused) and part.name == name:
                return open_source(part.name, part.data).text
            known.append(part.name)
    listed = ", ".join(known[:20]) + (f" and {len(known) - 20} more" if len(known) > 20 else "")
    raise InvalidReport(f"there is no report '{name}' here; reports and files: {listed}")
