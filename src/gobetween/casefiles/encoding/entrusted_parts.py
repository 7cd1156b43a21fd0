"""Which entries of a case stand in which file: what a party entrusted, what is assumed, and the order in which files have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import evolve

from gobetween.casefiles.decoding.field_readers import is_id
from gobetween.casefiles.documents.party_files import AssumptionSet, Entrusted
from gobetween.model.actors import Delegation, RoleKind
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.evidence import Stance
from gobetween.model.items import PUBLIC, Item
from gobetween.model.positions import Position, Series
from gobetween.model.preferences import Preferences, ValueBasis

Entry = TypeVar("Entry", bound=Item)

RED_LINES, POSITIONS, INTERESTS = "red_lines", "positions", "interests"


def entrusted_in(case: Case) -> tuple[Entrusted, ...]:
    """What each actor entrusted, as far as a file of its own can say it, in the order of the actors.

    One file has one set of holders: the actor and those whom it entrusted, none of them another party. What an actor entrusted to
    others than its numbers stands in the common file, with its owner.

    Raises:
        InvalidCase: somebody's numbers are none that such a file can hold.
    """
    found = (_entrusted_by(case, actor.id) for actor in case.actors)
    entrusted = tuple(each for each in found if each is not None)
    placed = {id(each) for file in entrusted for each in file.preferences}
    for preferences in case.preferences:
        if preferences.assumption is None and id(preferences) not in placed:
            raise InvalidCase(f"preferences: the numbers of '{preferences.party}' cannot stand in parties/{preferences.party}.yaml")
    return entrusted


def _entrusted_by(case: Case, party: str) -> Entrusted | None:
    numbers = [each for each in case.preferences if each.party == party and each.basis is ValueBasis.ENTRUSTED and not each.assumption]
    positions = [
        *(each for each in _of_file(case.positions, party, RED_LINES) if is_plain_red_line(each)),
        *_of_file(case.positions, party, POSITIONS),
    ]
    interests = [*_of_file(case.interests, party, INTERESTS)]
    mandates = [each for each in case.delegations if each == _mandate(each, party)]
    everything: list[Any] = [*numbers, *mandates, *positions, *interests]
    holders = next((each.holders for each in numbers[:1] or everything if _may_be_a_files(each.holders, party, case)), None)
    if holders is None:
        return None
    return Entrusted(
        party,
        holders,
        numbers[0].pooled_for if numbers else frozenset(),
        preferences=tuple(numbers[:1]),
        positions=tuple(each for each in positions if each.holders == holders),
        interests=tuple(each for each in interests if each.holders == holders),
        delegations=tuple(each for each in mandates[:1] if each.holders == holders),
    )


def _of_file(items: tuple[Entry, ...], party: str, key: str) -> Iterator[Entry]:
    prefix = f"{party}/{key}/"
    for item in items:
        if item.owner == party == getattr(item, "actor", None) and item.id.startswith(prefix) and is_id(item.id.removeprefix(prefix)):
            yield item


def is_plain_red_line(position: Position) -> bool:
    """Whether it says no more than that some options of an issue are out of the question."""
    plain = evolve(
        position,
        stance=Stance.REJECT,
        is_red_line=True,
        series=Series.ENTRUSTED,
        round=None,
        after_deal=False,
        said_by=None,
        via="",
        condition="",
    )
    return position == plain and position.issue is not None and bool(position.options)


def _mandate(delegation: Delegation, party: str) -> Delegation:
    """What a file makes of the words of a mandate."""
    return Delegation(f"{party}/mandate", actor=party, mandate=delegation.mandate or "-", owner=party, holders=delegation.holders)


def _may_be_a_files(holders: frozenset[str], party: str, case: Case) -> bool:
    """Whether these may hold the file of the party: no other side, as far as the party knows the sides."""
    parties = {each.actor for each in case.roles if each.role is RoleKind.PARTY and each.holders & {PUBLIC, party}}
    return party in holders and PUBLIC not in holders and not holders & (parties - {party})


def assumed_in(case: Case) -> tuple[AssumptionSet, ...]:
    """The named sets of assumed numbers, by name.

    Raises:
        InvalidCase: a name is no id, a set has a party twice or several sets of holders, or the numbers are not assumed ones.
    """
    sets: dict[str, list[Preferences]] = {}
    for each in case.preferences:
        if each.assumption is not None:
            sets.setdefault(each.assumption, []).append(each)
    return tuple(_assumption_set(name, tuple(sets[name])) for name in sorted(sets))


def _assumption_set(name: str, preferences: tuple[Preferences, ...]) -> AssumptionSet:
    notes = {each.note for each in preferences}
    one_audience = len({each.holders for each in preferences}) == 1
    parties_apart = len({each.party for each in preferences}) == len(preferences)
    assumed = all(each.basis is ValueBasis.ASSUMED and not each.pooled_for for each in preferences)
    if not (is_id(name) and one_audience and parties_apart and assumed):
        raise InvalidCase(f"preferences: the set '{name}' cannot stand in one file of assumptions")
    return AssumptionSet(name, note=notes.pop() if len(notes) == 1 else "", holders=preferences[0].holders, preferences=preferences)


def in_folder_order(case: Case) -> Case:
    """The case with its lists in the order in which a folder has them: roles by actors, offices by persons, entrusted things last."""
    actors = {actor.id: place for place, actor in enumerate(case.actors)}
    persons = {person.id: place for place, person in enumerate(case.persons)}
    entrusted, assumed = entrusted_in(case), assumed_in(case)
    return evolve(
        case,
        roles=tuple(sorted(case.roles, key=lambda role: actors.get(role.actor, len(actors)))),
        offices=tuple(sorted(case.offices, key=lambda office: persons.get(office.person, len(persons)))),
        positions=_last(case.positions, [each for file in entrusted for each in file.positions]),
        interests=_last(case.interests, [each for file in entrusted for each in file.interests]),
        delegations=_last(case.delegations, [each for file in entrusted for each in file.delegations]),
        preferences=tuple(each for found in (entrusted, assumed) for file in found for each in file.preferences),
    )


def _last(items: tuple[Entry, ...], entrusted: list[Entry]) -> tuple[Entry, ...]:
    ids = {each.id for each in entrusted}
    return (*(each for each in items if each.id not in ids), *entrusted)
