"""What an import cannot take over stops it, with the file, the line where it is known, the place and the remedy."""

from __future__ import annotations

import re

import pytest

from gobetween.casefiles.scenarios.scenario_folders import read_scenario
from gobetween.model.errors import InvalidCase
from specimen_scenarios import DOMAIN, GENIUS, NEGMAS, NEGOLOG, NONLINEAR, NORTH, WEB


def changed(files, name, old, new, *, times=1):
    assert old in files[name]
    return {**files, name: files[name].replace(old, new, times)}


XML_BOMB = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;">]>\n<utility_space>&c;</utility_space>'
OUTSIDE = '<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<utility_space/>'
DEEP = "<utility_space>" * 50 + "</utility_space>" * 50

OF_GENIUS = [
    (
        changed(GENIUS, "north.xml", 'value="0.6"', 'value="1.6"'),
        "north.xml:2: <weight>: the weights of the issues sum to 2, a scale that",
    ),
    (changed(GENIUS, "north.xml", 'value="0.6"', 'value="NaN"'), "north.xml:2: <weight>: value='NaN' is no number"),
    (changed(GENIUS, "north.xml", 'value="0.6"', 'value="1e9999"'), "value='1e9999' is no number"),
    (changed(GENIUS, "north.xml", 'value="0.6"', 'value="-0.6"'), "the weight '-0.6' is below 0"),
    (changed(GENIUS, "north.xml", '<weight index="2"', '<weight index="1"'), "north.xml:3: <weight>: a second weight has index 1"),
    (changed(GENIUS, "north.xml", '<weight index="2" value="0.4"/>', ""), "the profile has no <weight> of index 2 ('Hours')"),
    (changed(GENIUS, "north.xml", 'value="0.25"', 'value="25"'), "<reservation>: value='25' is on a scale that cannot be explained"),
    (changed(GENIUS, "north.xml", 'value="0.9"', 'value="Infinity"'), "<discount_factor>: value='Infinity' is no number"),
    (changed(GENIUS, "north.xml", '<reservation value="0.25"/>', '<reservation value="0"/>' * 2), "<reservation>: stands twice"),
    (changed(GENIUS, "north.xml", 'evaluation="3"', 'evaluation="-3"'), "the evaluation '-3' is below 0"),
    (changed(GENIUS, "north.xml", 'evaluation="3"', 'evaluation="null"'), "evaluation='null' is no number"),
    (changed(GENIUS, "north.xml", 'evaluation="3"', ""), "the attribute 'evaluation' is missing"),
    (changed(GENIUS, "north.xml", 'value="half"', 'value="most"'), "the domain has no option 'most' in the issue 'Toll'"),
    (
        changed(GENIUS, "north.xml", '<item index="2" value="half" evaluation="1"/>', ""),
        "the option 'half' of 'Toll' has no evaluation",
    ),
    (changed(GENIUS, "north.xml", 'value="half"', 'value="none"'), "the option 'none' stands twice in its issue"),
    (changed(GENIUS, "north.xml", '<issue index="2"', '<issue index="3"'), "<issue>: the domain has no issue of index 3"),
    (changed(GENIUS, "north.xml", '<issue index="2"', '<issue index="1"'), "a second issue has index 1"),
    (
        changed(GENIUS, "north.xml", 'name="Toll" type="discrete"', 'name="Toll" type="real"'),
        "issue 1 is real here and discrete in the domain",
    ),
    (changed(GENIUS, "north.xml", "<weight", "<rank_constraint/><weight"), "<rank_constraint>: is not known in a Genius scenario"),
    (
        changed(GENIUS, "north.xml", "<utility_space>", '<utility_space type="constraint"><rules/>'),
        "north.xml:1: <rules>: is not known",
    ),
    (changed(GENIUS, "quay.xml", 'value="half"', 'value="none"'), "quay.xml:2: <item>: the option 'none' stands twice in its issue"),
    (changed(GENIUS, "quay.xml", 'name="Hours"', 'name="Toll"'), "two issues are called 'Toll'"),
    (changed(GENIUS, "quay.xml", 'index="2" name="Hours"', 'index="1" name="Hours"'), "two issues have index 1"),
    (changed(GENIUS, "quay.xml", 'type="discrete"', 'type="fuzzy"'), "of type fuzzy; allowed: discrete, integer, real"),
    (changed(GENIUS, "quay.xml", 'value="half"', 'value="ha&#7;lf"'), "quay.xml:2: not XML: reference to invalid character number"),
    (changed(GENIUS, "quay.xml", 'value="half"', 'value="ha&#x85;lf"'), "has a character that cannot be shown"),
    ({**GENIUS, "south.xml": XML_BOMB}, "south.xml:2: found a document type or an entity"),
    ({**GENIUS, "south.xml": OUTSIDE}, "south.xml:1: found a document type or an entity"),
    ({**GENIUS, "south.xml": DEEP}, "south.xml:1: <utility_space>: found more than 40 levels of nesting"),
    ({**GENIUS, "south.xml": NORTH[:200]}, "south.xml:5: not XML: unclosed token"),
    ({**GENIUS, "south.xml": b"<\xff\xfe>"}, "south.xml:1: not XML"),
    ({**GENIUS, "south.xml": "<a" + " " * 5_000_000}, "south.xml: is larger than 5,000,000 bytes"),
    ({"quay.xml": DOMAIN, "north.xml": NORTH}, "holds the profile of one party or none (north)"),
    ({"quay.xml": DOMAIN}, "holds the profile of one party or none (none)"),
    ({"north.xml": NORTH, "south.xml": NORTH}, "a Genius scenario has one domain file, and here are 0: none"),
    ({**GENIUS, "again.xml": DOMAIN}, "a Genius scenario has one domain file, and here are 2: again.xml, quay.xml"),
]

