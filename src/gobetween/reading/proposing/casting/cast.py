"""Who is who in the drafted case: one actor for all the names that reports use for it, persons apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from attrs import field, frozen

from gobetween.briefs.accounts.coverage import Coverage
from gobetween.briefs.accounts.likeness import stems
from gobetween.briefs.accounts.name_joins import is_bare_role
from gobetween.briefs.accounts.naming import Names, key_of
from gobetween.model.evidence import Document, Speaker
from gobetween.reading.naming.lexicon import ActorName, Lexicon, PersonName
from gobetween.reading.naming.name_words import BODY_NOUNS, COLLECTIVES, NAME_ENDINGS, SIDES, STRAIGHT
from gobetween.reading.proposing.casting.bearers import NO_BEARERS, Bearers
from gobetween.reading.proposing.casting.role_words import ORGANS
from gobetween.reading.proposing.ids import Ids, slug
from gobetween.reading.word_lists import words as word_list

_EMPTY = frozenset({"the", "of", "and", "for", "s", "a", "an"})
_COMMON_STEMS = frozenset(
    stem for words in (COLLECTIVES, SIDES, BODY_NOUNS, NAME_ENDINGS) for word in words for stem in stems(word)
) - stems("teachers nurses pilots drivers miners dockers doctors farmers growers")
_WIDE_STEMS = frozenset(
    stem for word in word_list("international national united general federal central world global joint") for stem in stems(word)
)
_NOBODYS = word_list(
    """mediators delegates negotiators envoys officials diplomats sources representatives delegations parties sides reports observers
    facilitators conciliators spokesmen spokespeople"""
)
_BESIDE = word_list("the both all some other senior")
_COUNTING = word_list(
    "one two three four five six seven eight nine ten eleven twelve twenty dozens scores hundreds thousands several many few"
)
_OPPONENTS = word_list("opposition rebels insurgents separatists dissidents guerrillas militants strikers protesters exiles")
_POSSESSIVES = word_list("our my your its his her their")
_LEAST_MISSPELT = 7  # letters of a word that is taken to be misspelt in one
_RESERVED = frozenset({"public", "keeper", "mediators", "parties"})


@frozen
class CastMember:
    """An actor as it may stand in the case: its id, fullest name, the other forms seen, and what kind of actor it is."""

    id: str
    name: str
    kind: str
    forms: tuple[str, ...] = ()
    joined: tuple[str, ...] = field(default=(), kw_only=True)  # forms that were joined by their words alone: they may be others


@frozen
class Cast:
    """All that may be actors, by every key of a name; a person's actor where the reports say it."""

    members: tuple[CastMember, ...]
    persons: frozenset[str]  # full names
    by_key: Mapping[str, CastMember]
    lexicon: Lexicon = field(repr=False)
    coverage: Coverage = field(repr=False)
    _known: dict[str, CastMember | None] = field(factory=dict, init=False, repr=False, eq=False)  # names looked up before

    def of(self, name: str | None) -> CastMember | None:
        """The actor of that name, or whom the person or body of that name belongs to."""
        if not name:
            return None
        if name not in self._known:
            self._known[name] = self._look_up(name)
        return self._known[name]

    def _look_up(self, name: str) -> CastMember | None:
        direct = self.by_key.get(key_of(self.coverage.names.of(name))) or self.by_key.get(key_of(name))
        if direct is not None:
            return direct
        owner = self.coverage.names.actor_of(name)
        return self.by_key.get(key_of(owner)) if owner else None

    def person(self, name: str | None) -> str | None:
        """The full name of the person of that name, if it is one's."""
        full = self.coverage.names.of(name) if name else None
        return full if full in self.persons else None

    def ids(self, names: Iterable[str]) -> tuple[str, ...]:
        """The ids of the actors, each once, in order."""
        return tuple(dict.fromkeys(member.id for member in map(self.of, names) if member is not None))


