"""Entries in one line each, for lists in which entries of many kinds stand together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from gobetween.briefs.figures import toll_in_words
from gobetween.briefs.phrasing import joined, phrase, quoted, sentence
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.sayables import carried_items, words_of
from gobetween.briefs.stances import stance_in_words
from gobetween.briefs.table import pressure_in_words
from gobetween.model.items import Item

Wording = Callable[[Scene, Any], str]


def _said(scene: Scene, item: Any) -> str:
    """Who says, does or owes what, from whatever the entry has of these."""
    who = next((getattr(item, name) for name in ("actor", "by", "party") if getattr(item, name, None)), "")
    if not who and item.owner and _is_known(scene, item.owner):
        who = item.owner
    words = str(next((getattr(item, name) for name in ("text", "wording", "name", "title") if getattr(item, name, "")), ""))
    named = scene.names.somebody(who) if who and isinstance(who, str) and _is_known(scene, who) else who if isinstance(who, str) else ""
    return words if not named or named.lower() in words.lower() else joined(named, words, by=": ")


def _is_known(scene: Scene, who: str) -> bool:
    return scene.case.actor(who) is not None or any(each.id == who for each in scene.case.persons)


def _role(scene: Scene, role: Any) -> str:
    toward = f" ({scene.names.actor(role.toward)})" if role.toward else ""
    return f"{scene.names.actor(role.actor)}: {role.role}{toward}"


def _access(scene: Scene, access: Any) -> str:
    through = f" through {scene.names.actors(access.through)}" if access.through else ""
    return f"{scene.names.actor(access.mediator)} can reach {scene.names.actor(access.to)}{through}"


def _office(scene: Scene, office: Any) -> str:
    return f"{scene.names.person_alone(office.person)}: {office.title}, {scene.names.actor(office.actor)}"


def _deliverable(scene: Scene, item: Any) -> str:
    state = "delivered" if item.is_delivered else "not delivered, as far as is known"
    return f"{scene.names.actor(item.owed_by)} to {scene.names.actor(item.to)}: {phrase(item.text)} ({state})"


def _obligation(scene: Scene, item: Any) -> str:
    return f"{scene.names.actor(item.actor)}: {phrase(item.text)} ({item.status})"


def _agreement(_scene: Scene, item: Any) -> str:
    return f"{item.name} ({item.state})"


def _text_of(_scene: Scene, item: Any) -> str:
    return joined(item.name, item.text, by=": ")


def _titled(_scene: Scene, item: Any) -> str:
    return str(item.title)


def _position(scene: Scene, item: Any) -> str:
    about = scene.names.issue(item.issue)
    return joined(f"{scene.names.actor(item.actor)}{f' on {about}' if about else ''}", stance_in_words(scene, item), by=": ")


def _said_to_block(scene: Scene, item: Any) -> str:
    return joined(item.text, f"({scene.names.words(item.said_by)})" if item.said_by else "", by=" ")


def _permission(scene: Scene, item: Any) -> str:
    words = item.wording or next((words_of(each) for each in carried_items(scene.case) if each.id == item.item), "")
    what = quoted(words) or "what it said in confidence"
    return f"{scene.names.actor(item.owner)}, to pass on {what}: {item.state}"


def _pooling(scene: Scene, item: Any) -> str:
    return f"{scene.names.actor(item.party)} permits pooled results for {scene.names.actors(item.to)}"


@frozen
class EntryKind:
    """How the entries of one of a case's lists are called, and how one is put into words."""

    name: str
    words: Wording = field(default=_said)


@frozen
class Group:
    """Kinds that stand together under one title."""

    title: str
    kinds: Mapping[str, EntryKind]


GROUPS = (
    Group(
        "Who takes part",
        {
            "actors": EntryKind("actor", lambda _scene, each: each.name),
            "roles": EntryKind("role", _role),
            "access": EntryKind("access", _access),
            "persons": EntryKind("person", lambda _scene, each: each.name),
            "offices": EntryKind("office", _office),
            "principals": EntryKind("principal", lambda scene, each: f"{each.name}, for {scene.names.actor(each.party)}"),
            "delegations": EntryKind("delegation"),
        },
    ),
    Group(
        "How sources judge the talks, and what is said beside them",
        {
            "assessments": EntryKind("judgement of the talks", lambda scene, each: f"{scene.names.words(each.by)}: {each.text}"),
            "signals": EntryKind("signal"),
            "allegations": EntryKind("allegation"),
            "interests": EntryKind("interest"),
            "sticking_points": EntryKind("said to block", _said_to_block),
        },
    ),
    Group(
        "Pressure, dates and duties",
        {
            "leverage": EntryKind("pressure", pressure_in_words),
            "commitments": EntryKind("commitment"),
            "deadlines": EntryKind("time set"),
            "deliverables": EntryKind("asked for", _deliverable),
            "agreements": EntryKind("agreement", _agreement),
            "phases": EntryKind("phase"),
            "obligations": EntryKind("obligation", _obligation),
            "performances": EntryKind("report of fulfilment"),
            "violation_reports": EntryKind("report of a breach"),
            "earlier_agreements": EntryKind("earlier agreement", _text_of),
        },
    ),
    Group(
        "Figures and facts",
        {
            "figures": EntryKind("figure", toll_in_words),
            "disputes": EntryKind("disputed fact"),
            "contradictions": EntryKind("accounts that do not fit"),
        },
    ),
    Group(
        "In the talks themselves",
        {
            "issues": EntryKind("issue", _titled),
            "links": EntryKind("linkage"),
            "caucuses": EntryKind("caucus"),
            "told": EntryKind("told in caucus"),
            "permissions": EntryKind("permission", _permission),
            "poolings": EntryKind("pooling", _pooling),
            "messages": EntryKind("message"),
            "mandates": EntryKind("mandate"),
            "decisions": EntryKind("decision"),
            "alternatives": EntryKind("alternative to a deal"),
            "amendments": EntryKind("amendment"),
            "releases": EntryKind("release"),
        },
    ),
)
"""Every list of a case that is put into one line here, in the order in which it is told."""

TOLD_ELSEWHERE = (
    *("rounds", "meetings", "proposals", "answers", "relays", "happenings", "tracks"),  # the course of the talks
    *("positions", "sources"),  # who moved; new reports
    *("sealed_proposals", "sealed_answers", "biddings", "sealed_bids", "preferences"),  # sealed, or numbers: their own sections alone
)
"""The lists that are told otherwise, or not at all."""


def entry_in_words(scene: Scene, kind: EntryKind, item: Item) -> str:
    """The entry as a sentence."""
    return sentence(kind.words(scene, item))


POSITION = EntryKind("position", _position)
