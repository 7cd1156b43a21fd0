"""Genius scenarios in XML: sums of values as weights and evaluations, value links as hyper-rectangles over whole numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from html import escape

from gobetween.casefiles.scenarios.ceilings import most_worth
from gobetween.casefiles.scenarios.exports.number_runs import bounds_of, runs_of, steps_of
from gobetween.casefiles.scenarios.exports.shares import Shares, reservation_share, shares_of, worth_nothing
from gobetween.casefiles.scenarios.numerals import decimal
from gobetween.casefiles.scenarios.values import Scenario, ScenarioParty

_TOOL = "Genius"


def genius_files(scenario: Scenario) -> Mapping[str, str]:
    """The files of the scenario by their names: a domain, and a utility space for each party.

    Raises:
        InvalidCase: Genius cannot say a number or a value link of it.
    """
    runs = runs_of(scenario, _TOOL) if any(party.bonuses for party in scenario.parties) else None
    domain = [*_lines(_issues(scenario, runs), scenario.name)]
    files = {scenario.domain_file: _document("negotiation_template", ["<utility_space>", *domain, "</utility_space>"])}
    for party in scenario.parties:
        body = _additive(scenario, party) if runs is None else _nonlinear(scenario, party, runs)
        files[party.name] = _document("utility_space", list(body), 'type="nonlinear"' if runs else "")
    return files


def _document(root: str, lines: list[str], attributes: str = "") -> str:
    opening = f"<{root} {attributes}>" if attributes else f"<{root}>"
    return "\n".join([opening, *(f"  {line}" for line in lines), f"</{root}>", ""])


def _lines(inside: Iterator[str], name: str) -> Iterator[str]:
    yield f'<objective index="0" name={_quoted(name)} description="" type="objective" etype="objective">'
    yield from (f"  {line}" for line in inside)
    yield "</objective>"


def _issues(scenario: Scenario, runs: dict[str, tuple[int, int]] | None, shares: Shares | None = None) -> Iterator[str]:
    """The issues; for a party with evaluations, the best of each issue 1, so that it does not matter whether a reader divides by it."""
    for number, issue in enumerate(scenario.issues, start=1):
        kind = "discrete" if runs is None else "integer"
        head = f'<issue index="{number}" name={_quoted(issue.name)} type="{kind}" etype="{kind}" vtype="{kind}"'
        if runs is not None:
            yield f'{head} lowerbound="{runs[issue.name][0]}" upperbound="{runs[issue.name][1]}"/>'
            continue
        yield f"{head}>"
        for place, option in enumerate(issue.options, start=1):
            evaluation = f' evaluation="{shares.utilities[issue.name][option]}"' if shares else ""
            yield f'  <item index="{place}" value={_quoted(option)}{evaluation}/>'
        yield "</issue>"


def _additive(scenario: Scenario, party: ScenarioParty) -> Iterator[str]:
    shares = shares_of(party, _TOOL)
    weights = (f'<weight index="{number}" value="{weight}"/>' for number, weight in enumerate(shares.weights.values(), start=1))
    yield from _lines(iter([*_issues(scenario, None, shares), *weights]), scenario.name)
    yield from _end(party, shares.reservation)


def _nonlinear(scenario: Scenario, party: ScenarioParty, runs: dict[str, tuple[int, int]]) -> Iterator[str]:
    most = most_worth(party)
    if most <= 0:
        raise worth_nothing(party, _TOOL)
    inside = [
        *_issues(scenario, runs),
        f'<utility maxutility="{decimal(most)}">',
        '  <ufun type="PlainUfun" weight="1" aggregation="sum">',
    ]
    for bounds, worth in _rectangles(scenario, party, runs):
        inside += [f'    <hyperRectangle utility="{decimal(worth)}">', *(f"      {bound}" for bound in bounds), "    </hyperRectangle>"]
    yield from _lines(iter([*inside, "  </ufun>", "</utility>"]), scenario.name)
    yield from _end(party, reservation_share(party, most, _TOOL))


def _rectangles(scenario: Scenario, party: ScenarioParty, runs: dict[str, tuple[int, int]]) -> Iterator[tuple[list[str], Fraction]]:
    places = {issue.name: number for number, issue in enumerate(scenario.issues, start=1)}
    for issue, first, last, value in steps_of(party):
        yield [f'<INCLUDES index="{places[issue]}" min="{first}" max="{last}"/>'], value
    for bonus in party.bonuses:
        bounds = bounds_of(bonus.if_chosen, runs, party.name, _TOOL)
        yield [f'<INCLUDES index="{places[issue]}" min="{low}" max="{high}"/>' for issue, (low, high) in bounds.items()], bonus.value


def _end(party: ScenarioParty, reservation: str) -> Iterator[str]:
    yield f'<discount_factor value="{decimal(party.discount if party.discount is not None else Fraction(1))}"/>'
    yield f'<reservation value="{reservation}"/>'


def _quoted(text: str) -> str:
    return f'"{escape(text)}"'
