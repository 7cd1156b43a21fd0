"""Two versions of a text side by side, word by word: what was kept, inserted and deleted, and what became of each bracket."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.proposals import Alternative, Amendment, Clause, Version

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


class RunKind(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


class BracketChange(StrEnum):
    """What became of a clause's bracket."""

    OPENED = "opened"
    SETTLED = "settled"  # one of the alternatives stands
    STRUCK = "struck"  # the clause stands without any of them
    CLOSED = "closed in other words"
    CHANGED = "other alternatives"


CLOSINGS = frozenset({BracketChange.SETTLED, BracketChange.STRUCK, BracketChange.CLOSED})


@frozen
class Run:
    """Words in a row that share their fate, with blanks and punctuation as they stand."""

    kind: RunKind
    text: str


@frozen
class Bracket:
    """What became of a bracket: the alternative that `stands`, those that were `given_up`, and those that are new (`added`)."""

    change: BracketChange
    stands: Alternative | None = field(default=None, kw_only=True)
    given_up: tuple[Alternative, ...] = field(default=(), kw_only=True)
    added: tuple[Alternative, ...] = field(default=(), kw_only=True)


@frozen
class ClauseChange:
    """One clause in both versions: `older` is `None` where it is new, `newer` where it was taken out.

    The kept and deleted runs together are the older wording, the kept and inserted ones the newer.
    """

    id: str
    older: Clause | None
    newer: Clause | None
    runs: tuple[Run, ...] = field(kw_only=True)
    bracket: Bracket | None = field(default=None, kw_only=True)
    is_moved: bool = field(default=False, kw_only=True)

    @property
    def is_changed(self) -> bool:
        """Whether anything about it differs."""
        return self.is_moved or any(each.kind is not RunKind.KEPT for each in self.runs)


@frozen
class Comparison:
    """Every clause of either version: those of the newer in its order, then those that were taken out; and titles of annexes.

    `title` are the runs of the text's title if that differs, else nothing.
    """

    clauses: tuple[ClauseChange, ...]
    title: tuple[Run, ...] = field(default=(), kw_only=True)
    annexes_added: tuple[str, ...] = field(default=(), kw_only=True)
    annexes_removed: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.title or self.annexes_added or self.annexes_removed or any(each.is_changed for each in self.clauses))


@frozen
class Movement:
    """That a bracket closed: on which alternative (none: on none of them), whose it is, and whose were given up, as far as is known."""

    clause: str
    stands: str | None
    whose: str | None
    given_up_by: tuple[str, ...]


def compare(older: Version, newer: Version) -> Comparison:
    """What differs between two versions of a text.

    Clauses are known by their ids. Of clauses that are in both, the longest row in the same order stays; the others were moved,
    and so was what went into another annex.
    """
    before = {each.id: each for each in older.clauses}
    now = {each.id: each for each in newer.clauses}
    moved = _moved([each for each in before if each in now], [each for each in now if each in before])
    both = tuple(
        _change(before.get(each.id), each, is_moved=each.id in moved or _changed_annex(before.get(each.id), each))
        for each in newer.clauses
    )
    return Comparison(
        (*both, *(_change(each, None) for each in older.clauses if each.id not in now)),
        title=runs_between(older.title, newer.title) if older.title != newer.title else (),
        annexes_added=tuple(each for each in newer.annexes if each not in older.annexes),
        annexes_removed=tuple(each for each in older.annexes if each not in newer.annexes),
    )


def movements(reader: str, text: str, comparison: Comparison, amendments: Iterable[Amendment]) -> tuple[Movement, ...]:
    """Which brackets closed, and on whose alternative: as attributed to the reader, or the reader's own where it asked for these words.

    `amendments` are those that the reader has.
    """
    own = [each for each in amendments if each.by == reader and each.proposal == text]

    def whose(clause: Clause, alternative: Alternative) -> str | None:
        is_own = any(each.clause == clause.id and asks_for(each, clause, alternative.text) for each in own)
        return alternative.by or (reader if is_own else None)

    return tuple(
        Movement(
            change.id,
            bracket.stands.text if bracket.stands else None,
            whose(clause, bracket.stands) if bracket.stands else None,
            tuple(dict.fromkeys(by for each in bracket.given_up if (by := whose(clause, each)))),
        )
        for change in comparison.clauses
        if (bracket := change.bracket) and bracket.change in CLOSINGS and (clause := change.older)
    )


