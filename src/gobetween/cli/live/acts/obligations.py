"""What follows an agreement: phases, obligations, performance and its verification, scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gobetween.cli.days import day
from gobetween.cli.live.acts.agreements import NAME, several

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk

TO = several("--to", "to", "ACTOR", "Who gets it, of those who have the agreement, instead of the usual ones")


@click.command("phase", short_help="Name a phase of an agreement, and what has to come about before it begins.")
@click.argument("agreement")
@click.argument("title")
@several("--condition", "conditions", "TEXT", "An entry condition, in words")
@NAME
@click.pass_obj
def phase(desk: Desk, agreement: str, title: str, conditions: tuple[str, ...], name: str | None) -> None:
    """Name a phase TITLE of AGREEMENT, which you carry; everyone who has the agreement gets it."""
    from gobetween.talks.agreeing import obligations

    desk.perform(lambda at: obligations.name_phase(at, agreement, title, conditions=conditions, name=name))


@click.command("fulfil", short_help="Find that an entry condition of a phase is fulfilled.")
@click.argument("phase")
@click.argument("condition")
@click.pass_obj
def fulfil(desk: Desk, phase: str, condition: str) -> None:
    """Say, as who carries or checks the agreement, that CONDITION of PHASE (in its words) is fulfilled."""
    from gobetween.talks.agreeing import obligations

    desk.perform(lambda at: obligations.fulfil(at, phase, condition))


@click.command("enter-phase", short_help="Say that a phase begins, all its conditions being fulfilled.")
@click.argument("phase")
@click.pass_obj
def enter_phase(desk: Desk, phase: str) -> None:
    """Say, as who carries or checks the agreement, that PHASE begins."""
    from gobetween.talks.agreeing import obligations

    desk.perform(lambda at: obligations.enter_phase(at, phase))


@click.command("oblige", short_help="Write out what a clause of an agreement obliges someone to.")
@click.argument("agreement")
@click.argument("clause")
@click.option("--actor", required=True, metavar="ACTOR", help="Who is obliged.")
@click.option("--text", default="", metavar="TEXT", help="To what; without it, the clause's words.")
@click.option("--phase", metavar="PHASE", help="In which phase.")
@click.option("--by", "deadline", callback=day, metavar="DATE", help="The last day on which it is in time.")
@click.option("--days", "days_after_entry", type=click.IntRange(0), metavar="N", help="Or: how many days after the phase begins.")
@several("--guarantor", "guarantors", "ACTOR", "Who stands behind it")
@several("--monitor", "monitors", "ACTOR", "Who checks it; without it, the agreement's monitors, or else its mediators")
@NAME
@click.pass_obj
def oblige(desk: Desk, /, agreement: str, clause: str, name: str | None, **given: Any) -> None:
    """Write out what CLAUSE of AGREEMENT, which you carry, obliges ACTOR to; it is owed once the clause is in force."""
    from gobetween.protocols.obligations import Duty
    from gobetween.talks.agreeing import obligations

    duty = Duty(**given)
    desk.perform(lambda at: obligations.oblige(at, agreement, clause, duty, name=name))


@click.command("report-performance", short_help="Report that you have done what you owe.")
@click.argument("obligation")
@click.option("--text", default="", metavar="TEXT", help="In words.")
@TO
@NAME
@click.pass_obj
def report_performance(desk: Desk, obligation: str, text: str, to: tuple[str, ...], name: str | None) -> None:
    """Report that OBLIGATION, which is yours, is performed: to parties, mediators and monitors."""
    from gobetween.talks.agreeing import obligations

    desk.perform(lambda at: obligations.report_performance(at, obligation, text=text, to=to, name=name))


@click.command("verify-performance", short_help="Say whether an obligation that you check was performed.")
@click.argument("obligation")
@click.option("--performed/--not-performed", "is_performed", required=True, help="What you found.")
@click.option("--text", default="", metavar="TEXT", help="In words.")
@TO
@NAME
@click.pass_obj
def verify_performance(desk: Desk, /, obligation: str, **given: Any) -> None:
    """Say whether OBLIGATION, which you check, was performed: to parties, mediators and monitors."""
    from gobetween.talks.agreeing import obligations

    desk.perform(lambda at: obligations.verify_performance(at, obligation, **given))


@click.command("score", short_help="Score how far an obligation was implemented: 0 none, 1 little, 2 much, 3 all.")
@click.argument("obligation")
@click.argument("points", type=click.IntRange(0, 3))
@TO
@click.pass_obj
def score(desk: Desk, obligation: str, points: int, to: tuple[str, ...]) -> None:
    """Score OBLIGATION, which you check, on the scale of the Peace Accords Matrix: to mediators and monitors."""
    from gobetween.talks.agreeing import obligations

    desk.perform(lambda at: obligations.score(at, obligation, points, to=to))


COMMANDS = (phase, fulfil, enter_phase, oblige, report_performance, verify_performance, score)
