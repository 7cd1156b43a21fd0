import pytest
import yaml

from gobetween.casefiles.decoding.slips.lines import Lines
from gobetween.casefiles.decoding.yaml_nodes import InvalidYaml, parse_yaml

SLIPS = [
    (
        "gobetween: 1\npositions:\n  – actor: a\n    text: t\n  – actor: b\n    text: u\n",
        ["3: '–' begins no entry of a list; write a plain hyphen, '- '"],
    ),
    (
        "gobetween: 1\npositions:\n  -actor: a\n    issue: x\n  - actor: b\n    issue: x\n  -actor: c\n    issue: x\n    text: t\n",
        ["3: a space is missing after the dash", "7: a space is missing after the dash"],
    ),
    (
        "gobetween: 1\npositions:\n  * actor: a\n    issue: x\n  * actor: b\n    issue: x\n",
        [
            "3: '*' begins no entry of a list; write a plain hyphen, '- '",
            "5: '*' begins no entry of a list; write a plain hyphen, '- '",
        ],
    ),
    (
        "gobetween: 1\npositions:\n  - actor: a\n    issue: x\n\u00a0\u00a0  stance: y\n    text: t\n    note: n\n",
        ["5: found a blank that is no plain space (U+00A0) before 'stance'; type plain spaces"],
    ),
    ("gobetween: 1\n// the sides\nactors:\n  a: {name: A}\n", ["2: a comment begins with '#', not with '//'"]),
    (
        "gobetween: 1\npositions:\n  - actor: a\n    text: |\n    Two and\n    more\n    stance: x\n",
        ["4: the words after '|' are indented no further than 'text'; indent each of their lines further"],
    ),
    ("gobetween: 1\npositions:\n  - actor:a\n    issue: x\n    text: t\n", ["3: a space is missing after 'actor:'"]),
    ("gobetween: 1\npositions:\n  - actor a\n    issue: x\n    text: t\n", ["3: the colon after 'actor' is missing"]),
    ("gobetween: 1\npositions:\n  - actor\n    issue: x\n    text: t\n", ["3: the colon after 'actor' is missing"]),
    (
        'gobetween: 1\ntitle: "The bus\nactors:\n  a: {name: A}\n',
        ["2: the quotation mark opened here is never closed; close it, or write the words without quotation marks"],
    ),
    (
        'gobetween: 1\ntitle: "The bus\nsummary: "More words"\nactors:\n  a: {name: "A"}\n',
        ["2: the quotation mark opened here is never closed; close it, or write the words without quotation marks"],
    ),
    (
        (
            "gobetween: 1\ntitle: The quay\nactors:\n  a: {name: A, roles: [party]}\n  b:\n    name: B\n"
            "    roles: [party]\nissues:\n  m: {title: 'Money, options: [a, b]}\n"
        ),
        ["9: the quotation mark opened here is never closed; close it, or write the words without quotation marks"],
    ),
    (
        (
            "gobetween: 1\ntitle: The quay\nactors:\n  a: {name: A, roles: [party]}\n  b:\n    name: B\n"
            '    roles: [party]\npositions:\n  - actor: a\n    text: "We have no stop at all" they say.\n'
            "    stance: x\n"
        ),
        ["10: text goes on after the closing quotation mark; put all of it in quotation marks of the other kind: '...'"],
    ),
    (
        (
            "gobetween: 1\ntitle: The quay\nactors:\n  a: {name: A, roles: [party]}\n  b:\n    name: B\n"
            "    roles: [party]\npositions:\n  - actor: a\n    text: It's fair: by heads.\n    stance: x\n"
        ),
        ["10: found ': ' within words; put the words in quotation marks"],
    ),
    (
        "gobetween: 1\ntitle: x\nactors:\n  a: {name: A, roles: [party]\n  b: {name: B, roles: [party]}\n",
        ["4: the bracket '{' opened here is never closed; close it with '}'"],
    ),
    (
        "gobetween: 1\ntitle: x\nactors:\n  a: {name: A, roles: [party}\n  b: {name: B, roles: [party]}\n",
        ["4: the bracket '[' opened here is never closed; put ']' before '}'"],
    ),
    ("gobetween: 1\na: {x: 1,\n  y: 2,\n  z: 3\nb: 2\n", ["2: the bracket '{' opened here is never closed; close it with '}'"]),
    ("gobetween: 1\na: {x: 1, r: [b]]}\nb: 2\n", ["2: found ']' with no bracket open before it; take it out"]),
    ("gobetween: 1\na: {x: 1}}\nb: 2\n", ["2: found '}' with no bracket open before it; take it out"]),
    (
        "gobetween: 1\nissues:\n  time:\n    title: T\n   money:\n    title: M\n",
        ["5: this line begins after 3 spaces; begin it after 2, in line with 'time' in line 3"],
    ),
    (
        "gobetween: 1\nissues:\n  time:\n    title: T\n     options: {a: b}\n",
        ["5: this line begins after 5 spaces; begin it after 4, in line with 'title' in line 4"],
    ),
    (
        "gobetween: 1\npositions:\n  - actor: a\n   issue: x\n    text: t\n",
        ["4: this line begins after 3 spaces; begin it after 4, in line with 'actor' in line 3"],
    ),
    (
        "gobetween: 1\npositions:\n  - actor: a\n  issue: x\n",
        ["4: this line begins after 2 spaces; begin it after 4, in line with 'actor' in line 3"],
    ),
    (
        "gobetween: 1\npositions:\n  - actor: a\n    text: b\n   - actor: c\n    text: d\n",
        ["5: this line begins after 3 spaces; begin it after 2, in line with the dash in line 3"],
    ),
    (
        "gobetween: 1\npositions:\n  - actor: a\n    text: b\n - actor: c\n   text: d\n",
        ["5: this line begins after 1 space; begin it after 2, in line with the dash in line 3"],
    ),
    ("gobetween: 1\ntitle: @Upham\nb: 1\n", ["2: words cannot begin with '@'; put them in quotation marks"]),
    ("gobetween: 1\ntitle: %5 more\nb: 1\n", ["2: words cannot begin with '%'; put them in quotation marks"]),
    ("gobetween: 1\ntitle: `x` more\nb: 1\n", ["2: words cannot begin with '`'; put them in quotation marks"]),
    (
        "gobetween: 1\ntitle: *Upham* said\nb: 1\n",
        ["2: words cannot begin with '*' ('*' begins an alias); put them in quotation marks"],
    ),
    (
        "gobetween: 1\ntitle: &Upham said\nb: 1\n",
        [
            (
                "2: found the anchor '&Upham'; case files do without: write the value where it belongs, or"
                " put words that begin with '&' in quotation marks"
            ),
        ],
    ),
    (
        "gobetween: 1\ntitle: !Important said\nb: 1\n",
        ["2: found the tag '!Important'; case files do without: put words that begin with '!' in quotation marks"],
    ),
    (
        "gobetween: 1\ntitle: |x| said\nb: 1\n",
        ["2: words cannot begin with '|' ('|' begins a block of lines); put them in quotation marks"],
    ),
    (
        "gobetween: 1\ntitle: > 5 per cent\nb: 1\n",
        ["2: words cannot begin with '>' ('>' begins a block of lines); put them in quotation marks"],
    ),
    ("gobetween: 1\na: {name: @Upham, roles: [x]}\nb: 1\n", ["2: words cannot begin with '@'; put them in quotation marks"]),
    (
        "gobetween: 1\ntitle: 'Upham's line'\nb: 1\n",
        ["2: the apostrophe ends the words in single quotation marks; write it twice (''), or put the words in double ones (\")"],
    ),
    (
        "gobetween: 1\na: {name: 'Upham's line', roles: [x]}\nb: 1\n",
        ["2: the apostrophe ends the words in single quotation marks; write it twice (''), or put the words in double ones (\")"],
    ),
    (
        'gobetween: 1\na: {name: "Upham" line, roles: [x]}\nb: 1\n',
        ["2: text goes on after the closing quotation mark; put all of it in quotation marks of the other kind: '...'"],
    ),
    ("gobetween: 1\ntitle Elm Lane\nb: 1\n", ["2: the colon after 'title' is missing"]),
    ("gobetween: 1\nactors\n  a: {name: A}\nb: 1\n", ["2: the colon after 'actors' is missing"]),
    ("gobetween 1\ntitle: x\n", ["1: the colon after 'gobetween' is missing"]),
    ("gobetween: 1\ntitle:Elm\nb: 1\n", ["2: a space is missing after 'title:'"]),
    ("gobetween:1\ntitle: x\n", ["1: a space is missing after 'gobetween:'"]),
    (
        "gobetween: 1\ntitle: a\ntitle: b\nsummary: a\nsummary: b\n",
        [
            "3: found the key 'title' again; it stands in line 2 already: name this one otherwise, or take one of them out",
            "5: found the key 'summary' again; it stands in line 4 already: name this one otherwise, or take one of them out",
        ],
    ),
    (
        "gobetween: 1\nactors:\n\xa0\xa0a: {name: A}\nb: 1\n",
        ["3: found a blank that is no plain space (U+00A0) before 'a'; type plain spaces"],
    ),
    ("gobetween: 1\ntitle:\xa0Elm\nb: 1\n", ["2: found a blank that is no plain space (U+00A0); type plain spaces instead"]),
    (
        "gobetween: 1\ntitle: “Elm: Lane”\nb: 1\n",
        ["2: '“' is no quotation mark in YAML, but a letter of the words; use the straight ones, \" or '"],
    ),
    (
        "gobetween: 1\na: {name: “Elm, Lane”, b: 1}\nb: 1\n",
        ["2: '”' is no quotation mark in YAML, but a letter of the words; use the straight ones, \" or '"],
    ),
    (
        "gobetween: 1\na: {name: A roles: [party]}\nb: 1\n",
        ["2: a comma is missing before 'roles:'; if that is part of the words, put them in quotation marks"],
    ),
    (
        "gobetween: 1\na: {name: A, roles: [party] note: x}\nb: 1\n",
        ["2: a comma is missing before 'note:'; if that is part of the words, put them in quotation marks"],
    ),
    ('gobetween: 1\na: ["A" "B"]\nb: 1\n', ["2: a comma is missing before '\"'"]),
    (
        "gobetween: 1\na: {name: Pier #4, roles: [party]}\nb: 1\n",
        ["2: ' #' begins a comment, so the rest of this line is not read; put the words with it in quotation marks"],
    ),
    (
        "gobetween: 1\ntext: It is fair\nby heads and so\nb: 1\n",
        ["3: the colon after 'by' is missing; or, if the words of the line above go on here, indent this line further"],
    ),
    (
        "gobetween: 1\ntext: It is fair\n  by heads: so\nb: 1\n",
        ["3: found ': ' within words that go on from the line above; put all of the words in quotation marks"],
    ),
    ("gobetween: 1\na:\n  - x: 1\n  -y: 2\n", ["4: a space is missing after the dash"]),
    (
        "gobetween: 1\na: - x\n   - y\nb: 1\n",
        ["2: a list does not begin in the line of its key: begin it in the next line; or, if words begin with '-', quote them"],
    ),
    (
        "gobetween: 1\ntext: [sic] he says no\nb: 1\n",
        ["2: text goes on after the closing ']'; put all of it in quotation marks if it is words"],
    ),
    (
        (
            'gobetween: 1\ntitle: "The bus\nsummary: It is: so\nactors:\n  a: {name: A, roles: [party]\n'
            "  b: {name: @B, roles: [party]}\nissues:\n  time:\n    title: T\n   money:\n    title Money\n"
            'positions:\n  - actor: a\n   text: b\n  - actor: b\n    text: "We" say\n'
        ),
        [
            "2: the quotation mark opened here is never closed; close it, or write the words without quotation marks",
            "3: found ': ' within words; put the words in quotation marks",
            "5: the bracket '{' opened here is never closed; close it with '}'",
            "6: words cannot begin with '@'; put them in quotation marks",
            "10: this line begins after 3 spaces; begin it after 2, in line with 'time' in line 8",
            "14: this line begins after 3 spaces; begin it after 4, in line with 'actor' in line 13",
            "16: text goes on after the closing quotation mark; put all of it in quotation marks of the other kind: '...'",
        ],
    ),
    (
        "gobetween: 1\ntext: >-\n  a: b: c\n d\nb: 1\n",
        ["4: this line is indented less than the words above, which begin in line 3; indent it as they are"],
    ),
]


