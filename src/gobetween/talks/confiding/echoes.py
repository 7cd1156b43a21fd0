"""Another's words in what a mediator does of its own: refused, whatever the act, where they would come to somebody who has them not.

What is conveyed as somebody's item has its permission (see `allowances`). But the same words can be put into a proposal, a non-paper,
a text or the name of a thing; there nobody has permitted them. Words that were asked for in an amendment are for the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from gobetween.model.agreement import Agreement, ViolationReport
from gobetween.model.cases import Case
from gobetween.model.caucuses import Told
from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import PUBLIC, Item
from gobetween.model.proposals import Answer, Proposal
from gobetween.model.relays import Message
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.acts import Act
from gobetween.protocols.messages import MessageHanded
from gobetween.protocols.relays import RelayBegun
from gobetween.protocols.violations import ViolationConveyed
from gobetween.record.codecs import encode
from gobetween.talks.confiding.allowances import FEWEST_WORDS, needs_permission
from gobetween.talks.conveying.conveyances import Conveyance, Source
from gobetween.talks.conveying.likenesses import plain_words
from gobetween.talks.knowing.ownership import OWNED, entrusted_by, is_public, words_of
from gobetween.talks.legibility import texts_of
from gobetween.talks.standings import Deed, Standing

CONVEYED: tuple[type[Act], ...] = (MessageHanded, RelayBegun, ViolationConveyed)
"""Acts by which an item is conveyed: what they may say is judged by what their owner permitted."""

TAKEN_UP = frozenset({"amendments"})
"""What was given to the mediators so that it stands in what they write."""

_FIRST_WORD = re.compile(r"\w+")


@frozen
class _Words:
    """Words that somebody has, and who is known to have them."""

    name: str
    text: str
    holders: frozenset[str]


def must_not_echo(at: Standing, deeds: Sequence[Deed]) -> None:
    """Refuses deeds of a mediator that bring another's words, all of them, to somebody who has them neither from it nor in public.

    Raises:
        ProtocolViolation: they do, and no permission of the owner's lets the mediator convey the item to that one.
    """
    if not at.is_mediator():
        return
    for deed in deeds:
        others = deed.audience - {at.actor, CUSTODIAN}
        if others and not isinstance(deed.act, CONVEYED):
            _judge(at, others, tuple(texts_of(encode(deed.act))))


def _judge(at: Standing, others: frozenset[str], texts: Iterable[str]) -> None:
    said = [_plain(text) for text in texts if len(plain_words(text)) >= FEWEST_WORDS]
    if not said:
        return
    for held in _entrusted(at, said):
        learning = others - held.holders - _permitted(at, held.name)
        if learning and not _has_otherwise(at.case, held, learning):
            raise ProtocolViolation(
                f"these words hold all of '{held.name}', which is another's: to bring them to {', '.join(sorted(learning))}, "
                f"convey it as what it is, with its owner's permission (ask {held.name})"
            )


def _entrusted(at: Standing, said: Sequence[str]) -> Iterator[_Words]:
    """What others told the mediator, handed to it or put before it, that stands in what is said, if it may not be used freely."""
    for name in OWNED:
        for item in getattr(at.case, name) if name not in TAKEN_UP else ():
            owner = entrusted_by(item)
            is_another_s = owner not in (None, at.actor) and at.actor not in _authors(item)
            if is_another_s and _stands_in(words_of(item), said) and needs_permission(at, Conveyance("", item.id), Source(item, owner)):
                yield _Words(item.id, words_of(item), _holders_by_id(at.case)[item.id] | {owner or ""})
    for message in at.case.messages:
        if message.to == at.actor and _stands_in(message.text, said):
            yield _Words(message.id, message.text, frozenset({message.carrier}))


def _authors(item: Item) -> tuple[str, ...]:
    return item.by if isinstance(item, Proposal) else ()


def _holders_by_id(case: Case) -> dict[str, frozenset[str]]:
    """Who is known to have each item; what was told is an item of several lists under one id."""
    found: dict[str, frozenset[str]] = {}
    for name in OWNED:
        for item in getattr(case, name):
            found[item.id] = found.get(item.id, frozenset()) | _holders(item)
    return found


def _holders(item: Item) -> frozenset[str]:
    match item:
        case Told() | ViolationReport():
            return frozenset(item.to)
        case Proposal():
            return frozenset((*item.by, *item.carriers, *item.handed_to))
        case Answer():
            return frozenset((item.by, *item.to))
        case Agreement():
            return item.everyone
        case _:
            return frozenset()


def _permitted(at: Standing, item: str) -> frozenset[str]:
    """To whom the mediator may convey the item."""
    in_force = (each for each in at.case.permissions if each.item == item and at.actor in each.carriers and each.is_in_force(at.today))
    return frozenset(to for each in in_force for to in each.to)


def _has_otherwise(case: Case, held: _Words, learning: frozenset[str]) -> bool:
    """Whether everybody has the words, or each of these has them in something else."""
    having: set[str] = set()
    for words in _known_elsewhere(case):
        if words.name != held.name and _stands_in(held.text, [_plain(words.text)]):
            if PUBLIC in words.holders:
                return True
            having |= words.holders
    return learning <= having


def _known_elsewhere(case: Case) -> Iterator[_Words]:
    for name in OWNED:
        for item in getattr(case, name):
            yield _Words(item.id, words_of(item), frozenset({PUBLIC}) if is_public(item) else _holders(item))
    for message in case.messages:
        yield _of_message(message)
    for agreement in case.agreements:
        yield from (_Words(agreement.id + "/", clause.text, agreement.everyone) for clause in agreement.clauses)
    for text in case.proposals:
        for version in text.versions:
            shown = frozenset(each.to for each in version.showings)
            yield from (_Words(version.id + "/", clause.wording, shown) for clause in version.clauses if shown)


def _of_message(message: Message) -> _Words:
    return _Words(message.id, message.text, frozenset({message.carrier, message.to}))


def _stands_in(words: str, said: Iterable[str]) -> bool:
    first = _FIRST_WORD.search(words)
    if first is None:
        return False
    near = [text for text in said if f" {first.group().lower()} " in text]
    return bool(near) and len(plain_words(words)) >= FEWEST_WORDS and any(_plain(words) in text for text in near)


def _plain(text: str) -> str:
    return f" {' '.join(plain_words(text))} "
