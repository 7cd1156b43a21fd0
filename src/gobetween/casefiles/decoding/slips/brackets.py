"""Remedies for brackets, and for what stands within them."""

from __future__ import annotations

import re

from gobetween.casefiles.decoding.slips.lines import Line, Lines, brackets_in
from gobetween.casefiles.decoding.slips.remedies import Remedies, Remedy, in_line
from gobetween.casefiles.decoding.slips.structure import space_after

_LONGEST_FLOW = 40  # lines that one bracket may reasonably span
_GLUED_IN_FLOW = re.compile(r"(?<=[{, ])(?P<key>[A-Za-z_][\w-]*):(?=[\[{'\"\w])")
_KEY_WITHIN = re.compile(r"(?<=[^\s,{\[:])(?P<gap> *)(?<![\w-])(?P<key>[A-Za-z_][\w-]*): ")


def cut_off(lines: Lines, line: Line) -> Remedies:
    """A bracket whose closing half stands in what is read as a comment."""
    place = line.written.find(" #", line.value_at)
    opened = brackets_in(lines, line.number, line.number).open
    if place > 0 and opened and any(each.closer in line.written[place:] for each in opened):
        said = "' #' begins a comment, so the rest of this line is not read; put the words with it in quotation marks"
        yield in_line(lines, line, said, f"{line.written[:place]} .{line.written[place + 2 :]}", is_sure=False)


def unclosed_bracket(lines: Lines, line: Line) -> Remedies:
    """A bracket that is never closed, is closed by the wrong kind, or closes nothing."""
    found = brackets_in(lines, line.number, line.number)
    if found.crossed:
        bracket, number, column = found.crossed
        said = f"the bracket '{bracket.sign}' opened here is never closed; put '{bracket.closer}' before '{line.written[column]}'"
        written = lines.all[number].written
        yield Remedy(bracket.line, said, lines.with_lines({number: written[:column] + bracket.closer + written[column:]}))
    elif found.surplus and line.value[:1] in ("[", "{"):
        column = found.surplus[1]
        said = f"found '{line.written[column]}' with no bracket open before it; take it out"
        yield in_line(lines, line, said, line.written[:column] + line.written[column + 1 :])
    elif found.open:
        yield from _closing(lines, line)


def _closing(lines: Lines, line: Line) -> Remedies:
    """The bracket closed at the end of its line; if lines below it go on with it, at the end of the last of these."""
    end = lines.end_of_block(line.number)
    for last in dict.fromkeys((line.number, min(end, line.number + _LONGEST_FLOW))):
        still_open = brackets_in(lines, line.number, last).open
        if still_open:
            bracket, written = still_open[0], re.sub(r" +#.*", "", lines.all[last].written).rstrip()
            closers = "".join(each.closer for each in reversed(still_open))
            said = f"the bracket '{bracket.sign}' opened here is never closed; close it with '{bracket.closer}'"
            yield Remedy(bracket.line, said, lines.with_lines({last: written.rstrip(",") + closers}), is_sure=last == line.number)


def colon_in_flow(lines: Lines, line: Line) -> Remedies:
    """Within brackets a colon without a blank after it, or a key without a comma before it."""
    if line.written.find("{") < 0 and line.written.find("[") < 0:
        return
    if match := _GLUED_IN_FLOW.search(line.written):
        yield in_line(lines, line, space_after(match["key"]), f"{line.written[: match.end()]} {line.written[match.end() :]}")
    for match in _KEY_WITHIN.finditer(line.written, line.value_at):
        if match["gap"]:
            said = f"a comma is missing before '{match['key']}:'; if that is part of the words, put them in quotation marks"
            written = f"{line.written[: match.start('gap')]}, {line.written[match.start('key') :]}"
            yield in_line(lines, line, said, written, is_sure=False)
