"""The bargaining problem of a case as a scenario; whatever no format can say stops it."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

from gobetween.bargaining.problems import problem_of
from gobetween.casefiles.scenarios.numerals import exact
from gobetween.casefiles.scenarios.refusals import listed, twice_in
from gobetween.casefiles.scenarios.values import Bonus, Scenario, ScenarioIssue, ScenarioParty
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.issues import Issue
from gobetween.model.items import KEEPER, PUBLIC
from gobetween.model.preferences import Preferences

_DISCOUNT = re.compile(r"Discount factor ([0-9.]+) for each round or unit of time")
_CARRIED = ("actors", "roles", "issues")


def scenario_of(case: Case, assumption: str | None = None) -> Scenario:
    """What is to be settled in a case that the keeper holds, and what packages are worth to its parties; names are the titles.

    The numbers are those of the assumption set of that name, else those that the parties entrusted to the keeper. Parties are
    called by their ids.

    Raises:
        InvalidCase: the case has demands, red lines or linkages, or an issue without options; a party's numbers are not open to the
            keeper, or somebody has numbers who is no party; two names are the same.
    """
    stated = problem_of(case).requirements
    if stated:
        what = listed(f"{requirement.id} ({requirement.kind.value})" for requirement in stated)
        raise InvalidCase(f"no scenario format can say what parties demand, rule out or link, and this case does: {what}")
    unsettled = [issue.id for issue in case.issues if not issue.options]
    if unsettled or not case.issues:
        raise InvalidCase(f"a scenario needs issues with options; without options here: {listed(unsettled)}")
    known = _open_numbers(case, assumption)
    titles = {issue.id: issue.title for issue in case.issues}
    _refuse_twins("issues", list(titles.values()))
    for issue in case.issues:
        _refuse_twins(f"options of '{issue.id}'", [option.title for option in issue.options])
    issues = tuple(ScenarioIssue(issue.title, tuple(option.title for option in issue.options)) for issue in case.issues)
    parties = tuple(_party(each, case.issues) for each in known)
    return Scenario(case.title, issues, parties, notices=_left_out(case))


def _open_numbers(case: Case, assumption: str | None) -> list[Preferences]:
    """The numbers of the parties, in their order: those that the keeper may see, not those that it may but compute with."""
    known = {each.party: each for each in case.preferences if each.assumption == assumption and each.holders & {KEEPER, PUBLIC}}
    missing = [party for party in case.parties if party not in known]
    if missing or not known:
        remedy = f"'{assumption}' has none for them" if assumption else "name a set of assumptions with --assume"
        raise InvalidCase(f"numbers are needed for every party, and none are open to the keeper for {listed(missing)}: {remedy}")
    strangers = [party for party in known if party not in case.parties]
    if strangers:
        raise InvalidCase(f"a scenario has numbers of parties alone, and these are none: {listed(strangers)}")
    return [known[party] for party in case.parties]


def _refuse_twins(what: str, names: list[str]) -> None:
    if twice := twice_in(names):
        raise InvalidCase(f"two {what} have the title '{twice}'; in a scenario names tell them apart: give each its own title")


def _party(preferences: Preferences, issues: tuple[Issue, ...]) -> ScenarioParty:
    titles = {issue.id: {option.id: option.title for option in issue.options} for issue in issues}
    names = {issue.id: issue.title for issue in issues}
    values = {
        names[issue]: {title: Fraction(preferences.option_values.get(issue, {}).get(option, 0)) for option, title in options.items()}
        for issue, options in titles.items()
    }
    bonuses = tuple(
        Bonus(
            {names[issue]: frozenset(titles[issue][option] for option in options) for issue, options in link.if_chosen.items()},
            Fraction(link.value),
        )
        for link in preferences.links
    )
    match = _DISCOUNT.search(preferences.note)
    discount = exact(match[1]) if match else None
    return ScenarioParty(preferences.party, values, reservation=Fraction(preferences.reservation), bonuses=bonuses, discount=discount)


def _left_out(case: Case) -> tuple[str, ...]:
    counts = Counter(name for name, _ in case.items())
    others = [f"{name} ({count})" for name, count in counts.items() if name not in _CARRIED]
    return (f"no part of a bargaining problem, so not written: {listed(others)}",) if others else ()