def cast_of(coverage: Coverage, lexicon: Lexicon, bearers: Bearers = NO_BEARERS) -> Cast:
    """The actors of all reports, names that are one by the lexicon, by their spelling, or by their words joined.

    A bare role is whose the reports say it is, and a body of somebody ("the operator's management") is that one's. Whom a text
    introduces by the role of a body is no person. Outlets are no actors of what they report.
    """
    persons = _persons(coverage) - bearers.introduced
    person_words = {word for name in persons for word in _words(name)}
    listed = {key_of(actor.name): actor for actor in lexicon.actors}
    counts = Counter[str]()
    for report in coverage.reports:
        for name in filter(str.strip, _named(report.document)):
            if not _is_outlet(name, report.document):
                counts[coverage.names.unjoined(name)] += 1
    roots: dict[str, list[str]] = {}
    loose: list[str] = []
    for name in counts:
        if key_of(name) in listed:
            roots.setdefault(_root(name, listed), []).append(name)
        elif name not in persons and ", " not in name and not is_nobody(name) and not _is_part_of_a_person(name, person_words):
            loose.append(name)
    for name in [each for each in loose if any(is_misspelt(each, root) for root in roots)]:
        roots[next(root for root in roots if is_misspelt(name, root))].append(name)
        loose.remove(name)
    belonging = {name: owner for name in loose if (owner := _owner_told(name, counts, coverage.names, bearers))}
    groups = [*((root, forms) for root, forms in roots.items())]
    groups += _joined([name for name in loose if name not in belonging], counts, coverage.names)
    for name, owner in belonging.items():
        next(forms for root, forms in groups if owner == root or owner in forms).append(name)
    return _members(groups, listed, persons, counts, coverage, lexicon)


def with_posts(cast: Cast, posts: Iterable[tuple[str, str]]) -> Cast:
    """The cast with those who mediate by office, each post an actor: ("State Conciliator", "Renata Ossby")."""
    members, by_key, persons = list(cast.members), dict(cast.by_key), set(cast.persons)
    for title, person in posts:
        has_own_name = title.istitle() and len(title.split()) > 1
        name = title if has_own_name else person
        if not slug(name):
            continue
        member = by_key.get(key_of(name))
        if member is None:
            persons.discard(name)
            ids = Ids(_RESERVED | {each.id for each in members} | {slug(each) for each in persons})
            member = CastMember(ids.new(name), name, "body")
            members.append(member)
            by_key[key_of(name)] = member
        if person:
            by_key.setdefault(key_of(person), member)
            if has_own_name:
                persons.add(person)
    return Cast(tuple(members), frozenset(persons), by_key, cast.lexicon, cast.coverage)


def names_known(coverage: Coverage) -> frozenset[str]:
    """All names of actors and persons that the reports have."""
    named = {coverage.names.unjoined(name) for report in coverage.reports for name in _named(report.document) if name.strip()}
    return frozenset(named) | _persons(coverage)


def cast_lexicon(cast: Cast, actors_of: Mapping[str, str]) -> Lexicon:
    """The cast's names before those of the lexicon, with the actors that persons belong to."""
    actors = tuple(ActorName(each.name, each.kind, aliases=each.forms) for each in cast.members if slug(each.name))
    persons = tuple(PersonName(name, actors_of.get(name)) for name in sorted(cast.persons))
    return Lexicon(actors, persons).merged_with(cast.lexicon)


def _is_outlet(name: str, document: Document) -> bool:
    """Whether the name is that of the outlet whose report it is: it tells of the talks, and has no part in them."""
    return document.outlet is not None and key_of(document.outlet.name) == key_of(name)


def _owner_told(name: str, counts: Counter[str], names: Names, bearers: Bearers) -> str | None:
    """The actor that a name in small letters means, or whose body it is; a body told apart from others by its name is an actor."""
    told = bearers.of(name)
    if told in counts and told != name:
        return told
    owner, _, organ = name.translate(STRAIGHT).replace("s' ", "s's ", 1).rpartition("'s ")
    if not owner or organ.split()[-1] not in ORGANS:
        return None
    called = owner.removeprefix("the ")
    known = [each for each in (bearers.of(called), names.of(called), called) if each and each != name and each in counts]
    known += [each for each in counts if each.split()[0] == called and each != name]
    return known[0] if known else None


