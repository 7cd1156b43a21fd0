"""Small scenarios of every tool, written for the tests, as the texts of their files."""

from __future__ import annotations

DOMAIN = """<negotiation_template><utility_space><objective index="0" name="quay">
<issue index="1" name="Toll" type="discrete"><item index="1" value="none"/><item index="2" value="half"/></issue>
<issue index="2" name="Hours" type="discrete"><item index="1" value="short"/><item index="2" value="long"/></issue>
</objective></utility_space></negotiation_template>
"""
NORTH = """<utility_space><objective index="0" name="quay">
<weight index="1" value="0.6"/>
<weight index="2" value="0.4"/>
<issue index="1" name="Toll" type="discrete">
<item index="1" value="none" evaluation="3"/><item index="2" value="half" evaluation="1"/></issue>
<issue index="2" name="Hours" type="discrete">
<item index="1" value="short" evaluation="0"/><item index="2" value="long" evaluation="8"/></issue>
</objective>
<discount_factor value="0.9"/>
<reservation value="0.25"/>
</utility_space>
"""
SOUTH = NORTH.replace("0.6", "0.5").replace("0.4", "0.5").replace('"0.9"', '"1.0"')
GENIUS = {"quay.xml": DOMAIN, "north.xml": NORTH, "south.xml": SOUTH}

NEGOLOG_A = """{
 "reservationValue": 0.25,
 "issueWeights": {"Toll": 0.6, "Hours": 0.4},
 "issues": {"Toll": {"none": 1.0, "half": 0.5}, "Hours": {"short": 0.0, "long": 1.0}}
}
"""
NEGOLOG = {"profileA.json": NEGOLOG_A, "profileB.json": NEGOLOG_A.replace("0.25", "0.0"), "specs.json": '{"Name": "quay"}'}

WEB_DOMAIN = """{"name": "quay", "issuesValues": {
  "Toll": {"values": ["none", "half"]},
  "Dues": {"range": ["100", "200", "50"]}}}
"""
WEB_NORTH = """{"LinearAdditiveUtilitySpace": {
  "name": "north",
  "issueUtilities": {
    "Toll": {"DiscreteValueSetUtilities": {"valueUtilities": {"none": 0.9, "half": 0.2}}},
    "Dues": {"NumberValueSetUtilities": {"lowValue": 100, "lowUtility": 1.0, "highValue": 200, "highUtility": 0.0}}},
  "issueWeights": {"Toll": 0.7, "Dues": 0.3},
  "domain": DOMAIN,
  "reservationBid": {"issuevalues": {"Toll": "half", "Dues": "150"}}}}
""".replace("DOMAIN", WEB_DOMAIN)
WEB = {"quay.json": WEB_DOMAIN, "north.json": WEB_NORTH, "south.json": WEB_NORTH.replace('"Dues": "150"', '"Dues": "100.0"')}

MAS_DOMAIN = """name: quay
type: DiscreteCartesianOutcomeSpace
issues:
- {name: Toll, type: CategoricalIssue, values: [none, half]}
- {name: Dues, type: ContiguousIssue, values: [1, 3]}
"""
MAS_NORTH = """type: LinearAdditiveUtilityFunction
name: north
reserved_value: 0.5
weights: [2.0, 0.5]
values:
- {type: TableFun, mapping: {none: 3.0, half: -1}}
- {type: AffineFun, slope: -1.5, bias: 4}
"""
MAS_SOUTH = """type: HyperRectangleUtilityFunction
reserved_value: -.inf
outcome_ranges:
- {1: [2.0, 3.0]}
- {0: half, 1: [1, 2]}
-
utilities: [10, 20.5, 1]
weights: [1, 2, 1]
bias: 0.25
"""
NEGMAS = {"quay.yml": MAS_DOMAIN, "north.yml": MAS_NORTH, "south.yml": MAS_SOUTH}

_NUMBERED = "".join(
    f'<issue index="{at}" name="{name}" type="integer" lowerbound="0" upperbound="2"/>\n' for at, name in ((1, "A"), (2, "B"))
)
RECTANGLES = """<utility maxutility="10"><ufun type="PlainUfun" weight="1" aggregation="sum">
<hyperRectangle utility="4"><INCLUDES index="1" min="1" max="2"/></hyperRectangle>
<hyperRectangle utility="3" weight="2"><INCLUDES index="1" min="0" max="1"/><INCLUDES index="2" min="2" max="9"/></hyperRectangle>
<hyperRectangle utility="1"><EXCLUDES index="1" min="0" max="0"/><EXCLUDES index="2" min="0" max="1"/></hyperRectangle>
<hyperRectangle utility="0.5"></hyperRectangle>
</ufun></utility>
"""
NONLINEAR_NORTH = (
    f'<utility_space type="nonlinear"><objective index="0" name="x">\n{_NUMBERED}{RECTANGLES}</objective></utility_space>\n'
)
NONLINEAR = {
    "x.xml": f'<negotiation_template><objective index="0" name="x">{_NUMBERED}</objective></negotiation_template>',
    "north.xml": NONLINEAR_NORTH,
    "south.xml": NONLINEAR_NORTH,
}
