"""XML as it comes: starts, ends and words, in bounded memory; nothing that it declares is expanded, nothing outside is opened."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple
from xml.parsers import expat

from gobetween.model.errors import InvalidReport

_DEEPEST = 500
_NONE: dict[str, str] = {}


class What(Enum):
    """What is met in the XML."""

    START = "start"
    END = "end"
    WORDS = "words"


class Event(NamedTuple):
    """An element's start or end by its name as written (with its prefix), or words between; a bare tuple, as there are millions."""

    what: What
    text: str
    attributes: dict[str, str] = _NONE


def xml_events(pieces: Iterable[bytes], encoding: str | None = None) -> Iterator[Event]:
    """The events of the XML whose bytes come in `pieces`; entities of HTML are known (`&nbsp;`), others are left out.

    Raises:
        InvalidReport: it declares entities of its own, as only an attack does, is nested too deeply, or is no XML; the events before
            that have been given.
    """
    reader = _Reader(encoding)
    try:
        for piece in pieces:
            reader.parser.Parse(piece)
            yield from reader.taken()
        reader.parser.Parse(b"", True)  # noqa: FBT003 - positional only
    except expat.ExpatError as error:
        yield from reader.taken()
        raise InvalidReport(f"its XML breaks in line {error.lineno} ({expat.ErrorString(error.code)})") from None
    yield from reader.taken()


class _Reader:
    def __init__(self, encoding: str | None) -> None:
        self.parser = expat.ParserCreate(encoding)
        self.parser.buffer_text = True
        self.parser.UseForeignDTD(True)  # noqa: FBT003 - positional only; entities that nothing declares are then skipped, not errors
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.SkippedEntityHandler = self._entity
        self.parser.EntityDeclHandler = self._refuse
        self._events: list[Event] = []
        self._depth = 0

    def taken(self) -> list[Event]:
        events, self._events = self._events, []
        return events

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InvalidReport(f"its XML has more than {_DEEPEST} elements within each other")
        self._events.append(Event(What.START, name, attributes))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._events.append(Event(What.END, name))

    def _words(self, text: str) -> None:
        self._events.append(Event(What.WORDS, text))

    def _entity(self, name: str, is_parameter: bool) -> None:
        if not is_parameter and (text := html.unescape(f"&{name};")) != f"&{name};":
            self._events.append(Event(What.WORDS, text))

    def _refuse(self, *_declaration: object) -> None:
        raise InvalidReport("its XML declares entities of its own, as only attacks do; save what it shows as text or HTML")
