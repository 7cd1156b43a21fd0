"""`gobetween as ACTOR VERB`: acting, or looking, in live talks; the verbs stand in `acts/`."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.live.store_options import KEY, KEYS, STORE, talks_place

if TYPE_CHECKING:
    from gobetween.cli.services import Services

WANTS_HELP = "gobetween.wants-help"
"""Under this name a context keeps whether the help of a verb is asked for, which needs no talks."""


class Verbs(click.Group):
    """A group whose commands are loaded when they are asked for (start-up stays lean), and whose options may follow the actor."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads `ACTOR --talks NAME VERB ...` as `--talks NAME ACTOR VERB ...`."""
        if args and not args[0].startswith("-"):
            actor, *rest = args
            options = self._leading_options(ctx, rest)
            args = [*rest[:options], actor, *rest[options:]]
        ctx.meta[WANTS_HELP] = not {*ctx.help_option_names}.isdisjoint(args)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb; where there is none of that name, those that are written like it are named.

        Raises:
            click.UsageError: there is no such verb.
        """
        if self.get_command(ctx, args[0]) is None:
            alike = get_close_matches(args[0], self.list_commands(ctx))
            meant = f"did you mean {' or '.join(alike)}?" if alike else "all verbs: gobetween as --help"
            raise click.UsageError(f"there is no verb '{args[0]}'; {meant}", ctx)
        return super().resolve_command(ctx, args)

    def _leading_options(self, ctx: click.Context, args: list[str]) -> int:
        """How many of the first words are options of the group and their values."""
        flags = {name for each in self.get_params(ctx) if isinstance(each, click.Option) and each.is_flag for name in each.opts}
        count = 0
        while count < len(args) and args[count].startswith("-"):
            count += 1 if "=" in args[count] or args[count] in flags else 2
        return min(count, len(args))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """The names of what an actor can do."""
        from gobetween.cli.live.acts import commands

        return list(commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's own signature
        """The command of that name, or `None`."""
        from gobetween.cli.live.acts import commands

        return commands().get(cmd_name)


@click.group("as", cls=Verbs, short_help="Act, or look, in live talks as one of their actors.")
@click.argument("actor")
@click.option("--talks", envvar="GOBETWEEN_TALKS", metavar="NAME", help="Which talks (or GOBETWEEN_TALKS).")
@STORE
@KEYS
@KEY
@click.pass_context
def act_as(
    context: click.Context, actor: str, talks: str | None, store: str | None, keys: Path | None, key_files: tuple[Path, ...]
) -> None:
    """Act, or look, in live talks as ACTOR (an actor's id, a principal's, or keeper).

    With the store's file in hand this is a demonstration: it shows what ACTOR may see and do, and protects nothing from whoever
    has the file. See docs on confidentiality.
    """
    from gobetween.cli.live.desks import Desk

    if not talks and not context.meta[WANTS_HELP]:
        msg = "say which talks: --talks NAME, or export GOBETWEEN_TALKS=NAME; those in the store: gobetween talks list"
        raise click.UsageError(msg)
    services: Services = context.obj
    context.obj = Desk(services.talks, services, talks_place(talks or "", store, keys, key_files), actor)
