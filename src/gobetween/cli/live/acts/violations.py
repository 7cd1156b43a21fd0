"""Violation reports: made in confidence, put to the accused, ruled on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gobetween.cli.days import day
from gobetween.cli.live.acts.agreements import NAME, several

if TYPE_CHECKING:
    import datetime as dt

    from gobetween.cli.live.desks import Desk

STATUSES = ("under-inquiry", "confirmed", "unfounded", "settled")


@click.command("report-violation", short_help="Report a breach to mediators and monitors.")
@click.argument("accused")
@click.argument("text")
@click.option("--obligation", metavar="OBLIGATION", help="What it breaches.")
@click.option("--place", default="", metavar="TEXT", help="Where it was.")
@click.option("--on", "when", callback=day, metavar="DATE", help="When it was.")
@several("--to", "to", "ACTOR", "Which mediators and monitors get it; without it, those of the obligation's agreement")
@NAME
@click.pass_obj
def report_violation(
    desk: Desk, /, accused: str, text: str, when: dt.date | None, to: tuple[str, ...], name: str | None, **given: Any
) -> None:
    """Report what ACCUSED has done, in words. The accused gets nothing: putting it there is another act, with your permission."""
    from gobetween.model.dates import UNKNOWN_DATE, on
    from gobetween.protocols.violations import Breach
    from gobetween.talks.agreeing import violations

    breach = Breach(accused, text, when=on(when) if when else UNKNOWN_DATE, **given)
    desk.perform(lambda at: violations.report_violation(at, breach, to=to, name=name))


@click.command("convey-violation", short_help="Put a violation report to the accused, as far as its owner permits.")
@click.argument("report")
@click.option("--words", default="", metavar="TEXT", help="Words of your own, where you may not, or do not wish to, use the report's.")
@NAME
@click.pass_obj
def convey_violation(desk: Desk, report: str, words: str, name: str | None) -> None:
    """Put REPORT to the accused: your own, or another's under a permission. They get a report of yours under a name of its own."""
    from gobetween.talks.agreeing import violations

    desk.perform(lambda at: violations.convey_violation(at, report, words=words, name=name))


@click.command("rule-on-violation", short_help="Say what became of a violation report that was brought to you.")
@click.argument("report")
@click.argument("status", type=click.Choice(STATUSES))
@click.option("--finding", default="", metavar="TEXT", help="What was found; all who have the report get it.")
@click.pass_obj
def rule_on_violation(desk: Desk, report: str, status: str, finding: str) -> None:
    """Say what became of REPORT. Of what was put to the accused, whoever put it there says so, under the name it has there."""
    from gobetween.model.agreement import ViolationStatus
    from gobetween.talks.agreeing import violations

    ruled = ViolationStatus(status.replace("-", " "))
    desk.perform(lambda at: violations.rule_on_violation(at, report, ruled, finding=finding))


COMMANDS = (report_violation, convey_violation, rule_on_violation)
