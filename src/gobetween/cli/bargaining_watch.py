"""How long a search may take: an allowance of seconds, one Ctrl-C to stop it, two to quit; and a line that tells how far it is."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from attrs import define

if TYPE_CHECKING:
    from gobetween.bargaining.kernels import Progress

TOLD_EVERY = 0.1  # seconds
QUIET = 1.5  # seconds without a word from a search, after which it is told again and again that it goes on
GETTING_READY = "getting ready; the first time ever, large cases take a minute or two for that"
STOPPING = "stopping; what was found so far follows (Ctrl-C once more: at once, with nothing)"


@define
class Patience:
    """Asked by a search, some times a second, whether to go on; `cut_short` says why not, once it has said no to some search.

    The time counts from the first question on: what comes before is loading, and the first time ever compiling.
    """

    seconds: float | None
    tell: Callable[[str], None]
    began: float | None = None
    is_interrupted: bool = False
    cut_short: str | None = None
    _told: float = 0.0
    _last: str = GETTING_READY

    def portions(self, count: int) -> Iterator[Portion]:
        """See `answers.Portioned`."""
        for left in range(count, 0, -1):
            yield Portion(self, left)

    def __call__(self, progress: Progress) -> bool:
        """Whether to go on, having told how far it has come."""
        now = time.monotonic()
        self.began = now if self.began is None else self.began
        if now - self._told > TOLD_EVERY:
            self._told = now
            self._last = in_words(progress, now - self.began)
            self.tell(self._last)
        is_over = self.seconds is not None and now - self.began >= self.seconds
        if self.is_interrupted or is_over:
            self.cut_short = "interrupted" if self.is_interrupted else "out of time"
        return not (self.is_interrupted or is_over)

    def keep_telling(self, is_over: threading.Event) -> None:
        """Tell after every while without a word what was told last, and for how long there has been silence, until it is over."""
        started = time.monotonic()
        while not is_over.wait(QUIET):
            silence = time.monotonic() - max(self._told, started)
            if silence >= QUIET and not self.is_interrupted:
                self.tell(f"{self._last} ... {silence:.0f} s")


@define
class Portion:
    """A part of the time that is allowed, for one of several searches: an equal one for it and each of those that are `left`."""

    whole: Patience
    left: int
    until: float | None = None

    def __call__(self, progress: Progress) -> bool:
        """Whether to go on with this search."""
        goes_on, now = self.whole(progress), time.monotonic()
        if self.whole.seconds is None or self.whole.began is None:
            return goes_on
        if self.until is None:
            self.until = now + max(self.whole.began + self.whole.seconds - now, 0) / self.left
        if goes_on and now > self.until:
            self.whole.cut_short = "out of time"
            return False
        return goes_on


@contextmanager
def patience(seconds: float | None, tell: Callable[[str], None]) -> Iterator[Patience]:
    """A `Watch` for as long as it is needed: the first Ctrl-C makes it say no, the next one interrupts the program as ever."""
    watch = Patience(seconds, tell)
    is_over = threading.Event()
    heart = threading.Thread(target=watch.keep_telling, args=(is_over,), daemon=True)
    heart.start()
    try:
        with _stopped_by_interrupt(watch):
            yield watch
    finally:
        is_over.set()
        heart.join()
        tell("")


@contextmanager
def _stopped_by_interrupt(watch: Patience) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():  # where no signal can be received
        yield
        return
    before, telling = signal.getsignal(signal.SIGINT), list[threading.Thread]()

    def stop(_number: int, _frame: Any) -> None:
        watch.is_interrupted = True
        telling.append(threading.Thread(target=watch.tell, args=(STOPPING,), daemon=True))  # here it could cut into a line half told
        telling[-1].start()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        for each in telling:
            each.join()


def in_words(progress: Progress, seconds: float) -> str:
    """`points: 3 of 30, 1,204 found, 2.1 s`."""
    of = f" of {progress.of:,}" if progress.of is not None else ""
    found = f", {progress.found:,} found" if progress.found else ""
    done = f": {progress.done:,}{of}" if progress.done or of else ""
    return f"{progress.stage}{done}{found}, {seconds:.1f} s"
