"""Slips of the pen in YAML, in plain words: where the parser stops, likely remedies are tried, and one that helps is told.

A remedy helps if the parser, with it, gets past the line where it stopped (past its own line, where the line alone shows the slip);
so no slip is told on the look of a line alone. The text with the remedy is what further slips are looked for in. Where no remedy
helps, the parser's own words are told, and the entry is left out to go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from attrs import frozen

from gobetween.casefiles.decoding.slips.kinds import BY_KIND, evident
from gobetween.casefiles.decoding.slips.lines import Lines
from gobetween.casefiles.decoding.slips.remedies import Remedy

MOST_SLIPS = 20
_LONGEST_TEXT = 200_000  # what is longer, or has more or longer lines, nobody wrote by hand: the parser's words have to do
_MOST_LINES = 4_000
_LONGEST_LINE = 1_000
_LINES_ABOVE = 40  # how far above the line where the parser stops the slip is looked for
_MOST_TRIALS = 400


@frozen
class Complaint:
    """What the parser says where it stops; lines count from 0."""

    said: str
    line: int
    column: int
    begun: int  # the line where what it was reading began

    @property
    def is_of_the_end(self) -> bool:
        """Whether it read on to the end of the file, so that the slip is where it began."""
        return "quoted scalar" in self.said or "end of stream" in self.said or "<stream end>" in self.said


Parse = Callable[[str], Complaint | None]


@frozen
class Slip:
    """A slip of the pen in a line (counted from 0), and what to do about it."""

    line: int
    said: str


@frozen
class Slips:
    """The slips of a text, and the text with all of them mended; `None` if they could not all be.

    The mended text `is_whole` if nothing that was written is left out or uncertain in it.
    """

    told: tuple[Slip, ...]
    mended: str | None
    is_whole: bool


def slips_in(text: str, complaint: Complaint, parse: Parse, *, effort: int) -> Slips:
    """All slips that can be told, the first being where the parser complained; `effort` is how many characters it may parse."""
    if not _is_by_hand(text):
        return Slips((_in_the_parsers_words(complaint, text),), None, is_whole=False)
    told: list[Slip] = []
    trials = min(_MOST_TRIALS, effort // (len(text) + 1))
    is_whole, is_left_out = True, False
    current: Complaint | None = complaint
    while current is not None:
        remedy, after, used = _helping(text, current, parse, trials)
        trials -= used
        if remedy is None and is_left_out:
            break  # what is told once parts are left out may come of that
        if remedy is None:
            is_left_out = True
            told.append(_in_the_parsers_words(current, text))
            remedy, after, used = _helping_by_leaving_out(text, current, parse, trials)
            trials -= used
        else:
            told.append(Slip(remedy.line, remedy.said))
        if remedy is None or len(told) >= MOST_SLIPS:
            break
        text, current, is_whole = remedy.text, after, is_whole and remedy.is_sure
    return Slips(tuple(told), text if current is None else None, is_whole and current is None)


def _is_by_hand(text: str) -> bool:
    if len(text) > _LONGEST_TEXT:
        return False
    lines = text.split("\n")
    return len(lines) <= _MOST_LINES and max(len(line) for line in lines) <= _LONGEST_LINE


Trial = tuple[Remedy | None, Complaint | None, int]
Helps = Callable[[Remedy, Complaint | None], bool]


def _helping(text: str, complaint: Complaint, parse: Parse, trials: int) -> Trial:
    """The first remedy that helps, what the parser says then, and how many were tried."""
    lines = Lines.of(text)
    last = min(complaint.line, len(lines.all) - 1)

    def is_past_its_line(remedy: Remedy, after: Complaint | None) -> bool:
        return after is None or (after != complaint and _where(after) > remedy.line)

    def is_past_the_stop(remedy: Remedy, after: Complaint | None) -> bool:
        return after is None or _where(after) > max(_where(complaint), remedy.line)

    def is_elsewhere(remedy: Remedy, after: Complaint | None) -> bool:
        return after is None or (remedy.line < complaint.line <= after.line and after != complaint)

    near = tuple(_remedies(lines, complaint, last))
    used = 0
    rounds: tuple[tuple[Iterable[Remedy], Helps], ...] = (
        (evident(lines, last), is_past_its_line),
        (near, is_past_the_stop),
        (near, is_elsewhere),
    )
    for remedies, helps in rounds:
        remedy, after, tried = _first_that_helps(remedies, helps, parse, trials - used)
        used += tried
        if remedy is not None:
            return remedy, after, used
    return None, None, used


def _first_that_helps(remedies: Iterable[Remedy], helps: Helps, parse: Parse, trials: int) -> Trial:
    used = 0
    for remedy in islice(remedies, max(trials, 0)):
        used += 1
        after = parse(remedy.text)
        if helps(remedy, after):
            return remedy, after, used
    return None, None, used


def _where(complaint: Complaint) -> int:
    return complaint.begun if complaint.is_of_the_end else complaint.line


def _remedies(lines: Lines, complaint: Complaint, last: int) -> Iterator[Remedy]:
    """Remedies for the line where the parser stopped and for those above it; first for where it began, if that may be far above."""
    near = range(last, max(last - _LINES_ABOVE, -1), -1)
    is_begun_above = complaint.is_of_the_end or "flow" in complaint.said
    begun = [complaint.begun] if is_begun_above and complaint.begun < len(lines.all) else []
    for number in dict.fromkeys([*begun, *near]):
        if not lines.all[number].is_empty:
            for kind in BY_KIND:
                yield from kind(lines, lines.all[number])


def _in_the_parsers_words(complaint: Complaint, text: str) -> Slip:
    last = max(len(text.splitlines()) - 1, 0)
    said = f"not YAML: {complaint.said}; look at this line and those above it: indentation, colons, quotation marks, brackets"
    return Slip(min(_where(complaint), last), said)


def _helping_by_leaving_out(text: str, complaint: Complaint, parse: Parse, trials: int) -> Trial:
    def is_past_the_stop(remedy: Remedy, after: Complaint | None) -> bool:
        return after is None or _where(after) > max(_where(complaint), remedy.line)

    return _first_that_helps(_without_an_entry(Lines.of(text), complaint), is_past_the_stop, parse, trials)


def _without_an_entry(lines: Lines, complaint: Complaint) -> Iterator[Remedy]:
    """The text without the line in question, without that and what is below it, and without the entry above it."""
    last = len(lines.all) - 1
    for number in dict.fromkeys(min(max(each, 0), last) for each in (complaint.line, complaint.begun, complaint.line - 1)):
        for end in dict.fromkeys((number, lines.end_of_block(number))):
            yield Remedy(number, "", lines.with_lines(dict.fromkeys(range(number, end + 1), "")), is_sure=False)
