"""The page on the Python API names all that there is to it, and its example runs."""

from __future__ import annotations

import inspect
import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest

import gobetween
from gobetween.notebook.reports import ReadOnce
from gobetween.notebook.shown import ShownAnswer, ShownBrief, ShownPlot

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")


def public(kind: type) -> set[str]:
    fields = {each.name for each in getattr(kind, "__attrs_attrs__", ())}
    return {name for name in {*dir(kind), *fields} if not name.startswith("_")}


@pytest.mark.parametrize("name", gobetween.__all__)
def test_every_name_that_is_exported_stands_on_the_page(name: str) -> None:
    assert f"`{name}" in PAGE or f"import {name}" in PAGE


def errors_of(kind: type[gobetween.GobetweenError]) -> set[type[gobetween.GobetweenError]]:
    return {kind}.union(*map(errors_of, kind.__subclasses__()))


def test_every_error_of_cases_and_briefs_is_exported_and_described() -> None:
    import_module("gobetween.bootstrap.notebooks")
    exported = tuple(getattr(gobetween, name) for name in gobetween.__all__ if isinstance(getattr(gobetween, name), type))
    rooms = ("gobetween.model.", "gobetween.notebook.", "gobetween.bargaining.")
    raised = {each for each in errors_of(gobetween.GobetweenError) if each.__module__.startswith(rooms)}

    unexported = {each.__name__ for each in raised if not issubclass(each, tuple(set(exported) - {gobetween.GobetweenError, object}))}
    assert unexported == {"GobetweenError", "InvalidJudgement", "ProtocolViolation", "RecordConflict"}  # of judging, and of live talks
    for each in raised & set(exported):
        assert f"| `{each.__name__}` |" in PAGE or each is gobetween.GobetweenError


def test_the_version_stands_on_the_page() -> None:
    assert "`gobetween.__version__`" in PAGE


@pytest.mark.parametrize("kind", [gobetween.Case, ShownBrief, ShownAnswer, ShownPlot, ReadOnce])
def test_every_public_name_of_what_is_given_stands_on_the_page(kind: type) -> None:
    left_out = {"asked", "services", "account", "paths", "title"}  # how it is wired, and what says itself
    assert [name for name in sorted(public(kind) - left_out) if not re.search(rf"`(?:Case\.)?{name}\b", PAGE)] == []


def test_every_keyword_of_a_question_stands_in_its_row() -> None:
    for name, method in inspect.getmembers(gobetween.Case, inspect.isfunction):
        row = next((line for line in PAGE.splitlines() if line.startswith(f"| `{name}(")), "")
        for keyword in inspect.signature(method).parameters if row else ():
            assert keyword == "self" or re.search(rf"\b{keyword}\b", row), f"{name}: {keyword}"


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("spacy")
    shutil.copytree(ROOT / "examples" / "harbour", tmp_path / "examples" / "harbour")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "cache"))
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert code is not None
    exec(compile(code[1], "docs/reference/python.md", "exec"), {})  # noqa: S102 - the page's own example
    assert (tmp_path / "changes.html").is_file()
