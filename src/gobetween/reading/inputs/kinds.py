"""What sort of file it is: by how it begins, and by its name where that does not tell."""

from __future__ import annotations

import re
from enum import Enum

_START = 4_000
_TAR_MARK = slice(257, 262)
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\b[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*|<\?xml-stylesheet[^>]{0,500}\?>\s*|<!DOCTYPE\s+rss[^>\[]{0,300}>\s*)*"
    rb"<(?:rss|feed|rdf:RDF|[a-z]{1,8}:feed)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


class Kind(Enum):
    """What a file is; the value is how a refusal calls it."""

    PLAIN = "a text"
    PDF = "a PDF"
    ZIPPED = "a ZIP file"  # an archive, or a document of an office program
    TAR = "a tar archive"
    GZIP = "a gzip file"
    MAIL = "an e-mail"
    FEED = "a feed"
    RECORDS = "a file of JSON records"


_BY_NAME = {
    ".pdf": Kind.PDF,
    ".zip": Kind.ZIPPED,
    ".docx": Kind.ZIPPED,
    ".tar": Kind.TAR,
    ".eml": Kind.MAIL,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".jsonl": Kind.RECORDS,
    ".ndjson": Kind.RECORDS,
    ".json": Kind.RECORDS,
}


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of the file; what nothing tells apart from a text is one. An empty file is a text without words."""
    if not data.strip(b" \t\r\n\f\0"):
        return Kind.PLAIN
    return _by_content(data) or _by_name(name) or Kind.PLAIN


def _by_content(data: bytes) -> Kind | None:
    if data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIPPED
    if data.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if data[_TAR_MARK] == b"ustar":
        return Kind.TAR
    return Kind.FEED if _FEED.match(data[:_START]) else None


def _by_name(name: str) -> Kind | None:
    return next((kind for suffix, kind in _BY_NAME.items() if name.lower().endswith(suffix)), None)
