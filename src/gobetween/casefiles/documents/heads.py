"""The head of a file: the few bytes that say who may read on; whatever cannot be made out says that nobody may."""

from __future__ import annotations

import re
from pathlib import Path

from gobetween.casefiles.file_access import read_within

HEAD_BYTES = 4096
_VALUE = re.compile(r"\[(?P<several>[^\[\]{}#]*)\]|(?P<one>[a-z0-9-]+)")


def head_of(folder: Path, relative: str, key: str) -> tuple[str, ...] | None:
    """The words that the head of a file gives for a key.

    An empty tuple if the key is not in the head; `None` if the file cannot be read or its head is not plainly written.
    """
    try:
        return words_in_head(read_within(folder, relative, HEAD_BYTES + 1), key)
    except (OSError, ValueError):
        return None


def words_in_head(data: bytes, key: str) -> tuple[str, ...] | None:
    """The words that the first bytes of a file give for a key (see `head_of`)."""
    head, is_cut = data[:HEAD_BYTES], len(data) > HEAD_BYTES
    if is_cut:
        head = head[: head.rfind(b"\n") + 1]
    if b"\0" in head:
        return None
    try:
        lines = head.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    found = [line for line in lines if re.match(rf"[\"']?{key}[\"']?\s*:", line)]
    if not found:
        return ()
    match = _VALUE.fullmatch(re.sub(r"\s#.*", "", found[0].partition(":")[2]).strip())
    if len(found) > 1 or match is None:
        return None
    several = match["several"]
    return (match["one"],) if several is None else tuple(word.strip().strip("\"'") for word in several.split(",") if word.strip())
