"""Inputs made smaller while they still find the same: fewer changes, fewer files, fewer lines, fewer characters."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from attrs import define, evolve, field
from trees import Entry, Tree

MOST_TRIALS = 400
MOST_SECONDS = 60.0
LONGEST_BY_BYTES = 300


@define
class _Trials:
    """Asks whether a tree still finds the same, as often as there is patience for."""

    still: Callable[[Tree], bool]
    left: int = MOST_TRIALS
    end: float = field(factory=lambda: time.monotonic() + MOST_SECONDS)

    def hold(self, tree: Tree) -> bool:
        self.left -= 1
        return self.left > 0 and time.monotonic() < self.end and self.still(tree)


def shrunk(tree: Tree, still: Callable[[Tree], bool]) -> Tree:
    """A smaller tree for which `still` holds; the tree itself where none is found, or where it does not hold for that one."""
    trials = _Trials(still)
    if not trials.hold(tree):
        return tree
    for change in tree.changes:
        smaller = evolve(tree, changes=tuple(each for each in tree.changes if each is not change))
        tree = smaller if trials.hold(smaller) else tree
    for path in sorted(tree.entries):
        smaller = tree.with_entry(path, None)
        tree = smaller if trials.hold(smaller) else tree
    for path in tree.files():
        tree = _with_shorter(tree, path, trials)
    return tree


def _with_shorter(tree: Tree, path: str, trials: _Trials) -> Tree:
    def with_parts(separator: bytes, parts: Sequence[bytes]) -> Tree:
        return tree.with_entry(path, Entry("file", separator.join(parts)))

    lines = _fewest(tree.entries[path].content.split(b"\n"), lambda parts: trials.hold(with_parts(b"\n", parts)))
    tree = with_parts(b"\n", lines)
    content = tree.entries[path].content
    if len(content) > LONGEST_BY_BYTES:
        return tree
    signs = [content[at : at + 1] for at in range(len(content))]
    return with_parts(b"", _fewest(signs, lambda parts: trials.hold(with_parts(b"", parts))))


def _fewest(parts: list[bytes], holds: Callable[[list[bytes]], bool]) -> list[bytes]:
    """The parts without those that can be spared, longer stretches first (after Zeller and Hildebrandt, 2002)."""
    size = len(parts) // 2
    while size:
        at = 0
        while at < len(parts):
            fewer = parts[:at] + parts[at + size :]
            if holds(fewer):
                parts = fewer
            else:
                at += size
        size //= 2
    return parts
