"""Entries of older kinds, read as today's: what was recorded is never rewritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from attrs import evolve

from gobetween.record.entries import Entry, Json

Upcast: TypeAlias = tuple[str, Callable[[Mapping[str, Json]], Mapping[str, Json]]]
"""The kind that an older one became, and how a body of the older kind reads as one of the newer."""


def upcast(entry: Entry, upcasts: Mapping[str, Upcast]) -> Entry:
    """The entry as one of the newest kind: every step that applies is taken, from version to version."""
    while entry.kind in upcasts:
        kind, change = upcasts[entry.kind]
        entry = evolve(entry, kind=kind, body=change(entry.body))
    return entry
