"""Judgements of an earlier edition of a report, carried over to the one that lies there now, where the judged words stand unchanged."""

from __future__ import annotations

import textwrap
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

import attrs
from attrs import evolve, field, frozen

from gobetween.bootstrap.judging_texts import Searched, passage_of
from gobetween.model.errors import InvalidJudgement
from gobetween.model.evidence import Account, Item, ItemKind, JudgedItem, Judgement, Report, Verdict, items_of
from gobetween.model.evidence.judged_pairs import Key
from gobetween.model.evidence.judgements import told_apart
from gobetween.model.evidence.judging import added_by_persons, in_force
from gobetween.model.passages import Passage

Texts = Callable[[str], str | None]
"""Gives the text of a report by its name; `None` if it cannot be opened."""

MOST_QUOTED = 3
_QUOTED = 60
_FOLDER = "reports/"


@frozen
class CarriedOver:
    """Judgements, those of earlier editions among them as judgements of the present ones; and what is to be said of them."""

    judgements: tuple[Judgement, ...]
    notes: tuple[str, ...] = ()


@frozen
class _Edition:
    """One report that was judged in an earlier edition: what holds for the present one, and what is found there no more."""

    name: str
    found: tuple[Judgement, ...]
    lost: tuple[Judgement, ...]
    added: tuple[Judgement, ...] = ()  # that some of those found are on what a person had added

    def in_order(self) -> tuple[Judgement, ...]:
        """The judgements of the present edition, as if they had been made of it."""
        return (*self.added, *self.found)

    def notes(self) -> Iterator[str]:
        if self.found:
            number, stand = _counted(len(self.found)), "its words stand" if len(self.found) == 1 else "their words stand"
            yield f"{number} on an earlier {self.name} carried over: {stand} in it unchanged"
        if self.lost:
            quoted = (textwrap.shorten(each.about.item.passage.text, _QUOTED, placeholder=" …") for each in self.lost)
            words = [f"“{each}”" for each in dict.fromkeys(quoted)]
            named = "; ".join(words[:MOST_QUOTED]) + ("; ..." if len(words) > MOST_QUOTED else "")
            are = "what it judged is" if len(self.lost) == 1 else "what they judged is"
            yield f"{_counted(len(self.lost))} on an earlier {self.name} kept, not used, as {are} no longer found there: {named}"


def carried_over(account: Account, judgements: Sequence[Judgement], texts: Texts) -> CarriedOver:
    """The judgements, those on a document that is not there any more as judgements of the report that has its name now.

    One is carried over if an item of its kind is read on the same words and says the same: the same party and stance, speaker, value.
    Of several such, the one that moved as its neighbours did. What was added must stand in the text once. What was judged of the
    present edition itself comes after, and wins. Cost: the items of reports that were judged in an earlier edition.
    """
    present = {report.document.sha256 for report in account.reports}
    by_name = {_plain(report.name): report for report in account.reports}
    old = {name: found for name, found in _orphans(judgements, present).items() if name in by_name}
    if not old:
        return CarriedOver(tuple(judgements))
    added = added_by_persons(judgements)
    editions = [_carried(by_name[name], found, texts, added) for name, found in old.items()]
    replaced = {each.about.key for found in old.values() for each in found}
    return CarriedOver(
        (
            *(each for edition in editions for each in edition.in_order()),
            *(each for each in judgements if each.about.key not in replaced),
        ),
        tuple(note for edition in editions for note in edition.notes()),
    )


def _orphans(judgements: Sequence[Judgement], present: set[str]) -> dict[str, list[Judgement]]:
    """The judgements in force on documents that are not there, by the name that their report had, in their order."""
    by_name: dict[str, list[Judgement]] = {}
    for judgement in in_force(judgements):
        if judgement.report and judgement.about.sha256 not in present:
            by_name.setdefault(_plain(judgement.report), []).append(judgement)
    return by_name


def _plain(name: str) -> str:
    """The name of a report within `reports/`, from wherever it was read."""
    return name.removeprefix(_FOLDER)


