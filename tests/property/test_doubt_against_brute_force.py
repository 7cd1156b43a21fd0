"""What holds although numbers are in doubt, against every way in which the numbers may turn out."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.problems import Problem, Requirement, RequirementKind
from gobetween.bargaining.results import Infeasible, Optimal
from gobetween.bargaining.robust.narrowings import Asked, after, questions
from gobetween.bargaining.robust.questions import best_question
from gobetween.bargaining.robust.regrets import least_regret
from gobetween.bargaining.robust.zones import classify, doubtful_zone
from gobetween.model.doubt import Doubt, Picture
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink

ISSUES = {"front": ("near", "far", "none"), "calm": ("short", "long")}
PACKAGES = [dict(zip(ISSUES, chosen, strict=True)) for chosen in product(*ISSUES.values())]

both_kernels = pytest.mark.parametrize("kernel", [ENUMERATION, LAYERED], ids=lambda kernel: kernel.name)
repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=40)

option_sets = st.dictionaries(st.sampled_from(sorted(ISSUES)), st.just(None), max_size=2).flatmap(
    lambda chosen: st.fixed_dictionaries({issue: st.sets(st.sampled_from(ISSUES[issue])).map(frozenset) for issue in chosen})
)


@st.composite
def pictures(draw, party):
    low = {issue: {option: draw(st.integers(-1, 4)) for option in options} for issue, options in ISSUES.items()}
    high = {
        issue: {option: value + draw(st.sampled_from([0, 0, 1, 3])) for option, value in each.items()} for issue, each in low.items()
    }
    links = draw(st.lists(st.builds(ValueLink, option_sets, st.integers(-3, 3)), max_size=1))
    wider = [ValueLink(each.if_chosen, each.value + draw(st.sampled_from([0, 2]))) for each in links]
    reservation = draw(st.integers(-1, 6))
    upper = reservation + draw(st.sampled_from([0, 0, 1]))
    least = Preferences(party, low, reservation=reservation, links=tuple(links), basis=ValueBasis.ASSUMED)
    return Picture(least, evolve(least, option_values=high, reservation=upper, links=tuple(wider)), name=draw(st.sampled_from("ab")))


def doubts(party):
    return st.lists(pictures(party), min_size=1, max_size=2).map(lambda found: Doubt(party, tuple(found)))


@st.composite
def firm(draw):
    first = draw(option_sets)
    requires = draw(option_sets)
    owner, kind = draw(
        st.sampled_from([(None, RequirementKind.LINK), ("north", RequirementKind.RED_LINE), ("north", RequirementKind.DEMAND)])
    )
    return [Requirement("r", owner, kind=kind, if_chosen=first, requires=requires)] if first or requires else []


cases = st.tuples(firm().map(lambda found: Problem(ISSUES, tuple(found), parties=("north", "south"))), doubts("north"), doubts("south"))


def truths(picture):
    """Every way in which the numbers of a picture that are in doubt may turn out, at their ends; the rest stays as it is."""
    numbers = [(issue, option) for issue, options in ISSUES.items() for option in options]
    ends = [sorted({*picture.ends(*each)}) for each in numbers]
    links = [sorted({low.value, high.value}) for low, high in zip(picture.least.links, picture.most.links, strict=True)]
    bars = sorted({picture.least.reservation, picture.most.reservation})
    for *chosen, bar in product(*ends, *links, bars):
        values = {issue: {} for issue in ISSUES}
        for (issue, option), value in zip(numbers, chosen, strict=False):
            values[issue][option] = value
        given = tuple(evolve(link, value=value) for link, value in zip(picture.least.links, chosen[len(numbers) :], strict=True))
        yield evolve(picture.least, option_values=values, links=given, reservation=bar)


def keeps_what_is_firm(problem, package):
    return all(each.is_met_by(package) for each in problem.requirements if each.kind is not RequirementKind.DEMAND)


def sure(doubt, package):
    accepted = {truth.value(package) >= truth.reservation for picture in doubt.pictures for truth in truths(picture)}
    return {(True,): "surely", (False,): "never", (False, True): "possibly"}[tuple(sorted(accepted))]


def in_zone(problem, both, package):
    if not keeps_what_is_firm(problem, package):
        return "never"
    found = {sure(doubt, package) for doubt in both}
    return next(each for each in ("never", "possibly", "surely") if each in found)


@both_kernels
@repeatable
@given(cases)
def test_packages_are_surely_possibly_or_never_in_the_zone(kernel, case):
    problem, *both = case
    zone = doubtful_zone(problem, both, shown=6, kernel=kernel)
    sorts = {name: [each for each in PACKAGES if in_zone(problem, both, each) == name] for name in ("surely", "possibly")}
    firm_ones = [each for each in PACKAGES if keeps_what_is_firm(problem, each)]
    assert zone.status == Optimal()
    assert [zone.packages.most, zone.surely.most, zone.in_doubt.most] == [len(firm_ones), *(len(each) for each in sorts.values())]
    assert zone.never.most == len(firm_ones) - len(sorts["surely"]) - len(sorts["possibly"])
    assert [list(zone.sure), list(zone.doubtful)] == list(sorts.values())
    for package in PACKAGES:
        assert classify(problem, both, package).sureness == in_zone(problem, both, package)
        assert {party: str(each) for party, each in classify(problem, both, package).parties.items()} == {
            doubt.party: sure(doubt, package) for doubt in both
        }


@both_kernels
@repeatable
@given(cases)
def test_what_hangs_on_one_party_alone_is_counted_by_party(kernel, case):
    problem, *both = case
    zone = doubtful_zone(problem, both, kernel=kernel)
    of = {each.party: each for each in zone.parties}
    for doubt, other in (both, reversed(both)):
        if doubt.is_none:
            assert doubt.party not in of
            continue
        firm_ones = [(sure(doubt, each), sure(other, each)) for each in PACKAGES if keeps_what_is_firm(problem, each)]
        assert of[doubt.party].surely.least == sum(own == "surely" for own, _ in firm_ones)
        assert of[doubt.party].possibly.least == sum(own != "never" for own, _ in firm_ones)
        assert of[doubt.party].alone.least == sum(each == ("possibly", "surely") for each in firm_ones)


def regret_of(problem, both, package):
    """The greatest regret over all worlds, rivals and truths, each party's difference at its worst."""
    return max(_regret(problem, world, package) for world in product(*(doubt.pictures for doubt in both)))


