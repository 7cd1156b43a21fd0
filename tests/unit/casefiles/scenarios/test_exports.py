"""What the files of another tool cannot say stops an export; what they can say, they say in that tool's words."""

from __future__ import annotations

import json
import re
from fractions import Fraction

import pytest
import yaml
from attrs import evolve

from gobetween.casefiles.scenarios.case_forms import ASSUMPTION_SET, case_of
from gobetween.casefiles.scenarios.exports.json_texts import Numeral, json_text, yaml_text
from gobetween.casefiles.scenarios.scenario_files import FORMATS, files_for
from gobetween.cli import scenarios as commands
from gobetween.model.cases import Source
from gobetween.model.errors import InvalidCase
from gobetween.model.evidence import Stance
from gobetween.model.issues import Issue, Link, Option
from gobetween.model.items import EVERYONE
from gobetween.model.positions import Position
from gobetween.model.preferences import ValueBasis, ValueLink
from specimen_scenarios import GENIUS, NEGOLOG, NONLINEAR


@pytest.fixture
def case(scenario_in):
    """Two parties, two issues, no discount."""
    return case_of(scenario_in(NEGOLOG), "quay").case


def numbers(case, place, **changes):
    changed = tuple(evolve(each, **changes) if at == place else each for at, each in enumerate(case.preferences))
    return evolve(case, preferences=changed)


def export(case, form="negolog", assumption=ASSUMPTION_SET):
    return files_for(case, form, assumption)


def test_negolog_gets_two_profiles(case):
    files = export(case).files
    assert list(files) == ["profileA.json", "profileB.json"]
    assert json.loads(files["profileA.json"]) == {
        "reservationValue": 0.25,
        "issueWeights": {"Toll": 0.6, "Hours": 0.4},
        "issues": {"Toll": {"none": 1, "half": 0.5}, "Hours": {"short": 0, "long": 1}},
    }


def test_the_commands_know_the_formats():
    assert commands.FORMATS == FORMATS


def test_geniusweb_says_the_reservation_value_as_a_bid(case):
    with pytest.raises(
        InvalidCase, match="profilea: no package is worth just its reservation value 2500, which GeniusWeb says as a bid"
    ):
        export(case, "geniusweb")
    files = export(numbers(case, 0, reservation=7000), "geniusweb").files
    space = json.loads(files["profilea.json"])["LinearAdditiveUtilitySpace"]
    assert space["reservationBid"] == {"issuevalues": {"Toll": "half", "Hours": "long"}}
    assert sum(space["issueWeights"].values()) == 1
    assert "reservationBid" not in json.loads(files["profileb.json"])["LinearAdditiveUtilitySpace"]
    assert json.loads(files["domain.json"]) == space["domain"]


def test_a_party_called_domain_leaves_the_domain_a_name(case):
    renamed = evolve(
        case,
        actors=tuple(evolve(each, id="domain") if each.id == "profilea" else each for each in case.actors),
        roles=tuple(evolve(each, actor="domain") if each.actor == "profilea" else each for each in case.roles),
        preferences=tuple(evolve(each, party="domain") if each.party == "profilea" else each for each in case.preferences),
    )
    assert list(export(renamed, "genius").files) == ["the-domain.xml", "domain.xml", "profileb.xml"]


def test_names_of_options_are_words_to_every_reader_of_yaml(case):
    issue = evolve(
        case.issues[0],
        options=tuple(evolve(each, title=title) for each, title in zip(case.issues[0].options, ("no", "1"), strict=True)),
    )
    files = export(evolve(case, issues=(issue, case.issues[1])), "negmas").files
    assert yaml.safe_load(files["profilea.yml"])["values"][0]["mapping"] == {"no": 1.0, "1": 0.5}
    assert yaml.safe_load(files["domain.yml"])["issues"][0]["values"] == ["no", "1"]


def test_discounts_go_where_the_tool_has_them(scenario_in):
    case = case_of(scenario_in(GENIUS), "quay").case
    assert '<discount_factor value="0.9"/>' in export(case, "genius").files["north.xml"]
    assert yaml.safe_load(export(case, "negmas").files["north.yml"])["discount"] == 0.9
    for form in ("geniusweb", "negolog"):
        with pytest.raises(InvalidCase, match=r"north: has a discount factor 0\.9, and .* has none; take it out of the note"):
            export(case, form)


DEMAND = Position(
    "stated", actor="profilea", issue="toll", stance=Stance.DEMAND, options=frozenset({"none"}), text="x", holders=EVERYONE
)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"positions": (DEMAND,)}, "this case does: positions/stated (demand)"),
        ({"positions": (evolve(DEMAND, stance=Stance.REJECT, is_red_line=True),)}, "positions/stated (red line)"),
        ({"links": (Link("l", if_chosen={"toll": frozenset({"none"})}, holders=EVERYONE),)}, "links/l (link)"),
        ({"issues": ()}, "a scenario needs issues with options"),
        ({"issues": (Issue("empty", title="x", options=()),)}, "without options here: empty"),
        (
            {"issues": (Issue("a", title="A", options=(Option("b", title="B"), Option("c", title="B"))),)},
            "two options of 'a' have the title 'B'",
        ),
        (
            {"issues": tuple(Issue(each, title="A", options=(Option("b", title="B"),)) for each in "ab")},
            "two issues have the title 'A'",
        ),
        ({"preferences": ()}, "none are open to the keeper for profilea, profileb: 'scenario' has none for them"),
        ({"roles": ()}, "numbers of parties alone, and these are none: profilea, profileb"),
    ],
)
def test_what_no_scenario_can_say_is_named(case, changes, said):
    with pytest.raises(InvalidCase, match=re.escape(said)):
        export(evolve(case, **changes))


