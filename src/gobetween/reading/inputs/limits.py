"""How much is taken in: of a file, out of an archive, from a mail. What is beyond is refused by name, and the rest is read."""

from __future__ import annotations

from attrs import define, field

from gobetween.model.errors import InvalidReport
from gobetween.reading.documents.sources import LARGEST_REPORT

LARGEST_FILE = 50_000_000
"""Bytes of a file that may hold several reports, or pictures beside its text."""

LARGEST_TAKEN_WHOLE = 25_000_000
"""Bytes of a mail, a feed or a JSON file, which are held in memory many times over while they are taken apart."""

LARGEST_UNPACKED = 250_000_000
"""Bytes that may come out of one file, with all archives in it."""

MOST_MEMBERS = 10_000
"""Files, entries and records that one file may hold, with all archives in it."""

DEEPEST = 2
"""Archives and mails within each other that are opened."""

MOST_TIMES_PACKED = 200
"""How many times its packed size a large member may have; text packs ten times or less, a bomb a thousand times."""

_HOLDERS = (".pdf", ".docx", ".zip", ".tar", ".tgz", ".gz", ".jsonl", ".ndjson")
_TAKEN_WHOLE = (".eml", ".json", ".xml", ".rss", ".atom")


def largest_file(name: str) -> int:
    """Bytes that a file of this name may have, so that what is too large need not be loaded."""
    name = name.lower()
    if name.endswith(_TAKEN_WHOLE):
        return LARGEST_TAKEN_WHOLE
    return LARGEST_FILE if name.endswith(_HOLDERS) else LARGEST_REPORT


@define
class Allowance:
    """What may still come out of the file that is being opened."""

    members: int = field(factory=lambda: MOST_MEMBERS)
    unpacked: int = field(factory=lambda: LARGEST_UNPACKED)

    def take_member(self) -> None:
        """One member more.

        Raises:
            InvalidReport: there were enough.
        """
        self.members -= 1
        if self.members < 0:
            raise InvalidReport(f"holds more than {MOST_MEMBERS:,} reports; the rest is not read: split it")

    def take(self, size: int) -> None:
        """So many bytes more.

        Raises:
            InvalidReport: they are too many.
        """
        self.unpacked -= size
        if self.unpacked < 0:
            raise InvalidReport(
                f"unpacks to more than {LARGEST_UNPACKED:,} bytes; the rest is not read: unpack it and take out what is no report"
            )
