"""Proposals and answers: tabling, joining, withdrawing, answering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gobetween.cli.days import day
from gobetween.cli.folding import say
from gobetween.cli.option_sets import terms
from gobetween.cli.ways import notes_on_ways

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk
    from gobetween.model.issues import OptionSets

KINDS = ("proposal", "counter-proposal", "bridging proposal", "draft")
ANSWERS = ("accept", "accept-if", "counter", "reject", "refer")
NAME = click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")


@click.command("propose", short_help="Put a proposal to others, alone or jointly.")
@click.argument("title")
@click.option("--to", multiple=True, required=True, metavar="ACTOR", help="To whom it is put; several times for several.")
@click.option("--carrier", "carriers", multiple=True, metavar="MEDIATOR", help="Who is to carry it to those whom you do not reach.")
@click.option(
    "--term", "named", multiple=True, callback=terms, metavar="ISSUE=OPTION", help="An option that it names; several times for several."
)
@click.option("--text", default="", metavar="TEXT", help="Its words.")
@click.option("--kind", type=click.Choice(KINDS), default="proposal", show_default=True, help="What it is.")
@click.option("--until", callback=day, metavar="DATE", help="The last day on which it can be answered (2031-03-31).")
@click.option("--with", "jointly_with", multiple=True, metavar="ACTOR", help="Who makes it with you, once it joins (join).")
@click.option("--no-relay", is_flag=True, help="The carriers may not convey it before you permit it (grant).")
@NAME
@click.pass_obj
def propose(desk: Desk, /, title: str, to: tuple[str, ...], named: OptionSets, kind: str, no_relay: bool, **given: Any) -> None:
    """Put a proposal, TITLE, to others.

    Those whom you reach get it from you. To the others carriers take it: giving it to them permits them to convey it, in its words
    and in your name, unless you say --no-relay. A joint proposal is put when all have joined.
    """
    from gobetween.model.proposals import ProposalKind
    from gobetween.protocols.proposals import Offer
    from gobetween.talks.proposing import proposals

    offer = Offer(
        title, to, kind=ProposalKind(kind), terms=named, text=given["text"], carriers=given["carriers"], expires=given["until"]
    )
    desk.perform(
        lambda at: proposals.propose(at, offer, jointly_with=given["jointly_with"], name=given["name"], may_relay=not no_relay)
    )
    if not no_relay:
        case = desk.view().case
        bringing = tuple(each for each in (desk.actor, *given["jointly_with"]) if each in case.mediators)
        say(notes_on_ways(case, tuple(each for each in to if each in case.parties), (*bringing, *given["carriers"])))


@click.command("join", short_help="Join a proposal that was drafted jointly with you.")
@click.argument("proposal")
@click.pass_obj
def join(desk: Desk, proposal: str) -> None:
    """Join PROPOSAL, as it was drafted; with the last who joins it is put to its addressees."""
    from gobetween.talks.proposing import proposals

    desk.perform(lambda at: proposals.join(at, proposal))


@click.command("withdraw", short_help="Withdraw a proposal of yours, or one that you conveyed.")
@click.argument("proposal")
@click.option("--reason", default="", metavar="TEXT", help="Why; everyone who was given it gets that.")
@click.pass_obj
def withdraw(desk: Desk, proposal: str, reason: str) -> None:
    """Withdraw PROPOSAL; everyone whom you gave it learns that.

    Those to whom mediators conveyed it learn it from them: each withdraws, under the name of its own message, what it conveyed.
    """
    from gobetween.talks.proposing import withdrawals

    desk.perform(lambda at: withdrawals.withdraw(at, proposal, reason=reason))


@click.command("answer", short_help="Answer a proposal that was put to you.")
@click.argument("proposal")
@click.argument("how", type=click.Choice(ANSWERS))
@click.option("--requires", multiple=True, callback=terms, metavar="ISSUE=OPTION", help="With accept-if: what has to be taken.")
@click.option(
    "--where",
    multiple=True,
    callback=terms,
    metavar="ISSUE=OPTION",
    help="With accept-if: where that has to be taken (default: where the proposal's terms are).",
)
@click.option("--counter", metavar="PROPOSAL", help="With counter: the proposal of yours that you make instead.")
@click.option("--text", default="", metavar="TEXT", help="The answer in words.")
@click.option("--to", multiple=True, metavar="MEDIATOR", help="Who gets it (default: those who brought the proposal).")
@click.option("--relay", is_flag=True, help="They may convey it to those who made the proposal, in its words and in your name.")
@NAME
@click.pass_obj
def answer(desk: Desk, /, proposal: str, how: str, requires: OptionSets, where: OptionSets, **given: Any) -> None:
    """Answer PROPOSAL: accept, accept-if, counter, reject, or refer it to your principal.

    It goes to the mediators who brought the proposal. An acceptance beyond your mandate is given ad referendum: it waits for the
    principal. A new answer takes the place of the one before.
    """
    from gobetween.model.proposals import AnswerKind
    from gobetween.protocols.answers import Reply
    from gobetween.talks.proposing import answers

    kinds = dict(
        zip(ANSWERS, (AnswerKind.ACCEPT, AnswerKind.ACCEPT_IF, AnswerKind.COUNTER, AnswerKind.REJECT, AnswerKind.REFER), strict=True)
    )
    reply = Reply(kinds[how], requires=requires, where=where, counter=given["counter"], text=given["text"])
    desk.perform(lambda at: answers.answer(at, proposal, reply, to=given["to"], name=given["name"], may_relay=given["relay"]))


COMMANDS = (propose, join, withdraw, answer)
