"""What the commands for reports ask of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from attrs import field, frozen

from gobetween.cli.model_choices import ModelChoice
from gobetween.model.evidence import Account

Progress = Callable[[str], None]
"""Told in a few words what is being done; may be ignored."""


@frozen
class Reading:
    """What was read, and for each file that could not be, why; `notes` are what whoever asked should know beside that."""

    account: Account
    refusals: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = field(default=(), kw_only=True)


class ReportServices(Protocol):
    """The use cases behind `gobetween read`; each may raise a `GobetweenError`."""

    def read(self, paths: tuple[Path, ...], progress: Progress, *, judgements: Path | None = None) -> Reading:
        """The evidence in the reports at these paths (files, folders), as it was judged there, or in the file `judgements`."""

    def propose_items(
        self, paths: tuple[Path, ...], account: Account, choice: ModelChoice, progress: Progress, *, judgements: Path | None = None
    ) -> Reading:
        """The evidence with what a model proposes, as it was judged, and what of its answers was refused."""

    def requests_to_model(self, paths: tuple[Path, ...], account: Account, model: str) -> str:
        """What a model would be sent about these reports, as JSON Lines; nothing is sent."""

    def page(self, paths: tuple[Path, ...], account: Account) -> str:
        """The reports as one self-contained page, with what was read from them in the margin."""

    def text_of(self, paths: tuple[Path, ...], name: str) -> str:
        """The text of one of the reports at these paths, of which the spans of its items are places."""

    def as_json(self, account: Account) -> str:
        """The evidence as JSON text, in the form that `gobetween read --format json` prints."""

    def as_table(self, account: Account, width: int, *, colour: bool) -> str:
        """The evidence as tables for a terminal."""
