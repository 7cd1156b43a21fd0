"""What every act has in common."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from attrs import frozen

from gobetween.model.dates import When, on


@frozen
class Act:
    """Something that someone does in talks, as plain values: all that those who get it will ever know of it.

    `KIND` is the stable word with a version under which it is recorded; a changed shape is a new version and an upcast, never a
    change of what was recorded.
    """

    KIND: ClassVar[str]


@frozen
class Moment:
    """By whom an act was done, and when by the store's clock; the order of acts is the record's, never the clock's."""

    author: str
    at: dt.datetime

    @property
    def day(self) -> dt.date:
        """The day in UTC."""
        return self.at.astimezone(dt.UTC).date()

    @property
    def dates(self) -> dict[str, Any]:
        """The dates of an entry that the act makes: it is about that day, and known from it on."""
        day: When = on(self.day)
        return {"when": day, "known": day}
