import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from gobetween.casefiles.documents.case_file import COLLECTIONS
from gobetween.casefiles.folders import files_with_holders
from gobetween.casefiles.schemas import meanings_of_keys, meanings_of_kinds
from gobetween.casefiles.schemas.fragments import titled
from gobetween.casefiles.schemas.json_layout import laid_out
from gobetween.casefiles.schemas.kinds import KINDS, files_for_editors, published, schema_line, schema_text
from gobetween.casefiles.skeleton import write_skeleton

CONDITIONS = {"allOf", "if", "then", "else", "not"}


def described_keys(schema, path=()):
    """Every key that a person can write, with where it is described and how."""
    if isinstance(schema, list):
        for each in schema:
            yield from described_keys(each, path)
    if isinstance(schema, dict):
        is_list_of_keys = path[-1:] == ("properties",)
        for key, each in schema.items():
            if is_list_of_keys:
                yield path, key, each.get("description")
            if is_list_of_keys or key not in CONDITIONS:
                yield from described_keys(each, (*path, key))


def titled_parts(schema):
    if isinstance(schema, list):
        for each in schema:
            yield from titled_parts(each)
    if isinstance(schema, dict):
        if isinstance(schema.get("title"), str):
            yield schema
        for each in schema.values():
            yield from titled_parts(each)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_of_json_schema(kind):
    Draft202012Validator.check_schema(published(kind))
    assert json.loads(schema_text(kind)) == published(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_says_what_it_means(kind):
    assert [(path, key) for path, key, said in described_keys(published(kind)) if not said] == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_bears_one_title_is_one_thing(kind):
    found = {}
    for part in titled_parts(KINDS[kind].schema()):
        assert found.setdefault(part["title"], part) == part


def test_no_meaning_is_told_of_what_is_not_there():
    titles, keys, keys_in = set(), set(), set()
    for name, kind in KINDS.items():
        keys |= {key for _path, key, _said in described_keys(published(name))}
        for part in [{**kind.schema(), "title": kind.place}, *titled_parts(kind.schema())]:
            titles.add(part["title"])
            keys_in |= {(part["title"], key) for key in part.get("properties", ())}
    assert set(meanings_of_kinds.OF_TITLES) - titles == set()
    assert set(meanings_of_keys.OF_KEYS) - keys == set()
    assert set(meanings_of_keys.OF_KEYS_IN) - keys_in == set()


def test_a_file_refuses_keys_that_are_not_listed_and_offers_every_collection():
    case = published("case")
    assert case["additionalProperties"] is False
    assert set(COLLECTIONS) <= set(case["properties"])
    assert {"gobetween", "title"} <= set(case["required"])


def test_a_title_is_given_once():
    assert titled("one", {"title": "other", "type": "null"}) == {"title": "one", "type": "null"}


def test_what_fits_stands_on_one_line():
    assert laid_out({"a": [1, 2], "b": {"c": "é"}}) == '{"a": [1, 2], "b": {"c": "é"}}'
    long = {"a": ["x" * 60, "y" * 60], "b": 1}
    assert json.loads(laid_out(long)) == long
    assert laid_out(long).splitlines()[:2] == ["{", '  "a": [']


def test_the_first_line_of_a_file_leads_to_its_schema(tmp_path):
    write_skeleton(tmp_path / "my-case", "My talks")
    for path in (tmp_path / "my-case").rglob("*.yaml"):
        name = path.relative_to(tmp_path / "my-case").as_posix()
        first = path.read_text("utf-8").splitlines()[0]
        assert first == f"# {schema_line(name)}"
        assert (path.parent / first.partition("$schema=")[2]).is_file()


def test_schemas_beside_a_case_are_none_of_its_files(tmp_path):
    import datetime as dt

    write_skeleton(tmp_path / "my-case", "My talks")
    assert all((tmp_path / "my-case" / name).is_file() for name in files_for_editors())
    paths = [path for path, _content, _holders in files_with_holders(tmp_path / "my-case", today=dt.date(2024, 6, 1))]
    assert [path for path in paths if "schema" in path] == []


def test_the_examples_lead_to_the_published_schemas():
    root = Path(__file__).parents[4]
    found = [*root.glob("examples/*/case.yaml"), *root.glob("examples/*/parties/*.yaml"), *root.glob("examples/*/assumptions/*.yaml")]
    assert len(found) >= 8
    for path in found:
        first = path.read_text("utf-8").splitlines()[0]
        assert (path.parent / first.partition("$schema=")[2]).resolve().parent == root / "docs" / "reference" / "schemas"
