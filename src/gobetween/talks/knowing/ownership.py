"""Whose an item is, as far as whoever acts can know, and what it says."""

from __future__ import annotations

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.items import PUBLIC, Item
from gobetween.model.proposals import Proposal, ProposalKind
from gobetween.talks.standings import Standing

# The collections whose entries may be passed on. Messages are not among them: they go where their carrier said, and nowhere else.
OWNED = ("told", "proposals", "answers", "amendments", "agreements", "positions", "interests", "signals", "violation_reports")


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
    owner = entrusted_by(item)
    if owner is None:
        raise ProtocolViolation(f"nobody entrusted '{item_id}' to you: it needs no permission")
    return owner


def entrusted_by(item: Item) -> str | None:
    """Whose the item is: its owner's, or, where none is named, whoever's names it stands in; what is public is nobody's."""
    if is_public(item):
        return None
    if isinstance(item, Proposal) and item.kind is ProposalKind.NON_PAPER:
        return next(iter(item.by), None)  # whose it is, nobody but the giver knows; its id is nobody's name
    maker, slash, _ = item.id.partition("/")
    return item.owner or (maker if slash else None)


def is_public(item: Item) -> bool:
    """Whether everybody holds it."""
    return PUBLIC in item.holders


def words_of(item: Item) -> str:
    """The words of an item: those of a proposal without a text are its name."""
    return str(getattr(item, "text", "") or getattr(item, "name", ""))


def terms_of(item: Item) -> OptionSets:
    """The options that an item names, issue by issue."""
    terms: OptionSets | None = getattr(item, "terms", None)
    if terms is not None:
        return terms
    issue: str | None = getattr(item, "issue", None)
    options: frozenset[str] = getattr(item, "options", frozenset())
    return {issue: options} if issue and options else {}
