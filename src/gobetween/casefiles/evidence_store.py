"""Evidence kept as JSON, one file a document: what was read is found again unless the words, the reader or the lexicon changed."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from gobetween.casefiles.file_access import is_there, new_file_beside, read_within
from gobetween.model.evidence import Document

if TYPE_CHECKING:
    from cattrs import Converter

FORMAT_VERSION = 1
CACHE_VARIABLE = "GOBETWEEN_CACHE"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LARGEST_EVIDENCE = 50_000_000


@frozen
class EvidenceStore:
    """Documents by the SHA-256 of their words, in one directory (which is made when something is first kept)."""

    directory: Path
    is_private: bool = False  # the user's own, which others on the machine may not look into

    def find(self, sha256: str, reader: str, lexicon_digest: str) -> Document | None:
        """What this reader with this lexicon read from the document; `None` if it is not there, is stale, or cannot be made out."""
        try:
            path = self._path(sha256)
            data = read_within(path.parent, path.name, _LARGEST_EVIDENCE + 1)
            if len(data) > _LARGEST_EVIDENCE:
                return None
            kept = json.loads(data)
            if (kept["gobetween"], kept["reader"], kept["lexicon"]) != (FORMAT_VERSION, reader, lexicon_digest):
                return None
            document: Document = _converter().structure(kept["document"], Document)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError):
            return None
        return document if (document.sha256, document.reader) == (sha256, reader) else None

    def save(self, document: Document, lexicon_digest: str) -> bool:
        """Keeps what the document's reader read with this lexicon; the file is there whole or not at all.

        `False` if the directory cannot be written: nothing is lost but the time to read the document again.
        """
        kept = {
            "gobetween": FORMAT_VERSION,
            "reader": document.reader,
            "lexicon": lexicon_digest,
            "document": _converter().unstructure(document),
        }
        data = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        path = self._path(document.sha256)
        try:
            (make_private if self.is_private else _make)(self.directory)
            write_whole(path, data)
        except OSError:
            return False
        return True

    def holds(self, sha256: str) -> bool:
        """Whether something is kept of the document, by whatever reader."""
        return is_there(self._path(sha256), if_unsure=False)

    def _path(self, sha256: str) -> Path:
        if not _DIGEST.fullmatch(sha256):
            msg = f"'{sha256}' is no SHA-256: 64 hexadecimal digits"
            raise ValueError(msg)
        return self.directory / f"{sha256}.json"


def default_store_for(folder: Path) -> EvidenceStore:
    """Where evidence from a folder is kept: in a case folder's `evidence/` if it can be written, else in the user's cache."""
    own = folder / "evidence"
    if (folder / "case.yaml").is_file() and os.access(own if own.is_dir() else folder, os.W_OK | os.X_OK) and not own.is_symlink():
        return EvidenceStore(own)
    return EvidenceStore(cache_directory() / "evidence", is_private=True)


def store_as_of() -> EvidenceStore:
    """Where evidence is kept that was read with fewer names than are known today: apart, so that neither replaces the other."""
    return EvidenceStore(cache_directory() / "evidence-as-of", is_private=True)


def cache_directory() -> Path:
    """The user's cache for Gobetween, or the one that `GOBETWEEN_CACHE` names."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("gobetween", appauthor=False)


def make_private(directory: Path) -> None:
    """Makes a folder, and those above it that are missing, for the user alone; what is there already stays as it is.

    Words of reports lie in it, and the name of each file tells who has which report.
    """
    missing = [each for each in (directory, *directory.parents) if not is_there(each)]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def _make(directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Writes the file; it is there as a whole, and readable as far as the user lets new files be, or not at all."""
    descriptor, fresh = new_file_beside(path)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise


@cache
def _converter() -> Converter:
    """Values to plain data and back: dates in ISO form, fractions as `5/2`, enumerations by their words."""
    from cattrs import Converter

    converter = Converter(detailed_validation=False, omit_if_default=True)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(dt.date, lambda text, _: dt.date.fromisoformat(text))
    converter.register_unstructure_hook(Fraction, str)
    for kind in (int | Fraction, int | Fraction | None):
        converter.register_unstructure_hook(kind, _plain_number)
        converter.register_structure_hook(kind, _number)
    return converter


def _plain_number(value: int | Fraction | None) -> int | str | None:
    return str(value) if isinstance(value, Fraction) else value


def _number(value: Any, _: object) -> int | Fraction | None:
    if value is None or isinstance(value, int):
        return value
    return Fraction(value)
