"""Drawings in bands from top to bottom: one whole on a screen, and on sheets of paper parted where a sheet ends."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.rendering.svg.shapes import drawing


@frozen
class Band:
    """What lies between two heights of a drawing."""

    content: str
    top: float = field(kw_only=True)
    bottom: float = field(kw_only=True)


@frozen
class Banded:
    """A drawing that may be parted between any two of its bands; `head` belongs above each part, `defined` is what all refer to."""

    title: str
    description: str
    bands: tuple[Band, ...] = field(kw_only=True)
    head: Band | None = field(default=None, kw_only=True)
    defined: str = field(default="", kw_only=True)
    width: float = field(kw_only=True)

    def whole(self, prefix: str) -> str:
        """The drawing in one; `prefix` is the one that its bands were drawn with."""
        bands = (*((self.head,) if self.head else ()), *self.bands)
        return self._drawn(prefix, [band.content for band in bands], top=0.0, bottom=max(band.bottom for band in bands))

    def pieces(self, prefix: str) -> tuple[str | None, tuple[str, ...]]:
        """The head, if it has one, and the bands, each as a drawing of its own."""
        head, *bands = (
            self._drawn(prefix, [band.content], top=band.top, bottom=band.bottom) if band else None for band in (self.head, *self.bands)
        )
        return head, tuple(band for band in bands if band)

    def _drawn(self, prefix: str, content: list[str], *, top: float, bottom: float) -> str:
        height = bottom - top
        return drawing(prefix, self.title, self.description, self.defined, *content, width=self.width, height=height, top=top)
