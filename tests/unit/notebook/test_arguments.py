"""What Python is told speaks of its own arguments; what they cannot be is refused in words."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gobetween import Case, GobetweenError, InvalidCase, NotWritten, UnknownForm, read
from gobetween.notebook.arguments import in_python

ROOT = Path(__file__).parents[3]
HARBOUR = ROOT / "examples" / "harbour"
ANSWERS = sorted((ROOT / "src" / "gobetween" / "briefs" / "answers").glob("**/*.py"))
PACKAGE = {"wages": "rise-2"}


@pytest.fixture(scope="module")
def assumed() -> Case:
    return Case.load(HARBOUR, assume="pay-first")


def texts_in(path: Path) -> list[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


@pytest.mark.parametrize(
    ("said", "in_words"),
    [
        ("say which package: --package ISSUE=OPTION,...", 'say which package: package={"ISSUE": "OPTION"}'),
        ("open to this reader: guess (--assume NAME).", 'open to this reader: guess (assume="NAME").'),
        ("several sets: --assume ONE --assume OTHER", 'several sets: assume=["ONE", "OTHER"]'),
        ("leave --as out; --as-of goes by the day", "leave audience out; as_of goes by the day"),
        ("allow it more time with --seconds", "allow it more time with seconds"),
        ("see gobetween zone, and gobetween solve --rule nash", 'see zone(), and solve(rule="nash")'),
        ("begin one with: gobetween new NAME", "begin one with: gobetween new NAME"),
        ("a well-known -- and old -- matter", "a well-known -- and old -- matter"),
    ],
)
def test_options_are_said_as_arguments(said: str, in_words: str) -> None:
    assert in_python(said) == in_words


def test_no_message_of_the_engine_keeps_an_option() -> None:
    said = [text for path in ANSWERS for text in texts_in(path) if re.search(r"--[a-z]", text)]
    assert len(said) > 8
    assert [text for text in map(in_python, said) if re.search(r"--[a-z]|gobetween (zone|solve|improve|robust)", text)] == []


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda case: case.improve(package={"pay": "four"}), "^package names the issue 'pay', which is not there"),
        (lambda case: case.solve(weights={"unoin": 2}), "^weights name 'unoin'"),
        (lambda case: case.solve(weights={"union": "two"}), "weights: .* whole number"),
        (lambda case: case.solve(weights=["union"]), "weights: .* whole number"),
        (lambda case: case.stability(package={"wages": 3}), 'write {"ISSUE": "OPTION"}'),
        (lambda case: case.sensitivity(package="wages"), 'write {"ISSUE": "OPTION"}'),
        (lambda case: case.improve(package=PACKAGE, proposal="paper"), "^package and proposal both say which"),
        (lambda case: case.deadlock(limit=-1), "whole number from 0"),
        (lambda case: case.frontier(limit="ten"), "whole number from 0"),
        (lambda case: case.robust("pay-first", limit=0), "whole number from 1"),
        (lambda case: case.robust(3), r'write \["ONE", "OTHER"\]'),
        (lambda case: case.changes("2031-03-07", "2031-03-05"), "the first day, 2031-03-07, is not before the last, 2031-03-05"),
        (lambda case: case.changes(None), "the first day is missing; write it as 2024-02-21"),
        (lambda case: case.seen(audience=3), "audience: 3 is no name"),
        (lambda case: case.seen(audience=""), "audience: '' is no name"),
        (lambda case: case.brief().save(""), "the path is empty"),
        (lambda case: case.brief().save(3), "3 is no path"),
        (lambda _: Case.load(""), "the path is empty; write it as text: 'my-case'"),
        (lambda _: Case.load("  "), "the path is empty"),
        (lambda _: Case.load(None), "None is no path"),
        (lambda _: read(), r'no path is given; name files or folders of reports: read\("reports"\)'),
        (lambda _: read("reports", ""), "the path is empty"),
    ],
)
def test_what_an_argument_cannot_be_is_refused(assumed: Case, ask: Callable[[Case], Any], words: str) -> None:
    with pytest.raises(InvalidCase, match=words):
        ask(assumed)


def test_where_numbers_are_missing_the_argument_is_named_that_gives_some() -> None:
    with pytest.raises(GobetweenError, match=r'pay-first \(assume="NAME"\)'):
        Case.load(HARBOUR).solve()


def test_of_a_read_out_the_drafter_is_told_what_a_day_leaves_out(tmp_path: Path) -> None:
    meeting = "meetings: [{id: first, participants: [union], when: 2031-03-04, held_by: public}]"
    (tmp_path / "case.yaml").write_text(f"gobetween: 1\ntitle: Quay\nactors: {{union: {{name: Union}}}}\n{meeting}\n", encoding="utf-8")
    assert "1 entry (meetings: 1)" in Case.load(tmp_path, as_of="2031-03-05").read_out().notes[0]


def test_where_a_brief_cannot_be_saved_the_error_has_a_name_of_its_own(assumed: Case, tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    for name, error, words in (
        ("brief.xyz", UnknownForm, "'.xyz' is the ending of no form of a brief; name a file that ends in one of: .html"),
        ("brief", UnknownForm, "does not say in which form; name a file that ends in one of: .html"),
        ("missing/brief.md", NotWritten, "No such file or directory"),
        ("folder.md", NotWritten, "Is a directory"),
    ):
        with pytest.raises(error, match=re.escape(words)):
            assumed.brief().save(tmp_path / name)
