"""Where a report was written, by the words at its head that cleaning set apart: 'NAIROBI, March 3 (Reuters) -' is Kenya."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from spacy.tokens import Doc

from gobetween.reading.naming.lexicon import Lexicon

_KEY = "dateline"
_CITY = re.compile(r"[A-Z][A-Z'’ ]{2,20}(?![a-z])")


def keep_dateline(doc: Doc, words: Iterable[str]) -> None:
    """Keeps the words of a dateline with the parsed text, which has them not."""
    doc.user_data[_KEY] = next(iter(words), "")


def land_of_dateline(doc: Doc, lexicon: Lexicon) -> str | None:
    """The state whose capital, or whose own name, a dateline begins with; `None` for other cities, and where there is none."""
    city = _CITY.match(doc.user_data.get(_KEY, ""))
    return _states(lexicon).get(city.group().strip()) if city is not None else None


@lru_cache(maxsize=8)
def _states(lexicon: Lexicon) -> dict[str, str]:
    """The states by their names and capitals, in capitals; what two states have is left out."""
    owners: dict[str, set[str]] = {}
    for actor in lexicon.actors:
        for form in (actor.name, *actor.aliases) if actor.kind == "state" else ():
            owners.setdefault(form.upper(), set()).add(actor.name)
    return {form: state for form, (state, *more) in ((f, sorted(o)) for f, o in owners.items()) if not more}
