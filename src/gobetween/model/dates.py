"""Dates as reports give them: exact, a range, or unknown, always with the basis on which they rest."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from enum import StrEnum

from attrs import field, frozen

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")


class DateBasis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@frozen
class When:
    """A time span in whole days: one day, a range, a range open at one end, or unknown.

    `earliest` and `latest` are inclusive; `None` leaves that end open. A date that is not stated in so many words says how it
    was found (`inference`).
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    basis: DateBasis = field(default=DateBasis.STATED, kw_only=True)
    inference: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            msg = f"a time span ends ({self.latest}) before it begins ({self.earliest})"
            raise ValueError(msg)
        if self.is_unknown is not (self.basis is DateBasis.UNKNOWN):
            msg = "a time span without any date has the basis 'unknown', and only such a one"
            raise ValueError(msg)
        if self.basis is DateBasis.INFERRED and not self.inference:
            msg = "an inferred date needs its inference: how was it found?"
            raise ValueError(msg)

    @property
    def is_unknown(self) -> bool:
        """Whether neither end is known."""
        return self.earliest is None and self.latest is None

    @property
    def day(self) -> dt.date | None:
        """The date, if it is known to the day."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def sort_key(self) -> tuple[dt.date, dt.date]:
        """Order on a timeline: by earliest day, then latest; what is unknown comes last."""
        first = self.earliest or self.latest or dt.date.max
        return (first, self.latest or dt.date.max)

    def is_by(self, day: dt.date) -> bool:
        """Whether it surely lies on or before `day`; an open or unknown end never surely does."""
        return self.latest is not None and self.latest <= day

    def may_be_by(self, day: dt.date) -> bool:
        """Whether it may lie on or before `day`."""
        return self.earliest is None or self.earliest <= day

    def begins_by(self, day: dt.date) -> bool:
        """Whether what goes on in these days has begun by `day`; where no beginning is known, whether it is over."""
        first = self.earliest or self.latest
        return first is not None and first <= day

    def __str__(self) -> str:
        if self.is_unknown:
            return "date unknown"
        if self.earliest is None or self.latest is None:
            return f"by {self.latest}" if self.latest else f"from {self.earliest}"
        return str(self.earliest) if self.day else f"{self.earliest} to {self.latest}"


UNKNOWN_DATE = When(basis=DateBasis.UNKNOWN)


def on(day: dt.date) -> When:
    """The span of one stated day."""
    return When(day, day)


def parse_when(text: str, *, basis: DateBasis = DateBasis.STATED, inference: str = "") -> When:
    """The time span that `text` writes: `2024-02-21`, `2024-02`, `2024-05-01/2024-05-06`, `2024-05-01/..`, `../2024-05-06`, `unknown`.

    Raises:
        ValueError: `text` has none of these forms, or names a day that no calendar has.
    """
    if text == "unknown":
        return When(basis=DateBasis.UNKNOWN, inference=inference)
    first, slash, last = text.partition("/")
    try:
        ends = (first, last) if slash else (text, text)
        span = (_bound(ends[0], last=False), _bound(ends[1], last=True))
    except ValueError as error:
        msg = f"'{text}' is no date ({error}); write 2024-02-21, 2024-02, 2024-05-01/2024-05-06, 2024-05-01/.. or unknown"
        raise ValueError(msg) from None
    return When(*span, basis=basis, inference=inference)


def _bound(text: str, *, last: bool) -> dt.date | None:
    if text == "..":
        return None
    if _DAY.fullmatch(text):
        return dt.date.fromisoformat(text)
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        return dt.date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    msg = "not year-month-day"
    raise ValueError(msg)
