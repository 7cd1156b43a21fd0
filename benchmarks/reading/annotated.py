"""The annotated texts of this folder, each with what a careful reader marked in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attrs import frozen

TEXTS = Path(__file__).parent / "texts"
PARTS = ("development", "held-out")

Marks = dict[str, Any]


@frozen
class Annotated:
    """One text and its marks, in the fields that texts/README.md describes."""

    path: Path
    data: bytes
    marks: Marks

    @property
    def text(self) -> str:
        """The file as its spans count it."""
        return self.data.decode()


def annotated_texts(part: str) -> list[Annotated]:
    """The texts of "development" or "held-out", in order of name.

    Raises:
        ValueError: a span's words are not those of the file.
    """
    found = []
    for beside in sorted((TEXTS / part).glob("*.json")):
        path = beside.with_suffix("")
        each = Annotated(path, path.read_bytes(), json.loads(beside.read_text(encoding="utf-8")))
        _check(each.marks, each)
        found.append(each)
    return found


def told_together(kind: str) -> list[list[str]]:
    """Groups of file names: "same_story" or "same_event"."""
    groups: list[list[str]] = json.loads((TEXTS / "stories.json").read_text(encoding="utf-8"))[kind]
    return groups


def _check(mark: object, text: Annotated) -> None:
    if isinstance(mark, list):
        for each in mark:
            _check(each, text)
    elif isinstance(mark, dict):
        if "start" in mark and text.text[mark["start"] : mark["end"]] != mark["text"]:
            msg = f"{text.path.name}: {mark['start']} to {mark['end']} are not the words {mark['text']!r}"
            raise ValueError(msg)
        for each in mark.values():
            _check(each, text)
