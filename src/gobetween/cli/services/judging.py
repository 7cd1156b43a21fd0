"""What the commands for judging ask of the rest of Gobetween."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from attrs import field, frozen


@frozen
class Earlier:
    """What was said of an item before, by whoever said it; the later judgement counts."""

    verdict: str
    by: str = ""
    day: str = ""
    note: str = ""


@frozen
class ShownItem:
    """An item as a person sees it to judge it: what was read, its words within what stands around them, what makes it doubtful."""

    id: str
    report: str
    kind: str
    words: str
    fields: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    before: str = field(default="", kw_only=True)
    after: str = field(default="", kw_only=True)
    percent: int | None = field(default=None, kw_only=True)
    doubts: tuple[str, ...] = field(default=(), kw_only=True)
    standing: str = field(default="", kw_only=True)
    verdict: str = field(default="", kw_only=True)
    changes: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    into: str = field(default="", kw_only=True)
    by: str = field(default="", kw_only=True)
    day: str = field(default="", kw_only=True)
    note: str = field(default="", kw_only=True)
    earlier: Earlier | None = field(default=None, kw_only=True)
    in_case: tuple[str, ...] = field(default=(), kw_only=True)  # entries of the case on the same words, as a person finds them


@frozen
class Sign:
    """Who judges, and what they want to say about it."""

    by: str = ""
    note: str = ""


class JudgingDesk(Protocol):
    """The items of some reports with the judgements on them; what is judged here is on the disk before the method comes back."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know before judging: judgements on documents that are not here, or of earlier editions."""

    @property
    def left_out(self) -> tuple[tuple[str, str], ...]:
        """The files that could not be read, and why."""

    @property
    def file(self) -> Path:
        """Where judgements are kept."""

    def undecided(self, kind: str = "") -> tuple[str, ...]:
        """The ids of items (of one kind, if one is named) that nobody judged, the most doubtful first."""

    def judged(self) -> Iterator[ShownItem]:
        """Every item that somebody judged."""

    def find(self, named: str) -> str:
        """The full id of the item that is meant, by its id or the beginning of it."""

    def show(self, item: str) -> ShownItem:
        """The item of that id."""

    def judge(self, item: str, verdict: str, sign: Sign) -> ShownItem:
        """Keeps that the item is right, wrong, or open again."""

    def change(self, item: str, changes: tuple[tuple[str, str], ...], sign: Sign) -> ShownItem:
        """Keeps that some of the item's fields are otherwise."""

    def merge(self, item: str, into: str, sign: Sign) -> ShownItem:
        """Keeps that the item is the same as another."""

    def add(self, kind: str, report: str, words: str, fields: tuple[tuple[str, str], ...], sign: Sign) -> ShownItem:
        """Keeps an item that the reader missed, on these words of that report."""


class JudgingServices(Protocol):
    """The use cases behind the commands for judging."""

    def open(self, path: Path, judgements: Path | None, progress: Callable[[str], None]) -> JudgingDesk:
        """The items of the reports, or of the case, at that path; `judgements` names another file than the one beside them."""
