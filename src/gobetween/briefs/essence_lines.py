"""How a line of the essence is put together: a word in front, what it says, and all that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gobetween.briefs.blocks import Cell
from gobetween.briefs.phrasing import sentence


def line_about(about: str, text: str, cells: Iterable[Cell] = ()) -> Iterator[Cell]:
    """One line that gathers what the cells rest on; none if there is nothing to say."""
    if not text:
        return
    kept = tuple(cells)
    citations = tuple(dict.fromkeys(citation for cell in kept for citation in cell.citations))
    marks = tuple(dict.fromkeys(mark for cell in kept for mark in cell.marks))
    yield Cell(f"{about}: {sentence(text)}", citations, marks=marks)
