"""What the command line asks of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Protocol

from gobetween.cli.services.bargaining import BargainingServices
from gobetween.cli.services.brief_forms import BriefForms
from gobetween.cli.services.judging import JudgingServices
from gobetween.cli.services.meetings import MeetingServices
from gobetween.cli.services.proposing import ProposingServices
from gobetween.cli.services.reports import Progress, ReportServices
from gobetween.cli.services.requests import Briefing, BriefRequest, Findings
from gobetween.cli.services.scenarios import ScenarioServices
from gobetween.cli.services.stores import StoreServices
from gobetween.cli.services.talks import TalksServices

__all__ = ["BriefRequest", "Briefing", "Findings", "Services"]


class Services(BriefForms, Protocol):
    """The use cases behind the commands; every method may raise a `GobetweenError`."""

    @property
    def talks(self) -> TalksServices:
        """Those behind the commands of live talks."""

    @property
    def stores(self) -> StoreServices:
        """Those behind the commands for whoever runs a store."""

    @property
    def scenarios(self) -> ScenarioServices:
        """Those behind the commands for scenarios of other tools."""

    @property
    def proposing(self) -> ProposingServices:
        """Those behind the command that drafts a case."""

    @property
    def bargaining(self) -> BargainingServices:
        """Those behind the engine's commands."""

    @property
    def meetings(self) -> MeetingServices:
        """Those behind the commands for meetings and dates."""

    @property
    def reports(self) -> ReportServices:
        """Those behind the commands for reports."""

    @property
    def judging(self) -> JudgingServices:
        """Those behind the commands for judging what was read."""

    def make_brief(self, request: BriefRequest, progress: Progress) -> Briefing:
        """The brief that was asked for."""

    def compare(self, request: BriefRequest, first: dt.date, last: dt.date | None, progress: Progress) -> Briefing:
        """What became known after the first day and by the last, or by today."""

    def talking_points(self, request: BriefRequest, recipient: str) -> Briefing:
        """What whoever asks may say to one recipient, with what allows each line."""

    def check_case(self, path: Path) -> Findings:
        """What is wrong with a case folder, and what may be."""

    def begin_case(self, path: Path, title: str) -> tuple[Path, ...]:
        """A new case folder that loads; the files written."""

    def example(self) -> Path:
        """The folder of the example that the demonstration shows."""
