"""Talks brought up to date with the folder they were opened from: what is new, corrected or taken out becomes entries of its own.

What counts is what the folder says now against what it said last, so that nothing which was done in the talks is undone by it.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import define, evolve, field

from gobetween.model.items import KEEPER, PUBLIC
from gobetween.model.preferences import Preferences
from gobetween.record.canonical import canonical
from gobetween.record.entries import Json, Line
from gobetween.talks.entering import EntryEntered, EntryWithdrawn, FileKept, PreferencesEntrusted, entered
from gobetween.talks.openings import Opening, number_deeds, without_originals
from gobetween.talks.replays import act_of
from gobetween.talks.standings import Deed

Key: TypeAlias = tuple[str, str]
"""A collection, and the id of an entry in it."""


@define
class Said:
    """What the keeper last entered into one book: entries as they were entered, numbers by party and set, files by path."""

    entries: dict[Key, Mapping[str, Json]] = field(factory=dict)
    numbers: dict[str, Preferences] = field(factory=dict)
    files: dict[str, str] = field(factory=dict)

    @classmethod
    def in_book(cls, lines: Iterable[Line]) -> Said:
        """What the lines of a book say that the keeper entered."""
        said = cls()
        for line in lines:
            if line.entry.author == KEEPER:
                said._add(line)
        return said

    def _add(self, line: Line) -> None:
        match act_of(line.entry):
            case EntryEntered(collection, entry):
                self.entries[collection, str(entry["id"])] = entry
            case EntryWithdrawn(collection, entry_id):
                self.entries.pop((collection, entry_id), None)
            case PreferencesEntrusted(preferences):
                self.numbers[_set_of(preferences)] = preferences
            case FileKept(path, content):
                self.files[path] = content


def update_deeds(opening: Opening, books: Mapping[str, Iterable[Line]]) -> tuple[Deed, ...]:
    """What brings the books up to date with the folder; nothing, if it says what it said.

    `books` are the lines of every audience of the opening; of one that has no book yet, those of the public.
    """
    said = {audience: Said.in_book(lines) for audience, lines in books.items()}
    new = {audience: dict(_entered(opening, audience)) for audience in opening.seen}
    lost = {audience: said[audience].entries.keys() - new[audience].keys() for audience in new}
    withdrawn = tuple(_withdrawals(lost))
    return (*withdrawn, *_entries(new, said, lost[PUBLIC]), *_numbers(opening, said), *_files(opening, said))


def _entered(opening: Opening, audience: str) -> Iterator[tuple[Key, EntryEntered]]:
    for collection, item in opening.seen[audience].items():
        yield (collection, item.id), entered(collection, without_originals(item))


def _withdrawals(lost: Mapping[str, Iterable[Key]]) -> Iterator[Deed]:
    """What is taken out: for everybody at once where the public had it."""
    public = set(lost[PUBLIC])
    by_key: dict[Key, set[str]] = {}
    for audience, keys in lost.items():
        for key in keys:
            by_key.setdefault(key, set()).add(audience)
    for (collection, entry_id), audiences in sorted(by_key.items()):
        is_public = (collection, entry_id) in public
        yield Deed(EntryWithdrawn(collection, entry_id), frozenset({PUBLIC}) if is_public else frozenset(audiences))


def _entries(new: Mapping[str, Mapping[Key, EntryEntered]], said: Mapping[str, Said], lost: Iterable[Key]) -> Iterator[Deed]:
    """What is new or differs, once for all who see it in the same form; who keeps what the public lost gets it anew."""
    acts: dict[bytes, EntryEntered] = {}
    audiences: dict[bytes, set[str]] = {}
    for audience in sorted(new, key=lambda each: each != PUBLIC):
        for key, act in new[audience].items():
            if said[audience].entries.get(key) == act.entry and key not in lost:
                continue
            form = canonical({"collection": act.collection, "entry": act.entry})
            acts.setdefault(form, act)
            audiences.setdefault(form, set()).add(audience)
    for form, act in acts.items():
        yield Deed(act, frozenset({PUBLIC}) if PUBLIC in audiences[form] else frozenset(audiences[form]))


def _numbers(opening: Opening, said: Mapping[str, Said]) -> Iterator[Deed]:
    """Assumed numbers that differ. What a party entrusts it entrusts in the talks itself, once they are live (`poolings.entrust`)."""
    for preferences in opening.preferences:
        holder = next((each for each in opening.seen if each in preferences.holders), PUBLIC)
        last = said[holder].numbers.get(_set_of(preferences))
        if preferences.assumption is not None and (last is None or evolve(last, holders=preferences.holders) != preferences):
            yield from number_deeds(preferences, opening.seen)


def _files(opening: Opening, said: Mapping[str, Said]) -> Iterator[Deed]:
    for file in opening.files:
        content = base64.b64encode(file.content).decode()
        if any(said[audience].files.get(file.path) != content for audience in file.holders if audience in said):
            yield Deed(FileKept(file.path, content), file.holders)


def _set_of(preferences: Preferences) -> str:
    return f"{preferences.party}/{preferences.assumption or ''}"
