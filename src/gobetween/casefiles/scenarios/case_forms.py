"""A scenario as a case: issues and options with ids, a party for every profile, and their numbers as an assumption set.

The numbers of a scenario were chosen by its authors; nobody's real preferences are in it. So they are assumed ones, and the case is
fictional.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from gobetween.casefiles.scenarios.ceilings import most_worth
from gobetween.casefiles.scenarios.ids import ids_for
from gobetween.casefiles.scenarios.kept_orders import compare_orders
from gobetween.casefiles.scenarios.numerals import decimal
from gobetween.casefiles.scenarios.values import Scenario, ScenarioParty
from gobetween.casefiles.scenarios.whole_numbers import Scale, scale_of
from gobetween.model.actors import Actor, Role, RoleKind
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.issues import Issue, Option, OptionSets
from gobetween.model.items import EVERYONE
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink

ASSUMPTION_SET = "scenario"
"""The name of the set that the imported numbers stand in."""

_RESERVED_IDS = ("public", "keeper", "mediators", "parties")
_LONGEST_NAME = 2000


@frozen
class ImportedCase:
    """A case made of a scenario, and what whoever imports it should be told."""

    case: Case
    notices: tuple[str, ...] = ()


@frozen
class _Names:
    """The ids of issues and options, by their names."""

    issues: dict[str, str]
    options: dict[str, dict[str, str]] = field(repr=False)

    def sets(self, bonus_terms: dict[str, frozenset[str]]) -> OptionSets:
        return {self.issues[issue]: frozenset(self.options[issue][each] for each in chosen) for issue, chosen in bonus_terms.items()}


def case_of(scenario: Scenario, case_id: str, *, exact: bool = False) -> ImportedCase:
    """The case that says what the scenario says.

    Raises:
        InvalidCase: a name is too long to be a title; with `exact`, numbers would have to be rounded.
    """
    for name in _every_name(scenario):
        if len(name) > _LONGEST_NAME:
            raise InvalidCase(f"the name '{name[:60]}…' has {len(name):,} characters, and {_LONGEST_NAME:,} are the most")
    issues = ids_for([issue.name for issue in scenario.issues], "issue")
    names = _Names(issues, {issue.name: ids_for(list(issue.options), "option") for issue in scenario.issues})
    parties = ids_for([party.name for party in scenario.parties], "party", taken=_RESERVED_IDS)
    notices = list(scenario.notices)
    preferences = tuple(_preferences(party, parties[party.name], names, scenario, notices, exact=exact) for party in scenario.parties)
    case = Case(
        case_id,
        scenario.name,
        summary=f"Imported from a scenario of {scenario.tool}: its issues, its options and the numbers of its {len(parties)} profiles.",
        is_fictional=True,
        actors=tuple(Actor(each, name=name, kind="body", holders=EVERYONE) for name, each in parties.items()),
        roles=tuple(Role(f"{each}-party", actor=each, role=RoleKind.PARTY, holders=EVERYONE) for each in parties.values()),
        issues=tuple(_issue(names, issue.name, issue.options) for issue in scenario.issues),
        preferences=preferences,
    )
    return ImportedCase(case, tuple(notices))


def _every_name(scenario: Scenario) -> Iterator[str]:
    yield scenario.name
    yield from (party.name for party in scenario.parties)
    for issue in scenario.issues:
        yield from (issue.name, *issue.options)


def _issue(names: _Names, name: str, options: tuple[str, ...]) -> Issue:
    ids = names.options[name]
    return Issue(
        names.issues[name],
        title=name,
        holders=EVERYONE,
        options=tuple(Option(ids[each], title=each, holders=EVERYONE) for each in options),
    )


def _preferences(
    party: ScenarioParty, party_id: str, names: _Names, scenario: Scenario, notices: list[str], *, exact: bool
) -> Preferences:
    scale = scale_of(party)
    if exact and not scale.is_exact:
        raise InvalidCase(
            f"{party.name}: its numbers have no common denominator that fits, so they cannot be kept exactly; leave --exact out"
        )
    values = {
        names.issues[issue]: {names.options[issue][option]: scale.whole(worth) for option, worth in options.items()}
        for issue, options in party.values.items()
    }
    links = [ValueLink(names.sets(dict(bonus.if_chosen)), scale.whole(bonus.value)) for bonus in party.bonuses]
    notes = [party.scale, *_discount(party), *_rounding(scale)]
    notices += [f"{party.name}: {text}" for text in (*_discount(party), *_rounding(scale), *_above(party, scenario.tool))]
    reservation = _reservation(party, values, links, scale, scenario, notices)
    return Preferences(
        party_id,
        values,
        reservation=reservation,
        links=tuple(link for link in links if link.value),
        basis=ValueBasis.ASSUMED,
        assumption=ASSUMPTION_SET,
        note=" ".join(notes),
    )


def _discount(party: ScenarioParty) -> list[str]:
    if party.discount is None or party.discount == 1:
        return []
    return [f"Discount factor {decimal(party.discount)} for each round or unit of time: the numbers are those of the beginning."]


def _rounding(scale: Scale) -> list[str]:
    if scale.is_exact:
        return []
    off = float(scale.error / scale.units)
    return [f"Rounded to whole numbers on a scale of {decimal(scale.units)} for a worth of 1; a package is off by {off:.1e} at most."]


def _above(party: ScenarioParty, tool: str) -> list[str]:
    """What is told where packages may be worth more than the tool counts."""
    if party.ceiling is None or most_worth(party) <= party.ceiling:
        return []
    most = decimal(party.ceiling)
    return [f"packages may be worth more than {most} here; {tool} counts what is above {most} as {most}"]


def _reservation(
    party: ScenarioParty,
    values: dict[str, dict[str, int]],
    links: list[ValueLink],
    scale: Scale,
    scenario: Scenario,
    notices: list[str],
) -> int:
    if party.reservation is None:
        notices.append(f"{party.name}: has no reservation value: every package is acceptable to it")
        least = sum(min(options.values()) for options in values.values()) + sum(min(0, link.value) for link in links)
        return min(0, least)
    if scale.is_exact:
        return scale.whole(party.reservation)
    order = compare_orders(party, scenario.issues, scale)
    if order is None:
        return scale.whole(party.reservation)
    if not order.is_whole:
        said = f"{order.swapped} changed places, {order.together} fell together, {order.apart} fell apart"
        notices.append(f"{party.name}: of neighbouring values that lie closer than {float(2 * scale.error / scale.units):.1e}, {said}")
    if order.reservation is None:
        notices.append(
            f"{party.name}: packages that are worth almost exactly its reservation value may have come to lie on its other side"
        )
        return scale.whole(party.reservation)
    return order.reservation
