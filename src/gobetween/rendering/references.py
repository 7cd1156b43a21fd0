"""Numbers with letters for what a line cites: `3b` is the second passage that a brief quotes from its source 3.

Forms without windows (paper, a word processor, Markdown) list the cited words once, under their source; the letters lead there.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from gobetween.briefs.blocks import Brief, Cell
from gobetween.rendering.cited import Numbering, cells

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@frozen
class Reference:
    """What a line shows for one passage, or for one source without words: `3b` or `3`, and the number it leads to."""

    label: str
    number: str


@frozen
class Quoted:
    """Words that a brief quotes, under the label that lines show."""

    label: str
    words: str


@frozen
class References:
    """All the passages that a brief quotes, by the number of their source, in the order in which it first needs them."""

    numbering: Numbering
    passages: dict[str, dict[str, str]]

    @classmethod
    def of(cls, brief: Brief) -> References:
        """The references of a brief."""
        numbering = Numbering.of(brief)
        passages: dict[str, dict[str, str]] = {}
        for cell in cells(brief):
            for cited in numbering.cited(cell):
                quoted = passages.setdefault(cited.number, {})
                for words in cited.words:
                    quoted.setdefault(words, cited.number + _letters(len(quoted)))
        return cls(numbering, passages)

    def behind(self, cell: Cell) -> tuple[Reference, ...]:
        """What a line shows of what it rests on: a label a passage, or the number alone where no words are quoted."""
        return tuple(
            Reference(label, cited.number)
            for cited in self.numbering.cited(cell)
            for label in [self.passages[cited.number][words] for words in cited.words] or [cited.number]
        )

    def quoted_from(self, number: str) -> tuple[Quoted, ...]:
        """What is quoted from a source, in the order of the letters."""
        return tuple(Quoted(label, words) for words, label in self.passages.get(number, {}).items())

    def unlisted(self) -> tuple[str, ...]:
        """The sources that lines cite and the brief's list does not have, by their ids."""
        listed = {str(number) for number in self.numbering.numbers.values()}
        return tuple(number for number in self.passages if number not in listed)


def in_brackets(references: tuple[Reference, ...]) -> str:
    """`[3a, 3b, 5]`; nothing if there are none."""
    return f"[{', '.join(each.label for each in references)}]" if references else ""


def _letters(place: int) -> str:
    """`a` to `z`, then `aa`, `ab`, ..."""
    return "".join(reversed(list(_spelled(place))))


def _spelled(place: int) -> Iterator[str]:
    while place >= 0:
        place, letter = divmod(place, len(_LETTERS))
        yield _LETTERS[letter]
        place -= 1
