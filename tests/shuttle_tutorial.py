"""Runs the tutorial of the shuttle: every command in its boxes, in order, in one store; and writes what they print under them.

In a `console` box, a line that begins with `$ ` is a command, what follows up to the next is what it prints. `$ export NAME=VALUE`
sets a variable, `$ cat > FILE <<END` writes a file with the lines up to `END`. After `(refused)` the command ended with exit code 2.
`<!-- what each now has -->` is followed by a table that the test writes: which lines came into whose book since the table before.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from pathlib import Path

import click
from attrs import define, field
from click.testing import CliRunner

from gobetween.bootstrap.live_talks import LiveTalks
from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main
from gobetween.cli.live.desks import words_of
from gobetween.cli.services.talks import TalksPlace
from gobetween.model.errors import GobetweenError
from gobetween.protocols.acts import Act
from gobetween.record.entries import Line

ACTORS = ("union", "employers", "conciliator", "harbour-master", "shipping-line")
MARK = "<!-- what each now has -->"
_BOX = re.compile(r"```console\n(.*?)```", re.DOTALL)


class TutorialWorkshop(Workshop):
    """A workshop whose random ids are counted, so that the same commands always print the same."""

    def __init__(self) -> None:
        super().__init__()
        self.handles, self.entries = count(1), count(1)

    @property
    def talks(self) -> LiveTalks:
        return LiveTalks(
            new_entry_id=lambda: f"{next(self.entries):016x}",
            new_handle=lambda: f"h{next(self.handles)}",
        )


@define
class Tutorial:
    """The tutorial as it is run: in a folder, in a store."""

    folder: Path
    workshop: TutorialWorkshop = field(factory=TutorialWorkshop)
    seen: dict[str, int] = field(factory=dict)

    def page(self, source: str) -> str:
        """The page with everything that is printed put in anew."""
        parts = re.split(rf"({_BOX.pattern.replace('(.*?)', '.*?')}|{MARK}\n\n(?:\|[^\n]*\n)*\n?)", source, flags=re.DOTALL)
        return "".join(self._part(part) for part in parts)

    def _part(self, part: str) -> str:
        if part.startswith("```console"):
            return "```console\n" + "".join(self._command(lines) for lines in _commands(part)) + "```"
        if part.startswith(MARK):
            return f"{MARK}\n\n{self._table()}\n"
        return part

    def _command(self, lines: list[str]) -> str:
        first = lines[0]
        if first.startswith("$ export "):
            name, _, value = first.removeprefix("$ export ").partition("=")
            os.environ[name] = value
            return first + "\n"
        if first.startswith("$ cat > "):
            target, _, end = first.removeprefix("$ cat > ").partition(" <<")
            text = lines[1 : lines.index(end)]
            (self.folder / target).write_text("\n".join(text) + "\n", encoding="utf-8")
            return "\n".join([first, *text, end]) + "\n"
        written = [first, *_continued(lines)]
        code, printed = self.run(shlex.split(" ".join(line.rstrip("\\") for line in written).removeprefix("$ gobetween ")))
        refused = "(refused)\n" if code else ""
        return "\n".join(written) + "\n" + (printed if printed.endswith("\n") or not printed else printed + "\n") + refused

    def run(self, words: list[str]) -> tuple[int, str]:
        """One command: its exit code and what it prints."""
        done = CliRunner().invoke(main, words, obj=self.workshop, standalone_mode=False)
        if isinstance(done.exception, click.ClickException):
            return done.exception.exit_code, f"Error: {done.exception.format_message()}"
        if isinstance(done.exception, GobetweenError):
            return 2, f"{done.output}gobetween: {done.exception}"
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, "\n".join(line.rstrip() for line in done.output.splitlines()) + "\n"

    def _table(self) -> str:
        """Which lines came into whose book: a row a line, a column an actor."""
        rows: dict[str, dict[str, str]] = {}
        for actor in ACTORS:
            lines = self.workshop.talks.history(TalksPlace("harbour", os.environ["GOBETWEEN_STORE"]), actor)
            for line, act in lines[self.seen.get(actor, self._opened(lines)) :]:
                rows.setdefault(line.entry.id, {})[actor] = words_of(act)
            self.seen[actor] = len(lines)
        head = f"| {' | '.join(ACTORS)} |\n|{'---|' * len(ACTORS)}\n"
        body = "".join(f"| {' | '.join(rows[entry].get(actor, '') for actor in ACTORS)} |\n" for entry in sorted(rows))
        return head + body

    def _opened(self, lines: Sequence[tuple[Line, Act]]) -> int:
        """How many lines the opening wrote: those before the first that an actor wrote."""
        return next((place for place, (line, _) in enumerate(lines) if line.entry.author != "keeper"), len(lines))


def _commands(box: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in box.removeprefix("```console\n").removesuffix("```").splitlines():
        if line.startswith("$ ") and lines:
            yield lines
            lines = []
        lines.append(line)
    yield lines


def _continued(lines: list[str]) -> list[str]:
    """The lines on which a command goes on: each one before ends with a backslash."""
    found = []
    for before, line in pairwise(lines):
        if not before.endswith("\\"):
            break
        found.append(line)
    return found
