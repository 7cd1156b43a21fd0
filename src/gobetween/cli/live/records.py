"""Records of live talks: signing what they are now, verifying them, backing the store up and restoring it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.folding import say
from gobetween.cli.live.store_options import KEY, KEYS, OPERATOR, STORE, talks_place
from gobetween.cli.output import emit, refuse_over_input, tell_written
from gobetween.cli.places import place_named

if TYPE_CHECKING:
    from gobetween.cli.services import Services


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
    refuse_over_input(output)
    emit(services.talks.checkpoint(talks_place(talks, store, keys, key_files), audience), output)
    tell_written("The checkpoint", output)


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
        lines = services.talks.verify(talks_place(record, store, keys, key_files, operator), audience, given, signed_by=signed_by)
    say(lines)


@click.command("backup", short_help="Write the whole store to one file.")
@click.argument("file", type=place_named)
@STORE
@OPERATOR
@click.pass_obj
def backup(services: Services, file: Path, store: str | None, operator: str | None) -> None:
    """Write the whole store to FILE, while others may go on working, and verify what was written."""
    say(services.talks.backup(store, file, operator=operator))


@click.command("restore", short_help="Make a store from a backup.")
@click.argument("file", type=place_named)
@STORE
@OPERATOR
@click.pass_obj
def restore(services: Services, file: Path, store: str | None, operator: str | None) -> None:
    """Make a store from the backup FILE, where none is yet; every chain is verified first."""
    say(services.talks.restore(file, store, operator=operator))
