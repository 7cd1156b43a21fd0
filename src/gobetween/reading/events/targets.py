"""On whom an event bears: the actors whose names stand in its words, but not those that the words name for another end.

No targets are a name within a longer one ("Sund" in "Sund Teachers' Union"), a name that says where something is ("a bridge in Sund"),
whom an aside names (", which has offices in Sund,"), who only says, hopes or thinks something, and the source's own persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gobetween.model.evidence import Document

_SAYING = (
    r"said|says|told|tells|hope[sd]?|believe[sd]?|thinks?|thought|expect(?:s|ed)?|fear(?:s|ed)?"
    r"|describe[sd]?|call(?:s|ed)|report(?:s|ed)"
)
_ASIDE = re.compile(r", (?:which|who|whose|where)\b[^,]*,|\bin (?:talks|negotiations|discussions|contact|dispute) with [^,]*(?:,|$)")
_WHERE = re.compile(
    r"\b(?:in|inside|at|near|across|throughout|around|off|such as|including|"
    r"(?:gulf|strait|bay|sea|coasts?|ports?|borders?|south|north|east|west|rest|parts?) of) (?:the )?$",
    re.IGNORECASE,
)
_TELLS = re.compile(rf"(?:'s|’s)? (?:(?:has|had|have) )?(?:{_SAYING})\b")
_LANDS = re.compile(r" (?:ports?|waters|soil|territory|airspace|coasts?|shores?|markets?)\b", re.IGNORECASE)


def others_in(document: Document, words: str, own: tuple[str, ...]) -> tuple[str, ...]:
    """The actors on whom these words say that the event bears, by their full names, in the order in which they stand there."""
    heard = _ASIDE.sub(" ", words)
    standing = [
        (span, name)
        for name in document.actors
        if (span := _first_place(name, heard)) and not _is_of(document, name, own) and not _is_named_for_another_end(heard, span)
    ]
    spans = [span for name in (*document.actors, *own) for span in _places(name, heard)]
    return tuple(name for span, name in sorted(standing) if not any(_is_within(span, each) for each in spans))


def _first_place(name: str, words: str) -> tuple[int, int] | None:
    return next(_places(name, words), None)


def _places(name: str, words: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words))


def _is_within(span: tuple[int, int], longer: tuple[int, int]) -> bool:
    return longer[0] <= span[0] and span[1] <= longer[1] and span != longer


def _is_named_for_another_end(words: str, span: tuple[int, int]) -> bool:
    start, end = span
    return bool(_WHERE.search(words[:start]) or _TELLS.match(words, end) or _LANDS.match(words, end))


def _is_of(document: Document, name: str, own: tuple[str, ...]) -> bool:
    """Whether this is one of the source's own: itself, who holds an office of it or of nobody named, or a part of such a name."""
    persons = {each.person for each in document.offices if each.actor is None or each.actor in own}
    return name in own or any(name in (person, *person.split()) for person in persons)
