"""PDF: its words in paragraphs, without running heads, running feet and page numbers."""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from gobetween.model.errors import InvalidReport, MissingPart
from gobetween.reading.documents.sources import LARGEST_REPORT
from gobetween.reading.inputs.limits import Allowance
from gobetween.reading.inputs.parts import Part, Refused, Stated
from gobetween.reading.inputs.print_pages import paragraphs_of
from gobetween.reading.inputs.stating import inferred_from, title_of_file

if TYPE_CHECKING:
    from pypdf import PdfReader

MEDIUM = "PDF"
MOST_PAGES = 500
_LARGEST_STREAM = 10_000_000  # bytes that one stream may unpack to; a page of print has a few thousand
_LARGEST_CONTENTS = 40_000_000  # bytes of drawing commands on all pages
_MOST_COMMANDS = 3_000_000
_LONGEST_SECONDS = 90.0  # the last resort, for a file made to keep programs busy
_OCR = "run text recognition (OCR) over it, and give the result"
_UNKNOWN_LETTERS = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")


def report_of_pdf(name: str, data: bytes, allowance: Allowance) -> Iterator[Part | Refused]:
    """The text of a PDF. Scripts, notes, forms and files within it are left alone.

    Raises:
        InvalidReport: it is locked, too long, or has no text.
        MissingPart: pypdf is not installed.
    """
    with _limited():
        reader = _opened(data)
        read, stated = _Read.of(reader), _stated(reader)
    text = "\n\n".join(paragraphs_of(read.pages))
    if len(text) > LARGEST_REPORT:
        raise InvalidReport(f"a PDF with {len(text):,} letters of text; a report has at most {LARGEST_REPORT:,}: split it")
    if not text.strip():
        if len(read.broken) == len(read.pages):
            raise InvalidReport("a PDF whose pages are broken; open it in a program that can, and save it anew or as text")
        raise InvalidReport(f"a PDF without text on its {_counted(len(read.pages))}: scanned? Then {_OCR}")
    if len(_UNKNOWN_LETTERS.findall(text)) > 0.2 * len(text):
        raise InvalidReport(f"a PDF that does not say which letters its signs are; {_OCR}")
    allowance.take(len(text))
    yield Part(name, text.encode("utf-8", "replace"), medium=MEDIUM, stated=stated)
    if read.broken:
        yield Refused(name, f"{_listed(read.broken)} of this PDF could not be read; the others were. Save it anew or as text")
    if read.empty and len(read.empty) * 2 >= len(read.pages):
        yield Refused(name, f"{_listed(read.empty)} of this PDF without text, scanned?; the others were read. Else {_OCR}")


def _limited() -> AbstractContextManager[object]:
    """The library held to less than it would take on by itself, and silent: what it thinks of a file is for us to say."""
    try:
        from pypdf import apply_configuration
    except ImportError as missing:
        raise MissingPart(
            "reading a PDF needs pypdf, which is not installed; install it with: pip install 'gobetween[reading]'"
        ) from missing
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    return apply_configuration(
        zlib_maximum_output_length=_LARGEST_STREAM,
        lzw_maximum_output_length=_LARGEST_STREAM,
        run_length_maximum_output_length=_LARGEST_STREAM,
        brotli_maximum_output_length=_LARGEST_STREAM,
        array_based_stream_maximum_output_length=_LARGEST_STREAM,
        zlib_maximum_recovery_input_length=1_000_000,
        stream_decoding_work_maximum_length=5 * _LARGEST_STREAM,
        stream_parsing_work_maximum_count=500_000,
        page_tree_maximum_entries=10 * MOST_PAGES,
        xform_maximum_invocations_per_extraction=300,
        jbig2dec_binary=None,
        disable_legacy_handling=True,
    )


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    locked = "a PDF that is locked with a password; save it without one"
    too_long = f"a PDF with more pages than the {MOST_PAGES} that are read; split it, or give the pages that matter"
    try:
        reader = PdfReader(io.BytesIO(data), strict=False, xref_stream_maximum_entries=500_000)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InvalidReport(locked)
        pages = len(reader.pages)
    except (DependencyError, FileNotDecryptedError):
        raise InvalidReport(locked) from None
    except LimitReachedError:
        raise InvalidReport(too_long) from None
    if pages > MOST_PAGES:
        raise InvalidReport(too_long)
    if not pages:
        raise InvalidReport("a PDF without pages; open it in a program that can, and save it anew or as text")
    return reader


@frozen
class _Read:
    """The text of each page, and the numbers of those that are broken or have none."""

    pages: tuple[str, ...]
    broken: tuple[int, ...]
    empty: tuple[int, ...]

    @staticmethod
    def of(reader: PdfReader) -> _Read:
        meter = _Meter()
        pages: list[str] = []
        broken: list[int] = []
        for number, page in enumerate(reader.pages, 1):
            try:
                contents = page.get("/Contents")
                meter.take_bytes(_size(contents.get_object()) if contents is not None else 0)
                pages.append(page.extract_text(visitor_operand_before=meter.take_command))
            except InvalidReport:
                raise
            except Exception:  # noqa: BLE001 - a broken page makes the library raise what it likes; the other pages may be sound
                broken.append(number)
                pages.append("")
        empty = (number for number, text in enumerate(pages, 1) if not text.strip() and number not in broken)
        return _Read(tuple(pages), tuple(broken), tuple(empty))


@define
class _Meter:
    """What the drawing of pages may cost."""

    contents: int = 0
    commands: int = 0
    until: float = field(factory=lambda: time.monotonic() + _LONGEST_SECONDS)

    def take_bytes(self, size: int) -> None:
        self.contents += size
        self._check()

    def take_command(self, *_command: object) -> None:
        self.commands += 1
        self._check()

    def _check(self) -> None:
        is_late = self.commands % 100 == 0 and time.monotonic() > self.until
        if self.contents > _LARGEST_CONTENTS or self.commands > _MOST_COMMANDS or is_late:
            raise InvalidReport(
                "a PDF whose pages take too long to read (drawings?); print the text alone into a new PDF, or save it as text"
            )


def _size(contents: Any) -> int:
    """Bytes of drawing commands on a page."""
    parts = contents if isinstance(contents, list) else [contents]
    return sum(len(part.get_object().get_data()) for part in parts[:10_000])


def _stated(reader: PdfReader) -> Stated:
    try:
        told: Mapping[str, Any] = reader.metadata or {}
        made, title = str(told.get("/CreationDate") or ""), str(told.get("/Title") or "")
    except Exception:  # noqa: BLE001 - data about the text are not worth losing the text for
        return Stated()
    note = "the day on which the PDF was made, as it says itself; the text may be from another day"
    return Stated(is_hint=True, title=title_of_file(title), published=inferred_from(made.removeprefix("D:")[:8], note))


def _counted(number: int) -> str:
    return "one page" if number == 1 else f"{number} pages"


def _listed(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(str(number) for number in numbers[:10]) + (f" and {len(numbers) - 10} more" if len(numbers) > 10 else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"
