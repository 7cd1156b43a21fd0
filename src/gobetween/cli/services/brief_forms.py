"""What commands that show briefs ask of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

from typing import Protocol

from attrs import frozen

from gobetween.briefs.blocks import Brief


@frozen
class PrintedBrief:
    """A file for paper, and what its maker should know that is no part of it."""

    data: bytes
    notes: tuple[str, ...] = ()


class BriefForms(Protocol):
    """The forms of a brief."""

    def render_terminal(self, brief: Brief, width: int, *, colour: bool) -> str:
        """The brief as text for a terminal."""

    def render_essence(self, brief: Brief, width: int, *, colour: bool) -> str:
        """The first lines of the brief."""

    def render_html(self, brief: Brief) -> str:
        """The brief as one self-contained page."""

    def brief_text(self, brief: Brief) -> str:
        """The brief as JSON text."""

    def render_markdown(self, brief: Brief) -> str:
        """The brief as Markdown."""

    def render_docx(self, brief: Brief, paper: str) -> PrintedBrief:
        """The brief for word processors, on sheets of `paper`; may raise a `MissingPart`."""

    def render_pdf(self, brief: Brief, paper: str) -> PrintedBrief:
        """The brief as PDF, on sheets of `paper`; may raise a `MissingPart`."""

    def on_one_page(self, brief: Brief) -> Brief:
        """The brief cut down to one sheet."""
