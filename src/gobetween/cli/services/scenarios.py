"""What the commands for scenarios of other tools ask of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from attrs import frozen


@frozen
class Carried:
    """What was written, what to do with it, and what whoever asked for it should be told."""

    written: tuple[Path, ...]
    lines: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


class ScenarioServices(Protocol):
    """The use cases behind `gobetween scenario`; each may raise a `GobetweenError`."""

    def bring_in(self, folder: Path, out: Path, *, steps: int | None, profiles: tuple[str, ...], exact: bool) -> Carried:
        """A new case folder that says what the scenario in the folder says."""

    def take_out(self, case: Path, out: Path, form: str, assumption: str | None) -> Carried:
        """A new folder with the bargaining problem of a case, in the files of another tool."""
