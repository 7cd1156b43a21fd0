"""The page on what an actor can do says of every verb what its own help says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

import click

from gobetween.cli.live import acts

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "live-talks.md"
HEAD = """# What an actor can do in live talks

    gobetween as ACTOR --talks NAME VERB ...

ACTOR is an actor's id, the id of a party's principal, or `keeper`. Talks are opened with `gobetween talks open` (see
[commands](commands.md)). What a verb records is said on the spot, with those who get it; who else has what, nobody is told.
What may not be done now is refused with exit code 2, in words that speak only of what ACTOR sees, and nothing is recorded.
`export GOBETWEEN_TALKS=NAME` saves the option `--talks`; `show` begins with what waits for ACTOR, each with the verb that does it.
New things are called `actor/name`: `--name` chooses the name, else one is made.
"""


def page() -> str:
    return "\n".join([HEAD, *(line for topic in acts.TOPICS for line in section(topic))]).rstrip() + "\n"


def section(topic: str) -> Iterator[str]:
    module = import_module(f"{acts.__name__}.{topic}")
    yield f"## {module.__doc__.strip().splitlines()[0].rstrip('.')}\n"
    for command in module.COMMANDS:
        arguments = " ".join(each.make_metavar(click.Context(command)) for each in command.params if isinstance(each, click.Argument))
        yield f"### {command.name} {arguments}".rstrip() + "\n"
        yield cleandoc(command.help or "").replace("\b\n", "") + "\n"
        yield from options(command)


def options(command: click.Command) -> Iterator[str]:
    given = [each for each in command.params if isinstance(each, click.Option)]
    if given:
        yield "| option | meaning |\n|---|---|"
    for each in given:
        names, text = each.get_help_record(click.Context(command)) or ("", "")
        yield f"| `{names.replace('|', chr(92) + '|')}` | {text.replace('|', chr(92) + '|')} |"
    if given:
        yield ""


def test_the_page_says_what_the_commands_say() -> None:
    if os.environ.get("GOBETWEEN_REGENERATE"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew with GOBETWEEN_REGENERATE=1"


def test_every_verb_has_help_and_every_option_a_meaning() -> None:
    for name, command in acts.commands().items():
        assert command.help, name
        for each in command.params:
            assert not isinstance(each, click.Option) or each.help, (name, each.name)