def asks_for(amendment: Amendment, clause: Clause, alternative: str) -> bool:
    """Whether the amendment's words are the alternative's, alone or after those of its clause."""
    return is_worded(amendment.text, clause, alternative)


def is_worded(text: str, clause: Clause, alternative: str) -> bool:
    """Whether a text has the words of the alternative, alone or after those of its clause; blanks do not count."""
    return _words(text) in (_words(alternative), _words(f"{clause.text} {alternative}"))


def runs_between(older: str, newer: str) -> tuple[Run, ...]:
    """The words of both texts in runs; what was deleted stands before what was inserted in its place."""
    before, now = _PIECE.findall(older), _PIECE.findall(newer)
    matcher = SequenceMatcher(a=before, b=now, autojunk=False)
    found: list[Run] = []
    for operation, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if operation == "equal":
            found.append(Run(RunKind.KEPT, "".join(before[a_from:a_to])))
            continue
        found += [Run(RunKind.DELETED, "".join(before[a_from:a_to]))] if a_to > a_from else []
        found += [Run(RunKind.INSERTED, "".join(now[b_from:b_to]))] if b_to > b_from else []
    return tuple(found)


def _change(older: Clause | None, newer: Clause | None, *, is_moved: bool = False) -> ClauseChange:
    runs = runs_between(older.wording if older else "", newer.wording if newer else "")
    there = newer or older
    bracket = _bracket(older, newer) if older and newer else None
    return ClauseChange(there.id if there else "", older, newer, runs=runs, bracket=bracket, is_moved=is_moved)


def _changed_annex(older: Clause | None, newer: Clause) -> bool:
    return older is not None and older.annex != newer.annex


def _bracket(older: Clause, newer: Clause) -> Bracket | None:
    before, now = older.alternatives, newer.alternatives
    gone = tuple(each for each in before if each.text not in {other.text for other in now})
    new = tuple(each for each in now if each.text not in {other.text for other in before})
    if now:
        change = BracketChange.CHANGED if before else BracketChange.OPENED
        return Bracket(change, given_up=gone, added=new) if gone or new else None
    return _closing(older, newer) if before else None


def _closing(older: Clause, newer: Clause) -> Bracket:
    """What a bracket that is gone was settled to."""
    stands = next((each for each in older.alternatives if _words(f"{older.text} {each.text}") == _words(newer.text)), None)
    given_up = tuple(each for each in older.alternatives if each is not stands)
    if stands is not None:
        return Bracket(BracketChange.SETTLED, stands=stands, given_up=given_up)
    is_struck = _words(older.text) == _words(newer.text)
    return Bracket(BracketChange.STRUCK if is_struck else BracketChange.CLOSED, given_up=given_up)


def _words(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text) if not piece.isspace()]


def _moved(before: Sequence[str], now: Sequence[str]) -> frozenset[str]:
    """The ids outside the longest row that has the same order in both (of several as long, always the same)."""
    place = {each: index for index, each in enumerate(before)}
    staying = {now[index] for index in _longest_rise([place[each] for each in now])}
    return frozenset(each for each in now if each not in staying)


def _longest_rise(numbers: Sequence[int]) -> Iterator[int]:
    """Where the members of a longest rising subsequence stand (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    links: list[int | None] = []
    for index, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        links.append(last[pile - 1] if pile else None)
        tops[pile : pile + 1] = [number]
        last[pile : pile + 1] = [index]
    at = last[-1] if last else None
    while at is not None:
        yield at
        at = links[at]