NUMBERS = 'name="Hours" type="integer" lowerbound="{}" upperbound="{}"'
OF_NUMBERS = [
    (
        NUMBERS.format(0, 100),
        "the integer issue 'Hours' has to be cut into options: it has 101 values, and 100 at most are taken one by one",
    ),
    (NUMBERS.format(5, 4), "the lower bound is above the upper bound"),
    (NUMBERS.format("0.5", 4), "the bounds of the integer issue 'Hours' are no whole numbers"),
    ('name="Hours" type="integer"', "the integer issue 'Hours' has no lowerbound and upperbound"),
    (
        NUMBERS.format(0, 1).replace("integer", "real"),
        "has to be cut into options: it has a continuum of values; pass --steps with a number",
    ),
    (NUMBERS.format(0, 1), "issue 2 is discrete here and integer in the domain"),
]

OF_NEGOLOG = [
    (
        changed(NEGOLOG, "profileA.json", '"Toll": 0.6', '"Toll": 60'),
        "profileA.json:3: issueWeights: the weights sum to 60.4, a scale that",
    ),
    (
        changed(NEGOLOG, "profileA.json", '"none": 1.0', '"none": 7'),
        "profileA.json:4: issues.Toll.none: is on a scale that cannot be explained",
    ),
    (changed(NEGOLOG, "profileA.json", '"none": 1.0', '"none": "1.0"'), "issues.Toll.none: found '1.0', which is no number"),
    (changed(NEGOLOG, "profileA.json", '"none": 1.0', '"none": NaN'), "found 'NaN', which is no number"),
    (changed(NEGOLOG, "profileA.json", '"none": 1.0', '"half": 1.0'), "profileA.json:4: not JSON: found the key 'half' again"),
    (changed(NEGOLOG, "profileA.json", "0.25", "-Infinity"), "reservationValue: found '-Infinity', which is no number"),
    (changed(NEGOLOG, "profileA.json", "0.25", "2"), "reservationValue: is on a scale that cannot be explained"),
    (
        changed(NEGOLOG, "profileA.json", '"Hours": 0.4}', '"Time": 0.4}'),
        "profileA.json:4: issues.Hours: the issue 'Hours' has no weight in issueWeights",
    ),
    (changed(NEGOLOG, "profileA.json", '"short"', '"brief"'), "its issues and values are not those of profileA.json"),
    (
        changed(NEGOLOG, "profileA.json", '"reservationValue"', '"deadline": 3, "reservationValue"'),
        "the key 'deadline' is not known here",
    ),
    (changed(NEGOLOG, "profileA.json", '"short": 0.0, ', '"  ": 0.0, '), "is no name"),
    ({**NEGOLOG, "profileC.json": NEGOLOG["profileA.json"]}, "a NegoLog domain has two profiles, and here are 3"),
    ({**NEGOLOG, "profileB.json": "["}, "profileB.json:1: not JSON: the file ends here"),
    ({**NEGOLOG, "profileB.json": '{"a": 1}\n}'}, "profileB.json:2: not JSON: found something after the end of the document"),
    ({**NEGOLOG, "profileB.json": "[" * 100}, "profileB.json:1: not JSON: found more than 40 levels of nesting"),
    ({**NEGOLOG, "profileB.json": b'{"a":\n"\xff"}'}, "profileB.json:2: found a byte that is not UTF-8"),
    ({**NEGOLOG, "profileB.json": '{"a": "\n"}'}, "not JSON: Invalid control character"),
    ({**NEGOLOG, "profileB.json": '{"a": nan}'}, "not JSON: found 'nan}'; expected a value"),
    ({**NEGOLOG, "profileB.json": '{"a" 1}'}, "not JSON: found '1}'; expected :"),
]

