"""The commands of live talks: opening, exporting, acting, verifying, keeping safe."""

from __future__ import annotations

import datetime as dt
import os
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.days import day
from gobetween.cli.output import write_whole

if TYPE_CHECKING:
    from gobetween.cli.services import Services
    from gobetween.cli.talks_services import TalksPlace

STORE = click.option(
    "--store",
    envvar="GOBETWEEN_STORE",
    metavar="STORE",
    help="The store: a file, or a postgresql:// address (default: your own; or GOBETWEEN_STORE).",
)
KEYS = click.option(
    "--keys",
    type=click.Path(path_type=Path),
    envvar="GOBETWEEN_KEYS",
    metavar="FOLDER",
    help="The folder of the store's keys (default: beside the store; or GOBETWEEN_KEYS).",
)


KEY = click.option(
    "--key",
    "key_files",
    multiple=True,
    type=click.Path(path_type=Path),
    envvar="GOBETWEEN_KEY",
    metavar="FILE",
    help="The key of a sealed book (or GOBETWEEN_KEY); a wrapped one asks for its passphrase.",
)

OPERATOR = click.option(
    "--operator",
    envvar="GOBETWEEN_OPERATOR",
    metavar="ADDRESS",
    help="For a store in PostgreSQL: the address of whoever runs it (default: STORE; or GOBETWEEN_OPERATOR).",
)


def _new_passphrase() -> str:
    """A passphrase to wrap keys with: the environment's, or asked for twice."""
    return os.environ.get("GOBETWEEN_PASSPHRASE") or click.prompt("Passphrase for the keys", hide_input=True, confirmation_prompt=True)


def _passphrase(file: Path) -> str:
    """The passphrase of a wrapped key: the environment's, or asked for."""
    return os.environ.get("GOBETWEEN_PASSPHRASE") or click.prompt(f"Passphrase for {file}", hide_input=True, err=True)


