"""What one audience's record comes to while it is replayed: the entries of a case by collection and id."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define, evolve, field, fields

from gobetween.model.cases import Case, Profile
from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import Issue
from gobetween.model.items import EVERYONE, PUBLIC, Item
from gobetween.model.preferences import Preferences
from gobetween.model.proposals import Proposal

Entry = TypeVar("Entry", bound=Item)
COLLECTIONS = tuple(each.name for each in fields(Case) if "tuple[" in str(each.type) and each.name != "preferences")


def held_by(holders: frozenset[str], entry: Entry) -> Entry:
    """The entry, and the entries within it, held by everyone where they are public, else by these."""
    parts: dict[str, Any] = {
        name: tuple(held_by(holders, part) for part in value)
        for name, value in _parts(entry)
        if any(part.holders not in (holders, EVERYONE) for part in value)
    }
    own = EVERYONE if PUBLIC in entry.holders else holders
    return entry if entry.holders == own and not parts else evolve(entry, holders=own, **parts)


def _parts(entry: Item) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    if isinstance(entry, Issue):
        return (("options", entry.options),)
    return (("versions", entry.versions),) if isinstance(entry, Proposal) else ()


@define
class Draft:
    """The case that grows as the lines of `reader`'s book are replayed; it holds nothing that is not in that book.

    An entry is held by everyone, or by the reader: who else has it is not in the reader's book.
    """

    reader: str
    title: str = ""
    summary: str = ""
    profile: Profile = Profile.CLOSED
    is_rehearsal: bool = False
    is_reported: bool = False
    is_fictional: bool = False
    retained_until: dt.date | None = None
    mediators_learn_answers: bool = False
    left_out: tuple[str, ...] = ()  # entries of the record that did not follow on what was there
    entries: dict[str, dict[str, Item]] = field(factory=dict)
    preferences: dict[str, Preferences] = field(factory=dict)  # by party and, for assumed ones, set

    def find(self, collection: str, entry_id: str, kind: type[Entry]) -> Entry | None:
        """The entry of that id, or `None`."""
        found = self.entries.get(collection, {}).get(entry_id)
        return found if isinstance(found, kind) else None

    def get(self, collection: str, entry_id: str, kind: type[Entry]) -> Entry:
        """The entry of that id.

        Raises:
            ProtocolViolation: there is none that the reader knows of.
        """
        found = self.find(collection, entry_id, kind)
        if found is None:
            raise ProtocolViolation(f"there is no '{entry_id}' among the {collection.replace('_', ' ')} that you know of")
        return found

    def put(self, collection: str, entry: Item) -> None:
        """Adds the entry, or puts it in the place of the one with its id."""
        self.entries.setdefault(collection, {})[entry.id] = held_by(frozenset({self.reader}), entry)

    def drop(self, collection: str, entry_id: str) -> None:
        """Takes the entry out; a correction of what should not have been entered."""
        self.entries.get(collection, {}).pop(entry_id, None)

    def copy(self) -> Draft:
        """A draft that can change while this one stays."""
        return evolve(
            self,
            entries={collection: dict(entries) for collection, entries in self.entries.items()},
            preferences=dict(self.preferences),
        )

    def case(self, name: str) -> Case:
        """The case as it is now."""
        lists: Mapping[str, Any] = {collection: tuple(entries.values()) for collection, entries in self.entries.items() if entries}
        return Case(
            name,
            self.title or name,
            summary=self.summary,
            profile=self.profile,
            is_rehearsal=self.is_rehearsal,
            is_reported=self.is_reported,
            is_fictional=self.is_fictional,
            retained_until=self.retained_until,
            mediators_learn_answers=self.mediators_learn_answers,
            preferences=tuple(self.preferences.values()),
            **lists,
        )
