"""Passing things on: previewing, conveying, passing on, reacting, withholding, and planning in which order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from gobetween.cli.days import day
from gobetween.cli.folding import say
from gobetween.cli.live.acts.caucuses import HANDLING, NAME
from gobetween.cli.live.acts.permissions import FORMS
from gobetween.cli.option_sets import terms

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk
    from gobetween.talks.conveying.conveyances import Conveyance
    from gobetween.talks.conveying.previews import Preview, Sight


def conveyed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the argument and the options that say what is conveyed, and how."""
    for option in reversed(
        (
            click.argument("item", required=False),
            click.option("--to", required=True, metavar="ACTOR|MESSAGE", help="Who gets it; or a message: whoever that came from."),
            click.option("--over", "over", multiple=True, metavar="MEDIATOR", help="A further mediator on the way, in order."),
            click.option("--text", default="", metavar="TEXT", help="The words; verbatim they are the item's own, or those permitted."),
            click.option("--form", type=click.Choice(FORMS), default="verbatim", show_default=True, help="How it is put."),
            click.option("--attributed/--unattributed", default=False, help="Whether its owner is named (default: not)."),
            click.option(
                "--term", "named", multiple=True, callback=terms, metavar="ISSUE=OPTION", help="An option that your words name."
            ),
            click.option("--title", default="", metavar="TITLE", help="For a proposal that does not go under its author's name."),
            click.option("--other-software", is_flag=True, help="A third party's software processed the words (a translation)."),
            click.option("--plan", metavar="PLAN", help="The plan that this carries out."),
        )
    ):
        command = option(command)
    return command


def conveyance_of(actor: str, item: str | None, given: dict[str, Any]) -> Conveyance:
    """What the options say is to be conveyed."""
    from gobetween.model.permissions import Form
    from gobetween.talks.conveying.conveyances import Conveyance

    return Conveyance(
        given["to"],
        item,
        text=given["text"],
        route=(actor, *given["over"]),
        form=dict(zip(FORMS, Form, strict=True))[given["form"]],
        is_attributed=given["attributed"],
        terms=given["named"],
        title=given["title"],
        used_other_software=given["other_software"],
        plan=given["plan"],
    )


@click.command("preview", short_help="See what a recipient would see, and could infer.")
@conveyed
@click.pass_obj
def preview(desk: Desk, /, item: str | None, **given: Any) -> None:
    """What everybody on the way would see of ITEM (without one: of an idea of your own), word for word. Nothing is recorded."""
    from gobetween.talks.conveying import previews

    wanted = conveyance_of(desk.actor, item, given)
    found = desk.look(lambda at: previews.preview(at, wanted))
    say(preview_lines(found))


@click.command("convey", short_help="Convey something to a recipient, or to the next mediator.")
@conveyed
@click.option("--yes", is_flag=True, help="Convey it without asking, whatever could be inferred from it.")
@NAME
@click.pass_obj
def convey(desk: Desk, /, item: str | None, *, yes: bool, name: str | None, **given: Any) -> None:
    """Convey ITEM (without one: an idea of your own) under its owner's permission; whoever is next learns what the message says.

    If the recipient could infer more than the words say, you are told what, and asked first.
    """
    from gobetween.talks.conveying import previews, relays

    wanted = conveyance_of(desk.actor, item, given)
    found = desk.look(lambda at: previews.preview(at, wanted))
    say(map(_inferred, found.warnings), err=True)
    if found.warnings and not found.obstacles and not yes:
        click.confirm("Convey it all the same?", abort=True, err=True)
    desk.perform(lambda at: relays.convey(at, wanted, name=name))


@click.command("pass-on", short_help="Pass a message on, in its words, to who is next.")
@click.argument("message")
@NAME
@click.pass_obj
def pass_on(desk: Desk, message: str, name: str | None) -> None:
    """Pass on MESSAGE, which was handed to you to go further: in its words and form, to who is next, and to nobody else."""
    from gobetween.talks.conveying import passages

    desk.perform(lambda at: passages.pass_on(at, message, name=name))