def _carried(report: Report, old: Sequence[Judgement], texts: Texts, added: frozenset[Key]) -> _Edition:
    finder = _Finder(report, texts, added)
    finder.learn(each.about for each in old)
    moved = [(each, finder.moved(each)) for each in old]
    found = {each.about.key: each for _, each in moved if each is not None}  # of several editions the last that was judged
    before = tuple(
        evolve(now, verdict=Verdict.ADDED, changes=()) for each, now in moved if now is not None and _is_changed_addition(each, added)
    )
    return _Edition(report.name, tuple(found.values()), tuple(each for each, now in moved if now is None), before)


def _is_changed_addition(judgement: Judgement, added: frozenset[Key]) -> bool:
    return judgement.verdict is Verdict.CHANGED and judgement.about.key in added


@attrs.define
class _Finder:
    """Finds judged items in another edition of their report."""

    report: Report
    texts: Texts
    added: frozenset[Key] = frozenset()
    items: dict[tuple[ItemKind, str, str], list[Item]] = field(factory=dict)
    shifts: dict[str, list[tuple[int, int]]] = field(factory=dict)  # by document: where words stood, and how far they moved

    def __attrs_post_init__(self) -> None:
        for _, kind, item in items_of(self.report.document):
            self.items.setdefault(_said(kind, item), []).append(item)

    def learn(self, judged: Iterator[JudgedItem]) -> None:
        """Takes from items that can be mistaken for no other how far the text moved."""
        for about in judged:
            read = self.items.get(_said(about.kind, about.item), [])
            if len(read) == 1:
                start = about.item.passage.start
                self.shifts.setdefault(about.sha256, []).append((start, read[0].passage.start - start))
        for shifts in self.shifts.values():
            shifts.sort()

    def moved(self, judgement: Judgement) -> Judgement | None:
        """The judgement as one of this edition, or `None` if what was judged is not found in it."""
        stands_by_itself = judgement.verdict is Verdict.ADDED or _is_changed_addition(judgement, self.added)
        about = self._added(judgement.about) if stands_by_itself else self._read(judgement.about)
        into = self._read(judgement.into) if judgement.into is not None else None
        if about is None or (judgement.into is not None and into is None):
            return None
        try:
            return evolve(judgement, about=about, into=into, report=self.report.name)
        except ValueError:  # two items of the earlier edition are one by now
            return None

    def _read(self, about: JudgedItem) -> JudgedItem | None:
        read = self.items.get(_said(about.kind, about.item), [])
        if len(read) > 1:
            start = about.item.passage.start
            read = [each for each in read if each.passage.start - start == self._shift_at(about)]
        return JudgedItem(self.report.document.sha256, about.kind, read[0]) if len(read) == 1 else None

    def _shift_at(self, about: JudgedItem) -> int | None:
        """How far the nearest words moved; nothing if none is known."""
        shifts, start = self.shifts.get(about.sha256, []), about.item.passage.start
        place = bisect_left(shifts, (start, 0))
        near = shifts[max(place - 1, 0) : place + 1]
        return min(near, key=lambda each: abs(each[0] - start))[1] if near else None

    def _added(self, about: JudgedItem) -> JudgedItem | None:
        text = self._searched
        try:
            item = _placed(about.item, lambda passage: passage_of(passage.text, text, self.report.name))
        except InvalidJudgement:
            return None
        return JudgedItem(self.report.document.sha256, about.kind, item)

    @cached_property
    def _searched(self) -> Searched | None:
        text = self.texts(self.report.name)
        return Searched(text) if text is not None else None


def _said(kind: ItemKind, item: Item) -> tuple[ItemKind, str, str]:
    return kind, " ".join(item.passage.text.split()), told_apart(item).casefold()


def _placed(value: Any, place: Callable[[Passage], Passage]) -> Any:
    """The value with every passage in it where it is placed now."""
    if isinstance(value, Passage):
        return place(value)
    if not attrs.has(type(value)):
        return value
    parts = {each.name: getattr(value, each.name) for each in attrs.fields(type(value)) if each.init}
    return evolve(value, **{name: _placed(part, place) for name, part in parts.items() if attrs.has(type(part))})


def _counted(number: int) -> str:
    return f"{number} {'judgement' if number == 1 else 'judgements'}"
