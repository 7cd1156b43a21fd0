"""Accounts that do not fit together: what about, why, and each side's words."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from gobetween.briefs.accounts.coverage import Found


@frozen
class Side:
    """One side: who has it so, and the words."""

    who: str
    found: tuple[Found[Any], ...]


@frozen
class Clash:
    """Two or more accounts that do not fit together, in order of report; `why` is the rule's reason in words."""

    about: str
    why: str
    sides: tuple[Side, ...]
