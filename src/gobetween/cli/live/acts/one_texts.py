"""One text that mediators work on: drafting, revising, showing, amending, comparing; and non-papers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from gobetween.cli.output import wants_colour

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk
    from gobetween.protocols.wordings import Wording

FORMAT = """
\b
    # Working text on the strait          the title
    ## toll (issue: toll; options: half)  a clause: id, what it is bound to
    The toll for every ship is            its words
    - half of what it was                 in brackets, line by line
    - nothing
    > North reads it as large ships.      a reading, where words are ambiguous
    # Annex: Timetable                    the clauses after it are in it
"""
_CHOICE = re.compile(r"(?P<clause>[a-z0-9-]+)=(?P<alternative>\d+|none)(?::(?P<options>[^\s:,]+(?:,[^\s:,]+)*))?")
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("draft", short_help="Begin a text that mediators work on.")
@click.argument("file", type=_FILE)
@click.option("--with", "together_with", multiple=True, metavar="MEDIATOR", help="Who works on it with you; several times for several.")
@click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")
@click.pass_obj
def draft(desk: Desk, file: Path, together_with: tuple[str, ...], name: str | None) -> None:
    """Begin the text in FILE, for yourself and the mediators who work on it with you; nobody else gets it before you show it."""
    from gobetween.talks.drafting import one_texts

    wording = _read(file)
    desk.perform(lambda at: one_texts.draft(at, wording, together_with=together_with, name=name))


draft.help = f"{draft.help}\n\nThe file is Markdown with a few meanings:\n{FORMAT}"


@frozen
class Choices:
    """Which alternative stands in each bracket, and which options the clause writes out from now on, where that is said."""

    alternatives: dict[str, int | None]
    terms: dict[str, frozenset[str]]


def _choices(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> Choices:
    choices = Choices({}, {})
    for each in given:
        match = _CHOICE.fullmatch(each)
        if match is None or match["clause"] in choices.alternatives:
            msg = f"'{each}' is no choice; write CLAUSE=2 for its second alternative, CLAUSE=none for none, each clause once"
            raise click.BadParameter(msg)
        choices.alternatives[match["clause"]] = None if match["alternative"] == "none" else int(match["alternative"])
        if match["options"]:
            choices.terms[match["clause"]] = frozenset(match["options"].split(","))
    return choices


@click.command("revise", short_help="Make a new version of a text.")
@click.argument("text")
@click.argument("file", type=_FILE, required=False)
@click.option(
    "--settle",
    "choices",
    multiple=True,
    callback=_choices,
    metavar="CLAUSE=N[:OPTION]",
    help="Settle a bracket on alternative N or none, and on the option that it writes out.",
)
@click.option("--on", type=click.IntRange(min=1), metavar="N", help="The version that FILE revises: refused if another came after it.")
@click.pass_obj
def revise(desk: Desk, text: str, file: Path | None, choices: Choices, on: int | None) -> None:
    """Make a new version of TEXT: the whole text in FILE (`text` writes the last one), or the last one with brackets settled."""
    from gobetween.talks.drafting import one_texts

    if (file is None) is not bool(choices.alternatives):
        msg = "give the new version as a FILE, or say with --settle which brackets are settled, one of the two"
        raise click.UsageError(msg)
    if file is None:
        desk.perform(lambda at: one_texts.settle(at, text, choices.alternatives, terms=choices.terms, on=on))
    else:
        wording = _read(file)
        desk.perform(lambda at: one_texts.revise(at, text, wording, on=on))


@click.command("text", short_help="Print a version of a text as a file that can be revised.")
@click.argument("text")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="Which version, as you count them; without it, the last.")
@click.pass_obj
def print_text(desk: Desk, text: str, version: int | None) -> None:
    """Print TEXT, which you work on or were shown, in the form that `draft` and `revise` read."""
    from gobetween.casefiles.text_files import text_file
    from gobetween.rendering.text_safety import harmless
    from gobetween.talks.drafting import one_texts

    written = text_file(desk.look(lambda at: one_texts.wording_of(at, text, version)))
    click.echo("\n".join(harmless(line) for line in written.split("\n")), nl=False)


@click.command("show-text", short_help="Show a version of a text to somebody.")
@click.argument("text")
@click.option("--to", multiple=True, required=True, metavar="ACTOR", help="Who is shown it; several times for several.")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="Which version, as you count them; without it, the last.")
@click.option("--with-readings", is_flag=True, help="Show the readings of ambiguous wording too (without it, the wording alone).")
@click.pass_obj
def show_text(desk: Desk, text: str, to: tuple[str, ...], version: int | None, *, with_readings: bool) -> None:
    """Show TEXT: each gets a copy of its own, which tells nothing of other versions, nor of who else was shown it.

    Whose an alternative is stays out of it, unless you noted it as open and its owner allows to be named.
    """
    from gobetween.talks.drafting import showings

    desk.perform(lambda at: showings.show(at, text, to, version=version, with_readings=with_readings))


@click.command("amend", short_help="Ask for a change in a text that you were shown.")
@click.argument("text")
@click.argument("clause")
@click.argument("words", default="")
@click.option("--strike", is_flag=True, help="Ask to have the clause taken out; no WORDS then.")
@click.option("--to", multiple=True, metavar="MEDIATOR", help="Which of those who showed it gets this; without it, all of them.")
@click.option("--reason", default="", metavar="TEXT", help="Why; the mediators get it.")
@click.option("--named/--unnamed", "is_named", default=False, help="Whether the mediators may say that it is yours (default: not).")
@click.option(
    "--version", type=click.IntRange(min=1), metavar="N", help="The version it is about, as you count them (default: the last)."
)
@click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")
@click.pass_obj
def amend(
    desk: Desk,
    text: str,
    clause: str,
    words: str,
    to: tuple[str, ...],
    reason: str,
    version: int | None,
    name: str | None,
    *,
    strike: bool,
    is_named: bool,
) -> None:
    """Ask to have WORDS stand in CLAUSE of TEXT. The mediators who showed you the text get it, never the other party."""
    from gobetween.talks.drafting import amendments

    if strike is bool(words):
        msg = "say which WORDS are to stand in the clause, or --strike it, one of the two"
        raise click.UsageError(msg)
    request = amendments.Request(clause, words=words, reason=reason, is_named=is_named, version=version, to=to)
    desk.perform(lambda at: amendments.amend(at, text, request, name=name))
    if superseded := desk.look(lambda at: amendments.superseded_by(at, text, version)):
        click.echo(f"note: version {superseded} came after the version that this is about")


@click.command("compare", short_help="Compare two versions of a text, word by word.")
@click.argument("text")
@click.argument("older", type=click.IntRange(min=1), required=False)
@click.argument("newer", type=click.IntRange(min=1), required=False)
@click.pass_obj
def compare(desk: Desk, text: str, older: int | None, newer: int | None) -> None:
    """Compare the versions OLDER and NEWER of TEXT, as you count them; without numbers the last two.

    Words that were deleted stand in [-...-], words that were inserted in {+...+}.
    """
    from gobetween.rendering.comparisons import comparison_text
    from gobetween.talks.drafting import comparisons

    compared, case = desk.look(lambda at: (comparisons.compare_versions(at, text, older, newer), at.case))
    names = {actor.id: actor.name for actor in case.actors}
    click.echo(comparison_text(compared, lambda actor: names.get(actor, actor), colour=wants_colour()), nl=False)


@click.command("attribute", short_help="Note whose an alternative in a bracket is.")
@click.argument("text")
@click.argument("clause")
@click.argument("alternative", type=click.IntRange(min=1))
@click.option("--by", required=True, metavar="ACTOR", help="Whose it is.")
@click.option(
    "--tell", "told", multiple=True, metavar="MEDIATOR", help="Who of those who work on the text is told; without it, nobody."
)
@click.option("--open/--hidden", "is_open", default=False, help="Whether it is said in what is shown (default: not).")
@click.pass_obj
def attribute(desk: Desk, text: str, clause: str, alternative: int, by: str, told: tuple[str, ...], *, is_open: bool) -> None:
    """Note whose ALTERNATIVE (its number in the bracket) of CLAUSE in TEXT is.

    Others who work on the text are told, and others are shown it, only where its owner allows to be named.
    """
    from gobetween.talks.drafting import showings

    noted = showings.Attribution(clause, alternative, by=by, is_open=is_open)
    desk.perform(lambda at: showings.attribute(at, text, noted, told=told))


@click.command("non-paper", short_help="Give somebody a text without an author.")
@click.argument("title")
@click.argument("text")
@click.option("--to", multiple=True, required=True, metavar="ACTOR", help="Who gets it; several times for several.")
@click.pass_obj
def non_paper(desk: Desk, title: str, text: str, to: tuple[str, ...]) -> None:
    """Give a TEXT to try something out: who gets it gets the words, and nothing of who wrote or gave them, or to whom else."""
    from gobetween.talks.drafting import non_papers

    desk.perform(lambda at: non_papers.give(at, title, text, to))


def _read(file: Path) -> Wording:
    from gobetween.casefiles.text_files import parse_text
    from gobetween.model.errors import InvalidCase

    try:
        content = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InvalidCase(f"{file} is no text in UTF-8") from None
    return parse_text(content, str(file))


COMMANDS = (draft, revise, print_text, show_text, amend, compare, attribute, non_paper)
