"""The commands by which a person judges what was read: one item at a time, or all that are undecided, the doubtful first."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.folding import say
from gobetween.cli.output import emit, progress_on_stderr, tell, terminal_width
from gobetween.cli.places import place_named
from gobetween.model.errors import GobetweenError, InvalidJudgement

if TYPE_CHECKING:  # values need a library that the help should not wait for
    from gobetween.cli.services import Services
    from gobetween.cli.services.judging import JudgingDesk, ShownItem, Sign

PLAIN = ("right", "wrong", "open")
VERDICTS = (*PLAIN, "change", "merge", "add")
CONTRARY = frozenset({"wrong", "changed", "merged"})
MOST_NAMED = 4
MOST_LEFT_OUT = 8
USAGE = """write one of:
  gobetween judge PATH ITEM right|wrong|open
  gobetween judge PATH ITEM change FIELD=VALUE...
  gobetween judge PATH ITEM merge OTHER-ITEM
  gobetween judge PATH add KIND REPORT "WORDS" FIELD=VALUE...
  gobetween judge PATH --list"""
HELP = "y right, n wrong, c FIELD=VALUE... change, s skip, q quit; words after y or n are a note"


def _judgements(command: Callable[..., None]) -> Callable[..., None]:
    """The option that names another file of judgements than the one beside what is judged."""
    option = click.option(
        "--judgements",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Where judgements are kept; without it, judgements.yaml beside what was read.",
    )
    return option(command)


@click.command(short_help="Judge an item that was read: right, wrong, changed, merged, missed.")
@click.argument("path", type=place_named)
@click.argument("words", nargs=-1, metavar="[ITEM] VERDICT [...]")
@click.option("--by", default="", metavar="NAME", help="Who judges.")
@click.option("--note", default="", metavar="TEXT", help="Why.")
@click.option("--list", "lists", is_flag=True, help="List what was judged.")
@_judgements
@click.pass_obj
def judge(  # the options of one command
    services: Services,
    path: Path,
    words: tuple[str, ...],
    by: str,
    note: str,
    judgements: Path | None,
    *,
    lists: bool,
) -> None:
    """Judge an item that was read from the reports, or the case, at PATH. `gobetween read PATH` shows the ids of items.

    \b
    gobetween judge PATH ITEM right              it is in the text as it was read
    gobetween judge PATH ITEM wrong              it is not: it vanishes
    gobetween judge PATH ITEM change party=North stance=offer
    gobetween judge PATH ITEM merge OTHER-ITEM   it is the same as the other
    gobetween judge PATH ITEM open               take back what was judged
    gobetween judge PATH add position a.txt "its words" party=North stance=offer

    A judgement is kept beside what was read, survives every new reading, and wins.
    """  # noqa: D301 - \b is click's mark for lines that keep their breaks
    if not words and not lists:
        raise InvalidJudgement(f"nothing to judge; {USAGE}")
    desk = _opened(services, path, judgements, is_told=lists)
    if lists:
        emit(_list(desk), None)
        return
    from gobetween.cli.services.judging import Sign

    shown = _harmless(_judged(desk, words, Sign(by, note)))
    click.echo(f"{shown.id}: {_state(shown)}. Kept in {desk.file}")
    click.echo(_on_case(shown), nl=False)


def _harmless(shown: ShownItem) -> ShownItem:
    """The item with nothing in its words that would drive a terminal: reports are written by strangers."""
    from gobetween.rendering.text_safety import harmless_value

    return harmless_value(shown)


def _opened(services: Services, path: Path, judgements: Path | None, *, is_told: bool = True) -> JudgingDesk:
    """The desk; what was left out of it, and carried over to it, matters to whoever looks at all items, not to whoever names one."""
    progress = progress_on_stderr()
    desk = services.judging.open(path, judgements, progress)
    progress("")
    for note in desk.notes if is_told else ():
        tell(f"Note: {note}")
    left_out = desk.left_out if is_told else ()
    for name, reason in left_out[:MOST_LEFT_OUT]:
        tell(f"Left out: {name}: {reason}")
    if len(left_out) > MOST_LEFT_OUT:
        tell(f"Left out: {len(left_out) - MOST_LEFT_OUT} more; 'gobetween read' names them all")
    return desk


def _judged(desk: JudgingDesk, words: tuple[str, ...], sign: Sign) -> ShownItem:
    first, *rest = words
    if first == "add":
        return _added(desk, rest, sign)
    if first in VERDICTS and rest and rest[0] not in VERDICTS:  # the verdict may come first
        first, rest = rest[0], [first, *rest[1:]]
    if not rest or rest[0] not in VERDICTS:
        raise InvalidJudgement(f"'{' '.join(words)}' is no judgement; {USAGE}")
    item, verdict, further = desk.find(first), rest[0], rest[1:]
    if verdict == "change":
        return desk.change(item, _fields(further), sign)
    if verdict == "merge" and len(further) == 1:
        return desk.merge(item, desk.find(further[0]), sign)
    if verdict in PLAIN and not further:
        return desk.judge(item, verdict, sign)
    raise InvalidJudgement(f"'{' '.join(words)}' is no judgement; {USAGE}")


def _added(desk: JudgingDesk, words: list[str], sign: Sign) -> ShownItem:
    if len(words) < len(("kind", "report", "words")):
        raise InvalidJudgement(f"an item that was missed has a kind, a report, and its words; {USAGE}")
    kind, report, quoted, *fields = words
    return desk.add(kind, report, quoted, _fields(fields) if fields else (), sign)


def _fields(words: list[str]) -> tuple[tuple[str, str], ...]:
    """FIELD=VALUE pairs; words without '=' go on with the value before them."""
    found: list[tuple[str, str]] = []
    for word in words:
        name, equals, value = word.partition("=")
        if equals and name.replace("_", "").isalpha():
            found.append((name, value))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {word}")
        else:
            raise InvalidJudgement(
                f"found '{word}'; write FIELD=VALUE, such as party=North (quotation marks around values with blanks)"
            )
    if not found:
        raise InvalidJudgement("nothing to change; write FIELD=VALUE, such as party=North")
    return tuple(found)


def _list(desk: JudgingDesk) -> str:
    lines = []
    for shown in map(_harmless, desk.judged()):
        who = ", ".join(part for part in (shown.by, shown.day) if part)
        lines.append(f"{shown.id}  {_state(shown)}{f' ({who})' if who else ''}  {shown.report}")
        lines.append(f"    “{textwrap.shorten(shown.words, 110, placeholder=' …')}”")
        lines += [f"    {shown.note}"] if shown.note else []
    waiting = len(desk.undecided())
    lines.append(f"{waiting} {'item is' if waiting == 1 else 'items are'} undecided; review them with: gobetween review PATH")
    return "\n".join(lines)


def _state(shown: ShownItem) -> str:
    if shown.standing == "gone":
        return "taken back, as it was added by a person and is read by no rule"
    if not shown.verdict:
        return "undecided"
    if shown.verdict == "merged":
        return f"merged into “{textwrap.shorten(shown.into, 60, placeholder=' …')}”"
    if shown.standing == "struck":
        return "wrong, struck from what was read" if shown.in_case else "wrong, struck from every brief"
    return shown.verdict


def _on_case(shown: ShownItem) -> str:
    """What a person should know whose case has entries on the words of an item that is read otherwise now, a line; else nothing."""
    if shown.verdict not in CONTRARY or not shown.in_case:
        return ""
    named = "; ".join(shown.in_case[:MOST_NAMED]) + ("; ..." if len(shown.in_case) > MOST_NAMED else "")
    stays = "an entry that stays" if len(shown.in_case) == 1 else "entries that stay"
    return f"The case has {stays}, also in briefs, until you change or strike it there: {named}\n"


@click.command(short_help="Go through what nobody judged yet, the doubtful first.")
@click.argument("path", type=place_named)
@click.option("--by", default="", metavar="NAME", help="Who judges.")
@click.option("--kind", default="", metavar="KIND", help="Only items of this kind, such as position.")
@_judgements
@click.pass_obj
def review(services: Services, path: Path, by: str, kind: str, judgements: Path | None) -> None:
    """Go through the items at PATH (reports, or a case) that nobody judged yet, the most doubtful first.

    Each is shown in its words with what makes it doubtful. Answer y (right), n (wrong), c FIELD=VALUE... (change), s (skip),
    q (quit); words after y or n are kept as a note. Every answer is on the disk before the next item is shown.
    """
    desk = _opened(services, path, judgements)
    waiting = desk.undecided(kind)
    if not waiting:
        click.echo(f"nothing to review: no item{f' of the kind {kind!r}' if kind else ''} is undecided")
        return
    judged = 0
    for number, item in enumerate(waiting, 1):
        shown = _harmless(desk.show(item))
        if shown.verdict:  # by what was said of another
            continue
        click.echo(f"\n[{number} of {len(waiting)}] {_in_context(shown)}")
        outcome = _answered(desk, shown, by, sys.stdin.readline)
        if outcome is None:
            break
        judged += outcome
    left = len(desk.undecided())
    click.echo(f"\n{judged} judged, kept in {desk.file}; {left} undecided.")


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
                    click.echo(_on_case(_harmless(judged)), nl=False)
                    return 1
                case "c" | "change":
                    if not rest.strip():
                        click.echo("FIELD=VALUE ... ", nl=False)
                        rest = next_line()
                    judged = desk.change(shown.id, _fields(rest.split()), Sign(by))
                    click.echo(_on_case(_harmless(judged)), nl=False)
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


COMMANDS = (judge, review)
