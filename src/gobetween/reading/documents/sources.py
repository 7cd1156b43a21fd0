"""The bytes of a file as text, or a refusal that says what was found instead."""

from __future__ import annotations

import codecs
import re

from attrs import frozen

from gobetween.model.errors import InvalidReport

LARGEST_REPORT = 5_000_000
"""Bytes; a news report is a thousandth of this, and what is larger is no report."""

_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (as DOCX, ODT and XLSX files are)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\x7fELF", "a program"),
)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,30})""")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
_PUT_TOGETHER = re.compile(rb"[A-Za-z][\x92\xe0-\xf6](?=[a-z\s])|(?<=\s)\x93[A-Za-z]|[A-Za-z,.]\x94(?=[\s,.])")
"""Quotes and letters of cp1252 amid those of ASCII: another encoding, not damage."""
_WHAT_TO_DO = "save the report as plain text or HTML and give that file"


@frozen
class Source:
    """A file's text, newlines untouched (a byte order mark of UTF-8 stays as the first character), and how it was decoded."""

    name: str
    text: str
    encoding: str


def open_source(name: str, data: bytes) -> Source:
    """The text of the file `name`.

    UTF-8, else what a mark or the file itself declares, else UTF-16 by its shape, else cp1252 or latin-1.

    Raises:
        InvalidReport: the file is empty, larger than `LARGEST_REPORT`, or not text.
    """
    if not data.strip(b" \t\r\n\f"):
        raise InvalidReport(f"{name}: the file is empty; a report needs at least one sentence of text")
    if len(data) > LARGEST_REPORT:
        raise InvalidReport(
            f"{name}: {len(data):,} bytes; a report has at most {LARGEST_REPORT:,}. Split the file into its reports, or take "
            f"out what is not text"
        )
    for start, kind in _FORMATS:
        if data.startswith(start):
            raise InvalidReport(f"{name}: this is {kind}, not text; {_WHAT_TO_DO}")
    text, encoding = decoded(data)
    if text is None:
        raise InvalidReport(f"{name}: this looks like a binary file (bytes that no text has), not text; {_WHAT_TO_DO}")
    if not text.strip("\ufeff \t\r\n\f"):
        raise InvalidReport(f"{name}: the file holds no words; a report needs at least one sentence of text")
    return Source(name, text, encoding)


def decoded(data: bytes) -> tuple[str | None, str]:
    """The text and its encoding, whatever its size and its words; no text if the bytes are none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding), encoding
    if b"\0" in data:
        if wide := _wide_encoding(data):
            return _try(data, wide), wide
        if data.count(0) > max(1, len(data) // 500):
            return None, ""  # a stray zero or two may be in any text
    if _is_binary(data):
        return None, ""
    if (text := _try(data, "utf-8")) is not None:
        return text, "utf-8"
    if _is_damaged_utf8(data):
        return data.decode("utf-8", "replace"), "utf-8 with damage"
    if _is_mixed(data):
        return _by_stretches(data), "utf-8 and cp1252"
    for encoding in (*_declared_encodings(data), "cp1252"):
        if (text := _try(data, encoding)) is not None:
            return text, encoding
    return data.decode("latin-1"), "latin-1"


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark, where the zero bytes of plain letters stand on one side only."""
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.4 and even == 0:
        return "utf-16-le"
    if even > half * 0.4 and odd == 0:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:100_000]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * 0.02


_SURELY_UTF8 = re.compile(rb"\xe2\x80[\x90-\xbf]|\xc3[\x80-\xbf]")  # quotation marks, dashes, and letters as in Zoë


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether nearly all bytes above ASCII form UTF-8 sequences, as in a file that was cut or patched."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return broken * 10 <= foreign and not _PUT_TOGETHER.search(data)


def _is_mixed(data: bytes) -> bool:
    """Whether the file was put together from several: half of what stands above ASCII is UTF-8, or what no cp1252 text would have."""
    if _SURELY_UTF8.search(data) and not _declared_encodings(data):
        return True
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return 2 * broken <= len(text) - len(text.encode("ascii", "ignore"))


def _by_stretches(data: bytes) -> str:
    """UTF-8 as far as it goes, and cp1252 between."""
    codecs.register_error("as cp1252", _as_cp1252)
    return data.decode("utf-8", "as cp1252")


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def _declared_encodings(data: bytes) -> list[str]:
    if not (match := _DECLARED.search(data[:4000])):
        return []
    try:
        found = codecs.lookup(match[1].decode("ascii"))
    except LookupError:
        return []
    is_wide = found.name.startswith(("utf-16", "utf-32", "utf-7"))  # the file is read byte by byte here, so these are false
    return [found.name] if found._is_text_encoding and not is_wide else []  # noqa: SLF001 - the only way to tell
