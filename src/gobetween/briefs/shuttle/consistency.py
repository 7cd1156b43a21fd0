"""Whether what mediators say fits together: what several told one, or one told several, as far as the audience knows of it.

Messages are compared two by two where they went to the same recipient from different mediators, or from the same mediator to different
recipients; and only the last word of each mediator to each recipient on a matter, from the same source. They do not fit where

- they name different options on an issue, none of them in common, unless each is said to be another's words;
- both give the words of the same source verbatim, on the same issue or in reply to the same thing, and the words differ;
- both bring a proposal with the same terms, and it is open until different days, unless each is said to be another's.

What does not fit may still be right: positions move. A finding says what to look at, not who is wrong.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping
from enum import StrEnum
from itertools import combinations
from typing import TypeAlias

from attrs import field, frozen

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import section_of, table_of
from gobetween.briefs.phrasing import day_in_words, joined
from gobetween.briefs.scenes import Scene
from gobetween.model.cases import Case
from gobetween.model.permissions import Form
from gobetween.model.relays import Message, MessageState

MEDIATORS_OWN = "mediators' own"
"""The source of what is said as a mediator's own idea: such ideas are compared, whoever of them has them."""

Matter: TypeAlias = tuple[str, Hashable]
"""What a message is about, as far as it can be compared: an issue, what it replies to, the terms of the proposal that it brings."""

ISSUE, REPLY, TERMS = "issue", "reply", "terms"


class MismatchKind(StrEnum):
    """In what two messages do not fit."""

    TERMS = "different terms"
    WORDS = "different words of one source"
    EXPIRY = "different days of expiry"


@frozen
class Mismatch:
    """Two messages, by id in the order of the record, that do not fit; on which issue, where they name it, and who was told."""

    kind: MismatchKind
    first: str
    second: str
    issue: str | None = field(default=None, kw_only=True)
    told: tuple[str, ...] = field(kw_only=True)


def consistency_section(scene: Scene) -> tuple[Section, ...]:
    """What to look at before more is said, from the audience's own messages alone."""
    rows = [_row(scene, each) for each in find_mismatches(scene.case)]
    columns = ("In what", "Issue", "Who was told", "One says", "The other says")
    blocks: list[Block] = [*table_of("What does not fit together", columns, rows)]
    lead = "What several mediators told one, or one told several. Positions move: that two messages differ does not say which is right."
    return section_of("consistency", "What was said and does not fit together", lead, blocks)


def find_mismatches(case: Case) -> tuple[Mismatch, ...]:
    """Every pair of messages in the case that does not fit, in the order of the record; pure, and no wider than the case.

    The cost grows with the number of messages, and on each matter with the pairs of those who spoke and heard.
    """
    places = {each.id: place for place, each in enumerate(case.messages)}
    expiries = {each.id: each.expires for each in case.proposals}
    found: dict[tuple[int, int, MismatchKind, str | None], Mismatch] = {}
    for matter, last in _last_words(case).items():
        for pair in combinations(sorted(last, key=lambda each: places[each.id]), 2):
            for kind, issue in _mismatches(matter, *pair, expiries) if _are_compared(*pair) else ():
                key = (places[pair[0].id], places[pair[1].id], kind, issue if kind is MismatchKind.TERMS else None)
                told = tuple(sorted({recipient(each) for each in pair}))
                found.setdefault(key, Mismatch(kind, pair[0].id, pair[1].id, issue=issue, told=told))
    return tuple(found[key] for key in sorted(found, key=lambda key: (*key[:3], key[3] or "")))


def recipient(message: Message) -> str:
    """Who is to hear it in the end."""
    return message.onward or message.to


def source(message: Message) -> str | None:
    """Whose it is said to be; `None` where that is not said."""
    return message.attributed_to or (MEDIATORS_OWN if message.form is Form.OWN_IDEA else None)


def _are_compared(one: Message, other: Message) -> bool:
    return (recipient(one) == recipient(other)) is not (one.carrier == other.carrier)


def _may_be_one_source(one: Message, other: Message) -> bool:
    sources = {source(one), source(other)}
    return None in sources or len(sources) == 1


def _last_words(case: Case) -> dict[Matter, list[Message]]:
    """On each matter the last that was said by whom to whom of whose."""
    last: dict[Matter, dict[tuple[str, str, str | None], Message]] = {}
    for message in case.messages:
        if message.state is MessageState.HANDED:
            line = (message.carrier, recipient(message), source(message))
            for matter in _matters(message):
                last.setdefault(matter, {})[line] = message
    return {matter: list(lines.values()) for matter, lines in sorted(last.items(), key=lambda each: each[0][0])}


def _matters(message: Message) -> Iterator[Matter]:
    yield from ((ISSUE, issue) for issue in sorted(message.terms))
    if message.in_return_for is not None:
        yield REPLY, message.in_return_for
    if message.proposal is not None and message.terms:
        yield TERMS, frozenset(message.terms.items())


def _mismatches(
    matter: Matter, one: Message, other: Message, expiries: Mapping[str, dt.date | None]
) -> Iterator[tuple[MismatchKind, str | None]]:
    common = min(one.terms.keys() & other.terms.keys(), default=None)
    about, issue = matter
    if about == TERMS:
        if _may_be_one_source(one, other) and expiries.get(one.proposal or "") != expiries.get(other.proposal or ""):
            yield MismatchKind.EXPIRY, common
        return
    if isinstance(issue, str) and about == ISSUE and _may_be_one_source(one, other) and not one.terms[issue] & other.terms[issue]:
        yield MismatchKind.TERMS, issue
    if _words_differ(one, other):
        yield MismatchKind.WORDS, common


def _words_differ(one: Message, other: Message) -> bool:
    is_one_source = one.attributed_to is not None and one.attributed_to == other.attributed_to
    is_verbatim = one.form is other.form is Form.VERBATIM
    return is_one_source and is_verbatim and one.text.split() != other.text.split()


def _row(scene: Scene, mismatch: Mismatch) -> tuple[Cell, ...]:
    messages = {each.id: each for each in scene.case.messages}
    return (
        Cell(str(mismatch.kind)),
        Cell(scene.names.issue(mismatch.issue)),
        Cell(scene.names.actors(mismatch.told)),
        _says(scene, messages[mismatch.first], mismatch),
        _says(scene, messages[mismatch.second], mismatch),
    )


def _says(scene: Scene, message: Message, mismatch: Mismatch) -> Cell:
    names = scene.names
    expires = next((each.expires for each in scene.case.proposals if each.id == message.proposal), None)
    said = {
        MismatchKind.TERMS: names.options(mismatch.issue, message.terms.get(mismatch.issue or "", ())),
        MismatchKind.WORDS: f"“{message.text}”",
        MismatchKind.EXPIRY: f"open until {day_in_words(expires)}" if expires else "open, no day named",
    }[mismatch.kind]
    whose = f"of {names.actor(message.attributed_to)}" if message.attributed_to else ""
    when = day_in_words(message.when.earliest) if message.when.earliest else ""
    return Cell(said or f"“{message.text}”", detail=joined(message.id, f"from {names.actor(message.carrier)}", whose, when))
