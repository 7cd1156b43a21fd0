"""Readable ids that stay the same as long as what they name does."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
_ARTICLES = frozenset({"the", "a", "an"})


class Ids:
    """Gives each entry of one collection an id of its own; `taken` are ids that it must not give."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        self._taken = set(taken)

    def new(self, *parts: str) -> str:
        """The first part as an id, longer by a further part as long as it is taken, at last by a number."""
        wanted = slug(parts[0]) or "entry"
        for more in parts[1:]:
            if wanted not in self._taken:
                break
            wanted = slug(f"{wanted} {more}") or wanted
        number, found = 2, wanted
        while found in self._taken:
            found, number = f"{wanted}-{number}", number + 1
        self._taken.add(found)
        return found


def slug(text: str) -> str:
    """The words in small letters without marks, joined by hyphens, cut after a word; empty if there is no letter or digit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _ARTICLES]
    cut = "-".join(words)[: LONGEST + 1]
    return cut if len(cut) <= LONGEST else cut.rpartition("-")[0] or cut[:LONGEST]
