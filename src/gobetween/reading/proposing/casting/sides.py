"""Which actors are the sides of the talks, which carry between them, and in which words it is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.briefs.accounts.suppositions import positions_in_force
from gobetween.model.actors import RoleKind
from gobetween.model.evidence import MeetingForm, Report, Stance
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.casting.role_mentions import PairMention, RoleMention, RolesRead

_PAIR = 2
BOTH_SIDES = re.compile(r"\b(?:both|two|each) (?:sides?|parties|party|delegations?|camps?)\b", re.IGNORECASE)
_URGING = re.compile(r"\b(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|press(?:es|ed|ing)?|appeal(?:s|ed|ing)?)\b", re.IGNORECASE)
_BARGAINING = frozenset(
    {Stance.DEMAND, Stance.OFFER, Stance.ACCEPT, Stance.CONDITIONAL, Stance.REJECT, Stance.DROPPED_DEMAND, Stance.PENDING}
)

_STANDS = _BARGAINING - {Stance.PENDING} | {Stance.OPPOSE, Stance.SUPPORT}
_TERMS = frozenset({Stance.DEMAND, Stance.OFFER, Stance.CONDITIONAL, Stance.DROPPED_DEMAND})


@frozen
class Sides:
    """Parties and mediators by the ids of the cast, with what was found for each; `is_sure` says that a text names the parties so."""

    parties: Mapping[str, tuple[Found[Any], ...]]
    mediators: Mapping[str, tuple[Found[RoleMention], ...]]
    is_sure: bool = field(kw_only=True)
    also_party: Mapping[str, tuple[Found[Any], ...]] = field(factory=dict, kw_only=True)  # mediators named among those who negotiate
    stakeholders: Mapping[str, tuple[Found[Any], ...]] = field(factory=dict, kw_only=True)  # others who take a stand on terms
    others: Mapping[tuple[str, RoleKind, str | None], tuple[Found[RoleMention], ...]] = field(factory=dict, kw_only=True)


def find_sides(coverage: Coverage, cast: Cast, read: Mapping[str, RolesRead]) -> Sides:
    """The sides of the talks.

    Parties are the two whom the texts put into talks "between A and B", weighed by independent reports, unless their words make a
    mediator of one. Where no text does, they are those who bargain: whose demands, offers and answers are told, at most two, or
    those who are said to meet; and then nothing about them is sure.
    """
    roles = _roles(coverage, cast, read)
    mediators = {actor: found for (actor, role, _), found in roles.items() if role is RoleKind.MEDIATOR}
    pairs = _pairs(coverage, cast, read)
    named = _weighed(coverage, pairs, mediators)
    paired = _who_bargain(coverage, cast, named)
    is_sure = len(paired) >= _PAIR
    parties = paired if is_sure else _bargaining(coverage, cast, mediators, paired) or named
    also = {actor: found for actor, found in _named_among(pairs).items() if actor in mediators}
    others = {key: found for key, found in roles.items() if key[1] is not RoleKind.MEDIATOR}
    beside = _beside(coverage, cast, {*parties, *mediators})
    return Sides(parties, mediators, is_sure=is_sure, also_party=also, stakeholders=beside, others=others)


def _beside(coverage: Coverage, cast: Cast, known: set[str]) -> dict[str, tuple[Found[Any], ...]]:
    """Those who are neither party nor mediator and take a stand on terms all the same: a regulator, a union, a neighbour."""
    found: dict[str, list[Found[Any]]] = {}
    for each in positions_in_force(coverage):
        member = cast.of(each.item.party)
        if member is not None and member.id not in known and each.item.stance in _STANDS:
            found.setdefault(member.id, []).append(each)
    return {actor: tuple(each) for actor, each in found.items()}


def _roles(
    coverage: Coverage, cast: Cast, read: Mapping[str, RolesRead]
) -> dict[tuple[str, RoleKind, str | None], tuple[Found[RoleMention], ...]]:
    found: dict[tuple[str, RoleKind, str | None], list[Found[RoleMention]]] = {}
    for report, mention in _in_order(coverage, read, "roles"):
        member = cast.of(mention.title or mention.actor) or cast.of(mention.actor)
        toward = cast.of(mention.toward)
        if member is not None:
            key = (member.id, mention.role, toward.id if toward else None)
            found.setdefault(key, []).append(Found(report, mention, mention.passage))
    return {key: tuple(each) for key, each in found.items()}


def _pairs(coverage: Coverage, cast: Cast, read: Mapping[str, RolesRead]) -> list[tuple[Found[PairMention], tuple[str, ...]]]:
    pairs = []
    for report, mention in _in_order(coverage, read, "pairs"):
        sides = cast.ids(mention.sides)
        if len(sides) >= _PAIR:
            pairs.append((Found(report, mention, mention.passage), sides))
    for found in coverage.found("meetings"):
        sides = cast.ids(found.item.participants)
        is_of_others = BOTH_SIDES.search(found.passage.text) is not None  # "met both sides": those who met them are no sides
        if len(sides) == _PAIR and found.item.form is MeetingForm.INDIRECT and not is_of_others:
            pairs.append((found, sides))
    return pairs


def _in_order(coverage: Coverage, read: Mapping[str, RolesRead], kind: str) -> Iterable[tuple[Report, Any]]:
    for report in coverage.reports:
        for mention in getattr(read.get(report.name, RolesRead()), kind):
            yield report, mention


def _named_among(pairs: list[tuple[Found[Any], tuple[str, ...]]]) -> dict[str, tuple[Found[Any], ...]]:
    found: dict[str, list[Found[Any]]] = {}
    for mention, sides in pairs:
        for actor in sides:
            found.setdefault(actor, []).append(mention)
    return {actor: tuple(each) for actor, each in found.items()}


def _weighed(
    coverage: Coverage, pairs: list[tuple[Found[Any], tuple[str, ...]]], mediators: Mapping[str, Any]
) -> dict[str, tuple[Any, ...]]:
    """Those named together, from the pair that most independent reports name; mediators are left out of it."""
    origins: dict[frozenset[str], set[str]] = {}
    for mention, sides in pairs:
        own = frozenset(actor for actor in sides if actor not in mediators)
        if len(own) >= _PAIR:
            origins.setdefault(own, set()).add(coverage.origin(mention))
    if not origins:
        return {}
    best = max(len(each) for each in origins.values())
    chosen: set[str] = set().union(*(sides for sides, told in origins.items() if len(told) * 2 >= best and len(sides) == _PAIR))
    if not chosen:
        ranked: list[tuple[int, int, list[str]]] = [(-len(told), len(sides), sorted(sides)) for sides, told in origins.items()]
        chosen = set(min(ranked)[-1])
    named = _named_among(pairs)
    return {actor: named[actor] for actor in sorted(chosen)}


def _who_bargain(coverage: Coverage, cast: Cast, paired: Mapping[str, tuple[Any, ...]]) -> Mapping[str, tuple[Any, ...]]:
    """Those of the named who are the sides: of more than two, those who bargain, where that leaves two.

    Nor is a group in small letters ("drivers") one that never bargains, where somebody unnamed does: it has a union that speaks for it.
    """
    bargaining = {
        member.id
        for each in positions_in_force(coverage)
        if each.item.stance in _BARGAINING and (member := cast.of(each.item.party)) is not None
    }
    those = {actor: found for actor, found in paired.items() if actor in bargaining}
    if len(those) >= _PAIR:
        return those
    groups = {member.id for member in cast.members if member.forms and all(form == form.lower() for form in member.forms)}
    silent = groups & paired.keys() - bargaining
    return those if silent and bargaining - paired.keys() else paired


def _bargaining(
    coverage: Coverage, cast: Cast, mediators: Mapping[str, Any], paired: Mapping[str, tuple[Any, ...]]
) -> dict[str, tuple[Any, ...]]:
    """The two whose bargaining most reports tell, in most words, terms before mere answers; else those who meet for talks.

    Ties: who is named first in the reports.
    """
    found: dict[str, list[Found[Any]]] = {}
    for each in positions_in_force(coverage):
        member = cast.of(each.item.party)
        if member is not None and each.item.stance in _BARGAINING and not _URGING.search(each.passage.text):
            found.setdefault(member.id, []).append(each)
    for point in coverage.found("sticking_points"):
        for party in cast.ids(point.item.parties):
            found.setdefault(party, []).append(point)
    weight = Counter({actor: (coverage.origins(each) * 100 + _points(each)) for actor, each in found.items() if actor not in mediators})
    named = cast.ids(name for report in coverage.reports for name in report.document.actors)
    ranked = sorted(weight, key=lambda actor: (-weight[actor], named.index(actor) if actor in named else len(named), actor))[:_PAIR]
    chosen = tuple(dict.fromkeys((*paired, *ranked)))
    if len(chosen) < _PAIR and (meeting := _meeting(coverage, cast, mediators)):
        return meeting
    return {actor: tuple(found.get(actor) or paired[actor]) for actor in chosen}


def _points(found: Iterable[Found[Any]]) -> int:
    return sum(2 if getattr(each.item, "stance", None) in _TERMS else 1 for each in found)


def _meeting(coverage: Coverage, cast: Cast, mediators: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Those who meet in the talks of which most reports tell, but for mediators; empty if fewer than two do."""
    told: dict[tuple[str, ...], list[Found[Any]]] = {}
    for found in coverage.found("meetings"):
        sides = tuple(sorted(actor for actor in cast.ids(found.item.participants) if actor not in mediators))
        if len(sides) >= _PAIR:
            told.setdefault(sides, []).append(found)
    if not told:
        return {}
    best = min(told, key=lambda sides: (-coverage.origins(told[sides]), -len(sides), sides))
    return {actor: tuple(told[best]) for actor in best}


def mediating_in_person(read: Mapping[str, RolesRead]) -> tuple[tuple[str, str], ...]:
    """Posts and persons of those who mediate by office: ("State Conciliator", "Renata Ossby"); the post alone has no person."""
    found: dict[tuple[str, str], None] = {}
    for name in sorted(read):
        for mention in read[name].roles:
            if mention.title:
                found.setdefault((mention.title, mention.actor))
    return tuple(found)