def test_numbers_that_the_keeper_may_only_compute_with_are_never_written(case):
    pooled = {
        "basis": ValueBasis.ENTRUSTED,
        "assumption": None,
        "holders": frozenset({"profilea"}),
        "pooled_for": frozenset({"keeper"}),
    }
    with pytest.raises(
        InvalidCase, match="none are open to the keeper for profilea, profileb: name a set of assumptions with --assume"
    ):
        export(numbers(case, 0, **pooled), assumption=None)


@pytest.mark.parametrize(
    ("changes", "form", "said"),
    [
        ({"reservation": 20_000}, "negolog", "its reservation value 20000 is not between 0 and 10000, as NegoLog needs it"),
        ({"reservation": -1}, "genius", "its reservation value -1 is not between 0 and 10000"),
        (
            {"option_values": {"toll": {"none": -5, "half": 9}}},
            "geniusweb",
            "'none' of 'Toll' is worth -5, and GeniusWeb has no value below 0",
        ),
        ({"option_values": {}}, "negolog", "nothing is worth more than 0 to it"),
        (
            {"links": (ValueLink({"toll": frozenset({"none"}), "hours": frozenset({"long"})}, 3),)},
            "negolog",
            "has a value link (on Toll, Hours)",
        ),
        ({"links": (ValueLink({"toll": frozenset({"none"})}, 3),)}, "genius", "the options of 'Toll' are no whole numbers in a row"),
    ],
)
def test_numbers_that_a_tool_cannot_say_are_named(case, changes, form, said):
    with pytest.raises(InvalidCase, match=re.escape(said)):
        export(numbers(case, 0, **changes), form)


def test_value_links_over_options_that_are_not_in_a_row_are_named(case):
    options = tuple(Option(f"o{number}", title=str(number)) for number in range(3))
    numbered = evolve(case, issues=tuple(evolve(issue, options=options) for issue in case.issues))
    values = {issue.id: {"o1": 1} for issue in case.issues}
    linked = numbers(
        numbers(numbered, 1, option_values=values), 0, option_values=values, links=(ValueLink({"toll": frozenset({"o0", "o2"})}, 3),)
    )
    with pytest.raises(InvalidCase, match="a value link names options of 'Toll' that are not in a row, and NegMAS has ranges alone"):
        export(linked, "negmas")
    nothing = numbers(linked, 0, option_values={}, links=(ValueLink({"toll": frozenset({"o0"})}, -3),))
    with pytest.raises(InvalidCase, match="nothing is worth more than 0 to it"):
        export(nothing, "genius")


def test_negolog_has_two_parties(case):
    third = (
        evolve(case.actors[0], id="third"),
        evolve(case.roles[0], id="third-role", actor="third"),
        evolve(case.preferences[0], party="third"),
    )
    three = evolve(case, actors=(*case.actors, third[0]), roles=(*case.roles, third[1]), preferences=(*case.preferences, third[2]))
    with pytest.raises(InvalidCase, match="a NegoLog domain has two parties, and here are 3: profilea, profileb, third"):
        export(three)
    assert len(export(three, "negmas-json").files) == 4


def test_what_is_no_part_of_a_problem_is_told(case):
    told = export(evolve(case, sources=(Source("wire", holders=EVERYONE),)))
    assert told.notices == ("no part of a bargaining problem, so not written: sources (1)",)
    assert export(case).notices == ()


def test_value_links_over_whole_numbers_become_ranges(scenario_in):
    case = case_of(scenario_in(NONLINEAR), "x").case
    genius = export(case, "genius").files
    assert (
        '<issue index="2" name="B" type="integer" etype="integer" vtype="integer" lowerbound="0" upperbound="2"/>'
        in genius["domain.xml"]
    )
    assert '<utility maxutility="11500">' in genius["north.xml"]  # the best package, found by branching
    assert '<INCLUDES index="1" min="1" max="2"/>' in genius["north.xml"]
    function = yaml.safe_load(export(case, "negmas").files["north.yml"])
    boxes = [(box, round(worth * 11500)) for box, worth in zip(function["outcome_ranges"], function["utilities"], strict=True)]
    assert boxes == [({0: [0, 0]}, 1500), ({0: [1, 2]}, 5500), ({0: [0, 1], 1: [2, 2]}, 6000), ({0: [0, 0], 1: [0, 1]}, -1000)]


def test_negmas_takes_values_below_nothing(case):
    below = numbers(case, 0, option_values={"toll": {"none": -5, "half": 10}, "hours": {"short": -1, "long": -2}})
    written = yaml.safe_load(export(below, "negmas").files["profilea.yml"])
    worth = [
        weight * Fraction(value)
        for weight, table in zip(written["weights"], written["values"], strict=True)
        for value in table["mapping"].values()
    ]
    assert [round(float(each) * 9, 9) for each in worth] == [-5, 10, -1, -2]


def test_texts_are_json_and_yaml():
    tree = {
        "name": "no",
        "values": [Numeral("0.10"), 'a"b', None, [], {}],
        "mapping": {"yes": Numeral("1"), Numeral("3"): [[Numeral("2")]]},
    }
    meant = {"name": "no", "values": [0.1, 'a"b', None, [], {}], "mapping": {"yes": 1}}
    assert json.loads(json_text(tree)) == {**meant, "mapping": {"yes": 1, "3": [[2]]}}
    assert yaml.safe_load(yaml_text(tree)) == {**meant, "mapping": {"yes": 1, 3: [[2]]}}
    assert "0.10" in json_text(tree)
