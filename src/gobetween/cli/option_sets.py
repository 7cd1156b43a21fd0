"""Terms as people type them: `toll=half`, or `toll=half,none` for either of two options."""

from __future__ import annotations

import re

import click

_TERM = re.compile(r"(?P<issue>[^=,\s]+)=(?P<options>[^=,\s]+(?:,[^=,\s]+)*)")


def terms(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The options that were named for each issue."""
    found: dict[str, frozenset[str]] = {}
    for each in given:
        match = _TERM.fullmatch(each)
        if match is None:
            msg = f"'{each}' is no term; write it as ISSUE=OPTION, or ISSUE=OPTION,OPTION for either of two"
            raise click.BadParameter(msg)
        found[match["issue"]] = found.get(match["issue"], frozenset()) | frozenset(match["options"].split(","))
    return found
