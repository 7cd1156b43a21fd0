"""What is wrong with a line if its change helps: a remedy, to be tried."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from gobetween.casefiles.decoding.slips.lines import Line, Lines


@frozen
class Remedy:
    """What is wrong if the changed text helps; `is_sure` if the change then leaves what was meant as it was written."""

    line: int
    said: str
    text: str
    is_sure: bool = True


Remedies = Iterator[Remedy]


def quote(words: str) -> str:
    """The words in quotation marks."""
    return "'" + words.replace("'", "''") + "'"


def in_line(lines: Lines, line: Line, said: str, written: str, *, is_sure: bool = True) -> Remedy:
    """The remedy that changes one line alone."""
    return Remedy(line.number, said, lines.with_lines({line.number: written}), is_sure)
