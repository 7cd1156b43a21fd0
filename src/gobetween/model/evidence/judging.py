"""An account as persons judged it: wrong items struck, right ones confirmed, changed ones changed, merged ones become one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from gobetween.model.evidence.accounts import Account, Report
from gobetween.model.evidence.documents import Document
from gobetween.model.evidence.items import Item, item_id, items_of
from gobetween.model.evidence.judged_events import Coding, Words, origin_of, recoded
from gobetween.model.evidence.judged_pairs import Key, pairs_of
from gobetween.model.evidence.judgements import JudgedItem, Judgement, Verdict
from gobetween.model.evidence.kinds import ItemKind, Standing
from gobetween.model.evidence.mentions import EventMention

_UNTOLD = 70  # percent: where an item without a confidence stands among the others


@frozen
class JudgedEntry:
    """One item of one document as it stands now, and the judgement that made it so, if any; a struck one is in no brief."""

    id: str
    report: str
    sha256: str
    kind: ItemKind
    item: Item
    judgement: Judgement | None = None
    is_struck: bool = False


@frozen
class Judged:
    """An account as it was judged; every item that was read or added, struck ones too; judgements on documents that are not here."""

    account: Account
    entries: tuple[JudgedEntry, ...] = field(default=(), repr=False)
    absent: tuple[Judgement, ...] = ()


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that count: of several on one reading the last, and none that was taken back."""
    latest = {judgement.about.key: judgement for judgement in judgements}
    return tuple(each for each in latest.values() if each.verdict is not Verdict.OPEN)


def added_by_persons(judgements: Iterable[Judgement]) -> frozenset[Key]:
    """What persons added, whatever they judged of it later: no rule read it when it was judged."""
    return frozenset(each.about.key for each in judgements if each.verdict is Verdict.ADDED)


def judged(account: Account, judgements: Iterable[Judgement], code: Coding | None = None) -> Judged:
    """The account with the judgements applied.

    A judgement finds its item by document, kind and words. If the words are read a little otherwise by now (at least half of all
    characters in common), 'right' and 'changed' hold for what is read there now, and win: the item is as it was judged. 'Wrong' and
    'merged' strike only what says the same of the same words (party and stance, speaker, value): a new reading is a new question. What
    a person added stands beside what is read of the same words, unless that says the same. What is no longer read stands alone if it
    was judged right, changed or added. With `code`, events are coded again from what was changed or added. Judging an account that was
    judged already changes nothing more: hand in what was read. Cost: judgements times items near their words.
    """
    judgements = tuple(judgements)
    added = added_by_persons(judgements)
    by_document: dict[str, list[Judgement]] = {}
    for judgement in in_force(judgements):
        by_document.setdefault(judgement.about.sha256, []).append(judgement)
    made: dict[str, tuple[Document, tuple[JudgedEntry, ...]]] = {}
    reports: list[Report] = []
    entries: list[JudgedEntry] = []
    for report in account.reports:
        sha256 = report.document.sha256
        if sha256 not in made:  # copies of one document are judged as one
            made[sha256] = _judged_document(report.name, report.document, by_document.get(sha256, []), added, code)
            entries.extend(made[sha256][1])
        reports.append(evolve(report, document=made[sha256][0]))
    absent = tuple(each for sha256, own in by_document.items() if sha256 not in made for each in own)
    return Judged(evolve(account, reports=tuple(reports)), tuple(entries), absent)


def identified(account: Account) -> Account:
    """The account with every item bearing its id, for tables in which a person looks for what to judge."""
    reports = []
    for report in account.reports:
        items: dict[str, list[Item]] = {kind.value: [] for kind in ItemKind}
        for name, kind, item in items_of(report.document):
            items[kind.value].append(evolve(item, id=name))
        kept: dict[str, Any] = {name: tuple(found) for name, found in items.items()}
        reports.append(evolve(report, document=evolve(report.document, **kept)))
    return evolve(account, reports=tuple(reports))


def _judged_document(
    name: str, document: Document, judgements: list[Judgement], added: frozenset[Key], code: Coding | None
) -> tuple[Document, tuple[JudgedEntry, ...]]:
    if not judgements:
        return document, tuple(_entries(name, document))
    standing = _standing(name, document, judgements, added, tuple(kind for kind in ItemKind if kind is not ItemKind.EVENT))
    if code is not None:
        gone = _words_of(standing, is_struck=True) - _words_of(standing, is_struck=False)
        document = evolve(document, events=recoded(document, _kept(document, standing), code, gone))
    standing = _without_dependents([*standing, *_standing(name, document, judgements, added, (ItemKind.EVENT,))])
    return _kept(document, standing), tuple(standing)


def _entries(name: str, document: Document) -> Iterator[JudgedEntry]:
    return (JudgedEntry(each_id, name, document.sha256, kind, item) for each_id, kind, item in items_of(document))


def _standing(
    name: str, document: Document, judgements: list[Judgement], added: frozenset[Key], kinds: Sequence[ItemKind]
) -> list[JudgedEntry]:
    """The entries of these kinds with their judgements, kind by kind."""
    entries = list(_entries(name, document))
    standing: list[JudgedEntry] = []
    for kind in kinds:
        own = [each for each in entries if each.kind is kind]
        standing += _judged_kind(name, own, [each for each in judgements if each.about.kind is kind], added)
    return _merged(standing)


def _kept(document: Document, standing: Sequence[JudgedEntry]) -> Document:
    """The document with those items alone that stand."""
    kept: dict[str, Any] = {
        kind.value: tuple(evolve(each.item, id=each.id) for each in standing if each.kind is kind and not each.is_struck)
        for kind in ItemKind
    }
    return evolve(document, **kept)


