"""Who holds what, as far as one audience knows: the names of further holders would tell it what passed between others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from gobetween.casefiles.encoding.namings import Name, named_by
from gobetween.model.cases import Case, Release
from gobetween.model.errors import InvalidCase
from gobetween.model.items import EVERYONE, KEEPER, PUBLIC, Item
from gobetween.model.preferences import Preferences


@frozen
class _Placed:
    """An entry with its name, and with those whom it names: its whole is one of them, if it is a part."""

    name: Name
    entry: Item | Preferences
    named: frozenset[Name]


def check_open(audience: str, case: Case) -> None:
    """Refuses a case that has anything that the audience does not hold; the keeper of a folder holds all of it.

    Raises:
        InvalidCase: the case is more than a view of the audience's.
    """
    if audience != KEEPER and not all(each.entry.holders & {PUBLIC, audience} for each in _placed(case)):
        raise InvalidCase(f"the case holds what {audience} may not see; give the view that {audience} has of it")


def as_known_to(audience: str, case: Case) -> Case:
    """The case with the holders of each entry that the audience can know of.

    The keeper knows all who are in the case. Anyone else knows of itself, of the owner, of whom it entrusted with its own, of those
    who were party to a release, and that whoever holds an entry holds what this names.
    """
    actors = frozenset(actor.id for actor in case.actors) | {KEEPER, PUBLIC}
    placed = tuple(_placed(case))
    if audience == KEEPER:
        known = {each.name: each.entry.holders & actors for each in placed}
    else:
        known = {each.name: _known_at_first(audience, each.entry, actors) for each in placed}
        closed: set[Name] = set()
        while sum(_spread(audience, each, known, closed) for each in placed):
            pass
    return _with_holders(case, known, pooled=actors, audience=audience)


def _known_at_first(audience: str, entry: Item | Preferences, actors: frozenset[str]) -> frozenset[str]:
    if isinstance(entry, Release):
        return frozenset({entry.by, *entry.to})
    if PUBLIC in entry.holders:
        return EVERYONE
    owner = _owner_of(entry)
    if owner == audience:
        return entry.holders & actors
    return frozenset({audience, *(entry.holders & {owner})})


def _owner_of(entry: Item | Preferences) -> str | None:
    if isinstance(entry, Preferences):
        return entry.party if entry.assumption is None else None
    return entry.owner


def _spread(audience: str, placed: _Placed, known: dict[Name, frozenset[str]], closed: set[Name]) -> bool:
    """Lets those who hold the entry hold what it names, as they must; whether that changed anything.

    What names something that is not public cannot be public itself: it is `closed` then, and stays so, whoever releases it.
    """
    changed = False
    is_entrusted = _owner_of(placed.entry) is not None  # and who entrusts something knows to whom
    told = {("actors", holder) for holder in known[placed.name] if is_entrusted}
    for name in placed.named | told:
        if PUBLIC in known.get(name, EVERYONE):
            continue
        if PUBLIC in known[placed.name] and not isinstance(placed.entry, Release):
            known[placed.name] = frozenset({audience})
            closed.add(placed.name)
            changed = True
        more = known[placed.name] - {PUBLIC} if name in closed else known[placed.name]
        if not more <= known[name]:
            known[name] |= more
            changed = True
    return changed


def _placed(case: Case) -> Iterator[_Placed]:
    for collection, item in case.items():
        whole = {"roles": "actor", "offices": "person"}.get(collection)
        name = f"{getattr(item, whole)}/{item.id}" if whole else item.id
        yield _Placed((collection, name), item, frozenset(named_by(item)))
    for collection, parts in (("issues", "options"), ("proposals", "versions")):
        for whole_item in getattr(case, collection):
            for part in getattr(whole_item, parts):
                named = frozenset({*named_by(part), (collection, whole_item.id)})
                yield _Placed((parts, f"{whole_item.id}/{part.id}"), part, named)
    for each in case.preferences:
        yield _Placed(_name_of(each), each, frozenset(named_by(each)))


def _name_of(preferences: Preferences) -> Name:
    return "preferences", f"{preferences.party}/{preferences.assumption or ''}"


def _with_holders(case: Case, known: dict[Name, frozenset[str]], *, pooled: frozenset[str], audience: str) -> Case:
    lists: dict[str, list[Any]] = {}
    for placed in _placed(case):
        collection, name = placed.name
        if collection in ("options", "versions"):
            continue
        changes: dict[str, Any] = {"holders": known[placed.name]}
        for parts in ("options", "versions"):
            if collection in ("issues", "proposals") and hasattr(placed.entry, parts):
                found = getattr(placed.entry, parts)
                changes[parts] = tuple(evolve(part, holders=known[parts, f"{name}/{part.id}"]) for part in found)
        if isinstance(placed.entry, Preferences):
            others = pooled if audience in (KEEPER, _owner_of(placed.entry)) else frozenset({audience})
            changes["pooled_for"] = placed.entry.pooled_for & others
        lists.setdefault(collection, []).append(evolve(placed.entry, **changes))
    changed: dict[str, Any] = {name: tuple(entries) for name, entries in lists.items()}
    return evolve(case, **changed)
