"""The engine's commands: what is possible, what blocks it, what would be better, each for whoever asks and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gobetween.cli.bargaining_options import Asking, as_found, as_lines, ask, asking, package, weights

if TYPE_CHECKING:  # the services' values are needed for their names alone: start-up stays lean
    from gobetween.cli.services import Services

RULES = ("nash", "kalai-smorodinsky", "leximin", "egalitarian", "utilitarian")
RECOMMENDING = ("nash", "kalai-smorodinsky", "egalitarian", "utilitarian", "acceptable", "efficient")
COUNT = click.IntRange(min=0)
LISTED = "How many are listed; 0 for all."


@click.command(short_help="Is there a deal zone, and how large is it?")
@asking()
@click.option("--limit", type=COUNT, default=1, show_default=True, metavar="N", help="How many of its packages are listed; 0 for none.")
def zone(services: Services, asked: Asking, *, limit: int) -> None:
    """Say whether CASE has a deal zone: a package that everyone could accept.

    How many packages it has (or between which bounds), an example, what each party gets there, and how far each party's reservation
    value could rise before the zone is empty.
    """
    from gobetween.briefs.answers.zones import ZoneAsked

    ask(services, asked, ZoneAsked(limit=limit))


@click.command(short_help="The packages that no other beats for one and worsens for none.")
@asking()
@click.option("--acceptable", is_flag=True, help="Only of packages that everyone could accept.")
@click.option("--points", type=click.IntRange(min=1), metavar="N", help="Keep at most so many points at once; beyond, use a grid.")
@click.option("--all-packages", is_flag=True, help="List every package behind a point, not one.")
@click.option("--limit", type=COUNT, default=20, show_default=True, metavar="N", help=LISTED)
def frontier(services: Services, asked: Asking, *, acceptable: bool, points: int | None, all_packages: bool, limit: int) -> None:
    """Give the frontier of CASE: packages such that nobody can get more without somebody getting less."""
    from gobetween.briefs.answers.frontiers import FrontierAsked

    question = FrontierAsked(
        is_acceptable_only=acceptable, most_points=points, limit=limit, all_packages=all_packages, is_plotted=asked.is_plotted
    )
    ask(services, asked, question)


@click.command(short_help="The packages that the solution concepts choose.")
@asking()
@click.option("--rule", type=click.Choice([*RULES, "all"]), default="all", show_default=True, help="Which of them.")
@click.option("--weight", "weighed", multiple=True, callback=weights, metavar="PARTY=W", help="Count a party so many times.")
@click.option(
    "--limit", type=COUNT, default=4, show_default=True, metavar="N", help="How many packages that tie are listed; 0 for all."
)
def solve(services: Services, asked: Asking, *, rule: str, weighed: dict[str, int], limit: int) -> None:
    """Give the packages of CASE that the solution concepts choose, what everyone gets from them, and whether that is proven."""
    from gobetween.briefs.answers.solutions import SolveAsked, rules_named

    ask(services, asked, SolveAsked(rules_named(rule), weighed, limit=limit))


@click.command(short_help="What cannot be met together, and what would open it.")
@asking(has_parts=True)
@click.option("--demands-alone", is_flag=True, help="Leave numbers out, even where they are at hand.")
@click.option(
    "--limit", type=COUNT, default=8, show_default=True, metavar="N", help="How many conflicts, and openings, are listed; 0 for all."
)
def deadlock(services: Services, asked: Asking, *, demands_alone: bool, limit: int) -> None:
    """Say what blocks a deal in CASE: demands that cannot all be met, shortest first, and what giving up some would open.

    No numbers are needed. Where they are at hand, what a party needs to prefer a deal to none counts as a requirement too, and
    the "cost" of an opening adds up what each thing given up takes from its owner, 1.00 being as much as the owner's best package is
    worth: it puts openings in order, is no share, and may be more than 1.
    """
    from gobetween.briefs.answers.deadlocks import DeadlockAsked

    give = as_lines(services, asked)
    ask(services, asked, DeadlockAsked(limit=limit, by_demands_alone=demands_alone, tell=as_found(), give=give))


@click.command(short_help="What would be better for all than a package.")
@asking()
@click.option("--package", "terms", multiple=True, callback=package, metavar="ISSUE=OPTION,...", help="The package, term by term.")
@click.option("--proposal", metavar="ID", help="The package of this proposal; without both, of the latest on the table.")
@click.option("--limit", type=COUNT, default=3, show_default=True, metavar="N", help=LISTED)
def improve(services: Services, asked: Asking, *, terms: dict[str, frozenset[str]], proposal: str | None, limit: int) -> None:
    """Give packages of CASE that are better for all than the one on the table.

    The shortest change, the most that each party could gain without loss to others, the Nash and the leximin improvement.
    """
    from gobetween.briefs.answers.improvements import ImproveAsked

    _refuse_both(terms, proposal)
    ask(services, asked, ImproveAsked(terms, proposal=proposal, limit=limit))


@click.command(short_help="What holds whichever assumptions are true.")
@asking(assume_many=True)
@click.option(
    "--limit", type=click.IntRange(min=1), default=5, show_default=True, metavar="N", help="How many packages of each sort are listed."
)
def robust(services: Services, asked: Asking, *, limit: int) -> None:
    """Say what holds in CASE whichever of several sets of assumptions is true: give --assume for each of them.

    Which packages are surely, possibly or never acceptable to all; the one that one would regret least; and the single question to a
    single party whose answer would tell most.
    """
    from gobetween.briefs.answers.doubts import RobustAsked

    ask(services, asked, RobustAsked(limit=limit))


@click.command(short_help="How wrong a number would have to be to change what is recommended.")
@asking()
@click.option("--rule", type=click.Choice(RECOMMENDING), default="nash", show_default=True, help="What recommends a package.")
@click.option("--package", "terms", multiple=True, callback=package, metavar="ISSUE=OPTION,...", help="The package, term by term.")
@click.option("--proposal", metavar="ID", help="The package of this proposal; without both, the one that the rule recommends.")
@click.option("--every-number", is_flag=True, help="Doubt numbers that a party entrusted too, not only assumed ones.")
@click.option("--limit", type=COUNT, default=20, show_default=True, metavar="N", help=LISTED)
def sensitivity(
    services: Services,
    asked: Asking,
    *,
    rule: str,
    terms: dict[str, frozenset[str]],
    proposal: str | None,
    every_number: bool,
    limit: int,
) -> None:
    """Say how wrong each number of CASE would have to be, by itself, before a rule no longer recommends a package."""
    from gobetween.briefs.answers.sensitivity import SensitivityAsked

    _refuse_both(terms, proposal)
    ask(services, asked, SensitivityAsked(terms, proposal=proposal, rule=rule, every_number=every_number, limit=limit))


def _refuse_both(terms: dict[str, frozenset[str]], proposal: str | None) -> None:
    if terms and proposal is not None:
        msg = "--package and --proposal both say which package is meant; give one of them"
        raise click.UsageError(msg)


@click.command(short_help="Would a deal be kept, and who would gain by breaking what?")
@asking()
@click.option(
    "--package", "terms", multiple=True, callback=package, metavar="ISSUE=OPTION,...", help="Count in what this package is worth."
)
@click.option("--proposal", metavar="ID", help="Count in what the package of this proposal is worth.")
@click.option("--limit", type=COUNT, default=10, show_default=True, metavar="N", help=LISTED)
def stability(services: Services, asked: Asking, *, terms: dict[str, frozenset[str]], proposal: str | None, limit: int) -> None:
    """Say, phase by phase, who would gain by breaking which obligation of CASE, and what deters them.

    By the graph model for conflict resolution: Nash, general and symmetric metarational, and sequential stability. A set of assumptions
    says what hangs on obligations (--assume).
    """
    from gobetween.briefs.answers.stability import StabilityAsked

    _refuse_both(terms, proposal)
    ask(services, asked, StabilityAsked(terms, proposal=proposal, limit=limit))


COMMANDS = (zone, frontier, solve, deadlock, improve, robust, sensitivity, stability)
