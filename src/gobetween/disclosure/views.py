"""The view of a case that one audience has, as of a day: built by adding what is allowed, never by deleting what is forbidden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from gobetween.disclosure.references import ACTOR, ADDRESSEE, ANSWERABLE, NAMED, NOTHING, PLACES, SOMEBODY
from gobetween.model.actors import Actor, Person, Principal
from gobetween.model.cases import Case, Release, Source
from gobetween.model.dates import When
from gobetween.model.errors import NotDisclosed
from gobetween.model.evidence import Account, Report, Story
from gobetween.model.happenings import Contradiction, DisputeSide, FactualDispute, Round, Track
from gobetween.model.issues import Issue, Link, Option, OptionSets
from gobetween.model.items import KEEPER, PUBLIC, Item
from gobetween.model.passages import Citation
from gobetween.model.positions import Position
from gobetween.model.preferences import Preferences
from gobetween.model.proposals import Proposal, Version

# The frame of the talks: without a date of its own it was always known.
TIMELESS = (Actor, Person, Principal, Round, Issue, Option, Link)

# Collections are added in this order, so that what an entry names is there before it.
FIRST = ("sources", "actors", "persons", "rounds", "issues", "proposals", "messages", "phases", "obligations")
# What talks are opened with, known to everyone.
HEAD = ("profile", "is_rehearsal", "is_reported", "is_fictional", "retained_until", "mediators_learn_answers")
APART = frozenset({"sources", "preferences"})

Entry = TypeVar("Entry", bound=Item)
Cited = TypeVar("Cited", DisputeSide, Any)


@frozen
class View:
    """What one audience may see of a case, as of a day.

    `case` holds nothing else, so whatever is computed from it is open to the audience. `analysable` are the preferences that may be
    computed with *together* for this audience; some of them may not be shown. `undated` are sources, and `undated_reports`
    reports, left out because they cannot be said to have been published by the day. `is_live` says that it comes from the store of
    live talks, not from a folder.
    """

    audience: str
    case: Case
    as_of: dt.date | None = field(default=None, kw_only=True)
    analysable: tuple[Preferences, ...] = field(default=(), kw_only=True)
    undated: tuple[Source, ...] = field(default=(), kw_only=True)
    undated_reports: tuple[Report, ...] = field(default=(), kw_only=True)
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
    builder = _Builder(audience, as_of)
    account = builder.account(case.account)
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
        undated_reports=tuple(each for each in case.account.reports if builder.may_be_undated(each.document.published)),
    )


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
    msg = f"nobody in this case is called '{audience}'; audiences: {', '.join(known)}{likely}"
    raise NotDisclosed(msg)


def _actors_seen_by(audience: str, case: Case, as_of: dt.date | None) -> tuple[str, ...]:
    builder = _Builder(audience, as_of)
    return tuple(actor.id for actor in case.actors if builder.is_open(actor))


def analysable_preferences(audience: str, preferences: Iterable[Preferences]) -> tuple[Preferences, ...]:
    """The preferences that may be computed with together for `audience`, at most one a party, in the order of `preferences`.

    Entrusted preferences go together if the audience was itself entrusted with each of them, or if each owner permitted pooling for
    it: the way that covers more parties is taken, the first if they are even. Assumed ones, where the audience may see the
    assumption, stand in for parties that are not covered, but never beside pooled ones: who pools permits results from this and
    what others entrusted, and whoever chose all the other numbers could work this party's own out of the results.
    """
    everything = tuple(preferences)
    entrusted = [each for each in everything if each.assumption is None]
    assumed = [each for each in everything if each.assumption is not None and _is_held_by(audience, each)]
    held = [each for each in entrusted if _is_held_by(audience, each)]
    pooled = [each for each in entrusted if audience in each.pooled_for]
    is_alone = len(pooled) == 1 or any(each.party not in {other.party for other in pooled} for each in assumed)
    chosen = held if is_alone or len(pooled) <= len(held) else pooled
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


class _Builder:
    """Adds, collection by collection, what one audience may see."""

    def __init__(self, audience: str, as_of: dt.date | None) -> None:
        self.audience = audience
        self.as_of = as_of
        self.added: dict[str, list[Item]] = {}
        self.ids: dict[str, set[str]] = {name: set() for name in FIRST}
        self.options: dict[str, set[str]] = {}

    def may_see(self, holders: frozenset[str]) -> bool:
        return PUBLIC in holders or self.audience in holders

    def was_known(self, known: When, *, timeless: bool = False) -> bool:
        if self.as_of is None:
            return True
        return timeless if known.is_unknown else known.is_by(self.as_of)

    def is_open(self, item: Item) -> bool:
        known = item.published if isinstance(item, Source) and item.known.is_unknown else item.known
        return self.may_see(item.holders) and self.was_known(known, timeless=isinstance(item, TIMELESS) and not item.citations)

    def may_be_known(self, preferences: Preferences) -> bool:
        """Whether it fits the day: what a party entrusted has no date, so it cannot be said to have been known by one."""
        return self.as_of is None or preferences.assumption is not None

    def add(self, name: str, items: Iterable[Item]) -> None:
        for item in items:
            seen = self.seen(item)
            if seen is not None:
                self.added.setdefault(name, []).append(seen)
                self.ids.setdefault(name, set()).add(seen.id)
                if isinstance(seen, Issue):
                    self.options[seen.id] = {option.id for option in seen.options}

    def seen(self, item: Item) -> Item | None:
        """The entry as the audience sees it, or `None`."""
        if not self.is_open(item):
            return None
        if isinstance(item, Issue):
            item = evolve(item, consents=tuple(each for each in item.consents if each in self.ids["actors"]))
        hidden = self.hidden_names(item)
        if any(collection not in PLACES for collection in hidden.values()):
            return None
        changed: dict[str, Any] = dict.fromkeys(hidden)
        if item.citations and (cited := self.cited(item.citations)) != item.citations:
            changed["citations"] = cited
        return self.parts(evolve(item, **changed) if changed else item)

    def settle_copies(self) -> None:
        """Takes out of which hidden report an open one is a copy; reports name one another in any order."""
        sources = self.added.get("sources", [])
        for place, each in enumerate(sources):
            if isinstance(each, Source) and each.same_story_as not in (None, *self.ids["sources"]):
                sources[place] = evolve(each, same_story_as=None)

    def hidden_names(self, item: Item) -> dict[str, str]:
        """The attributes of the entry that name something which was not added, each with the collection it would be in."""
        hidden: dict[str, str] = {}
        for attribute, collection in NAMED.get(type(item), NOTHING).items():
            value = getattr(item, attribute)
            for entry in value if value.__class__ is tuple else (value,):
                if entry is not None and not self.has(collection, entry):
                    hidden[attribute] = collection
        return hidden

    def has(self, collection: str, entry_id: str) -> bool:
        if collection == SOMEBODY:
            return entry_id in self.ids["actors"] or entry_id in self.ids["persons"]
        if collection == ADDRESSEE:
            return entry_id in self.ids["actors"] or entry_id in self.ids["messages"]
        if collection == ANSWERABLE:
            return entry_id in self.ids["proposals"] or entry_id in self.ids["messages"]
        return entry_id in self.ids.get(collection, ())

    def cited(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        return tuple(citation for citation in citations if citation.source in self.ids["sources"])

    def parts(self, item: Item) -> Item | None:
        """The entry with only those parts of it that are open; `None` if nothing of it is left."""
        match item:
            case Issue():
                options = tuple(evolve(each, citations=self.cited(each.citations)) for each in item.options if self.is_open(each))
                return evolve(item, options=options) if options else None
            case Link():
                return self.link(item)
            case Position():
                asked = item.options & self.options.get(item.issue or "", set())
                return evolve(item, options=frozenset(asked)) if asked or not item.options else None
            case Proposal():
                versions = tuple(self.version(each) for each in item.versions if self.is_open(each))
                return evolve(item, terms=self.within(item.terms), versions=versions)
            case FactualDispute():
                sides = tuple(each for each in self.with_sources(item.sides) if self.has(ACTOR, each.actor))
                return evolve(item, sides=sides) if len(sides) > 1 else None
            case Contradiction():
                told = self.with_sources(item.sides)
                return evolve(item, sides=told) if len(told) > 1 else None
            case Track():
                return evolve(item, texts=tuple(evolve(each, by=self.known(each.by)) for each in self.with_sources(item.texts)))
            case Release():
                return self.release(item)
            case _:
                return item

    def known(self, actor: str | None) -> str | None:
        """The actor's id, if the audience knows of it."""
        return actor if actor is not None and self.has(ACTOR, actor) else None

    def version(self, item: Version) -> Version:
        """The version with nothing in its clauses that names what is not open."""
        clauses = tuple(
            evolve(
                clause,
                issue=clause.issue if clause.issue in self.options else None,
                terms=clause.terms & self.options.get(clause.issue or "", set()),
                alternatives=tuple(evolve(each, by=self.known(each.by)) for each in clause.alternatives),
            )
            for clause in item.clauses
        )
        return evolve(item, citations=self.cited(item.citations), clauses=clauses, author=self.known(item.author))

    def release(self, item: Release) -> Release:
        """The release without whose numbers it draws on, but for whoever made it and for each owner its own."""
        own = item.draws_on if self.audience == item.by else tuple(each for each in item.draws_on if each == self.audience)
        to = tuple(each for each in item.to if each in (PUBLIC, KEEPER) or self.has(ACTOR, each))
        return evolve(item, terms=self.within(item.terms), draws_on=own, to=to, by=self.known(item.by) or "")

    def link(self, item: Link) -> Link | None:
        if_chosen, requires = self.within(item.if_chosen), self.within(item.requires)
        if if_chosen.keys() != item.if_chosen.keys() or requires.keys() != item.requires.keys():
            return None
        return evolve(item, if_chosen=if_chosen, requires=requires)

    def within(self, sets: OptionSets) -> Mapping[str, frozenset[str]]:
        """The sets with their open options alone; issues of which none is open are left out."""
        opened = {issue: options & self.options.get(issue, set()) for issue, options in sets.items()}
        return {issue: frozenset(options) for issue, options in opened.items() if options}

    def with_sources(self, entries: Iterable[Cited]) -> tuple[Cited, ...]:
        """The entries that cite nothing, or at least one open source."""
        kept = ((entry, self.cited(entry.citations)) for entry in entries)
        return tuple(evolve(entry, citations=cited) for entry, cited in kept if cited or not entry.citations)

    def undated(self, sources: Iterable[Source]) -> tuple[Source, ...]:
        """Open sources that may have been there by the day, but are not surely so."""
        left_out = (each for each in sources if self.may_see(each.holders) and each.id not in self.ids["sources"])
        return tuple(each for each in left_out if self.may_be_undated(each.published) and not self.came_later(each))

    def came_later(self, source: Source) -> bool:
        """Whether it is said to have become known only after the day, whenever it was published."""
        return self.as_of is not None and not source.known.is_unknown and not source.known.may_be_by(self.as_of)

    def may_be_undated(self, published: When) -> bool:
        """Whether something may have been published by the day, but not surely."""
        return self.as_of is not None and published.may_be_by(self.as_of) and not published.is_by(self.as_of)

    def account(self, account: Account) -> Account:
        """What was read from reports that were published by the day; open reporting is public."""
        reports = tuple(each for each in account.reports if self.was_known(each.document.published))
        names = {report.name for report in reports}
        stories = (Story(tuple(name for name in story.names if name in names), story.reason) for story in account.stories)
        return Account(reports, tuple(story for story in stories if len(story.names) > 1))