def _regret(problem, world, package):
    firm_ones = [each for each in PACKAGES if keeps_what_is_firm(problem, each)]
    gains = [max(each.most.value(p) - each.least.reservation for p in firm_ones) for each in world]
    rivals = [p for p in firm_ones if all(each.most.value(p) >= each.least.reservation for each in world)]
    return max(
        (sum(_worse(each, p, package, gain) for each, gain in zip(world, gains, strict=True)) for p in rivals), default=Fraction(0)
    )


def _worse(picture, rival, package, gain):
    if gain <= 0:
        return Fraction(0)
    differences = [truth.value(rival) - truth.value(package) for truth in truths(picture)]
    return Fraction(max(differences), gain)


@both_kernels
@settings(repeatable, max_examples=25)
@given(cases)
def test_no_package_is_to_be_regretted_less_at_worst(kernel, case):
    problem, *both = case
    found = least_regret(problem, both, kernel=kernel)
    sorts = [in_zone(problem, both, each) for each in PACKAGES]
    worlds = list(product(*(doubt.pictures for doubt in both)))
    among = [p for p, sort in zip(PACKAGES, sorts, strict=True) if sort == "surely"] or [
        p
        for p in PACKAGES
        if keeps_what_is_firm(problem, p)
        and any(all(each.most.value(p) >= each.least.reservation for each in world) for world in worlds)
    ]
    if not among:
        assert isinstance(found.status, Infeasible)
        return
    regrets = {str(p): max(Fraction(0), regret_of(problem, both, p)) for p in among}
    assert found.status == Optimal()
    assert found.regret == min(regrets.values()) == regrets[str(found.package)]
    assert found.among_sure is ("surely" in sorts)
    if found.regret:
        assert found.rival in PACKAGES


@repeatable
@given(cases, st.sampled_from(PACKAGES))
def test_an_answer_rules_out_only_what_contradicts_it(case, package):
    _, doubt, _ = case
    answers_to = {
        Asked.RESERVATION: lambda each, asked: "yes" if each.reservation > asked.than else "no",
        Asked.OPTION: lambda each, asked: "yes" if each.option_values[asked.issue][asked.option] > asked.than else "no",
        Asked.PACKAGE: lambda each, asked: "yes" if each.value(asked.package) >= each.reservation else "no",
    }
    for asked in questions(doubt, ISSUES, (package,)):
        left = after(doubt, asked, ISSUES)
        assert left
        for answer, narrowed in left.items():
            for picture in narrowed.pictures:
                assert any(_is_within(picture, whole) for whole in doubt.pictures)
            if asked.about in answers_to:
                right = [t for p in doubt.pictures for t in truths(p) if answers_to[asked.about](t, asked) == answer]
                assert all(any(_is_within(Picture(truth, truth), each) for each in narrowed.pictures) for truth in right)


def _is_within(inner, outer):
    lows, highs = zip(*(zip(outer.ends(*each), inner.ends(*each), strict=True) for each in inner.options), strict=True)
    bars = (outer.least.reservation, inner.least.reservation, inner.most.reservation, outer.most.reservation)
    links = zip(outer.least.links, inner.least.links, inner.most.links, outer.most.links, strict=False)
    return (
        all(out <= own for out, own in lows)
        and all(out >= own for out, own in highs)
        and list(bars) == sorted(bars)
        and all([each.value for each in row] == sorted(each.value for each in row) for row in links)
        and [each.if_chosen for each in outer.least.links] == [each.if_chosen for each in inner.least.links]
    )


@both_kernels
@settings(repeatable, max_examples=25)
@given(cases)
def test_no_question_leaves_less_in_doubt_at_worst(kernel, case):
    problem, *both = case
    found = best_question(problem, both, kernel=kernel)
    in_doubt = [each for each in PACKAGES if in_zone(problem, both, each) == "possibly"]
    assert found.in_doubt.least == found.in_doubt.most == len(in_doubt)
    worst = len(in_doubt)
    for place, doubt in enumerate(both):
        for asked in questions(doubt, ISSUES, tuple(each for each in in_doubt if sure(doubt, each) == "possibly")):
            left = after(doubt, asked, ISSUES)
            if len(left) > 1:
                counts = [
                    sum(in_zone(problem, [*both[:place], each, *both[place + 1 :]], p) == "possibly" for p in PACKAGES)
                    for each in left.values()
                ]
                worst = min(worst, max(counts))
    assert (found.best.left if found.best else len(in_doubt)) == worst