def acting_names(coverage: Coverage) -> frozenset[str]:
    """The names of those who do something in the reports, or to whom it is done; brands and towns taken for actors do nothing."""
    return frozenset(name for report in coverage.reports for name in _acting(report.document) if name.strip())


def _named(document: Document) -> Iterator[str]:
    yield from document.actors
    yield from _acting(document)


def _acting(document: Document) -> Iterator[str]:
    yield from (each.party for each in document.positions)
    yield from (name for each in document.leverage for name in (each.by, each.on))
    yield from (each.actor for each in document.delegations)
    yield from (name for each in document.sticking_points for name in each.parties)
    yield from (name for each in document.meetings for name in each.participants)
    yield from (each.actor for each in document.acts)
    yield from (each.actor for each in document.offices if each.actor)
    yield from (each.owed_by for each in document.deliverables)
    yield from (each.owed_to for each in document.deliverables if each.owed_to)
    yield from (name for each in document.disputes for name in (each.asserted_by, each.denied_by))
    yield from (each.speaker.actor for each in document.statements if each.speaker.actor)


def _persons(coverage: Coverage) -> frozenset[str]:
    found: set[str] = set()
    for report in coverage.reports:
        document = report.document
        found.update(each.person for each in document.offices)
        found.update(each.head for each in document.delegations if each.head)
        found.update(each.speaker.name for each in document.statements if each.speaker.source_type.value == "named person")
        found.update(each.via.name for each in document.positions if each.via and each.via.source_type.value == "named person")
        found.update(each.speaker.name for each in document.statements if _is_told_as_person(each.speaker))
    return frozenset(coverage.names.of(name) for name in found if name)


def _is_told_as_person(speaker: Speaker) -> bool:
    """Whether a name of several words is taken up by a pronoun for a person, or by its last word alone ("Tolland said")."""
    words, said = speaker.name.split(), speaker.passage.text.strip()
    return len(words) > 1 and words[0][:1].isupper() and (said.casefold() in ("he", "she") or said == words[-1])


def _is_part_of_a_person(name: str, person_words: set[str]) -> bool:
    words = _words(name)
    return bool(words) and words <= person_words


@lru_cache(maxsize=10_000)
def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", key_of(name))) - _EMPTY


def _root(name: str, listed: Mapping[str, ActorName]) -> str:
    """The name of the actor above all that the body belongs to."""
    actor = listed[key_of(name)]
    for _ in range(4):
        if not actor.parent or key_of(actor.parent) not in listed:
            break
        actor = listed[key_of(actor.parent)]
    return actor.name


def _joined(loose: list[str], counts: Counter[str], names: Names) -> list[tuple[str, list[str]]]:
    """Names whose words all stand in exactly one longer name are that one's; the fullest stands for its group.

    A bare role ("the council") is that of a longer name only in reports of one matter.
    """
    ordered = sorted(loose, key=lambda name: (-len(_words(name)), -counts[name], name))
    heads: list[str] = []
    forms: dict[str, list[str]] = {}
    for name in ordered:
        within = [head for head in heads if _words(name) <= _words(head) and not _is_against(head, name)] if _words(name) else []
        within = [head for head in within if not is_bare_role(name) or names.may_be_one(name, head)]
        within = within or [head for head in heads if is_misspelt(name, head) or _is_members(name, head)]
        if len(within) == 1:
            forms[within[0]].append(name)
        else:
            heads.append(name)
            forms[name] = [name]
    return [(_owner(head, forms[head]), forms[head]) for head in heads]


def _is_members(name: str, longer: str) -> bool:
    """Whether a plural of one word with a capital is of the members of a body: "the Blues" of the Blue League."""
    found = re.fullmatch(r"(?:[Tt]he )?(?P<one>[A-Z]\w{2,})s", name)
    words = longer.split()
    return found is not None and len(words) > 1 and found["one"] in words


