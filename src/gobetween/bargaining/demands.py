"""Which positions are in force, which were before, and what those in force require of a package."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from attrs import evolve

from gobetween.bargaining.requirements import Requirement, RequirementKind
from gobetween.model.cases import Case
from gobetween.model.evidence import Stance
from gobetween.model.issues import OptionSets
from gobetween.model.positions import Position, Series

ACCEPTING = frozenset({Stance.DEMAND, Stance.OFFER, Stance.ACCEPT, Stance.CONDITIONAL, Stance.SUPPORT})
"""Stances whose options are those that the actor asks for or could accept (a condition is a link, if it is more than words)."""

TAKING = frozenset({Stance.ACCEPT, Stance.CONDITIONAL})
"""Stances that say what the actor could live with, which is not what it asks for."""

ASKING = frozenset({Stance.DEMAND, Stance.OFFER}) | TAKING
"""Stances whose options the actor could live with later too, unless it refuses them since."""

EXCLUDING = frozenset({Stance.REJECT, Stance.OPPOSE})
"""Stances whose options are those that the actor will not have."""

OPENNESS: Mapping[Series, int] = {
    Series.BOTTOM_LINE: 0,
    Series.STATED: 1,
    Series.ENTRUSTED: 1,
    Series.PUBLIC: 2,
    Series.REPORTED: 2,
}
"""How open each series is: a bottom line, what is said in confidence, what is open; series that are equally open are one."""

_KEPT_BY_TALKS = frozenset({Series.BOTTOM_LINE, Series.STATED})
"""The series that talks record one by one: of positions of one day and stance the last entered stands in the others' place."""

_ABOUT_TERMS = ACCEPTING | EXCLUDING | {Stance.DROPPED_DEMAND}

_Date = tuple[dt.date, dt.date]
_Rival = tuple[_Date, int, Position]


def current_positions(case: Case) -> tuple[Position, ...]:
    """The positions in force, in the case's order.

    Of an actor's positions on an issue those of the latest date are in force together. Their date is `when`, or without it
    `known`; one without either cannot be shown to be past, and stays in force beside the others. Positions about terms (demand,
    offer, accept, conditional, support, reject, oppose, dropped demand), about conduct after a deal, and other statements (claim,
    denial, threat, pending) replace only their own sort: a threat does not withdraw a demand. A position on no issue stays.

    Series replace each other only where they are equally open (`OPENNESS`): what an actor says in public withdraws nothing of what
    it stated or entrusted, and none of these moves its bottom line. Of bottom lines and stated positions of one day, the last
    entered of the same stance is in force alone.

    A red line stays in force until a later position about terms, by the same actor on the same issue, accepts one of the options
    that it excludes, or drops a demand.
    """
    rivals = _rivals(case)
    return tuple(position for number, position in enumerate(case.positions) if _is_in_force(number, position, rivals, case))


def positions_required(case: Case) -> tuple[Requirement, ...]:
    """What the positions in force require of a package, in the case's order.

    Those that ask for options require one of them; those that reject or oppose options exclude them. An acceptance is no demand:
    it says what the actor could live with, and requires one of the accepted options or of those that the actor demanded, offered
    or accepted earlier on the issue, since more of what it once asked for cannot hurt it; what it refused since is not among
    these. An acceptance that is declared final is taken at its word. Positions on
    conduct after a deal, on no issue, without options, and by actors whose consent the issue does not need, require nothing.
    Positions of one actor that say the same make one requirement, which is a red line if one of them is.

    Where an actor accepts options in a less open series, or drops a demand there, that counts instead of what it asks for more
    openly: whoever holds its bottom line on an issue reckons with that. A red line counts beside it, unless it lifts it.
    """
    found: dict[object, Requirement] = {}
    current, of_all = current_positions(case), _by_matter(case.positions)
    in_force = _by_matter(current)
    for position in current:
        matter = (position.actor, position.issue)
        is_needed = position.actor in consents_needed(case, position.issue) and not _is_outweighed(position, in_force[matter], case)
        requirement = _requirement(position, of_all[matter]) if is_needed else None
        if requirement is None:
            continue
        same = (position.actor, _frozen(requirement.if_chosen), _frozen(requirement.requires))
        found[same] = _both(found[same], requirement) if same in found else requirement
    return tuple(found.values())


def date_of(position: Position) -> _Date | None:
    """By what a position replaces earlier ones: `when`, or without it `known`; `None` without either."""
    when = position.known if position.when.is_unknown else position.when
    return None if when.is_unknown else when.sort_key


def consents_needed(case: Case, issue_id: str | None) -> tuple[str, ...]:
    """Without whom the issue cannot be settled: the issue's consents, or all parties where it names none."""
    issue = case.issue(issue_id) if issue_id else None
    return (issue.consents or case.parties) if issue else ()


