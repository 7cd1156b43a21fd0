"""Whether something may be conveyed: the six dimensions of a permission, each held against what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from gobetween.model.agreement import ViolationReport
from gobetween.model.cases import Profile
from gobetween.model.caucuses import Told
from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import Item
from gobetween.model.permissions import Form, Permission, PermissionState
from gobetween.model.proposals import Proposal
from gobetween.talks.conveying.conveyances import Conveyance, Source, Way
from gobetween.talks.conveying.likenesses import holds_all, plain_words
from gobetween.talks.knowing.ownership import OWNED, entrusted_by, words_of
from gobetween.talks.standings import Standing

FEWEST_WORDS = 4
"""Fewer words than these are anybody's: to say them again is not yet to repeat somebody."""


DENIED = frozenset({PermissionState.REFUSED, PermissionState.REVOKED})
"""What an owner has said no to."""


@frozen
class Allowed:
    """The words that may be conveyed, and the permission that allows it, where one is needed."""

    words: str
    permission: Permission | None = None


def allowed(at: Standing, conveyance: Conveyance, source: Source, way: Way) -> Allowed:
    """What may be conveyed.

    Raises:
        ProtocolViolation: no permission in force covers it (the text says what each does not cover), or there are no words, or words
            that are somebody else's.
    """
    if not needs_permission(at, conveyance, source):
        allowance = Allowed(_words(conveyance, source, ""))
    else:
        allowance = _permitted(at, conveyance, source, way)
    if conveyance.form is not Form.VERBATIM or source.item is None:
        _must_not_echo(at, conveyance, allowance)
    _must_not_hold_another_s(at, conveyance, conveyance.title)
    return allowance


def needs_permission(at: Standing, conveyance: Conveyance, source: Source) -> bool:
    """Whether an owner has to permit it: its own, and what is public, anyone may pass on.

    In talks that are open unless conditioned it is needed for what was told on a condition, for a note that its owner objected to, for
    a proposal that its authors let nobody carry, for a violation report, and for what the owner has refused or taken back.
    """
    if source.owner in (None, at.actor):
        return False
    if at.case.profile is Profile.CLOSED or source.item is None:
        return True
    states = {each.state for each in at.case.permissions if each.item == conveyance.item}
    came = any(each.id == source.item.id for each in at.case.messages)
    return came or bool(states & DENIED) or _is_conditioned(source.item, states)


def _is_conditioned(item: Item, states: set[PermissionState]) -> bool:
    if isinstance(item, ViolationReport):
        return True
    if isinstance(item, Proposal):
        return PermissionState.GRANTED not in states
    return isinstance(item, Told) and (item.is_conditioned or bool(item.objection))


def names_owner(at: Standing, words: str, owner: str | None) -> bool:
    """Whether the words name the owner: by its name, or any that reports use for it."""
    actor = at.case.actor(owner or "")
    names = (actor.name, *actor.aliases, *actor.adjectives, actor.id) if actor else ()
    return any(re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) for name in names if name)


def same_words(some: str, others: str) -> bool:
    """Whether these are the same words, however they are spaced."""
    return some.split() == others.split()


def _permitted(at: Standing, conveyance: Conveyance, source: Source, way: Way) -> Allowed:
    held = [
        each
        for each in at.case.permissions
        if each.item == conveyance.item and at.actor in each.carriers and each.owner == source.owner
    ]
    faults: list[str] = []
    for each in held:
        lacking = "; ".join(_lacking(at, each, conveyance, source, way))
        if not lacking:
            return Allowed(_words(conveyance, source, each.wording), each)
        faults.append(f"'{each.id}' does not: {lacking}")
    found = ". ".join(faults) or f"{source.owner} has given you none"
    raise ProtocolViolation(
        f"to convey '{conveyance.item}' so needs a permission of {source.owner} that covers it. {found}. Ask for it"
    )


def _lacking(at: Standing, permission: Permission, conveyance: Conveyance, source: Source, way: Way) -> Iterator[str]:
    """What the permission does not cover, dimension by dimension."""
    if permission.state is not PermissionState.GRANTED:
        yield f"it is {permission.state}"
        return
    if not permission.is_in_force(at.today):
        yield f"it was good until {permission.until}"
    if conveyance.to not in permission.to:
        yield f"it is for {', '.join(permission.to)}"
    beyond = [each for each in way.route if each not in permission.carriers]
    if beyond:
        yield f"it does not name {', '.join(beyond)} as a carrier"
    if conveyance.form is not permission.form:
        yield f"its form is {permission.form}"
    if conveyance.is_attributed and not permission.is_attributed:
        yield "the owner may not be named"
    if conveyance.used_other_software and not permission.allows_other_software:
        yield "no third party's software may process it"
    yield from _lacking_in_words(at, permission, conveyance, source)


def _lacking_in_words(at: Standing, permission: Permission, conveyance: Conveyance, source: Source) -> Iterator[str]:
    words = conveyance.text
    if not conveyance.is_attributed and names_owner(at, conveyance.title, source.owner):
        yield "the owner may not be named, and the title names it"
    if permission.wording:
        if words and not same_words(words, permission.wording):
            yield f"its words are “{permission.wording}”"
        if conveyance.terms:
            yield "it is for these words and no terms beside them"
        return
    spoken = words or source.known_words
    if conveyance.form is Form.VERBATIM and source.known_words:
        yield from _not_verbatim(conveyance, spoken, source)
    if conveyance.form is Form.PARAPHRASE and same_words(spoken, source.known_words):
        yield "it is for your own words, and these are the item's"
    if not conveyance.is_attributed and names_owner(at, spoken, source.owner):
        yield "the owner may not be named, and the words name it"


def _not_verbatim(conveyance: Conveyance, words: str, source: Source) -> Iterator[str]:
    if not same_words(words, source.known_words):
        yield "verbatim are the item's own words"
    if conveyance.terms:
        yield "what is verbatim names the item's own terms"


def _words(conveyance: Conveyance, source: Source, wording: str) -> str:
    """The words to be conveyed; verbatim they are the item's own, or those permitted.

    Raises:
        ProtocolViolation: there are none, or other words are to pass for verbatim.
    """
    words = conveyance.text.strip() or wording
    if conveyance.form is Form.VERBATIM and source.known_words and not wording:
        words = words or source.known_words
        for fault in _not_verbatim(conveyance, words, source):
            raise ProtocolViolation(f"{fault}; for others choose another form: paraphrase, or own idea")
    if not words:
        raise ProtocolViolation("say in which words it is conveyed")
    return words


def _must_not_echo(at: Standing, conveyance: Conveyance, allowance: Allowed) -> None:
    """Refuses words that hold all of what somebody else entrusted to the actor, and is not what is being conveyed."""
    if allowance.permission is None or not allowance.permission.wording:
        _must_not_hold_another_s(at, conveyance, allowance.words)


def _must_not_hold_another_s(at: Standing, conveyance: Conveyance, said: str) -> None:
    entrusted = (
        (item.id, words_of(item)) for name in OWNED for item in getattr(at.case, name) if entrusted_by(item) not in (None, at.actor)
    )
    handed = ((each.id, each.text) for each in at.case.messages if each.to == at.actor)
    for name, words in (*entrusted, *handed):
        is_long = len(plain_words(words)) >= FEWEST_WORDS
        if name != conveyance.item and is_long and holds_all(said, words):
            raise ProtocolViolation(f"these words hold all of '{name}', which is another's: name it as what you convey")
