"""JSON Lines, and JSON files with a list of records: each record a report, found by the keys that are usual for its fields."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Outlet
from gobetween.reading.documents.sources import LARGEST_REPORT, decoded
from gobetween.reading.inputs.headlines import with_headline
from gobetween.reading.inputs.limits import Allowance
from gobetween.reading.inputs.parts import Part, Refused, Stated
from gobetween.reading.inputs.stating import inferred_from, language_code, line_of, person_in, stated_on
from gobetween.reading.word_lists import words

MEDIUM = "JSON record"


def _keys(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TEXT_KEYS = _keys(
    "text fulltext articletext bodytext maintext articlebody body content contenttext contenthtml bodyhtml html article story "
    "description summary abstract snippet"
)
TITLE_KEYS = _keys("title headline webtitle subject heading")
DATE_KEYS = _keys(
    "date published publishdate datepublished datepublish publishedat publicationdate pubdate publishdatetime publishedtime "
    "firstpublished webpublicationdate issued day timestamp"
)
CHANGE_KEYS = _keys("updated modified updatedat datemodified lastmodified")
OUTLET_KEYS = _keys("source outlet publisher sourcename sitename site publication newspaper provider sourcedomain domain host")
ADDRESS_KEYS = _keys("url link sourceurl weburl canonicalurl")
AUTHOR_KEYS = _keys("author authors byline creator writer")
LANGUAGE_KEYS = _keys("language lang languagecode")
_LISTS = words("articles items results data docs documents records entries hits stories news response")
_INNER = words("article fields source document doc data attributes")
_MOST_TOLD = 20


def records_of(name: str, data: bytes, allowance: Allowance) -> Iterator[Part | Refused]:
    """Each record as a report, named by its line (`wire.jsonl#7`), or in a JSON list by its place.

    A line that is no record is refused by its number, and the others are read. Keys are compared without case, `_` and `-`.
    """
    text, _ = decoded(data)
    if text is None:
        raise InvalidReport("a file of JSON records whose bytes are no text; export it anew")
    records = _of_lines(text) if _is_lines(text) else _of_whole(text)
    untold = 0
    for number, record in records:
        allowance.take_member()
        found = _part(f"{name}#{number}", record)
        told = isinstance(found, Refused)
        untold += told
        if not told or untold <= _MOST_TOLD:
            yield found
    if untold > _MOST_TOLD:
        yield Refused(name, f"{untold - _MOST_TOLD:,} more records could not be read, as those named before")


def _is_lines(text: str) -> bool:
    """Whether the first line is a record by itself, or looks like one that is damaged, with others below it."""
    first, _, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    if not first.startswith("{") or not rest.strip():
        return False
    return first.rstrip().endswith("}") or rest.lstrip().startswith("{")


def _of_lines(text: str) -> Iterator[tuple[int, object]]:
    start, number = 0, 0
    text = text.lstrip("\ufeff")
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line, start, number = text[start:end], end + 1, number + 1
        if line.strip():
            yield number, _value(line, f"line {number}")


def _of_whole(text: str) -> Iterator[tuple[int, object]]:
    found = _value(text.lstrip("\ufeff"), "the file")
    if isinstance(found, InvalidReport):
        raise found
    if isinstance(found, dict) and not _first(_plain(found), TEXT_KEYS):
        lists = [value for key, value in _plain(found).items() if key in _LISTS and isinstance(value, list)]
        found = max(lists, key=len) if lists else found
    yield from enumerate(found if isinstance(found, list) else [found], 1)


def _value(text: str, where: str) -> object:
    """The value that the JSON gives, or the refusal to be given in its place."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"character {error.pos + 1}" if where != "the file" else f"line {error.lineno}"
        return InvalidReport(f"{where} is no JSON ({error.msg} at {place}); mend it or take it out")
    except RecursionError:
        return InvalidReport(f"{where} has lists within lists without end; take it out")
    except ValueError as error:  # a number of more digits than Python reads
        return InvalidReport(f"{where} cannot be read ({error}); take it out")


