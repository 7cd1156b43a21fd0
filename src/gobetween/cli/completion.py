"""The command that lets a shell complete commands, options and paths."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Let your shell complete commands, options and paths.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what SHELL needs to complete commands, options and paths of gobetween.

    \b
    bash   eval "$(gobetween completion bash)"   in ~/.bashrc
    zsh    eval "$(gobetween completion zsh)"    in ~/.zshrc
    fish   gobetween completion fish | source    in ~/.config/fish/config.fish
    """  # noqa: D301 - \b is click's mark for lines that keep their breaks
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(context.find_root().command, {}, "gobetween", "_GOBETWEEN_COMPLETE").source())


COMMANDS = (completion,)
