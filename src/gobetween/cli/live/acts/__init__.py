"""What an actor can do in live talks, one module a topic; each offers its commands in a tuple `COMMANDS`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

TOPICS = (
    "agreements",
    "caucuses",
    "entering",
    "looking",
    "mandates",
    "obligations",
    "one_texts",
    "permissions",
    "poolings",
    "positions",
    "proposals",
    "relays",
    "sealed",
    "talking_points",
    "violations",
)


def commands() -> dict[str, click.Command]:
    """Every command of every topic, by name."""
    modules = (import_module(f"{__name__}.{topic}") for topic in TOPICS)
    return {command.name: command for module in modules for command in module.COMMANDS}
