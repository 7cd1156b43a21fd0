"""What is answered under seal: the mediators' proposal, and blind bidding on one number."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from gobetween.cli.days import instant
from gobetween.cli.option_sets import terms

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk
    from gobetween.model.issues import OptionSets


@click.command("put-proposal", short_help="Put a mediators' proposal, to take or leave under seal.")
@click.argument("title")
@click.option("--to", multiple=True, required=True, metavar="PARTY", help="To whom it is put; two or more.")
@click.option("--text", default="", metavar="TEXT", help="Its words.")
@click.option("--text-of", metavar="NAME", help="Take words and terms from a text that you work on, as it stands, without brackets.")
@click.option(
    "--term", "named", multiple=True, callback=terms, metavar="ISSUE=OPTION", help="An option that it names; several times for several."
)
@click.option("--deadline", required=True, callback=instant, metavar="TIME", help="By when it is answered (2031-03-31T18:00, UTC).")
@click.option("--with", "together_with", multiple=True, metavar="MEDIATOR", help="Who puts it with you, once it joins (join-proposal).")
@click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")
@click.pass_obj
def put_proposal(
    desk: Desk,
    title: str,
    to: tuple[str, ...],
    text: str,
    text_of: str | None,
    named: OptionSets,
    deadline: dt.datetime,
    together_with: tuple[str, ...],
    name: str | None,
) -> None:
    """Put a mediators' proposal, TITLE, to parties. Each accepts or not under seal; silence is no acceptance.

    It is opened when all have answered or the deadline has passed. Everyone then learns "agreed" or "no agreement", and nothing else.
    """
    from gobetween.protocols.sealed_proposals import FinalOffer
    from gobetween.talks.drafting.settled_texts import settled_text
    from gobetween.talks.sealing import sealed_proposals

    if text_of is not None:
        if text or named:
            msg = "take words and terms from a text (--text-of), or give them (--text, --term), one of the two"
            raise click.UsageError(msg)
        settled = desk.look(lambda at: settled_text(at, text_of))
        text, named = settled.words, settled.terms
    offer = FinalOffer(title, text, by=(), to=to, terms=named, deadline_utc=deadline)
    desk.perform(lambda at: sealed_proposals.put(at, offer, together_with=together_with, name=name))


@click.command("join-proposal", short_help="Join in putting a mediators' proposal that another drafted.")
@click.argument("proposal")
@click.pass_obj
def join_proposal(desk: Desk, proposal: str) -> None:
    """Join in putting PROPOSAL; with the last mediator who joins it goes to the parties."""
    from gobetween.talks.sealing import sealed_proposals

    desk.perform(lambda at: sealed_proposals.join(at, proposal))


@click.command("seal", short_help="Answer a mediators' proposal under seal.")
@click.argument("proposal")
@click.argument("answer", type=click.Choice(["accept", "refuse"]))
@click.pass_obj
def seal(desk: Desk, proposal: str, answer: str) -> None:
    """Accept or refuse PROPOSAL under seal: nobody gets your answer. Until it is opened you can change it."""
    from gobetween.talks.sealing import sealed_proposals

    desk.perform(lambda at: sealed_proposals.seal(at, proposal, accepts=answer == "accept"))


@click.command("open-bidding", short_help="Ask two parties to bid on one number under seal.")
@click.argument("question")
@click.option("--unit", required=True, metavar="UNIT", help="Of what it is a whole number (crowns a ton).")
@click.option("--payer", required=True, metavar="PARTY", help="Who bids the most that it would give.")
@click.option("--payee", required=True, metavar="PARTY", help="Who bids the least that it would take.")
@click.option("--issue", metavar="ISSUE", help="The issue that it settles.")
@click.option("--deadline", required=True, callback=instant, metavar="TIME", help="By when they bid (2031-03-31T18:00, UTC).")
@click.option("--with", "together_with", multiple=True, metavar="MEDIATOR", help="Who asks with you, once it joins (join-bidding).")
@click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")
@click.pass_obj
def open_bidding(
    desk: Desk,
    question: str,
    unit: str,
    payer: str,
    payee: str,
    issue: str | None,
    deadline: dt.datetime,
    together_with: tuple[str, ...],
    name: str | None,
) -> None:
    """Ask payer and payee to bid on one number: QUESTION says which.

    If the payer's bid is at least the payee's, they settle at the mean, rounded down; each can then work out the other's bid to within
    one. If not, everyone learns "no agreement", and nothing of how near they were.
    """
    from gobetween.protocols.blind_biddings import Question
    from gobetween.talks.sealing import blind_biddings

    asked = Question(question, unit, by=(), payer=payer, payee=payee, issue=issue, deadline_utc=deadline)
    desk.perform(lambda at: blind_biddings.open_bidding(at, asked, together_with=together_with, name=name))


@click.command("join-bidding", short_help="Join in asking two parties to bid, as another mediator drafted it.")
@click.argument("bidding")
@click.pass_obj
def join_bidding(desk: Desk, bidding: str) -> None:
    """Join in asking BIDDING; with the last mediator who joins it is put to the two parties."""
    from gobetween.talks.sealing import blind_biddings

    desk.perform(lambda at: blind_biddings.join(at, bidding))


@click.command("bid", short_help="Bid on one number under seal.")
@click.argument("bidding")
@click.argument("amount", type=int)
@click.pass_obj
def bid(desk: Desk, bidding: str, amount: int) -> None:
    """Bid AMOUNT in BIDDING under seal: nobody gets your bid. Until it is opened you can change it."""
    from gobetween.talks.sealing import blind_biddings

    desk.perform(lambda at: blind_biddings.bid(at, bidding, amount))


COMMANDS = (put_proposal, join_proposal, seal, open_bidding, join_bidding, bid)
