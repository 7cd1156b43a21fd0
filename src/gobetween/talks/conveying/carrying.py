"""Putting something into mediators' hands so that they may convey it: the permission goes with it."""

from __future__ import annotations

import datetime as dt

from gobetween.protocols.permissions import PermissionGranted, Scope
from gobetween.talks.proposing.mandates import in_party_name
from gobetween.talks.standings import Deed, Standing


def let_carry(
    at: Standing, item: str, to: tuple[str, ...], carriers: tuple[str, ...], *, owner: str, until: dt.date | None = None
) -> tuple[Deed, ...]:
    """The permission to convey an item that is handed over, verbatim and attributed: one act for its owner, one for each carrier."""
    scope = Scope(item, to, carriers, is_attributed=True, until=until)
    permission = at.new_id()
    acts = {
        owner: PermissionGranted(permission, owner, scope, given_to=carriers),
        **{each: PermissionGranted(permission, owner, scope, given_to=(each,)) for each in carriers},
    }
    return tuple(Deed(act, frozenset({holder}), in_party_name(at)) for holder, act in acts.items())
