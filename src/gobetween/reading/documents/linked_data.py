"""What a page says of itself in its scripts of linked data (JSON-LD, schema.org): outlet, authors, day, headline."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

_BODY = re.compile(r"<script[^<>]*>(.*)</script\s*>", re.IGNORECASE | re.DOTALL)
_REPORTS = re.compile(r"(?:Article|Posting|Report)$")
_LONGEST = 200_000  # characters of a script; a page's data on itself is far shorter
_MOST = 2_000  # objects looked at

Facts = list[tuple[str, str]]


def read_linked_data(script: str) -> Facts:
    """Pairs such as ("publisher", "The Courier") of the first report that a script describes; none if it describes none."""
    body = _BODY.match(script[:_LONGEST])
    try:
        data = json.loads(body[1]) if body else None
    except (ValueError, RecursionError):
        return []
    objects = list(islice(_objects(data), _MOST))
    report = next((each for each in objects if _is_report(each)), None)
    if report is None:
        return []
    known = {each["@id"]: each for each in objects if isinstance(each.get("@id"), str) and "name" in each}
    facts = [("publisher", name) for name in _names(report.get("publisher"), known)[:1]]
    facts += [("data author", name) for name in _names(report.get("author"), known)]
    stated = (("headline", "headline"), ("datepublished", "datePublished"), ("datemodified", "dateModified"), ("lang", "inLanguage"))
    return facts + [(fact, value) for fact, key in stated if isinstance(value := report.get(key), str) and value]


def _objects(data: object) -> Iterator[dict[str, object]]:
    """All objects within, outermost first; without recursion, as a page may nest them as deep as it likes."""
    waiting = deque([data])
    while waiting:
        each = waiting.popleft()
        if isinstance(each, dict):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each[:_MOST])


def _is_report(each: dict[str, object]) -> bool:
    kinds = each.get("@type")
    return any(isinstance(kind, str) and _REPORTS.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _names(said: object, known: dict[object, dict[str, object]]) -> list[str]:
    """The names of one or more persons or bodies, given in full or by reference."""
    found = []
    for each in said if isinstance(said, list) else [said]:
        named = known.get(each.get("@id"), each) if isinstance(each, dict) and "name" not in each else each
        name = named.get("name") if isinstance(named, dict) else named
        if isinstance(name, str) and name.strip() and "://" not in name:
            found.append(" ".join(name.split()))
    return found
