"""The command by which a person goes through what nobody judged yet, the doubtful first."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.folding import say
from gobetween.cli.judging import consequences, fields_of, harmless_item, judgements_option, opened_desk
from gobetween.cli.output import terminal_width
from gobetween.cli.places import place_named
from gobetween.model.errors import GobetweenError, InvalidJudgement

if TYPE_CHECKING:  # values need a library that the help should not wait for
    from gobetween.cli.services import Services
    from gobetween.cli.services.judging import JudgingDesk, ShownItem

HELP = "y right, n wrong, c FIELD=VALUE... change, s skip, q quit; words after y or n are a note"


@click.command(short_help="Go through what nobody judged yet, the doubtful first.")
@click.argument("path", type=place_named)
@click.option("--by", default="", metavar="NAME", help="Who judges.")
@click.option("--kind", default="", metavar="KIND", help="Only items of this kind, such as position.")
@judgements_option
@click.pass_obj
def review(services: Services, path: Path, by: str, kind: str, judgements: Path | None) -> None:
    """Go through the items at PATH (reports, or a case) that nobody judged yet, the most doubtful first.

    Each is shown in its words with what makes it doubtful. Answer y (right), n (wrong), c FIELD=VALUE... (change), s (skip),
    q (quit); words after y or n are kept as a note. Every answer is on the disk before the next item is shown.
    """
    desk = opened_desk(services, path, judgements)
    waiting = desk.undecided(kind)
    if not waiting:
        click.echo(f"nothing to review: no item{f' of the kind {kind!r}' if kind else ''} is undecided")
        return
    judged = 0
    for number, item in enumerate(waiting, 1):
        shown = harmless_item(desk.show(item))
        if shown.verdict:  # by what was said of another
            continue
        click.echo(f"\n[{number} of {len(waiting)}] {_in_context(shown)}")
        outcome = _answered(desk, shown, by, sys.stdin.readline)
        if outcome is None:
            break
        judged += outcome
    left = len(desk.undecided())
    click.echo(f"\n{judged} judged{f', kept in {desk.file}' if judged else ''}; {left} undecided.")


def _in_context(shown: ShownItem) -> str:
    width = min(terminal_width(), 110)
    sure = f", right in about {shown.percent} of 100" if shown.percent is not None else ""
    said = "; ".join(f"{name}={value}" for name, value in shown.fields)
    context = f"{shown.before} >>> {shown.words} <<< {shown.after}".strip()
    parts = [f"{shown.id}, {shown.report}{sure}", textwrap.fill(context, width, initial_indent="    ", subsequent_indent="    ")]
    parts.append(textwrap.fill(f"read as: {said}", width, initial_indent="  ", subsequent_indent="    "))
    if shown.doubts:
        parts.append(textwrap.fill(f"why: {'; '.join(shown.doubts)}", width, initial_indent="  ", subsequent_indent="    "))
    return "\n".join(parts)


def _answered(desk: JudgingDesk, shown: ShownItem, by: str, next_line: Callable[[], str]) -> int | None:
    """1 if the item was judged, 0 if it was skipped, `None` to stop; asks again after an answer that cannot be."""
    from gobetween.cli.services.judging import Sign

    while True:
        click.echo("right? [y/n/c/s/q] ", nl=False)
        line = next_line()
        if not line:
            return None
        letter, _, rest = line.strip().partition(" ")
        try:
            match letter.lower():
                case "y" | "yes":
                    desk.judge(shown.id, "right", Sign(by, rest.strip()))
                    return 1
                case "n" | "no":
                    judged = desk.judge(shown.id, "wrong", Sign(by, rest.strip()))
                    click.echo(consequences(harmless_item(judged)), nl=False)
                    return 1
                case "c" | "change":
                    if not rest.strip():
                        click.echo("FIELD=VALUE ... ", nl=False)
                        rest = next_line()
                    judged = desk.change(shown.id, fields_of(rest.split()), Sign(by))
                    click.echo(consequences(harmless_item(judged)), nl=False)
                    return 1
                case "s" | "skip":
                    return 0
                case "q" | "quit":
                    return None
                case _:
                    click.echo(HELP)
        except InvalidJudgement as refusal:
            say((str(refusal),))
        except GobetweenError:
            click.echo("")
            raise
