"""A scenario as a case: ids for any name, whole numbers that keep the order, and what whoever imports it is told."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from attrs import evolve

from gobetween.casefiles.encoding.folder_writer import files_of, write_folder
from gobetween.casefiles.folders import check_folder, load_case
from gobetween.casefiles.scenarios.case_forms import ASSUMPTION_SET, case_of
from gobetween.casefiles.scenarios.ceilings import most_worth
from gobetween.casefiles.scenarios.ids import ids_for
from gobetween.casefiles.scenarios.kept_orders import compare_orders
from gobetween.casefiles.scenarios.numerals import decimal, decimals_summing_to, exact
from gobetween.casefiles.scenarios.values import Bonus, Scenario, ScenarioIssue, ScenarioParty
from gobetween.casefiles.scenarios.whole_numbers import Scale, scale_of
from gobetween.model.errors import InvalidCase
from gobetween.model.preferences import ASSUMPTION_NOTICE, ValueBasis
from specimen_scenarios import GENIUS, NEGMAS

TODAY = dt.date(2026, 11, 22)


def party(*worths, name="north", reservation=Fraction(0), **others):
    """A party with one issue for each mapping of worths."""
    return ScenarioParty(name, {f"I{at}": dict(each) for at, each in enumerate(worths)}, reservation=reservation, **others)


def scenario(*parties):
    issues = tuple(ScenarioIssue(name, tuple(options)) for name, options in parties[0].values.items())
    return Scenario("x", issues, parties, tool="Genius")


def test_an_imported_case_loads_and_its_numbers_are_assumed_ones(scenario_in, tmp_path):
    imported = case_of(scenario_in(GENIUS), "quay")
    files = files_of(imported.case)
    write_folder(files, tmp_path / "case")
    assert check_folder(tmp_path / "case", today=TODAY) == ()
    assert ASSUMPTION_NOTICE in files[f"assumptions/{ASSUMPTION_SET}.yaml"]
    loaded = load_case(tmp_path / "case", assumption=ASSUMPTION_SET, today=TODAY).case
    assert (loaded.is_fictional, loaded.parties) == (True, ("north", "south"))
    assert [each.basis for each in loaded.preferences] == [ValueBasis.ASSUMED] * 2
    assert loaded.preferences[0].option_values == {"toll": {"none": 6000, "half": 2000}, "hours": {"short": 0, "long": 4000}}
    assert load_case(tmp_path / "case", today=TODAY).case.preferences == ()


def test_a_discount_factor_is_kept_in_words_and_told(scenario_in):
    imported = case_of(scenario_in(GENIUS), "quay")
    said = "Discount factor 0.9 for each round or unit of time: the numbers are those of the beginning."
    assert imported.notices == (f"north: {said}",)
    assert said in imported.case.preferences[0].note
    assert "Discount" not in imported.case.preferences[1].note


def test_without_a_reservation_value_every_package_is_acceptable_and_that_is_told(scenario_in):
    imported = case_of(scenario_in(NEGMAS), "quay")
    assert imported.notices == ("south: has no reservation value: every package is acceptable to it",)
    assert imported.case.preferences[1].reservation == 0
    below = party({"a": Fraction(-2), "b": Fraction(1)}, reservation=None, bonuses=(Bonus({"I0": frozenset({"a"})}, Fraction(-1)),))
    assert case_of(scenario(below), "x").case.preferences[0].reservation == -30_000


@pytest.mark.parametrize(
    ("worths", "units"),
    [
        ((Fraction(1, 4), Fraction(1)), 10_000),
        ((Fraction(1, 3), Fraction(1)), 3),
        ((Fraction(0),), 10_000),
        ((Fraction(1, 3) ** 20, Fraction(1)), 3**20),
        ((Fraction(10**12),), 1),
        ((Fraction(1, 7), Fraction(1, 10**30)), 7 * 10**12),
        ((Fraction(10**15),), Fraction(1, 1000)),
    ],
)
def test_the_scale_is_the_usual_one_or_the_least_that_is_exact_or_the_finest(worths, units):
    assert scale_of(party({str(at): each for at, each in enumerate(worths)})).units == units


def test_rounding_is_told_with_its_bound_and_refused_on_request():
    long = party({"a": Fraction("0.1234567890123456789"), "b": Fraction(0)})
    imported = case_of(scenario(long, evolve(long, name="south")), "x")
    assert imported.notices[0].startswith(
        "north: Rounded to whole numbers on a scale of 1000000000000 for a worth of 1; a package is off by"
    )
    assert imported.case.preferences[0].option_values["i0"]["a"] == 123_456_789_012
    with pytest.raises(InvalidCase, match="no common denominator that fits, so they cannot be kept exactly; leave --exact out"):
        case_of(scenario(long), "x", exact=True)


def test_what_rounding_does_to_the_order_is_counted():
    issues = (ScenarioIssue("I0", ("a", "b", "c", "d")),)
    close = party(
        {"a": Fraction("1.2"), "b": Fraction("1.3"), "c": Fraction("1.6"), "d": Fraction("2.4")}, reservation=Fraction("1.25")
    )
    order = compare_orders(close, issues, Scale(Fraction(1), error=Fraction(1, 2)))
    assert order is not None
    assert (order.apart, order.together, order.swapped, order.reservation) == (0, 2, 0, None)
    finer = compare_orders(close, issues, Scale(Fraction(10), error=Fraction(1, 2)))
    assert finer is not None
    assert (finer.is_whole, finer.reservation) == (True, 13)
    two = party(
        {"a": Fraction("0.4"), "b": Fraction(0)}, {"c": Fraction("0.4"), "d": Fraction("0.7")}, {"e": Fraction("0.4"), "f": Fraction(0)}
    )
    swapped = compare_orders(
        two, tuple(ScenarioIssue(name, tuple(each)) for name, each in two.values.items()), Scale(Fraction(1), error=Fraction(1))
    )
    assert swapped is not None
    assert swapped.swapped  # 1.2 becomes 0, and 0.7 becomes 1


def test_neighbours_that_fall_together_are_told():
    near = {"a": Fraction("0.5"), "b": Fraction("0.50000000000000001"), "c": Fraction("1"), "d": Fraction("0.3333333333333333333")}
    imported = case_of(scenario(party(near, reservation=Fraction("0.50000000000000001"))), "x")
    assert imported.notices[1] == (
        "north: of neighbouring values that lie closer than 3.3e-12, 0 changed places, 1 fell together, 0 fell apart"
    )
    assert (
        imported.notices[2]
        == "north: packages that are worth almost exactly its reservation value may have come to lie on its other side"
    )
    assert imported.case.preferences[0].reservation == 100_000_000_000


def test_a_search_for_the_most_ends_and_then_gives_the_sum():
    values = [{"0": Fraction(0), "1": Fraction(0)} for _ in range(40)]
    pairs = [(a, b) for a in range(40) for b in range(a)]
    bonuses = tuple(
        Bonus({f"I{a}": frozenset({str(at % 2)}), f"I{b}": frozenset({str((at // 2) % 2)})}, Fraction(7 + at % 5))
        for at, (a, b) in enumerate(pairs)
    )
    assert most_worth(party(*values, bonuses=bonuses)) == sum(bonus.value for bonus in bonuses)
    assert most_worth(party({"a": Fraction(-2), "b": Fraction(-1)})) == -1


def test_an_order_is_not_gone_through_where_packages_are_many_or_depend_on_several_issues():
    many = tuple(ScenarioIssue(f"I{at}", ("a", "b")) for at in range(20))
    assert compare_orders(party(*({"a": Fraction(1), "b": Fraction(0)} for _ in many)), many, Scale(Fraction(1))) is None
    linked = party({"a": Fraction(1)}, bonuses=(Bonus({"I0": frozenset({"a"})}, Fraction(1)),))
    assert compare_orders(linked, (ScenarioIssue("I0", ("a",)),), Scale(Fraction(1))) is None


def test_the_most_that_a_package_is_worth_counts_bonuses_that_can_be_had_together():
    values = ({"0": Fraction(1), "1": Fraction(0)}, {"0": Fraction(0), "1": Fraction(2)})
    bonuses = (
        Bonus({"I0": frozenset({"0"}), "I1": frozenset({"0"})}, Fraction(4)),
        Bonus({"I0": frozenset({"1"}), "I1": frozenset({"1"})}, Fraction(3)),
        Bonus({"I0": frozenset({"1"}), "I1": frozenset({"0", "1"})}, Fraction(1)),
    )
    assert most_worth(party(*values, bonuses=bonuses)) == 6


def test_packages_above_the_tools_ceiling_are_told():
    bonuses = (Bonus({"I0": frozenset({"a"}), "I1": frozenset({"c"})}, Fraction(1)),)
    above = party({"a": Fraction(1, 2), "b": Fraction(0)}, {"c": Fraction(0), "d": Fraction(0)}, bonuses=bonuses, ceiling=Fraction(1))
    assert case_of(scenario(above), "x").notices == (
        "north: packages may be worth more than 1 here; Genius counts what is above 1 as 1",
    )
    below = evolve(above, bonuses=(evolve(bonuses[0], value=Fraction(1, 2)),))
    assert case_of(scenario(below), "x").notices == ()


def test_any_name_gets_an_id_of_its_own():
    names = ["Größe", "grosse", "GRÖSSE", "東京", "東", "-5", "5", "0.6", "a" * 200, "a" * 201, "!"]
    ids = ids_for(names, "option")
    assert list(ids.values()) == [
        "groe",
        "grosse",
        "grosse-2",
        "option",
        "option-2",
        "minus-5",
        "5",
        "0-6",
        "a" * 60,
        f"{'a' * 60}-2",
        "option-3",
    ]
    assert ids_for(["public", "keeper"], "party", taken=("public", "keeper")) == {"public": "public-2", "keeper": "keeper-2"}


def test_hostile_names_make_a_case_that_loads(scenario_in, tmp_path):
    names = {"north": "no", "south": "public", "Toll": "{toll: [1]}", "none": "&amp;lt; #x", "half": "- &quot;&#39;"}
    files = dict(GENIUS)
    for old, new in names.items():
        files = {name.replace(f"{old}.xml", f"{new}.xml"): text.replace(f'"{old}"', f'"{new}"') for name, text in files.items()}
    write_folder(files_of(case_of(scenario_in(files), "x").case), tmp_path / "case")
    case = load_case(tmp_path / "case", today=TODAY).case
    assert [actor.id for actor in case.actors] == ["no", "public-2"]
    assert [option.title for option in case.issues[0].options] == ["&lt; #x", "- \"'"]
    with pytest.raises(InvalidCase, match="has 3,000 characters, and 2,000 are the most"):
        case_of(Scenario("x" * 3000, (), ()), "x")


@pytest.mark.parametrize("text", ["", "x", "1e1000", "1e", "--1", "1_000", "0x10", "inf", "1" * 500, "１"])
def test_what_is_no_number_is_none(text):
    assert exact(text) is None


def test_a_long_decimal_is_read_as_the_fraction_that_it_abbreviates():
    assert decimal(Fraction(1, 3)) == "0." + "3" * 40
    assert exact("0." + "3" * 40) == Fraction(1, 3)
    assert exact("0." + "3" * 39) == Fraction(int("3" * 39), 10**39)
    assert exact("-1.5e-3") == Fraction(-15, 10_000)
    odd = "0.3141592653589793238462643383279502884197169"
    assert exact(odd) == Fraction(odd)


def test_decimals_that_have_to_sum_to_one_do():
    texts = decimals_summing_to(1, [Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)])
    assert sum(map(Fraction, texts)) == 1
    assert [exact(text) for text in texts] == [Fraction(1, 3)] * 3
    assert decimals_summing_to(1, [Fraction(1, 4), Fraction(3, 4)]) == ["0.25", "0.75"]
