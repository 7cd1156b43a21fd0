"""Ids for names that others chose: letters of a to z, digits and hyphens, each once; the names stay as titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_LONGEST = 60


def ids_for(names: Collection[str], kind: str, *, taken: Collection[str] = ()) -> dict[str, str]:
    """An id for every name, in their order; a number keeps two of them apart. Without Latin letters or digits it is its kind."""
    ids: dict[str, str] = {}
    used = set(taken)
    for name in names:
        plain = _plain(name) or kind
        number, found = 1, plain
        while found in used:
            number += 1
            found = f"{plain}-{number}"
        used.add(found)
        ids[name] = found
    return ids


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    signed = re.sub(r"^-(?=[0-9.])", "minus-", letters.strip())
    return re.sub(r"[^a-z0-9]+", "-", signed)[:_LONGEST].strip("-")
