"""Saying whose an alternative is: only where its owner allows that it is named."""

from __future__ import annotations

from gobetween.model.comparisons import asks_for, is_worded
from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Alternative, Clause
from gobetween.talks.knowing.ownership import find_item
from gobetween.talks.standings import Standing


def openly(at: Standing, to: str, clause: Clause, alternative: Alternative) -> Alternative:
    """The alternative as `to` may have it from whoever acts: with its owner's name if that is to be said, else without.

    Raises:
        ProtocolViolation: it is to be said, and the owner does not allow it.
    """
    if alternative.by is None or not alternative.is_open:
        return Alternative(alternative.text)
    must_be_allowed_to_say(at, alternative.by, to, clause, alternative.text)
    return Alternative(alternative.text, alternative.by)


def must_be_allowed_to_say(at: Standing, owner: str, to: str, clause: Clause, words: str) -> None:
    """Refuses to tell someone that an alternative is another's, unless it is the teller's own, or its owner allows to be named.

    It does so with an amendment that may be named, or with a permission that allows to attribute the item that has these words.

    Raises:
        ProtocolViolation: the owner does not.
    """
    named = any(each.is_named and each.by == owner and asks_for(each, clause, words) for each in at.case.amendments)
    if named or owner in (at.actor, to) or _is_permitted(at, owner, to, clause, words):
        return
    raise ProtocolViolation(
        f"that “{words}” is {owner}'s may be said to {to} only if {owner} allows it: by an amendment that may be named, or by a "
        f"permission for the item with these words (ask ITEM --to {to} --attributed)"
    )


def _is_permitted(at: Standing, owner: str, to: str, clause: Clause, words: str) -> bool:
    in_force = (
        each
        for each in at.case.permissions
        if each.owner == owner and each.is_attributed and to in each.to and at.actor in each.carriers and each.is_in_force(at.today)
    )
    return any(is_worded(each.wording or _words_of(at, each.item), clause, words) for each in in_force)


def _words_of(at: Standing, item_id: str) -> str:
    return getattr(find_item(at, item_id), "text", "")
