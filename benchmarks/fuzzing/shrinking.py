"""Inputs made smaller while they still find the same: fewer files, fewer changes, fewer lines, fewer characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve
from trees import Entry, Tree

MOST_TRIALS = 150


def shrunk(tree: Tree, still: Callable[[Tree], bool]) -> Tree:
    """A smaller tree for which `still` holds; the tree itself where none is found, or where it does not hold for that one."""
    left = MOST_TRIALS
    if not still(tree):
        return tree
    is_smaller = True
    while is_smaller and left > 0:
        is_smaller = False
        for smaller in _smaller(tree):
            left -= 1
            if left <= 0:
                break
            if still(smaller):
                tree, is_smaller = smaller, True
                break
    return tree


def _smaller(tree: Tree) -> Iterator[Tree]:
    for change in tree.changes:
        yield evolve(tree, changes=tuple(each for each in tree.changes if each is not change))
    for path in sorted(tree.entries):
        yield tree.with_entry(path, None)
    for path in tree.files():
        for content in _shorter(tree.entries[path].content):
            yield tree.with_entry(path, Entry("file", content))


def _shorter(content: bytes) -> Iterator[bytes]:
    for separator in (b"\n", b""):
        parts = content.split(b"\n") if separator else [content[at : at + 1] for at in range(len(content))]
        if not separator and len(parts) > 400:
            return
        size = len(parts) // 2
        while size:
            for at in range(0, len(parts), size):
                yield separator.join(parts[:at] + parts[at + size :])
            size //= 2
