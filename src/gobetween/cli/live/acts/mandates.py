"""What principals do: instruct their delegation, and decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gobetween.cli.option_sets import terms

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk
    from gobetween.model.issues import OptionSets
    from gobetween.model.mandates import Tally, Vote
    from gobetween.talks.proposing.decisions import Change

RULINGS = ("approve", "amend", "refuse")


@click.command("instruct", short_help="As a principal: say what your delegation may accept by itself.")
@click.option(
    "--may-accept", multiple=True, callback=terms, metavar="ISSUE=OPTION", help="What it may accept; several times for several."
)
@click.option("--text", default="", metavar="TEXT", help="The instruction in words.")
@click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")
@click.pass_obj
def instruct(desk: Desk, may_accept: OptionSets, text: str, name: str | None) -> None:
    """Instruct your delegation. What the instruction names it may accept by itself, everything else ad referendum alone.

    It takes the place of the instruction before, and nobody else learns of it.
    """
    from gobetween.talks.proposing import mandates

    desk.perform(lambda at: mandates.instruct(at, may_accept, text=text, name=name))


@click.command("decide", short_help="As a principal: approve, amend or refuse.")
@click.argument("on")
@click.argument("ruling", type=click.Choice(RULINGS))
@click.option("--by", "decided_by", metavar="PERSON", help="Who decided, where the head decides.")
@click.option("--for", "for_", multiple=True, metavar="PERSON", help="A member who voted for it.")
@click.option("--against", multiple=True, metavar="PERSON", help="A member who voted against it.")
@click.option("--abstained", multiple=True, metavar="PERSON", help="A member who abstained.")
@click.option("--ballot", type=int, nargs=4, metavar="FOR AGAINST ABSTAINED ELIGIBLE", help="What a ballot came to, in four numbers.")
@click.option("--requires", multiple=True, callback=terms, metavar="ISSUE=OPTION", help="To amend: accept if this is taken.")
@click.option("--where", multiple=True, callback=terms, metavar="ISSUE=OPTION", help="To amend: where it has to be taken.")
@click.option("--term", "named", multiple=True, callback=terms, metavar="ISSUE=OPTION", help="To amend: a term of a counter-proposal.")
@click.option("--words", default="", metavar="TEXT", help="To amend: the words of the condition, or of the counter-proposal.")
@click.option("--reason", default="", metavar="TEXT", help="Why; it stays in your party's own record.")
@click.option("--name", metavar="NAME", help="A name for the decision; without it, one is made.")
@click.pass_obj
def decide(desk: Desk, /, on: str, ruling: str, **given: Any) -> None:
    """Decide about ON: an answer of your delegation, or a proposal or an agreement that is put to your party.

    Your procedure decides what has to be given: --by, or the votes, or --ballot. Whoever got the answer learns that it is approved,
    amended or refused, and nothing of how.
    """
    from gobetween.model.mandates import Ruling
    from gobetween.protocols.decisions import Poll
    from gobetween.talks.proposing import decisions

    poll = Poll(given["decided_by"], votes=_votes(given), tally=_tally(given["ballot"]), text=given["reason"])
    change = _change(given)
    desk.perform(lambda at: decisions.decide(at, on, Ruling(ruling), poll, change=change, name=given["name"]))


def _votes(given: dict[str, Any]) -> tuple[Vote, ...]:
    from gobetween.model.mandates import Choice, Vote

    cast = ((Choice.FOR, given["for_"]), (Choice.AGAINST, given["against"]), (Choice.ABSTAIN, given["abstained"]))
    return tuple(Vote(member, choice) for choice, members in cast for member in members)


def _tally(ballot: tuple[int, int, int, int] | None) -> Tally | None:
    from gobetween.model.mandates import Tally

    if ballot is None:
        return None
    votes_for, against, abstained, eligible = ballot
    return Tally(votes_for, against, abstained=abstained, eligible=eligible)


def _change(given: dict[str, Any]) -> Change | None:
    from gobetween.talks.proposing.decisions import Change

    change = Change(given["requires"], where=given["where"], terms=given["named"], text=given["words"])
    return None if change == Change() else change


COMMANDS = (instruct, decide)
