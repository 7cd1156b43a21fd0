"""Entries of which nothing says when they became known: no view as of a day can have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from gobetween.disclosure.builders import TIMELESS
from gobetween.model.cases import Case, Source
from gobetween.model.items import Item

REMEDY = "write `known: DATE` in each, or `cite:` a report with its date (an actor's `known` is also that of its roles)"


def undated_entries(case: Case) -> Iterator[tuple[str, Item]]:
    """The entries, each with the name of its list, that say neither `known` nor a report; the frame of the talks needs neither.

    Entries that cite a report without a date are not among them: the report itself is told of.
    """
    for name, item in case.items():
        if item.known.is_unknown and not item.citations and not isinstance(item, (Source, *TIMELESS)):
            yield name, item


def in_lists(names: Iterable[str]) -> str:
    """How many entries there are, and in which lists of case.yaml: `4 entries (positions: 3, roles: 1)`."""
    found = Counter(names)
    number = found.total()
    lists = ", ".join(f"{name.replace('_', ' ')}: {count}" for name, count in found.items())
    return f"{number} {'entry' if number == 1 else 'entries'} ({lists})"
