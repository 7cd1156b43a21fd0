"""Days and times as people type them."""

from __future__ import annotations

import datetime as dt

import click


def day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.date | None:
    """The day that was typed, or `None` if none was."""
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        msg = f"'{value}' is no day; write it as 2031-03-31"
        raise click.BadParameter(msg) from None


def instant(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.datetime | None:
    """The time that was typed, in UTC unless it says otherwise, or `None` if none was."""
    try:
        return in_utc(value) if value else None
    except (ValueError, OverflowError):
        msg = f"'{value}' is no time; write it as 2031-03-31T18:00 (UTC)"
        raise click.BadParameter(msg) from None


def in_utc(value: str) -> dt.datetime:
    """The time that a text says, in UTC, which it is in unless it says otherwise.

    Raises:
        ValueError: it says none.
        OverflowError: in UTC it would be before the first year or after the last.
    """
    read = dt.datetime.fromisoformat(value)
    return read.replace(tzinfo=dt.UTC) if read.tzinfo is None else read.astimezone(dt.UTC)
