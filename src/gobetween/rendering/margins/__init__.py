"""Reports with what was read from them in the margin, as one self-contained page."""

from gobetween.rendering.margins.html import render_margins
from gobetween.rendering.margins.sheets import ReadReport

__all__ = ["ReadReport", "render_margins"]
