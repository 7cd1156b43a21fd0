"""The command that gives the schemas of case files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from gobetween.casefiles.schemas.kinds import KINDS as PUBLISHED
from gobetween.casefiles.schemas.kinds import schema_text
from gobetween.cli.commands import main
from gobetween.cli.output import Unwritable
from gobetween.cli.schemas import KINDS
from gobetween.rendering import brief_schema


def test_the_command_knows_every_kind_of_file() -> None:
    assert (*PUBLISHED, "brief") == KINDS


@pytest.mark.parametrize("kind", PUBLISHED)
def test_it_prints_one(kind: str) -> None:
    shown = CliRunner().invoke(main, ["schema", kind])
    assert shown.exit_code == 0
    assert shown.output == schema_text(kind)


def test_it_prints_that_of_a_brief() -> None:
    shown = CliRunner().invoke(main, ["schema", "brief"])
    assert shown.exit_code == 0
    assert shown.output == brief_schema.schema_text()


def test_it_writes_one_or_all(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["schema", "party", "--output", str(tmp_path / "one")]).exit_code == 0
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["party.schema.json"]
    shown = CliRunner().invoke(main, ["schema", "-o", str(tmp_path / "a" / "b")])
    assert len(shown.output.splitlines()) == len(KINDS)
    assert {json.loads(path.read_text("utf-8"))["$schema"] for path in (tmp_path / "a" / "b").iterdir()}


def test_without_a_kind_and_a_folder_it_says_what_there_is() -> None:
    shown = CliRunner().invoke(main, ["schema"])
    assert shown.exit_code == 2
    assert "name one of case, party, assumptions, judgements, numbers, brief" in shown.output


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    shown = CliRunner().invoke(main, ["schema", "-o", str(tmp_path / "file")])
    assert isinstance(shown.exception, Unwritable)
