"""How an account words quotations and verbs."""

from __future__ import annotations

import re

from gobetween.briefs.phrasing import LONGEST_QUOTATION
from gobetween.briefs.phrasing import quoted as in_marks

STRAIGHT = re.compile(r"(?<![\w])\"([^\"“”]+)\"")
PLURALS = frozenset({"people", "police", "media"})
MARKS = str.maketrans("“”„", "‘’‘")


def quoted(text: str, limit: int = LONGEST_QUOTATION) -> str:
    """The words in quotation marks, quotations within them in single ones."""
    words = " ".join(text.split()).strip(" ,;")
    if words[:1] == words[-1:] == '"' and words.count('"') == 2:
        words = words[1:-1]
    if words.count("“") == words.count("”") + 1:
        words += "”"
    shown = in_marks(STRAIGHT.sub(r"“\1”", words), limit)
    return f"“{shown[1:-1].translate(MARKS)}”" if shown else ""


def is_plural(name: str) -> bool:
    """Whether a name takes a plural verb: its last word is a common noun in the plural ("aid organizations"); "Hamas" is not."""
    last = name.rsplit(maxsplit=1)[-1] if name.split() else ""
    return last in PLURALS or (last.islower() and last.endswith("s") and not last.endswith("ss"))


def agreeing(name: str, verb: str) -> str:
    """The verb in the number of the name: `demands`, `demand`; of several words the first is the verb."""
    first, _, rest = verb.partition(" ")
    if not is_plural(name):
        return verb
    plain = {"has": "have", "accepts": "accept", "denies": "deny", "presses": "press", "says": "say", "is": "are", "asks": "ask"}
    bare = plain.get(first) or (first.removesuffix("s") if first.endswith("s") else first)
    return f"{bare} {rest}".strip()
