"""Asking for permission to pass something on, granting, refusing and revoking it.

A permission names its owner and the item, so it goes to the carriers who hold the item anyway. A carrier further along a route learns
what the message says that it is handed, and nothing of the permission. Where none of the carriers holds the item, they all get the
permission: if it names the wording, that is all they learn, and they may convey it.
"""

from __future__ import annotations

from gobetween.model.caucuses import Told
from gobetween.model.errors import ProtocolViolation
from gobetween.model.permissions import Form, Permission
from gobetween.model.proposals import Proposal
from gobetween.model.relays import RelayState
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols import permissions
from gobetween.protocols.permissions import (
    PermissionAsked,
    PermissionGiven,
    PermissionGranted,
    PermissionRefused,
    PermissionRevoked,
    Scope,
)
from gobetween.protocols.relays import RelayStopped
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.knowing.ownership import find_item, owner_of
from gobetween.talks.proposing.mandates import must_be_delegation
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

_FOLD = folding("permissions", "permission", Permission, permissions.after)
RULES: Rules = {
    PermissionAsked: _FOLD,
    PermissionGranted: _FOLD,
    PermissionGiven: _FOLD,
    PermissionRefused: _FOLD,
    PermissionRevoked: _FOLD,
}


def ask(at: Standing, scope: Scope, *, name: str | None = None, reason: str = "") -> tuple[Deed, ...]:
    """A mediator asks the owner of an item for permission; the owner and the mediator get it.

    Raises:
        ProtocolViolation: who asks is no mediator, does not hold the item, or names someone unknown.
    """
    at.must_be_mediator()
    _check(at, scope)
    owner = owner_of(at, scope.item)
    if owner == at.actor:
        raise ProtocolViolation(f"'{scope.item}' is your own; nobody's permission is needed")
    act = PermissionAsked(at.new_id(name), owner, scope, reason=reason)
    return (Deed(act, frozenset({at.actor, owner})),)


def grant(at: Standing, scope: Scope, *, asked: str | None = None, name: str | None = None) -> tuple[Deed, ...]:
    """An owner permits an item of its own to be passed on, asked or unasked, all that was asked or less.

    What was asked goes to whoever asked, alone: its name would tell others who did. Unasked, the carriers who hold the item get it;
    if none of them does, all the carriers do.

    Raises:
        ProtocolViolation: the item is not the actor's own, or the asked permission is not for it, or is settled already; whoever
            asked is not among the carriers.
    """
    must_be_delegation(at)
    _check(at, scope)
    if owner_of(at, scope.item) != at.actor:
        raise ProtocolViolation(f"'{scope.item}' is not yours to permit")
    if not scope.carriers or at.actor in scope.carriers:
        raise ProtocolViolation("a permission names the mediators who may carry it, other than yourself")
    asking = _own(at, asked) if asked else None
    if asking is not None and asking.item != scope.item:
        raise ProtocolViolation(f"'{asked}' was asked for '{asking.item}', not for '{scope.item}'")
    if asking is not None and asking.asked_by not in scope.carriers:
        raise ProtocolViolation(f"'{asked}' was asked by {asking.asked_by}: let it carry, or grant others a permission of their own")
    given_to = _given_to(at, scope, asking)
    act = PermissionGranted(asked or at.new_id(name), at.actor, scope, given_to=given_to)
    each_its_own = (PermissionGranted(act.permission, at.actor, scope, given_to=(each,)) for each in given_to)
    return (Deed(act, frozenset({at.actor})), *(Deed(own, frozenset(own.given_to)) for own in each_its_own))


def refuse(at: Standing, asked: str, *, reason: str = "") -> tuple[Deed, ...]:
    """An owner refuses what it was asked; it and whoever asked get it.

    Raises:
        ProtocolViolation: no such permission was asked of the actor, or it is settled already.
    """
    must_be_delegation(at)
    asking = _own(at, asked)
    audience = {at.actor, asking.asked_by} if asking.asked_by else {at.actor}
    return (Deed(PermissionRefused(asked, reason=reason), frozenset(audience)),)


