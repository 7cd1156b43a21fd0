"""The file itself: what it says of its making, which is nothing, and the same bytes for the same brief."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from docx.document import Document

_NO_DAY = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)  # the earliest that a ZIP archive can name
_THUMBNAIL = "/metadata/thumbnail"


def packed(document: Document, title: str) -> bytes:
    """The document as a file; neither it nor its parts bear a time or a name of anybody."""
    _set_properties(document, title)
    written = io.BytesIO()
    document.save(written)
    again = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in sorted(parts.infolist(), key=lambda each: (each.filename != "[Content_Types].xml", each.filename)):
            timeless = zipfile.ZipInfo(part.filename, _NO_DAY.timetuple()[:6])
            timeless.compress_type = zipfile.ZIP_DEFLATED
            timeless.external_attr = 0o600 << 16
            timeless.create_system = 3
            archive.writestr(timeless, parts.read(part))
    return again.getvalue()


def _set_properties(document: Document, title: str) -> None:
    """Gives the document its title, and takes out what the library says of persons, times and tools."""
    properties = document.core_properties
    properties.title, properties.language, properties.revision = title[:255], "en", 1
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = properties.subject = ""
    properties.created = properties.modified = _NO_DAY
    package = document.part.package
    for name, related in list(package.rels.items()):
        if related.reltype.endswith(_THUMBNAIL):  # a picture of an empty page
            del package.rels[name]
