"""Adding to a view, collection by collection, what its audience may see: whole entries, and the open parts of entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from attrs import evolve

from gobetween.disclosure.references import ACTOR, ADDRESSEE, ANSWERABLE, NAMED, NOTHING, PLACES, SOMEBODY
from gobetween.model.actors import Actor, Person, Principal
from gobetween.model.cases import Release, Source
from gobetween.model.dates import When
from gobetween.model.evidence import Account, Report, Story
from gobetween.model.happenings import Contradiction, DisputeSide, FactualDispute, Round, Track
from gobetween.model.issues import Issue, Link, Option, OptionSets
from gobetween.model.items import KEEPER, PUBLIC, Item
from gobetween.model.passages import Citation
from gobetween.model.positions import Position
from gobetween.model.preferences import Preferences
from gobetween.model.proposals import Proposal, Version

# The frame of the talks: where nothing says when it became known it always was; a round, from the day it began.
TIMELESS = (Actor, Person, Principal, Round, Issue, Option, Link)

# Collections are added in this order, so that what an entry names is there before it.
FIRST = ("sources", "actors", "persons", "rounds", "issues", "proposals", "messages", "phases", "obligations")

Cited = TypeVar("Cited", DisputeSide, Any)

OF_OTHERS = "the words of one stand in the other"
"""Why reports tell one story, where the share of words would tell of a report that is kept back."""


class Builder:
    """Adds, collection by collection, what one audience may see."""

    def __init__(self, audience: str, as_of: dt.date | None) -> None:
        self.audience = audience
        self.as_of = as_of
        self.added: dict[str, list[Item]] = {}
        self.ids: dict[str, set[str]] = {name: set() for name in FIRST}
        self.options: dict[str, set[str]] = {}

    def may_see(self, holders: frozenset[str]) -> bool:
        """Whether the audience is among the holders, or everyone is."""
        return PUBLIC in holders or self.audience in holders

    def was_known(self, known: When, *, timeless: bool = False) -> bool:
        """Whether it was surely known by the day; what is `timeless` always was, unless it says otherwise."""
        if self.as_of is None:
            return True
        return timeless if known.is_unknown else known.is_by(self.as_of)

    def is_open(self, item: Item) -> bool:
        """Whether the entry itself may be added, whatever it names."""
        known = item.published if isinstance(item, Source) and item.known.is_unknown else item.known
        return self.may_see(item.holders) and self.was_known(known, timeless=self.is_frame(item))

    def is_frame(self, item: Item) -> bool:
        """Whether it was there by the day though nothing says when it became known; a round that had not begun was not."""
        if item.citations or not isinstance(item, TIMELESS):
            return False
        return not isinstance(item, Round) or self.as_of is None or item.when.is_unknown or item.when.begins_by(self.as_of)

    def may_be_known(self, preferences: Preferences) -> bool:
        """Whether it fits the day: what a party entrusted has no date, so it cannot be said to have been known by one."""
        return self.as_of is None or preferences.assumption is not None

    def add(self, name: str, items: Iterable[Item]) -> None:
        """Adds the entries of a collection that are open, with their open parts."""
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
        known = {None, *self.ids["sources"]}
        for place, each in enumerate(sources):
            if isinstance(each, Source) and each.same_story_as not in known:
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
        """Whether an entry of that id was added before."""
        if collection == SOMEBODY:
            return entry_id in self.ids["actors"] or entry_id in self.ids["persons"]
        if collection == ADDRESSEE:
            return entry_id in self.ids["actors"] or entry_id in self.ids["messages"]
        if collection == ANSWERABLE:
            return entry_id in self.ids["proposals"] or entry_id in self.ids["messages"]
        return entry_id in self.ids.get(collection, ())

    def cited(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """The citations of open sources."""
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
        """The link with its open options; `None` if one of its issues has none."""
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

    def account(self, account: Account, sources: Iterable[Source]) -> Account:
        """What was read from reports that were published by the day."""
        seen = self.open_reports(account.reports, sources)
        kept_back = {each.name for each in account.reports} - {each.name for each in seen}
        reports = tuple(each for each in seen if self.was_known(each.document.published))
        names = {report.name for report in reports}
        stories = (
            Story(tuple(name for name in story.names if name in names), OF_OTHERS if kept_back & {*story.names} else story.reason)
            for story in account.stories
        )
        return Account(reports, tuple(story for story in stories if len(story.names) > 1))

    def open_reports(self, reports: Iterable[Report], sources: Iterable[Source]) -> tuple[Report, ...]:
        """All but those whose source in the case, known by words or file, the audience may not see: open reporting is public."""
        given = tuple(sources)
        hidden = tuple(each for each in given if not self.may_see(each.holders))
        shown = {each.sha256 for each in given if self.may_see(each.holders)}
        digests, files = {each.sha256 for each in hidden} - shown - {""}, {each.file for each in hidden}
        return tuple(each for each in reports if each.document.sha256 not in digests and each.name not in files)
