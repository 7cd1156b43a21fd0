"""What a mediator may say to one recipient of what others entrusted to it: under which permission, in which form, naming whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field, frozen

from gobetween.briefs.stances import CONDITION_NOT_GIVEN, lacks_condition
from gobetween.model.cases import Case, Profile
from gobetween.model.caucuses import Told
from gobetween.model.happenings import Signal
from gobetween.model.items import PUBLIC, Item
from gobetween.model.permissions import Form, Permission, PermissionState
from gobetween.model.positions import Interest, Position, Series
from gobetween.model.proposals import Proposal
from gobetween.model.relays import Message

CARRIED = ("told", "proposals", "answers", "amendments", "agreements", "positions", "interests", "signals", "violation_reports")
"""The collections whose entries may be passed on, as in the talks themselves."""

KEPT = frozenset({Series.BOTTOM_LINE})
"""Series of positions that no talking point offers: neither the speaker's own, nor, in talks that are open, anybody's."""

FEWEST_WORDS = 4
"""Fewer words than these are anybody's."""


@frozen
class Sayable:
    """Something that may be said: the words to go by, how they may be put, and what allows it.

    `words` are to be said exactly where `is_exact`; else they say what is meant, for the speaker's own eyes. `named` is whose it may
    be said to be.
    """

    item: str
    words: str
    form: Form = field(kw_only=True)
    is_exact: bool = field(kw_only=True)
    named: str | None = field(default=None, kw_only=True)
    permission: Permission | None = field(default=None, kw_only=True)
    condition: str = field(default="", kw_only=True)  # without which the words would say something else


@frozen
class Speaker:
    """A mediator on a day, with what it sees."""

    case: Case
    id: str
    permissions: tuple[Permission, ...] = field(kw_only=True)  # those in force which it may carry

    def sayables(self, recipient: str) -> Iterator[Sayable]:
        """All that others entrusted to it and that it may say to the recipient: nothing else."""
        for permission in self.permissions:
            came_from = {name for name in permission.to if self._sender_of(name) == recipient}
            if permission.owner != recipient and (recipient in permission.to or came_from):
                yield from self._permitted(permission)
        if self.case.profile is Profile.OPEN_UNLESS_CONDITIONED:
            yield from self._open(recipient)

    def to_pass_on(self, recipient: str) -> Iterator[Message]:
        """The messages that it was handed to hand to the recipient next."""
        for message in self.case.messages:
            if message.to == self.id and message.is_to_go_on and self._next(message) == recipient:
                yield message

    def echoes(self, words: str) -> bool:
        """Whether the words hold all of something that somebody else entrusted to it."""
        spoken = _plain(words)
        entrusted = [words_of(item) for item in carried_items(self.case) if owner_of(item) not in (None, self.id)]
        handed = [message.text for message in self.case.messages if message.to == self.id]
        plain = (_plain(each) for each in (*entrusted, *handed))
        return any(len(each.split()) >= FEWEST_WORDS and f" {each} " in f" {spoken} " for each in plain)

    def _permitted(self, permission: Permission) -> Iterator[Sayable]:
        item = next((each for each in carried_items(self.case) if each.id == permission.item), None)
        if item is not None and (owner_of(item) != permission.owner or not _is_ready(item)):
            return
        words = permission.wording or (words_of(item) if item is not None else "")
        is_exact = bool(permission.wording) or permission.form is Form.VERBATIM
        is_telling = is_exact and not permission.wording and not permission.is_attributed and self._names(permission.owner, words)
        if words and not is_telling:
            yield Sayable(
                permission.item,
                words,
                form=permission.form,
                is_exact=is_exact,
                named=permission.owner if permission.is_attributed else None,
                permission=permission,
                condition=condition_of(item, words),
            )

    def _open(self, recipient: str) -> Iterator[Sayable]:
        """In talks that are open unless conditioned: what was told without a condition, and not denied since."""
        denied = {each.item for each in self.case.permissions if each.state in (PermissionState.REFUSED, PermissionState.REVOKED)}
        for item in carried_items(self.case):
            if not isinstance(item, Told | Position | Interest | Signal):
                continue  # texts, answers and reports of a breach go by their own rules, and with a permission
            is_bound = isinstance(item, Told) and (item.is_conditioned or bool(item.objection))
            is_kept = isinstance(item, Position) and item.series in KEPT
            is_others = owner_of(item) not in (None, self.id, recipient)
            if is_others and not is_bound and not is_kept and item.id not in denied and words_of(item):
                yield Sayable(
                    item.id, words_of(item), form=Form.PARAPHRASE, is_exact=False, condition=condition_of(item, words_of(item))
                )

    def _next(self, message: Message) -> str | None:
        sent = message.in_return_for
        if not message.goes_back:
            return (*message.through, message.onward)[0]
        received = [each.carrier for each in self.case.messages if each.to == self.id and each.passed_on_as == sent]
        return next(iter(received), self._sender_of(sent)) if sent else None

    def _sender_of(self, message: str) -> str | None:
        """Whose item the speaker conveyed as that message: where what is said in return goes."""
        return next((each.sender for each in self.case.relays if each.message == message and each.sender != self.id), None)

    def _names(self, owner: str | None, words: str) -> bool:
        """Whether the words name the owner, by its name or any other."""
        actor = self.case.actor(owner or "")
        names = (actor.name, *actor.aliases, *actor.adjectives, actor.id) if actor else ()
        return any(re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) for name in names if name)


def carried_items(case: Case) -> Iterator[Item]:
    """The entries of the case that may be passed on."""
    return (item for name in CARRIED for item in getattr(case, name))


def owner_of(item: Item) -> str | None:
    """Whose the item is: its owner's, or, where none is named, whoever's names it stands in; what is public is nobody's."""
    if PUBLIC in item.holders:
        return None
    maker, slash, _ = item.id.partition("/")
    return item.owner or (maker if slash else None)


def words_of(item: Item) -> str:
    """The words of an item: those of a proposal without a text are its name."""
    return str(getattr(item, "text", "") or getattr(item, "name", ""))


def condition_of(item: Item | None, words: str) -> str:
    """The condition that an item stands under, where the words do not say it."""
    condition = item.condition if isinstance(item, Position) else ""
    if isinstance(item, Position) and lacks_condition(item):
        return CONDITION_NOT_GIVEN
    return "" if condition.lower() in words.lower() else condition


def _is_ready(item: Item) -> bool:
    return not (isinstance(item, Proposal) and (item.is_withdrawn or bool(item.awaits)))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
