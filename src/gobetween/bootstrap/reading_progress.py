"""How far a reading has come, in one line: files, documents read and found in the store, pace, time left."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import define

if TYPE_CHECKING:
    from gobetween.bootstrap.reading_workers import Task

_TELLING = 10  # documents read before a pace says anything
_MINUTE = 60


@define
class Tally:
    """Counts documents as they are read, and tells. Of a file that holds many, the first file's share stands for the rest."""

    files: int
    tell: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic
    begun: int = 0
    read: int = 0
    stored: int = 0
    refused: int = 0
    unstored: int = 0
    _began: float | None = None

    def begin(self, name: str) -> None:
        """The next file is opened."""
        self.begun += 1
        self._tell(name)

    def find(self) -> None:
        """A document was found in the store."""
        self.stored += 1

    def take(self) -> None:
        """A document is about to be read: the time counts from the first one on."""
        if self._began is None:
            self._began = self.clock()

    def advance(self, task: Task, part: float) -> None:
        """Of a document this part is read: told where it is not at once the whole."""
        if part < 1:
            self._tell(f"{task.part.name}, {part:.0%} of it")

    def finish(self, name: str, *, is_stored: bool = True) -> None:
        """A document was read, and stored unless its store cannot be written."""
        self.read += 1
        self.unstored += not is_stored
        self._tell(name)

    def refuse(self) -> None:
        """Something could not be read."""
        self.refused += 1

    @property
    def kept(self) -> str:
        """What is stored when the reading is stopped, in words."""
        kept = self.read + self.stored - self.unstored
        if self.unstored and not kept:
            return "interrupted; what was read could not be stored, and will be read again"
        counted = "1 document is" if kept == 1 else f"{kept} documents are"
        return (
            f"interrupted; {counted} read and stored ({self.begun} of {self.files} files opened); the same command goes on from there"
        )

    def _tell(self, name: str) -> None:
        parts = [f"reading {self.begun} of {self.files}"]
        if self.stored:
            parts.append(f"{self.stored} from the store")
        pace = self._pace()
        if pace is not None:
            done = self.read + self.stored + self.refused
            left = (self.files - self.begun) * max(1.0, done / max(1, self.begun))
            parts.append(f"{pace:.1f} a second")
            parts.append(f"{_in_words(left / pace)} left")
        self.tell(f"{', '.join(parts)}: {name}")

    def _pace(self) -> float | None:
        """Documents read a second; `None` while too few are."""
        if self._began is None or self.read < _TELLING:
            return None
        return self.read / max(self.clock() - self._began, 0.001)


def _in_words(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < _MINUTE else f"{seconds / _MINUTE:.0f} min"
