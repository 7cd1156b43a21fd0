"""A brief as a tagged PDF for paper and for screen readers."""

from gobetween.rendering.pdf.pages import PAPERS, render_pdf

__all__ = ["PAPERS", "render_pdf"]
