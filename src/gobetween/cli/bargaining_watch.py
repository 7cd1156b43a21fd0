"""How long a search may take: an allowance of seconds, one Ctrl-C to stop it, two to quit; and a line that tells how far it is."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from attrs import define, field

if TYPE_CHECKING:
    from gobetween.bargaining.kernels import Progress

TOLD_EVERY = 0.1  # seconds


@define
class Patience:
    """Asked by a search, some times a second, whether to go on; `stopped` says why not, once it has said no."""

    seconds: float | None
    tell: Callable[[str], None]
    began: float = field(factory=time.monotonic)
    is_interrupted: bool = False
    stopped: str | None = None
    _told: float = 0.0

    def __call__(self, progress: Progress) -> bool:
        """Whether to go on, having told how far it has come."""
        now = time.monotonic()
        if now - self._told > TOLD_EVERY:
            self._told = now
            self.tell(in_words(progress, now - self.began))
        if self.is_interrupted:
            self.stopped = "interrupted"
        elif self.seconds is not None and now - self.began > self.seconds:
            self.stopped = "out of time"
        return self.stopped is None


@contextmanager
def patience(seconds: float | None, tell: Callable[[str], None]) -> Iterator[Patience]:
    """A `Watch` for as long as it is needed: the first Ctrl-C makes it say no, the next one interrupts the program as ever."""
    watch = Patience(seconds, tell)
    if threading.current_thread() is not threading.main_thread():  # where no signal can be received
        yield watch
        return
    before = signal.getsignal(signal.SIGINT)

    def stop(_number: int, _frame: Any) -> None:
        watch.is_interrupted = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, stop)
    try:
        yield watch
    finally:
        signal.signal(signal.SIGINT, before)
        tell("")


def in_words(progress: Progress, seconds: float) -> str:
    """`points: 3 of 30, 1,204 found, 2.1 s`."""
    of = f" of {progress.of:,}" if progress.of is not None else ""
    found = f", {progress.found:,} found" if progress.found else ""
    return f"{progress.stage}: {progress.done:,}{of}{found}, {seconds:.1f} s"
