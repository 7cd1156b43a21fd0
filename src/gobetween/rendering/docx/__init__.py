"""A brief as a document for word processors."""

from __future__ import annotations

from gobetween.briefs.blocks import Brief
from gobetween.model.errors import MissingPart
from gobetween.rendering.text_safety import harmless_value


def render_docx(brief: Brief, *, paper: str = "a4") -> bytes:
    """The brief as DOCX on sheets of `paper` (`a4` or `letter`); the same brief gives the same bytes.

    Superscript numbers lead to the list of sources, where the cited words stand; drawings are pictures with their tables below.
    The foot of every sheet repeats whom the brief is for, and the notices. No author and no day are named in the file.

    Raises:
        MissingPart: the libraries are not installed.
    """
    try:
        from gobetween.rendering.docx.documents import document_of
        from gobetween.rendering.docx.packages import packed
    except ImportError as missing:
        msg = "making DOCX needs python-docx, which is not installed; install it with: pip install 'gobetween[documents]'"
        raise MissingPart(msg) from missing
    brief = harmless_value(brief)
    return packed(document_of(brief, paper), brief.title or "Brief")
