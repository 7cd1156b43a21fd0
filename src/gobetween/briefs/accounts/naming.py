"""One name for each actor and person of an account, and whom a person belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from attrs import field, frozen

from gobetween.briefs.accounts.name_joins import joins, told_apart
from gobetween.briefs.accounts.name_usage import Usage, Used, usage_of
from gobetween.model.evidence import Document, SourceType, Speaker

REMEMBERED = 50_000  # names, each looked up many times


@frozen
class Names:
    """The names of an account: `spelled` is a name for each way of writing it, `belonging` the actor for each person or body."""

    spelled: Mapping[str, str]
    belonging: Mapping[str, str]
    actors: frozenset[str]
    usage: Usage | None = field(default=None, kw_only=True)
    shorter: Mapping[str, str] = field(factory=dict, kw_only=True)  # names that were joined to a longer one by their words alone

    def of(self, name: str) -> str:
        """The name under which `name` is told of; itself if it is not known."""
        return self.spelled.get(key_of(name), name)

    def unjoined(self, name: str) -> str:
        """The name under which `name` is told of, had none been joined to a longer one by its words alone."""
        return self.shorter.get(key_of(name), self.of(name))

    def may_be_one(self, short: str, long: str) -> bool:
        """Whether the reports that use the short name speak of a matter in which the long one is used."""
        return self.usage is None or self.usage.is_of_one_matter(short, long)

    def actor_of(self, name: str) -> str | None:
        """The actor that `name` is or belongs to, or `None`."""
        known = self.of(name)
        if key_of(known) in self.belonging:
            return self.of(self.belonging[key_of(known)])
        if known in self.actors:
            return known
        return next((actor for actor in sorted(self.actors, key=len, reverse=True) if _is_within(actor, name)), None)

    def actors_of(self, names: Iterable[str]) -> frozenset[str]:
        """The actors that the names are or belong to."""
        return frozenset(actor for actor in map(self.actor_of, names) if actor)

    def sides_of(self, names: Iterable[str]) -> frozenset[str]:
        """Those who meet: the actor of each name, or the name itself where no report says more of it."""
        return frozenset(self.actor_of(name) or self.of(name) for name in names)


def names_of(documents: Iterable[Document]) -> Names:
    """The names that documents use, a short form joined to the one full name of a person, or of an actor, that it fits."""
    each = tuple(documents)
    actors, persons = Counter[str](), Counter[str]()
    belonging: dict[str, Counter[str]] = {}
    for document in each:
        actors.update((*document.actors, *_actors_named(document)))
        for person, actor in _persons_named(document):
            persons[person] += 1
            if actor and key_of(actor) != key_of(person):
                belonging.setdefault(key_of(person), Counter())[actor] += 1
    spelled = _spelled(persons) | _spelled(actors)
    spelled |= _short_forms(spelled, persons)
    usage = usage_of((_used(document) for document in each), key_of)
    longer = _joined(each, spelled, actors, {key_of(name) for name in persons}, usage)
    shorter = {key: spelled.get(key, short) for key, (short, _) in longer.items()}
    spelled |= {key: long for key, (_, long) in longer.items()}
    people = {key_of(spelled[key_of(name)]) for name in persons}
    known = frozenset(spelled[key_of(name)] for name in actors if key_of(name) not in belonging and key_of(name) not in people)
    owners = {key_of(spelled.get(key, key)): owner for key, owner in _owners(belonging)}
    return Names(spelled, owners, known, shorter=shorter, usage=usage)


@lru_cache(maxsize=REMEMBERED)
def key_of(name: str) -> str:
    """What different ways of writing a name have in common."""
    plain = re.sub(r"['’]s?\b", "", name.casefold().removesuffix("'s").removesuffix("’s"))
    return re.sub(r"[\s\-.]+", " ", plain).strip().removeprefix("the ")


def _is_within(actor: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(key_of(actor))}\b", key_of(name)) is not None


def _owners(belonging: Mapping[str, Counter[str]]) -> Iterator[tuple[str, str]]:
    for key, owners in belonging.items():
        yield key, owners.most_common(1)[0][0]


def _spelled(names: Counter[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, _ in names.most_common():
        found.setdefault(key_of(name), name)
    return found


def _short_forms(spelled: Mapping[str, str], persons: Counter[str]) -> dict[str, str]:
    full = {key_of(name) for name in persons if " " in key_of(name)}
    found = {}
    for key in {key_of(name) for name in persons} - full:
        ending = [name for name in full if name.endswith(f" {key}")]
        if len(ending) == 1:
            found[key] = spelled[ending[0]]
    return found


def _joined(
    documents: Collection[Document], spelled: Mapping[str, str], actors: Iterable[str], persons: Collection[str], usage: Usage
) -> dict[str, tuple[str, str]]:
    """By its key, each shorter name of an actor with the longer one; persons are left as they are."""
    apart, others = [], dict[str, None]()
    for document in documents:
        apart += [each.participants for each in document.meetings] + [(each.by, each.on) for each in document.leverage]
        others.update(dict.fromkeys(_others_named(document)))
    full = [name for name in dict.fromkeys(spelled[key_of(name)] for name in actors) if key_of(name) not in persons]
    rest = [name for name in others if key_of(name) not in persons and key_of(name) not in spelled]
    pairs = told_apart([spelled.get(key_of(name), name) for name in group] for group in apart)
    found = joins(full, rest, pairs, may_be_one=usage.is_of_one_matter)
    return {key_of(short): (short, long) for short, long in found.items()}


def _used(document: Document) -> Used:
    names = (*document.actors, *_actors_named(document), *_others_named(document))
    people = (word for person, _ in _persons_named(document) for word in (person, *person.split()[-1:]))
    return Used(names, tuple(people), tuple((figure.value, figure.unit) for figure in document.figures))


def _others_named(document: Document) -> Iterator[str]:
    """Names of actors that only speakers, offices and meetings have."""
    for office in document.offices:
        yield from (office.actor,) if office.actor else ()
    for meeting in document.meetings:
        yield from meeting.participants
    for speaker in _speakers(document):
        if speaker.actor:
            yield speaker.actor
        elif speaker.source_type is SourceType.BODY:
            yield speaker.name


def _actors_named(document: Document) -> Iterator[str]:
    for position in document.positions:
        yield position.party
    for leverage in document.leverage:
        yield from (leverage.by, leverage.on)
    for delegation in document.delegations:
        yield delegation.actor


def _persons_named(document: Document) -> Iterator[tuple[str, str | None]]:
    for office in document.offices:
        yield office.person, office.actor
    for delegation in document.delegations:
        if delegation.head:
            yield delegation.head, delegation.actor
    for speaker in _speakers(document):
        if speaker.source_type is SourceType.NAMED_PERSON:
            yield speaker.name, speaker.actor


def _speakers(document: Document) -> Iterator[Speaker]:
    yield from (statement.speaker for statement in document.statements)
    yield from (position.via for position in document.positions if position.via)
    yield from (assessment.by for assessment in document.assessments if assessment.by)
