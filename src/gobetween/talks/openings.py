"""Opening talks: a case, as each audience sees it, becomes the first entries of each audience's book."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from gobetween.model.cases import Case
from gobetween.model.items import PUBLIC, Item
from gobetween.model.preferences import Preferences
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.poolings import PoolingPermitted
from gobetween.record.canonical import canonical
from gobetween.talks.entering import FOR_THE_CUSTODIAN, EntryEntered, FileKept, PreferencesEntrusted, TalksOpened, entered
from gobetween.talks.standings import Deed


@frozen
class KeptFile:
    """A file of the folder, and who holds it."""

    path: str
    content: bytes = field(repr=False)
    holders: frozenset[str]


@frozen
class Opening:
    """What talks are opened with: for each audience the case as it sees it, all entrusted and assumed numbers, and the files."""

    terms: TalksOpened
    seen: Mapping[str, Case]
    preferences: tuple[Preferences, ...] = ()
    files: tuple[KeptFile, ...] = ()

    @property
    def audiences(self) -> tuple[str, ...]:
        """Everyone who gets a book."""
        return (*self.seen, CUSTODIAN)


def opening_deeds(opening: Opening) -> tuple[Deed, ...]:
    """The first acts of the talks. What an audience sees of an entry is what is entered for it: nothing hidden stands in its book."""
    return (
        Deed(opening.terms, frozenset({PUBLIC})),
        *_entries(opening.seen),
        *(deed for preferences in opening.preferences for deed in number_deeds(preferences, opening.seen)),
        *(Deed(FileKept(each.path, base64.b64encode(each.content).decode()), each.holders) for each in opening.files),
    )


def _entries(seen: Mapping[str, Case]) -> Iterable[Deed]:
    """Each form in which anybody sees an entry, once, for all who see it so; what the public sees of it comes first."""
    acts: dict[bytes, EntryEntered] = {}
    audiences: dict[bytes, set[str]] = {}
    for audience in sorted(seen, key=lambda each: each != PUBLIC):
        for collection, item in seen[audience].items():
            act = entered(collection, without_originals(item))
            key = canonical({"collection": collection, "entry": act.entry})
            acts.setdefault(key, act)
            audiences.setdefault(key, set()).add(audience)
    for key, act in acts.items():
        is_public = PUBLIC in audiences[key]
        for_custodian = {CUSTODIAN} if act.collection in FOR_THE_CUSTODIAN and not is_public else set()
        yield Deed(act, frozenset({PUBLIC}) if is_public else frozenset(audiences[key] | for_custodian))


def without_originals(item: Item) -> Item:
    """The entry without the words of reports, which a folder has where the originals lie in it."""
    return evolve(item, citations=tuple(evolve(each, words="") for each in item.citations)) if item.citations else item


def number_deeds(preferences: Preferences, seen: Mapping[str, Case]) -> Iterable[Deed]:
    """What is entrusted or assumed, for those who hold it, and for the custodian with all that it needs to know."""
    holders = preferences.holders & {PUBLIC, *seen}
    blank = frozenset({PUBLIC}) if PUBLIC in holders else frozenset[str]()
    if holders:
        yield Deed(PreferencesEntrusted(evolve(preferences, holders=blank)), blank or holders)
    if preferences.assumption is None:
        yield Deed(PreferencesEntrusted(preferences), frozenset({CUSTODIAN}))
        yield from _poolings(preferences, seen)


def _poolings(preferences: Preferences, seen: Mapping[str, Case]) -> Iterable[Deed]:
    """That the party permitted pooling, for it and those to whom it did."""
    to = tuple(each for each in seen if each in preferences.pooled_for)
    if to and preferences.party in seen:
        act = PoolingPermitted(f"{preferences.party}/pooling", preferences.party, to)
        yield Deed(act, frozenset({preferences.party, *to, CUSTODIAN}))
