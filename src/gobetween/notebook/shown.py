"""Briefs, answers and plots as values that show themselves in a notebook and write themselves to files."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from gobetween.briefs.blocks import Brief, Listing, Paragraph, Section, Table
from gobetween.model.errors import GobetweenError
from gobetween.notebook.arguments import place
from gobetween.notebook.rows import Row, rows_of_table

if TYPE_CHECKING:
    from gobetween.briefs.answers.answers import Answer
    from gobetween.briefs.blocks import Plot

HEIGHT = 640  # pixels of the frame in which a notebook shows a page
WIDTH = 100  # columns of text


class UnknownForm(GobetweenError):
    """A file's name does not say in which form it is wanted."""


class NotWritten(GobetweenError):
    """A file could not be written."""


@frozen
class ShownPlot:
    """A plot: a drawing (`svg`), and the same numbers as a table (`rows`)."""

    title: str
    plot: Plot = field(repr=False)

    @property
    def svg(self) -> str:
        """The drawing as an SVG element."""
        from gobetween.rendering.svg.drawn import plot_svg
        from gobetween.rendering.text_safety import harmless_value

        return plot_svg(harmless_value(self.plot), prefix="plot")

    @property
    def rows(self) -> list[Row]:
        """What it shows, as rows of plain text."""
        return rows_of_table(self.plot.table)

    def _repr_svg_(self) -> str:
        return self.svg


