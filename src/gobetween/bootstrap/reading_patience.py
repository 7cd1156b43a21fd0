"""How long a document may be read without headway before it is given up, so that none keeps the others waiting."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from gobetween.reading.headway import Headway

PATIENCE = 120.0
"""Seconds of the processor's time without headway: between two words of it lie some three as a rule."""

LOST = 900.0
"""Seconds by the clock without a word from another process: where the first cannot be measured, or work does not stop."""

GIVEN_UP = (
    "reading made no headway on it for two minutes; take out what is no report (tables, lists, code) or split it, and please report"
    " it as a fault if it is an ordinary text"
)


class NoHeadway(BaseException):
    """Reading has stuck. Not an `Exception`, so that no rule takes it for a fault of its own."""


@contextmanager
def patience(headway: Headway) -> Iterator[Headway]:
    """Hands on word of headway, and raises `NoHeadway` where `PATIENCE` runs out before the next; only where timers and threads allow.

    It is the processor's time that counts: a machine that is busy elsewhere, or asleep, takes none of it.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield headway
        return

    def give_up(*_: object) -> None:
        raise NoHeadway

    def heard(part: float) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        headway(part)

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield heard
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
