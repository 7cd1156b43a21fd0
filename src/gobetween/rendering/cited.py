"""Which numbers stand behind a line, and which words: citations gathered by source, in the order of the sources list."""

from __future__ import annotations

import re

from attrs import evolve, field, frozen

from gobetween.briefs.blocks import Brief, Cell, GainsPlot, Listing, Mark, Paragraph, Table

# `Pressure`, `Moved, Terminal Employers`
_WORD = r"[^:.;“”\"«»\n]"
_LED = re.compile(rf"([^\W\d_](?:{_WORD}{{2,30}}|{_WORD}{{2,30}}, {_WORD}{{2,60}})): +(?=\S)")

_AROUND = " \"'“”‘’«»„.,;:…-–—"  # what stands around words without being part of what they say

IN_COMMON = "Every entry below:"
"""What stands before marks that all entries of a table have."""

LONGEST_NAME = 90  # letters of what a row is about; more are sentences

LEAST_MARKED_ALIKE = 4  # cells; of fewer, each shows its own marks

EXCERPT = 160  # characters of cited words that a terminal shows

MEANINGS: dict[Mark, str] = {
    Mark.REPORTED: "a source says so; not a fact established here",
    Mark.READ: "found in the reports by rules; no person has checked it yet",
    Mark.DOUBTFUL: "such a reading is often wrong; judge it by its words",
    Mark.PROPOSED: "proposed by a language model that quoted these words; no person has accepted it",
    Mark.CONFIRMED: "a person compared it with its words and found it right",
    Mark.CHANGED: "a person compared it with its words and put it right",
    Mark.COMPUTED: "worked out from other lines of this brief",
    Mark.ASSUMED: "chosen by the authors of this brief; no party supplied or endorsed it",
    Mark.ENTRUSTED: "told in confidence to those whom this brief addresses",
    Mark.NOT_PUBLIC: "only some hold it; not for passing on",
    Mark.INFERRED: "concluded from context; the words do not say it outright",
    Mark.CONTESTED: "sources or parties contradict one another",
    Mark.ALLEGED: "a claim about another's motive or conduct",
}

SHORT: dict[Mark, str] = {  # where room is dear; all others are short themselves
    Mark.READ: "by rules",
    Mark.PROPOSED: "by a model",
    Mark.CONFIRMED: "confirmed",
    Mark.CHANGED: "changed",
}


@frozen
class Cited:
    """One source behind a line: the number shown, the words cited from it, and whether the sources list has it."""

    number: str
    words: tuple[str, ...]
    is_listed: bool = field(kw_only=True)


@frozen
class Numbering:
    """The numbers of a brief's sources by their ids."""

    numbers: dict[str, int]

    @classmethod
    def of(cls, brief: Brief) -> Numbering:
        """The numbering that the brief's own sources list gives."""
        return cls({source.id: source.number for source in brief.sources})

    def cited(self, cell: Cell) -> tuple[Cited, ...]:
        """The sources of a cell, each once, lowest number first; one that is not listed shows its id.

        Words that the cell says itself, or that stand within longer words from the same source, are left out.
        """
        words: dict[str, list[str]] = {}
        for citation in cell.citations:
            words.setdefault(citation.source, []).append(citation.words.strip())
        ordered = sorted(words, key=lambda source: (self.numbers.get(source, len(self.numbers) + 1e9), source))
        return tuple(
            Cited(
                str(self.numbers.get(source, source)),
                _telling(words[source], f"{cell.text} {cell.detail}"),
                is_listed=source in self.numbers,
            )
            for source in ordered
        )


def _telling(words: list[str], text: str) -> tuple[str, ...]:
    kept = [one for one in dict.fromkeys(words) if _bare(one) and _bare(one) not in _bare(text)]
    return tuple(one for one in kept if not any(_bare(one) in _bare(other) for other in kept if len(_bare(other)) > len(_bare(one))))


def _bare(words: str) -> str:
    return " ".join(words.split()).strip(_AROUND).casefold()


def excerpt(words: str, length: int = EXCERPT) -> str:
    """The beginning of `words`, cut between two words if it is longer than `length`."""
    if len(words) <= length:
        return words
    cut = words[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut) + "…"


def led(text: str) -> tuple[str, str]:
    """The words before the first colon if they can stand as a label, and the rest; without a label, all is the rest."""
    found = _LED.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def marks_used(brief: Brief) -> tuple[Mark, ...]:
    """The marks that a brief shows anywhere, in the order of their definition."""
    used = {mark for cell in cells(brief) for mark in cell.marks}
    used |= {mark for section in brief.sections for block in section.blocks if isinstance(block, GainsPlot) for mark in block.marks}
    return tuple(mark for mark in Mark if mark in used)


def marks_in_common(table: Table) -> tuple[tuple[Mark, ...], Table]:
    """The marks that all cells beside the first column have, where there are several of them, and the table without these."""
    marked = [cell.marks for row in table.rows for cell in row[1:] if cell.text]
    if len(marked) < LEAST_MARKED_ALIKE:
        return (), table
    common = tuple(mark for mark in marked[0] if all(mark in marks for marks in marked))
    if not common:
        return (), table
    rows = (
        (*row[:1], *(evolve(cell, marks=tuple(mark for mark in cell.marks if mark not in common)) for cell in row[1:]))
        for row in table.rows
    )
    return common, evolve(table, rows=tuple(rows))


def has_names_first(table: Table) -> bool:
    """Whether the first column names what the rows are about, so that it may stand out; whole sentences would be hard to read so."""
    return len(table.columns) > 1 and all(len(row[0].text) <= LONGEST_NAME for row in table.rows)


def cells(brief: Brief) -> tuple[Cell, ...]:
    """Every cell of a brief in reading order."""
    found = list(brief.essence)
    for section in brief.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                found.append(block.cell)
            elif isinstance(block, Listing):
                found.extend(block.cells)
            else:
                table = block if isinstance(block, Table) else block.table
                found.extend(cell for row in table.rows for cell in row)
    return tuple(found)
