"""Whose confidences a text shows: found by leaving out what each of them entrusted and looking whether anything changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import Any, cast

from attrs import AttrsInstance, evolve, field, fields, frozen, has

from gobetween.briefs.cells import is_entrusted, is_held_by_some
from gobetween.disclosure.views import View, view_for
from gobetween.model.cases import Case
from gobetween.model.errors import GobetweenError
from gobetween.model.issues import Issue
from gobetween.model.items import PUBLIC, Item
from gobetween.model.preferences import Preferences, ValueBasis
from gobetween.model.proposals import Proposal

_TELLING = 12  # letters of an entry's words that are found in a text by more than chance


@frozen
class Confided:
    """The names of those who entrusted something that is shown or drawn on; whether anything is not public, or a position of some."""

    owners: tuple[str, ...] = field(default=(), kw_only=True)
    is_private: bool = field(default=False, kw_only=True)
    is_of_some: bool = field(default=False, kw_only=True)


Entry = Item | Preferences


def confided_in(shown: object, make: Callable[..., object], *views: View) -> Confided:
    """What of the views' confidences is in `shown`, which `make` made from them.

    Something of it is if `make` gives anything else without it: in words, in what is computed, or because an entry is left out that
    names it. It depends on nothing but the views, which their audience has anyway. Costs one more making for each owner whose
    words do not stand in the text as they are.
    """
    letters = "\n".join(_strings(shown)).casefold()
    owners = {owner_of(each) for view in views for each in _entries(view)}

    def is_shown(is_left_out: Callable[[Entry], bool]) -> bool:
        left_out = [each for view in views for each in _entries(view) if is_left_out(each)]
        return bool(left_out) and (_is_read(left_out, letters) or _made(make, views, is_left_out) != shown)

    actors = [actor for actor in views[-1].case.actors if actor.id in owners]
    told = {actor.id for actor in actors if is_shown(partial(_is_of, {actor.id}))}
    rest = {actor.id for actor in actors} - told
    if len(rest) > 1 and is_shown(partial(_is_of, rest)):  # what one of them said another said too
        told |= rest
    names = tuple(actor.name for actor in actors if actor.id in told)
    is_of_some = is_shown(_is_of_some)
    return Confided(owners=names, is_private=bool(names) or is_of_some or is_shown(_is_private), is_of_some=is_of_some)


def held_in(view: View, entries: Iterable[Entry]) -> Confided:
    """The same where all of these entries count, as all may be drawn on."""
    all_of_them = tuple(entries)
    owners = {owner_of(each) for each in all_of_them}
    names = tuple(actor.name for actor in view.case.actors if actor.id in owners)
    return Confided(owners=names, is_private=any(map(_is_private, all_of_them)), is_of_some=any(map(_is_of_some, all_of_them)))


def owner_of(entry: Entry) -> str | None:
    """Who entrusted the entry, if anyone did and it is not everybody's."""
    if isinstance(entry, Preferences):
        return entry.party if entry.basis is ValueBasis.ENTRUSTED and PUBLIC not in entry.holders else None
    return entry.owner if is_entrusted(entry) else None


def entries_of(case: Case) -> Iterator[tuple[str, Item]]:
    """All entries with the names of their lists, options and versions among them."""
    for name, item in case.items():
        yield name, item
        yield from ((name, each) for each in _parts(item))


def _parts(item: Item) -> tuple[Item, ...]:
    return item.options if isinstance(item, Issue) else item.versions if isinstance(item, Proposal) else ()


def _entries(view: View) -> Iterator[Entry]:
    yield from (item for _name, item in entries_of(view.case))
    yield from (*view.case.preferences, *view.analysable)


def _is_of(owners: Collection[str], entry: Entry) -> bool:
    return owner_of(entry) in owners


def _is_private(entry: Entry) -> bool:
    return PUBLIC not in entry.holders


def _is_of_some(entry: Entry) -> bool:
    return isinstance(entry, Item) and is_held_by_some(entry)


def _is_read(entries: Iterable[Entry], letters: str) -> bool:
    """Whether the words of one of them stand in the text, so that it need not be made again."""
    words = (getattr(each, "text", "").strip(" .").casefold() for each in entries)
    return any(len(each) >= _TELLING and each in letters for each in words)


def _made(make: Callable[..., object], views: tuple[View, ...], is_left_out: Callable[[Entry], bool]) -> object:
    """What is made without these entries; nothing where there is nothing without them."""
    try:
        return make(*(_without(view, is_left_out) for view in views))
    except GobetweenError:
        return None


def _without(view: View, is_left_out: Callable[[Entry], bool]) -> View:
    """The view without these entries, and without what names them."""
    kept: dict[str, Any] = {}
    for attribute in fields(Case):
        value = getattr(view.case, attribute.name)
        if isinstance(value, tuple):
            kept[attribute.name] = tuple(_kept(each, is_left_out) for each in value if not _goes(each, is_left_out))
    seen = view_for(view.audience, evolve(view.case, **kept)).case
    return evolve(view, case=seen, analysable=tuple(each for each in view.analysable if not is_left_out(each)))


def _goes(entry: object, is_left_out: Callable[[Entry], bool]) -> bool:
    return isinstance(entry, Item | Preferences) and is_left_out(entry)


def _kept(entry: Any, is_left_out: Callable[[Entry], bool]) -> Any:
    if isinstance(entry, Issue):
        return evolve(entry, options=tuple(each for each in entry.options if not is_left_out(each)))
    if isinstance(entry, Proposal):
        return evolve(entry, versions=tuple(each for each in entry.versions if not is_left_out(each)))
    return entry


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif has(type(value)):
        for each in fields(type(cast("AttrsInstance", value))):
            yield from _strings(getattr(value, each.name))
