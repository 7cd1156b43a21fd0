"""Long searches in chunks, with the watch asked in between."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from gobetween.bargaining.kernels import Progress, Watch
from gobetween.bargaining.kernels.layered.compiling import IS_COMPILED
from gobetween.bargaining.kernels.layered.search.depth_first import DONE, PATH, Descent

_STEPS = 200_000 if IS_COMPILED else 5_000  # arcs between two questions to the watch
_PATHS = 5_000  # paths between two questions


class Stopped(Exception):  # no error: the watch has said so
    """The watch does not want to go on."""


@define
class Pace:
    """Who watches a search, how many arcs it has looked at and how many paths it has found."""

    watch: Watch
    steps: int = 0
    paths: int = 0

    def ask(self, stage: str) -> None:
        """Tell the watch how far it is.

        Raises:
            Stopped: it does not want to go on.
        """
        if not self.watch(Progress(stage, self.steps, None, self.paths)):
            raise Stopped

    def follow(self, descent: Descent, limit: int | None = None) -> Iterator[bool]:
        """`True` at each path found; ends with the search, or with one `False` once it has looked at more arcs than the `limit`.

        Raises:
            Stopped: the watch does not want to go on.
        """
        while True:
            before = descent.steps
            outcome = descent.go_on(_STEPS if limit is None else min(_STEPS, limit + 1))
            self.steps += descent.steps - before
            if outcome == DONE:
                return
            if outcome == PATH:
                self.paths += 1
                yield True
            elif limit is not None and descent.steps > limit:
                yield False
                return
            if outcome != PATH or not self.paths % _PATHS:
                self.ask("search")
