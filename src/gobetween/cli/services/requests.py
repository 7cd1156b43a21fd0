"""What commands ask for and what they are told: values that several services share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from attrs import field, frozen

from gobetween.briefs.blocks import Brief


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
