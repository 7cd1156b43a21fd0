"""Faults of a file, all of them at once: where, what was found, what was allowed, and the likely fix."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from itertools import islice

from attrs import define, field, frozen

_LONGEST_QUOTE = 60
_MOST_ALLOWED = 24
_LONGEST_WORD = 100  # an id may have 80 letters; what is none may have any number
_MOST_CANDIDATES = 2000
_MOST_SUGGESTIONS = 40  # similarity is slow to compute: a file with more faults than this needs no more hints


@frozen(order=True)
class Fault:
    """One thing wrong in one file; `line` counts from 1."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


@define
class Faults:
    """Collects the faults of a set of files."""

    found: list[Fault] = field(factory=list)
    _suggested: int = 0
    _slips: dict[tuple[str, int], set[Fault]] = field(factory=dict)

    def add(self, fault: Fault) -> None:
        """Keeps one more fault."""
        self.found.append(fault)

    def add_slips(self, slips: Iterable[Fault]) -> None:
        """Keeps faults that make what else is read in their lines unsure: no other fault of these lines is told."""
        for slip in slips:
            self.add(slip)
            self._slips.setdefault((slip.file, slip.line), set()).add(slip)

    def suggestion(self, word: str, allowed: Collection[str]) -> str:
        """'; did you mean ...?' if one of the allowed words is close to `word`, else nothing."""
        close = self.closest(word, allowed)
        return f"; did you mean '{close}'?" if close else ""

    def closest(self, word: str, allowed: Collection[str]) -> str:
        """The one of the allowed words that is close to `word`; nothing if none is, or if there were many faults before."""
        if not allowed or self._suggested >= _MOST_SUGGESTIONS or len(word) > _LONGEST_QUOTE or len(allowed) > _MOST_CANDIDATES:
            return ""
        self._suggested += 1
        return next(iter(get_close_matches(word, allowed, n=1)), "")

    def texts(self) -> tuple[str, ...]:
        """The faults in words, by file and line, each once."""
        sure = (fault for fault in sorted(self.found) if fault in self._slips.get((fault.file, fault.line), {fault}))
        return tuple(dict.fromkeys(str(fault) for fault in sure))


def quoted(text: str) -> str:
    """The text in quotation marks, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"'{line[: _LONGEST_QUOTE - 1]}…'" if len(line) > _LONGEST_QUOTE else f"'{line}'"


def listed(words: Iterable[str]) -> str:
    """The words separated by commas, cut where there are many; 'none' if there are none."""
    first = list(islice(words, _MOST_ALLOWED + 1))
    shown = ", ".join(each if len(each) <= _LONGEST_WORD else f"{each[: _LONGEST_WORD - 1]}…" for each in first[:_MOST_ALLOWED])
    return (f"{shown}, ..." if len(first) > _MOST_ALLOWED else shown) or "none"
