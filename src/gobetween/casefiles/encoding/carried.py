"""What of a case its folder leaves to the record: it is in `record.jsonl`, for people to read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, fields, has

from gobetween.casefiles.decoding.shapes import COLLECTIONS
from gobetween.disclosure.references import NAMED, PLACES
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.items import Item
from gobetween.model.proposals import Proposal
from gobetween.model.relays import Relay

CARRIED_BY_RECORD: frozenset[str] = frozenset(
    {
        "is_rehearsal",
        "is_reported",
        "retained_until",
        "mediators_learn_answers",
        "caucuses",
        "told",
        "permissions",
        "poolings",
        "releases.terms",
        "releases.proposal",
        "messages",
        "mandates",
        "decisions",
        "alternatives",
        "amendments",
        "sealed_proposals",
        "sealed_answers",
        "biddings",
        "sealed_bids",
        "agreements",
        "performances",
        "phases.agreement",
        "obligations.agreement",
        "violation_reports.conveyed_as",
        "proposals.expires",
        "proposals.is_withdrawn",
        "proposals.versions.author",
        "proposals.versions.title",
        "proposals.versions.showings",
        "proposals.versions.clauses.id",
        "proposals.versions.clauses.readings",
        "proposals.versions.clauses.annex",
        "proposals.versions.clauses.terms",
        "proposals.versions.clauses.alternatives.is_open",
        "proposals.awaits",
        "proposals.carriers",
        "proposals.handed_to",
        "answers.requires",
        "answers.counter",
        "answers.state",
        "relays.item",
        "relays.permission",
        "relays.form",
        "relays.is_attributed",
        "relays.state",
        "relays.legs",
        "relays.reason",
        "relays.after",
        "relays.back_to",
        "relays.due",
        "relays.message",
        "relays.plan",
        "relays.shown_to",
        "relays.used_other_software",
    }
)
"""Names of what `record.jsonl` alone carries: attributes of a case (`caucuses`) or of its entries and their parts (`relays.legs`).

It carries the entries that name one of those, too: the answers to a sealed proposal. And it carries what no folder can say: a
non-paper, which is nobody's, and an idea of a mediator's that goes back to whose it is."""

IN_FOLDERS: frozenset[str] = frozenset(
    {"id", "title", "summary", "profile", "is_fictional", *COLLECTIONS, "roles", "offices", "preferences"}
)
"""The attributes of a case that its folder has: the id is the folder's name."""

BESIDE: frozenset[str] = frozenset({"account", "sources.file"})
"""What comes from a folder's reports and their evidence, as do the words of its citations."""


def without_carried(case: Case) -> Case:
    """The case without what the record carries and what is read from reports.

    Raises:
        InvalidCase: it has something that neither its folder nor its record nor its reports would have; it is named.
    """
    homeless = [
        each.name
        for each in fields(Case)
        if each.name not in IN_FOLDERS | CARRIED_BY_RECORD | BESIDE and getattr(case, each.name) != _default(each)
    ]
    if homeless:
        raise InvalidCase(f"a case folder has no place for {', '.join(homeless)}")
    carried = {item.id for name, item in case.items() if name in CARRIED_BY_RECORD or _is_for_the_record(item)}
    kept = {name: _without(_for_folders(getattr(case, name)), name) for name in IN_FOLDERS - {"preferences"}}
    return _without_followers(Case(**kept, preferences=case.preferences), carried)


def _is_for_the_record(item: Item) -> bool:
    """Whether no folder can say it: a paper that is nobody's, an idea that goes back to whose it is."""
    return (isinstance(item, Proposal) and not item.by) or (isinstance(item, Relay) and item.sender == item.to)


def _for_folders(value: Any) -> Any:
    """The entries of a list that a folder can say; what is no list, as it is."""
    if not isinstance(value, tuple):
        return value
    return tuple(each for each in value if not (isinstance(each, Item) and _is_for_the_record(each)))


def _without_followers(case: Case, carried: set[str]) -> Case:
    """The case without entries that name what the record carries, such as answers to a sealed proposal: the record has these too."""
    there = {item.id for _, item in case.items()}
    followers = {(name, item.id) for name, item in case.items() if (carried - there).intersection(_named_by(item))}
    lists: dict[str, Any] = {
        name: tuple(item for item in getattr(case, name) if (name, item.id) not in followers)
        for name in {name for name, _ in followers}
    }
    return evolve(case, **lists)


def _named_by(item: Item) -> Iterator[str]:
    """The ids that the entry cannot stand without."""
    for attribute, collection in NAMED.get(type(item), {}).items():
        found = getattr(item, attribute)
        if collection not in PLACES and found is not None:
            yield from found if isinstance(found, tuple) else (found,)


def _without(value: Any, name: str) -> Any:
    """The value with its attributes that the record carries as if they had never been set; `name` is where it stands."""
    if isinstance(value, tuple):
        return tuple(_without(each, name) for each in value)
    if not has(type(value)):
        return value
    changes: dict[str, Any] = {}
    for each in fields(type(value)):
        path, found = f"{name}.{each.name}", getattr(value, each.name)
        kept = _default(each) if path in CARRIED_BY_RECORD | BESIDE or path.endswith(".citations.words") else _without(found, path)
        if kept is not found:
            changes[str(each.alias)] = kept
    return evolve(value, **changes) if changes else value


def _default(attribute: Any) -> Any:
    default = attribute.default
    return default.factory() if hasattr(default, "factory") else default
