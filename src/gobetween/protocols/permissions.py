"""The protocol of permission: asked, granted or refused; granted without being asked; revoked.

    (nothing) --ask--> asked --grant--> granted --revoke--> revoked
                       asked --refuse--> refused
    (nothing) --grant--> granted

Who revokes stops what would be conveyed after; what was conveyed stays conveyed. A permission may be given to more carriers later.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.permissions import Form, Permission, PermissionState
from gobetween.protocols.acts import Act, Moment


@frozen
class Scope:
    """The six dimensions of a permission (see `model.permissions.Permission`)."""

    item: str
    to: tuple[str, ...]
    carriers: tuple[str, ...]
    form: Form = field(default=Form.VERBATIM, kw_only=True)
    is_attributed: bool = field(default=False, kw_only=True)
    wording: str = field(default="", kw_only=True)
    until: dt.date | None = field(default=None, kw_only=True)
    allows_other_software: bool = field(default=False, kw_only=True)


@frozen
class PermissionAsked(Act):
    """A mediator asks an item's owner to let it be passed on."""

    KIND: ClassVar[str] = "permission-asked.v1"
    permission: str
    owner: str
    scope: Scope
    reason: str = field(default="", kw_only=True)


@frozen
class PermissionGranted(Act):
    """The owner permits it, perhaps less than was asked; `given_to` is whoever this is for, or, in the owner's book, all who get it."""

    KIND: ClassVar[str] = "permission-granted.v1"
    permission: str
    owner: str
    scope: Scope
    given_to: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class PermissionGiven(Act):
    """The owner gave a permission to one more carrier; for its own book."""

    KIND: ClassVar[str] = "permission-given.v1"
    permission: str
    to: str


@frozen
class PermissionRefused(Act):
    """The owner does not permit what was asked."""

    KIND: ClassVar[str] = "permission-refused.v1"
    permission: str
    reason: str = field(default="", kw_only=True)


@frozen
class PermissionRevoked(Act):
    """The owner takes a permission back, for everything that was not conveyed yet."""

    KIND: ClassVar[str] = "permission-revoked.v1"
    permission: str
    reason: str = field(default="", kw_only=True)


PermissionAct: TypeAlias = PermissionAsked | PermissionGranted | PermissionGiven | PermissionRefused | PermissionRevoked


def after(state: Permission | None, act: PermissionAct, moment: Moment) -> Permission:
    """The permission after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the permission is.
    """
    match act:
        case PermissionAsked():
            _must_be(state, act.permission)
            return _permission(act, act.scope, moment, PermissionState.ASKED)
        case PermissionGranted():
            _must_be(state, act.permission, PermissionState.ASKED)
            granted = _permission(act, act.scope, moment, PermissionState.GRANTED)
            return evolve(granted, asked_by=state.asked_by) if state else granted
        case PermissionGiven():
            given = _there(state, act.permission, PermissionState.GRANTED)
            return evolve(given, given_to=(*given.given_to, act.to))
        case PermissionRefused():
            return evolve(_there(state, act.permission, PermissionState.ASKED), state=PermissionState.REFUSED, reason=act.reason)
        case _:
            return evolve(_there(state, act.permission, PermissionState.GRANTED), state=PermissionState.REVOKED, reason=act.reason)


def _permission(act: PermissionAsked | PermissionGranted, scope: Scope, moment: Moment, state: PermissionState) -> Permission:
    is_asked = isinstance(act, PermissionAsked)
    return Permission(
        act.permission,
        owner=act.owner,
        asked_by=moment.author if is_asked else None,
        item=scope.item,
        to=scope.to,
        carriers=scope.carriers,
        form=scope.form,
        is_attributed=scope.is_attributed,
        wording=scope.wording,
        until=scope.until,
        allows_other_software=scope.allows_other_software,
        state=state,
        reason=act.reason if isinstance(act, PermissionAsked) else "",
        given_to=() if isinstance(act, PermissionAsked) else act.given_to,
        **moment.dates,
    )


def _must_be(state: Permission | None, name: str, *allowed: PermissionState) -> None:
    if state is not None and state.state not in allowed:
        raise ProtocolViolation(f"the permission '{name}' is {state.state} already; ask for, or grant, another one")


def _there(state: Permission | None, name: str, *allowed: PermissionState) -> Permission:
    if state is None or state.state not in allowed:
        found = "not there" if state is None else str(state.state)
        raise ProtocolViolation(f"the permission '{name}' is {found}; it would have to be {' or '.join(allowed)}")
    return state
