"""The help of every command and verb can be had, and fits a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main
from gobetween.cli.live.acts import commands as verbs


def every_command(group: click.Group, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in sorted(group.commands.items()):
        yield (*words, name)
        if isinstance(command, click.Group):
            yield from every_command(command, (*words, name))


ALL = [(), *every_command(main), *(("as", "union", "--talks", "harbour", verb) for verb in verbs())]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_the_help_of_each_command_fits_80_columns(words: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(main, [*words, "--help"], obj=Workshop(), env={"COLUMNS": "80"})
    assert shown.exit_code == 0, shown.output
    assert shown.output.startswith("Usage:")
    assert [line for line in shown.output.splitlines() if len(line) > 80] == []
