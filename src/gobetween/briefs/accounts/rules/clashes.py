"""Accounts that do not fit together: what about, why, and each side's words."""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen

from gobetween.briefs.accounts.coverage import Found
from gobetween.briefs.accounts.likeness import stems

MOST_WORDS = 3
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


@frozen
class Side:
    """One side: who has it so, and the words."""

    who: str
    found: tuple[Found[Any], ...]


@frozen
class Clash:
    """Two or more accounts that do not fit together, in order of report; `why` is the rule's reason in words."""

    about: str
    why: str
    sides: tuple[Side, ...]


def matter_in_words(*found: Found[Any]) -> str:
    """What a clash is of, in the reports' words: one issue that all share, else what each side's words end with."""
    said = [_matter(each) for each in found]
    shortest = min(said, key=len)
    if all(stems(shortest) and stems(shortest) <= stems(each) for each in said):
        return shortest
    return " / ".join(dict.fromkeys(said))


def _matter(found: Found[Any]) -> str:
    """The issue if it is short, else the last words of what is said, from the first that carries meaning."""
    issue = getattr(found.item, "issue", "")
    text = issue if 0 < len(issue.split()) <= MOST_WORDS + 2 else _last_words(issue or found.passage.text)
    return _EDGE.sub("", text)


def _last_words(text: str) -> str:
    clause = text.split(",", maxsplit=1)[0].split()
    words = clause[-MOST_WORDS:]
    while len(words) > 1 and not stems(words[0]):
        words = words[1:]
    return " ".join(words)
