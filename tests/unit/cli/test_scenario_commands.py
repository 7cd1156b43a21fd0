"""The commands for scenarios of other tools: what they print, what they refuse, and that they write over nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main
from gobetween.model.errors import GobetweenError
from specimen_scenarios import GENIUS

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "quay").mkdir()
    for name, text in GENIUS.items():
        (tmp_path / "quay" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> tuple[str, str]:
    done = CliRunner().invoke(main, ["scenario", *words], obj=Workshop(TODAY), standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done.stdout, done.stderr


def test_an_import_says_what_it_wrote_what_it_found_and_what_to_do_next(place):
    said, told = run("import", "quay", "mine")
    assert said.splitlines() == [
        "wrote mine/case.yaml",
        "wrote mine/assumptions/scenario.yaml",
        "",
        "Genius: 2 parties, 2 issues, 4 packages",
        "Next: gobetween brief mine --assume scenario",
    ]
    assert told == "Note: north: Discount factor 0.9 for each round or unit of time: the numbers are those of the beginning.\n"


def test_names_of_files_cannot_speak_to_the_terminal(place):
    (place / "quay" / "\x1b[31mred.txt").write_text("x")
    _, told = run("import", "quay", "mine")
    assert "red.txt" in told
    assert "\x1b" not in told


def test_an_export_comes_back_as_the_same_numbers(place):
    run("import", "quay", "mine")
    said, _ = run("export", "mine", "out", "--format", "negmas-json", "--assume", "scenario")
    assert said.splitlines() == ["wrote out/domain.json", "wrote out/north.json", "wrote out/south.json"]
    run("import", "out", "again")
    numbers = [(place / name / "assumptions" / "scenario.yaml").read_text().split("note:")[0] for name in ("mine", "again")]
    assert numbers[0] == numbers[1]


def test_an_export_holds_nothing_that_the_keeper_was_not_told(place):
    run("import", "quay", "mine")
    run("export", "mine", "out", "--format", "negmas-json", "--assume", "scenario")
    case = (place / "mine" / "case.yaml").read_text()
    hidden = """
interests: [{actor: north, text: Never the port., held_by: north}]
happenings: [{text: A visit., held_by: north}]
"""
    port = "issues:\n  port: {title: The port, held_by: north, options: {open: Open, shut: Shut}}"
    (place / "mine" / "case.yaml").write_text(case.replace("issues:", port, 1) + hidden)
    _, told = run("export", "mine", "hidden", "--format", "negmas-json", "--assume", "scenario")
    assert told == ""
    assert {each.name: each.read_text() for each in (place / "hidden").iterdir()} == {
        each.name: each.read_text() for each in (place / "out").iterdir()
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "quay", "quay"), "'quay' is there already and not empty"),
        (("import", "nowhere", "mine"), "'nowhere' is not there"),
        (("import", "quay", "a/b"), "'a/b' cannot be written"),
        (("import", "", "mine"), "the path is empty; name a file or a folder"),
        (("import", "quay"), "Missing argument 'OUT'"),
        (("import", "quay", "mine", "--steps", "many"), "'many' is not a valid integer"),
        (("export", "quay", "out", "--format", "genius"), "'quay' is no case folder"),
        (("export", "quay", "out"), "Missing option '--format'"),
        (("export", "quay", "out", "--format", "excel"), "'excel' is not one of 'genius'"),
    ],
)
def test_wrong_words_are_refused_and_nothing_is_written(place, words, said):
    with pytest.raises((GobetweenError, click.ClickException)) as refused:
        run(*words)
    assert said in (refused.value.format_message() if isinstance(refused.value, click.ClickException) else str(refused.value))
    assert sorted(each.name for each in place.iterdir()) == ["quay"]


def test_an_assumption_set_that_is_not_there_is_refused(place):
    run("import", "quay", "mine")
    with pytest.raises(GobetweenError, match="no assumption set 'guess' is open to keeper"):
        run("export", "mine", "out", "--format", "genius", "--assume", "guess")
