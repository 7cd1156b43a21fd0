"""Offices that conflict: one person with a title and with its vice or deputy form, or given to two actors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from gobetween.briefs.accounts.coverage import Coverage, Found
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.phrasing import listed
from gobetween.model.evidence import OfficeMention

LOWER = frozenset({"vice", "deputy", "assistant", "associate", "acting"})
EMPTY = frozenset({"the", "of", "a", "an", "for", "and", "s", "its", "his", "her"})


def find_office_clashes(coverage: Coverage) -> Iterator[Clash]:
    """Persons whose titles exclude each other. A new title in later years may be right: the reason says so."""
    for person, found in _by_person(coverage).items():
        titles = [each.item.title for each in found]
        clashing = clashing_titles(titles)
        if clashing:
            yield _titles(coverage, person, [each for each in found if each.item.title in clashing])
        owners = {coverage.names.of(each.item.actor): each for each in found if each.item.actor}
        if len(owners) > 1 and not _are_related(coverage, owners):
            why = "The reports give the person to different actors."
            yield Clash(f"Whom {person} belongs to", why, tuple(Side(owner, (each,)) for owner, each in owners.items()))


def clashing_titles(titles: Iterable[str]) -> frozenset[str]:
    """Titles of one person of which one is the vice, deputy, assistant or acting form of the other."""
    pairs = combinations(dict.fromkeys(titles), 2)
    return frozenset(title for pair in pairs if _exclude(*pair) for title in pair)


def _exclude(first: str, second: str) -> bool:
    mine, theirs = _words(first), _words(second)
    if bool(mine & LOWER) is bool(theirs & LOWER):
        return False
    core, other = mine - LOWER, theirs - LOWER
    return bool(core & other) and (core <= other or other <= core)


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", title.casefold())) - EMPTY


def _by_person(coverage: Coverage) -> dict[str, list[Found[OfficeMention]]]:
    persons: dict[str, list[Found[OfficeMention]]] = {}
    for each in coverage.found("offices"):
        persons.setdefault(coverage.names.of(each.item.person), []).append(each)
    return persons


def _titles(coverage: Coverage, person: str, found: list[Found[OfficeMention]]) -> Clash:
    by_title: dict[str, list[Found[OfficeMention]]] = {}
    for each in found:
        by_title.setdefault(each.item.title, []).append(each)
    sides = tuple(Side(listed(coverage.label(each.report) for each in group), tuple(group)) for group in by_title.values())
    why = "One title is the vice, deputy, assistant or acting form of the other; nobody holds both at one time."
    return Clash(f"The office of {person}: {listed(by_title)}", why, sides)


def _are_related(coverage: Coverage, owners: Iterable[str]) -> bool:
    names = {coverage.names.actor_of(owner) or owner for owner in owners}
    return len(names) < 2 or any(mine in theirs or theirs in mine for mine, theirs in combinations(names, 2))
