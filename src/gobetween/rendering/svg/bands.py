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

    def pieces(self, prefix: str, *, least: float = 0.0) -> tuple[str | None, tuple[str, ...]]:
        """The head, if it has one, and the bands as drawings of their own: as many together as are `least` tall."""
        together: list[list[Band]] = []
        for band in self.bands:
            if together and together[-1][-1].bottom - together[-1][0].top < least:
                together[-1].append(band)
            else:
                together.append([band])
        head = self._piece(prefix, [self.head]) if self.head else None
        return head, tuple(self._piece(prefix, bands) for bands in together)

    def _piece(self, prefix: str, bands: list[Band]) -> str:
        return self._drawn(prefix, [band.content for band in bands], top=bands[0].top, bottom=bands[-1].bottom)

    def _drawn(self, prefix: str, content: list[str], *, top: float, bottom: float) -> str:
        height = bottom - top
        return drawing(prefix, self.title, self.description, self.defined, *content, width=self.width, height=height, top=top)