OF_GENIUSWEB = [
    (
        changed(WEB, "north.json", '"Toll": 0.7', '"Toll": 0.6'),
        "north.json:6: LinearAdditiveUtilitySpace.issueWeights: the weights sum to 0.9",
    ),
    (changed(WEB, "north.json", '"none": 0.9', '"none": 9'), "the utility of 'none' is not between 0 and 1"),
    (changed(WEB, "north.json", '"half": 0.2', '"most": 0.2'), "the value 'half' of 'Toll' has no utility"),
    (changed(WEB, "north.json", '"none": 0.9', '"all": 0, "none": 0.9'), "'all' is no value of 'Toll'"),
    (changed(WEB, "north.json", '"Toll": "half", "Dues"', '"Tolls": "half", "Dues"'), "the domain has no issue 'Tolls'"),
    (changed(WEB, "north.json", '"Toll": "half", "Dues"', '"Toll": "most", "Dues"'), "'most' is no value of 'Toll'"),
    (changed(WEB, "north.json", '"highValue": 200', '"highValue": 150'), "does not fit the values of 'Dues'"),
    (
        changed(WEB, "north.json", "LinearAdditiveUtilitySpace", "SumOfGroupsUtilitySpace"),
        "profiles of the kind SumOfGroupsUtilitySpace",
    ),
    (
        changed(WEB, "north.json", '"values": ["none", "half"]', '"values": ["none", "all"]'),
        "its issues are not those of the other files",
    ),
    (changed(WEB, "north.json", '"name": "north"', '"vendor": 1'), "the key 'vendor' is not known here"),
    (changed(WEB, "north.json", '"reservationBid"', '"reserved_value": 0.5, "reservationBid"'), "a reservation is said twice"),
    (
        changed(WEB, "quay.json", '"50"', '"0"'),
        "quay.json:3: issuesValues.Dues.range: a range is [low, high, step] with a step above 0",
    ),
    (changed(WEB, "quay.json", '"50"', '"0.5"'), "the issue has to be cut into options: it has 201 values"),
    (changed(WEB, "quay.json", '["none", "half"]', '["none", "none"]'), "'none' stands twice"),
    (
        changed(WEB, "north.json", '"NumberValueSetUtilities": {', '"discreteutils": {}, "numberutils": {'),
        "an issue has its utilities once",
    ),
    (changed(WEB, "north.json", '"lowValue": 100', '"lowValue": "low"'), "'low' is no number"),
    (changed(WEB, "north.json", "0.7, ", '0.7, "Time": 0, '), "the key 'Time' is not known here"),
    (changed(WEB, "north.json", '{"issuevalues": {"Toll": "half", "Dues": "150"}}', '["half"]'), "found no mapping of keys to values"),
    (
        changed(WEB, "north.json", '"Dues": "150"', '"Dues": null'),
        "reservationBid.issuevalues.Dues: found no name where one is expected",
    ),
    (changed(WEB, "quay.json", '["none", "half"]', '"none"'), "issuesValues.Toll.values: found no list where one is expected"),
    (changed(WEB, "quay.json", '["none", "half"]', "[]"), "the issue has no values"),
    ({**WEB, "again.json": WEB["quay.json"]}, "a GeniusWeb scenario has one domain, and here are 2"),
    ({"quay.json": WEB["quay.json"]}, "found no profile beside quay.json"),
]

