"""What every entry of a case has in common: what it rests on, who holds it, when it was and when it became known."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.passages import Citation

PUBLIC = "public"
"""The audience of everybody: what is held by the public is open to every audience."""

KEEPER = "keeper"
"""The audience of whoever holds the case folder."""

EVERYONE = frozenset({PUBLIC})
KEEPER_ALONE = frozenset({KEEPER})


@frozen
class Item:
    """One entry of a case.

    `holders` are the ids of the actors who have it (`public` for everyone, `keeper` for whoever holds the folder); `owner` is the
    actor who entrusted it, if anyone did. `when` is the time the entry is about, `known` the time by which it was known. What
    `is_inferred` is the keeper's reading: the source does not say it in so many words.
    """

    id: str
    when: When = field(default=UNKNOWN_DATE, kw_only=True)
    known: When = field(default=UNKNOWN_DATE, kw_only=True)
    citations: tuple[Citation, ...] = field(default=(), kw_only=True)
    owner: str | None = field(default=None, kw_only=True)
    holders: frozenset[str] = field(default=KEEPER_ALONE, kw_only=True)
    note: str = field(default="", kw_only=True)
    is_inferred: bool = field(default=False, kw_only=True)
