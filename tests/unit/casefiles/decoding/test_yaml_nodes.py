import math

import pytest
import yaml

from gobetween.casefiles.decoding.limits import DEEPEST_NESTING, LARGEST_FILE
from gobetween.casefiles.decoding.yaml_nodes import InvalidYaml, Mapping, Scalar, Sequence, parse_yaml


@pytest.fixture(params=["C parser", "Python parser"], autouse=True)
def parser(request, monkeypatch):
    if request.param == "Python parser":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)


def value_of(text):
    return parse_yaml(f"key: {text}\n".encode(), "case.yaml").entries["key"].value


def refusal_of(data):
    with pytest.raises(InvalidYaml) as caught:
        parse_yaml(data if isinstance(data, bytes) else data.encode(), "case.yaml")
    return str(caught.value)


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "y", "1:30", "2024-02-21", "1_000", "=", "0b11", "+0x1", "1e", "."])
def test_what_yaml_1_1_takes_for_values_are_words(word):
    assert value_of(word) == word


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("False", False), ("~", None), ("", None), ("012", 12), ("0o17", 15), ("0xfF", 255), ("-7", -7)],
)
def test_values_are_those_of_the_core_schema(text, value):
    assert value_of(text) == value
    assert type(value_of(text)) is type(value)


@pytest.mark.parametrize(("text", "value"), [("1.5", 1.5), (".5", 0.5), ("1e3", 1000.0), ("-.inf", -math.inf)])
def test_numbers_with_a_point_or_an_exponent_are_floats(text, value):
    assert value_of(text) == value
    assert isinstance(value_of(text), float)


def test_a_word_in_quotation_marks_is_a_word():
    assert value_of("'12'") == "12"
    assert value_of('"true"') == "true"


def test_a_number_of_very_many_digits_stays_a_word():
    assert value_of("9" * 5000) == "9" * 5000


def test_nodes_know_their_lines():
    node = parse_yaml(b"a: 1\nb:\n  - x\n  - y: z\n", "case.yaml")
    assert isinstance(node, Mapping)
    assert node.key_lines == {"a": 1, "b": 2}
    items = node.entries["b"]
    assert isinstance(items, Sequence)
    assert [item.line for item in items.items] == [3, 4]


def test_an_empty_file_is_nothing():
    assert parse_yaml(b"", "case.yaml") == Scalar(1, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\na: 2\n", "case.yaml:2: found the key 'a' again; it stands in line 1 already"),
        ("a: 1\nb: &x 2\n", "case.yaml:2: found the anchor '&x'"),
        ("a: 1\nb: *x\n", "case.yaml:2: found the alias '*x'"),
        ("a: 1\nb: !!python/object:os.system x\n", "case.yaml:2: found the tag"),
        ("a: 1\n---\nb: 2\n", "case.yaml:2: found a second document"),
        ("a:\n\tb: 1\n", "case.yaml:2: found a tab in the indentation"),
        ("a: 1\nb: \0\n", "case.yaml:2: found the control character U+0000"),
        (
            "a: 1\nb: one\u2028two\n",
            "case.yaml:2: found the line break U+2028, which most editors do not show; type a plain line break",
        ),
        ("a: 1\nb: one\x85\n", "case.yaml:2: found the line break U+0085"),
        ("a: 1\rb: one\r", "case.yaml:1: found the line break U+000D"),
        ("a: 1\n? [b]\n: 2\n", "case.yaml:2: found a list or mapping as a key"),
        ("a: 1\nb: c: d\n", "case.yaml:2: found ': ' within words"),
        ("a: [1,\n", "case.yaml:1: the bracket '[' opened here is never closed"),
        ("\ufeffa: 1\n", "case.yaml:1: found a byte order mark"),
        (b"a: 1\nb: \xff\n", "case.yaml:2: found the byte 0xff, which is not UTF-8"),
        ("a: 1".encode("utf-16"), "case.yaml:1: found UTF-16"),
        ("[" * (DEEPEST_NESTING + 1) + "]" * (DEEPEST_NESTING + 1), "case.yaml:1: found more than 40 levels of nesting"),
    ],
)
def test_what_has_no_place_in_a_case_file_is_refused_with_its_line(text, said):
    assert said in refusal_of(text)


def test_a_file_over_the_limit_is_refused_unread():
    assert "5,000,000 bytes" in refusal_of(b"#" * (LARGEST_FILE + 1))


def test_brackets_without_end_are_refused_at_once():
    assert "40 levels" in refusal_of(b"[" * 1_000_000)
