"""Until when something under seal can be answered."""

from __future__ import annotations

import datetime as dt

from gobetween.model.errors import ProtocolViolation
from gobetween.model.sealed import BlindBidding, SealedProposal


def in_words(deadline: dt.datetime) -> str:
    """The deadline as messages say it: `2031-03-31 18:00 UTC`."""
    return f"{deadline.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"


def must_be_ahead(deadline: dt.datetime, now: dt.datetime) -> None:
    """Refuses a deadline that has passed.

    Raises:
        ProtocolViolation: it is not ahead.
    """
    if deadline <= now:
        raise ProtocolViolation(f"the deadline {in_words(deadline)} is not ahead; it is {in_words(now)}")


def must_be_open(sealed: SealedProposal | BlindBidding, now: dt.datetime) -> None:
    """Refuses to add to what was opened, or is due to be.

    Raises:
        ProtocolViolation: it was opened, or its deadline has passed.
    """
    if sealed.outcome is not None:
        raise ProtocolViolation(f"'{sealed.id}' was opened: {sealed.outcome}; nothing can be added or changed")
    if sealed.deadline_utc <= now:
        raise ProtocolViolation(f"the deadline of '{sealed.id}' has passed ({in_words(sealed.deadline_utc)})")
