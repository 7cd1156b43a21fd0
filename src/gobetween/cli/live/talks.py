"""`gobetween talks`: opening talks from a case folder, bringing them up to date, exporting, listing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.days import day
from gobetween.cli.folding import say
from gobetween.cli.live.store_options import KEY, KEYS, OPERATOR, STORE, new_passphrase, talks_place
from gobetween.cli.places import place_named

if TYPE_CHECKING:
    from gobetween.cli.services import Services


@click.group("talks", short_help="Open live talks from a case folder, export them, list them.")
def talks_group() -> None:
    """Live talks: open them from a case folder, export them into one, list them."""


@talks_group.command("open", short_help="Open live talks from a case folder.")
@click.argument("folder", type=place_named)
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
    from gobetween.cli.services.talks import OpeningRequest, TalksPlace

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
        passphrase=new_passphrase() if lock else None,
        options=options,
    )
    say(services.talks.open(request))


@talks_group.command("update", short_help="Bring talks up to date with their folder.")
@click.argument("folder", type=place_named)
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
    from gobetween.cli.services.talks import OpeningRequest

    place = talks_place(name or folder.resolve().name, store, keys, key_files)
    say(services.talks.update(OpeningRequest(folder, place)))


@talks_group.command("export", short_help="Write talks as a case folder.")
@click.argument("talks")
@click.argument("folder", type=place_named)
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
    say(services.talks.export(talks_place(talks, store, keys, key_files, operator), folder, audience))


@talks_group.command("destroy-key", short_help="Destroy the key of a sealed book.")
@click.argument("talks")
@click.argument("actor")
@click.argument("folder", type=place_named)
@click.option("--confirm", is_flag=True, help="Do it: nobody who has no copy of the key will ever read what it covers.")
@click.pass_obj
def destroy_key(services: Services, talks: str, actor: str, folder: Path, confirm: bool) -> None:
    """Destroy the key of ACTOR's book in TALKS that lies in FOLDER, and with it what was sealed for it. The chain still verifies."""
    if not confirm:
        click.echo("not destroyed; it cannot be undone: to do it, add --confirm")
        return
    say(services.talks.destroy_key(folder, talks, actor))


@talks_group.command("list", short_help="The talks in a store.")
@STORE
@click.pass_obj
def list_talks(services: Services, store: str | None) -> None:
    """The names of the talks in the store."""
    names = services.talks.names(store)
    click.echo("\n".join(names) if names else "no talks yet; open some with: gobetween talks open FOLDER")
