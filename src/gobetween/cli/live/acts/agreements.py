"""Agreements: opening one, accepting its text, initialling, signing, ratifying."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from gobetween.cli.days import day

if TYPE_CHECKING:
    import datetime as dt

    from gobetween.cli.live.desks import Desk

NAME = click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")
PART = click.option("--part", metavar="CLAUSE", help="An early part alone, by its clause's name; without it, the whole.")
REASON = click.option("--reason", default="", metavar="TEXT", help="Why; everyone who has the agreement gets it.")


def several(name: str, attribute: str, metavar: str, words: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option that may be given several times."""
    return click.option(name, attribute, multiple=True, metavar=metavar, help=f"{words}; several times for several.")


@click.command("open-agreement", short_help="Put a settled text before the parties, to be accepted as a whole.")
@click.argument("proposal")
@click.option("--version", type=click.IntRange(1), metavar="N", help="Which version of the text; without it, the last.")
@click.option("--title", default="", metavar="TEXT", help="What it is called; without it, as the proposal is.")
@several("--party", "parties", "ACTOR", "Between whom; without it, all parties")
@several("--with", "mediators", "MEDIATOR", "A mediator who carries it beside you")
@several("--guarantor", "guarantors", "ACTOR", "Who stands behind it, and gets the text with the parties")
@several("--monitor", "monitors", "ACTOR", "Who checks it, and gets the text with the parties")
@several("--early-part", "early_parts", "CLAUSE", "A clause that may bind before the whole, once all have accepted it so")
@several("--follows", "earlier", "EARLIER", "An earlier agreement on which it follows")
@NAME
@click.pass_obj
def open_agreement(desk: Desk, /, proposal: str, name: str | None, **given: Any) -> None:
    """Put the clauses of PROPOSAL before the parties. Nothing in it may be in brackets.

    Nothing is agreed until everything is: each party accepts for the mediators' ears alone, until all have.
    """
    from gobetween.talks.agreeing import opening_agreements

    text = opening_agreements.TextForAgreement(proposal, **given)
    desk.perform(lambda at: opening_agreements.open_agreement(at, text, name=name))


@click.command("withdraw-agreement", short_help="Take back a text that is not agreed yet.")
@click.argument("agreement")
@REASON
@click.pass_obj
def withdraw_agreement(desk: Desk, agreement: str, reason: str) -> None:
    """Take back AGREEMENT, which you carry, before it is agreed: another version will come, or none."""
    from gobetween.talks.agreeing import opening_agreements

    desk.perform(lambda at: opening_agreements.withdraw_agreement(at, agreement, reason=reason))


@click.command("involve", short_help="Bring more guarantors and monitors to an agreement.")
@click.argument("agreement")
@several("--guarantor", "guarantors", "ACTOR", "Who stands behind it")
@several("--monitor", "monitors", "ACTOR", "Who checks it")
@click.pass_obj
def involve(desk: Desk, agreement: str, guarantors: tuple[str, ...], monitors: tuple[str, ...]) -> None:
    """Name more guarantors and monitors of AGREEMENT, which you carry: they are shown it, and all who have it learn of them."""
    from gobetween.talks.agreeing import involvements

    desk.perform(lambda at: involvements.involve(at, agreement, guarantors=guarantors, monitors=monitors))


@click.command("accept-text", short_help="Accept a text, provided that all do; only its mediators hear of it before.")
@click.argument("agreement")
@PART
@click.option("--take-back", is_flag=True, help="Take your acceptance back, which you may until all have accepted.")
@click.pass_obj
def accept_text(desk: Desk, agreement: str, part: str | None, *, take_back: bool) -> None:
    """Accept the text of AGREEMENT. No other party learns of it before all have accepted; then all learn that it is agreed."""
    from gobetween.talks.agreeing import agreements

    use = agreements.take_back if take_back else agreements.accept
    desk.perform(lambda at: use(at, agreement, part=part))


@click.command("initial", short_help="Initial a text that all have accepted.")
@click.argument("agreement")
@PART
@click.pass_obj
def initial(desk: Desk, agreement: str, part: str | None) -> None:
    """Say by your initials that this is the text of AGREEMENT; everyone who has it gets that."""
    from gobetween.talks.agreeing import agreements

    desk.perform(lambda at: agreements.initial(at, agreement, part=part))


@click.command("sign", short_help="Sign a text that all have accepted.")
@click.argument("agreement")
@PART
@click.pass_obj
def sign(desk: Desk, agreement: str, part: str | None) -> None:
    """Sign AGREEMENT, within your mandate or with your principal's approval.

    Where your principal decides by a procedure, you sign subject to its ratification.
    """
    from gobetween.talks.agreeing import agreements

    desk.perform(lambda at: agreements.sign(at, agreement, part=part))


@click.command("ratify", short_help="As a principal: ratify what was signed, or refuse it, as you have decided.")
@click.argument("agreement")
@PART
@click.option("--refuse", is_flag=True, help="Refuse it: it fails, and everyone who has it learns by whom.")
@REASON
@click.pass_obj
def ratify(desk: Desk, agreement: str, part: str | None, reason: str, *, refuse: bool) -> None:
    """Ratify AGREEMENT in the principal's place, after it has decided by its own procedure (on AGREEMENT, or AGREEMENT/CLAUSE)."""
    from gobetween.talks.agreeing import agreements

    if refuse:
        desk.perform(lambda at: agreements.refuse_ratification(at, agreement, part=part, reason=reason))
    elif reason:
        raise click.UsageError("a reason is given with --refuse")
    else:
        desk.perform(lambda at: agreements.ratify(at, agreement, part=part))


@click.command("earlier-agreement", short_help="Enter an agreement that was made before, and its fate.")
@click.argument("title")
@click.option("--text", default="", metavar="TEXT", help="What it says.")
@click.option("--fate", default="", metavar="TEXT", help="What became of it.")
@click.option("--on", "when", callback=day, metavar="DATE", help="When it was made.")
@several("--to", "to", "ACTOR", "For whom you enter it; without it, for everybody")
@NAME
@click.pass_obj
def earlier_agreement(desk: Desk, /, title: str, when: dt.date | None, to: tuple[str, ...], name: str | None, **given: str) -> None:
    """Enter the earlier agreement TITLE; under a name that you have used, it corrects what stands there."""
    from gobetween.model.dates import UNKNOWN_DATE, on
    from gobetween.talks.agreeing import earlier_agreements

    precedent = earlier_agreements.Precedent(title, when=on(when) if when else UNKNOWN_DATE, **given)
    desk.perform(lambda at: earlier_agreements.enter_earlier(at, precedent, to=to, name=name))


COMMANDS = (open_agreement, withdraw_agreement, involve, accept_text, initial, sign, ratify, earlier_agreement)
