"""Lines of a page on a terminal: wrapped text, hanging indents, notices in boxes, cells with numbers and marks."""

from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from gobetween.briefs.blocks import Cell, Mark
from gobetween.rendering.cited import SHORT, Numbering, excerpt, led

STYLES = {
    "title": "bold",
    "heading": "bold cyan",
    "subheading": "bold",
    "lead": "italic",
    "quiet": "dim",
    "mark": "magenta",
    "warning": "bold yellow",
    "number": "cyan",
    "body": "",
}
LOUD = {Mark.ASSUMED, Mark.CONTESTED, Mark.ALLEGED, Mark.ENTRUSTED, Mark.NOT_PUBLIC}


class Page:
    """A page that grows line by line; no line is wider than `width`."""

    def __init__(self, width: int, numbering: Numbering, *, colour: bool) -> None:
        self.width = width
        self.numbering = numbering
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},
        )
        self._words_shown: set[tuple[str, str]] = set()

    def text(self) -> str:
        """All lines so far, ending in one newline."""
        return self._out.getvalue().strip("\n") + "\n"

    def forget_words(self) -> None:
        """Let cited words be shown again: a new section begins."""
        self._words_shown.clear()

    def gap(self, lines: int = 1) -> None:
        """Empty lines."""
        self._out.write("\n" * lines)

    def rule(self, character: str) -> None:
        """A line across the page."""
        self._put([Text(character * self.width, STYLES["quiet"])])

    def line(self, text: str, style: str) -> None:
        """A text over the whole width."""
        self._put(self.wrap(Text(text, STYLES[style]), self.width))

    def hanging(self, start: str, text: str, style: str) -> None:
        """A text whose lines stand to the right of its `start`."""
        self._hang(Text(start, STYLES["number"]), Text(text, STYLES[style]))

    def notice(self, text: str) -> None:
        """A text that must not be overlooked: a bar beside every line."""
        self.gap()
        bar = Text("┃ ", STYLES["warning"])
        lines = self.wrap(Text(text, STYLES["warning"]), self.width - 2)
        self._put([bar + line for line in lines])

    def paragraph(self, cell: Cell) -> None:
        """A cell as a paragraph, its cited words below."""
        self._put(self.wrap(self.cell_text(cell), self.width))
        self.detail_and_words((cell,), "  ")

    def point(self, cell: Cell) -> None:
        """A cell as a point of a list."""
        self._hang(Text("• "), self.cell_text(cell))
        self.detail_and_words((cell,), "  ")

    def essential(self, cell: Cell) -> None:
        """A cell as a point of the essence: its label set off, no cited words."""
        text = self.cell_text(cell)
        text.stylize("bold", 0, len(led(cell.text)[0]))
        self._hang(Text("• "), text)
        if cell.detail:
            self._hang(Text("  "), Text(cell.detail, STYLES["quiet"]))

    def cell_text(self, cell: Cell) -> Text:
        """A cell in one line: text, numbers of its sources, marks."""
        text = Text(cell.text)
        numbers = ", ".join(cited.number for cited in self.numbering.cited(cell))
        if numbers:
            text.append(f" [{numbers}]" if cell.text else f"[{numbers}]", STYLES["number"])
        return text + _marked(cell.marks)

    def marks(self, text: str, marks: tuple[Mark, ...]) -> None:
        """Marks on a line of their own, after words that say what they are of."""
        self._put(self.wrap(Text(text, STYLES["quiet"]) + _marked(marks), self.width))

    def detail_and_words(self, cells: tuple[Cell, ...], indent: str, *, details: bool = True) -> None:
        """The details of cells, and the words that their citations quote, each once a section."""
        for cell in cells:
            if details and cell.detail:
                self._hang(Text(indent), Text(cell.detail, STYLES["quiet"]))
        for cell in cells:
            for cited in self.numbering.cited(cell):
                for quoted in cited.words:
                    self._quote(cited.number, quoted, indent)

    def _quote(self, number: str, words: str, indent: str) -> None:
        if (number, words) in self._words_shown:
            return
        self._words_shown.add((number, words))
        self._hang(Text(f"{indent}[{number}] ", STYLES["number"]), Text(f"“{excerpt(words)}”", STYLES["quiet"]))

    def wrap(self, text: Text, width: int) -> list[Text]:
        """`text` in lines of at most `width` columns; a word that is longer is broken."""
        return list(text.wrap(self._console, max(width, 2), overflow="fold"))

    def put_columns(self, columns: list[list[Text]], widths: list[int], gap: str) -> None:
        """Wrapped columns side by side."""
        lines = []
        for index in range(max(map(len, columns))):
            line = Text()
            for column, width in zip(columns, widths, strict=True):
                part = column[index] if index < len(column) else Text()
                line += part
                line.append(" " * (width - cell_len(part.plain)) + gap)
            line.rstrip()
            lines.append(line)
        self._put(lines)

    def _hang(self, start: Text, text: Text) -> None:
        indent = min(cell_len(start.plain), self.width // 2)
        first, *rest = self.wrap(text, self.width - indent) or [Text()]
        if cell_len(start.plain) > indent:
            self._put(self.wrap(start, self.width))
            start = Text(" " * indent)
        self._put([start + first, *(Text(" " * indent) + line for line in rest)])

    def _put(self, lines: list[Text]) -> None:
        for line in lines:
            line.rstrip()
            self._console.print(line, soft_wrap=True)


def _marked(marks: tuple[Mark, ...]) -> Text:
    text = Text()
    for mark in marks:
        text.append(f" ‹{SHORT.get(mark, mark)}›", STYLES["warning" if mark in LOUD else "mark"])
    return text
