"""Where talks lie and what opens them: the options that the commands of live talks share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gobetween.cli.services.talks import TalksPlace

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


def new_passphrase() -> str:
    """A passphrase to wrap keys with: the environment's, or asked for twice."""
    return os.environ.get("GOBETWEEN_PASSPHRASE") or click.prompt("Passphrase for the keys", hide_input=True, confirmation_prompt=True)


def _passphrase(file: Path) -> str:
    """The passphrase of a wrapped key: the environment's, or asked for."""
    return os.environ.get("GOBETWEEN_PASSPHRASE") or click.prompt(f"Passphrase for {file}", hide_input=True, err=True)


def talks_place(
    talks: str, store: str | None, keys: Path | None, key_files: tuple[Path, ...], operator: str | None = None
) -> TalksPlace:
    """Where the talks of that name lie, with what opens sealed books."""
    from gobetween.cli.services.talks import TalksPlace

    return TalksPlace(talks, store, keys=keys, key_files=key_files, passphrase=_passphrase, operator=operator)
