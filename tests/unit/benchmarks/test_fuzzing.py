"""The fuzzer: a short run of it that finds nothing, and faults planted for it, which it must find."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

import gobetween.casefiles.folders as folders_of_cases
from gobetween.cli import commands
from gobetween.model.errors import GobetweenError
from gobetween.rendering import terminal

FUZZING = Path(__file__).parents[3] / "benchmarks" / "fuzzing"
OWN_NAMES = [path.stem for path in FUZZING.glob("*.py") if not path.stem.startswith("_")]
CASE = 'gobetween: 1\ntitle: Quay\nprofile: closed\nactors: {north: {name: "North%s", roles: [party]}}\n'

pytestmark = pytest.mark.skipif(not FUZZING.exists(), reason="the benchmarks are not part of this distribution")


@pytest.fixture(scope="module", autouse=True)
def _beside_the_fuzzer():
    sys.path.insert(0, str(FUZZING))
    yield
    sys.path.remove(str(FUZZING))
    for name in OWN_NAMES:
        sys.modules.pop(name, None)


@pytest.fixture
def tried(tmp_path, monkeypatch):
    """What is found when a folder is tried as an input of a target."""
    monkeypatch.setenv("COLUMNS", "100")

    def try_out(target, tree, number=0):
        root = tmp_path / f"{target}-{number}"
        root.mkdir()
        found, _ = import_module("targets").findings(target, tree, root, 1, number)
        return [(each.kind, each.where) for each in found]

    return try_out


def quay(name=""):
    return import_module("trees").Tree({}).with_file("case.yaml", CASE % name)


@pytest.mark.parametrize(
    ("target", "inputs"), [("loader", 16), ("slips", 12), ("reports", 10), ("sentences", 6), ("schema", 8), ("brief", 3)]
)
def test_a_short_run_finds_nothing(tried, target, inputs):
    for number in range(inputs):
        assert tried(target, import_module("targets").made(target, 1, number), number) == [], number


def test_the_same_seed_makes_the_same_inputs():
    made = import_module("targets").made
    assert [made("loader", 5, number) for number in range(20)] == [made("loader", 5, number) for number in range(20)]
    assert made("loader", 5, 1) != made("loader", 6, 1)


def test_an_error_that_is_none_of_gobetweens_own_is_found(tried, monkeypatch):
    monkeypatch.setattr(folders_of_cases, "read_case", lambda *_: 1 // 0)
    assert ("ZeroDivisionError", "folders.py:_read") in tried("loader", quay())


def test_a_rule_of_reading_that_fails_is_found(tried, monkeypatch):
    from gobetween.reading import items

    monkeypatch.setattr(items, "find_acts", lambda *_: 1 // 0)
    tree = import_module("trees").Tree({}).with_file("a.txt", "Norway demands a higher quota. It met the envoys of Canada on Monday.")
    assert [kind for kind, _ in tried("sentences", tree)] == ["a rule failed"]


def test_a_code_for_the_terminal_in_a_fault_is_found(tried, monkeypatch):
    tree = quay().with_file("case.yaml", 'gobetween: 1\ntitle: Quay\nprofile: "\\e[31m"\n')
    assert tried("loader", tree) == []
    monkeypatch.setattr(commands, "tell", lambda line, **_: print(line))  # noqa: T201 - the fault that is planted
    assert ("message", "check: holds U+001B") in tried("loader", tree, 1)


def test_a_line_beyond_the_width_is_found(tried, monkeypatch):
    monkeypatch.setattr(terminal, "NARROWEST", 64)
    assert ("output", "brief --format terminal: a line of") in tried("brief", quay())


def test_a_command_that_does_not_end_is_found(tried, monkeypatch):
    monkeypatch.setattr(import_module("watching"), "MOST_SECONDS", 0.2)

    def for_ever(*_):
        while True:
            pass

    monkeypatch.setattr(folders_of_cases, "read_case", for_ever)
    assert [kind for kind, _ in tried("loader", quay())] == ["too long: computes"] * 3


def test_what_lies_outside_of_the_folder_is_found_in_what_is_told(tried, monkeypatch):
    tree = quay().with_entry("reports", import_module("trees").Entry("link", b"../beside"))
    assert tried("loader", tree) == []
    monkeypatch.setattr(commands, "tell", lambda *_, **__: sys.stdout.write(Path("../beside/report.txt").read_text()))
    assert ("output", "check: tells what lies outside of the folder") in tried("loader", quay(), 1)


def test_a_finding_is_made_smaller_and_kept_whole():
    trees, shrinking = import_module("trees"), import_module("shrinking")
    tree = trees.Tree({name: trees.Entry("file", b"a\nb\nc\nneedle here\nd\n") for name in "xyz"})
    small = shrinking.shrunk(tree, lambda each: any(b"needle" in entry.content for entry in each.entries.values()))
    assert list(small.entries.values()) == [trees.Entry("file", b"needle")]
    odd = trees.Tree(
        {"\udcff\n": trees.Entry("file", b"\xff\n"), "l": trees.Entry("link", b"..")}, changes=(trees.Change(2, "l", None),)
    )
    assert trees.from_json(trees.as_json(odd)) == odd


def test_errors_of_gobetweens_own_are_no_finding(tried, monkeypatch):
    def refuse(*_):
        raise GobetweenError("'x' is no case; write one")

    monkeypatch.setattr(folders_of_cases, "read_case", refuse)
    assert tried("loader", quay()) == []


def test_a_remedy_that_does_not_help_is_found(tried, monkeypatch):
    lines = import_module("remedies_by_hand")
    monkeypatch.setattr(lines, "REMEDIES", [(lines.re.compile("put them in quotation marks"), lambda lines, at, told: lines[at])])
    slip = import_module("trees").Tree({}).with_file("case.yaml", "gobetween: 1\ntitle: @Quay\n")
    assert ("told again", "words cannot begin with '@'") in tried("slips", slip)