def _is_against(longer: str, name: str) -> bool:
    """Whether the longer name is of those who stand against whom the shorter names: "Norland opposition" is not Norland."""
    return bool((_words(longer) - _words(name)) & _OPPONENTS)


def is_nobody(name: str) -> bool:
    """Whether the name is of no actor: those of any side ("delegates"), so many of them ("eleven pickets"), one by a pronoun."""
    first, *others = name.casefold().split()
    if others and name == name.lower() and (first[0].isdigit() or first in _COUNTING):
        return True
    return first in _POSSESSIVES or (
        name.casefold().split()[-1] in _NOBODYS and (not others or (first in _BESIDE and len(others) == 1))
    )


def is_misspelt(name: str, other: str) -> bool:
    """Whether two names of several words differ in one letter of one long word alone: "Harbormen's" and "Harbormans"."""
    mine, theirs = name.translate(STRAIGHT).casefold().split(), other.translate(STRAIGHT).casefold().split()
    unlike = [pair for pair in zip(mine, theirs, strict=False) if pair[0] != pair[1]]
    if len(mine) != len(theirs) or len(mine) == 1 or len(unlike) != 1:
        return False
    one, two = unlike[0]
    return len(one) == len(two) >= _LEAST_MISSPELT and sum(a != b for a, b in zip(one, two, strict=True)) == 1


def _owner(head: str, forms: list[str]) -> str:
    """Whose body it is, where the longest name says so: "Istra's Interior Ministry" is Istra's."""
    plain = head.translate(STRAIGHT)
    return next((form for form in forms if form is not head and plain.startswith(f"{form.translate(STRAIGHT)}'s ")), head)


def may_be_one(first: CastMember, second: CastMember, lexicon: Lexicon) -> str:
    """The word that two actors' names share, where neither is one that a list knows; empty if there is none."""
    known = {actor.name for actor in lexicon.actors}
    if first.name in known or second.name in known:
        return ""
    mine = {stem: word for word in first.name.split() for stem in stems(word)}
    theirs = stems(second.name)
    shared = sorted(stem for stem in mine if stem in theirs and stem not in _COMMON_STEMS | _WIDE_STEMS)
    is_plain = all(any(form == form.lower() for form in each.forms) for each in (first, second))
    if is_plain and not stems(first.name.split()[-1]) & stems(second.name.split()[-1]):
        return ""  # "port workers" and "port authorities" share no more than where they are
    return mine[shared[0]] if shared else ""


def _members(
    groups: list[tuple[str, list[str]]],
    listed: Mapping[str, ActorName],
    persons: frozenset[str],
    counts: Counter[str],
    coverage: Coverage,
    lexicon: Lexicon,
) -> Cast:
    ids = Ids(_RESERVED | {slug(name) for name in persons})
    groups.sort(key=lambda group: (-sum(counts[form] for form in group[1]), group[0]))
    members: list[CastMember] = []
    by_key: dict[str, CastMember] = {}
    for head, forms in groups:
        name = head.removeprefix("The ").removeprefix("the ").strip() or head
        name = name if name[:1].isupper() else name[:1].upper() + name[1:]
        entry = listed.get(key_of(head))
        others = tuple(dict.fromkeys(form for form in forms if key_of(form) != key_of(name)))
        member = CastMember(
            ids.new(name),
            name,
            entry.kind if entry else "organisation",
            tuple(form for form in dict.fromkeys((*forms, *others)) if form != name) if entry is None else (),
            joined=others if entry is None else tuple(form for form in others if is_misspelt(form, head)),
        )
        members.append(member)
        for form in (head, name, *forms):
            by_key.setdefault(key_of(form), member)
            by_key.setdefault(key_of(coverage.names.of(form)), member)
    return Cast(tuple(members), persons, by_key, lexicon, coverage)
