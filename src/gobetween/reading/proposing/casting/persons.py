"""Persons with their offices as said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gobetween.briefs.accounts.coverage import Found
from gobetween.model.actors import Office, Person
from gobetween.model.evidence import SourceType
from gobetween.reading.naming.name_words import STRAIGHT
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.drafts import Name, Remark
from gobetween.reading.proposing.evidence import Shelf
from gobetween.reading.proposing.ids import Ids, slug


def draft_persons(
    shelf: Shelf, cast: Cast, actors: frozenset[str]
) -> tuple[tuple[Person, ...], tuple[Office, ...], dict[Name, Remark]]:
    """Persons whose office for one of the actors is told, or who lead a delegation or meet, each with the offices as said."""
    named: dict[str, list[Found[Any]]] = {}
    offices: dict[str, list[Found[Any]]] = {}
    for found in shelf.coverage.found("offices"):
        person = cast.person(found.item.person)
        if person:
            named.setdefault(person, []).append(found)
            offices.setdefault(person, []).append(found)
    for found in (*shelf.coverage.found("delegations"), *shelf.coverage.found("meetings")):
        for name in _people(found.item):
            if person := cast.person(name):
                named.setdefault(person, []).append(found)
    for found in shelf.coverage.statements():
        speaker = found.item.speaker
        if speaker.source_type is SourceType.NAMED_PERSON and (person := cast.person(speaker.name)) and cast.of(speaker.actor):
            named.setdefault(person, []).append(Found(found.report, found.item, speaker.passage))
    remarks: dict[Name, Remark] = {}
    persons, posts = [], []
    for name in sorted(named):
        held = list(_held(shelf, cast, slug(name), offices.get(name, []), actors, remarks))
        mentions = named[name]
        remark = shelf.conclusion(mentions[:1])
        if not slug(name):
            continue
        persons.append(Person(slug(name), name=name, **shelf.common(mentions[:1], remark)))
        remarks["persons", slug(name)] = remark
        posts += held
    return tuple(persons), tuple(posts), remarks


def _people(item: Any) -> tuple[str, ...]:
    return tuple(each for each in (*getattr(item, "participants", ()), getattr(item, "head", None)) if each)


def _held(
    shelf: Shelf, cast: Cast, person: str, found: list[Found[Any]], actors: frozenset[str], remarks: dict[Name, Remark]
) -> Iterator[Office]:
    ids = Ids()
    titles: dict[tuple[str, str], list[Found[Any]]] = {}
    for each in found:
        member = cast.of(each.item.actor)
        if member is not None and member.id in actors:
            titles.setdefault((each.item.title.strip().translate(STRAIGHT), member.id), []).append(each)
    for (title, actor), mentions in titles.items():
        office_id = ids.new(title, actor)
        clash = {other for other, _ in titles if other.casefold() != title.casefold()}
        remark = shelf.remark(mentions, *((f"also called: {', '.join(sorted(clash))}",) if clash else ()))
        common = shelf.common(mentions, remark)
        yield Office(office_id, person=person, title=title, actor=actor, when=shelf.when(mentions[0]), **common)
        remarks["offices", f"{person}/{office_id}"] = remark
