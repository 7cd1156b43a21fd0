"""Reports with their texts at hand, for what needs more than the evidence: pages with notes in the margin, questions to a model."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gobetween.bootstrap.accounts import parts_of_file
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
