"""The published schemas and the loader agree: what the one takes the other takes, but for what a schema cannot say."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from contract.schema_frame import FILES, FRAME, NAMES, faults_of, instance, unforgiven, unknown_names, written
from gobetween.bootstrap.live_talks import LiveTalks
from gobetween.casefiles.encoding.folder_writer import files_of
from gobetween.casefiles.judgement_files import JudgementBook
from gobetween.casefiles.schemas.kinds import KINDS, file_name, published, schema_text
from gobetween.casefiles.skeleton import write_skeleton
from gobetween.cli.services.talks import OpeningRequest, TalksPlace
from strategies.complete_cases import complete_cases
from strategies.judged_documents import documents as judged_documents
from strategies.judged_documents import judgements_of
from strategies.schema_documents import documents, keys_of, validator

ROOT = Path(__file__).parents[2]
SOME = settings(derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
EXAMPLES = {"case": 25, "party": 40, "assumptions": 40, "judgements": 40, "numbers": 25}


def problems(kind: str, document: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[-200:]}" for error in validator(kind).iter_errors(document)]


def kind_of(path: str) -> str:
    return {"case.yaml": "case", "judgements.yaml": "judgements"}.get(path) or {"parties": "party"}.get(
        path.partition("/")[0], "assumptions"
    )


def files_in(folder: Path) -> list[tuple[str, Path]]:
    found = [path for path in sorted(folder.rglob("*.yaml")) if "reports" not in path.parts]
    return [(kind_of(path.relative_to(folder).as_posix()), path) for path in found]


@pytest.mark.parametrize("example", ["cairo", "harbour"])
def test_the_examples_keep_to_the_schemas(example):
    for kind, path in files_in(ROOT / "examples" / example):
        assert problems(kind, instance(path.read_bytes())) == [], path


def test_a_new_case_keeps_to_the_schemas(tmp_path):
    write_skeleton(tmp_path / "my-case", "My talks")
    for kind, path in files_in(tmp_path / "my-case"):
        assert problems(kind, instance(path.read_bytes())) == [], path


@pytest.mark.parametrize("page", ["case-files.md", "judgements.md"])
def test_the_files_that_the_reference_shows_keep_to_the_schemas(page):
    text = (ROOT / "docs" / "reference" / page).read_text("utf-8")
    shown = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    kinds = ["judgements"] if page == "judgements.md" else ["case", "party", "assumptions", "assumptions"]
    for kind, content in zip(kinds, shown, strict=True):
        assert problems(kind, instance(content)) == []


@settings(SOME, max_examples=10)
@given(complete_cases())
def test_whatever_gobetween_writes_keeps_to_the_schemas(case):
    for path, text in files_of(case).items():
        if path.endswith(".yaml"):
            assert problems(kind_of(path), instance(text)) == [], path


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which live talks are kept, on the invented dispute of the harbour."""
    monkeypatch.setenv("GOBETWEEN_STORE", str(tmp_path / "talks.gobetween"))
    monkeypatch.setenv("GOBETWEEN_NOW", "2031-03-14T09:00")
    return tmp_path


def test_what_live_talks_export_keeps_to_the_schemas(live: Path) -> None:
    talks = LiveTalks()
    place = TalksPlace("harbour", store=str(live / "talks.gobetween"))
    talks.open(OpeningRequest(ROOT / "examples" / "harbour", place, is_rehearsal=True))
    for audience in (None, "union", "harbour-master", "keeper"):
        talks.export(place, live / f"of-{audience}", audience)
        found = files_in(live / f"of-{audience}")
        assert found
        for kind, path in found:
            assert problems(kind, instance(path.read_bytes())) == [], path


@settings(SOME, max_examples=20)
@given(st.data())
def test_judgements_that_gobetween_writes_keep_to_the_schema(data: st.DataObject) -> None:
    judgements = data.draw(judgements_of(data.draw(judged_documents())))
    with tempfile.TemporaryDirectory() as root:
        file = Path(root) / "judgements.yaml"
        for judgement in judgements:
            JudgementBook(file).add(judgement, "an-id")
        assert not judgements or problems("judgements", instance(file.read_bytes())) == []


