"""Lines of a YAML text as its writer sees them: indentation, dash, key, words; read without a parser, as it may have given up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from operator import itemgetter

from attrs import field, frozen

_LINE = re.compile(
    r"(?P<lead> *(?:-(?: +|$))*)(?:(?P<key>[^\s#'\"\[\]{},&*!|>%@`:-](?:[^:#]|:(?=\S))*?)(?P<colon>(?<=\S) *:(?: +|$)))?(?P<value>.*)"
)
_CLOSERS = {"[": "]", "{": "}"}
_BLOCK = re.compile(r"[|>][-+0-9]*(?: +#.*)?")


@frozen
class Line:
    """One line: `lead` is its indentation with its dashes, `value` what follows its key, or all of it where it has none."""

    number: int
    written: str
    lead: str
    key: str
    colon: str
    value: str

    @property
    def is_empty(self) -> bool:
        """Whether it is blank or a comment."""
        return not self.written.strip() or self.written.lstrip().startswith("#")

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.written) - len(self.written.lstrip(" "))

    @property
    def has_dash(self) -> bool:
        """Whether it begins an entry of a list."""
        return "-" in self.lead

    @property
    def begins_block(self) -> bool:
        """Whether it begins a block of words, with `|` or `>`."""
        return _BLOCK.fullmatch(self.value.rstrip()) is not None

    @property
    def value_at(self) -> int:
        """The column of its value."""
        return len(self.written) - len(self.value)

    @property
    def words(self) -> str:
        """Its value without a comment and without blanks at the end."""
        return re.sub(r"(?:^|\s)#.*", "", self.value).rstrip() if self.value[:1] not in "'\"" else self.value.rstrip()

    def with_value(self, value: str) -> str:
        """The line with another value."""
        return self.written[: self.value_at] + value


@frozen
class Column:
    """A column in which an entry of a list, or a key, may begin; `line` is where the last one did."""

    at: int
    line: int
    name: str
    is_dash: bool


@frozen
class Lines:
    """All lines of a text."""

    all: tuple[Line, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of a text, ended as YAML ends them."""
        return cls(tuple(_line(number, written.rstrip("\r")) for number, written in enumerate(text.split("\n"))))

    def with_lines(self, changed: Mapping[int, str]) -> str:
        """The text with some lines changed."""
        return "\n".join(changed.get(line.number, line.written) for line in self.all)

    def end_of_block(self, number: int) -> int:
        """The last line of those that belong under a line, being indented further."""
        indent, end = len(self.all[number].lead), number
        for line in self.all[number + 1 :]:
            if not line.is_empty:
                if line.indent <= min(indent, self.all[number].indent):
                    break
                end = line.number
        return end

    def before(self, number: int) -> Line | None:
        """The last line above one that is neither blank nor a comment."""
        return next((self.all[at] for at in range(number - 1, -1, -1) if not self.all[at].is_empty), None)

    def after(self, number: int) -> Line | None:
        """The next line below one that is neither blank nor a comment."""
        return next((self.all[at] for at in range(number + 1, len(self.all)) if not self.all[at].is_empty), None)

    def columns(self, number: int) -> tuple[Column, ...]:
        """Where entries and keys that are still open above a line begin, the outermost first."""
        above = bisect_left(self._openings, number, key=itemgetter(0))
        return self._openings[above - 1][1] if above else ()

    @cached_property
    def _openings(self) -> tuple[tuple[int, tuple[Column, ...]], ...]:
        """For each line that begins an entry or has a key its number, and the columns that are open below it; in one pass."""
        open_columns: list[Column] = []
        openings: list[tuple[int, tuple[Column, ...]]] = []
        for line in self.of_structure(len(self.all)):
            if not (line.key or line.has_dash):
                continue
            while open_columns and open_columns[-1].at > line.indent:
                open_columns.pop()
            dashes = [place for place, sign in enumerate(line.lead) if sign == "-"]
            if not dashes and open_columns and open_columns[-1].is_dash and open_columns[-1].at == line.indent:
                open_columns.pop()
            found = [Column(place, line.number, "-", is_dash=True) for place in dashes]
            if line.key:
                found.append(Column(len(line.lead), line.number, line.key, is_dash=False))
            taken = {(each.at, each.is_dash) for each in found}
            open_columns = [each for each in open_columns if (each.at, each.is_dash) not in taken] + found
            openings.append((line.number, tuple(open_columns)))
        return tuple(openings)

    def of_structure(self, end: int) -> Iterator[Line]:
        """Lines that are neither blank nor comments nor within a block of words."""
        block: int | None = None
        for line in self.all[:end]:
            if line.is_empty or (block is not None and line.indent > block):
                continue
            block = None
            yield line
            block = line.indent if line.begins_block else None


@frozen
class Bracket:
    """A bracket that is open, and where it was opened."""

    sign: str
    line: int
    column: int

    @property
    def closer(self) -> str:
        """What closes it."""
        return _CLOSERS[self.sign]


@frozen
class Brackets:
    """What a stretch of lines leaves open, or closes wrongly."""

    open: tuple[Bracket, ...]
    crossed: tuple[Bracket, int, int] | None = None  # a bracket that another kind closes, and where
    surplus: tuple[int, int] | None = None  # where there is one that closes nothing
    ended: tuple[int, int] | None = None  # where the outermost was closed


def brackets_in(lines: Lines, first: int, last: int) -> Brackets:
    """The brackets of the value of a line and, if they are not closed in it, of the lines below it."""
    stack: list[Bracket] = []
    ended: tuple[int, int] | None = None
    for line in lines.all[first : last + 1]:
        for column, sign in _signs(line.written, line.value_at if line.number == first else 0):
            if sign in _CLOSERS and ended is None:
                stack.append(Bracket(sign, line.number, column))
            elif sign in "]}":
                if not stack:
                    return Brackets((), surplus=(line.number, column), ended=ended)
                if stack[-1].closer != sign and sign not in (each.closer for each in stack):
                    return Brackets(tuple(stack), surplus=(line.number, column))
                if stack[-1].closer != sign:
                    return Brackets(tuple(stack), crossed=(stack[-1], line.number, column))
                stack.pop()
                ended = ended or (None if stack else (line.number, column))
    return Brackets(tuple(stack), ended=ended)


def _signs(written: str, begin: int) -> Iterator[tuple[int, str]]:
    """The brackets of a line outside quotation marks and comments."""
    place = begin
    while place < len(written):
        sign = written[place]
        if sign in "'\"" and written[begin:place].rstrip()[-1:] in ("", "[", "{", ",", ":"):
            end = end_of_quote(written, place)
            place = len(written) if end is None else end
            continue
        if sign == "#" and written[place - 1 : place] in ("", " "):
            return
        if sign in "[]{}":
            yield place, sign
        place += 1


def end_of_quote(written: str, begin: int) -> int | None:
    """The column after the quotation mark that closes the one at `begin`; `None` if it stays open in this line."""
    mark, place = written[begin], begin + 1
    while place < len(written):
        if written[place] == "\\" and mark == '"':
            place += 2
        elif written[place] != mark:
            place += 1
        elif mark == "'" and written[place + 1 : place + 2] == "'":
            place += 2
        else:
            return place + 1
    return None


def _line(number: int, written: str) -> Line:
    match = _LINE.match(written)
    assert match is not None  # every part of the pattern may be empty
    return Line(number, written, match["lead"], match["key"] or "", match["colon"] or "", match["value"])
