"""Puts figures into a page of the docs, between marks that stand there."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def put(page: Path, name: str, text: str) -> None:
    """Replaces what the page has between `<!-- NAME: begin -->` and `<!-- NAME: end -->`; a page that is not there is written.

    Raises:
        ValueError: the page is there and has no such marks.
    """
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    if not page.exists():
        page.write_text(text, encoding="utf-8")
        return
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"{page} has no marks '{begin}' and '{end}' to put figures between")
    page.write_text(f"{before}{begin}\n{text}{end}{after}", encoding="utf-8")


def circumstances() -> str:
    """Where and how figures were measured, in a sentence."""
    return (
        f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} cores; load {os.getloadavg()[0]:.1f} at the end. "
        "Processor time of one thread; caches shared with other work still make it longer."
    )
