"""What a shell is told to complete, and where each command stands in the list of all."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from gobetween.cli.command_list import FOR
from gobetween.cli.commands import main

RUN = "import sys; from gobetween.bootstrap import main; sys.argv[0] = 'gobetween'; main()"


def gobetween(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", RUN, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env={**os.environ, **environment})


def completed(line: str) -> list[str]:
    words = line.split(" ")
    told = gobetween(_GOBETWEEN_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1))
    return told.stdout.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_words_of_its_own(shell: str) -> None:
    done = gobetween("completion", shell)
    assert done.returncode == 0, done.stderr
    assert f"{shell}_complete" in done.stdout


def test_a_shell_that_is_not_known_is_refused() -> None:
    done = gobetween("completion", "tcsh")
    assert done.returncode == 2
    assert "'bash', 'zsh', 'fish'" in done.stderr


def test_commands_options_verbs_and_paths_are_completed() -> None:
    assert "plain,read-out" in completed("gobetween re")
    assert "plain,--as-of" in completed("gobetween brief --as")
    assert completed("gobetween brief exa") == ["file,exa"]
    assert completed("gobetween as union --talks quay prop") == ["plain,propose"]


def commands_in(command: click.Command, *names: str) -> Iterator[tuple[str, click.Command]]:
    yield " ".join(names), command
    for name, each in getattr(command, "commands", {}).items():
        yield from commands_in(each, *names, name)


PLACES = [
    (name, parameter)
    for name, command in commands_in(main)
    for parameter in command.params
    if isinstance(parameter, click.Argument) and parameter.name in {"path", "paths", "case", "folder", "out", "file"}
]


@pytest.mark.parametrize(("name", "parameter"), PLACES, ids=[f"{name} {parameter.name}" for name, parameter in PLACES])
def test_a_shell_completes_every_path_and_none_may_be_empty(name: str, parameter: click.Argument) -> None:
    context = click.Context(main, info_name=name)
    assert [each.type for each in parameter.type.shell_complete(context, parameter, "exa")] == ["file"]
    with pytest.raises(click.BadParameter, match=r"the path is empty|File '' does not exist"):
        parameter.type.convert("", parameter, context)


def test_there_are_paths_to_complete() -> None:
    assert {"brief", "diff", "read-out", "deadlock", "zone", "scenario import", "talks open", "backup"} <= {name for name, _ in PLACES}


def test_every_command_stands_under_what_it_is_for() -> None:
    listed = [name for names in FOR.values() for name in names]
    assert sorted(listed) == sorted(main.commands)


def test_the_list_shows_every_command_once_under_its_heading() -> None:
    told = gobetween("--help").stdout
    assert [told.index(f"\n{title}:\n") for title in FOR] == sorted(told.index(f"\n{title}:\n") for title in FOR)
    for name in main.commands:
        assert told.count(f"\n  {name} ") == 1, name
