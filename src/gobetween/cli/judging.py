"""The command by which a person judges one item that was read, and lists what was judged."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.output import emit, progress_on_stderr, tell
from gobetween.cli.places import place_named
from gobetween.model.errors import InvalidJudgement

if TYPE_CHECKING:  # values need a library that the help should not wait for
    from gobetween.cli.services import Services
    from gobetween.cli.services.judging import Earlier, JudgingDesk, ShownItem, Sign

PLAIN = ("right", "wrong", "open")
VERDICTS = (*PLAIN, "change", "merge", "add")
CONTRARY = frozenset({"wrong", "changed", "merged"})
MOST_NAMED = 4
MOST_LEFT_OUT = 8
MOST_REPEATED = 200  # characters
USAGE = """write one of:
  gobetween judge PATH ITEM right|wrong|open
  gobetween judge PATH ITEM change FIELD=VALUE...
  gobetween judge PATH ITEM merge OTHER-ITEM
  gobetween judge PATH add KIND REPORT "WORDS" FIELD=VALUE...
  gobetween judge PATH --list"""
QUOTES = ('""', "“”", "«»")


def judgements_option(command: Callable[..., None]) -> Callable[..., None]:
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
@judgements_option
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
    if words and lists:
        raise InvalidJudgement(f"--list judges nothing; leave out '{shortened(' '.join(words))}', or --list")
    desk = opened_desk(services, path, judgements, is_told=lists)
    if lists:
        emit(_list(desk), None)
        return
    from gobetween.cli.services.judging import Sign

    shown = harmless_item(_judged(desk, words, Sign(by, note)))
    click.echo(f"{shown.id}: {_state(shown)}. Kept in {desk.file}")
    click.echo(consequences(shown), nl=False)


def harmless_item(shown: ShownItem) -> ShownItem:
    """The item with nothing in its words that would drive a terminal: reports are written by strangers."""
    from gobetween.rendering.text_safety import harmless_value

    return harmless_value(shown)


def opened_desk(services: Services, path: Path, judgements: Path | None, *, is_told: bool = True) -> JudgingDesk:
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
    if _verdict(first) == "add":
        return _added(desk, rest, sign)
    if _verdict(first) in VERDICTS and rest and _verdict(rest[0]) not in VERDICTS:  # the verdict may come first
        first, rest = rest[0], [first, *rest[1:]]
    verdict, further = _verdict(rest[0]) if rest else "", rest[1:]
    if verdict in VERDICTS:
        item = desk.find(first)
        if verdict == "change":
            return desk.change(item, fields_of(further), sign)
        if verdict == "merge" and len(further) == 1:
            return desk.merge(item, desk.find(further[0]), sign)
        if verdict in PLAIN and not further:
            return desk.judge(item, verdict, sign)
    raise InvalidJudgement(f"'{shortened(' '.join(words))}' is no judgement; {USAGE}")


def _verdict(word: str) -> str:
    return word.casefold()


def shortened(words: str) -> str:
    """What a message repeats of what somebody typed."""
    return f"{words[:MOST_REPEATED]} …" if len(words) > MOST_REPEATED else words


def _added(desk: JudgingDesk, words: list[str], sign: Sign) -> ShownItem:
    if len(words) < len(("kind", "report", "words")):
        raise InvalidJudgement(f"an item that was missed has a kind, a report, and its words; {USAGE}")
    kind, report, quoted, *fields = words
    return desk.add(kind, report, quoted, fields_of(fields) if fields else (), sign)


def fields_of(words: list[str]) -> tuple[tuple[str, str], ...]:
    """FIELD=VALUE pairs; words without '=' go on with the value before them, quotation marks around a value are none of it."""
    found: list[tuple[str, str]] = []
    for word in words:
        name, equals, value = word.partition("=")
        if equals and name.replace("_", "").isalpha():
            found.append((name, value))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {word}")
        else:
            raise InvalidJudgement(
                f"found '{shortened(word)}'; write FIELD=VALUE, such as party=North (quotation marks around values with blanks)"
            )
    if not found:
        raise InvalidJudgement("nothing to change; write FIELD=VALUE, such as party=North")
    return tuple((name, _unquoted(value)) for name, value in found)


def _unquoted(value: str) -> str:
    is_quoted = len(value) > 1 and f"{value[0]}{value[-1]}" in QUOTES
    return value[1:-1] if is_quoted and not set(value[1:-1]) & {value[0], value[-1]} else value


def _list(desk: JudgingDesk) -> str:
    lines = []
    for shown in map(harmless_item, desk.judged()):
        who = _signed(shown.by, shown.day)
        earlier = shown.earlier
        before = f"; before: {earlier.verdict}{_signed(earlier.by, earlier.day)}" if earlier else ""
        lines.append(f"{shown.id}  {_state(shown)}{who}{before}  {shown.report}")
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
    if shown.changes and shown.verdict == "changed":
        return f"changed ({'; '.join(f'{name}={value}' for name, value in shown.changes)})"
    return shown.verdict


def consequences(shown: ShownItem) -> str:
    """What a person should know of a judgement just made, a line each: what it replaces, and what of the case it leaves as it is."""
    return f"{_replaced(shown.earlier)}{_on_case(shown)}"


def _replaced(earlier: Earlier | None) -> str:
    if earlier is None:
        return ""
    return f"It was until now: {earlier.verdict}{_signed(earlier.by, earlier.day, earlier.note)}. The later judgement counts.\n"


def _signed(by: str, day: str, note: str = "") -> str:
    who = ", ".join(part for part in (by, day) if part)
    said = f"{who}{': ' if who and note else ''}{note}"
    return f" ({said})" if said else ""


def _on_case(shown: ShownItem) -> str:
    if shown.verdict not in CONTRARY or not shown.in_case:
        return ""
    named = "; ".join(shown.in_case[:MOST_NAMED]) + ("; ..." if len(shown.in_case) > MOST_NAMED else "")
    stays = "an entry that stays" if len(shown.in_case) == 1 else "entries that stay"
    return f"The case has {stays}, also in briefs, until you change or strike it there: {named}\n"
