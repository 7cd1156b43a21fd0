"""Offices that conflict: one person with a title and with its vice or deputy form, or given to two actors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart
from gobetween.briefs.accounts.rules.clashes import Clash, Side
from gobetween.briefs.phrasing import listed
from gobetween.model.evidence import OfficeMention

LOWER_FORM = "One title is the vice, deputy, assistant or acting form of the other; nobody holds both at one time."
LOWER = frozenset({"vice", "deputy", "assistant", "associate", "acting"})
SAME_MONTH = 31  # days
PAST = re.compile(r"\b(?:former|ex|past|late|outgoing|incoming|designate|elect)\b", re.IGNORECASE)
HEADS = {
    "president": re.compile(r"\bpresident\b", re.IGNORECASE),
    "chair": re.compile(r"\bchair(?:man|woman|person)?\b", re.IGNORECASE),
    "general secretary": re.compile(r"\bgeneral secretary\b|\bsecretary[- ]general\b", re.IGNORECASE),
    "director general": re.compile(r"\bdirector[- ]general\b|\bgeneral director\b", re.IGNORECASE),
    "prime minister": re.compile(r"\bprime minister\b|\bpremier\b", re.IGNORECASE),
    "treasurer": re.compile(r"\btreasurer\b", re.IGNORECASE),
}
SAME_ELSEWHERE = frozenset({"president", "chair"})  # one word in many languages
EMPTY = frozenset({"the", "of", "a", "an", "for", "and", "s", "its", "his", "her"})


def find_office_clashes(coverage: Coverage) -> Iterator[Clash]:
    """Persons whose titles exclude each other. A new title in later years may be right: the reason says so."""
    for person, found in _by_person(coverage).items():
        titles = [each.item.title for each in found]
        clashing = clashing_titles(titles)
        if clashing:
            yield _titles(coverage, person, [each for each in found if each.item.title in clashing])
        elif rivals := _rivals(coverage, found):
            yield _titles(
                coverage, person, rivals, "Independent reports of one month give the person two offices of which one holds one."
            )
        owners = {coverage.names.of(each.item.actor): each for each in found if each.item.actor}
        if len(owners) > 1 and not _are_related(coverage, owners):
            why = "The reports give the person to different actors."
            yield Clash(f"Whom {person} belongs to", why, tuple(Side(owner, (each,)) for owner, each in owners.items()))


def clashing_titles(titles: Iterable[str]) -> frozenset[str]:
    """Titles of one person of which one is the vice, deputy, assistant or acting form of the other."""
    pairs = combinations(dict.fromkeys(titles), 2)
    return frozenset(title for pair in pairs if _exclude(*pair) for title in pair)


def _rivals(coverage: Coverage, found: list[Found[OfficeMention]]) -> list[Found[OfficeMention]]:
    """Offices that head a body in different ways, each in reports of its own; none if a report has both, as one person may."""
    heading = [each for each in found if _heads(each.item.title) and not PAST.search(each.item.title)]
    of_report: dict[str, set[str]] = {}
    for each in heading:
        of_report.setdefault(coverage.origin(each), set()).update(_heads(each.item.title))
    if any(len(heads) > 1 for heads in of_report.values()):
        return []
    pairs = ((first, second) for first, second in combinations(heading, 2) if _are_rivals(coverage, first, second))
    return sorted({id(each): each for pair in pairs for each in pair}.values(), key=heading.index)


def _are_rivals(coverage: Coverage, first: Found[OfficeMention], second: Found[OfficeMention]) -> bool:
    mine, theirs = _heads(first.item.title), _heads(second.item.title)
    if mine & theirs or mine | theirs == SAME_ELSEWHERE:
        return False
    apart = days_apart(first.report.document.published, second.report.document.published)
    owners = [each.item.actor for each in (first, second) if each.item.actor]
    return apart is not None and apart <= SAME_MONTH and _are_related(coverage, owners)


def _heads(title: str) -> frozenset[str]:
    """By which office the title has a body headed, if it does."""
    if _words(title) & LOWER:
        return frozenset()
    return frozenset(name for name, pattern in HEADS.items() if pattern.search(title))


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


def _titles(coverage: Coverage, person: str, found: list[Found[OfficeMention]], why: str = LOWER_FORM) -> Clash:
    by_title: dict[str, list[Found[OfficeMention]]] = {}
    shortest = sorted(dict.fromkeys(each.item.title for each in found), key=len)
    for each in found:
        title = next(short for short in shortest if _words(short) <= _words(each.item.title) or short == each.item.title)
        by_title.setdefault(title if _is_of_same_rank(title, each.item.title) else each.item.title, []).append(each)
    sides = tuple(Side(listed(coverage.label(each.report) for each in group), tuple(group)) for group in by_title.values())
    return Clash(f"The office of {person}: {listed(by_title)}", why, sides)


def _is_of_same_rank(first: str, second: str) -> bool:
    """Whether both titles, or neither, are vice or deputy ones: a president is no vice president, whatever words they share."""
    return _words(first) & LOWER == _words(second) & LOWER and _heads(first) == _heads(second)


def _are_related(coverage: Coverage, owners: Iterable[str]) -> bool:
    names = {coverage.names.actor_of(owner) or owner for owner in owners}
    return len(names) < 2 or any(mine in theirs or theirs in mine for mine, theirs in combinations(names, 2))