@frozen(repr=False)
class ShownBrief:
    """A brief: for people as a page, text or file, for programs as data; `value` is the brief itself."""

    value: Brief = field(repr=False)
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its title."""
        return self.value.title

    @property
    def essence(self) -> list[str]:
        """Its first lines."""
        return [cell.text for cell in self.value.essence]

    @property
    def sections(self) -> list[str]:
        """The names of its sections."""
        return [section.id for section in self.value.sections]

    @property
    def tables(self) -> dict[str, list[Row]]:
        """Its tables by title, each as rows of plain text; a title that comes twice is counted."""
        found: dict[str, list[Row]] = {}
        for table in _tables(self.value.sections):
            number, name = 2, table.title
            while name in found:
                name, number = f"{table.title} ({number})", number + 1
            found[name] = rows_of_table(table)
        return found

    @property
    def plots(self) -> dict[str, ShownPlot]:
        """Its plots by title."""
        blocks = (block for section in self.value.sections for block in section.blocks)
        plots = (each for each in blocks if not isinstance(each, Paragraph | Listing | Table))
        return {each.title: ShownPlot(each.title, each) for each in plots}

    @property
    def data(self) -> dict[str, Any]:
        """The whole brief as plain data, as `--format json` writes it."""
        from gobetween.rendering.brief_json import brief_json

        return brief_json(self.value)

    @property
    def html(self) -> str:
        """The brief as one self-contained page."""
        from gobetween.rendering.html import render_html

        return render_html(self.value)

    @property
    def text(self) -> str:
        """The brief as plain text."""
        from gobetween.rendering.terminal import render_terminal

        return render_terminal(self.value, width=WIDTH, colour=False)

    @property
    def markdown(self) -> str:
        """The brief as Markdown."""
        from gobetween.rendering.markdown import render_markdown

        return render_markdown(self.value)

    @property
    def one_page(self) -> ShownBrief:
        """The brief cut down to one sheet."""
        from gobetween.briefs.one_page import one_page

        return ShownBrief(one_page(self.value), self.notes)

    def save(self, path: str | Path) -> Path:
        """Writes the brief to a file, in the form that its name says: .html, .md, .docx, .pdf, .txt or .json; gives the path.

        Raises:
            InvalidCase: it is no path, or empty.
            UnknownForm: the name ends in none of these.
            MissingPart: the form needs a part that is not installed.
            NotWritten: the file cannot be written there.
        """
        path = place(path)
        made = SAVED_AS.get(path.suffix.lower())
        if made is None:
            given = f"'{path.suffix}' is the ending of no form of a brief" if path.suffix else f"'{path}' does not say in which form"
            raise UnknownForm(f"{given}; name a file that ends in one of: {', '.join(SAVED_AS)}")
        content = made(self)
        try:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        except OSError as error:
            raise NotWritten(f"'{path}' cannot be written: {error.strerror or error}") from error
        return path

    def __repr__(self) -> str:
        return f"<brief of {self.title!r} for {self.value.audience}; try .text, .html, .tables, .plots, .save('brief.html')>"

    def _repr_html_(self) -> str:
        return framed(self.html, self.title)

    def __str__(self) -> str:
        return self.text


def _as_docx(brief: ShownBrief) -> bytes:
    from gobetween.rendering.docx import render_docx

    return render_docx(brief.value)


def _as_pdf(brief: ShownBrief) -> bytes:
    from gobetween.rendering.pdf import render_pdf

    return render_pdf(brief.value).data


def _as_json(brief: ShownBrief) -> str:
    from gobetween.rendering.brief_json import brief_text

    return brief_text(brief.value)


SAVED_AS: dict[str, Callable[[ShownBrief], str | bytes]] = {
    ".html": lambda brief: brief.html,
    ".htm": lambda brief: brief.html,
    ".md": lambda brief: brief.markdown,
    ".docx": _as_docx,
    ".pdf": _as_pdf,
    ".txt": lambda brief: brief.text,
    ".json": _as_json,
}
"""What a brief is written as, by the ending of the file."""


@frozen(repr=False)
class ShownAnswer:
    """The engine's answer to one question; `result` is exact, in whole numbers and fractions."""

    value: Answer = field(repr=False)
    notes: tuple[str, ...] = ()

    @property
    def result(self) -> object:
        """The question's own result, a value of plain fields (see docs/reference/engine-answers.md)."""
        return self.value.result

    @property
    def essence(self) -> list[str]:
        """The answer in a sentence or two."""
        return [cell.text for cell in self.value.essence]

    @property
    def tables(self) -> dict[str, list[Row]]:
        """Its tables by title, each as rows of plain text."""
        return self._brief.tables

    @property
    def data(self) -> dict[str, Any]:
        """The answer as plain data, as `--format json` writes it."""
        from gobetween.rendering.answer_json import answer_json

        return answer_json(self.value)

    @property
    def svg(self) -> str:
        """Its plot, with what every copy must say under it; the answer in words where there is nothing to draw."""
        from gobetween.rendering.svg.answers import answer_svg

        return answer_svg(self.value)

    @property
    def html(self) -> str:
        """The answer as one self-contained page."""
        return self._brief.html

    @property
    def text(self) -> str:
        """The answer as plain text."""
        from gobetween.rendering.answers import answer_text

        return answer_text(self.value, width=WIDTH, colour=False)

    @property
    def _brief(self) -> ShownBrief:
        answer = self.value
        assuming = f", assuming {', '.join(answer.assumptions)}" if answer.assumptions else ""
        section = Section("answer", answer.question.capitalize(), blocks=answer.blocks)
        brief = Brief(
            answer.case,
            answer.audience,
            subtitle=f"{answer.question.capitalize()}{assuming}",
            as_of=answer.as_of,
            notices=answer.notices,
            essence=answer.essence,
            sections=(section,) if answer.blocks else (),
        )
        return ShownBrief(brief, self.notes)

    def __repr__(self) -> str:
        return f"<{self.value.question} of {self.value.case!r}: {' '.join(self.essence)}>"

    def _repr_html_(self) -> str:
        return framed(self.html, self.value.case)

    def __str__(self) -> str:
        return self.text


def framed(page: str, title: str) -> str:
    """A page within a page: what it holds can neither run nor reach anything outside its frame."""
    return (
        f'<iframe sandbox title="{escape(title, quote=True)}" srcdoc="{escape(page, quote=True)}" '
        f'style="width:100%;height:{HEIGHT}px;border:1px solid #ccc"></iframe>'
    )


def _tables(sections: tuple[Section, ...]) -> list[Table]:
    blocks = (block for section in sections for block in section.blocks if not isinstance(block, Paragraph | Listing))
    return [block if isinstance(block, Table) else block.table for block in blocks]
