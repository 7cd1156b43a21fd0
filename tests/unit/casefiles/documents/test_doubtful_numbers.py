from __future__ import annotations

from itertools import product

import pytest

from gobetween.bargaining.problems import problem_of
from gobetween.bargaining.robust.narrowings import Asked, Question, after
from gobetween.bargaining.robust.zones import Sureness, sureness_to
from gobetween.casefiles.folders import load_case
from gobetween.model.doubt import standing_in
from gobetween.model.errors import InvalidCase
from gobetween.model.preferences import ValueLink

PACKAGES = [{"wage": wage, "hours": hours} for wage, hours in product(("two", "four"), ("short", "long"))]
VALUES = "values: {wage: {two: 20, four: 100}, hours: {short: 80}}"


@pytest.fixture
def assumed(quay):
    def load(union, *, case=None):
        text = f"gobetween: 1\npreferences:\n  union: {{{union}}}\n"
        folder = quay.folder(assumptions__guess=text, **({"case": case} if case else {}))
        return load_case(folder, assumption="guess", today=quay.today)

    return load


@pytest.fixture
def fault(assumed):
    def of(union, **more):
        with pytest.raises(InvalidCase) as caught:
            assumed(union, **more)
        (found,) = caught.value.faults
        return found

    return of


def test_numbers_may_lie_between_two_ends(assumed):
    found = assumed(
        "weights: {wage: [2, 3]}, values: {wage: {two: [-10, 20], four: 100}, hours: {short: [7, 9]}}, reservation: [10, 30], "
        "value_links: [{if: {wage: [two]}, value: [-5, 5]}]"
    ).assumption
    (doubt,) = found.doubts
    (picture,) = doubt.pictures
    assert [picture.ends("wage", "two"), picture.ends("wage", "four"), picture.ends("hours", "short")] == [
        (-30, 60),
        (200, 300),
        (7, 9),
    ]
    assert (picture.least.reservation, picture.most.reservation) == (10, 30)
    assert [each.links[0].value for each in (picture.least, picture.most)] == [-5, 5]
    assert picture.name == "guess"


def test_a_brief_gets_the_middle_which_says_so(assumed):
    loaded = assumed(
        "values: {wage: {two: [0, 25], four: 100}}, reservation: [10, 31], value_links: [{if: {wage: [two]}, value: [1, 4]}]"
    )
    (preferences,) = loaded.case.preferences
    assert preferences.option_values == {"wage": {"two": 12, "four": 100}}
    assert (preferences.reservation, preferences.links) == (20, (ValueLink({"wage": frozenset({"two"})}, 2),))
    assert preferences.note == "These numbers are the middle of what is in doubt; gobetween robust works with all of it."
    assert standing_in(loaded.case.preferences, loaded.assumption.doubts) == loaded.assumption.doubts


def test_numbers_without_doubt_make_none(assumed):
    loaded = assumed(f"{VALUES}, reservation: 40%")
    assert loaded.assumption.doubts == ()
    assert loaded.case.preferences[0].reservation == 72
    assert [each.is_none for each in standing_in(loaded.case.preferences, ())] == [True]


def test_a_share_of_the_best_is_in_doubt_with_the_best(assumed):
    (doubt,) = assumed("values: {wage: {two: [10, 50], four: [20, 40]}}, reservation: [40%, 50%]").assumption.doubts
    assert (doubt.pictures[0].least.reservation, doubt.pictures[0].most.reservation) == (8, 25)


def test_ranks_make_a_picture_for_each_extreme_case(assumed):
    (doubt,) = assumed(f"ranks: [wage, hours], {VALUES}, reservation: 40%").assumption.doubts
    assert [(each.name, dict(each.weights)) for each in doubt.pictures] == [
        ("weight on wage", {"wage": 2, "hours": 0}),
        ("weight on wage, hours", {"wage": 1, "hours": 1}),
    ]
    assert [each.least.option_values["wage"]["four"] for each in doubt.pictures] == [200, 100]
    assert [each.least.reservation for each in doubt.pictures] == [80, 72]
    assert len(doubt.alternatives) == 1


def ordered(weights):
    return [(wage, hours) for wage, hours in product(range(weights + 1), repeat=2) if wage >= hours and wage]


def accepts(wage, hours, package):
    value = wage * {"two": 20, "four": 100}[package["wage"]] + hours * {"short": 80, "long": 0}[package["hours"]]
    return value * 100 >= 40 * (wage * 100 + hours * 80)