@st.composite
def allowed(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """A document that the schema allows; what it names is there."""
    if kind != "case":
        return draw(documents(kind, NAMES))
    keys = draw(st.lists(st.sampled_from(sorted(published("case")["properties"])), unique=True, min_size=1, max_size=3))
    return with_frame(draw(keys_of("case", NAMES, *keys)))


def with_frame(drawn: dict[str, Any]) -> dict[str, Any]:
    """The values, with the entries of the frame before those of the same collection, in the form that these have."""
    found = dict(FRAME)
    for key, value in drawn.items():
        before = FRAME.get(key)
        if isinstance(before, dict) and value is None:
            continue
        if isinstance(before, dict) and isinstance(value, list):
            value = [*({"id": name, **entry} for name, entry in before.items()), *value]  # noqa: PLW2901 - the same, whole
        elif isinstance(before, dict):
            value = {**value, **before}  # noqa: PLW2901 - the same, whole
        found[key] = value
    return found


def agree(kind: str, document: Any, *, plainly: bool) -> None:
    """Fails unless schema and loader take the document alike, apart from what a schema cannot say."""
    text = written(document, plainly=plainly)
    assert instance(text) == document
    found = problems(kind, document)
    with tempfile.TemporaryDirectory() as root:
        faults = faults_of(Path(root) / "quay", kind, text)
    if found:
        assert faults, f"the schema alone refuses: {found}"
    elif not unknown_names(kind, document):
        assert not unforgiven(faults), f"the loader alone refuses: {unforgiven(faults)}"


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_schema_allows_the_loader_takes(kind):
    taken = 0

    @settings(SOME, max_examples=EXAMPLES[kind])
    @given(allowed(kind), st.booleans())
    def check(document: Any, plainly: bool) -> None:
        nonlocal taken
        assume(not problems(kind, document))
        taken += not unknown_names(kind, document)
        agree(kind, document, plainly=plainly)

    check()
    assert taken > EXAMPLES[kind] // 2


STRANGE = [
    *(None, True, False, 0, 1, 2, -1, 7, 2.5, 40_000, 10**13, -(10**13), 10**31),
    *("", " ", "north", "wire@10-40", "Upper Case", "under_score", "no", "true", "1/2", "3/2", "60%", "101%", "0.6", "900", "2031"),
    *("2031-02", "2031-13", "2031-02-21", "2031-02-21/..", "../..", "unknown", "closed", "public", "changed", "held"),
    *([], {}, [[]], [None], ["north"], ["north", "south"], [1, 2], [3, 2, 1], {"toll": "low"}, {"text": "x"}, {"title": 4}, {"e3": {}}),
]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, each in below for found in places(each, (*path, key)))]


@st.composite
def changed(draw: st.DrawFn, document: Any) -> Any:
    """The document with one thing otherwise: another value, a key more, a key less, a value more in a list."""
    found = json.loads(json.dumps(document))
    whole = found
    path = draw(st.sampled_from(places(found)[1:]))
    for step in path[:-1]:
        whole = whole[step]
    way = draw(st.sampled_from(["other", "other", "other", "less", "more", "within"]))
    strange = json.loads(json.dumps(draw(st.sampled_from(STRANGE))))
    last = whole[path[-1]]
    if way == "less":
        del whole[path[-1]]
    elif way == "more" and isinstance(whole, dict):
        whole[draw(st.sampled_from(["zzz", "text", "id", "held_by", "issue", "Key"]))] = strange
    elif way == "within" and isinstance(last, list):
        last.append(strange)
    else:
        whole[path[-1]] = strange
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_otherwise_is_refused_by_both_or_by_none(kind):
    refused = 0

    @settings(SOME, max_examples=2 * EXAMPLES[kind])
    @given(st.data())
    def check(data: st.DataObject) -> None:
        nonlocal refused
        document = data.draw(allowed(kind).flatmap(changed))
        assume(isinstance(document, dict) and document)
        refused += bool(problems(kind, document))
        agree(kind, document, plainly=data.draw(st.booleans()))

    check()
    assert refused > EXAMPLES[kind] // 2


def test_the_published_files_are_what_the_command_gives():
    folder = ROOT / "docs" / "reference" / "schemas"
    found = {kind: (folder / file_name(kind)).read_text("utf-8") for kind in KINDS}
    assert found == {kind: schema_text(kind) for kind in KINDS}, "write them anew: gobetween schema --output docs/reference/schemas"
    assert {*FILES} == {*KINDS}