def _place(talks: str, store: str | None, keys: Path | None, key_files: tuple[Path, ...], operator: str | None = None) -> TalksPlace:
    from gobetween.cli.talks_services import TalksPlace

    return TalksPlace(talks, store, keys=keys, key_files=key_files, passphrase=_passphrase, operator=operator)


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
        from gobetween.cli.acts import commands

        return list(commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's own signature
        """The command of that name, or `None`."""
        from gobetween.cli.acts import commands

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
    from gobetween.cli.desks import Desk

    if not talks and not context.meta[WANTS_HELP]:
        msg = "say which talks: --talks NAME, or export GOBETWEEN_TALKS=NAME; those in the store: gobetween talks list"
        raise click.UsageError(msg)
    services: Services = context.obj
    context.obj = Desk(services.talks, services, _place(talks or "", store, keys, key_files), actor)


@click.group("talks", short_help="Open live talks from a case folder, export them, list them.")
def talks_group() -> None:
    """Live talks: open them from a case folder, export them into one, list them."""


@talks_group.command("open", short_help="Open live talks from a case folder.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="The name of the talks; without it, the folder's.")
@click.option("--rehearsal", is_flag=True, help="Acts in the name of actors may be invented; every view and export says so.")
@click.option("--retain-until", callback=day, metavar="DATE", help="Until when the record is kept.")
@click.option(
    "--mediators-learn-answers", is_flag=True, help="Mediators learn who sealed which answer to their proposal, once it is opened."
)
@click.option("--seal", type=click.Path(path_type=Path), metavar="FOLDER", help="Seal each book for a key of its own, written there.")
@click.option("--lock", is_flag=True, help="With --seal: wrap the keys with a passphrase (asked for, or GOBETWEEN_PASSPHRASE).")
@STORE
@KEYS
@click.pass_obj
def open_talks(
    services: Services,
    folder: Path,
    name: str | None,
    rehearsal: bool,
    retain_until: dt.date | None,
    mediators_learn_answers: bool,
    seal: Path | None,
    lock: bool,
    store: str | None,
    keys: Path | None,
) -> None:
    """Open live talks from the case FOLDER: each actor gets a book with what it may see of the case, and nothing else."""
    from gobetween.cli.talks_services import OpeningRequest, TalksPlace

    place = TalksPlace(name or folder.resolve().name, store, keys=keys)
    options = {"mediators_learn_answers": True} if mediators_learn_answers else {}
    if lock and seal is None:
        msg = "--lock wraps the keys that --seal FOLDER writes; name the folder"
        raise click.UsageError(msg)
    request = OpeningRequest(
        folder,
        place,
        is_rehearsal=rehearsal,
        retained_until=retain_until,
        seal_into=seal,
        passphrase=_new_passphrase() if lock else None,
        options=options,
    )
    for line in services.talks.open(request):
        click.echo(line)


@talks_group.command("update", short_help="Bring talks up to date with their folder.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="The name of the talks; without it, the folder's.")
@STORE
@KEYS
@KEY
@click.pass_obj
def update(
    services: Services, folder: Path, name: str | None, store: str | None, keys: Path | None, key_files: tuple[Path, ...]
) -> None:
    """Bring talks up to date with the case FOLDER that they were opened from: what is new, corrected or taken out there is recorded.

    Nothing that was done in the talks is undone. Who is new in the folder gets a book.
    """
    from gobetween.cli.talks_services import OpeningRequest

    place = _place(name or folder.resolve().name, store, keys, key_files)
    for line in services.talks.update(OpeningRequest(folder, place)):
        click.echo(line)


@talks_group.command("export", short_help="Write talks as a case folder.")
@click.argument("talks")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--as", "audience", metavar="ACTOR", help="Only what that actor has, as a folder of its own.")
@STORE
@KEYS
@KEY
@OPERATOR
@click.pass_obj
def export(
    services: Services,
    talks: str,
    folder: Path,
    audience: str | None,
    store: str | None,
    keys: Path | None,
    key_files: tuple[Path, ...],
    operator: str | None,
) -> None:
    """Write TALKS into a new FOLDER: the case folder they were opened from and the record of everybody (for whoever runs the store).

    With --as, what one actor has, and its own record, which it can verify.
    """
    for line in services.talks.export(_place(talks, store, keys, key_files, operator), folder, audience):
        click.echo(line)


@talks_group.command("destroy-key", short_help="Destroy the key of a sealed book.")
@click.argument("talks")
@click.argument("actor")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--confirm", is_flag=True, help="Do it: nobody who has no copy of the key will ever read what it covers.")
@click.pass_obj
def destroy_key(services: Services, talks: str, actor: str, folder: Path, confirm: bool) -> None:
    """Destroy the key of ACTOR's book in TALKS that lies in FOLDER, and with it what was sealed for it. The chain still verifies."""
    if not confirm:
        click.echo("not destroyed; it cannot be undone: to do it, add --confirm")
        return
    for line in services.talks.destroy_key(folder, talks, actor):
        click.echo(line)


@talks_group.command("list", short_help="The talks in a store.")
@STORE
@click.pass_obj
def list_talks(services: Services, store: str | None) -> None:
    """The names of the talks in the store."""
    names = services.talks.names(store)
    click.echo("\n".join(names) if names else "no talks yet; open some with: gobetween talks open FOLDER")


@click.command("checkpoint", short_help="A signed statement of what your record is now, to keep outside the store.")
@click.argument("talks")
@click.option("--as", "audience", required=True, metavar="ACTOR", help="Whose book.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write it there instead of printing it.")
@STORE
@KEYS
@KEY
@click.pass_obj
def checkpoint(
    services: Services,
    talks: str,
    audience: str,
    output: Path | None,
    store: str | None,
    keys: Path | None,
    key_files: tuple[Path, ...],
) -> None:
    """A signed checkpoint of ACTOR's book in TALKS. Keep it outside the store: with it, a record cut short cannot pass for whole."""
    text = services.talks.checkpoint(_place(talks, store, keys, key_files), audience)
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write_whole(output, text)


@click.command("verify", short_help="Verify a record against its hash chain and a checkpoint.")
@click.argument("record", metavar="TALKS|FOLDER")
@click.option("--as", "audience", metavar="ACTOR", help="Whose book; without it, all that are there.")
@click.option("--checkpoint", "given", type=click.Path(path_type=Path), metavar="FILE", help="A checkpoint kept from before.")
@click.option("--signed-by", metavar="KEY", help="The key that must have signed it, as it stands in a checkpoint that you trust.")
@STORE
@KEYS
@KEY
@OPERATOR
@click.pass_obj
def verify(
    services: Services,
    record: str,
    audience: str | None,
    given: Path | None,
    signed_by: str | None,
    store: str | None,
    keys: Path | None,
    key_files: tuple[Path, ...],
    operator: str | None,
) -> None:
    """Verify the record of TALKS in the store, or, offline, the exported one in FOLDER (or a record.jsonl).

    Without a checkpoint the chain shows that no line was changed, taken out or put in between; with one, also that the end was not
    cut off. A case folder that talks are called by is none of these: its name is that of the talks.
    """
    if signed_by is not None and given is None:
        msg = "--signed-by says who must have signed the --checkpoint; name its file"
        raise click.UsageError(msg)
    path = Path(record)
    if path.is_file() or (path / "record.jsonl").is_file() or (path.exists() and len(path.parts) > 1):
        if audience is not None:
            msg = f"--as is for talks in a store; of '{record}' every book that is there is verified, without it"
            raise click.UsageError(msg)
        lines = services.talks.verify_export(path, given, signed_by=signed_by)
    else:
        lines = services.talks.verify(_place(record, store, keys, key_files, operator), audience, given, signed_by=signed_by)
    for line in lines:
        click.echo(line)


@click.command("backup", short_help="Write the whole store to one file.")
@click.argument("file", type=click.Path(path_type=Path))
@STORE
@OPERATOR
@click.pass_obj
def backup(services: Services, file: Path, store: str | None, operator: str | None) -> None:
    """Write the whole store to FILE, while others may go on working, and verify what was written."""
    for line in services.talks.backup(store, file, operator=operator):
        click.echo(line)


@click.command("restore", short_help="Make a store from a backup.")
@click.argument("file", type=click.Path(path_type=Path))
@STORE
@OPERATOR
@click.pass_obj
def restore(services: Services, file: Path, store: str | None, operator: str | None) -> None:
    """Make a store from the backup FILE, where none is yet; every chain is verified first."""
    for line in services.talks.restore(file, store, operator=operator):
        click.echo(line)


COMMANDS = (act_as, talks_group, checkpoint, verify, backup, restore)
