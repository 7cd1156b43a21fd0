"""How large case files may be: far beyond what anyone writes by hand, and little enough to be read and briefed on in seconds."""

from __future__ import annotations

from collections.abc import Mapping

LARGEST_FILE = 5_000_000
"""Bytes."""

DEEPEST_NESTING = 40
"""Levels."""

LONGEST_ID = 80
"""Letters."""

MOST_LISTED = 5_000
"""Items of a list, or entries of a collection, where `MOST_ENTRIES` says nothing else."""

MOST_ENTRIES: Mapping[str, int] = {"source": 20_000, "issue": 1_000, "link": 1_000, "round": 1_000, "proposal": 1_000}
"""Entries of a collection, by their kind: of reports there may be many; what much is worked out about, or looked for in, is fewer."""

MOST_JUDGEMENTS = 40_000
"""Entries of a file of judgements: more than its bytes have room for, as each says which words of which document it is on."""


def most_entries(kind: str) -> int:
    """How many entries of that kind a collection may have."""
    return MOST_ENTRIES.get(kind, MOST_LISTED)


def too_many(found: int, most: int) -> str:
    """What is wrong with so many, and what to do."""
    return f"found {found:,} entries; allowed: {most:,} at most; leave out what these talks are not about, or make several cases of it"
