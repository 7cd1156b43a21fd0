"""The forms of a brief; each room is opened when its form is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gobetween.briefs.blocks import Brief
    from gobetween.cli.services.brief_forms import PrintedBrief

_LACKS_LETTERS = (
    "no font on this machine has all letters of this brief: boxes stand in the PDF for those that are missing, "
    "and it is no PDF/UA-1. A font for that script mends it; so does --format html"
)


class FormsOfBriefs:
    """Renders briefs."""

    def render_terminal(self, brief: Brief, width: int, *, colour: bool) -> str:
        """The brief as text for a terminal."""
        from gobetween.rendering.terminal import render_terminal

        return render_terminal(brief, width=width, colour=colour)

    def render_essence(self, brief: Brief, width: int, *, colour: bool) -> str:
        """The first lines of the brief."""
        from gobetween.rendering.terminal import render_essence

        return render_essence(brief, width=width, colour=colour)

    def render_html(self, brief: Brief) -> str:
        """The brief as one self-contained page."""
        from gobetween.rendering.html import render_html

        return render_html(brief)

    def brief_text(self, brief: Brief) -> str:
        """The brief as JSON text."""
        from gobetween.rendering.brief_json import brief_text

        return brief_text(brief)

    def render_markdown(self, brief: Brief) -> str:
        """The brief as Markdown."""
        from gobetween.rendering.markdown import render_markdown

        return render_markdown(brief)

    def render_docx(self, brief: Brief, paper: str) -> PrintedBrief:
        """The brief for word processors."""
        from gobetween.cli.services.brief_forms import PrintedBrief
        from gobetween.rendering.docx import render_docx

        return PrintedBrief(render_docx(brief, paper=paper))

    def render_pdf(self, brief: Brief, paper: str) -> PrintedBrief:
        """The brief as PDF."""
        from gobetween.cli.services.brief_forms import PrintedBrief
        from gobetween.rendering.pdf import render_pdf

        made = render_pdf(brief, paper=paper)
        return PrintedBrief(made.data, (_LACKS_LETTERS,) if made.lacks_letters else ())

    def on_one_page(self, brief: Brief) -> Brief:
        """The brief cut down to one sheet."""
        from gobetween.briefs.one_page import one_page

        return one_page(brief)
