"""What the Python API asks of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from attrs import field, frozen

if TYPE_CHECKING:
    from gobetween.briefs.answers.answers import Answer, Question
    from gobetween.briefs.blocks import Brief
    from gobetween.disclosure.views import View
    from gobetween.model.evidence import Account


@frozen
class Asked:
    """Which case, for whom, as of when, with which set of assumptions."""

    path: Path
    audience: str = field(default="keeper", kw_only=True)
    as_of: dt.date | None = field(default=None, kw_only=True)
    assumption: str | None = field(default=None, kw_only=True)


@frozen
class ReadReports:
    """What was read from reports, with what could not be read and what else should be known."""

    account: Account
    notes: tuple[str, ...] = ()


class NotebookServices(Protocol):
    """The use cases behind the Python API; every method may raise a `GobetweenError`."""

    def view(self, asked: Asked) -> tuple[View, tuple[str, ...]]:
        """What the audience sees of a case, its reports unread, and what whoever asked should know."""

    def brief(self, asked: Asked) -> tuple[Brief, tuple[str, ...]]:
        """The brief of a case or of reports."""

    def changes(self, asked: Asked, first: dt.date, last: dt.date | None) -> tuple[Brief, tuple[str, ...]]:
        """What changed between two days."""

    def read_out(self, asked: Asked, meeting: str | None, recipient: str) -> tuple[Brief, tuple[str, ...]]:
        """The read-out of a meeting, or the meetings of which one can be drafted."""

    def answer(self, asked: tuple[Asked, ...], question: Question, seconds: float | None) -> tuple[Answer, tuple[str, ...]]:
        """The engine's answer; one `asked` for each set of assumptions."""

    def read(self, paths: tuple[Path, ...]) -> ReadReports:
        """What was read from reports."""

    def page_of_reports(self, paths: tuple[Path, ...], account: Account) -> str:
        """The reports as one page, with what was read from them in the margin."""


Made = Callable[[], NotebookServices]
