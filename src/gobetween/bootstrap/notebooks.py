"""The services behind the Python API, made of those behind the commands."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path
from typing import TYPE_CHECKING

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.services import BriefRequest
from gobetween.model.errors import InvalidCase
from gobetween.notebook.arguments import day, in_python, name, place, said_in_python
from gobetween.notebook.cases import OpenCase
from gobetween.notebook.services import Asked

if TYPE_CHECKING:
    from gobetween.bargaining.kernels import Progress, Watch
    from gobetween.briefs.answers.answers import Answer, Question
    from gobetween.briefs.blocks import Brief
    from gobetween.disclosure.views import View
    from gobetween.model.evidence import Account
    from gobetween.notebook.arguments import Day
    from gobetween.notebook.reports import ReadOnce
    from gobetween.notebook.services import ReadReports


class Case(OpenCase):
    """A case, or a folder of reports, to be asked questions: `Case.load("my-case").brief()`."""

    @classmethod
    def load(cls, path: str | Path, *, audience: str = "keeper", as_of: Day | None = None, assume: str | None = None) -> Case:
        """The case folder, or the reports, at `path`, as `audience` sees it (keeper, public, or an actor's id).

        `as_of` leaves out what was not surely known by that day (a date, or `"2024-02-21"`); `assume` names a set of assumptions of
        the case. The files are read when something is asked.

        Raises:
            InvalidCase: there is nothing at `path`, or the day is none.
        """
        from gobetween.casefiles.paths import kind_of

        folder = place(path)
        kind_of(folder)
        return cls(Asked(folder, audience=name(audience, "audience"), as_of=day(as_of), assumption=assume), Notebooks())


def read(*paths: str | Path) -> ReadOnce:
    """What the reports at these paths (files, folders) say: `read("reports/").rows("figures")`.

    Raises:
        InvalidCase: no path is given, or there is nothing at one of them.
        MissingPart: the part that reads is not installed.
    """
    from gobetween.notebook.reports import ReadOnce

    services = Notebooks()
    if not paths:
        raise InvalidCase('no path is given; name files or folders of reports: read("reports")')
    places = tuple(map(place, paths))
    found = services.read(places)
    return ReadOnce(found.account, found.notes, paths=places, services=services)


class Notebooks:
    """See `NotebookServices`."""

    def __init__(self) -> None:
        self._shop = Workshop()

    @said_in_python()
    def view(self, asked: Asked) -> tuple[View, tuple[str, ...]]:
        """See `NotebookServices.view`."""
        seen = self._shop.view_of_case(_request(asked))
        return seen.view, _notes(seen.warnings)

    @said_in_python()
    def brief(self, asked: Asked) -> tuple[Brief, tuple[str, ...]]:
        """See `NotebookServices.brief`."""
        made = self._shop.make_brief(_request(asked), _untold)
        return made.brief, _notes(made.warnings)

    @said_in_python()
    def changes(self, asked: Asked, first: dt.date, last: dt.date | None) -> tuple[Brief, tuple[str, ...]]:
        """See `NotebookServices.changes`."""
        made = self._shop.compare(_request(asked), first, last, _untold)
        return made.brief, _notes(made.warnings)

    @said_in_python()
    def read_out(self, asked: Asked, meeting: str | None, recipient: str) -> tuple[Brief, tuple[str, ...]]:
        """See `NotebookServices.read_out`."""
        made = self._shop.meetings.read_out(_request(asked), meeting, recipient)
        return made.brief, _notes(made.warnings)

    @said_in_python()
    def answer(self, asked: tuple[Asked, ...], question: Question, seconds: float | None) -> tuple[Answer, tuple[str, ...]]:
        """See `NotebookServices.answer`."""
        made = self._shop.bargaining.answer(tuple(map(_request, asked)), question, _within(seconds))
        return made.answer, _notes(made.warnings)

    @said_in_python()
    def read(self, paths: tuple[Path, ...]) -> ReadReports:
        """See `NotebookServices.read`."""
        from gobetween.notebook.services import ReadReports

        found = self._shop.reports.read(paths, _untold)
        return ReadReports(found.account, (*(f"left out: {name}: {reason}" for name, reason in found.refusals), *found.notes))

    @said_in_python()
    def page_of_reports(self, paths: tuple[Path, ...], account: Account) -> str:
        """See `NotebookServices.page_of_reports`."""
        return self._shop.reports.page(paths, account)


def _request(asked: Asked) -> BriefRequest:
    return BriefRequest(asked.path, audience=asked.audience, as_of=asked.as_of, assumption=asked.assumption)


def _notes(warnings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(in_python, warnings))


def _untold(_message: str) -> None:
    """Nobody is told how far it is."""


def _within(seconds: float | None) -> Watch:
    """A watch that says to stop when that time is over; the time counts from the first question on.

    Raises:
        InvalidCase: it is no number of seconds.
    """
    if seconds is not None and (not isinstance(seconds, int | float) or not seconds >= 0):
        raise InvalidCase(f"seconds: {seconds!r} is no number of seconds; write 10, or leave it out")
    began: list[float] = []

    def watch(_progress: Progress) -> bool:
        now = time.monotonic()
        began.append(now) if not began else None
        return seconds is None or now - began[0] < seconds

    return watch
