"""The view of a case that one audience has, as of a day: built by adding what is allowed, never by deleting what is forbidden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from attrs import evolve, field, frozen

from gobetween.disclosure.builders import FIRST, Builder
from gobetween.disclosure.undated import undated_entries
from gobetween.model.cases import Case, Source
from gobetween.model.errors import NotDisclosed
from gobetween.model.evidence import Report
from gobetween.model.items import KEEPER, PUBLIC, Item
from gobetween.model.preferences import Preferences

# What talks are opened with, known to everyone.
HEAD = ("profile", "is_rehearsal", "is_reported", "is_fictional", "retained_until", "mediators_learn_answers")


@frozen
class View:
    """What one audience may see of a case, as of a day.

    `case` holds nothing else, so whatever is computed from it is open to the audience. `analysable` are the preferences that may be
    computed with *together* for this audience; some of them may not be shown. `undated` are sources, and `undated_reports`
    reports, left out because they cannot be said to have been published by the day. `undated_entries` is filled for the keeper alone,
    who can mend them: the list of each entry left out because nothing says when it became known, once an entry. `is_live` says that
    it comes from the store of live talks, not from a folder.
    """

    audience: str
    case: Case
    as_of: dt.date | None = field(default=None, kw_only=True)
    analysable: tuple[Preferences, ...] = field(default=(), kw_only=True)
    undated: tuple[Source, ...] = field(default=(), kw_only=True)
    undated_reports: tuple[Report, ...] = field(default=(), kw_only=True)
    undated_entries: tuple[str, ...] = field(default=(), kw_only=True)
    is_live: bool = field(default=False, kw_only=True)

    @property
    def audience_name(self) -> str:
        """The audience in words: an actor's name, `public` or `keeper`."""
        actor = self.case.actor(self.audience)
        return actor.name if actor else self.audience


def view_for(audience: str, case: Case, *, as_of: dt.date | None = None) -> View:
    """What `audience` (an actor's id, `public` or `keeper`) may see of `case`, limited to what was known by `as_of`.

    An entry is added if the audience is among its holders (or everyone is), if it was surely known by the day, and if everything
    it names was added before it. Options, texts and citations within an entry are added by the same rule.

    Raises:
        NotDisclosed: there is no such audience, or it is one that the public does not know of.
    """
    check_audience(audience, case, as_of=as_of)
    builder = Builder(audience, as_of)
    account, reports = builder.account(case.account, case.sources), builder.open_reports(case.account.reports, case.sources)
    by_name = dict(_collections(case))
    for name in (*FIRST, *(name for name in by_name if name not in FIRST)):
        builder.add(name, by_name.get(name, ()))
    builder.settle_copies()
    parts: dict[str, Any] = {name: tuple(entries) for name, entries in builder.added.items()}
    head = {name: getattr(case, name) for name in HEAD}
    seen = Case(case.id, case.title, summary="" if as_of else case.summary, account=account, **head, **parts)
    numbers = tuple(each for each in case.preferences if each.party in builder.ids["actors"] and builder.may_be_known(each))
    return View(
        audience,
        evolve(seen, preferences=tuple(each for each in numbers if _is_held_by(audience, each))),
        as_of=as_of,
        analysable=analysable_preferences(audience, numbers),
        undated=builder.undated(case.sources),
        undated_reports=tuple(each for each in reports if builder.may_be_undated(each.document.published)),
        undated_entries=_undated_of_keeper(builder, case),
    )


def _undated_of_keeper(builder: Builder, case: Case) -> tuple[str, ...]:
    """The lists of the keeper's own entries that no day lets in; others are told nothing, not even how many there are."""
    if builder.audience != KEEPER or builder.as_of is None:
        return ()
    return tuple(name for name, item in undated_entries(case) if builder.may_see(item.holders))


def check_audience(audience: str, case: Case, *, as_of: dt.date | None = None) -> None:
    """Refuses an audience that is not there in the same words as one that was not told of, or not known of by the day.

    Raises:
        NotDisclosed: there is no such audience in the case as the audience itself may see it.
    """
    if audience in (PUBLIC, KEEPER) or audience in _actors_seen_by(audience, case, as_of):
        return
    known = (KEEPER, PUBLIC, *_actors_seen_by(PUBLIC, case, as_of))
    close = get_close_matches(audience, known, n=1)
    likely = f"; did you mean '{close[0]}'?" if close else ""
    if as_of is None:
        raise NotDisclosed(f"nobody in this case is called '{audience}'; audiences: {', '.join(known)}{likely}")
    raise NotDisclosed(f"nobody called '{audience}' was known by {as_of}; audiences by that day: {', '.join(known)}{likely}")


def _actors_seen_by(audience: str, case: Case, as_of: dt.date | None) -> tuple[str, ...]:
    builder = Builder(audience, as_of)
    return tuple(actor.id for actor in case.actors if builder.is_open(actor))


def analysable_preferences(audience: str, preferences: Iterable[Preferences]) -> tuple[Preferences, ...]:
    """The preferences that may be computed with together for `audience`, at most one a party, in the order of `preferences`.

    Entrusted preferences go together if the audience was itself entrusted with each of them, or if each owner permitted pooling for
    it: the way that covers more parties is taken, the first if they are even. Assumed ones, where the audience may see the
    assumption, stand in for parties that are not covered, but never beside pooled ones: who pools permits results from this and
    what others entrusted, and whoever chose all the other numbers could work this party's own out of the results. For the same
    reason the audience's own numbers, which it can change as it likes, never go with pooled ones.
    """
    everything = tuple(preferences)
    entrusted = [each for each in everything if each.assumption is None]
    assumed = [each for each in everything if each.assumption is not None and _is_held_by(audience, each)]
    held = [each for each in entrusted if _is_held_by(audience, each)]
    others = [each for each in held if each.party != audience]
    pooled = [each for each in entrusted if audience in each.pooled_for and each.party != audience]
    is_alone = len(pooled) == 1 or any(each.party not in {other.party for other in pooled} for each in assumed)
    chosen = held if is_alone or len(pooled) <= len(others) else pooled
    covered = {each.party for each in chosen}
    stand_ins = [each for each in assumed if each.party not in covered]
    return tuple(each for each in everything if each in chosen or each in stand_ins)


def _is_held_by(audience: str, preferences: Preferences) -> bool:
    return audience in preferences.holders or PUBLIC in preferences.holders


def _collections(case: Case) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for name, item in case.items():
        found.setdefault(name, []).append(item)
    return found
