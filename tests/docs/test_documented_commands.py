"""What the documentation says of commands is what the commands do."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import click
import pytest

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.command_list import FOR
from gobetween.cli.commands import main
from gobetween.cli.services import BriefRequest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
IN_README = sorted(set(re.findall(r"`(gobetween [^`]+)`", README)))


def section_of(command: str) -> str:
    found = re.search(rf"^## gobetween {command}(?![\w-])", REFERENCE, re.MULTILINE)
    assert found is not None, command
    start = found.start()
    return REFERENCE[start : REFERENCE.find("\n## ", start + 1)]


def parameters_of(name: str) -> list[click.Parameter]:
    """The parameters of a command, and of the commands of a group; what an actor can do has a page of its own."""
    command = main.commands[name]
    below = command.commands.values() if isinstance(command, click.Group) and name != "as" else ()
    return [*command.params, *(parameter for each in below for parameter in each.params)]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_is_documented(name: str) -> None:
    section = section_of(name)
    for parameter in parameters_of(name):
        if isinstance(parameter, click.Option):
            assert all(option in section for option in parameter.opts if option.startswith("--")), parameter.opts


@pytest.mark.parametrize("name", re.findall(r"^## gobetween ([a-z-]+)", REFERENCE, re.MULTILINE))
def test_every_documented_command_exists_with_its_options(name: str) -> None:
    known = {option for parameter in parameters_of(name) for option in parameter.opts}
    assert {option for option in re.findall(r"`(--[a-z-]+)", section_of(name)) if option not in known} <= {"--help"}


def test_the_page_lists_all_commands_by_what_they_are_for_and_tells_of_them_in_that_order() -> None:
    listing, _, sections = REFERENCE.partition("\n## ")
    listed = re.findall(r"^- \[`gobetween ([a-z-]+)`\]\(#gobetween-", listing, re.MULTILINE)
    assert re.findall(r"^\*\*(.+)\*\*$", listing, re.MULTILINE) == list(FOR)
    assert listed == [name for names in FOR.values() for name in names]
    assert sorted(listed) == sorted(main.commands)
    assert re.findall(r"^(?:## )?gobetween ([a-z-]+)", sections, re.MULTILINE) == listed


@pytest.mark.parametrize("line", [line for line in IN_README if "examples/cairo" in line])
def test_the_readmes_briefs_of_the_example_can_be_made(line: str) -> None:
    context = main.commands["brief"].make_context("brief", line.split()[2:])
    asked = context.params
    request = BriefRequest(ROOT / asked["path"], audience=asked["audience"], as_of=asked["as_of"], assumption=asked["assumption"])
    briefing = Workshop(dt.date(2026, 11, 22)).make_brief(request, lambda _message: None)
    assert briefing.brief.essence
    assert briefing.brief.sections


def test_the_readme_has_the_two_commands_and_shows_the_brief() -> None:
    assert "make demo" in README
    assert "make test" in README
    pictures = re.findall(r"!\[[^\]]{20,}\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda page: page.name)
def test_no_link_between_pages_is_broken(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
