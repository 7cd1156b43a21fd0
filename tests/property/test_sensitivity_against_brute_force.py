"""Where a recommendation tips, against trying every change of every number."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.problems import Problem, Requirement, RequirementKind, reservation_of
from gobetween.bargaining.recommending import Rule
from gobetween.bargaining.results import Optimal, Unknown
from gobetween.bargaining.sensitivity import sensitivity
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink

ISSUES = {"front": ("near", "far", "none"), "calm": ("short", "long")}
PACKAGES = [dict(zip(ISSUES, chosen, strict=True)) for chosen in product(*ISSUES.values())]

kernels = st.sampled_from([ENUMERATION, ENUMERATION, ENUMERATION, LAYERED])  # the slow one to start less often
repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=40)

one_option = st.sampled_from([(issue, option) for issue, options in ISSUES.items() for option in options])
conditions = st.lists(one_option, min_size=1, max_size=2).map(lambda pairs: {issue: frozenset({option}) for issue, option in pairs})


@st.composite
def preferences(draw, party):
    values = {issue: {option: draw(st.integers(0, 5)) for option in options} for issue, options in ISSUES.items()}
    links = draw(st.lists(st.builds(ValueLink, conditions, st.integers(-3, 3)), max_size=1))
    return Preferences(party, values, reservation=draw(st.integers(-1, 5)), links=tuple(links), basis=ValueBasis.ASSUMED)


@st.composite
def problems(draw):
    parties = draw(st.sampled_from([("north", "south"), ("north", "south", "west")]))
    valued = tuple(draw(preferences(party)) for party in parties)
    firm = draw(
        st.lists(st.builds(lambda sets: Requirement("r", None, kind=RequirementKind.LINK, if_chosen=sets), conditions), max_size=1)
    )
    return Problem(ISSUES, (*firm, *map(reservation_of, valued)), parties=parties, preferences=valued)


def score(problem, zone, package, rule):
    gains = [each.value(package) - each.reservation for each in problem.preferences]
    if rule is Rule.EGALITARIAN:
        return min(gains)
    if rule in (Rule.KALAI_SMORODINSKY, Rule.UTILITARIAN):
        most = [max(each.value(other) - each.reservation for other in zone) for each in problem.preferences]
        shares = [Fraction(gain, best) for gain, best in zip(gains, most, strict=True) if best]
        return sum(shares) if rule is Rule.UTILITARIAN else min(shares, default=0)
    return prod(gains) if min(gains) > 0 else 0


def better(problem, package, rule):
    """The packages that the rule places above this one; `None` if it is not acceptable itself."""
    links = [each for each in problem.requirements if each.least is None]
    firm_ones = [each for each in PACKAGES if all(link.is_met_by(each) for link in links)]
    if rule is Rule.EFFICIENT:
        own = [each.value(package) for each in problem.preferences]
        vectors = [(other, [each.value(other) for each in problem.preferences]) for other in firm_ones]
        return [other for other, values in vectors if values != own and all(a >= b for a, b in zip(values, own, strict=True))]
    zone = [each for each in firm_ones if all(p.value(each) >= p.reservation for p in problem.preferences)]
    if package not in zone:
        return None
    if rule is Rule.ACCEPTABLE:
        return []
    return [each for each in zone if score(problem, zone, each, rule) > score(problem, zone, package, rule)]


def changed(problem, number, change):
    def of(each):
        if each.party != number.party:
            return each
        if number.link is not None:
            links = [evolve(link, value=link.value + change * (at == number.link)) for at, link in enumerate(each.links)]
            return evolve(each, links=tuple(links))
        if number.issue is None:
            return evolve(each, reservation=each.reservation + change)
        values = {
            i: {o: v + change * ((i, o) == (number.issue, number.option)) for o, v in row.items()}
            for i, row in each.option_values.items()
        }
        return evolve(each, option_values=values)

    valued = tuple(map(of, problem.preferences))
    firm = [each for each in problem.requirements if each.least is None]
    return Problem(ISSUES, (*firm, *map(reservation_of, valued)), parties=problem.parties, preferences=valued)


@settings(repeatable, max_examples=50)
@given(kernels, problems(), st.sampled_from(list(Rule)), st.data())
def test_it_tips_at_the_first_change_with_which_something_else_is_placed_higher(kernel, problem, rule, data):
    links = [each for each in problem.requirements if each.least is None]
    firm_ones = [each for each in PACKAGES if all(link.is_met_by(each) for link in links)]
    recommended = [each for each in firm_ones if better(problem, each, rule) == []]
    if not recommended:
        return
    package = data.draw(st.sampled_from(recommended))
    found = sensitivity(problem, package, rule, kernel=kernel)
    if rule is Rule.NASH and min(each.value(package) - each.reservation for each in problem.preferences) <= 0:
        assert isinstance(found.status, Unknown)
        return
    assert found.status == Optimal()
    reach = {each.party: max(1, abs(max(each.value(other) for other in firm_ones))) for each in problem.preferences}
    tipping = {(each.number, each.change > 0): each for each in found.tipping_points}
    numbers = {each.number for each in found.tipping_points} | set(found.steady)
    assert len(numbers) == found.of == sum(1 + 5 + len(each.links) for each in problem.preferences)
    for number in numbers:
        for sign in (1, -1):
            at = next(
                (n for n in range(1, reach[number.party] + 1) if better(changed(problem, number, sign * n), package, rule) != []), None
            )
            point = tipping.get((number, sign > 0))
            assert (None if point is None else abs(point.change)) == at
            if point is not None:
                assert point.share == Fraction(point.change, reach[number.party])
                above = better(changed(problem, number, point.change), package, rule)
                assert point.instead in above if above else (above, point.instead) == (None, None)


@repeatable
@given(kernels, problems(), st.sampled_from(list(Rule)), st.sampled_from(PACKAGES))
def test_of_what_is_not_recommended_it_says_so(kernel, problem, rule, package):
    links = [each for each in problem.requirements if each.least is None]
    above = better(problem, package, rule)
    found = sensitivity(problem, package, rule, kernel=kernel)
    if above or above is None or (rule is not Rule.EFFICIENT and not all(link.is_met_by(package) for link in links)):
        assert isinstance(found.status, Unknown)
        assert not found.tipping_points
        assert found.instead is None or found.instead in (above or PACKAGES)
