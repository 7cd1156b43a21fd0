"""What was read from reports, as rows and as a page."""

from __future__ import annotations

from pathlib import Path

from attrs import field, frozen

from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Account, ItemKind, items_of
from gobetween.notebook.rows import Row, rows_of
from gobetween.notebook.services import NotebookServices
from gobetween.notebook.shown import framed


@frozen
class ReadOnce:
    """The evidence in some reports; `notes` say what could not be read, and what else should be known."""

    account: Account = field(repr=False)
    notes: tuple[str, ...] = ()
    paths: tuple[Path, ...] = field(default=(), kw_only=True)
    services: NotebookServices = field(kw_only=True, repr=False, eq=False)

    @property
    def reports(self) -> list[str]:
        """The names of the reports that were read."""
        return [each.name for each in self.account.reports]

    def rows(self, kind: str = "") -> list[Row]:
        """Every item that was read, or those of one kind (`"statements"`, `"figures"`, ...), each with the report that it stands in.

        Confidence is in per cent; spans count the characters of the report's own text.

        Raises:
            InvalidReport: there is no such kind; those that there are are named.
        """
        kinds = [each.value for each in ItemKind]
        if kind not in ("", *kinds):
            raise InvalidReport(f"there is no kind of item '{kind}'; kinds: {', '.join(kinds)}")
        return [
            {"report": report.name, "kind": found.word, **row, "id": name}
            for report in self.account.reports
            for name, found, item in items_of(report.document)
            if kind in ("", found.value)
            for row in rows_of([item])
        ]

    @property
    def html(self) -> str:
        """The reports as one page, with what was read from them in the margin."""
        return self.services.page_of_reports(self.paths, self.account)

    def _repr_html_(self) -> str:
        return framed(self.html, "Reports")
