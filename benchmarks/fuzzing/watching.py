"""What a process does while an input is tried, watched from within: which files it opens, how long it computes, how long it waits."""

from __future__ import annotations

import os
import resource
import signal
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from attrs import define, field
from trees import Change, put

MOST_MEMORY = 2 * 2**30
MOST_SECONDS = 10.0
"""Of processor time, for one command."""
MOST_WAITING = 45.0
"""Of any time, for one command: a machine may have other work."""


class TookTooLong(BaseException):
    """A command did not end in time; no handler of mere exceptions may swallow it."""


def limit_memory() -> None:
    """Lets this process have no more memory than a fuzzed command may need."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


@contextmanager
def in_time() -> Iterator[None]:
    """Raises `TookTooLong` in what runs within and takes too long."""

    def stop(number: int, _frame: FrameType | None) -> None:
        raise TookTooLong("computes" if number == signal.SIGPROF else "waits")

    signal.signal(signal.SIGPROF, stop)
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, MOST_WAITING)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


@define
class Watch:
    """Notes what is opened outside of the folder in hand, and changes the folder when its time has come."""

    folder: Path | None = None
    changes: tuple[Change, ...] = ()
    trespasses: list[str] = field(factory=list)
    _openings: int = 0
    _is_own: bool = False

    def begin(self, folder: Path, changes: tuple[Change, ...]) -> None:
        """A folder is going to be read."""
        self.folder, self.changes, self._openings = folder, changes, 0
        self.trespasses.clear()

    def end(self) -> None:
        """It was read."""
        self.folder = None

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """An audit event of the interpreter (PEP 578)."""
        if self.folder is None or self._is_own or event not in ("open", "os.listdir", "os.scandir"):
            return
        name = arguments[0]
        if not isinstance(name, str | bytes | os.PathLike):
            return
        self._is_own = True
        try:
            self._note(event, os.fsdecode(name), arguments)
        finally:
            self._is_own = False

    def _note(self, event: str, name: str, arguments: tuple[Any, ...]) -> None:
        assert self.folder is not None
        path = os.path.abspath(name)  # noqa: PTH100 - a link stays a link
        is_ours = path.startswith(f"{self.folder}/")
        if is_ours and event == "open":
            self._openings += 1
            for change in self.changes:
                if change.opening == self._openings:
                    put(self.folder, change.path, change.entry)
        real = os.path.realpath(path)
        if not real.startswith((str(self.folder), *_allowed())) and not _is_link_kept_out(arguments):
            self.trespasses.append(f"{event}: {real}")


def _is_link_kept_out(arguments: tuple[Any, ...]) -> bool:
    """Whether a link would not be followed: the system refuses it."""
    flags = arguments[2] if len(arguments) > 2 else 0
    return isinstance(flags, int) and bool(flags & getattr(os, "O_NOFOLLOW", 0))


def _allowed() -> tuple[str, ...]:
    """Where programs may read and write while they read a case: themselves, fonts, caches, temporary files, random numbers."""
    return _ALLOWED


_ALLOWED = tuple(
    {
        *(os.path.realpath(each) for each in sys.path if each),
        os.path.realpath(sys.prefix),
        os.path.realpath(sys.base_prefix),
        os.path.realpath(sysconfig.get_path("stdlib")),
        str(Path(__file__).resolve().parents[2]),
        os.path.realpath(os.environ.get("GOBETWEEN_CACHE", "/nonexistent")),
        "/usr/share/",
        "/usr/lib",
        "/usr/local/share/",
        "/etc/fonts",
        "/etc/localtime",
        "/dev/null",
        "/dev/urandom",
        "/sys/",
        "/proc/cpuinfo",  # the compiled kernel looks up what the processor can do
    }
)
WATCH = Watch()


def listen() -> None:
    """Has the interpreter tell what it opens; once for a process."""
    sys.addaudithook(WATCH.hear)