def _part(name: str, record: object) -> Part | Refused:
    if isinstance(record, InvalidReport):
        return Refused(name, str(record))
    if not isinstance(record, dict):
        return Refused(name, f"no record: it is {_kind(record)}, and a report needs keys such as text, title, date, source")
    fields = _with_inner(_plain(record))
    body = _text(_first(fields, TEXT_KEYS))
    if not body:
        return Refused(name, _without_text(record))
    title = line_of(_text(_first(fields, TITLE_KEYS)))
    data = with_headline(title, body).encode("utf-8", "replace")
    if len(data) > LARGEST_REPORT:
        return Refused(name, f"{len(data):,} bytes of text; a report has at most {LARGEST_REPORT:,}: split it")
    return Part(name, data, medium=MEDIUM, stated=_stated(fields, title))


def _without_text(record: Mapping[str, object]) -> str:
    has = ", ".join(line_of(str(key)) or "''" for key in list(record)[:8]) or "none"
    return (
        f"no text under any of the keys that were looked for ({', '.join(TEXT_KEYS)}); the keys here: {has[:200]}. Rename one of them"
    )


def _plain(record: Mapping[str, object]) -> dict[str, object]:
    """The fields by their keys without case and joints; of several, the first."""
    fields: dict[str, object] = {}
    for key, value in record.items():
        fields.setdefault(key.lower().replace("_", "").replace("-", "").replace(" ", ""), value)
    return fields


def _with_inner(fields: dict[str, object]) -> dict[str, object]:
    """The fields, and those one level below that are not there themselves, where the text stands below."""
    if _text(_first(fields, TEXT_KEYS)):
        return fields
    for key, value in fields.items():
        if key in _INNER and isinstance(value, dict):
            return {**_plain(value), **{key: value for key, value in fields.items() if not isinstance(value, dict)}}
    return fields


def _first(fields: Mapping[str, object], keys: Sequence[str]) -> Any:
    return next((fields[key] for key in keys if _is_filled(fields.get(key))), None)


def _is_filled(value: object) -> bool:
    return bool(value) and not (isinstance(value, str) and not value.strip())


def _text(value: object) -> str:
    """A text, or the paragraphs of a list of texts."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "\n\n".join(part.strip() for part in value if isinstance(part, str) and part.strip())
    return ""


def _stated(fields: Mapping[str, object], title: str | None) -> Stated:
    key = next((key for key in DATE_KEYS if _is_filled(fields.get(key))), "")
    published = _day(fields.get(key), "the record's date")
    if published.is_unknown:
        note = "the day on which the record says that the report was last changed; it may have been published before"
        published = inferred_from(_text(_first(fields, CHANGE_KEYS)), note)
    return Stated(
        title=title,
        outlet=_outlet(fields),
        authors=tuple(dict.fromkeys(name for text in _names(_first(fields, AUTHOR_KEYS)) if (name := person_in(text)))),
        published=published,
        language=language_code(_text(_first(fields, LANGUAGE_KEYS))),
    )


def _day(value: object, where: str) -> When:
    """The day of a text, or of seconds or milliseconds since 1970 (in UTC)."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 10**8 <= value < 10**13:
        moment = dt.datetime.fromtimestamp(value / 1000 if value >= 10**11 else value, tz=dt.UTC)
        return stated_on(moment.date().isoformat(), where)
    return stated_on(str(value), where) if isinstance(value, str | int) else UNKNOWN_DATE


def _outlet(fields: Mapping[str, object]) -> Outlet | None:
    names = _names(_first(fields, OUTLET_KEYS))
    name = line_of(names[0]) if names else None
    if name and "://" not in name:
        return Outlet(name, "the record names its source")
    address = name or line_of(_text(_first(fields, ADDRESS_KEYS)))
    host = address.split("://", 1)[-1].split("/", 1)[0].split("@")[-1].removeprefix("www.") if address else ""
    return Outlet(host, "the record's address") if "." in host else None


def _names(value: object) -> list[str]:
    """The names in a field: a text, a list of them, or values with a name or title."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [name for each in value[:50] for name in _names(each)]
    if isinstance(value, dict):
        return _names(_first(_plain(value), ["name", "title", "displayname", "domain", "id"]))
    return []


def _kind(value: object) -> str:
    names = {str: "a text", list: "a list", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
