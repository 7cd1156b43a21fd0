"""Which kind of entry each collection of a case holds."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_type_hints

from gobetween.model.cases import Case
from gobetween.model.items import Item


@cache
def _kinds() -> dict[str, type[Any]]:
    kinds: dict[str, type[Any]] = {}
    for name, hint in get_type_hints(Case).items():
        held = get_args(hint)[0] if get_args(hint) else None
        if isinstance(held, type) and issubclass(held, Item):
            kinds[name] = held
    return kinds


def kind_of_collection(name: str) -> type[Any]:
    """The class of the entries in the collection of that name."""
    return _kinds()[name]
