"""What the numbers of each tool's files are taken to mean: worked out by hand."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
import yaml

from gobetween.casefiles.scenarios.scenario_folders import read_scenario
from specimen_scenarios import DOMAIN, GENIUS, NEGMAS, NEGOLOG, NONLINEAR, NORTH, SOUTH, WEB


def named(scenario, name):
    return next(party for party in scenario.parties if party.name == name)


def test_genius_divides_evaluations_by_the_largest_of_their_issue(scenario_in):
    scenario = scenario_in(GENIUS)
    north = named(scenario, "north")
    assert [issue.name for issue in scenario.issues] == ["Toll", "Hours"]
    assert north.values == {
        "Toll": {"none": Fraction(6, 10), "half": Fraction(2, 10)},
        "Hours": {"short": Fraction(0), "long": Fraction(4, 10)},
    }
    assert (north.reservation, north.discount) == (Fraction(1, 4), Fraction(9, 10))
    assert named(scenario, "south").values["Toll"] == {"none": Fraction(1, 2), "half": Fraction(1, 6)}


def test_genius_weights_are_divided_by_their_sum_and_that_is_told(scenario_in):
    scenario = scenario_in({**GENIUS, "north.xml": NORTH.replace('value="0.6"', 'value="0.61"')})
    assert named(scenario, "north").values["Toll"]["none"] == Fraction(61, 101)
    assert scenario.notices == ("north.xml: its weights sum to 1.01 and were divided by that",)


def test_genius_has_no_reservation_value_where_none_is_said(scenario_in):
    scenario = scenario_in({**GENIUS, "north.xml": NORTH.replace('<reservation value="0.25"/>', "")})
    assert named(scenario, "north").reservation == 0


def test_an_issue_whose_evaluations_are_all_nothing_is_worth_nothing(scenario_in):
    scenario = scenario_in({**GENIUS, "north.xml": NORTH.replace('evaluation="8"', 'evaluation="0"')})
    assert named(scenario, "north").values["Hours"] == {"short": 0, "long": 0}


def test_genius_goes_by_the_index_of_an_issue_and_a_change_of_name_is_told(scenario_in):
    scenario = scenario_in({**GENIUS, "north.xml": NORTH.replace('name="Hours"', 'name="Time"')})
    assert named(scenario, "north").values["Hours"]["long"] == Fraction(4, 10)
    assert "issue 2 is called 'Time' here; it was taken for 'Hours'" in scenario.notices[0]


def with_numbers(kind, evaluator, bounds='lowerbound="2" upperbound="5"'):
    """The scenario with an issue of numbers in place of the hours."""
    start, end = '<issue index="2" name="Hours"', "</issue>\n</objective>"
    issue = f'<issue index="2" name="Hours" type="{kind}" {bounds}>'
    domain = DOMAIN[: DOMAIN.index(start)] + f"{issue}{end}" + DOMAIN.split(end)[1]
    profiles = (profile[: profile.index(start)] + f"{issue}{evaluator}{end}" + profile.split(end)[1] for profile in (NORTH, SOUTH))
    return dict(zip(GENIUS, (domain, *profiles), strict=True))


def test_genius_integers_are_taken_one_by_one_with_the_slope_from_their_lower_bound(scenario_in):
    scenario = scenario_in(with_numbers("integer", '<evaluator ftype="linear" slope="0.4" offset="0.1"/>'))
    assert scenario.issues[1].options == ("2", "3", "4", "5")
    values = named(scenario, "north").values["Hours"]
    assert values == {"2": Fraction(4, 100), "3": Fraction(20, 100), "4": Fraction(36, 100), "5": Fraction(40, 100)}  # cut off at 1


@pytest.mark.parametrize(
    ("evaluator", "worth"),
    [
        ('ftype="linear" parameter0="-1" parameter1="0.5"', (Fraction(0), Fraction(1, 4), Fraction(1))),
        ('ftype="constant" parameter0="0.5"', (Fraction(1, 2),) * 3),
        ('ftype="triangular" parameter0="2" parameter1="5" parameter2="3"', (Fraction(0), Fraction(3, 4), Fraction(0))),
    ],
)
def test_genius_reals_are_cut_into_steps_on_request(scenario_in, evaluator, worth):
    scenario = scenario_in(with_numbers("real", f"<evaluator {evaluator}/>"), steps=3)
    assert scenario.issues[1].options == ("2", "3.5", "5")
    expected = (
        tuple(Fraction(4, 10) * each for each in worth)
        if "linear" not in evaluator
        else (Fraction(0), Fraction(4, 10) * Fraction(3, 4), Fraction(4, 10))
    )
    assert tuple(named(scenario, "north").values["Hours"].values()) == expected


def test_many_integers_are_cut_into_steps_with_both_ends_among_them(scenario_in):
    files = with_numbers("integer", '<evaluator slope="0.001" offset="0"/>', 'lowerbound="0" upperbound="1000"')
    assert scenario_in(files, steps=4).issues[1].options == ("0", "333", "667", "1000")


def test_hyper_rectangles_add_up_and_are_divided_by_maxutility(scenario_in):
    north = scenario_in(NONLINEAR).parties[0]

    def worth(a, b):
        total = north.values["A"][a] + north.values["B"][b]
        return total + sum(bonus.value for bonus in north.bonuses if a in bonus.if_chosen["A"] and b in bonus.if_chosen["B"])

    by_hand = {("0", "0"): 0.5, ("0", "2"): 7.5, ("1", "0"): 5.5, ("1", "2"): 11.5, ("2", "1"): 5.5, ("2", "2"): 5.5, ("0", "1"): 0.5}
    assert {each: worth(*each) for each in by_hand} == {each: Fraction(value) / 10 for each, value in by_hand.items()}
    assert len(north.bonuses) == 2  # what depends on one issue, or on none, is in the values of options


def test_negolog_takes_weights_and_values_as_they_stand(scenario_in):
    scenario = scenario_in(NEGOLOG)
    assert named(scenario, "profileA").values == {
        "Toll": {"none": Fraction(3, 5), "half": Fraction(3, 10)},
        "Hours": {"short": 0, "long": Fraction(2, 5)},
    }
    assert [party.reservation for party in scenario.parties] == [Fraction(1, 4), 0]
    assert scenario.notices == ("not read, as it is no part of the scenario: specs.json",)


def test_geniusweb_interpolates_numbers_and_takes_the_worth_of_the_reservation_bid(scenario_in):
    scenario = scenario_in(WEB)
    assert scenario.issues[1].options == ("100", "150", "200")
    north = named(scenario, "north")
    assert north.values == {
        "Toll": {"none": Fraction(63, 100), "half": Fraction(14, 100)},
        "Dues": {"100": Fraction(3, 10), "150": Fraction(15, 100), "200": 0},
    }
    assert north.reservation == Fraction(29, 100)
    assert named(scenario, "south").reservation == Fraction(44, 100)


def test_geniusweb_needs_no_domain_file_and_no_reservation(scenario_in):
    files = {
        name: text.replace('"reservationBid": {', '"reservationBid": null, "x": {') for name, text in WEB.items() if name != "quay.json"
    }
    files = {name: text[: text.index(', "x"')] + "}}" for name, text in files.items()}
    assert [party.reservation for party in scenario_in(files).parties] == [0, 0]


def test_negmas_normalises_nothing(scenario_in):
    scenario = scenario_in(NEGMAS)
    north, south = named(scenario, "north"), named(scenario, "south")
    assert north.values == {"Toll": {"none": 6, "half": -2}, "Dues": {"1": Fraction(5, 4), "2": Fraction(1, 2), "3": Fraction(-1, 4)}}
    assert north.reservation == Fraction(1, 2)
    assert south.reservation is None
    assert south.values == {"Toll": {"none": Fraction(5, 4), "half": Fraction(5, 4)}, "Dues": {"1": 0, "2": 10, "3": 10}}
    assert [(dict(bonus.if_chosen), bonus.value) for bonus in south.bonuses] == [
        ({"Toll": frozenset({"half"}), "Dues": frozenset({"1", "2"})}, 41)
    ]


def test_a_discounted_function_of_negmas_is_taken_as_it_is_at_the_beginning(scenario_in):
    inner = "\n".join(f"  {line}" for line in NEGMAS["north.yml"].splitlines())
    outer = f"type: ExpDiscountedUFun\ndiscount: 0.95\nfactor: step\nreserved_value: 0.75\nufun:\n{inner}\n"
    north = named(scenario_in({**NEGMAS, "north.yml": outer}), "north")
    assert (north.discount, north.reservation, north.values["Toll"]["none"]) == (Fraction(95, 100), Fraction(3, 4), 6)


def test_a_reserved_value_that_a_discounted_function_hides_stops_where_its_scale_cannot_be_told(scenario_in):
    inner = "\n".join(f"  {line}" for line in NEGMAS["north.yml"].splitlines())
    outer = f"type: ExpDiscountedUFun\ndiscount: 0.95\nreserved_value: -.inf\nufun:\n{inner}\n"
    with pytest.raises(
        Exception, match=r"north.yml:5: ufun: reserved_value 0.5 stands beside utilities of up to 7.25.* cannot be explained"
    ):
        scenario_in({**NEGMAS, "north.yml": outer})


def test_json_of_negmas_is_read_as_its_yaml(scenario_in, tmp_path):
    def as_json(text):
        return json.dumps(yaml.safe_load(text))

    ours = scenario_in(NEGMAS)
    (tmp_path / "json").mkdir()
    for name, text in NEGMAS.items():
        (tmp_path / "json" / name.replace(".yml", ".json")).write_text(as_json(text))
    assert read_scenario(tmp_path / "json").parties == ours.parties


def test_what_says_nothing_of_worth_is_passed_over_and_named(scenario_in):
    criteria = '<criteria_function><item value="x" evaluation="7"/></criteria_function>'
    similar = f'<similarity_function weight="0.5">{criteria}</similarity_function>'
    files = {
        "quay.xml": DOMAIN.replace("<utility_space>", '<agent name="a"/><utility_space>'),
        "north.xml": NORTH.replace("</issue>", f"{similar}</issue>", 1),
        "south.xml": SOUTH.replace('value="1.0"', 'value="0"').replace('evaluation="3"', 'evaluation="3" cost="12.5"'),
    }
    scenario = scenario_in(files)
    assert named(scenario, "north").values["Toll"] == {"none": Fraction(3, 5), "half": Fraction(1, 5)}
    assert named(scenario, "south").discount is None
    assert scenario.notices == (
        "not read, as it says nothing of what packages are worth: <agent>, <similarity_function>",
        "south.xml: the costs of its items were not read; Genius does not use them",
    )


def test_profiles_can_be_chosen_by_the_names_of_their_files(scenario_in, tmp_path):
    scenario_in({**GENIUS, "west.xml": NORTH, "east.xml": SOUTH})
    chosen = read_scenario(tmp_path / "quay", profiles=("west.xml", "north"))
    assert [party.name for party in chosen.parties] == ["north", "west"]
    assert chosen.notices == ("not read, as it is no part of the scenario: east.xml, south.xml",)
    with pytest.raises(
        Exception, match=r"there is no profile 'quay' in the folder; there are: east\.xml, north\.xml, south\.xml, west\.xml"
    ):
        read_scenario(tmp_path / "quay", profiles=("north", "quay"))


def test_geniusweb_as_negmas_writes_it_has_a_reserved_value_and_a_discount_factor(scenario_in):
    start = WEB["north.json"].index('"reservationBid"')
    files = {**WEB, "north.json": WEB["north.json"][:start] + '"reserved_value": 0.5, "discount_factor": 0.9}}'}
    north = named(scenario_in(files), "north")
    assert (north.reservation, north.discount) == (Fraction(1, 2), Fraction(9, 10))
    with pytest.raises(Exception, match="discount_factor: is on a scale that cannot be explained; allowed: 0 to 1"):
        scenario_in({**files, "north.json": files["north.json"].replace("0.9}}", "9}}")})


def test_weights_by_name_constants_and_identities_of_negmas(scenario_in):
    text = NEGMAS["north.yml"].replace("[2.0, 0.5]", "{Dues: 0.5, Toll: 2}").replace("AffineFun, slope: -1.5, bias: 4", "IdentityFun")
    text = text.replace("TableFun, mapping: {none: 3.0, half: -1}", "ConstFun, bias: 7")
    north = named(scenario_in({**NEGMAS, "north.yml": text}), "north")
    assert north.values == {"Toll": {"none": 14, "half": 14}, "Dues": {"1": Fraction(1, 2), "2": 1, "3": Fraction(3, 2)}}


def test_a_linear_function_of_negmas_takes_numbers_themselves(scenario_in):
    domain = NEGMAS["quay.yml"].replace("CategoricalIssue, values: [none, half]", "DiscreteCardinalIssue, values: [10, 2.5]")
    linear = "type: negmas.preferences.LinearUtilityFunction\nweights: [2, 1]\nbias: 100\n"
    scenario = scenario_in({"quay.yml": domain, "north.yml": linear, "south.yml": linear})
    assert named(scenario, "north").values == {"Toll": {"10": 120, "2.5": 105}, "Dues": {"1": 1, "2": 2, "3": 3}}
