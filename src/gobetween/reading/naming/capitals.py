"""Capitals that no lexicon knows, where the text says whose they are: 'Qasrat, Tamask's capital'."""

from __future__ import annotations

import re
from collections.abc import Collection

from gobetween.reading.naming.used_bodies import peoples_of

_NAME = r"[A-Z][\w-]+(?: [A-Z][\w-]+)?"
_CITY, _LAND = rf"(?P<city>{_NAME})", rf"(?P<land>{_NAME})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_LAND}(?P<whose>['’]s)? capital,? (?:of )?{_CITY}",  # "Tamask's capital, Qasrat", 'the Quellan capital Port Delane'
        rf"\b{_CITY}, (?:the )?{_LAND}(?P<whose>['’]s)? capital\b",
        rf"\bcapital (?P<whose>of) {_LAND}, {_CITY}",
        rf"^{_CITY} (?P<whose>\(){_LAND}\), ",  # the head of a report: 'KARSA (Kessaria), Nov 10'
    )
)


def capitals(text: str, known: Collection[str]) -> dict[str, str]:
    """Lands by their capitals; 'the Quellan capital' is told of the lands in `known` only. What is the capital of two is left out.

    Linear in the text.
    """
    by_word = {people: land for land in known for people in peoples_of(land)} | {land: land for land in known}
    found: dict[str, set[str]] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            land = by_word.get(match["land"]) or (match["land"] if match["whose"] else None)
            if land is not None and match["city"] != land:
                for city in {match["city"], match["city"].title()}:  # 'KARSA' at the head of a report is Karsa
                    found.setdefault(city, set()).add(land)
    return {city: land for city, (land, *more) in ((c, sorted(n)) for c, n in found.items()) if not more}
