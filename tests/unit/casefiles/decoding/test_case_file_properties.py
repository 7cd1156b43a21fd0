import datetime as dt
import re
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gobetween.casefiles.decoding.shapes import COLLECTIONS
from gobetween.casefiles.folders import load_case
from gobetween.model.errors import InvalidCase

TODAY = dt.date(2024, 6, 1)
FEW = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))

CASE = """\
gobetween: 1
title: T
profile: closed
actors:
  union: {name: U, roles: [party]}
  employers: {name: E, roles: [party]}
  bishop: {name: B, roles: [mediator]}
issues:
  wage: {title: W, options: {two: 2, four: 4}}
"""

words = st.sampled_from(
    ["union", "wage", "two", "bishop", "public", "party", "demand", "2024", "9999-12", "a@1-2", "~", "true", "1e9", "", "x y"]
)
keys = st.sampled_from(
    sorted({key for shape in COLLECTIONS.values() for key in shape.fields} | {"id", "when", "cite", "held_by", "zzz", "wage"})
)
values = st.recursive(words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5), max_leaves=12)


def written(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return value or "''"


def faults_of(data):
    """The faults of these bytes as a case; none if there are none."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "case.yaml").write_bytes(data)
        try:
            load_case(Path(folder), today=TODAY)
        except InvalidCase as error:
            return error.faults or (str(error),)
    return ()


def assert_each_has_file_and_line(faults):
    assert [fault for fault in faults if not re.match(r"case\.yaml:[1-9]\d*: \S", fault)] == []


@FEW
@given(st.binary(max_size=200))
def test_any_bytes_are_a_case_or_have_faults_with_file_and_line(data):
    assert_each_has_file_and_line(faults_of(data))


@FEW
@given(st.text(max_size=200))
def test_any_text_after_a_good_beginning_is_a_case_or_has_faults(text):
    assert_each_has_file_and_line(faults_of((CASE + text).encode("utf-8", "surrogatepass")))


@settings(FEW, max_examples=200)
@given(st.dictionaries(st.sampled_from(sorted(set(COLLECTIONS) - {"actors", "issues"})), values, min_size=1, max_size=3))
def test_any_tree_of_plausible_words_is_a_case_or_has_faults(tree):
    text = "".join(f"{key}: {written(value)}\n" for key, value in tree.items())
    assert_each_has_file_and_line(faults_of((CASE + text).encode()))


@settings(FEW, max_examples=60)
@given(
    st.sampled_from(["employers", "bishop", "keeper", "public"]),
    st.binary(max_size=200)
    | st.text(max_size=100).map(lambda text: f"gobetween: 1\nentrusted_to: [union]\n{text}".encode("utf-8", "replace")),
)
def test_what_a_party_keeps_from_others_changes_nothing_for_them(audience, content):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "case.yaml").write_text(CASE)
        without = load_case(folder, audience=audience, today=TODAY)
        (folder / "parties").mkdir()
        (folder / "parties" / "union.yaml").write_bytes(content)
        assert load_case(folder, audience=audience, today=TODAY) == without
