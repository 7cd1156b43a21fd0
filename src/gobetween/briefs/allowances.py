"""How long a brief computes on one question."""

from __future__ import annotations

from itertools import count

from gobetween.bargaining.kernels import Progress, Watch

MOST_STEPS = 150
"""How many steps of a search, some a second, a brief waits for an answer: the same on every machine, so that briefs are the same."""


def allowance(steps: int = MOST_STEPS) -> Watch:
    """A watch that lets one question go on for so many steps; after that it gives what it has found, and says so."""
    asked = count(1)

    def goes_on(_progress: Progress) -> bool:
        return next(asked) <= steps

    return goes_on
