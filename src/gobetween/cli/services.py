"""What the command line asks of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Protocol

from attrs import field, frozen

from gobetween.briefs.blocks import Brief
from gobetween.cli.bargaining_services import BargainingServices
from gobetween.cli.brief_services import BriefForms
from gobetween.cli.judging_services import JudgingServices
from gobetween.cli.meeting_services import MeetingServices
from gobetween.cli.proposing_services import ProposingServices
from gobetween.cli.report_services import Progress, ReportServices
from gobetween.cli.scenario_services import ScenarioServices
from gobetween.cli.store_services import StoreServices
from gobetween.cli.talks_services import TalksServices


@frozen
class BriefRequest:
    """Of what, for whom, as of when, with which assumptions and judgements a brief is wanted."""

    path: Path
    audience: str = field(default="keeper", kw_only=True)
    as_of: dt.date | None = field(default=None, kw_only=True)
    assumption: str | None = field(default=None, kw_only=True)
    judgements: Path | None = field(default=None, kw_only=True)  # another file than the one beside the case or the reports


@frozen
class Findings:
    """What a check found: faults must be mended, warnings are worth a look; `summary` says what was checked."""

    summary: str
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class Briefing:
    """A brief, and what its maker should know that is no part of it."""

    brief: Brief
    warnings: tuple[str, ...] = ()


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