def _judged_kind(name: str, read: list[JudgedEntry], judgements: list[Judgement], added: frozenset[Key]) -> list[JudgedEntry]:
    """The entries of one kind with their judgements; those that stand alone where their words stand."""
    pairs = pairs_of([each.item for each in read], judgements, added)
    paired = {judgement.about.key: judgement for judgement in pairs.values()}
    entries = [_settled(entry, pairs[place]) if place in pairs else _without_double(entry, paired) for place, entry in enumerate(read)]
    taken = {entry.id for entry in entries}
    alone = [each for each in judgements if each.verdict.keeps and each.about.key not in paired]
    for judgement in sorted(alone, key=lambda each: each.about.key):
        about = judgement.about
        fresh = _fresh(item_id(about.sha256, about.kind, about.item), taken)
        entry = _settled(JudgedEntry(fresh, name, about.sha256, about.kind, about.item), judgement)
        after = next((place for place, each in enumerate(entries) if each.item.passage.start > about.item.passage.start), len(entries))
        entries.insert(after, entry)
    return entries


def _fresh(name: str, taken: set[str]) -> str:
    """The id, with the first free number if it is taken."""
    number, fresh = 1, name
    while fresh in taken:
        number += 1
        fresh = f"{name}-{number}"
    taken.add(fresh)
    return fresh


def _settled(entry: JudgedEntry, judgement: Judgement) -> JudgedEntry:
    """The entry as its judgement has it; merging is settled when all others are."""
    if not judgement.verdict.keeps:
        return evolve(entry, judgement=judgement, is_struck=judgement.verdict is Verdict.WRONG)
    standing = Standing.CHANGED if judgement.verdict is Verdict.CHANGED else Standing.CONFIRMED
    return evolve(entry, item=evolve(judgement.judged_item(), standing=standing, confidence=None), judgement=judgement)


def _without_double(entry: JudgedEntry, paired: Mapping[Key, Judgement]) -> JudgedEntry:
    """The entry, struck if it was read twice: the judgement on its double is on both."""
    judgement = paired.get(JudgedItem(entry.sha256, entry.kind, entry.item).key)
    return entry if judgement is None else evolve(entry, judgement=judgement, is_struck=True)


def _merged(entries: list[JudgedEntry]) -> list[JudgedEntry]:
    """The entries with merged ones struck, if what they are merged into is there; in a circle of merging, none is struck."""
    into = {entry.id: target for entry in entries if _is_merge(entry) and (target := _target(entry, entries))}
    return [_settled_merge(entry, is_struck=_ends(entry.id, into)) if _is_merge(entry) else entry for entry in entries]


def _target(entry: JudgedEntry, entries: Iterable[JudgedEntry]) -> str | None:
    """The id of what the entry is merged into, if it is there."""
    others = [each for each in entries if each.kind is entry.kind and each.id != entry.id]
    wanted = entry.judgement.into if entry.judgement else None
    found = pairs_of([_as_read(each) for each in others], [Judgement(wanted, Verdict.RIGHT)] if wanted else [])
    return next((others[place].id for place in found), None)


def _settled_merge(entry: JudgedEntry, *, is_struck: bool) -> JudgedEntry:
    return evolve(entry, is_struck=True) if is_struck or entry.is_struck else evolve(entry, judgement=None)


def _as_read(entry: JudgedEntry) -> Item:
    return entry.judgement.about.item if entry.judgement else entry.item


def _is_merge(entry: JudgedEntry) -> bool:
    return entry.judgement is not None and entry.judgement.verdict is Verdict.MERGED


def _ends(start: str, into: Mapping[str, str]) -> bool:
    """Whether merging leads from one item to another that is not merged itself."""
    seen, place = {start}, into.get(start)
    while place is not None and place in into:
        if place in seen:
            return False
        seen.add(place)
        place = into[place]
    return place is not None


def _without_dependents(entries: list[JudgedEntry]) -> list[JudgedEntry]:
    """Events that were coded from a struck item are struck with it, unless the same words still stand as that kind, or were judged."""
    alive = _words_of(entries, is_struck=False)
    struck = {_words(each): each for each in entries if each.is_struck}
    return [
        evolve(each, is_struck=True, judgement=struck[words].judgement)
        if each.judgement is None and (words := _origin(each)) in struck and words not in alive
        else each
        for each in entries
    ]


def _words_of(entries: Iterable[JudgedEntry], *, is_struck: bool) -> set[Words]:
    return {_words(each) for each in entries if each.is_struck is is_struck}


def _words(entry: JudgedEntry) -> Words:
    return entry.kind.word, entry.item.passage.spans


def _origin(entry: JudgedEntry) -> Words | None:
    return origin_of(entry.item) if isinstance(entry.item, EventMention) else None


def undecided(entries: Iterable[JudgedEntry]) -> Iterator[JudgedEntry]:
    """Items that no person judged, the most doubtful first; those without a confidence after the doubtful, before the sure.

    An event comes after what it was coded from, and is as sure: it may go, or say something else, by what is said of that.
    """
    waiting = [each for each in entries if each.judgement is None and not each.is_struck]
    yield from sorted(
        waiting, key=lambda each: (_percent(each), each.report, each.item.passage.start, each.kind is ItemKind.EVENT, each.id)
    )


def _percent(entry: JudgedEntry) -> int:
    confidence = entry.item.confidence
    return confidence.percent if confidence else _UNTOLD
