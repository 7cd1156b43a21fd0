"""The page on briefs names every key of their JSON and no other; the published schema is the one that the code makes."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import attrs
import jsonschema
import pytest

from gobetween.bootstrap.workshop import Workshop
from gobetween.briefs import blocks
from gobetween.briefs.blocks import Mark
from gobetween.briefs.one_page import one_page
from gobetween.cli.brief_forms import FORMS
from gobetween.cli.services import BriefRequest
from gobetween.model.dates import When
from gobetween.model.passages import Citation, Span
from gobetween.rendering.brief_json import BRIEF_VERSION, KINDS, brief_json
from gobetween.rendering.brief_schema import brief_schema, schema_text
from specimen_brief import SPECIMEN

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "briefs.md").read_text(encoding="utf-8")
SECTIONS = {
    "The brief": blocks.Brief,
    "A section": blocks.Section,
    "A cell": blocks.Cell,
    "A citation": Citation,
    "A span": Span,
    "A source": blocks.SourceLine,
    "A time": When,
    "An entry of a timeline": blocks.TimelineEntry,
    "A panel": blocks.PositionsPanel,
    "A point": blocks.PositionPoint,
    "A bar": blocks.GainsBar,
    "A gain": blocks.Gain,
    "A row of stances": blocks.StanceRow,
    "A stance": blocks.StanceCell,
    "A line of access": blocks.AccessLine,
    **{f"`{name}`": kind for kind, name in KINDS.items()},
}
EXAMPLES = (
    ("cairo", "keeper", None),
    ("cairo", "public", None),
    ("cairo", "egypt", "quiet-first"),
    ("harbour", "keeper", None),
    ("harbour", "conciliator", "pay-first"),
)


def below(heading: str) -> str:
    return re.split(r"^#+ ", PAGE.split(f" {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def keys_in(heading: str) -> list[str]:
    return [key for row in re.findall(r"^\| (`[^|]*) \|", below(heading), re.MULTILINE) for key in re.findall(r"`(\w+)`", row)]


@pytest.mark.parametrize("heading", SECTIONS)
def test_each_table_names_the_keys_of_what_it_is_about(heading: str) -> None:
    assert sorted(keys_in(heading)) == sorted(each.name for each in attrs.fields(SECTIONS[heading]))


def test_every_value_of_a_brief_has_its_heading() -> None:
    values = {value for value in vars(blocks).values() if attrs.has(value)}
    assert values <= set(SECTIONS.values()) | {blocks.Brief}


def test_the_page_names_every_kind_form_and_mark_and_the_version() -> None:
    assert all(f"`{kind}`" in below("A section") for kind in KINDS.values())
    assert re.findall(r"^\| `(\w+)` \|", below("The forms"), re.MULTILINE) == list(FORMS)
    assert all(f"`{mark}`" in below("A cell") for mark in Mark)
    assert f'"brief_version": {BRIEF_VERSION},' in PAGE


def test_the_published_schema_is_the_one_that_the_code_makes() -> None:
    published = ROOT / "docs" / "reference" / "schemas" / "brief.schema.json"
    assert published.read_text(encoding="utf-8") == schema_text(), "write brief_schema.schema_text() there anew"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(brief_schema())


@pytest.mark.parametrize(("case", "audience", "assumption"), EXAMPLES)
def test_the_briefs_of_the_examples_keep_to_the_schema(case: str, audience: str, assumption: str | None) -> None:
    request = BriefRequest(ROOT / "examples" / case, audience=audience, assumption=assumption)
    brief = Workshop(dt.date(2026, 11, 22)).make_brief(request, lambda _message: None).brief
    validator = jsonschema.Draft202012Validator(brief_schema())
    assert not list(validator.iter_errors(brief_json(brief)))
    assert not list(validator.iter_errors(brief_json(one_page(brief))))


def test_the_schema_refuses_what_is_no_brief() -> None:
    validator = jsonschema.Draft202012Validator(brief_schema())
    whole = brief_json(SPECIMEN)
    assert validator.is_valid(whole)
    assert not validator.is_valid(whole | {"brief_version": 0})
    assert not validator.is_valid(whole | {"brief": whole["brief"] | {"remark": "one key more"}})
    assert not validator.is_valid(whole | {"brief": {key: value for key, value in whole["brief"].items() if key != "notices"}})
    assert not validator.is_valid(whole | {"brief": whole["brief"] | {"essence": [{"text": "half a cell"}]}})
