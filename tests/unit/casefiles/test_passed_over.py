"""What lies in a case folder under a name that nothing reads is told to whoever holds the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from gobetween.casefiles.passed_over import passed_over

ACTORS = ("union", "employers")
CASE_FILE_TEXT = "gobetween: 1\nentrusted_to: [conciliator]\n"


def told(folder: Path) -> list[str]:
    return list(passed_over(folder, ACTORS))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("partys", "parties"),
        ("Parties", "parties"),
        ("party", "parties"),
        ("reports ", "reports"),
        ("report", "reports"),
        ("assumption", "assumptions"),
        ("asumptions", "assumptions"),
    ],
)
def test_a_folder_with_nearly_the_right_name_is_told_of(tmp_path, name, meant):
    (tmp_path / name).mkdir()
    assert told(tmp_path) == [f"'{name}/' is not read; did you mean {meant}/?"]


def test_a_folder_that_is_read_under_its_name_in_capitals_is_not_told_of(tmp_path, monkeypatch):
    (tmp_path / "Parties").mkdir()
    monkeypatch.setattr(Path, "samefile", lambda _one, _other: True)  # as where capitals make no difference
    assert told(tmp_path) == []


@pytest.mark.parametrize("name", ["union.yaml", "Union.yml", "employers.yaml.txt"])
def test_a_file_named_after_an_actor_that_lies_in_the_root_is_told_where_it_belongs(tmp_path, name):
    (tmp_path / name).write_text("anything")
    (line,) = told(tmp_path)
    actor = name.split(".")[0].lower()
    assert line == f"'{name}' is not read where it lies; if it is what '{actor}' entrusted, move it to parties/{actor}.yaml"


@pytest.mark.parametrize(
    ("text", "directory"),
    [
        (CASE_FILE_TEXT, "parties"),
        ("gobetween: 1\npreferences: {}\n", "assumptions"),
    ],
)
def test_a_file_in_the_root_that_looks_like_a_case_file_is_told_where_it_belongs(tmp_path, text, directory):
    (tmp_path / "dockers.yaml").write_text(text)
    assert told(tmp_path) == [f"'dockers.yaml' is not read where it lies; if it is a case file, move it into {directory}/"]


@pytest.mark.parametrize(("name", "meant"), [("judgement.yaml", "judgements.yaml"), ("case.yml", "case.yaml")])
def test_a_file_with_nearly_the_name_of_a_case_file_is_told_of(tmp_path, name, meant):
    (tmp_path / name).write_text("gobetween: 1\n")
    assert told(tmp_path) == [f"'{name}' is not read; did you mean {meant}?"]


def test_what_is_read_and_what_is_nobodys_business_is_left_alone(tmp_path):
    for name in ("parties", "assumptions", "reports", "evidence", "notes", "drafts", ".schemas"):
        (tmp_path / name).mkdir()
    for name in ("case.yaml", "judgements.yaml", "docker-compose.yaml", "notes.txt", "union.md", ".union.yaml"):
        (tmp_path / name).write_text("version: 2\n")
    (tmp_path / "linked.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert told(tmp_path) == []
