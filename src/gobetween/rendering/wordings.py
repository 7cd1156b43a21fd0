"""Dates and audiences as a reader would write them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from gobetween.model.dates import DateBasis, When

CLOSING = "Computed results inform people; they are not advice, nor any party's answer. What sources say stands here as theirs."

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def long_day(day: dt.date) -> str:
    """`12 July 2024`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: dt.date) -> str:
    """`12 Jul`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def short_month(day: dt.date) -> str:
    """`Jul 2024`."""
    return f"{_MONTHS[day.month - 1][:3]} {day.year}"


def written(when: When) -> str:
    """A time span in words, with `(inferred)` where it is."""
    return _span(when) + (" (inferred)" if when.basis is DateBasis.INFERRED else "")


def _span(when: When) -> str:
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return "date unknown"
    if first is None or last is None:
        return f"by {long_day(last)}" if last else f"from {long_day(first)}" if first else ""
    if first == last:
        return long_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_day(last)}"
    start = f"{first.day} {_MONTHS[first.month - 1]}" if first.year == last.year else long_day(first)
    return f"{start} – {long_day(last)}"


def addressed(audience: str) -> str:
    """Whom a brief is for, as its first line says it."""
    if audience == "keeper":
        return "Brief for the keeper of the case"
    if audience == "public":
        return "Public brief"
    return f"Brief for {audience}"


def percent(share: Fraction) -> str:
    """A share in whole percent, with a true minus sign; for reading, not for comparing."""
    whole = round(share * 100)
    if abs(whole) >= 1_000_000:
        return "beyond any scale" if whole > 0 else "below any scale"
    return f"{'−' if whole < 0 else ''}{abs(whole)}%"
