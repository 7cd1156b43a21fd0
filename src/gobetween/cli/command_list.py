"""The list of commands as `gobetween --help` shows it: by what they are for."""

from __future__ import annotations

import click

FOR = {
    "Reports": ("read", "review", "judge", "propose"),
    "A case": ("new", "check", "brief", "diff", "read-out", "calendar", "schema"),
    "Questions about a case": ("deadlock", "zone", "frontier", "solve", "improve", "robust", "sensitivity", "stability", "scenario"),
    "Live talks": ("talks", "as", "verify", "checkpoint", "backup", "restore", "store"),
    "Gobetween itself": ("demo", "completion"),
}
"""Every command stands under what it is for."""


class ByPurpose(click.Group):
    """A group that lists its commands under headings; one that stands under none comes last."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list."""
        listed = {name for names in FOR.values() for name in names}
        others = tuple(name for name in self.list_commands(ctx) if name not in listed)
        for title, names in (*FOR.items(), ("More", others)):
            rows = [(name, self._told(ctx, name)) for name in names if name in self.commands]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows, col_max=12)

    def _told(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return command.get_short_help_str(limit=90) if command else ""
