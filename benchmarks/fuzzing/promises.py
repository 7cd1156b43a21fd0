"""What every output must keep, whatever went in: no code that drives a terminal, no markup of others, no line beyond the width."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from trees import CANARY

if TYPE_CHECKING:
    from markdown_it.token import Token

_DRIVING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_DRIVING_IN_PAGES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_JOINED = re.compile("\u200d.")
_TO_SOURCE = re.compile("#source-[0-9]+")
_SCRIPTING = {"script", "iframe", "object", "embed", "form", "input", "base", "link", "frame", "applet", "audio", "video"}
_IN_A_LINE = re.compile(r"^'?[^:\n]+:\d+: .")
LONGEST_MESSAGE = 200_000


def broken_in_lines(text: str, width: int | None = None) -> Iterator[str]:
    """What is wrong with text for a terminal."""
    if found := _DRIVING.search(text):
        yield f"holds U+{ord(found[0]):04X}: {_around(text, found.start())}"
    if width is not None:
        for line in text.split("\n"):
            if columns(line) > width:
                yield f"a line of {columns(line)} columns for {width}: {line[:60]!r}"
                break
    yield from _told(text)


def columns(line: str) -> int:
    """How many columns a terminal gives to a line: two for wide characters, none for marks, joiners and what is joined."""
    return sum(_cells(each) for each in _JOINED.sub("", line))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def broken_in_message(text: str) -> Iterator[str]:
    """What is wrong with a message for whoever gave the input."""
    if "Traceback (most recent call last)" in text:
        yield "a traceback"
    if len(text) > LONGEST_MESSAGE:
        yield f"a message of {len(text):,} characters"
    yield from broken_in_lines(text)


def broken_in_fault(fault: str) -> Iterator[str]:
    """What is wrong with a fault of a case file: it says file and line."""
    if not _IN_A_LINE.match(fault):
        yield f"no file and line: {fault[:80]!r}"


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SCRIPTING:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("srcdoc", "action", "formaction"):
                self.wrong.append(f"{name}=")
            if name in ("href", "src", "xlink:href") and not (value or "").startswith(("#", "data:")):
                self.wrong.append(f"{name}={(value or '')[:40]}")


def broken_in_html(text: str) -> Iterator[str]:
    """What is wrong with a page."""
    page = _Page()
    page.feed(text)
    yield from (f"markup of others: {each}" for each in page.wrong[:1])
    if found := _DRIVING_IN_PAGES.search(text):
        yield f"holds U+{ord(found[0]):04X}: {_around(text, found.start())}"
    if found := re.search(r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[1-9]|2\d|3[01]));", text, re.IGNORECASE):
        yield f"refers to a control character: {found[0]}"
    yield from _told(text)


def broken_in_json(text: str) -> Iterator[str]:
    """What is wrong with JSON."""
    try:
        json.loads(text, parse_constant=_no_number)
    except ValueError as error:
        yield f"is no JSON: {error}"
    if found := _DRIVING.search(text):
        yield f"holds U+{ord(found[0]):04X}: {_around(text, found.start())}"
    yield from _told(text)


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number of JSON")


def _leads_to_a_source(token: Token) -> bool:
    """Whether it is the link of a citation to the heading of its source."""
    return token.type == "link_open" and _TO_SOURCE.fullmatch(str(token.attrGet("href"))) is not None


def broken_in_markdown(text: str) -> Iterator[str]:
    """What is wrong with Markdown: a reader of it finds markup that is not ours."""
    yield from broken_in_lines(text)
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        return
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        inner = [each for each in (token, *(token.children or ())) if not _leads_to_a_source(each)]
        wrong = [each.type for each in inner if each.type in ("html_block", "html_inline", "image", "link_open", "code_block", "fence")]
        if wrong:
            yield f"markup of others: {wrong[0]}: {token.content[:80]!r}"
            return


def broken_in_docx(data: bytes) -> Iterator[str]:
    """What is wrong with a document of a word processor."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    ET.fromstring(archive.read(name))  # noqa: S314 - our own
                if name.endswith(".rels") and b"External" in archive.read(name):
                    yield "leads to an address"
    except (zipfile.BadZipFile, ET.ParseError) as error:
        yield f"cannot be opened: {error}"


def broken_in_pdf(data: bytes) -> Iterator[str]:
    """What is wrong with a PDF."""
    if not data.startswith(b"%PDF-"):
        yield "is no PDF"


def broken_in_calendar(data: bytes) -> Iterator[str]:
    """What is wrong with an iCalendar file."""
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            yield f"a line of {len(line)} octets: {line[:60]!r}"
            break
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    if found := _DRIVING.search(text):
        yield f"holds U+{ord(found[0]):04X}: {_around(text, found.start())}"
    if text.count("BEGIN:VEVENT") != text.count("END:VEVENT") or text.count("BEGIN:VCALENDAR") != 1:
        yield "its parts are not closed"
    yield from _told(text)


def _told(text: str) -> Iterator[str]:
    if CANARY in text:
        yield "tells what lies outside of the folder"


def _around(text: str, at: int) -> str:
    return ascii(text[max(at - 30, 0) : at + 30])
