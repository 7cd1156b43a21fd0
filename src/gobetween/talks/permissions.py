"""Asking for permission to pass something on, granting, refusing and revoking it."""

from __future__ import annotations

from gobetween.model.errors import ProtocolViolation
from gobetween.model.permissions import Permission
from gobetween.protocols import permissions
from gobetween.protocols.permissions import PermissionAsked, PermissionGranted, PermissionRefused, PermissionRevoked, Scope
from gobetween.talks.ownership import owner_of
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

_FOLD = folding("permissions", "permission", Permission, permissions.after)
RULES: Rules = {
    PermissionAsked: _FOLD,
    PermissionGranted: _FOLD,
    PermissionRefused: _FOLD,
    PermissionRevoked: _FOLD,
}


def ask(at: Standing, scope: Scope, *, name: str | None = None, reason: str = "") -> tuple[Deed, ...]:
    """A mediator asks the owner of an item for permission; the owner and the mediator get it.

    Raises:
        ProtocolViolation: who asks is no mediator, does not hold the item, or names someone unknown.
    """
    at.must_be_mediator()
    at.must_know(*scope.to, *scope.carriers)
    owner = owner_of(at, scope.item)
    if owner == at.actor:
        raise ProtocolViolation(f"'{scope.item}' is your own; nobody's permission is needed")
    act = PermissionAsked(at.new_id(name), owner, scope, reason=reason)
    return (Deed(act, frozenset({at.actor, owner})),)


def grant(at: Standing, scope: Scope, *, asked: str | None = None, name: str | None = None) -> tuple[Deed, ...]:
    """An owner permits an item of its own to be passed on, asked or unasked; it and the carriers get it.

    Raises:
        ProtocolViolation: the item is not the actor's own, or the asked permission is not for it, or is settled already.
    """
    at.must_know(*scope.to, *scope.carriers)
    if owner_of(at, scope.item) != at.actor:
        raise ProtocolViolation(f"'{scope.item}' is not yours to permit")
    if not scope.carriers:
        raise ProtocolViolation("a permission names who may carry it")
    asking = _own(at, asked) if asked else None
    if asking is not None and asking.item != scope.item:
        raise ProtocolViolation(f"'{asked}' was asked for '{asking.item}', not for '{scope.item}'")
    act = PermissionGranted(asked or at.new_id(name), at.actor, scope)
    told = {asking.asked_by} if asking and asking.asked_by else set()
    return (Deed(act, frozenset({at.actor, *scope.carriers, *told})),)


def refuse(at: Standing, asked: str, *, reason: str = "") -> tuple[Deed, ...]:
    """An owner refuses what it was asked; it and whoever asked get it.

    Raises:
        ProtocolViolation: no such permission was asked of the actor, or it is settled already.
    """
    asking = _own(at, asked)
    audience = {at.actor, asking.asked_by} if asking.asked_by else {at.actor}
    return (Deed(PermissionRefused(asked, reason=reason), frozenset(audience)),)


def revoke(at: Standing, permission: str, *, reason: str = "") -> tuple[Deed, ...]:
    """An owner takes a permission back: relays that come after need another; everyone who had it gets it.

    Raises:
        ProtocolViolation: the actor has granted no such permission, or it is not in force.
    """
    granted = _own(at, permission)
    told = {granted.asked_by} if granted.asked_by else set()
    return (Deed(PermissionRevoked(permission, reason=reason), frozenset({at.actor, *granted.carriers, *told})),)


def _own(at: Standing, name: str) -> Permission:
    found = next((each for each in at.case.permissions if each.id == name and each.owner == at.actor), None)
    if found is None:
        raise ProtocolViolation(f"nobody has asked you for a permission called '{name}', nor have you granted one")
    return found
