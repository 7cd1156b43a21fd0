"""What the engine's commands share: their options, and how they ask, wait, and print what they are told."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable
from functools import update_wrapper
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from gobetween.cli.days import day
from gobetween.cli.endings import FormNamed, form_named
from gobetween.cli.output import emit, progress_on_stderr, refuse_over_input, tell, tell_written, terminal_width, wants_colour
from gobetween.cli.places import place_named

if TYPE_CHECKING:
    from gobetween.briefs.answers.answers import Answer, Question
    from gobetween.briefs.answers.given.deadlocks import GivenConflict, GivenOpening
    from gobetween.cli.services import Services

SECONDS = 60.0
BY_ENDING = {".txt": "text", ".json": "json", ".svg": "svg"}
CALLED = {"text": "text", "json": "JSON", "jsonl": "JSON", "svg": "a drawing"}
EXIT_INTERRUPTED = 130
GREATEST_WEIGHT = 100

Command = Callable[..., None]

_SHARED = ("path", "audience", "as_of", "assumed", "seconds", "form", "output")


def _seconds(_context: click.Context, _parameter: click.Parameter, value: float) -> float:
    if isnan(value):
        msg = "nan is no number of seconds; write one above 0"
        raise click.BadParameter(msg)
    return value


class Asking(NamedTuple):
    """Of which case, for whom, with which numbers, for how long, and in which form something is asked."""

    path: Path
    audience: str
    as_of: dt.date | None
    assumptions: tuple[str, ...]
    seconds: float
    form: str
    output: Path | None

    @property
    def is_plotted(self) -> bool:
        """Whether a plot is wanted."""
        return self.form == "svg"


def asking(*, assume_many: bool = False, has_parts: bool = False) -> Callable[[Callable[..., None]], Command]:
    """The options that all of the engine's commands take, given to the command as one `Asking`; with lines where it `has_parts`."""
    forms, how = ["text", "json", "svg"], "How to give it; without it, as FILE ends, else text."
    if has_parts:
        forms, how = [*forms, "jsonl"], f"{how} jsonl is a line of JSON for each part, as it is found."
    times = "Compute with this set of assumptions (assumptions/NAME.yaml)" + ("; again for another set." if assume_many else ".")
    options = (
        click.argument("path", type=place_named, metavar="CASE"),
        click.option(
            "--as", "audience", default="keeper", metavar="AUDIENCE", help="Whose view: keeper (default), public, or an actor's id."
        ),
        click.option("--as-of", callback=day, metavar="DATE", help="Only what was surely known by that day (2024-02-21)."),
        click.option("--assume", "assumed", metavar="NAME", multiple=assume_many, help=times),
        click.option(
            "--seconds",
            type=click.FloatRange(min=0, min_open=True),
            callback=_seconds,
            default=SECONDS,
            show_default=True,
            metavar="S",
            help="How long the search may take; then it gives what it has found.",
        ),
        click.option("--format", "form", type=FormNamed(forms, BY_ENDING), help=how),
        click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write it there; - is standard output."),
    )

    def decorated(command: Callable[..., None]) -> Command:
        @click.pass_obj
        def run(services: Services, /, **given: Any) -> None:
            shared = {name: given.pop(name) for name in _SHARED}
            command(services, _gathered(**shared), **given)

        whole: Command = update_wrapper(run, command)
        for option in reversed(options):
            whole = option(whole)
        return whole

    return decorated


def _gathered(*, assumed: Any, form: str | None, **rest: Any) -> Asking:
    refuse_over_input(rest["output"], (rest["path"],))
    named = form_named(form, rest["output"], BY_ENDING) or "text"
    assumptions = assumed if isinstance(assumed, tuple) else (assumed,) if assumed is not None else ()
    return Asking(assumptions=assumptions, form=named, **rest)


def ask(services: Services, asked: Asking, question: Question) -> None:
    """Asks, waits as long as was allowed, prints the answer; whoever stops it by Ctrl-C gets what was found, and exit code 130."""
    from gobetween.bargaining.kernels import Undecided
    from gobetween.cli.bargaining_watch import patience
    from gobetween.cli.services import BriefRequest

    requests = tuple(
        BriefRequest(asked.path, audience=asked.audience, as_of=asked.as_of, assumption=name) for name in asked.assumptions or (None,)
    )
    with patience(asked.seconds, progress_on_stderr()) as watch:
        try:
            answered = services.bargaining.answer(requests, question, watch)
        except Undecided as error:
            if not watch.is_interrupted:
                raise
            raise SystemExit(_told(f"gobetween: stopped by hand: {error}")) from error
    for warning in answered.warnings:
        tell(f"Note: {warning}")
    emit(_rendered(services, asked, answered.answer, watch.cut_short), asked.output)
    tell_written(f"The answer as {CALLED[asked.form]}", asked.output)
    if watch.is_interrupted:
        raise SystemExit(EXIT_INTERRUPTED)


def _told(message: str) -> int:
    tell(message)
    return EXIT_INTERRUPTED


def _rendered(services: Services, asked: Asking, answer: Any, stopped: str | None) -> str:
    if asked.form == "jsonl":
        return services.bargaining.json_line(answer, stopped=stopped)
    if asked.form == "json":
        return services.bargaining.json_text(answer, stopped=stopped)
    if asked.form == "svg":
        return services.bargaining.svg(answer, stopped=stopped)
    return services.bargaining.text(answer, terminal_width(), colour=wants_colour() and asked.output is None, stopped=stopped)


def as_found() -> Callable[[str], None] | None:
    """Shows on a terminal's error stream what is found, line by line, as it is found; elsewhere nothing is."""
    if not sys.stderr.isatty():
        return None
    from gobetween.cli.folding import told
    from gobetween.rendering.text_safety import harmless

    return lambda words: click.echo(f"\r\x1b[K{told(harmless(words), sys.stderr)}", err=True)


def as_lines(services: Services, asked: Asking) -> Callable[[Answer | GivenConflict | GivenOpening], None] | None:
    """Prints a line of JSON for each part of an answer as it is found, where that was asked for."""
    if asked.form != "jsonl":
        return None
    if asked.output is not None and str(asked.output) != "-":
        msg = "--format jsonl is printed as it is found; leave --output out, or take --format json"
        raise click.UsageError(msg)
    return lambda part: click.echo(services.bargaining.json_line(part), nl=False)


def package(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The package that was typed: `ISSUE=OPTION,ISSUE=OPTION`, in one go or in several."""
    found: dict[str, frozenset[str]] = {}
    for term in (each.strip() for text in given for each in text.split(",")):
        issue, _, option = term.partition("=")
        if not issue or not option or "=" in option:
            msg = f"'{term}' is no term; write a package as ISSUE=OPTION,ISSUE=OPTION"
            raise click.BadParameter(msg)
        if issue in found:
            msg = f"'{issue}' stands there twice; a package takes one option an issue"
            raise click.BadParameter(msg)
        found[issue] = frozenset((option,))
    return found


def weights(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, int]:
    """Weights by party: `PARTY=WEIGHT`, whole numbers from 0."""
    found: dict[str, int] = {}
    for text in given:
        party, _, number = text.partition("=")
        if not party or re.fullmatch("[0-9]{1,3}", number) is None or int(number) > GREATEST_WEIGHT:
            msg = f"'{text}' is no weight; write PARTY=WEIGHT with a whole number from 0 to {GREATEST_WEIGHT}"
            raise click.BadParameter(msg)
        if party in found:
            msg = f"'{party}' is weighed twice; give a party one weight"
            raise click.BadParameter(msg)
        found[party] = int(number)
    return found