OF_NEGMAS = [
    (
        changed(NEGMAS, "north.yml", "TableFun", "CosFun"),
        "north.yml:6: values[0]: value functions of the kind CosFun have no meaning here",
    ),
    (changed(NEGMAS, "north.yml", "none: 3.0", "none: .nan"), "values[0].mapping.none: found '.nan', which is no number"),
    (changed(NEGMAS, "north.yml", "none: 3.0", "all: 3.0"), "'all' is no value of 'Toll'"),
    (changed(NEGMAS, "north.yml", "none: 3.0, ", ""), "values[0].mapping: 'none' of 'Toll' has no value"),
    (changed(NEGMAS, "quay.yml", "[none, half]", "[1, half]"), "'none' is no value of 'Toll'"),
    (
        {
            **changed(NEGMAS, "quay.yml", "[none, half]", "[1, 2]"),
            "north.yml": NEGMAS["north.yml"].replace("none: 3.0, half: -1", "1: 1, 1.0: 2"),
        },
        "north.yml:6: values[0].mapping.1.0: '1' of 'Toll' has a value already",
    ),
    (changed(NEGMAS, "north.yml", "[2.0, 0.5]", "[2.0]"), "weights: found 1 entries for 2 issues"),
    (
        changed(NEGMAS, "north.yml", "TableFun, mapping: {none: 3.0, half: -1}", "IdentityFun"),
        "computes with the option 'none' of 'Toll'",
    ),
    (changed(NEGMAS, "north.yml", "reserved_value: 0.5", "reserved_outcome: [none, 1]"), "a reserved outcome has no meaning here"),
    (changed(NEGMAS, "north.yml", "reserved_value: 0.5", "reserved_value: .inf"), "found '.inf', which is no number"),
    (changed(NEGMAS, "north.yml", "LinearAdditive", "Mapping"), "functions of the kind MappingUtilityFunction have no meaning here"),
    (changed(NEGMAS, "north.yml", "name: north", "f: sum"), "the key 'f' is not known here, so it cannot be kept"),
    (changed(NEGMAS, "south.yml", "{1: [2.0, 3.0]}", "{2: [2.0, 3.0]}"), "'2' is no number of an issue; allowed: 0 to 1"),
    (changed(NEGMAS, "south.yml", "{1: [2.0, 3.0]}", "{0: [2.0, 3.0]}"), "bounds the issue 'Toll', whose options are no numbers"),
    (changed(NEGMAS, "south.yml", "{1: [2.0, 3.0]}", "{1: [2.0]}"), "a range is [lowest, highest]"),
    (changed(NEGMAS, "south.yml", "[10, 20.5, 1]", "[10]"), "3 outcome_ranges, 1 utilities and 3 weights do not fit together"),
    (
        changed(NEGMAS, "quay.yml", "DiscreteCartesian", "Enumerating"),
        "outcome spaces of the kind EnumeratingOutcomeSpace have no meaning",
    ),
    (
        changed(NEGMAS, "quay.yml", "ContiguousIssue", "CountableInfiniteIssue"),
        "issues of the kind CountableInfiniteIssue have no meaning here",
    ),
    (changed(NEGMAS, "quay.yml", "values: [1, 3]", "values: [1, 3000]"), "the issue has to be cut into options: it has 3,000 values"),
    (
        changed(NEGMAS, "quay.yml", "values: [1, 3]", "values: [3, 1]"),
        "the values of a ContiguousIssue are [lowest, highest], whole numbers",
    ),
    (changed(NEGMAS, "quay.yml", "name: Dues", "name: Toll"), "two issues are called 'Toll'"),
    (changed(NEGMAS, "quay.yml", "[none, half]", "[none, none]"), "'none' stands twice"),
    (changed(NEGMAS, "north.yml", "[2.0, 0.5]", "{Toll: 1}"), "weights: 'Dues' is missing; found: Toll"),
    (changed(NEGMAS, "north.yml", "[2.0, 0.5]", "{Toll: 1, Dues: 1, Time: 1}"), "weights.Time: the key 'Time' is not known here"),
    (changed(NEGMAS, "quay.yml", "[none, half]", "[]"), "the issue has no values"),
    (changed(NEGMAS, "quay.yml", "name: quay", "name: &x quay"), "quay.yml:1: found the anchor '&x'"),
    ({**NEGMAS, "again.yml": NEGMAS["quay.yml"]}, "a NegMAS scenario has one outcome space, and here are 2"),
    ({**NEGMAS, "north.yaml": NEGMAS["north.yml"]}, "holds two profiles of 'north'; leave one of them out"),
]

