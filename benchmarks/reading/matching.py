"""What was read, beside what was marked: pairs, precision, recall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from attrs import define, field, frozen

Stretch = tuple[int, int]


@frozen
class Read:
    """An item as it was read: its stretches of the file, and the item itself."""

    stretches: tuple[Stretch, ...]
    item: Any
    words: str


@frozen
class Marked:
    """An item as a person marked it; `may` be left out without being missed, or found without being right."""

    stretches: tuple[Stretch, ...]
    mark: dict[str, Any]
    words: str
    may: bool = False


Same = Callable[[Read, Marked], bool]


@define
class Tally:
    """Counts over many texts, and what was missed or wrong, by file."""

    found: int = 0
    read: int = 0
    marked: int = 0
    missed: list[tuple[str, Marked]] = field(factory=list)
    wrong: list[tuple[str, Read]] = field(factory=list)

    def add(self, file: str, read: Sequence[Read], marked: Sequence[Marked], same: Same) -> None:
        """Each item read takes the first mark that is the same and not yet taken.

        What fits only a mark that may be left out is not counted.
        """
        left = [each for each in marked if not each.may]
        may = [each for each in marked if each.may]
        self.marked += len(left)
        for item in read:
            fitting = next((each for each in left if same(item, each)), None)
            if fitting is None and any(same(item, each) for each in may):
                continue
            self.read += 1
            if fitting is None:
                self.wrong.append((file, item))
            else:
                self.found += 1
                left.remove(fitting)
        self.missed += [(file, each) for each in left]

    @property
    def precision(self) -> float:
        """The part of what was read that is right; 1 if nothing was read."""
        return self.found / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """The part of what was marked that was found; 1 if nothing was marked."""
        return self.found / self.marked if self.marked else 1.0


def overlap(one: Read | Marked | Sequence[Stretch], other: Read | Marked | Sequence[Stretch]) -> bool:
    """Whether two share a character."""
    return any(a < d and c < b for a, b in _stretches(one) for c, d in _stretches(other))


def likeness(one: Read | Marked, other: Read | Marked) -> float:
    """Shared characters over all characters of both."""
    a, b = ({place for start, end in each.stretches for place in range(start, end)} for each in (one, other))
    return len(a & b) / max(1, len(a | b))


def is_close(read: Read, marked: Marked) -> bool:
    """Whether at least three tenths of the words of both are shared."""
    return likeness(read, marked) >= 0.3


def _stretches(given: Read | Marked | Sequence[Stretch]) -> Sequence[Stretch]:
    return given.stretches if isinstance(given, (Read, Marked)) else given
