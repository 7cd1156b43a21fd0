"""What the custodian does by itself: it keeps what is sealed, opens it when it is due, and keeps owners' ledgers up to date.

The custodian is the software. It reads what was addressed to it, and says no more than each protocol lets it say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeAlias

from gobetween.protocols.acts import Moment
from gobetween.talks.agreeing.agreements import tell_when_agreed
from gobetween.talks.conveying import ledgers
from gobetween.talks.drafts import Draft
from gobetween.talks.sealing import blind_biddings, sealed_proposals
from gobetween.talks.standings import Deed

Follow: TypeAlias = Callable[[Draft, Sequence[Deed], Moment], tuple[Deed, ...]]
"""What the custodian does because of these deeds; the draft is its own, with the deeds in it."""

Due: TypeAlias = Callable[[Draft, dt.datetime], tuple[Deed, ...]]
"""What is due by that time."""

FOLLOWS: tuple[Follow, ...] = (
    ledgers.keep_ledgers,
    tell_when_agreed,
    sealed_proposals.open_when_all_answered,
    blind_biddings.open_when_both_bid,
)
DUES: tuple[Due, ...] = (sealed_proposals.open_when_due, blind_biddings.open_when_due)


def follow(draft: Draft, deeds: Sequence[Deed], moment: Moment) -> tuple[Deed, ...]:
    """What the custodian does because of these deeds, in the same transaction."""
    return tuple(deed for rule in FOLLOWS for deed in rule(draft, deeds, moment))


def due(draft: Draft, now: dt.datetime) -> tuple[Deed, ...]:
    """What the custodian has to do by now."""
    return tuple(deed for rule in DUES for deed in rule(draft, now))
