"""The collections of `case.yaml`, each with the keys of its entries: the format as tables (see docs/reference/case-files.md)."""

from __future__ import annotations

from gobetween.casefiles.decoding.entries import Shape
from gobetween.casefiles.decoding.shapes.course import WHAT_HAPPENS
from gobetween.casefiles.decoding.shapes.negotiation import INTEREST, POSITION, WHAT_IS_NEGOTIATED
from gobetween.casefiles.decoding.shapes.participants import SOURCE, WHO_TAKES_PART
from gobetween.casefiles.decoding.shapes.promises import WHAT_IS_PROMISED

__all__ = ["COLLECTIONS", "INTEREST", "POSITION"]

COLLECTIONS: dict[str, Shape] = {
    "sources": SOURCE,
    **WHO_TAKES_PART,
    **WHAT_IS_NEGOTIATED,
    **WHAT_HAPPENS,
    **WHAT_IS_PROMISED,
}
"""Every collection by its key. Sources come first: what others cite must be known when they are read."""