def _by_matter(positions: Sequence[Position]) -> dict[object, list[Position]]:
    """The positions by actor and issue: what an actor requires on an issue rests on what it said of that one."""
    found: dict[object, list[Position]] = {}
    for each in positions:
        found.setdefault((each.actor, each.issue), []).append(each)
    return found


def _rivals(case: Case) -> dict[object, list[_Rival]]:
    """The dated positions by what they could replace, those of the same actor, issue and sort: the latest first."""
    rivals: dict[object, list[_Rival]] = {}
    for number, position in enumerate(case.positions):
        dated = date_of(position)
        if dated is not None:
            rivals.setdefault(_sort(position), []).append((dated, number, position))
    for those in rivals.values():
        those.sort(key=itemgetter(0), reverse=True)
    return rivals


def _sort(position: Position) -> object:
    is_about_terms = position.stance in _ABOUT_TERMS
    return position.actor, position.issue, position.after_deal, is_about_terms, OPENNESS[position.series]


def _is_in_force(number: int, position: Position, rivals: dict[object, list[_Rival]], case: Case) -> bool:
    dated = date_of(position)
    if position.issue is None or dated is None:
        return True
    later = _later((dated, number, position), rivals[_sort(position)])
    if position.is_red_line and position.stance in ACCEPTING | EXCLUDING:
        excluded = _excluded(position, case)
        return not any(_lifts(other, excluded) for other in later)
    return next(later, None) is None


def _later(one: _Rival, rivals: Sequence[_Rival]) -> Iterator[Position]:
    """Those that came after a position: on a later day, or, in the series that talks record, entered after it with its stance."""
    dated, number, position = one
    for its_date, its_number, each in rivals:
        if its_date > dated:
            yield each
        elif its_date < dated or position.series not in _KEPT_BY_TALKS:
            return
        elif its_number > number and (each.series, each.stance) == (position.series, position.stance):
            yield each


def _is_outweighed(position: Position, in_force: Sequence[Position], case: Case) -> bool:
    """Whether less open positions, of those of the same actor on the issue, count instead."""
    less_open = [
        each
        for each in in_force
        if OPENNESS[each.series] < OPENNESS[position.series]
        and (each.stance is Stance.DROPPED_DEMAND or (each.stance in ACCEPTING and each.options))
        and not each.after_deal
    ]
    if position.is_red_line or position.stance in EXCLUDING:
        excluded = _excluded(position, case)
        return any(_lifts(each, excluded) for each in less_open)
    return bool(less_open)


def _excluded(red_line: Position, case: Case) -> frozenset[str]:
    if red_line.stance in EXCLUDING:
        return red_line.options
    issue = case.issue(red_line.issue) if red_line.issue else None
    return frozenset(option.id for option in issue.options) - red_line.options if issue else frozenset()


def _lifts(later: Position, excluded: frozenset[str]) -> bool:
    return later.stance is Stance.DROPPED_DEMAND or (later.stance in ACCEPTING and bool(later.options & excluded))


def _requirement(position: Position, same: Sequence[Position]) -> Requirement | None:
    if position.issue is None or position.after_deal or not position.options or position.stance not in ACCEPTING | EXCLUDING:
        return None
    earlier = _also_asked(position, same) if position.stance in TAKING and not position.is_red_line else {}
    options = {position.issue: position.options.union(*earlier.values())}
    excludes = position.stance in EXCLUDING
    return Requirement(
        f"positions/{position.id}",
        position.actor,
        kind=RequirementKind.RED_LINE if position.is_red_line else RequirementKind.DEMAND,
        if_chosen=options if excludes else {},
        requires={} if excludes else options,
        items=(position.id, *earlier),
    )


def _also_asked(position: Position, matter: Sequence[Position]) -> dict[str, frozenset[str]]:
    """What else the actor asked for on the issue, before or more openly, without what it refused since, by the positions' ids."""
    dated = date_of(position)
    same = [each for each in matter if not each.after_deal]
    refusals = [each for each in same if each.stance in EXCLUDING]
    found = {}
    for each in same:
        asked = date_of(each)
        is_earlier = dated is not None and asked is not None and asked < dated
        if each.stance not in ASKING or not (is_earlier or OPENNESS[each.series] > OPENNESS[position.series]):
            continue
        refused = (other.options for other in refusals if _came_since(date_of(other) or dated, asked))
        found[each.id] = each.options.difference(position.options, *refused)
    return {name: options for name, options in found.items() if options}


def _came_since(refused: _Date | None, asked: _Date | None) -> bool:
    """Whether a refusal came after the asking; where one has no date, it may have."""
    return refused is None or asked is None or refused > asked


def _both(first: Requirement, again: Requirement) -> Requirement:
    hard = RequirementKind.RED_LINE in (first.kind, again.kind)
    kind = RequirementKind.RED_LINE if hard else RequirementKind.DEMAND
    return evolve(first, kind=kind, items=(*first.items, *again.items))


def _frozen(sets: OptionSets) -> frozenset[tuple[str, frozenset[str]]]:
    return frozenset(sets.items())
