"""What is told of an answer from process to process."""

from __future__ import annotations

from typing import Any

import cattrs
from attrs import field, frozen


@frozen
class Answer:
    """How much was found, and whether that is proven to be all and the best.

    Otherwise `gap` is how far it may be from the best, as a part of that, if it says so. `points` are the values, if not too many.
    """

    size: int
    is_proven: bool = field(kw_only=True)
    gap: float | None = field(default=None, kw_only=True)
    points: tuple[tuple[int, ...], ...] = field(default=(), kw_only=True)

    @classmethod
    def from_told(cls, told: dict[str, Any]) -> Answer:
        """The answer that another process told."""
        return cattrs.structure(told, cls)

    def told(self) -> dict[str, Any]:
        """The answer in words that JSON has."""
        written: dict[str, Any] = cattrs.unstructure(self)
        return written
