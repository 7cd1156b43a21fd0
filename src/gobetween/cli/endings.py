"""What a file's ending says of the form that is wanted in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click


def form_named(form: str | None, output: Path | None, endings: Mapping[str, str]) -> str | None:
    """The form that was asked for, or else the one that the ending of the file names; `None` where neither says one.

    `endings` are the forms by their endings, such as `.html`.

    Raises:
        click.UsageError: the ending is of another form than was asked for, or of none.
    """
    ending = output.suffix.lower() if output else ""
    named = endings.get(ending)
    if form is None and named is None and ending:
        msg = f"'{ending}' is the ending of no form; endings: {' '.join(endings)} (or say --format)"
        raise click.UsageError(msg)
    if form is not None and named is not None and form != named:
        msg = f"--format {form} and a file that ends in {ending} do not go together; change one of them"
        raise click.UsageError(msg)
    return form or named