def test_what_is_sure_of_ranks_is_sure_of_every_weight_that_keeps_to_them(assumed):
    (doubt,) = assumed(f"ranks: [wage, hours], {VALUES}, reservation: 40%").assumption.doubts
    for package in PACKAGES:
        accepted = {accepts(wage, hours, package) for wage, hours in ordered(6)}
        expected = {(True,): Sureness.SURELY, (False,): Sureness.NEVER}.get(tuple(accepted), Sureness.POSSIBLY)
        assert sureness_to(doubt, package) is expected


def test_an_answer_about_weights_keeps_what_lies_between_the_extreme_cases(assumed):
    (doubt,) = assumed(f"ranks: [wage, hours], {VALUES}, reservation: 40%").assumption.doubts
    issues = {"wage": ("two", "four"), "hours": ("short", "long")}
    asked = Question("union", Asked.ISSUES, issues=("wage", "hours"))
    assert [[each.name for each in left.pictures] for left in after(doubt, asked, issues).values()] == [
        ["weight on wage", "weight on wage, hours"],
        ["weight on wage, hours"],
    ]
    for package in PACKAGES:
        for left in after(doubt, Question("union", Asked.PACKAGE, package=package), issues).values():
            assert left == doubt


def test_several_orders_leave_more_extreme_cases(assumed, quay):
    case = quay.case_text + "  term: {title: Term, options: {one: 1, two: 2}}\n"
    values = "values: {wage: {two: 20}, hours: {short: 80}, term: {one: 5}}"
    (doubt,) = assumed(f"ranks: [[wage, hours], [wage, term]], {values}, reservation: 40%", case=case).assumption.doubts
    assert [each.name.removeprefix("weight on ") for each in doubt.pictures] == [
        "wage",
        "wage, hours",
        "wage, term",
        "wage, hours, term",
    ]
    assert [each.weights["wage"] for each in doubt.pictures] == [6, 3, 3, 2]


@pytest.mark.parametrize(
    ("union", "said"),
    [
        (
            "values: {wage: {two: [3, 1]}}, reservation: 0",
            "preferences.union.values.wage.two: the first number is greater than the second",
        ),
        ("values: {wage: {two: [1, 2, 3]}}, reservation: 0", "found a list; allowed: one number, or two as in [least, most]"),
        ("values: {wage: {two: [1, 2.5]}}, reservation: 0", "use whole numbers"),
        ("values: {wage: {two: 1}}, reservation: [40%, 50]", "found a percentage beside a whole number"),
        ("values: {wage: {two: 1}}", "'reservation' is missing"),
        ("ranks: [wage, hours], values: {wage: {two: 1}}, reservation: 40%", "ranks: 'hours' has no 'values'"),
        ("ranks: [wage], values: {wage: {two: 1}}, reservation: 40%", "an order names two issues or more"),
        ("ranks: wage, values: {wage: {two: 1}}, reservation: 40%", "allowed: issues in order of importance"),
        (f"ranks: [wage, hours], {VALUES}, reservation: 40", "beside ranks give it as a percentage"),
        (f"ranks: [wage, hours], weights: {{wage: 2}}, {VALUES}, reservation: 40%", "ranks stand in the place of weights"),
        (f"ranks: [[wage, hours], [hours, wage]], {VALUES}, reservation: 40%", "ranks: some go round in a circle"),
        (f"ranks: [wage, hour], {VALUES}, reservation: 40%", "did you mean 'hours'?"),
    ],
)
def test_what_cannot_be_is_a_fault_with_its_place_and_remedy(fault, union, said):
    found = fault(union)
    assert found.startswith("assumptions/guess.yaml:3: preferences.union")
    assert said in found


def test_ranks_that_say_too_little_are_refused(fault, quay):
    more = "".join(f"  issue-{at}: {{title: More, options: {{one: 1, two: 2}}}}\n" for at in range(8))
    values = ", ".join(f"issue-{at}: {{one: 1}}" for at in range(8))
    said = fault(f"ranks: [issue-0, issue-1], values: {{{values}}}, reservation: 40%", case=quay.case_text + more)
    assert "ranks: more than 64 extreme cases are left; rank more issues against each other, or give weights" in said


def test_numbers_that_a_party_entrusted_are_not_in_doubt(quay):
    folder = quay.folder(parties__union=quay.party_text.replace("four: 100", "four: [90, 100]"))
    with pytest.raises(InvalidCase, match="found a list; allowed: a whole number"):
        load_case(folder, audience="union", today=quay.today)


def test_a_problem_takes_the_middle_of_what_is_in_doubt(assumed):
    loaded = assumed("values: {wage: {two: [0, 20], four: 100}}, reservation: 10")
    assert problem_of(loaded.case, loaded.case.preferences).values({"wage": "two"}) == {"union": 10}