def revoke(at: Standing, permission: str, *, reason: str = "") -> tuple[Deed, ...]:
    """An owner takes a permission back: everyone who had it gets that, and what is under way under it goes no further.

    Raises:
        ProtocolViolation: the actor has granted no such permission, or it is not in force.
    """
    must_be_delegation(at)
    granted = _own(at, permission)
    given_to = granted.given_to or (*granted.carriers, *((granted.asked_by,) if granted.asked_by else ()))
    revoked = Deed(PermissionRevoked(permission, reason=reason), frozenset({at.actor, *given_to}))
    under_way = (each for each in at.case.relays if each.permission == permission and each.state is RelayState.UNDER_WAY)
    stopped = (
        Deed(RelayStopped(each.id, reason="the permission was revoked"), frozenset({at.actor, each.route[0], CUSTODIAN}))
        for each in under_way
    )
    return (revoked, *stopped)


def handing_over(at: Standing, item: str, mediator: str) -> tuple[Deed, ...]:
    """Gives the permissions in force for the actor's item to a mediator whom they name, and who was just told of the item."""
    came = {each.id for each in at.case.messages}
    held = (each for each in at.case.permissions if each.item == item and each.owner == at.actor and each.is_in_force(at.today))
    found = (each for each in held if not came & set(each.to))  # what goes back stays with who brought what it goes back for
    return tuple(
        deed
        for each in found
        if mediator in each.carriers and each.given_to and mediator not in each.given_to
        for deed in (
            Deed(PermissionGranted(each.id, at.actor, _scope(each), given_to=(mediator,)), frozenset({mediator})),
            Deed(PermissionGiven(each.id, mediator), frozenset({at.actor})),
        )
    )


def _given_to(at: Standing, scope: Scope, asking: Permission | None) -> tuple[str, ...]:
    if asking is not None and asking.asked_by is not None:
        return (asking.asked_by,)
    carriers = tuple(dict.fromkeys(scope.carriers))
    brought = {each.carrier for each in at.case.messages if each.id in scope.to}
    if brought:
        return _who_brought_it(carriers, brought)
    holders = _known_holders(at, scope.item)
    return tuple(each for each in carriers if each in holders) or carriers


def _who_brought_it(carriers: tuple[str, ...], brought: set[str]) -> tuple[str, ...]:
    """Those who handed over what it is to go back for: to others the message's name would tell that there was one."""
    found = tuple(each for each in carriers if each in brought)
    if not found:
        raise ProtocolViolation(
            f"what is to go back to where a message came from is carried by who brought it: {', '.join(sorted(brought))}"
        )
    return found


def _known_holders(at: Standing, item_id: str) -> tuple[str, ...]:
    """Who holds the actor's item, as far as the actor knows."""
    match find_item(at, item_id):
        case Told() as told:
            return told.to
        case Proposal() as proposal:
            return (*proposal.carriers, *proposal.by)
        case item:
            return tuple(getattr(item, "to", ()))


def _check(at: Standing, scope: Scope) -> None:
    came = {each.id for each in at.case.messages}
    at.must_know(*(each for each in scope.to if each not in came), *scope.carriers)
    must_be_known_to_all(at, *(each for each in scope.to if each not in came), *scope.carriers)
    others = [each for each in scope.carriers if not at.is_mediator(each)]
    if others:
        raise ProtocolViolation(f"{', '.join(others)}: not a mediator in these talks; mediators: {', '.join(at.case.mediators)}")
    if not scope.to:
        raise ProtocolViolation("a permission names who may get it")
    if scope.until is not None and scope.until < at.today:
        raise ProtocolViolation(f"{scope.until} has passed (today is {at.today}): nothing could be conveyed under it")
    if scope.form is Form.OWN_IDEA and scope.is_attributed:
        raise ProtocolViolation(
            "what goes as the mediator's own idea cannot name its owner: choose another form, or do not attribute it"
        )


def _own(at: Standing, name: str) -> Permission:
    found = next((each for each in at.case.permissions if each.id == name and each.owner == at.actor), None)
    if found is None:
        raise ProtocolViolation(f"nobody has asked you for a permission called '{name}', nor have you granted one")
    return found


def _scope(permission: Permission) -> Scope:
    return Scope(
        permission.item,
        permission.to,
        permission.carriers,
        form=permission.form,
        is_attributed=permission.is_attributed,
        wording=permission.wording,
        until=permission.until,
        allows_other_software=permission.allows_other_software,
    )
