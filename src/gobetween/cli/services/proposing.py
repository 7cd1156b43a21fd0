"""What the command that drafts a case asks of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from attrs import field, frozen


@frozen
class ProposedCase:
    """What was written, in how many words to say what was drafted, what to look at first, and which reports were left out."""

    written: tuple[Path, ...]
    summary: tuple[str, ...] = ()
    first: tuple[str, ...] = field(default=(), kw_only=True)
    refusals: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)


class ProposingServices(Protocol):
    """The use case behind `gobetween propose`; it may raise a `GobetweenError`."""

    def propose_case(
        self,
        paths: tuple[Path, ...],
        out: Path,
        title: str | None,
        progress: Callable[[str], None],
        *,
        onto: Path | None = None,
    ) -> ProposedCase:
        """A new case folder, drafted from the reports at these paths (files, folders), with copies of them.

        With `onto`, from those that this case does not have, and beside the draft it is told what is new to the case; the case stays
        as it is.
        """
