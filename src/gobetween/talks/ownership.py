"""Whose an item is, as far as whoever acts can know."""

from __future__ import annotations

from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import Item
from gobetween.talks.standings import Standing

# The collections whose entries may be passed on; where one stands tells whose it is.
OWNED = ("told", "proposals", "answers", "amendments", "messages", "agreements", "positions", "interests", "signals")


def find_item(at: Standing, item_id: str) -> Item | None:
    """The item of that id among those that may be passed on, or `None`."""
    return next((item for name in OWNED for item in getattr(at.case, name) if item.id == item_id), None)


def owner_of(at: Standing, item_id: str) -> str:
    """Who has to permit that the item is passed on.

    Raises:
        ProtocolViolation: whoever acts holds no such item, or nobody owns it (what is public needs no permission).
    """
    item = find_item(at, item_id)
    if item is None:
        raise ProtocolViolation(f"you hold nothing called '{item_id}' that could be passed on")
    if item.owner is None:
        raise ProtocolViolation(f"nobody entrusted '{item_id}' to you: it needs no permission")
    return item.owner
