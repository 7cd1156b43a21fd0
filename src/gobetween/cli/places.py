"""Files and folders that are named on the command line."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem


class _Place(click.ParamType[Path]):
    """A path as it was given; an empty one, which would be the folder one is in, is nobody's wish. Shells complete it as a path."""

    name = "path"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path."""
        if not str(value):
            self.fail("the path is empty; name a file or a folder", param, ctx)
        return Path(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's own signature
        """That the shell itself is to complete it."""
        return [CompletionItem(incomplete, type="file")]


place_named = _Place()
"""The type of an argument that names a file or a folder."""
