"""DOCX: its paragraphs and tables as they stand when every change is accepted; comments, notes, heads and feet are left out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from attrs import define, field

from gobetween.model.errors import InvalidReport
from gobetween.reading.documents.sources import LARGEST_REPORT
from gobetween.reading.inputs.limits import Allowance
from gobetween.reading.inputs.parts import Part, Stated
from gobetween.reading.inputs.stating import inferred_from, language_code, title_of_file
from gobetween.reading.inputs.xml_events import Event, What, xml_events
from gobetween.reading.word_lists import words

MEDIUM = "DOCX"
BODY = "word/document.xml"
LARGEST_BODY = 20_000_000
"""Bytes of a document's XML; that of a long one has a million or three."""
_ABOUT = "docProps/core.xml"
_PIECE = 100_000
_LONGEST_CELL = 80
_UNREAD = words("pPr rPr tblPr trPr tcPr sectPr sdtPr del moveFrom Fallback instrText delText delInstrText")
_STEP = {What.START: 1, What.END: -1, What.WORDS: 0}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def report_of_docx(name: str, archive: zipfile.ZipFile, allowance: Allowance) -> Part:
    """The text of a DOCX.

    Raises:
        InvalidReport: it has no words, too many, or XML that is broken or an attack.
    """
    text = "\n\n".join(_Walk().paragraphs(xml_events(_unpacked(archive, BODY, allowance))))
    if not text.strip():
        raise InvalidReport("a DOCX without text; if its words stand in pictures, run text recognition (OCR) over it")
    return Part(name, text.encode("utf-8", "replace"), medium=MEDIUM, stated=_stated(archive, allowance))


def _unpacked(archive: zipfile.ZipFile, path: str, allowance: Allowance) -> Iterator[bytes]:
    left = LARGEST_BODY
    with archive.open(path) as member:
        while piece := member.read(_PIECE):
            allowance.take(len(piece))
            left -= len(piece)
            if left < 0:
                raise InvalidReport(f"a DOCX that unpacks to more than {LARGEST_BODY:,} bytes; save its text alone")
            yield piece


@define
class _Walk:
    """The state of one pass over the body of a DOCX."""

    unread: int = 0  # elements that are not read and stand open within each other
    open: list[list[str]] = field(factory=list)  # paragraphs, outermost first: those of a text box stand within another
    rows: list[list[list[str]]] = field(factory=list)  # rows that stand open, each with the paragraphs of its cells
    in_words: bool = False
    letters: int = 0

    def paragraphs(self, events: Iterator[Event]) -> Iterator[str]:
        for event in events:
            name = event.text.rpartition(":")[2] if event.what is not What.WORDS else ""
            if self.unread or name in _UNREAD:
                self.unread += _STEP[event.what]
            elif event.what is What.START:
                self._start(name)
            elif event.what is What.END:
                yield from self._end(name)
            elif self.in_words and self.open:
                self._add(event.text)

    def _start(self, name: str) -> None:
        if name == "p":
            self.open.append([])
        elif name == "t":
            self.in_words = True
        elif name == "tr":
            self.rows.append([])
        elif name == "tc" and self.rows:
            self.rows[-1].append([])
        elif name in _SIGNS and self.open:
            self._add(_SIGNS[name])

    def _add(self, text: str) -> None:
        self.letters += len(text)
        if self.letters > LARGEST_REPORT:
            raise InvalidReport(f"a DOCX with more than {LARGEST_REPORT:,} letters of text; split it")
        self.open[-1].append(text)

    def _end(self, name: str) -> Iterator[str]:
        if name == "t":
            self.in_words = False
        elif name == "p" and self.open:
            yield from self._placed("".join(self.open.pop()).strip())
        elif name == "tr" and self.rows:
            for text in _lines_of(self.rows.pop()):
                yield from self._placed(text)

    def _placed(self, text: str) -> Iterator[str]:
        """The paragraph, unless it stands in a table's cell, where its row waits for it."""
        if not text:
            return
        if self.rows and self.rows[-1]:
            self.rows[-1][-1].append(text)
        else:
            yield text


def _lines_of(cells: list[list[str]]) -> list[str]:
    """A row of short cells as one line, else its paragraphs one after the other."""
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(len(cell) == 1 and len(cell[0]) <= _LONGEST_CELL and "\n" not in cell[0] for cell in filled):
        return [" | ".join(cell[0] for cell in filled)]
    return [text for cell in filled for text in cell]


def _stated(archive: zipfile.ZipFile, allowance: Allowance) -> Stated:
    """What the document's own data say, as far as they can be read: a day and a title are hints, no more."""
    fields: dict[str, str] = {}
    name = ""
    try:
        for event in xml_events(_unpacked(archive, _ABOUT, allowance)):
            if event.what is What.WORDS and name:
                fields[name] = fields.get(name, "") + event.text[:1000]
            else:
                name = event.text.rpartition(":")[2] if event.what is What.START else ""
    except (KeyError, InvalidReport, zipfile.BadZipFile, EOFError):
        return Stated()
    note = "the day on which the document was made, as it says itself; the text may be from another day"
    published = inferred_from(fields.get("created", ""), note)
    return Stated(
        is_hint=True, title=title_of_file(fields.get("title", "")), published=published, language=language_code(fields.get("language"))
    )
