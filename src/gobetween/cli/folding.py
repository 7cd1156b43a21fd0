"""Sentences folded to the terminal that they are printed on; elsewhere, as in a pipe, a line stays one."""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Iterable
from typing import TextIO

import click

NARROWEST = 40
HANGING = "  "


def folded(text: str, stream: TextIO) -> str:
    """`text` in lines no longer than those of the terminal that `stream` is; as it is where it is none.

    Words stay whole, so a path or a command without spaces may still be longer. What goes on is indented.
    """
    if not stream.isatty():
        return text
    width = width_of(stream)
    return "\n".join(_folded(line, width) if len(line) > width else line for line in text.split("\n"))


def say(lines: Iterable[str], *, err: bool = False) -> None:
    """Prints sentences, folded to the terminal; they may quote what others wrote, and are made harmless."""
    stream = sys.stderr if err else sys.stdout
    for line in lines:
        click.echo(told(line, stream), err=err)


def told(text: str, stream: TextIO) -> str:
    """`text`, of one line or several, made harmless and folded."""
    from gobetween.rendering.text_safety import harmless_lines

    return folded(harmless_lines(text), stream)


def width_of(stream: TextIO) -> int:
    """The columns of the terminal that `stream` is, or those that `COLUMNS` says."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return max(NARROWEST, int(columns))
    try:
        return max(NARROWEST, os.get_terminal_size(stream.fileno()).columns)
    except OSError:
        return 100


def _folded(line: str, width: int) -> str:
    indent = re.match(" *", line)
    hanging = (indent[0] if indent else "") + HANGING
    return textwrap.fill(line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
