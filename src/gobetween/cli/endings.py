"""What a file's ending says of the form that is wanted in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click


class FormNamed(click.Choice[str]):
    """One of the forms by its name; by the ending of its files (`md` for `markdown`) it is meant as well."""

    def __init__(self, forms: Sequence[str], endings: Mapping[str, str]) -> None:
        super().__init__(forms)
        self._by_ending = {ending.removeprefix("."): form for ending, form in endings.items()}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The form's own name."""
        return super().convert(self._by_ending.get(value, value) if isinstance(value, str) else value, param, ctx)


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