@pytest.fixture(params=["C parser", "Python parser"], autouse=True)
def parser(request, monkeypatch):
    if request.param == "Python parser":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)


def refused(text):
    with pytest.raises(InvalidYaml) as caught:
        parse_yaml(text.encode(), "case.yaml")
    return caught.value


@pytest.mark.parametrize(("text", "told"), SLIPS)
def test_slips_are_told_in_their_lines_with_the_remedy(text, told):
    assert [f"{fault.line}: {fault.text}" for fault in sorted(refused(text).faults)] == told


def test_a_text_that_nobody_wrote_by_hand_gets_the_parsers_words_at_once():
    assert refused("a" + " " * 300_000 + "b\n: }").faults[0].text.startswith("not YAML: ")


def test_an_unsure_remedy_gives_no_document_to_look_for_further_faults_in():
    assert refused("a: {name: A roles: [party]}\n").node is None
    assert refused("title: @Upham\n").node is not None


def test_further_faults_are_told_with_a_slip_and_the_case_is_not_loaded(quay):
    faults = quay.faults("positions:\n  - actor: unoin\n    stance: demand\n    text: It is fair: by heads.\n")
    assert len(faults) == 2
    assert faults[0].startswith("case.yaml:20: positions[0].actor: found 'unoin'")
    assert faults[1] == "case.yaml:22: found ': ' within words; put the words in quotation marks"


@pytest.mark.parametrize("number", range(0, 40, 7))
def test_the_columns_open_above_a_line_are_those_of_the_lines_above_alone(number):
    text = "a:\n  b: 1\n  c:\n    - d: 1\n      e: 2\n\n    - f\n# g\nh: |\n  i: 1\nj:\n - k:\n   - l: 1\n"
    whole, above = Lines.of(text * 3), Lines.of("\n".join((text * 3).split("\n")[:number]))
    assert whole.columns(number) == above.columns(number)


@pytest.mark.parametrize("unit", ["word", "a ", "- ", "{a b: ", "'"])
def test_slips_in_thousands_of_lines_are_looked_for_within_an_allowance(unit):
    told = refused("gobetween: 1\n" + f"{unit * 8}\n" * 3_900 + ": }\n").faults
    assert 0 < len(told) <= 21