@click.command("react", short_help="Say something to a message, for its carrier's ears.")
@click.argument("message")
@click.argument("text")
@click.option("--handling", type=click.Choice(HANDLING), default="amber", show_default=True, help="Traffic Light Protocol 2.0.")
@click.option("--conditioned", is_flag=True, help="On the condition that it stays there (in talks that are open otherwise).")
@NAME
@click.pass_obj
def react(desk: Desk, /, message: str, text: str, *, handling: str, conditioned: bool, name: str | None) -> None:
    """Say TEXT to MESSAGE, or, as its carrier, note what was said to it. The two of you hold it; to carry it back needs permission."""
    from gobetween.model.caucuses import Handling
    from gobetween.talks.conveying import reactions

    label = Handling(f"TLP:{handling.upper()}")
    desk.perform(lambda at: reactions.react(at, message, text, handling=label, is_conditioned=conditioned, name=name))


@click.command("withhold", short_help="Do not convey something, and say why.")
@click.argument("what")
@click.option("--to", metavar="ACTOR", help="From whom an item is withheld.")
@click.option("--reason", required=True, metavar="TEXT", help="Why.")
@click.option("--tell", "tells", is_flag=True, help="Tell whose it is, or who handed it to you; without it your own book alone has it.")
@click.pass_obj
def withhold(desk: Desk, /, what: str, to: str | None, reason: str, *, tells: bool) -> None:
    """Do not convey WHAT: an item, a message that you were to pass on, a relay of yours under way (it is recalled), a plan of yours."""
    from gobetween.talks.conveying import reactions

    desk.perform(lambda at: reactions.withhold(at, what, reason, to=to, tells=tells))


@click.command("plan", short_help="Plan what is conveyed, by whom, when, and after what.")
@click.argument("text")
@click.option("--to", required=True, metavar="ACTOR", help="Who is to get it.")
@click.option("--by", "route", multiple=True, metavar="MEDIATOR", help="Who conveys it, in order (without it: you).")
@click.option("--item", metavar="ITEM", help="What is to be conveyed; mediators who were not told of it see your words alone.")
@click.option("--on", "due", callback=day, metavar="DATE", help="The day: it cannot be conveyed before (2031-03-31).")
@click.option("--after", metavar="PLAN", help="The plan that has to be delivered before.")
@click.option("--show-to", "shown_to", multiple=True, metavar="MEDIATOR", help="A mediator who sees the plan beside those who convey.")
@click.option("--changes", metavar="PLAN", help="The plan of yours that this replaces.")
@NAME
@click.pass_obj
def plan(desk: Desk, /, text: str, due: dt.date | None, **given: Any) -> None:
    """Plan that TEXT, in words for all who see the plan, is conveyed: to whom, by whom, on which day, after what."""
    from gobetween.talks.conveying import plans

    step = plans.Step(
        text,
        given["to"],
        given["route"] or (desk.actor,),
        item=given["item"],
        due=due,
        after=given["after"],
        shown_to=given["shown_to"],
    )
    desk.perform(lambda at: plans.plan(at, step, changes=given["changes"], name=given["name"]))


def preview_lines(found: Preview) -> Iterator[str]:
    """The preview in lines for a terminal, which what others wrote must not drive."""
    from gobetween.rendering.text_safety import harmless

    for sight in found.sights:
        yield from (harmless(line) for line in _sight_lines(sight))
    yield from (harmless(f"not yet: {each}") for each in found.obstacles)
    yield from (_inferred(each) for each in found.warnings)


def _inferred(warning: str) -> str:
    from gobetween.rendering.text_safety import harmless

    return harmless(f"could be inferred: {warning}")


def _sight_lines(sight: Sight) -> Iterator[str]:
    yield f"{sight.reader} sees, from {sight.carrier} ({sight.form}):"
    yield f"    {sight.text}"
    yield f"    whose words: {sight.attributed_to or 'not said'}"
    if sight.onward:
        yield f"    to be passed on to: {sight.onward}"
    for issue, options in sorted(sight.terms.items()):
        yield f"    {issue}: {' or '.join(sorted(options))}"
    if sight.brings:
        yield f"    with it: {sight.brings}"


COMMANDS = (preview, convey, pass_on, react, withhold, plan)