OF_RECTANGLES = [
    (changed(NONLINEAR, "north.xml", 'maxutility="10"', 'maxutility="0"'), "north.xml:4: <utility>: maxutility is not above 0"),
    (changed(NONLINEAR, "north.xml", 'maxutility="10"', ""), "<utility>: the attribute 'maxutility' is missing"),
    (
        changed(NONLINEAR, "north.xml", "<utility maxutility", '<utility maxutility="1"/><utility maxutility'),
        "found a second <utility>",
    ),
    (changed(NONLINEAR, "north.xml", "<ufun", "<ufun/><ufun"), "<utility>: found 2 <ufun> in it; Genius reads one"),
    (
        changed(NONLINEAR, "north.xml", 'aggregation="sum"', 'aggregation="max"'),
        "<ufun>: the aggregation 'max' has no meaning here; allowed: sum",
    ),
    (changed(NONLINEAR, "north.xml", 'Ufun" weight="1"', 'Ufun" weight="2"'), "<ufun>: a weight other than 1 has no meaning here"),
    (
        changed(NONLINEAR, "north.xml", "<hyperRectangle", "<item/><hyperRectangle"),
        "<item>: is not known in a <ufun>; known: hyperRectangle, ufun",
    ),
    (
        changed(NONLINEAR, "north.xml", '<EXCLUDES index="1"', '<INCLUDES index="1"'),
        "has EXCLUDES and INCLUDES in it; allowed: INCLUDES, or EXCLUDES",
    ),
    (changed(NONLINEAR, "north.xml", '<INCLUDES index="1"', '<INCLUDES index="7"'), "<INCLUDES>: the domain has no issue of index 7"),
    (changed(NONLINEAR, "north.xml", 'min="1"', 'min="one"'), "<INCLUDES>: min='one' is no number"),
    (
        changed(NONLINEAR, "x.xml", '"B" type="integer" lowerbound="0" upperbound="2"/>', '"B"><item value="0"/></issue>'),
        "bounds the issue 'B', whose",
    ),
]

OF_FOLDERS = [
    ({}, "holds no scenario of Genius (XML), GeniusWeb (JSON), NegMAS (YAML or JSON), NegoLog (JSON)"),
    ({"notes.txt": "x", "list.json": "[1]", "empty.xml": ""}, "holds no scenario"),
    (
        {**GENIUS, **NEGOLOG},
        "holds files of several tools (Genius: north.xml, quay.xml, south.xml; NegoLog: profileA.json, profileB.json)",
    ),
]


@pytest.mark.parametrize(
    ("files", "said"),
    [*OF_GENIUS, *OF_NEGOLOG, *OF_GENIUSWEB, *OF_NEGMAS, *OF_RECTANGLES, *OF_FOLDERS],
    ids=lambda each: each[:60] if isinstance(each, str) else "",
)
def test_what_cannot_be_taken_over_is_named(scenario_in, files, said):
    with pytest.raises(InvalidCase, match=re.escape(said)):
        scenario_in(files)


@pytest.mark.parametrize(("issue", "said"), OF_NUMBERS)
def test_numbers_that_cannot_be_options_are_named(scenario_in, issue, said):
    with pytest.raises(InvalidCase, match=re.escape(said)):
        scenario_in(changed(GENIUS, "quay.xml", 'name="Hours" type="discrete"', issue))


@pytest.mark.parametrize("steps", [1, 0, -3, 1001])
def test_steps_are_at_least_two(scenario_in, steps):
    with pytest.raises(InvalidCase, match=f"{steps} steps were asked for; allowed: 2 to 1000"):
        scenario_in(GENIUS, steps=steps)


def test_a_link_in_place_of_a_file_is_not_followed(scenario_in, tmp_path):
    scenario_in(GENIUS)
    (tmp_path / "quay" / "west.xml").symlink_to(tmp_path / "quay" / "north.xml")
    with pytest.raises(InvalidCase, match=r"west\.xml: cannot be read; it should be a plain file in the folder"):
        read_scenario(tmp_path / "quay")


@pytest.mark.parametrize(("name", "said"), [("nowhere", "is not there"), ("file", "is a file")])
def test_a_folder_is_asked_for(tmp_path, name, said):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InvalidCase, match=f"{said}; give a folder with the files of one scenario"):
        read_scenario(tmp_path / name)


def test_a_folder_of_folders_names_them(tmp_path):
    (tmp_path / "domain7").mkdir()
    with pytest.raises(InvalidCase, match="; give one of the folders in it: domain7"):
        read_scenario(tmp_path)


def test_a_file_of_very_many_options_is_read_in_no_time(scenario_in):
    options = "".join(f'<item index="{at}" value="o{at}" evaluation="{at}"/>' for at in range(20_000))
    files = {
        name: text.replace('<item index="1" value="none"', f'{options}<item index="1" value="none"') for name, text in GENIUS.items()
    }
    assert len(scenario_in(files).issues[0].options) == 20_002
