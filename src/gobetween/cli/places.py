"""Files and folders that are named on the command line."""

from __future__ import annotations

from pathlib import Path

import click


def place_named(value: str | Path) -> Path:
    """A path as it was given; an empty one, which would be the folder one is in, is nobody's wish."""
    if not str(value):
        msg = "the path is empty; name a file or a folder"
        raise click.BadParameter(msg)
    return Path(value)
