"""Which language model a user has named, and what it may be sent."""

from __future__ import annotations

from attrs import field, frozen


@frozen
class ModelChoice:
    """A model by name, where it is asked, and whether reports may leave this machine for it."""

    name: str
    address: str
    may_leave: bool = field(default=False, kw_only=True)
