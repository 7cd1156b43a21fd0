"""What the command line asks of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from attrs import field, frozen

from gobetween.briefs.blocks import Brief
from gobetween.cli.bargaining_services import BargainingServices
from gobetween.cli.judging_services import JudgingServices
from gobetween.cli.model_choices import ModelChoice
from gobetween.cli.proposing_services import ProposingServices
from gobetween.cli.scenario_services import ScenarioServices
from gobetween.cli.store_services import StoreServices
from gobetween.cli.talks_services import TalksServices
from gobetween.model.evidence import Account

Progress = Callable[[str], None]
"""Told in a few words what is being done; may be ignored."""


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
class Reading:
    """What was read, and for each file that could not be, why; `notes` are what whoever asked should know beside that."""

    account: Account
    refusals: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class Briefing:
    """A brief, and what its maker should know that is no part of it."""

    brief: Brief
    warnings: tuple[str, ...] = ()


class Services(Protocol):
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
    def judging(self) -> JudgingServices:
        """Those behind the commands for judging what was read."""

    def make_brief(self, request: BriefRequest, progress: Progress) -> Briefing:
        """The brief that was asked for."""

    def read_reports(self, paths: tuple[Path, ...], progress: Progress, *, judgements: Path | None = None) -> Reading:
        """The evidence in the reports at these paths (files, folders), as it was judged there, or in the file `judgements`."""

    def propose_items(
        self, paths: tuple[Path, ...], account: Account, choice: ModelChoice, progress: Progress, *, judgements: Path | None = None
    ) -> Reading:
        """The evidence with what a model proposes, as it was judged, and what of its answers was refused."""

    def requests_to_model(self, paths: tuple[Path, ...], account: Account, model: str) -> str:
        """What a model would be sent about these reports, as JSON Lines; nothing is sent."""

    def account_page(self, paths: tuple[Path, ...], account: Account) -> str:
        """The reports as one self-contained page, with what was read from them in the margin."""

    def text_of_report(self, paths: tuple[Path, ...], name: str) -> str:
        """The text of one of the reports at these paths, of which the spans of its items are places."""

    def check_case(self, path: Path) -> Findings:
        """What is wrong with a case folder, and what may be."""

    def begin_case(self, path: Path, title: str) -> tuple[Path, ...]:
        """A new case folder that loads; the files written."""

    def example(self) -> Path:
        """The folder of the example that the demonstration shows."""

    def render_terminal(self, brief: Brief, width: int, *, colour: bool) -> str:
        """The brief as text for a terminal."""

    def render_essence(self, brief: Brief, width: int, *, colour: bool) -> str:
        """The first lines of the brief."""

    def render_html(self, brief: Brief) -> str:
        """The brief as one self-contained page."""

    def brief_text(self, brief: Brief) -> str:
        """The brief as JSON text."""

    def account_text(self, account: Account) -> str:
        """The evidence as JSON text, in the form that `gobetween read --format json` prints."""

    def account_table(self, account: Account, width: int, *, colour: bool) -> str:
        """The evidence as tables for a terminal."""
