"""What a draft from new reports would add to a case that is there already: which entries the case has, and which are new to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import attrs
from attrs import evolve, field, frozen

from gobetween.briefs.accounts.likeness import stems
from gobetween.briefs.accounts.naming import key_of
from gobetween.model.actors import Actor, Person
from gobetween.model.cases import Case
from gobetween.model.happenings import Figure
from gobetween.model.positions import Position
from gobetween.reading.proposing.drafts import Draft, Name, Question
from gobetween.reading.proposing.ids import Ids
from gobetween.reading.proposing.matters.matter_words import DATES, NUMBER

Named: TypeAlias = Actor | Person

COMPARED = (
    "actors",
    "persons",
    "access",
    "rounds",
    "meetings",
    "delegations",
    "issues",
    "positions",
    "sticking_points",
    "assessments",
    "leverage",
    "deliverables",
    "disputes",
    "happenings",
    "figures",
)
"""The collections that a draft may add to, in the order in which a person decides about them."""

_SAME = 0.5  # of the fewer words: so many in common, and two entries may be one
_NEAR = dt.timedelta(days=1)  # reports date one meeting a day apart
_WORDS = ("title", "name", "text", "what", "demand", "matter", "counted", "otherwise")
_OF_ACTORS = ("actor", "by", "on", "owed_by", "to", "mediator", "toward", "owed_to", "head")
_OF_SEVERAL = ("participants", "parties")
_NAMING = (*_OF_ACTORS, "person", "said_by")
_ON_SIDES = ("The draft has", "No talks were found")
_OWNED = ("roles", "offices")


@frozen
class Additions:
    """A draft in the ids of a case: which of its entries the case has.

    `known` are had for certain (by name), `perhaps` may be (by actors, days, words); both give the id there. `clashes` are the others
    whose id names something else in the case.
    """

    draft: Draft
    known: Mapping[Name, str] = field(factory=dict)
    perhaps: Mapping[Name, str] = field(factory=dict)
    clashes: tuple[Name, ...] = ()

    def new(self, collection: str) -> Iterator[Any]:
        """The entries of the draft that nothing in the case is like."""
        for item in getattr(self.draft.case, collection):
            if (collection, item.id) not in self.known and (collection, item.id) not in self.perhaps:
                yield item


def additions_to(case: Case, draft: Draft) -> Additions:
    """The draft beside a case, as whoever may see that case sees it.

    Actors and persons are the same by a name or another name. Issues may be by the words of their titles; all else by actors and
    stance, day and place where both have them, and half of the words. Of several the likest. Nothing is taken out of the draft: like
    is not same. Cost: entries of the draft times entries of the case.
    """
    draft = _in_ids_of(case, draft)
    known = {("actors", each.id): each.id for each in draft.case.actors if each.id in {actor.id for actor in case.actors}}
    known |= {("persons", each.id): each.id for each in draft.case.persons if each.id in {person.id for person in case.persons}}
    perhaps: dict[Name, str] = {}
    issues = {each.id: like for each in draft.case.issues if (like := _likest(each, case.issues, {}))}
    for collection in COMPARED:
        for item in getattr(draft.case, collection):
            if (collection, item.id) not in known and (like := _likest(item, getattr(case, collection), issues)):
                perhaps[collection, item.id] = like
    there = {(name, each.id) for name in (*COMPARED, "sources") for each in getattr(case, name)}
    drafted = [(name, each.id) for name in (*COMPARED, "sources") for each in getattr(draft.case, name)]
    draft = evolve(draft, questions=tuple(each for each in draft.questions if not _is_settled(each, known, case)))
    return Additions(
        draft, known, perhaps, tuple(each for each in drafted if each in there and each not in known and perhaps.get(each) != each[1])
    )


def _is_settled(question: Question, known: Mapping[Name, str], case: Case) -> bool:
    """Whether the question is who takes part, and the case says it."""
    if not question.about:
        return len(case.parties) > 1 and question.text.startswith(_ON_SIDES)
    return all(collection == "actors" for collection, _ in question.about) and all(
        name in known and any(role.actor == known[name] for role in case.roles) for name in question.about
    )


def _in_ids_of(case: Case, draft: Draft) -> Draft:
    """The draft, its actors and persons with the ids that the case has for them, and new ones with ids that it has for nobody."""
    taken = {each.id for each in (*case.actors, *case.persons)}
    ids = Ids(frozenset(taken | {each.id for each in (*draft.case.actors, *draft.case.persons)}))
    new_ids: dict[str, str] = {}
    pairs: tuple[tuple[tuple[Named, ...], tuple[Named, ...]], ...] = (
        (case.actors, draft.case.actors),
        (case.persons, draft.case.persons),
    )
    for theirs, ours in pairs:
        by_name = {key_of(name): each.id for each in reversed(theirs) for name in (each.name, *each.aliases)}
        used: set[str] = set()
        for item in ours:
            same = next((by_name[key] for key in map(key_of, (item.name, *item.aliases)) if key in by_name), None)
            if same is not None and same not in used:
                new_ids[item.id] = same
                used.add(same)
            elif item.id in taken:
                new_ids[item.id] = ids.new(item.id)
    return draft if not new_ids else _renamed(draft, new_ids)


def _renamed(draft: Draft, ids: Mapping[str, str]) -> Draft:
    parts = {each.name: getattr(draft.case, each.name) for each in attrs.fields(Case)}
    lists: dict[str, Any] = {
        name: tuple(_with_ids(item, name, ids) for item in found) for name, found in parts.items() if isinstance(found, tuple)
    }
    remarks = {_name(name, ids): remark for name, remark in draft.remarks.items()}
    questions = tuple(evolve(each, about=tuple(_name(name, ids) for name in each.about)) for each in draft.questions)
    return evolve(draft, case=evolve(draft.case, **lists), remarks=remarks, questions=questions)


def _name(name: Name, ids: Mapping[str, str]) -> Name:
    collection, entry = name
    if collection in ("actors", "persons"):
        return collection, ids.get(entry, entry)
    owner, slash, rest = entry.partition("/")
    return (collection, f"{ids.get(owner, owner)}{slash}{rest}") if collection in _OWNED else name


def _with_ids(item: Any, collection: str, ids: Mapping[str, str]) -> Any:
    """The entry with other ids for actors and persons, its own included if it is one."""
    if not attrs.has(type(item)):
        return item
    changed: dict[str, Any] = {}
    for each in attrs.fields(type(item)):
        value = getattr(item, each.name)
        names = each.name in _NAMING or (each.name == "id" and collection in ("actors", "persons"))
        if isinstance(value, str) and names and value in ids:
            changed[each.name] = ids[value]
        elif isinstance(value, (tuple, frozenset)) and each.name in (*_OF_SEVERAL, "consents"):
            changed[each.name] = type(value)(ids.get(part, part) for part in value)
        elif isinstance(value, tuple):
            changed[each.name] = tuple(_with_ids(part, "", ids) for part in value)
    return evolve(item, **changed)


def _likest(item: Any, others: tuple[Any, ...], issues: Mapping[str, str]) -> str | None:
    """The id of the entry that is most like the item, if any may be the same."""
    likeness = [(found, other.id) for other in others if (found := _likeness(item, other, issues)) >= _SAME]
    return max(likeness, key=lambda each: each[0])[1] if likeness else None


def _likeness(item: Any, other: Any, issues: Mapping[str, str]) -> float:
    """From 0 to 1: how many of the words the two have in common, 0 where their actors, stance, issue or days are at odds."""
    for name in (*_OF_ACTORS, "stance"):
        if getattr(item, name, None) and getattr(other, name, None) and getattr(item, name) != getattr(other, name):
            return 0
    for name in _OF_SEVERAL:
        ours, theirs = set(getattr(item, name, ())), set(getattr(other, name, ()))
        if ours and theirs and not (ours <= theirs or theirs <= ours):
            return 0
    if hasattr(item, "participants"):
        return _likeness_of_meetings(item, other)
    if _are_of_other_numbers(item, other):
        return 0
    mine, issue = issues.get(getattr(item, "issue", None) or ""), getattr(other, "issue", None)
    if mine and issue:
        return 1 if mine == issue else 0
    words, others = _words(item), _words(other)
    if isinstance(item, (Actor, Person)):  # "Ferry Company" is no "Harbour Company", "Employers" may be "Terminal Employers"
        return 1 if words and others and (words <= others or others <= words) else 0
    if not words and not others:  # an access has no words but its actors
        return 1
    return len(words & others) / min(len(words), len(others)) if words and others else 0


def _are_of_other_numbers(item: Any, other: Any) -> bool:
    """Whether both say how much, and another number: 5 percent is no 4 percent, and 11 drivers are no 3,400."""
    if isinstance(item, Figure) and isinstance(other, Figure):
        return item.value != other.value
    if not isinstance(item, Position) or not isinstance(other, Position):
        return False
    mine, theirs = (frozenset(NUMBER.findall(DATES.sub(" ", each.text))) for each in (item, other))
    return bool(mine and theirs) and not mine & theirs


def _likeness_of_meetings(item: Any, other: Any) -> float:
    if item.place and other.place and not stems(item.place) & stems(other.place):
        return 0
    return 1 if _may_be_one_day(item.when, other.when) else 0


def _may_be_one_day(first: Any, second: Any) -> bool:
    """Whether two times, each with both ends known, meet or are a day apart."""
    ends = (first.earliest, first.latest, second.earliest, second.latest)
    return None not in ends and first.earliest - _NEAR <= second.latest and second.earliest - _NEAR <= first.latest


def _words(item: Any) -> frozenset[str]:
    """The stems of what the item says; of a position without who says it how, before its colon."""
    said = (str(getattr(item, name, "") or "") for name in _WORDS)
    if isinstance(item, Position):
        said = (text.partition(": ")[2] or text for text in said)
    return frozenset(stem for text in said for stem in stems(text))
