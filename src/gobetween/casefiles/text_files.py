r"""Texts as files that a person writes by hand: Markdown with a few meanings.

    # Working text on the strait                 the title, once, at the beginning
    ## toll (issue: toll; options: half, none)   a clause by its id; what it is bound to, if to anything
    The toll for every ship is                   its words
    - half of what it was                        a bracket: one line for each alternative, one alone is in or out
    - nothing
    > North reads it as ships above 100 tons.    a reading of wording that is ambiguous on purpose
    # Annex: Timetable                           the clauses that follow stand in this annex

Lines in a row are one paragraph, an empty line begins another. A line of words that begins with `#`, `-`, `>` or `\` has a `\`
before it; one that begins with two blanks goes on with the alternative or reading above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from gobetween.model.errors import InvalidCase
from gobetween.model.proposals import Alternative, Clause
from gobetween.protocols.wordings import Wording

_CLAUSE = re.compile(r"##\s+(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\s*(?:\((?P<bound>[^()]*)\))?\s*")
_ANNEX = "# Annex:"
_MARKS = ("#", "-", ">", "\\")


@define
class _Clause:
    """A clause while its lines are read; the last line of words decides what an empty one means."""

    id: str
    issue: str | None
    terms: frozenset[str]
    annex: str | None
    paragraphs: list[str] = field(factory=list)
    alternatives: list[str] = field(factory=list)
    readings: list[str] = field(factory=list)
    is_broken: bool = True  # the next line of words begins a paragraph
    going_on: list[str] | None = None

    def clause(self) -> Clause:
        return Clause(
            "\n".join(self.paragraphs),
            issue=self.issue,
            alternatives=tuple(Alternative(each) for each in self.alternatives),
            id=self.id,
            readings=tuple(self.readings),
            annex=self.annex,
            terms=self.terms,
        )


@define
class _Reader:
    """Takes in a file line by line; keeps every fault, with its line."""

    file: str
    title: str = ""
    annexes: list[str] = field(factory=list)
    clauses: list[_Clause] = field(factory=list)
    begun: dict[str, int] = field(factory=dict)
    faults: list[str] = field(factory=list)

    def fault(self, number: int, text: str) -> None:
        self.faults.append(f"{self.file}:{number}: {text}")

    def take(self, number: int, line: str) -> None:
        if line.startswith("##"):
            self.begin(number, line)
        elif line.startswith("#"):
            self.head(number, line)
        elif not line.strip():
            for clause in self.clauses[-1:]:
                clause.is_broken, clause.going_on = True, None
        elif not self.clauses:
            self.fault(number, "found words before the first clause; begin one with '## ' and an id, like '## toll'")
        else:
            self.fill(number, line, self.clauses[-1])

    def head(self, number: int, line: str) -> None:
        annex = line.removeprefix(_ANNEX).strip() if line.startswith(_ANNEX) else None
        title = line.lstrip("#").strip()
        if annex is None and (self.title or not title):
            self.fault(
                number, "found a second title, or an empty one; a text has one title, an annex begins with '# Annex: ' and its own"
            )
        elif annex is None:
            self.title = title
        elif not annex or annex in self.annexes:
            self.fault(number, "an annex has a title of its own: '# Annex: Timetable'")
        else:
            self.annexes.append(annex)

    def begin(self, number: int, line: str) -> None:
        match = _CLAUSE.fullmatch(line)
        if match is None:
            self.fault(
                number, f"found '{line}'; a clause begins like '## toll (issue: toll; options: half, none)', its id in lower case"
            )
            return
        bound = dict(self.bindings(number, match["bound"] or ""))
        if match["id"] in self.begun:
            self.fault(number, f"the clause '{match['id']}' was begun in line {self.begun[match['id']]} already; give each its own id")
        self.begun.setdefault(match["id"], number)
        terms = frozenset(each.strip() for each in bound.get("options", "").split(",") if each.strip())
        annex = self.annexes[-1] if self.annexes else None
        self.clauses.append(_Clause(match["id"], bound.get("issue"), terms, annex))

    def bindings(self, number: int, text: str) -> Iterator[tuple[str, str]]:
        for part in filter(None, (each.strip() for each in text.split(";"))):
            key, colon, value = (each.strip() for each in part.partition(":"))
            if not colon or not value or key not in ("issue", "options"):
                self.fault(number, f"found '{part}'; a clause is bound with 'issue: ID' and 'options: ID, ID'")
            else:
                yield key, value

    def fill(self, number: int, line: str, clause: _Clause) -> None:
        words = " ".join(line.split())
        if line.startswith("  ") and clause.going_on:
            clause.going_on[-1] += f" {words}"
        elif line.startswith(("-", ">")):
            self.point(number, words, clause)
        elif clause.alternatives:
            self.fault(number, "found words after the alternatives; a bracket ends its clause: begin another clause with '## '")
        else:
            said = words.removeprefix("\\")
            if clause.is_broken:
                clause.paragraphs.append(said)
            else:
                clause.paragraphs[-1] += f" {said}"
            clause.is_broken, clause.going_on = False, None

    def point(self, number: int, words: str, clause: _Clause) -> None:
        said = words[1:].strip()
        if not said:
            self.fault(number, "found an empty line of a bracket or a reading; write its words, or take it out")
            return
        clause.going_on = clause.alternatives if words[0] == "-" else clause.readings
        clause.going_on.append(said)


def parse_text(content: str, file: str) -> Wording:
    """The text that a file says; `file` is the name that faults give.

    Raises:
        InvalidCase: it cannot be read as a text; every fault is told with its line and remedy.
    """
    reader = _Reader(file)
    for number, line in enumerate(content.splitlines(), start=1):
        reader.take(number, line)
    if not reader.title:
        reader.fault(1, "the text has no title; begin with '# ' and its title")
    if not reader.clauses:
        reader.fault(1, "the text has no clause; begin one with '## ' and an id, like '## toll'")
    for each in reader.clauses:
        if not each.paragraphs and not each.alternatives:
            reader.fault(reader.begun[each.id], f"the clause '{each.id}' says nothing; write its words, or take it out")
    if reader.faults:
        raise InvalidCase(f"{file} cannot be read as a text", tuple(reader.faults))
    return Wording(reader.title, tuple(each.clause() for each in reader.clauses), annexes=tuple(reader.annexes))


def text_file(wording: Wording) -> str:
    """The text as a file; parsed again it is the same text, but for whose an alternative is, which no file says."""
    lines = [f"# {wording.name}", ""]
    begun: list[str] = []
    for clause in wording.clauses:
        while clause.annex is not None and clause.annex not in begun:
            begun.append(wording.annexes[len(begun)])
            lines += [f"{_ANNEX} {begun[-1]}", ""]
        lines += [*_lines(clause), ""]
    for annex in wording.annexes[len(begun) :]:
        lines += [f"{_ANNEX} {annex}", ""]
    return "\n".join(lines)


def _lines(clause: Clause) -> Iterator[str]:
    bound = [f"issue: {clause.issue}"] if clause.issue else []
    bound += [f"options: {', '.join(sorted(clause.terms))}"] if clause.terms else []
    yield f"## {clause.id}" + (f" ({'; '.join(bound)})" if bound else "")
    for number, paragraph in enumerate(clause.text.splitlines()):
        if number:
            yield ""
        yield f"\\{paragraph}" if paragraph.startswith(_MARKS) else paragraph
    yield from (f"- {each.text}" for each in clause.alternatives)
    yield from (f"> {each}" for each in clause.readings)
