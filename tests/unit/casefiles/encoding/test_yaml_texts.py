from gobetween.casefiles.encoding.yaml_texts import OneLine, yaml_text
from gobetween.casefiles.encoding.yaml_words import Bare


def test_small_things_stand_on_one_line_and_large_ones_below_one_another():
    tree = {
        "gobetween": Bare("1"),
        "title": "T",
        "actors": {"union": {"name": "Union", "roles": ["party"]}, "other": {"name": "x" * 60, "aliases": ["y" * 60], "note": "a\nb"}},
        "access": [{"id": "one", "to": "union"}, {"id": "two", "text": "long " * 30 + "end", "through": ["a", "b, c"]}, "word"],
    }
    assert (
        yaml_text(tree)
        == f"""\
gobetween: 1
title: T

actors:
  union: {{name: Union, roles: [party]}}
  other:
    name: {"x" * 60}
    aliases: [{"y" * 60}]
    note: |-
      a
      b

access:
  - {{id: one, to: union}}
  - id: two
    text: >-
      {"long " * 22}long
      {"long " * 7}end
    through: [a, "b, c"]
  - word
"""
    )


def test_what_follows_a_collection_is_set_apart():
    assert yaml_text({"values": {"a": {"b": "c"}}, "note": "c", "more": "d"}) == "\nvalues:\n  a: {b: c}\n\nnote: c\nmore: d\n"


def test_a_head_stays_on_its_line_however_long():
    (line,) = yaml_text({"entrusted_to": OneLine(["x" * 70, "y" * 70])}).splitlines()
    assert line == f"entrusted_to: [{'x' * 70}, {'y' * 70}]"


def test_remarks_come_first():
    assert yaml_text({"a": "b"}, ["Told to readers."]) == "# Told to readers.\na: b\n"


def test_a_list_that_is_too_long_for_its_line_goes_below():
    assert yaml_text({"a": ["x" * 70, "y" * 70]}) == f"a:\n  - {'x' * 70}\n  - {'y' * 70}\n"


def test_empty_things_are_said():
    assert yaml_text({"a": [], "b": {}}) == "a: []\nb: {}\n"
