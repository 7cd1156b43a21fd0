"""Names that any report may use: states with their capitals and people, well-known bodies and movements, a few heads of state."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from gobetween.reading.naming.lexicon import ActorName, Lexicon, PersonName


@cache
def default_lexicon() -> Lexicon:
    """The world's states and the best-known other actors, read once when first asked for; a case's own names go before them."""
    source = files("gobetween.reading.naming").joinpath("world.csv").read_text(encoding="utf-8")
    actors: list[ActorName] = []
    persons: list[PersonName] = []
    for row in csv.DictReader(source.splitlines(), delimiter=";"):
        aliases = _listed(row["aliases"])
        if row["kind"] == "person":
            persons.append(PersonName(row["name"], row["parent"] or None, aliases=aliases, is_hint=True))
        else:
            actors.append(
                ActorName(
                    row["name"], row["kind"], aliases=aliases, adjectives=_listed(row["adjectives"]), parent=row["parent"] or None
                )
            )
    return Lexicon(tuple(actors), tuple(persons))


def _listed(cell: str | None) -> tuple[str, ...]:
    return tuple(word for word in (cell or "").split("|") if word)
