"""Whom everybody in the talks knows to be there."""

from __future__ import annotations

from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import PUBLIC
from gobetween.talks.standings import Standing


def must_be_known_to_all(at: Standing, *actors: str) -> None:
    """Refuses to name someone to others who may not know that this one has a part in the talks.

    Raises:
        ProtocolViolation: somebody's part is not open to everyone.
    """
    for each in actors:
        actor = at.case.actor(each)
        if actor is None or PUBLIC not in actor.holders:
            raise ProtocolViolation(f"not everyone knows that {each} has a part in the talks; this would tell them")
